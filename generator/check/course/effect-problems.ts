import { nearest } from '../../problem/nearest.js';
import { kind, raiser } from '../../problem/problem.js';

export const effectProblems = {
  'effect/unknown': kind<{ what: string; name: string; known: string[] }>({
    severity: 'error',
    message: ({ what, name }) => `There is no ${what} “${name}”.`,
    advice: ({ what, name, known }) => {
      const near = nearest(name, known);
      const some = known.length > 0 ? `Known are: ${known.join(', ')}.` : `None is declared.`;
      return `${near ? `Did you mean “${near}”? ` : ''}${some} If no ${what} is meant, begin with a capital letter: these are then words for a person.`;
    },
  }),
  'effect/free-words': kind<{ says: string; write: string; known: string[]; answeredBy: string }>({
    severity: 'warning',
    message: ({ says, answeredBy }) =>
      `“${says}” is taken as words for a person: nothing is carried out by it, and what answers it is “${answeredBy}”.`,
    advice: ({ says, write, known }) =>
      `Did you mean “${write}”?${known.length > 0 ? ` Known are: ${known.join(', ')}.` : ''} If a person is to read these words and no more, begin with a capital letter: ${says.charAt(0).toUpperCase()}${says.slice(1)}`,
  }),
};

export const raiseEffect = raiser(effectProblems);
