/** The day's work: what waits for an answer, what is due, what is to be looked at again, who is one miss away. */
import { type Bundle, dayNumber, dayText, type Id, isOneOf, kindsOf } from '../../../engine/contract/index.js';
import type { Actor } from '../../server/access/actor.js';
import type { CaseLine, Pile, WorkItem } from '../../server/store/contract.js';
import { forceWords } from '../words/course.js';
import { dayInWords, deadlineInWords, lastDayBefore } from '../words/dates.js';
import { capital, counted, inOneSentence } from '../words/lists.js';
import { rolesInWords } from '../words/names.js';

export interface Waiting {
  line: Pick<CaseLine, 'programme' | 'ref' | 'name' | 'demonstration'>;
  item: WorkItem;
}
export interface WorkLine {
  name: string;
  href: string;
  demonstration: boolean;
  words: string;
  /** "due in 2 days (Wednesday 4 March 2026)". */
  due?: { words: string; look: 'not-met' | 'unknown' | 'not-applicable' };
  whyDue?: string;
  force?: { word: string; look: string };
  /** Whose it is, where everybody's is shown. */
  by?: string;
}
export interface WorkGroup {
  id: string;
  title: string;
  lines: WorkLine[];
  /** How many more there are than are shown; `orMore`: and still more than that. */
  more: number;
  orMore: boolean;
}
/** Somebody who is away, with the roles whose work somebody else sees to meanwhile. */
export interface StandsFor {
  name: string;
  roles: readonly Id[];
}
export interface TodayPresenter {
  title: string;
  /** Whose work stands here as well, while they are away. */
  standsFor: string;
  /** Who stands in for whoever looks, and until when. */
  stoodInBy: string;
  mine: { words: string; href: string; current: boolean }[];
  groups: WorkGroup[];
  /** Until when this looks. */
  until: string;
  none?: string;
  cases: string;
  /** Where his work is handed over while he is away. */
  handOver: string;
  /** Messages that a person has to send, or to look at. */
  messages?: { words: string; href: string };
  /** Cases of which it is not known yet whether they are one miss away. */
  open: string;
}

/** Days ahead that the page of the day looks. */
export const daysAhead = 14;
const mostShown = 100;

/** The last day that the page of a day looks at. */
export const lastDayFrom = (today: string): string => dayText(dayNumber(today) + daysAhead);

const dayPhrase = (days: number): string => {
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  return days > 0 ? `in ${counted(days, 'day')}` : `${counted(-days, 'day')} ago`;
};

/** A due time in words, with how far off it is. */
export const dueInWords = (due: string, state: string, today: string, zone: string): NonNullable<WorkLine['due']> => {
  const days = dayNumber(lastDayBefore(due, zone)) - dayNumber(today);
  const isLate = state === 'missed' || days < 0;
  const at = deadlineInWords(due, zone).replace(/^the end of/, 'by the end of');
  return { words: `${isLate ? 'was due' : 'due'} ${dayPhrase(days)} (${at})`, look: isLate ? 'not-met' : 'unknown' };
};

/** The roles named for it, without those that are only a kind of another. */
const named = (bundle: Bundle, by: readonly Id[]): Id[] => {
  const kinds = kindsOf(bundle.people);
  return by.filter((role) => !by.some((other) => other !== role && isOneOf(role, [other], kinds)));
};

const lineOf = (bundle: Bundle, { line, item }: Waiting, today: string, whose: boolean): WorkLine => {
  const zone = bundle.programme.timeZone;
  const force =
    item.force && Object.hasOwn(forceWords, item.force) ? forceWords[item.force as keyof typeof forceWords] : undefined;
  return {
    name: line.name,
    href: `/${line.programme}/cases/${line.ref}${anchors[item.kind]}`,
    demonstration: line.demonstration,
    words: item.words,
    ...(item.due !== undefined && { due: dueInWords(item.due, item.state, today, zone) }),
    ...(item.due === undefined &&
      !timeless.includes(item.kind) && {
        due: { words: 'no time is stated', look: 'not-applicable' as const },
      }),
    ...(item.whyDue && { whyDue: capital(item.whyDue) }),
    ...(force && { force }),
    ...(whose && { by: capital(rolesInWords(bundle, named(bundle, item.by))) }),
  };
};

/** Of these no time is ever stated. */
const timeless: readonly WorkItem['kind'][] = ['recommendation', 'near-miss', 'review', 'decision'];

const anchors: Record<WorkItem['kind'], string> = {
  duty: '#duties',
  recommendation: '#recommendations',
  document: '/documents',
  'near-miss': '',
  review: '',
  decision: '/assessment',
};

const isLate = ({ item }: Waiting, today: string, zone: string): boolean =>
  item.state === 'missed' || (item.due !== undefined && lastDayBefore(item.due, zone) < today);

const groupsOf: { id: string; title: string; has: (one: Waiting, today: string, zone: string) => boolean }[] = [
  {
    id: 'answers',
    title: 'Recommendations that wait for an answer',
    has: ({ item }) => item.kind === 'recommendation' && item.state === 'open',
  },
  { id: 'decisions', title: 'Decisions to be made', has: ({ item }) => item.kind === 'decision' },
  { id: 'overdue', title: 'Overdue', has: (one, today, zone) => one.item.kind === 'duty' && isLate(one, today, zone) },
  {
    id: 'today',
    title: 'Due today',
    has: ({ item }, today, zone) =>
      item.kind === 'duty' && item.due !== undefined && lastDayBefore(item.due, zone) === today,
  },
  { id: 'soon', title: 'Due soon', has: ({ item }) => item.kind === 'duty' && item.due !== undefined },
  { id: 'reports', title: 'Reports and messages due', has: ({ item }) => item.kind === 'document' },
  { id: 'one-miss', title: 'One miss away from a recommendation', has: ({ item }) => item.kind === 'near-miss' },
  {
    id: 'find-out',
    title: 'To be found out: a rule may ask for something',
    has: ({ item }) => item.kind === 'recommendation',
  },
  { id: 'review', title: 'To be looked at again', has: ({ item }) => item.kind === 'review' },
  { id: 'no-day', title: 'To be done, with no time stated', has: () => true },
];

const messagesInWords = (many: number): string =>
  `${counted(many, 'message')} ${many === 1 ? 'waits for a person to send it, or to say that it has' : 'wait for a person to send them, or to say that they have'} gone`;

/** Each item stands once, in the first group that it fits. */
export const presentToday = (
  bundle: Bundle,
  actor: Pick<Actor, 'programme' | 'called' | 'role' | 'seesHers'>,
  waiting: readonly Waiting[],
  {
    today,
    all,
    open = 0,
    messages = 0,
    standsFor = [],
    stoodInBy = [],
    piles = [],
  }: {
    today: string;
    all: boolean;
    open?: number;
    /** How many wait for a person. */
    messages?: number;
    standsFor?: readonly StandsFor[];
    /** Those who look after his work, up to and with a day. */
    stoodInBy?: readonly { name: string; until: string }[];
    /** How many things lie on each, where not all of them are given. */
    piles?: readonly Pick<Pile, 'id' | 'all' | 'isMore'>[];
  },
): TodayPresenter => {
  const zone = bundle.programme.timeZone;
  const left = new Set(waiting);
  // What waits for another role alone says so: it is here for somebody who is away.
  const isHis = ({ item }: Waiting): boolean => standsFor.length === 0 || item.by.includes(actor.role);
  const groups = groupsOf.flatMap(({ id, title, has }): WorkGroup[] => {
    const mine = [...left].filter((one) => has(one, today, zone));
    for (const one of mine) left.delete(one);
    if (mine.length === 0) return [];
    const lines = mine.slice(0, mostShown).map((one) => lineOf(bundle, one, today, all || !isHis(one)));
    const pile = piles.find((one) => one.id === id);
    const more = Math.max(mine.length, pile?.all ?? 0) - lines.length;
    return [{ id, title, lines, more, orMore: pile?.isMore === true }];
  });
  const base = `/${actor.programme}/today`;
  const nothing = messages > 0 ? 'Nothing else' : 'Nothing';
  return {
    title: dayInWords(today),
    standsFor:
      standsFor.length === 0 || all
        ? ''
        : `You stand in for ${inOneSentence(standsFor.map(({ name }) => name))} today. What waits for ${
            standsFor.length === 1 ? 'that role' : 'their roles'
          } stands here too; what needs a role that you do not have is for somebody who has it.`,
    stoodInBy: stoodInBy
      .map(
        ({ name, until }) =>
          `${name} stands in for you until ${dayInWords(until)}: what waits for you stands there too.`,
      )
      .join(' '),
    mine: [
      { words: `For the ${actor.called}`, href: base, current: !all },
      { words: 'For everybody', href: `${base}?whose=all`, current: all },
    ],
    groups,
    until: dayInWords(lastDayFrom(today)),
    ...(groups.length === 0 && {
      none: all
        ? `${nothing} waits for anybody. What rules recommend and what is due will stand here.`
        : actor.seesHers
          ? // Nothing of hers stands here, so that nothing does says nothing of what is owed to partners.
            `${nothing} of his side waits for the ${actor.called}. What is owed to partners is not shown here: it stands under “Partner support”.`
          : `${nothing} waits for the ${actor.called}. What rules recommend and what is due will stand here.`,
    }),
    ...(messages > 0 && {
      messages: {
        words: messagesInWords(messages),
        href: `/${actor.programme}/messages?which=for-a-person`,
      },
    }),
    cases: `/${actor.programme}/cases`,
    handOver: `/${actor.programme}/hand-over`,
    open:
      open === 0
        ? ''
        : `Whether ${counted(open, 'more case')} ${open === 1 ? 'is' : 'are'} one miss away is being worked out. Open this page again in a minute.`,
  };
};
