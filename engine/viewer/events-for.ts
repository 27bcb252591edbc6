/** The events of a case without what somebody may not see. What is left shows nothing of what is gone. */
import { herSideOf } from '../case/her-side.js';
import type { Bundle, Id } from '../contract/bundle.js';
import type { Answer, CaseEvent, EntryAnswers } from '../contract/event.js';
import { onlyHersIn, toldByHer } from '../course/kept-apart.js';
import type { Projection } from './bundle-for.js';
import { type Clearance, isInside } from './clearance.js';
import { entryOnly } from './entry-only.js';
import { isNothing } from './hidden.js';

/**
 * Takes the whole bundle, what is left of it, the events and the clearance; gives the events that he may see, each
 * without the values that he may not. An event of which nothing is left is gone.
 */
export const eventsFor = (
  bundle: Bundle,
  { hidden }: Pick<Projection, 'hidden'>,
  events: readonly CaseEvent[],
  { sees, entry }: Clearance,
): readonly CaseEvent[] => {
  const ownSide = sees.has('hers') ? (event: CaseEvent) => event : hisSide(bundle);
  const stripped = stripper(bundle, hidden);
  const own = entry === undefined ? (event: CaseEvent) => event : entryOnly(bundle, events, entry);
  const left = events.flatMap((event): CaseEvent[] => {
    const seen = [ownSide, stripped, own].reduce<CaseEvent | undefined>((one, keep) => one && keep(one), event);
    return seen ? [seen] : [];
  });
  const isWhole = sees.has('hers') && entry === undefined && isNothing(hidden);
  const seen = isWhole ? left : pointingOnlyAtSeen(bundle, events, left);
  return seen.length === events.length && seen.every((event, i) => event === events[i]) ? events : seen;
};

/**
 * What corrects something that is not there for him corrects nothing, whether that was taken away or never was: what he
 * gets is then made of what he may see alone, and does not tell the one from the other.
 */
const pointingOnlyAtSeen = (
  bundle: Bundle,
  events: readonly CaseEvent[],
  left: readonly CaseEvent[],
): readonly CaseEvent[] => {
  if (!events.some(({ supersedes }) => supersedes !== undefined)) return left;
  const ids = new Set(left.map(({ id }) => id));
  const undone = left.length === events.length ? new Set<string>() : undoneUnseen(bundle, events, ids);
  return left
    .filter(({ id }) => !undone.has(id))
    .map((event) => (isDangling(event, ids) ? withoutCorrection(event) : event));
};

/** What was taken back by something that he may not see is not there for him either; but what is hers takes back nothing. */
const undoneUnseen = (bundle: Bundle, events: readonly CaseEvent[], ids: ReadonlySet<string>): Set<string> => {
  const isOnlyHers = onlyHersIn(bundle);
  const roles = new Map(events.map(({ id, by }) => [id, by.role]));
  const unseen = events.filter((event) => !ids.has(event.id) && !isOnlyHers(event));
  return new Set(
    unseen.flatMap(({ supersedes, by }) =>
      supersedes !== undefined && (roles.get(supersedes) === by.role || isInside(bundle, by.role)) ? [supersedes] : [],
    ),
  );
};

type Keep = (event: CaseEvent) => CaseEvent | undefined;

const isDangling = ({ supersedes }: CaseEvent, ids: ReadonlySet<string>): boolean =>
  supersedes !== undefined && !ids.has(supersedes);
const withoutCorrection = ({ supersedes: _, ...event }: CaseEvent): CaseEvent => event;

/** Nothing that was told by her; of what nothing is known, nothing that came from her side at all. */
const hisSide = ({ people, course }: Bundle): Keep => {
  const isToldByHer = toldByHer(people);
  const { told } = herSideOf(people);
  const happenings = new Map((course?.happenings ?? []).map((each) => [each.id, each]));
  const rules = new Set((course?.rules ?? []).map(({ id }) => id));
  return (event) => {
    switch (event.kind) {
      case 'happened': {
        const what = happenings.get(event.what ?? '');
        return isToldByHer(event, what) || (!what && told(event)) ? undefined : event;
      }
      case 'session':
        return isToldByHer(event) ? undefined : event;
      case 'confirmed':
      case 'refused':
        return !rules.has(event.rule ?? '') && told(event) ? undefined : event;
      default:
        return told(event) ? undefined : event;
    }
  };
};

const stripper = (bundle: Bundle, { names, events, rules }: Projection['hidden']): Keep => {
  const lists = new Map<Id, readonly Id[]>();
  for (const { id, asks } of bundle.facts) {
    const apart = (asks ?? []).filter((each) => names.has(each)).map((each) => each.slice(id.length + 1));
    if (apart.length > 0) lists.set(id, apart);
  }
  return (event) => {
    if (event.kind === 'happened') {
      const { what = '' } = event;
      return events.has(what) ? undefined : withValues(event, (name) => !names.has(`${what}.${name}`), lists, true);
    }
    if (event.kind === 'confirmed' || event.kind === 'refused') return rules.has(event.rule ?? '') ? undefined : event;
    return event.kind === 'session' ? event : withValues(event, (name) => !names.has(name), lists, false);
  };
};

/** `stands`: also with no values left it says something. */
const withValues = (
  event: CaseEvent,
  isSeen: (name: Id) => boolean,
  lists: ReadonlyMap<Id, readonly Id[]>,
  stands: boolean,
): CaseEvent | undefined => {
  const all = Object.entries(event.values);
  const seen = all.filter(([name]) => isSeen(name));
  const isListed = !stands && seen.some(([name]) => lists.has(name));
  if (seen.length === all.length && !isListed) return event;
  if (seen.length === 0 && !stands) return undefined;
  const left = seen.map(([name, value]) => [name, stands ? value : entriesWithout(value, lists.get(name))] as const);
  return { ...event, values: Object.fromEntries(left) };
};

const entriesWithout = (value: Answer, apart: readonly Id[] | undefined): Answer =>
  apart && Array.isArray(value)
    ? (value.map((entry) => (typeof entry === 'string' ? entry : entryWithout(entry, apart))) as EntryAnswers[])
    : value;
const entryWithout = (entry: EntryAnswers, apart: readonly Id[]): EntryAnswers =>
  Object.fromEntries(Object.entries(entry).filter(([name]) => !apart.includes(name)));
