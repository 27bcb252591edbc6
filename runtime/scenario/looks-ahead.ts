import type { Expected } from '../../generator/scenario/scenario.js';

/** Takes what is expected; gives whether any of it is of what comes next, which takes longer to work out than all else. */
export const looksAhead = ({ overTime }: Expected): boolean =>
  overTime?.next !== undefined || overTime?.nextMiss !== undefined;
