/** Where the documents of a case are: with its other pages, and what is written to her where those are who support her. */
import type { OpenCase } from '../../server/cases/contract.js';
import type { Side } from '../../server/store/document-store.js';

type Of = { stored: Pick<OpenCase['stored'], 'programme' | 'ref'> };

export const documentsAddress = ({ stored: { programme, ref } }: Of, side: Side): string =>
  `/${programme}/${side === 'hers' ? 'partner-support' : 'cases'}/${ref}/documents`;

/** `number`: which of its entries it is for, from 1; 0 where there is one for all. */
export const documentAddress = (found: Of, side: Side, document: string, number = 0): string =>
  `${documentsAddress(found, side)}/${document}${number > 0 ? `?for=${number}` : ''}`;

export const issueAddress = (found: Of, side: Side, issue: string, as: 'page' | 'word' | 'pdf' = 'page'): string =>
  `${documentsAddress(found, side)}/issued/${issue}${as === 'page' ? '' : `/${as}`}`;
