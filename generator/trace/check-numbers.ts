/** That a rule says the numbers of the clauses that it answers to: else two papers of one programme say two things. */
import {
  type ClauseId,
  type Comparison,
  type Condition,
  type CourseCondition,
  type CourseRule,
  type Criterion,
  type Duty,
  type Origin,
  type Span,
  spanInWords,
} from '../../engine/contract/index.js';

import type { Problem } from '../problem/problem.js';
import type { Traced } from './implementations.js';
import { lengthOf, type NumbersIn, numbersIn } from './numbers-in-words.js';
import { raiseTrace } from './trace-problems.js';

/** What something says of numbers: each with what else comes to the same, and how it is said. */
interface Said {
  counts: { n: number; beside: number[] }[];
  lengths: Span[];
}

/** "More than two" is three; "fewer than three" two. */
const beside = (n: number, comparison: Comparison): number[] => {
  if (comparison === 'at-least' || comparison === 'less-than') return [n - 1];
  return comparison === 'exactly' ? [] : [n + 1];
};
const speaksBeside = /\b(?:more|fewer|less|over|under|above|below|beyond|exceeds?|further|until)\b/i;

/** Ones go without saying: "a session", "the first". */
const count = (n: number, others: number[], said: Said): void => {
  if (n > 1) said.counts.push({ n, beside: others });
};

const inCondition = (condition: CourseCondition | Condition | undefined, said: Said): Said => {
  if (!condition || condition.guard) return said;
  switch (condition.kind) {
    case 'all':
    case 'any':
      for (const part of condition.of) inCondition(part, said);
      return said;
    case 'compares':
      count(condition.to, beside(condition.to, condition.comparison), said);
      return said;
    case 'apart':
      // Less than 17 years is up to the age of 16.
      if (condition.comparison !== 'less-than') said.lengths.push(condition.duration);
      return said;
    case 'lasted':
      said.lengths.push(condition.span);
      return inCondition(condition.condition, said);
    case 'happened':
      if (condition.within && 'span' in condition.within && condition.within.span)
        said.lengths.push(condition.within.span);
      return inCondition(condition.where, said);
    case 'some-entry':
      return inCondition(condition.where, said);
    default:
      return said;
  }
};

const inOpening = (opening: CourseRule | Duty): Said => {
  const said: Said = { counts: [], lengths: [] };
  const { trigger } = opening;
  if (trigger.kind === 'reaches') count(trigger.n, [trigger.n - 1], said);
  // The steps of a ladder are often told as “then”.
  if (trigger.kind === 'on' && trigger.nth && !opening.within) count(trigger.nth, [trigger.nth - 1], said);
  if ('condition' in trigger) inCondition(trigger.condition, said);
  for (const each of [opening.onlyWhen, opening.unless]) inCondition(each, said);
  if (!('does' in opening)) return said;
  count(opening.times, [], said);
  if ('span' in opening.due && opening.due.span) said.lengths.push(opening.due.span);
  if (opening.recurs && 'span' in opening.recurs) said.lengths.push(opening.recurs.span);
  return said;
};

const ofCriterion = ({ test, applies }: Criterion): Said =>
  inCondition(applies, inCondition(test, { counts: [], lengths: [] }));

/** The first number that none of the sentences has, where they have any of its kind. */
const parting = (said: Said, sentences: readonly string[]): string | undefined => {
  const { all, counts, lengths }: NumbersIn = numbersIn(sentences);
  const alsoBeside = sentences.some((sentence) => speaksBeside.test(sentence));
  const length = said.lengths.find(({ n, unit }) => {
    const own = lengthOf(n, unit);
    // An age is told without its years.
    if (unit === 'years' && all.includes(n)) return false;
    return lengths.length > 0 && !lengths.some((each) => each.kind === own.kind && Math.abs(each.n - own.n) < 0.01);
  });
  if (length) return spanInWords(length);
  const other = said.counts.find(
    ({ n, beside: others }) =>
      counts.length > 0 && ![n, ...(alsoBeside ? others : [])].some((one) => all.includes(one)),
  );
  return other && String(other.n);
};

/** Takes what was lowered; reports each criterion, rule and duty that says another number than its clauses. */
export const checkNumbers = ({ criteria, course, clauses }: Traced, report: (problem: Problem) => void): void => {
  const texts = new Map(clauses.map(({ id, says }) => [id, says]));
  const check = (id: string, { clauses: cited, reading, at }: Origin, said: Said): void => {
    if (reading || cited.length === 0) return;
    const sentences = cited.flatMap((each: ClauseId) => texts.get(each) ?? []);
    const says = parting(said, sentences);
    if (says) report(raiseTrace('clause/another-number', at, { id, says, clauses: cited, sentences }));
  };
  for (const criterion of criteria) check(criterion.id, criterion.origin, ofCriterion(criterion));
  for (const each of [...(course?.rules ?? []), ...(course?.duties ?? [])])
    check(each.id, each.origin, inOpening(each));
};
