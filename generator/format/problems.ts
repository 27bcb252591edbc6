/** What can be wrong with a wish to change one value. */
import { kind } from '../problem/problem.js';

export const formatProblems = {
  'edit/no-such-place': kind<{ path: string }>({
    severity: 'error',
    message: ({ path }) => `There is no ${path} in this file.`,
    advice: () => 'Look at the file again: it may have been changed meanwhile.',
  }),
  'edit/not-possible': kind<{ path: string }>({
    severity: 'error',
    message: ({ path }) => `${path} cannot be changed by itself in the way this file is written.`,
    advice: () => 'Change it by hand in the file.',
  }),
};
