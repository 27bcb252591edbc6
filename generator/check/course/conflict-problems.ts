import { kind, raiser } from '../../problem/problem.js';

export const conflictProblems = {
  'rule/contradicts': kind<{ witness: string; one: string; says: string; other: string; denies: string }>({
    severity: 'warning',
    message: ({ witness, one, says, other, denies }) =>
      `Two rules contradict each other: ${witness} ${says} under ${one} and ${denies} under ${other}.`,
    advice: ({ one, other }) =>
      `If the document says both, somebody has to settle which is in force: add under “settled” the clauses of ${one} and ${other}, who settled it and when. Until then both are shown.`,
  }),
  'rule/allowance': kind<{ n: number; one: string; other: string; says: string }>({
    severity: 'warning',
    message: ({ n, one, other, says }) =>
      `The allowance is read in two ways: at exactly ${n}, he stays under ${other} and ${says} under ${one}.`,
    advice: () => 'Is that one still allowed, or is it the first too many? Change one of the two numbers.',
  }),
};
export const raiseConflict = raiser(conflictProblems);
