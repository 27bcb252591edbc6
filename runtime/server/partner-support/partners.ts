/** The partners of a case: who they are, and the case as it is for one of them, with nothing of another. */
import { herSideOf } from '../../../engine/case/her-side.js';
import type { Bundle, CaseEvent, EntryAnswers, Fact, Id } from '../../../engine/contract/index.js';
import { caseWith, evaluateWith } from '../../../engine/viewer/case-for.js';
import type { OpenCase } from '../cases/contract.js';
import { seesOf } from '../cases/seen-case.js';

/** One partner of a case. */
export interface Partner {
  /** What tells her from the others for good. */
  key: string;
  /** What was answered of her, by the ids of the questions within the list. */
  answers: EntryAnswers;
  /** A list answered later no longer names her. */
  gone: boolean;
}

/** In a programme that asks of no list of partners there is one of each case. */
export const only = 'her';

/** The list that partners are entries of, if the programme has one. */
export const listOf = ({ facts, people }: Pick<Bundle, 'facts' | 'people'>): Fact | undefined => {
  const { isHer } = herSideOf(people);
  return facts.find(({ kind, hers, about }) => kind === 'entries' && (hers || isHer(about)));
};

const withKeys = (answer: CaseEvent['values'][string] | undefined): EntryAnswers[] =>
  Array.isArray(answer)
    ? answer.flatMap((entry, n) =>
        typeof entry === 'object' ? [{ ...entry, key: typeof entry.key === 'string' ? entry.key : String(n + 1) }] : [],
      )
    : [];

/** What stands: not what was corrected since. */
const standing = (events: readonly CaseEvent[]): CaseEvent[] => {
  const corrected = new Set(events.flatMap(({ supersedes }) => supersedes ?? []));
  return events.filter(({ id }) => !corrected.has(id));
};

/** The entries of the list as they were last answered, each with its key. */
export const entriesNow = (list: Fact, events: readonly CaseEvent[]): EntryAnswers[] =>
  withKeys(standing(events).findLast(({ values }) => Object.hasOwn(values, list.id))?.values[list.id]);

/** Takes the whole definition and all events as those who support her see them. */
export const partnersIn = (bundle: Bundle, events: readonly CaseEvent[]): Partner[] => {
  const list = listOf(bundle);
  if (!list) return [{ key: only, answers: {}, gone: false }];
  const now = entriesNow(list, events);
  const named = new Set(now.map(({ key }) => key));
  const before = new Map<string, EntryAnswers>();
  for (const { values } of events)
    for (const entry of withKeys(values[list.id]))
      if (!named.has(entry.key ?? null)) before.set(String(entry.key), entry);
  return [
    ...now.map((answers) => ({ key: String(answers.key), answers, gone: false })),
    ...[...before].map(([key, answers]) => ({ key, answers, gone: true })),
  ];
};

/**
 * Takes a case opened by somebody who sees her side; gives it as it is for one partner: nothing in it, nor in what it comes
 * to, is of another. `stored` holds no events any more, so that none can be read past this.
 */
export const caseOfPartner = (found: OpenCase, key: string): OpenCase => {
  const { whole, stored, actor, now } = found;
  const list = listOf(whole);
  const clearance = { sees: seesOf(whole, actor), ...(list && { entry: { of: list.id, key } }) };
  const { bundle, events } = caseWith(whole, stored.events, clearance);
  return {
    ...found,
    bundle,
    events,
    evaluation: evaluateWith(whole, stored.events, { asOf: now, outlook: false, clearance }),
    stored: { ...stored, events },
  };
};

/** What an event has to say to be about her, where there can be several. */
export const aboutHer = (bundle: Bundle, key: string): { about?: string } => (listOf(bundle) ? { about: key } : {});

const firstText = (bundle: Bundle, ids: readonly Id[], of: (id: Id) => unknown): string | undefined => {
  const asked = ids.flatMap((id) => bundle.facts.find((fact) => fact.id === id) ?? []);
  const ranked = [...asked.filter(({ kind }) => kind === 'name'), ...asked.filter(({ kind }) => kind === 'text')];
  return ranked.map(({ id }) => of(id)).find((value): value is string => typeof value === 'string' && value !== '');
};

/** Her name, as it was last answered. */
export const nameOf = (bundle: Bundle, events: readonly CaseEvent[], { answers }: Partner): string | undefined => {
  const list = listOf(bundle);
  if (list) return firstText(bundle, list.asks ?? [], (id) => answers[id.slice(list.id.length + 1)]);
  const hers = bundle.facts.filter((fact) => fact.hers).map(({ id }) => id);
  const given = standing(events);
  return firstText(bundle, hers, (id) => given.findLast(({ values }) => Object.hasOwn(values, id))?.values[id]);
};
