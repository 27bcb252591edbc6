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
};

export const raiseEffect = raiser(effectProblems);
