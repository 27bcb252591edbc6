import type { Standing } from '../../../runtime/server/store/contract.js';

/** For a store in which no case is looked at. */
export const standingOf = (): Standing => ({
  asOf: '2026-03-02',
  stage: 'referred',
  since: '2026-03-02',
  outcome: 'not-enough-information',
  closed: false,
  work: [],
});
