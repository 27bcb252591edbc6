import type { Bundle, Evaluation, Id, Recommendation } from '../../../engine/contract/index.js';
import type { ExpectedOverTime, ExpectedRecommendation } from '../../../generator/scenario/over-time/expected.js';
import { type Differing, from, isSubject, listDifference } from './differing.js';
import { courseWhyInWords, lackingInWords, usedInWords } from './explain.js';

/** Takes what is expected of recommendations; gives what differs. */
export const recommendationDifferences = (
  bundle: Bundle,
  { open, recommendations }: Pick<ExpectedOverTime, 'open' | 'recommendations'>,
  found: Evaluation,
): Differing[] => [
  ...openDifference(bundle, open, found.recommendations ?? []),
  ...recommendations.flatMap((expected) => ofRule(bundle, expected, found)),
];

const openDifference = (bundle: Bundle, expected: Id[] | undefined, found: Recommendation[]): Differing[] => {
  const open = found.filter(({ state }) => state === 'open');
  const names = open.map(({ rule }) => rule);
  const extra = open.filter(({ rule }) => !expected?.includes(rule));
  const lacking = [...new Set(expected ?? [])].filter((rule) => !names.includes(rule));
  return listDifference('recommendations', expected, names, [
    ...extra.flatMap((one) => [`${one.rule}, since ${one.since}: ${one.reads}`, ...indented(whyOf(bundle, one))]),
    ...lacking.flatMap((rule) => notOpen(bundle, rule, found)),
  ]);
};

const indented = (lines: string[]): string[] => lines.map((line) => `  ${line}`);

/** Why a rule that was expected to be open is not. */
const notOpen = (bundle: Bundle, rule: Id, found: Recommendation[]): string[] => {
  const latest = found.filter((one) => one.rule === rule).at(-1);
  const reads = bundle.course?.rules.find(({ id }) => id === rule)?.reads ?? '';
  if (latest === undefined) return [`${rule} was not raised: ${reads}`];
  return [`${rule} is ${latest.state}: ${reads}`, ...indented(whyOf(bundle, latest))];
};

/** Takes a recommendation; gives why it was raised or what it lacks, line by line. */
export const whyOf = (bundle: Bundle, { why, used, lacks, at }: Recommendation): string[] => [
  ...why.flatMap((one) => courseWhyInWords(bundle, one)),
  ...usedInWords(used),
  ...lacks.map((one) => lackingInWords(bundle, one)),
  `${at.file}:${at.line}`,
];

const ofRule = (bundle: Bundle, { rule, subject, states }: ExpectedRecommendation, found: Evaluation): Differing[] => {
  const raised = (found.recommendations ?? [])
    .filter((one) => one.rule === rule && (subject === undefined || isSubject(bundle, found, subject, one.subject)))
    .sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
  const seen = states !== 'none' && states.length === 1 ? raised.slice(-1) : raised;
  const had = seen.map(({ state }) => state).join(', ') || 'none';
  const wanted = states === 'none' ? 'none' : states.join(', ');
  if (had === wanted) return [];
  const declared = bundle.course?.rules.find(({ id }) => id === rule);
  return [
    {
      of: `recommendation ${rule}${subject === undefined ? '' : ` of ${subject}`}`,
      expected: wanted,
      found: had,
      why: [
        ...(declared === undefined ? [] : [declared.reads]),
        ...seen.flatMap((one) => whyOf(bundle, one).slice(0, -1)),
      ],
      ...from(declared?.origin),
    },
  ];
};
