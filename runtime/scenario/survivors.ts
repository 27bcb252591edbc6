import type { Bundle, CaseEvent, Evaluation, Id, Moment } from '../../engine/contract/index.js';
import type { Expected, Scenario } from '../../generator/scenario/scenario.js';
import { allDifferences } from './difference.js';
import { looksAhead } from './looks-ahead.js';
import type { Mutant } from './mutant.js';
import { mutateRules } from './mutate-rules.js';
import { documentDifferences } from './over-time/document-differences.js';

/** What evaluates: the engine's `evaluate`. The emitted rules of a changed bundle are not changed with it. */
export type Evaluate = (bundle: Bundle, events: CaseEvent[], options: { asOf: Moment; outlook: boolean }) => Evaluation;

/**
 * Takes a bundle and its scenarios; gives each change of one rule that makes none of them fail. The changes are those of
 * the criteria, unless others are given, such as those of what is said of time (`mutateCourse`) or of documents
 * (`mutateDocuments`).
 */
export const survivors = (
  bundle: Bundle,
  scenarios: Scenario[],
  evaluate: Evaluate,
  mutants: Mutant[] = mutateRules(bundle),
): Mutant[] => {
  const tries = scenarios.flatMap(triesOf);
  const isCaught = (mutant: Mutant, { events, expected, outlook }: Try): boolean => {
    const { asOf, overTime } = expected;
    // Nothing is worked out from what a document shows: only what is expected of documents can notice a change there.
    const { documents, course, criteria } = mutant.bundle;
    const onlyDocuments = documents !== bundle.documents && course === bundle.course && criteria === bundle.criteria;
    if (onlyDocuments)
      return overTime !== undefined && documentDifferences(mutant.bundle, overTime, events, asOf).length > 0;
    const found = evaluate(mutant.bundle, events, { asOf, outlook });
    return allDifferences(mutant.bundle, expected, found, events).length > 0;
  };
  const caughtBy = new Map<Id, Try[]>();
  return mutants.filter((mutant) => {
    const { criterion } = mutant;
    const before = caughtBy.get(criterion) ?? likeliest(bundle, criterion, tries);
    const catcher = before.find((each) => isCaught(mutant, each));
    if (catcher === undefined) return true;
    // What caught one change of a rule often catches the next.
    caughtBy.set(criterion, [catcher, ...before.filter((each) => each !== catcher)]);
    return false;
  });
};

/** One expectation, and all that it takes to see whether it is met. */
interface Try {
  events: CaseEvent[];
  expected: Expected;
  outlook: boolean;
  words: ReadonlySet<string>;
  expects: ReadonlySet<string>;
}

const triesOf = ({ events, expectations }: Scenario): Try[] =>
  expectations.map((expected) => ({
    events,
    expected,
    outlook: looksAhead(expected),
    words: wordsIn([events, expected]),
    expects: wordsIn(expected),
  }));

/** Every word of a value, and every name of a part of it. */
const wordsIn = (value: unknown, words = new Set<string>()): Set<string> => {
  if (typeof value === 'string') return words.add(value);
  if (typeof value !== 'object' || value === null) return words;
  for (const [name, part] of Object.entries(value)) wordsIn(part, Array.isArray(value) ? words : words.add(name));
  return words;
};

/** First those that expect something of the changed rule itself; of these and of the others the most alike first. */
const likeliest = (bundle: Bundle, criterion: Id, tries: Try[]): Try[] => {
  const declared = declaredIn(bundle);
  const changed = declared.filter(({ id }) => id === criterion).flatMap(({ words }) => [...words]);
  const readers = declared.filter(({ words }) => words.has(criterion)).map(({ id }) => id);
  // The fewer have a word, the more it tells.
  const weights = [...new Set([...changed, ...readers])].map(
    (word) => [word, 1 / tries.filter(({ words }) => words.has(word)).length] as const,
  );
  const likeness = ({ words, expects, outlook }: Try): number => {
    const shared = weights.reduce((sum, [word, weight]) => sum + (words.has(word) ? weight : 0), 0);
    return (outlook ? shared / 2 : shared) + (expects.has(criterion) ? weights.length + 1 : 0);
  };
  const ranked = tries.map((each) => ({ each, likeness: likeness(each) }));
  return ranked.sort((a, b) => b.likeness - a.likeness).map(({ each }) => each);
};

const declaredIn = ({ criteria, course }: Bundle): { id: Id; words: ReadonlySet<string> }[] => {
  const overTime = course
    ? [...course.derived, ...course.rules, ...course.duties, ...course.steps, ...course.returns]
    : [];
  const sessions = course?.sessions ? [{ id: 'sessions', words: wordsIn(course.sessions) }] : [];
  return [...[...criteria, ...overTime].map((one) => ({ id: one.id, words: wordsIn(one) })), ...sessions];
};
