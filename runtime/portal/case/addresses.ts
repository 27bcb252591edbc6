import type { OpenCase } from '../../server/cases/contract.js';

/** The address of a case: its programme and its reference. */
export const caseAddress = ({ stored }: { stored: Pick<OpenCase['stored'], 'programme' | 'ref'> }): string =>
  `/${stored.programme}/cases/${stored.ref}`;
