import { nearest } from '../../problem/nearest.js';
import { kind, raiser } from '../../problem/problem.js';

export const recordProblems = {
  'record/no-such-event': kind<{ id: string; name: string; known: string[] }>({
    severity: 'error',
    message: ({ id, name }) => `“${id}” would be any of several events, and there is no event named “${name}”.`,
    advice: ({ name, known }) => {
      const near = nearest(name, known);
      return near ? `Did you mean “${near}”?` : 'Name something that happens, such as session-attended or started.';
    },
  }),
  'record/goes-round': kind<{ path: string[] }>({
    severity: 'error',
    message: ({ path }) =>
      `This goes round in a circle: ${path.map((each) => `“${each}”`).join(', which is any of several, one of them ')}.`,
    advice: () => 'Take one of them out of the list of another.',
  }),
  'record/not-with-any-of': kind<{ id: string; key: string }>({
    severity: 'error',
    message: ({ id, key }) =>
      `“${id}” is any of several events and is not recorded itself, so “${key}” says nothing of it.`,
    advice: ({ key }) => `Take “${key}” out, or write it with the records that are listed under “any-of”.`,
  }),
};

export const raiseRecord = raiser(recordProblems);
