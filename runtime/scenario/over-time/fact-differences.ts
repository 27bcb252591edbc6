import type { Bundle, CourseFact, Evaluation } from '../../../engine/contract/index.js';
import type { ExpectedFact, ExpectedValue } from '../../../generator/scenario/over-time/expected.js';
import type { Differing } from './differing.js';
import { from, isSubject } from './differing.js';
import { lackingInWords, usedInWords } from './explain.js';

/** Takes what facts are expected to be; gives those that are something else. */
export const factDifferences = (bundle: Bundle, expected: ExpectedFact[], found: Evaluation): Differing[] =>
  expected.flatMap(({ id, subject, value }) => {
    const fact = (found.facts ?? []).find((one) => one.id === id && isSubject(bundle, found, subject, one.subject));
    if (fact !== undefined && isAsExpected(value, fact)) return [];
    const declared = bundle.course?.derived.find((one) => one.id === id);
    const why =
      fact === undefined ? [] : [...usedInWords(fact.used), ...fact.lacks.map((one) => lackingInWords(bundle, one))];
    return [
      {
        of: `fact ${id}${subject === undefined ? '' : ` of ${subject}`}`,
        expected: expectedInWords(value),
        found: fact === undefined ? 'none' : valueInWords(fact),
        why: [...(declared === undefined ? [] : [declared.reads]), ...why],
        ...from(declared?.origin),
      },
    ];
  });

interface Limits {
  least: number;
  most: number | null;
}

/** The least and most of a number that is known, or known within limits. */
const limitsOf = ({ value, least, most }: CourseFact): Limits | undefined => {
  if (least !== undefined) return { least, most: most === undefined ? least : most };
  return typeof value === 'number' ? { least: value, most: value } : undefined;
};

const isAsExpected = (expected: ExpectedValue, fact: CourseFact): boolean => {
  switch (expected.kind) {
    case 'unknown':
      return fact.value === null;
    case 'number': {
      const limits = limitsOf(fact);
      return limits !== undefined && limits.least === expected.least && limits.most === expected.most;
    }
    case 'yes-no':
      return fact.value === expected.yes || fact.value === (expected.yes ? 'yes' : 'no');
    case 'word':
      return wordOf(fact.value) === expected.word;
  }
};

const wordOf = (value: CourseFact['value']): string => {
  if (value === null) return 'unknown';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

const limitsInWords = ({ least, most }: Limits): string => {
  if (most === null) return `at least ${least}`;
  return least === most ? `${least}` : `${least} to ${most}`;
};

/** A fact as it is written in a scenario: "3", "1 to 2", "high", "unknown". */
export const valueInWords = (fact: CourseFact): string => {
  const limits = limitsOf(fact);
  return limits === undefined ? wordOf(fact.value) : limitsInWords(limits);
};

const expectedInWords = (expected: ExpectedValue): string => {
  if (expected.kind === 'number') return limitsInWords(expected);
  if (expected.kind === 'yes-no') return expected.yes ? 'yes' : 'no';
  return expected.kind === 'unknown' ? 'unknown' : expected.word;
};
