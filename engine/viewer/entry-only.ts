/** Of what there is one for each entry of a list, and of all that is hers: what is of one entry alone. */
import type { Bundle } from '../contract/bundle.js';
import type { Answer, CaseEvent, EntryAnswers } from '../contract/event.js';
import type { Clearance } from './clearance.js';
import { labelsIn } from './labels.js';

/**
 * Takes the whole bundle, all events, and the entry; gives what is left of an event for whoever may see that entry and
 * no other. Where there is more than one, what is hers and does not say of whom is nobody's.
 */
export const entryOnly = (
  bundle: Bundle,
  events: readonly CaseEvent[],
  { of, key }: NonNullable<Clearance['entry']>,
): ((event: CaseEvent) => CaseEvent | undefined) => {
  const labels = labelsIn(bundle);
  const happenings = new Map((bundle.course?.happenings ?? []).map((each) => [each.id, each]));
  const rules = new Map(
    [...(bundle.course?.rules ?? []), ...(bundle.course?.duties ?? [])].map((each) => [each.id, each]),
  );
  const known = keysTold(events, of);
  const isOwn = (about: string | undefined): boolean => (about === undefined ? isAlone(known, key) : about === key);
  const isHersFact = (name: string): boolean => labels.get(name)?.has('hers') === true && name !== of;
  const ofAnswers = (event: CaseEvent): CaseEvent | undefined => {
    const all = Object.entries(event.values);
    if (!all.some(([name]) => name === of || (isHersFact(name) && !isOwn(event.about)))) return event;
    const left = all
      .filter(([name]) => !isHersFact(name) || isOwn(event.about))
      .map(([name, value]) => [name, name === of ? ownEntry(value, key) : value] as const);
    return left.length === 0 ? undefined : { ...event, values: Object.fromEntries(left) };
  };
  /** Of what is his, what was told of somebody with it. */
  const withoutHers = (event: CaseEvent): CaseEvent => {
    const all = Object.entries(event.values);
    const left = all.filter(([name]) => !isHersFact(`${event.what}.${name}`));
    return left.length === all.length ? event : { ...event, values: Object.fromEntries(left) };
  };
  return (event) => {
    if (event.kind === 'happened') {
      const what = happenings.get(event.what ?? '');
      if (isOwn(event.about)) return event;
      return what?.hers || what?.about === of ? undefined : withoutHers(event);
    }
    if (event.kind === 'confirmed' || event.kind === 'refused') {
      const rule = rules.get(event.rule ?? '');
      return !(rule?.hers || rule?.forEach === of) || isOwn(event.about) ? event : undefined;
    }
    return event.kind === 'session' ? event : ofAnswers(event);
  };
};

const isAlone = (known: ReadonlySet<string>, key: string): boolean =>
  known.size === 0 || (known.size === 1 && known.has(key));

/** Every key that was ever listed. */
const keysTold = (events: readonly CaseEvent[], of: string): Set<string> =>
  new Set(events.flatMap(({ values }) => keyed(values[of]).map(({ key }) => key)));

/** Entries by their own keys, or by their numbers from 1. */
const keyed = (value: Answer | undefined): { key: string; entry: EntryAnswers }[] =>
  Array.isArray(value)
    ? value.flatMap((entry, n) =>
        typeof entry === 'string' ? [] : [{ key: typeof entry.key === 'string' ? entry.key : String(n + 1), entry }],
      )
    : [];

const ownEntry = (value: Answer, key: string): Answer =>
  Array.isArray(value)
    ? keyed(value)
        .filter((each) => each.key === key)
        .map(({ entry }) => ({ ...entry, key }))
    : value;
