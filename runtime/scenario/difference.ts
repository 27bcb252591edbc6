import type { Bundle, CaseEvent, Evaluation, Id } from '../../engine/contract/index.js';
import type { Expected } from '../../generator/scenario/scenario.js';
import { clausesInWords, criterionNamed, criterionWhy } from './explain.js';
import { differencesOverTime } from './over-time/differences.js';
import type { Differing } from './over-time/differing.js';
import { documentDifferences } from './over-time/document-differences.js';

/** One thing that came out otherwise than expected: the decision, a criterion, a list, or something over time. */
export type Difference = Differing;

/**
 * Takes what was expected, what was found and the events of the case; gives each difference, those of its reports and
 * messages among them.
 */
export const allDifferences = (
  bundle: Bundle,
  expected: Expected,
  found: Evaluation,
  events: readonly CaseEvent[],
): Difference[] => [
  ...differencesOf(bundle, expected, found),
  ...(expected.overTime ? documentDifferences(bundle, expected.overTime, events, expected.asOf) : []),
];

/** Takes what was expected and what was found, but for documents; gives each difference, none where all is as expected. */
export const differencesOf = (bundle: Bundle, expected: Expected, found: Evaluation): Difference[] => [
  ...outcomeDifference(bundle, expected, found),
  ...expected.criteria.flatMap(({ id, verdict }) => criterionDifference(bundle, id, verdict, found)),
  ...listDifference(
    'missing',
    expected.missing,
    found.decision.missing.map(({ fact }) => fact),
  ),
  ...listDifference(
    'reasons',
    expected.reasons,
    found.decision.reasons.map(({ criterion }) => criterion),
  ),
  ...listDifference(
    'consulting',
    expected.consulting,
    found.decision.consulting.filter(({ verdict }) => verdict === 'met').map(({ role }) => role),
  ),
  ...listDifference('stale', expected.stale, staleIn(found)),
  ...(expected.overTime === undefined ? [] : differencesOverTime(bundle, expected.overTime, found)),
];

/** Criteria whose judgement is stale, and judgements that belong to no criterion. */
const staleIn = ({ criteria, stale = [] }: Evaluation): Id[] => [
  ...new Set([
    ...criteria.filter((criterion) => criterion.stale.length > 0).map(({ id }) => id),
    ...stale.map(({ judgement }) => judgement),
  ]),
];

const outcomeDifference = (bundle: Bundle, { outcome }: Expected, found: Evaluation): Difference[] => {
  const { decision } = found;
  if (outcome === undefined || outcome === decision.outcome) return [];
  const why = decision.reasons.map(
    ({ criterion, verdict, words, clauses }) =>
      `${criterion} is ${verdict}: ${words}${clauses.length === 0 ? '' : ` (${clausesInWords(clauses)})`}`,
  );
  const clauses = bundle.decision?.origin.clauses ?? [];
  return [{ of: 'decision', expected: outcome, found: decision.outcome, why, clauses }];
};

const criterionDifference = (bundle: Bundle, id: Id, expected: string, found: Evaluation): Difference[] => {
  const verdict = found.criteria.find((criterion) => criterion.id === id);
  const criterion = criterionNamed(bundle, id);
  if (verdict === undefined || criterion === undefined || verdict.verdict === expected) return [];
  return [
    {
      of: id,
      expected,
      found: verdict.verdict,
      why: [criterion.reads, ...criterionWhy(bundle, verdict)],
      clauses: criterion.origin.clauses,
    },
  ];
};

const listDifference = (
  of: 'missing' | 'reasons' | 'consulting' | 'stale',
  expected: Id[] | undefined,
  found: Id[],
): Difference[] => {
  if (expected === undefined) return [];
  const [wanted, had] = [expected, found].map((ids) => [...new Set(ids)].sort().join(', '));
  return wanted === had ? [] : [{ of, expected: wanted || 'nothing', found: had || 'nothing', why: [], clauses: [] }];
};
