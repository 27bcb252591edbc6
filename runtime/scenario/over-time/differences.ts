/** What came out otherwise over time than a scenario expects. */
import type { Bundle, Evaluation, Id, NextStep } from '../../../engine/contract/index.js';
import type { ExpectedOverTime, ExpectedStep, None } from '../../../generator/scenario/over-time/expected.js';
import { type Differing, from, listDifference } from './differing.js';
import { dutyDifferences } from './duty-differences.js';
import { courseWhyInWords, isSameMoment, lackingInWords, sessionCalled } from './explain.js';
import { factDifferences } from './fact-differences.js';
import { recommendationDifferences } from './recommendation-differences.js';
import { sessionDifferences } from './session-differences.js';

/** Takes what was expected over time and what was found; gives each difference, none where all is as expected. */
export const differencesOverTime = (bundle: Bundle, expected: ExpectedOverTime, found: Evaluation): Differing[] => [
  ...wordDifferences(expected, found),
  ...momentDifference(bundle, 'planned-end', expected.plannedEnd, found.plannedEnd, []),
  ...momentDifference(bundle, 'next', expected.next, nextOf(found)?.at, changesIn(found)),
  ...factDifferences(bundle, expected.facts, found),
  ...recommendationDifferences(bundle, expected, found),
  ...dutyDifferences(bundle, expected.duties, found),
  ...expected.steps.flatMap((step) => stepDifference(bundle, step, found)),
  ...sessionDifferences(bundle, expected.ledger, found),
  ...listDifference('next-miss', expected.nextMiss, raisedByNextMiss(found)),
  ...listDifference(
    'to-review',
    expected.toReview,
    (found.toReview ?? []).map(({ rule }) => rule),
  ),
  ...toFindOutDifference(bundle, expected.toFindOut, found),
];

const wordDifferences = (expected: ExpectedOverTime, found: Evaluation): Differing[] => {
  const since = found.stateSince === undefined ? [] : [`since ${found.stateSince}`];
  const { returning } = found;
  const back = returning?.verdict === 'unknown' ? 'unknown' : returning?.return;
  return [
    ...wordDifference('state', expected.state, found.state, since),
    ...wordDifference('phase', expected.phase, found.phase, []),
    ...wordDifference('ending', expected.ending, found.ending, []),
    ...wordDifference('stay', expected.stay?.toString(), found.stay?.toString(), []),
    ...wordDifference('returning', expected.returning, back, returning === undefined ? [] : [returning.words]),
  ];
};

const none: None = 'none';

const wordDifference = (
  of: string,
  expected: string | undefined,
  found: string | undefined,
  why: string[],
): Differing[] =>
  expected === undefined || expected === (found ?? none)
    ? []
    : [{ of, expected, found: found ?? none, why, clauses: [] }];

const momentDifference = (
  bundle: Bundle,
  of: string,
  expected: string | undefined,
  found: string | undefined,
  why: string[],
): Differing[] => {
  if (expected === undefined) return [];
  const isSame = found === undefined ? expected === none : expected !== none && isSameMoment(bundle, expected, found);
  return isSame ? [] : [{ of, expected, found: found ?? none, why, clauses: [] }];
};

/** Whoever writes scenarios sees all of it: whichever comes first. */
const nextOf = ({ next, nextOfHers }: Evaluation): Evaluation['next'] => {
  if (!next || !nextOfHers || next.at !== nextOfHers.at)
    return !nextOfHers || (next && next.at < nextOfHers.at) ? next : nextOfHers;
  return { ...next, changes: [...next.changes, ...nextOfHers.changes] };
};

const changesIn = (found: Evaluation): string[] =>
  (nextOf(found)?.changes ?? []).map(({ kind, id, from: before, to }) => `${kind} ${id}: ${before} → ${to}`);

const raisedByNextMiss = ({ nextMiss }: Evaluation): Id[] =>
  (nextMiss?.changes ?? []).filter(({ kind, to }) => kind === 'recommendation' && to === 'open').map(({ id }) => id);

const toFindOutDifference = (bundle: Bundle, expected: string[] | undefined, found: Evaluation): Differing[] => {
  const lacking = found.toFindOut ?? [];
  const sessionKey = (word: string): string => sessionCalled(bundle, found.ledger ?? [], word)?.key ?? word;
  return listDifference(
    'to-find-out',
    expected?.map(sessionKey),
    lacking.map(({ of }) => of),
    lacking.map((one) => lackingInWords(bundle, one)),
  );
};

const stepDifference = (bundle: Bundle, { step, verdict }: ExpectedStep, { steps = [] }: Evaluation): Differing[] => {
  const found = steps.find((candidate) => candidate.step === step);
  if ((found?.verdict ?? none) === verdict) return [];
  const origin = bundle.course?.steps.find(({ id }) => id === step)?.origin;
  const why = found === undefined ? ['This step cannot follow the state of the case.'] : stepWhy(bundle, found);
  return [{ of: `step ${step}`, expected: verdict, found: found?.verdict ?? none, why, ...from(origin) }];
};

/** Takes a step; gives what it needs and who or what refuses it, line by line. */
const stepWhy = (bundle: Bundle, { needs, refusedBy }: NextStep): string[] => [
  ...needs.flatMap(({ words, why }) => [words, ...courseWhyInWords(bundle, why, '  ')]),
  ...refusedBy.map((rule) => `refused by ${rule}`),
];
