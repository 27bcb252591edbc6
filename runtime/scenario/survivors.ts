import type { Bundle, CaseEvent, Evaluation, Id, Moment } from '../../engine/contract/index.js';
import type { Expected, Scenario } from '../../generator/scenario/scenario.js';
import { differencesOf } from './difference.js';
import type { Mutant } from './mutant.js';
import { mutateRules } from './mutate-rules.js';

/** What evaluates: the engine's `evaluate`. The emitted rules of a changed bundle are not changed with it. */
export type Evaluate = (bundle: Bundle, events: CaseEvent[], options: { asOf: Moment; outlook: boolean }) => Evaluation;

/**
 * Takes a bundle and its scenarios; gives each change of one rule that makes none of them fail. The changes are those of
 * the criteria, unless others are given, such as those of what is said of time (`mutateCourse`).
 */
export const survivors = (
  bundle: Bundle,
  scenarios: Scenario[],
  evaluate: Evaluate,
  mutants: Mutant[] = mutateRules(bundle),
): Mutant[] => {
  const tries = scenarios.flatMap(triesOf);
  const isCaught = ({ bundle }: Mutant, { events, expected, outlook }: Try): boolean =>
    differencesOf(bundle, expected, evaluate(bundle, events, { asOf: expected.asOf, outlook })).length > 0;
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
  /** Whether it says anything of what comes next, which takes longer to work out than all else. */
  outlook: boolean;
  names: ReadonlySet<Id>;
}

const triesOf = ({ events, expectations }: Scenario): Try[] =>
  expectations.map((expected) => ({
    events,
    expected,
    outlook: expected.overTime?.next !== undefined || expected.overTime?.nextMiss !== undefined,
    names: new Set(namesIn(expected)),
  }));

/** First those that name the changed rule, then those that name what reads it: most changes are caught by one of them. */
const likeliest = (bundle: Bundle, criterion: Id, tries: Try[]): Try[] => {
  const near = (of: ReadonlySet<Id>) => (each: Try) => [...each.names].some((name) => of.has(name));
  const readers = readersOf(bundle, new Set([criterion]));
  const rings = [new Set([criterion]), readers, readersOf(bundle, readers)].map(near);
  const ring = (each: Try): number => {
    const found = rings.findIndex((isNear) => isNear(each));
    return found < 0 ? rings.length : found;
  };
  const ranked = tries.map((each) => ({ each, rank: ring(each) + (each.outlook ? 0.5 : 0) }));
  return ranked.sort((a, b) => a.rank - b.rank).map(({ each }) => each);
};

/** What is declared over time and mentions any of these. */
const readersOf = ({ course }: Bundle, names: ReadonlySet<Id>): Set<Id> => {
  const declared = course === undefined ? [] : [...course.derived, ...course.rules, ...course.duties, ...course.steps];
  return new Set(declared.filter((one) => mentions(one, names)).map(({ id }) => id));
};

const mentions = (value: unknown, names: ReadonlySet<Id>): boolean =>
  typeof value === 'string'
    ? names.has(value)
    : typeof value === 'object' && value !== null && Object.values(value).some((part) => mentions(part, names));

const namesIn = ({ criteria, reasons = [], overTime }: Expected): Id[] => [
  ...criteria.map(({ id }) => id),
  ...reasons,
  ...(overTime === undefined
    ? []
    : [
        ...overTime.facts.map(({ id }) => id),
        ...(overTime.open ?? []),
        ...overTime.recommendations.map(({ rule }) => rule),
        ...overTime.duties.map(({ duty }) => duty),
        ...overTime.steps.map(({ step }) => step),
      ]),
];
