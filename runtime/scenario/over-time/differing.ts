/** What every difference over time is made of. */
import type { At, Bundle, ClauseId, Evaluation, Origin } from '../../../engine/contract/index.js';
import { sessionCalled } from './explain.js';

/** One thing that came out otherwise than expected. */
export interface Differing {
  of: string;
  expected: string;
  found: string;
  /** Why it was found so, in English, line by line. */
  why: string[];
  clauses: ClauseId[];
  /** Where what says so is declared. */
  at?: At;
}

/** What a difference says of where its rule comes from. */
export const from = (origin: Origin | undefined): Pick<Differing, 'clauses' | 'at'> =>
  origin === undefined ? { clauses: [] } : { clauses: origin.clauses, at: origin.at };

/** Whether something is of the subject that is expected: an entry by its key, a session also by its day. */
export const isSubject = (
  bundle: Bundle,
  { ledger = [] }: Evaluation,
  expected: string | undefined,
  found: string | undefined,
): boolean =>
  expected === found ||
  (expected !== undefined && found !== undefined && sessionCalled(bundle, ledger, expected)?.key === found);

/** Takes two lists that should name the same, in any order; gives the difference between them. */
export const listDifference = (
  of: string,
  expected: string[] | undefined,
  found: string[],
  why: string[] = [],
): Differing[] => {
  if (expected === undefined) return [];
  const [wanted, had] = [expected, found].map((ids) => [...new Set(ids)].sort().join(', '));
  return wanted === had ? [] : [{ of, expected: wanted || 'none', found: had || 'none', why, clauses: [] }];
};
