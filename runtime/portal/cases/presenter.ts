/** The list of cases: what is asked of it, and its lines. */
import { type Bundle, type Stage, stages } from '../../../engine/contract/index.js';
import type { Sent } from '../../server/bodies.js';
import type { CaseLine, CaseQuery } from '../../server/store/contract.js';
import { dueInWords } from '../today/presenter.js';
import { sessionWord, stageWords } from '../words/course.js';
import { dayInWords, localDay, momentInWords } from '../words/dates.js';
import { outcomeWords } from '../words/decision.js';
import { counted } from '../words/lists.js';

export interface CasesLine {
  name: string;
  href: string;
  ref: string;
  demonstration: boolean;
  state: string;
  since: string;
  progress: string;
  next: string;
  late: boolean;
  site: string;
  began: string;
}
export interface Choice {
  id: string;
  words: string;
  chosen: boolean;
}
export interface CasesPresenter {
  title: string;
  action: string;
  lists: { words: string; href: string; current: boolean }[];
  search: string;
  stages: Choice[];
  sites: Choice[];
  groups: Choice[];
  sorts: Choice[];
  closed: boolean;
  says: string;
  lines: CasesLine[];
  none?: string;
  /** Pages of the list; by their number, for a button each where a search is not to stand in an address. */
  pages: { number: number; href: string; current: boolean }[];
  before?: string;
  after?: string;
  bySite: boolean;
}

/** Lines a page. */
export const size = 50;

const waitingStages: readonly Stage[] = ['accepted', 'waiting-for-place'];
const over: readonly Stage[] = ['declined', 'completed', 'closed', 'transferred'];

/** What is asked for, as the address or the form says it; what makes no sense is left out. */
export interface Asked {
  list: 'all' | 'waiting';
  search: string;
  stage?: Stage;
  site?: string;
  group?: string;
  closed: boolean;
  sort: NonNullable<CaseQuery['sort']>;
  page: number;
}

const sorts: Record<NonNullable<CaseQuery['sort']>, string> = {
  name: 'Name',
  due: 'What is due first',
  began: 'Latest referral first',
  stage: 'How far they are',
};

const text = (value: unknown): string => (typeof value === 'string' ? value.trim().slice(0, 100) : '');
const among = <T extends string>(value: string, those: readonly T[]): T | undefined =>
  those.find((one) => one === value);

/** The groups that there are, by their ids, with their names. */
export type Groups = ReadonlyMap<string, string>;

/** Reads what was asked for, by whichever way. */
export const askedIn = (bundle: Bundle, groups: Groups, sent: Sent): Asked => {
  const stage = among(text(sent.stage), stages);
  const site = among(
    text(sent.site),
    bundle.sites.map(({ id }) => id),
  );
  const group = among(text(sent.group), [...groups.keys()]);
  const isWaiting = sent.list === 'waiting';
  const page = Number(text(sent.page));
  return {
    list: isWaiting ? 'waiting' : 'all',
    search: text(sent.search),
    ...(stage && { stage }),
    ...(site && { site }),
    ...(group && { group }),
    closed: sent.closed === 'yes' || (stage !== undefined && over.includes(stage)),
    sort: among(text(sent.sort), Object.keys(sorts) as Asked['sort'][]) ?? (isWaiting ? 'stage' : 'name'),
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
  };
};

export const queryOf = ({ list, search, stage, site, group, closed, sort, page }: Asked): CaseQuery => ({
  ...(search && { search }),
  ...(stage ? { stages: [stage] } : list === 'waiting' ? { stages: waitingStages } : {}),
  ...(site && { site }),
  ...(group && { group }),
  closed,
  sort,
  page,
  size,
});

/** The address of a list. What was searched for is a name, and stands in none. */
export const addressOf = (base: string, asked: Asked, page = 1): string => {
  const parts = new URLSearchParams({
    ...(asked.list === 'waiting' && { list: 'waiting' }),
    ...(asked.stage && { stage: asked.stage }),
    ...(asked.site && { site: asked.site }),
    ...(asked.group && { group: asked.group }),
    ...(asked.closed && !(asked.stage && over.includes(asked.stage)) && { closed: 'yes' }),
    ...(asked.sort !== (asked.list === 'waiting' ? 'stage' : 'name') && { sort: asked.sort }),
    ...(page > 1 && { page: String(page) }),
  }).toString();
  return parts === '' ? base : `${base}?${parts}`;
};

const stageOf = (stage: string): string => (Object.hasOwn(stageWords, stage) ? stageWords[stage as Stage] : 'Referred');

const lineOf = (
  bundle: Bundle,
  { programme, ref, name, demonstration, standing, site, began }: CaseLine,
  today: string,
): CasesLine => {
  const zone = bundle.programme.timeZone;
  const { stage, since, phase, credited, sessions, outcome, closed } = standing;
  const work = standing.work.filter(({ due }) => due !== undefined);
  const [first] = work.sort((a, b) => ((a.due ?? '') < (b.due ?? '') ? -1 : 1));
  const due = first?.due === undefined ? undefined : dueInWords(first.due, first.state, today, zone);
  const hasBegun = credited !== undefined && (credited > 0 || stage === 'on-programme' || stage === 'suspended');
  return {
    name,
    href: `/${programme}/cases/${ref}`,
    ref,
    demonstration,
    state: bundle.course ? stageOf(stage) : (outcomeWords[outcome as keyof typeof outcomeWords]?.word ?? 'Referred'),
    since: momentInWords(since, zone),
    progress: [
      phase ? sessionWord(bundle, 'phases', phase) : '',
      hasBegun ? `${credited}${sessions ? ` of ${sessions}` : ''}` : '',
    ]
      .filter((words) => words !== '')
      .join(', '),
    next: closed && !due ? '' : due ? `${first?.words.replace(/\.$/, '')}: ${due.words}` : '',
    late: due?.look === 'not-met',
    site: bundle.sites.find(({ id }) => id === site)?.label ?? '',
    began: dayInWords(localDay(began, zone)),
  };
};

const choices = (those: readonly { id: string; label: string }[], chosen: string | undefined): Choice[] =>
  those.map(({ id, label }) => ({ id, words: label, chosen: id === chosen }));

const noneOf = (asked: Asked): string =>
  asked.search || asked.stage || asked.site || asked.group
    ? `No case fits. Take away a filter${asked.closed ? '' : ', or look among closed cases too'}.`
    : asked.list === 'waiting'
      ? 'Nobody is waiting. Whoever was accepted and has not started stands here.'
      : 'There are no cases yet. Each referral that is sent becomes one, and stands here.';

export const presentCases = (
  bundle: Bundle,
  programme: string,
  asked: Asked,
  { lines, all, groups }: { lines: readonly CaseLine[]; all: number; groups: Groups },
  today: string,
): CasesPresenter => {
  const base = `/${programme}/cases`;
  const last = Math.max(1, Math.ceil(all / size));
  const near = [1, asked.page - 1, asked.page, asked.page + 1, last];
  const numbers = [...new Set(near)].filter((n) => n >= 1 && n <= last).sort((a, b) => a - b);
  const from = (asked.page - 1) * size;
  return {
    title: asked.list === 'waiting' ? 'Waiting list' : 'Cases',
    action: base,
    lists: [
      { words: 'Cases', href: base, current: asked.list === 'all' },
      ...(bundle.course
        ? [{ words: 'Waiting list', href: `${base}?list=waiting`, current: asked.list === 'waiting' }]
        : []),
    ],
    search: asked.search,
    stages: bundle.course
      ? choices(
          stages.map((id) => ({ id, label: stageWords[id] })),
          asked.stage,
        )
      : [],
    sites: bundle.sites.length > 1 ? choices(bundle.sites, asked.site) : [],
    groups: choices(
      [...groups].map(([id, label]) => ({ id, label })),
      asked.group,
    ),
    sorts: choices(
      (Object.keys(sorts) as Asked['sort'][]).map((id) => ({ id, label: sorts[id] })),
      asked.sort,
    ),
    closed: asked.closed,
    says:
      all === 0
        ? 'None'
        : all <= size
          ? counted(all, 'case')
          : `${from + 1} to ${Math.min(from + size, all)} of ${all} cases`,
    lines: lines.map((line) => lineOf(bundle, line, today)),
    ...(lines.length === 0 && { none: noneOf(asked) }),
    pages:
      last === 1 ? [] : numbers.map((n) => ({ number: n, href: addressOf(base, asked, n), current: n === asked.page })),
    ...(asked.page > 1 && { before: addressOf(base, asked, asked.page - 1) }),
    ...(asked.page < last && { after: addressOf(base, asked, asked.page + 1) }),
    bySite: bundle.sites.length > 1,
  };
};
