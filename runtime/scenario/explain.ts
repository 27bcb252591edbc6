/** Verdicts in plain English, for a terminal. */
import type { Bundle, ClauseId, Criterion, CriterionVerdict, Saw, Why } from '../../engine/contract/index.js';
import { dayInWords } from '../portal/words/dates.js';
import { factInWords, factNamed } from '../portal/words/names.js';
import { answerInWords } from '../portal/words/values.js';

const words: Record<Why['verdict'], string> = { met: 'yes', 'not-met': 'no', unknown: 'not known' };

const causes: Record<NonNullable<Saw['cause']>, string> = {
  unanswered: 'not answered',
  'not-known': 'answered “not known”',
  'not-yet-recorded': 'not recorded yet',
  'awaiting-judgement': 'not judged yet',
};

const sawInWords = (bundle: Bundle, saw: Saw): string => {
  if (saw.fact === 'today') return `today: ${dayInWords(String(saw.value ?? ''))}`;
  const fact = factNamed(bundle, saw.fact);
  const value = fact && answerInWords(bundle, fact, saw.value, { showsHers: true }).join(', ');
  return `${factInWords(bundle, saw.fact)}: ${value || causes[saw.cause ?? 'unanswered']}`;
};

const leafInWords = (bundle: Bundle, why: Why): string => {
  const saw = (why.saw ?? []).map((one) => sawInWords(bundle, one));
  return `${why.reads}: ${words[why.verdict]}${saw.length === 0 ? '' : ` (${saw.join('; ')})`}`;
};

/** Takes an explanation; gives its lines, the parts of a condition indented under it. */
export const whyInWords = (bundle: Bundle, why: Why, indent = ''): string[] => {
  if (why.of === undefined) return [`${indent}${leafInWords(bundle, why)}`];
  if (why.of.length === 1 && why.of[0] !== undefined) return whyInWords(bundle, why.of[0], indent);
  const joined = why.joins === 'any' ? 'any of these' : 'all of these';
  return [
    `${indent}${joined}: ${words[why.verdict]}`,
    ...why.of.flatMap((part) => whyInWords(bundle, part, `${indent}  `)),
  ];
};

/** Takes a criterion's verdict; gives why it came out so, line by line. */
export const criterionWhy = (bundle: Bundle, { why }: CriterionVerdict): string[] => [
  ...(why.applies === undefined ? [] : whyInWords(bundle, why.applies).map((line) => `applies only when ${line}`)),
  ...whyInWords(bundle, why.test),
];

/** The criterion of that id, which a bundle's own verdicts always name. */
export const criterionNamed = (bundle: Bundle, id: string): Criterion | undefined =>
  bundle.criteria.find((criterion) => criterion.id === id);

/** Clauses as they are cited: "EX-059, EX-060". */
export const clausesInWords = (clauses: ClauseId[]): string => clauses.join(', ');
