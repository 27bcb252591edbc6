import type { Draft } from '../../server/drafts.js';
import type { Fault } from '../layout/error-summary.js';
import { type CaseForm, pageKey, stateOf } from './case-form.js';
import { faultsTyped, partOf, type Way } from './page-presenter.js';
import { withPage } from './save-page.js';
import { fieldId } from './validate-page.js';

/**
 * A form that is sent although answers are missing: takes whatever was typed on its pages, also where a page could not be
 * saved for want of an answer. Gives the draft with it, or what is wrong with what was typed.
 */
export const takenAsItIs = (part: CaseForm, way: Way): { draft: Draft } | { faults: Fault[] } => {
  const shown = stateOf(part).pages.filter(({ visible }) => visible === 'yes');
  const pages = part.form.pages.flatMap((page) => {
    const kept = part.draft.typed[pageKey(part.form, page)];
    return kept && shown.some(({ id }) => id === page.id) ? [{ page, values: kept.values }] : [];
  });
  const faults = pages.flatMap(({ page }) =>
    faultsTyped(part, page, partOf(part, page, { ...way, toCheck: true }), true).map(({ path, message }) => ({
      message,
      href: `${way.at}/pages/${page.id}?back=check#${fieldId(path)}`,
    })),
  );
  if (faults.length > 0) return { faults };
  return { draft: pages.reduce((draft, { page, values }) => withPage({ ...part, draft }, page, values), part.draft) };
};
