/** What is said of a criterion that came out one way or another. */
import type { Criterion } from './bundle.js';
import type { Verdict } from './verdict.js';

/** Takes a criterion and its verdict; gives its words where it decides against somebody, and else the rule itself. */
export const wordsFor = (
  { role, words, rule }: Pick<Criterion, 'role' | 'words' | 'rule'>,
  verdict: Verdict,
): string => {
  const against = role === 'requires' ? verdict === 'not-met' : verdict === 'met';
  return against ? words : (rule ?? words);
};
