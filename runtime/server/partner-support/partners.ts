/** The partners of a case: who they are, and the case as it is for one of them, with nothing of another. */
import { createHash } from 'node:crypto';
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

/** What was answered of her where there is no list: by the ids of the questions themselves. */
const hersAnswered = ({ facts }: Bundle, events: readonly CaseEvent[]): EntryAnswers => {
  const given = standing(events);
  return Object.fromEntries(
    facts
      .filter(({ hers, source }) => hers && source === 'form')
      .flatMap(({ id }) => {
        const value = given.findLast(({ values }) => Object.hasOwn(values, id))?.values[id];
        return value === undefined ? [] : [[id, value as EntryAnswers[string]]];
      }),
  );
};

/** The questions that are asked of a partner, each with the name that its answer has among hers. */
export const askedOfHer = ({ facts, people }: Bundle): { name: Id; fact: Fact }[] => {
  const list = listOf({ facts, people });
  const ids = list?.asks ?? facts.filter(({ hers, source }) => hers && source === 'form').map(({ id }) => id);
  return ids.flatMap((id) => {
    const fact = facts.find((one) => one.id === id);
    return fact ? [{ name: list ? id.slice(list.id.length + 1) : id, fact }] : [];
  });
};

/** Takes the whole definition and all events as those who support her see them. */
export const partnersIn = (bundle: Bundle, events: readonly CaseEvent[]): Partner[] => {
  const list = listOf(bundle);
  if (!list) return [{ key: only, answers: hersAnswered(bundle, events), gone: false }];
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

/** Her name, as it was last answered: the first answer that is a name, else a text. */
export const nameOf = (bundle: Bundle, { answers }: Partner): string | undefined => {
  const asked = askedOfHer(bundle);
  const ranked = ['name', 'text'].flatMap((kind) => asked.filter(({ fact }) => fact.kind === kind));
  return ranked
    .map(({ name }) => answers[name])
    .find((value): value is string => typeof value === 'string' && value !== '');
};

/** The answers of a list with those of one partner in place of what was answered of her before. */
export const answeredWith = (
  bundle: Bundle,
  events: readonly CaseEvent[],
  key: string,
  answers: EntryAnswers,
): CaseEvent['values'] => {
  const list = listOf(bundle);
  if (!list) return answers as CaseEvent['values'];
  const now = entriesNow(list, events);
  const own = { ...answers, key };
  const isThere = now.some((entry) => entry.key === key);
  return { [list.id]: isThere ? now.map((entry) => (entry.key === key ? own : entry)) : [...now, own] };
};

/** By which two who change the same can tell that it is not as it was. */
export const digestOf = (answers: EntryAnswers): string =>
  createHash('sha256')
    .update(
      JSON.stringify(
        Object.entries(answers)
          .filter(([, value]) => value !== null)
          .sort(),
      ),
    )
    .digest('base64url')
    .slice(0, 24);
