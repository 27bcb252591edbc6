/** What a decision can come to: which of three things hold, once everything is known. */
import type { Role } from '../contract/bundle.js';
import type { Outcome } from '../contract/verdict.js';

/** Flags: an exclusion is met, a requirement is not, something weighs against him. */
export type Ground = number;
export const excluded = 1;
export const fails = 2;
export const weighs = 4;

/** Every set of grounds that can come about, as the flags of the numbers 0 to 7. */
export type Grounds = number;

/** The grounds that a criterion gives when it comes out so. */
export const groundOf = (role: Role, holds: boolean): Ground => {
  if (role === 'requires') return holds ? 0 : fails;
  if (!holds) return 0;
  return role === 'excludes' ? excluded : weighs;
};

export const onlyGround = (ground: Ground): Grounds => 1 << ground;

/** Takes what two independent parts can come to, gives what they can come to together. */
export const together = (some: Grounds, others: Grounds): Grounds => {
  let found = 0;
  for (const a of groundsIn(some)) for (const b of groundsIn(others)) found |= onlyGround(a | b);
  return found;
};

/** The single grounds in a set of them. */
export const groundsIn = (grounds: Grounds): Ground[] => eight.filter((ground) => grounds & onlyGround(ground));
const eight = [0, 1, 2, 3, 4, 5, 6, 7];

/** The outcome, everything being known. */
export const outcomeOf = (ground: Ground): Exclude<Outcome, 'not-enough-information'> => {
  if (ground & excluded) return 'excluded';
  if (ground & fails) return 'not-eligible';
  return ground & weighs ? 'needs-judgement' : 'eligible';
};

/** Whether two grounds lead to different outcomes beside some one of these. */
export const toldApart = (a: Ground, b: Ground, beside: Grounds): boolean =>
  groundsIn(beside).some((other) => outcomeOf(a | other) !== outcomeOf(b | other));
