import type { Bundle } from '../../../engine/contract/index.js';
import type { Group, OpenGroup } from '../../server/groups/contract.js';
import { dayAfter, isTaken, type Moment, noteOf } from '../../server/groups/plan.js';
import {
  hasBegun,
  hasEnded,
  type Meeting,
  meetingsBetween,
  meetingsFrom,
  metOn,
} from '../../server/groups/timetable.js';
import type { CaseLine } from '../../server/store/contract.js';
import type { Fault } from '../layout/error-summary.js';
import { dayInWords } from '../words/dates.js';
import { counted, inOneSentence } from '../words/lists.js';
import { stageInWords, type Waiting, waitingOf } from './list-presenter.js';
import { seatedOn } from './not-due.js';
import { declaredInWords, fullnessOf, meetingInWords, meetsInWords, siteBesideName } from './words.js';

export interface ShownSession {
  day: string;
  words: string;
  href?: string;
  state: string;
  /** What is still to be done about it. */
  wanting: boolean;
}
export interface GroupPresenter {
  id: string;
  base: string;
  name: string;
  site: string;
  meets: string;
  /** How it will meet, where that is otherwise. */
  soon: string;
  led: string;
  hasEnded: boolean;
  places: string;
  shared: string;
  says: string[];
  declared: string[];
  ended: string;
  coming: ShownSession[];
  past: ShownSession[];
  members: {
    ref: string;
    name: string;
    href: string;
    stage: string;
    progress: string;
    from: string;
    until: string;
  }[];
  waiting: Waiting[];
  covered: { title: string; days: string }[];
  notCovered: string[];
  others: { id: string; name: string }[];
  /** The next day on which it meets, as a form has it. */
  next: string;
  today: string;
  /** Nobody would be refused; whoever gives a place has to say that he does so all the same. */
  full: boolean;
  faults: Fault[];
  notice: string;
  typed: PlaceTyped;
}
/** What was typed to give somebody a place, or to move the one whose reference is `moving`. */
export interface PlaceTyped {
  moving: string;
  ref: string;
  from: string;
  to: string;
  anyway: boolean;
}

const comingWeeks = 6;
const pastSessions = 20;

/** The latest sessions that have begun, in order. */
export const metSoFar = (bundle: Bundle, { group, closures }: OpenGroup, { now, today }: Moment): Meeting[] =>
  meetingsBetween(group, group.first, today, { bundle, closures })
    .filter((one) => hasBegun(one, now, today))
    .slice(-pastSessions);

/** Takes all of a group, who waits and when it is; gives its page. */
export const presentGroup = (
  bundle: Bundle,
  open: OpenGroup,
  lines: readonly CaseLine[],
  at: Moment,
  {
    programme,
    faults = [],
    notice = '',
    typed,
    notDue = new Map(),
  }: Pick<Partial<GroupPresenter>, 'faults' | 'notice' | 'typed'> & {
    programme: string;
    /** By day, of how many nothing has to be recorded, for they were not due. */
    notDue?: ReadonlyMap<string, number>;
  },
): GroupPresenter => {
  const { group, seats, closures, groups } = open;
  const times = { bundle, closures };
  const fullness = fullnessOf(bundle, open, group, at.today);
  const base = `/${programme}/groups/${group.id}`;
  const past = metSoFar(bundle, open, at);
  const coming = meetingsFrom(group, at.today, comingWeeks, times).filter((one) => !hasBegun(one, at.now, at.today));
  const there = seats.filter((one) => one.group === group.id);
  const next = coming.find(({ closed }) => closed === undefined)?.day ?? dayAfter(at.today);
  return {
    id: group.id,
    base,
    name: group.name,
    site: siteBesideName(bundle, group),
    meets: meetsInWords(metOn(group, at.today)),
    soon:
      group.since !== undefined && group.since > at.today
        ? `From ${dayInWords(group.since)}: ${meetsInWords(group)}.`
        : '',
    led: group.facilitators ? `Usually led by ${inOneSentence(group.facilitators)}.` : '',
    hasEnded: hasEnded(group, at.today),
    places: fullness.words,
    shared: fullness.shared,
    says: fullness.says,
    full: fullness.free === 0,
    declared: declaredInWords(bundle, group),
    ended: endedInWords(group, at.today),
    coming: coming.map((one) => shownSession(open, one, base)),
    past: [...past].reverse().map((one) => shownSession(open, one, base, { notDue: notDue.get(one.day) ?? 0 })),
    members: there
      .filter((one) => isTaken(one, at.today))
      .map(({ ref, name, stage, from, until, credited, sessions }) => ({
        ref,
        name,
        href: `/${programme}/cases/${ref}`,
        stage: stageInWords(stage),
        progress:
          credited === undefined ? '' : sessions === undefined ? String(credited) : `${credited} of ${sessions}`,
        from: dayInWords(from),
        until: until === undefined ? '' : dayInWords(until),
      })),
    waiting: waitingOf(bundle, lines),
    ...topicsOf(bundle, open),
    others: groups
      .filter((one) => one.id !== group.id && !hasEnded(one, at.today))
      .map(({ id, name }) => ({ id, name })),
    next,
    today: at.today,
    faults,
    notice,
    typed: typed ?? { moving: '', ref: '', from: next, to: '', anyway: false },
  };
};

const endedInWords = (group: Group, today: string): string => {
  if (group.last === undefined) return '';
  const day = dayInWords(group.last);
  return hasEnded(group, today) ? `It has ended: its last day was ${day}.` : `It ends: its last day is ${day}.`;
};

const shownSession = (open: OpenGroup, meeting: Meeting, base: string, past?: { notDue: number }): ShownSession => {
  const { group, notes } = open;
  const { day, closed } = meeting;
  const words = meetingInWords(group, meeting);
  if (closed !== undefined) return { day, words, state: `Not held: ${closed}`, wanting: false };
  const note = noteOf(notes, group.id, day);
  const href = `${base}/sessions/${day}`;
  if (note.cancelled !== undefined) return { day, words, href, state: `Cancelled: ${note.cancelled}`, wanting: false };
  if (!past) return { day, words, href, state: note.edition > 0 ? 'Prepared' : '', wanting: false };
  const there = seatedOn(open, day);
  const missing = there.size - note.marked - past.notDue;
  if (note.marked === 0)
    return {
      day,
      words,
      href,
      state: missing === 0 ? 'Nobody had a place' : 'Not recorded yet',
      wanting: missing > 0,
    };
  const by = note.by === undefined ? '' : `, by ${note.by}`;
  if (missing > 0)
    return {
      day,
      words,
      href,
      state: `Recorded of ${counted(note.marked, 'person', 'people')}, ${missing} still to be`,
      wanting: true,
    };
  return { day, words, href, state: `Recorded${by}`, wanting: false };
};

const topicsOf = (bundle: Bundle, { notes }: OpenGroup): Pick<GroupPresenter, 'covered' | 'notCovered'> => {
  const topics = bundle.course?.sessions?.topics ?? [];
  const days = (id: string): string[] =>
    notes.filter((note) => note.topic === id && note.marked > 0 && note.cancelled === undefined).map(({ day }) => day);
  return {
    covered: topics
      .filter(({ id }) => days(id).length > 0)
      .map(({ id, title }) => ({ title, days: inOneSentence(days(id).map(dayInWords)) })),
    notCovered: topics.filter(({ id }) => days(id).length === 0).map(({ title }) => title),
  };
};
