import { nearest } from '../problem/nearest.js';
import { kind, raiser } from '../problem/problem.js';

export const clauseProblems = {
  'clause/unknown': kind<{ id: string; known: string[] }>({
    severity: 'error',
    message: ({ id }) => `There is no clause “${id}”.`,
    advice: ({ id, known }) => {
      const near = nearest(id, known);
      const span = known.length > 0 ? ` The clauses run from ${known[0]} to ${known.at(-1)}.` : '';
      return `${near ? `Did you mean ${near}?` : 'Add it to the section “clauses”, or cite another.'}${span}`;
    },
  }),
  'clause/backwards': kind<{ from: string; to: string }>({
    severity: 'error',
    message: ({ from, to }) => `The range from ${from} to ${to} runs backwards.`,
    advice: ({ from, to }) => `Write ${to} to ${from}.`,
  }),
  'clause/kind': kind<{ id: string; found: string; known: readonly string[] }>({
    severity: 'error',
    message: ({ id, found }) =>
      `The clause ${id} is said to be about “${found}”, which is none of the kinds of clauses.`,
    advice: ({ found, known }) => {
      const near = nearest(found, [...known]);
      return `${near ? `Did you mean “${near}”? ` : ''}The kinds are ${known.join(', ')}.`;
    },
  }),
  'clause/none-given': kind<Record<never, never>>({
    severity: 'warning',
    message: () => 'The definition cites clauses and has no section “clauses”, so nobody can read what they say.',
    advice: () =>
      'Add a file clauses.yaml with the section “clauses”: each clause’s number, what it says and its force.',
  }),
  'clause/no-origin': kind<{ id: string; what: string }>({
    severity: 'warning',
    message: ({ id, what }) => `The ${what} “${id}” answers to no clause, and does not say why it is here.`,
    advice: () => 'Add “clause:” with the clause that says it, or “ours:” with the reason for having it.',
  }),
  'clause/force': kind<{ id: string; clause: string; force: string; effect: string }>({
    severity: 'warning',
    message: ({ id, clause, force, effect }) =>
      `“${id}” ${effect}, and its clause ${clause} ${force === 'may' ? 'only says that it may' : 'only informs'}.`,
    advice: () => 'Use “weighs-against”, or explain in “reading” why the clause is taken so strongly.',
  }),
  'clause/in-force': kind<{ id: string; between: string[] }>({
    severity: 'error',
    message: ({ id }) => `${id} is said to be in force, and is not one of the clauses that are settled here.`,
    advice: ({ between }) => `Write one of ${between.join(', ')}.`,
  }),
  'settled/date': kind<{ found: string }>({
    severity: 'error',
    message: ({ found }) => `“${found}” is not a date.`,
    advice: () => 'Write the year, the month and the day, such as 2026-01-31.',
  }),
  'not-stated/unknown-topic': kind<{ topic: string; known: readonly string[] }>({
    severity: 'warning',
    message: ({ topic }) =>
      `“${topic}” is not one of the topics that Rubric knows, so nothing can tell when it is stated after all.`,
    advice: ({ topic, known }) => {
      const near = nearest(topic, [...known]);
      return near ? `Did you mean “${near}”?` : 'It is kept as it is. The reference lists the topics.';
    },
  }),
};

export const raiseClause = raiser(clauseProblems);
