/** What happens, and how long something has been so, in English. */
import { printLasts } from '../print.js';

const passive = /\b(was|were|(?:had|has|have)(?= been\b))\b/g;

/** Takes a clause in the past tense; gives it denied: "no incident was reported". Nothing where that is not plain. */
const denied = (clause: string): string | undefined => {
  if (/^an? /.test(clause)) return clause.replace(/^an? /, 'no ');
  return [...clause.matchAll(passive)].length === 1 ? clause.replace(passive, '$1 not') : undefined;
};

/** Takes what an event is called and when it was, as " in the last 2 weeks"; gives the sentence that says so. */
export const happenedReads = (called: string, when: string, negated: boolean): string => {
  if (!negated) return `${called}${when}`;
  const no = denied(called);
  return no === undefined ? `it has not happened${when} that ${called}` : `${no}${when}`;
};

const present = / (is|are) /g;

/** Takes the English of what has been so; gives that it has been so for so long, or that it has not. */
export const lastedReads = (
  reads: string,
  length: { n: number; unit: string; more?: true },
  negated: boolean,
): string => {
  const forSoLong = printLasts(length);
  const not = negated ? 'not ' : '';
  const [verb, ...more] = [...reads.matchAll(present)];
  if (verb && more.length === 0)
    return `${reads.replace(present, verb[1] === 'is' ? ` has ${not}been ` : ` have ${not}been `)} ${forSoLong}`;
  return negated ? `it has not been so ${forSoLong} that ${reads}` : `it has been so ${forSoLong} that ${reads}`;
};
