import type { HerCase } from '../../server/partner-support/partner-support.js';

/** The pages of a programme for those who support partners. */
export const supportAddress = (programme: string): string => `/${programme}/partner-support`;

/** The page of a case for them. */
export const herCaseAddress = ({ programme, ref }: { programme: string; ref: string }): string =>
  `${supportAddress(programme)}/${ref}`;

/** The page of one partner: by the key that tells her from others, which says nothing of her. */
export const herAddress = ({ found, partner }: Pick<HerCase, 'found' | 'partner'>): string =>
  `${herCaseAddress(found.stored)}/${encodeURIComponent(partner.key)}`;
