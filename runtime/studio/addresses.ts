/**
 * Where the pages of the studio lie. A programme's pages lie below `at`, which `openProgramme` gives: the studio may be
 * mounted anywhere, so no other file of it may write an address of its own from the root.
 */
import type { Id } from '../../engine/contract/index.js';

/** The address of a programme, in a studio whose pages lie below `base`: '' or, say, '/studio'. */
export const programmeAt = (base: string, slug: string): string => `${base}/${slug}`;

/** The stream that says when a file of that programme was saved. */
export const liveAt = (base: string, slug: string): string => `${base}/live/${slug}`;

export const caseAddress = (at: string, { id }: { id: string }): string => `${at}/cases/${id}`;

/** Where a form begins a case, or within one where its pages are. */
export const formAddress = (at: string, form: Id, draft?: { id: string }): string =>
  `${draft ? caseAddress(at, draft) : at}/forms/${form}`;

/** Where cases are played, or where this one is. */
export const playAddress = (at: string, play?: { id: string }): string => `${at}/play${play ? `/${play.id}` : ''}`;
