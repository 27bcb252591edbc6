import { kind, raiser } from '../../problem/problem.js';

const meant = (suggestion: string | undefined): string => (suggestion ? `Did you mean “${suggestion}”? ` : '');

export const amountProblems = {
  'amount/span': kind<{ found: string; suggestion?: string }>({
    severity: 'error',
    message: ({ found }) => `“${found}” is not a length of time.`,
    advice: ({ suggestion }) =>
      `${meant(suggestion)}Write a number and a unit: 48 hours, 10 days, 5 working days, 2 weeks, 1 month or 1 year.`,
  }),
  'amount/amount': kind<{ found: string; suggestion?: string }>({
    severity: 'error',
    message: ({ found }) => `“${found}” is not a number as a document gives one.`,
    advice: ({ suggestion }) =>
      `${meant(suggestion)}Write 30, at least 3, at most 12, about 20, 8 to 12, 24 or 26, for a person to say, for service-lead to say (with the role’s name), or not-stated.`,
  }),
  'amount/rate': kind<{ found: string; suggestion?: string }>({
    severity: 'error',
    message: ({ found }) => `“${found}” does not say how often.`,
    advice: ({ suggestion }) =>
      `${meant(suggestion)}Write 1 week (one each week), 2 each week, at most 1 each week, at least 1 every 2 weeks, or not-stated.`,
  }),
  'amount/backwards': kind<{ found: string; better: string }>({
    severity: 'error',
    message: ({ found }) => `“${found}” holds no number: it ends before it begins.`,
    advice: ({ better }) => `Write the smaller number first: ${better}.`,
  }),
};

export const raiseAmount = raiser(amountProblems);
