import { kind, raiser } from '../../problem/problem.js';

const listed = (known: string[]): string => (known.length > 0 ? known.join(', ') : 'none');

export const ruleProblems = {
  'rule/opening': kind<{ id: string; kinds: string[]; what: 'rule' | 'duty' }>({
    severity: 'error',
    message: ({ id, kinds, what }) =>
      kinds.length === 0
        ? `The ${what} “${id}” does not say what brings it about.`
        : `The ${what} “${id}” is brought about in two ways at once: ${kinds.join(' and ')}.`,
    advice: ({ what }) =>
      what === 'rule'
        ? 'Give it one of “when” (a condition), “after” (an event), “each” (a ladder with steps) or “grounds”.'
        : 'Give it one of “when” (a condition) or “after” (an event).',
  }),
  'rule/no-force': kind<{ id: string }>({
    severity: 'error',
    message: ({ id }) => `“${id}” does not say what follows.`,
    advice: () => 'Add “must”, “should” or “may” with what is to be done, such as “must: contact participant”.',
  }),
  'rule/two-forces': kind<{ id: string; keys: string[] }>({
    severity: 'error',
    message: ({ id, keys }) => `“${id}” says ${keys.join(' and ')} at once.`,
    advice: () => 'Keep one of them; what follows besides goes under “then”, or into a rule of its own.',
  }),
  'rule/no-question': kind<{ id: string }>({
    severity: 'error',
    message: ({ id }) => `“${id}” says what follows an answer, and asks nothing.`,
    advice: () => 'Add “then-asks:” with the question that somebody answers.',
  }),
  'rule/no-steps': kind<{ id: string }>({
    severity: 'error',
    message: ({ id }) => `“${id}” has “each” and no steps.`,
    advice: () => 'Add “1st:”, “2nd:” and so on with what follows, or “further:” for each time.',
  }),
  'rule/step-left-out': kind<{ id: string; step: string }>({
    severity: 'error',
    message: ({ id, step }) => `The ladder “${id}” has no ${step} step, and has a later one.`,
    advice: ({ step }) => `Add “${step}:” with what follows then.`,
  }),
  'rule/steps-without-each': kind<{ id: string }>({
    severity: 'error',
    message: ({ id }) => `“${id}” has steps and does not say of what each is the next.`,
    advice: () => 'Put “each:” with the event in place of “when” or “after”.',
  }),
  'rule/ground-kind': kind<{ id: string; kinds: string[] }>({
    severity: 'error',
    message: ({ id, kinds }) =>
      kinds.length === 0
        ? `The ground “${id}” does not say how it comes about.`
        : `The ground “${id}” comes about in two ways at once: ${kinds.join(' and ')}.`,
    advice: () =>
      'Give it one of “happens” (something that is recorded), “asks” (something that is judged) or “when” (a condition).',
  }),
  'rule/for-each': kind<{ name: string; known: string[] }>({
    severity: 'error',
    message: ({ name }) => `There are not several of “${name}” that it could be for each of.`,
    advice: ({ known }) =>
      `Write session, or somebody for whom a form has a question with “each”. There ${known.length > 0 ? `is ${listed(known)}` : 'is none so far'}.`,
  }),
};

export const raiseRule = raiser(ruleProblems);
