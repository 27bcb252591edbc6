/** A fault of an author, as a value. An exception is our own bug. */
import type { At } from '../../engine/contract/index.js';

export type Severity = 'error' | 'warning';

export interface Problem {
  code: string;
  severity: Severity;
  /** What is wrong, in the policy lead's words. */
  message: string;
  /** What to write instead. */
  advice: string;
  at: At;
  related?: { at: At; message: string }[];
}

/** One kind of problem: what it says, given its particulars. */
export interface ProblemKind<P> {
  severity: Severity;
  message: (particulars: P) => string;
  advice: (particulars: P) => string;
}

/** Kinds of problem by code (`section/fault`), each naming the particulars that must be given to raise it. */
export type Catalogue = Record<string, ProblemKind<never>>;

type ParticularsOf<K> = K extends ProblemKind<infer P> ? P : never;

/** Takes a kind's particulars as the type of its `message`; gives it back unchanged, typed. */
export const kind = <P = Record<never, never>>(kindOf: ProblemKind<P>): ProblemKind<P> => kindOf;

/**
 * Gives the function that raises the problems of a catalogue:
 * `raise('form/no-pages', at, { form: 'referral' }, related)`.
 */
export const raiser =
  <C extends Catalogue>(catalogue: C) =>
  <Code extends keyof C & string>(
    code: Code,
    at: At,
    particulars: ParticularsOf<C[Code]>,
    related: { at: At; message: string }[] = [],
  ): Problem => {
    const found = catalogue[code] as unknown as ProblemKind<ParticularsOf<C[Code]>>;
    return {
      code,
      severity: found.severity,
      message: found.message(particulars),
      advice: found.advice(particulars),
      at,
      ...(related.length > 0 ? { related } : {}),
    };
  };
