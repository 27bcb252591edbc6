import type { Cause, Outcome, Role, Verdict } from '../../../engine/contract/index.js';

/** The outcome as a heading, and what it means in one sentence. */
export const outcomeWords: Record<Outcome, { word: string; means: string }> = {
  excluded: { word: 'Excluded', means: 'At least one ground for exclusion is met.' },
  'not-eligible': { word: 'Not eligible', means: 'Nothing excludes, and at least one requirement is not met.' },
  'not-enough-information': {
    word: 'Not enough information',
    means: 'What is known so far decides nothing: it may still turn out either way.',
  },
  'needs-judgement': {
    word: 'Needs judgement',
    means: 'What remains is for people to weigh up: no rule settles it.',
  },
  eligible: { word: 'Eligible', means: 'Every requirement is met, and nothing excludes.' },
};

/** A verdict as its word and the look of its mark. A ground against him that is met has the mark of what is not met. */
export const verdictWords: Record<Role, Record<Verdict, { word: string; look: Verdict }>> = {
  requires: {
    met: { word: 'Met', look: 'met' },
    'not-met': { word: 'Not met', look: 'not-met' },
    unknown: { word: 'Not known', look: 'unknown' },
    'not-applicable': { word: 'Does not apply', look: 'not-applicable' },
  },
  excludes: {
    met: { word: 'Excludes', look: 'not-met' },
    'not-met': { word: 'Does not exclude', look: 'met' },
    unknown: { word: 'Not known', look: 'unknown' },
    'not-applicable': { word: 'Does not apply', look: 'not-applicable' },
  },
  'weighs-against': {
    met: { word: 'Weighs against', look: 'not-met' },
    'not-met': { word: 'Does not weigh against', look: 'met' },
    unknown: { word: 'Not known', look: 'unknown' },
    'not-applicable': { word: 'Does not apply', look: 'not-applicable' },
  },
};

export const roleHeadings: Record<Role, string> = {
  requires: 'What is required',
  excludes: 'What excludes',
  'weighs-against': 'What weighs against',
};

export const causeWords: Record<Cause, string> = {
  unanswered: 'not answered yet',
  'not-known': 'answered as not known',
  'not-yet-recorded': 'not recorded yet',
  'awaiting-judgement': 'waiting for a judgement',
};

/** Of one part of a condition: whether it holds. */
export const holdsWords: Record<'met' | 'not-met' | 'unknown', string> = {
  met: 'this holds',
  'not-met': 'this does not hold',
  unknown: 'not known',
};

/** What a decision comes to, of whoever it is about. */
export const decidedWords: Readonly<Record<string, string>> = {
  accepted: 'he is accepted',
  declined: 'he is not accepted',
  'suitable-not-ready': 'he is suitable, but not ready yet',
};
