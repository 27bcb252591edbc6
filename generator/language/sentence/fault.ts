/** A fault in a sentence, as a value: what is wrong, where in the sentence, and the particulars of its message. */
import type { At } from '../../../engine/contract/index.js';
import type { Problem, ProblemKind } from '../../problem/problem.js';
import type { Span } from './ast.js';
import { sentenceProblems } from './problems.js';

export type SentenceCode = keyof typeof sentenceProblems;
type ParticularsOf<C extends SentenceCode> = (typeof sentenceProblems)[C] extends ProblemKind<infer P> ? P : never;
/** `particulars.say` is the whole sentence as it should have been, where that is known. */
export type Fault = { [C in SentenceCode]: Span & { code: C; particulars: ParticularsOf<C> } }[SentenceCode];

/** Gives the fault of this code at a stretch of the sentence. */
export const fault = <C extends SentenceCode>(code: C, { start, end }: Span, particulars: ParticularsOf<C>): Fault =>
  ({ code, start, end, particulars }) as unknown as Fault;

/** Gives the faults with the whole sentence as it should have been, where that is known. */
export const withCorrection = (faults: Fault[], say: string | undefined): Fault[] =>
  say === undefined
    ? faults
    : faults.map((found) => ({ ...found, particulars: { ...found.particulars, say } }) as Fault);

/** Takes a fault and where its stretch of the sentence stands in the file; gives the problem to report. */
export const problemOf = (found: Fault, at: At): Problem => {
  const kind = sentenceProblems[found.code] as ProblemKind<unknown>;
  return {
    code: found.code,
    severity: kind.severity,
    message: kind.message(found.particulars),
    advice: kind.advice(found.particulars),
    at,
  };
};
