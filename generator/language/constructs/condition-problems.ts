import { kind, raiser } from '../../problem/problem.js';

export const conditionProblems = {
  'condition/bare-list': kind<{ name: string }>({
    severity: 'error',
    message: ({ name }) =>
      `“${name}” holds a list of conditions, and does not say whether all or any of them must hold.`,
    advice: () => 'Put “all-of:” or “any-of:” above the list, and move the list in by two spaces.',
  }),
  'condition/one-key': kind<{ key: string; join: string }>({
    severity: 'error',
    message: ({ key, join }) => `“${key}” stands beside “${join}”, and a condition is joined in one way only.`,
    advice: ({ key, join }) =>
      `Put “${key}” into the list under “${join}”, as an item of its own, or put both under “all-of:”.`,
  }),
  'condition/empty': kind<{ join: string }>({
    severity: 'error',
    message: ({ join }) => `“${join}” has nothing in its list.`,
    advice: ({ join }) => `List at least one condition under “${join}”, or take it out.`,
  }),
  'condition/unknown-join': kind<{ found: string }>({
    severity: 'error',
    message: ({ found }) => `“${found}” does not begin a condition.`,
    advice: () =>
      'Write one sentence, such as: age is at least 18. Or join several with all-of, any-of or none-of, or ask about entries with any-entry-of, every-entry-of or no-entry-of.',
  }),
};

export const raiseCondition = raiser(conditionProblems);
