/** What whoever sent a referral may record of it himself, by what the definition says. */
import type { Bundle, Happening, Id } from '../../../engine/contract/index.js';

/** Happenings that come of something else than a person's telling: of forms, duties, documents and appeals. */
const derived = (bundle: Bundle): Set<Id> =>
  new Set([
    'referral-received',
    ...bundle.forms.flatMap(({ id }) => [`${id}-received`, `${id}-complete`]),
    ...(bundle.course?.duties ?? []).map(({ id }) => `${id}-done`),
    ...(bundle.documents ?? []).flatMap(({ id }) =>
      ['sent', 'issued', 'requested', 'written', 'reviewed'].map((act) => `${id}-${act}`),
    ),
    ...(bundle.course?.appeals ?? []).flatMap(({ id }) => [`${id}-lodged`, `${id}-answered`]),
  ]);

/** What this role may tell of: an incident, news of a risk. Not what is of one session or one entry. */
export const toldBy = (bundle: Bundle, role: Id): Happening[] => {
  const others = derived(bundle);
  return (bundle.course?.happenings ?? []).filter(
    ({ id, by, hers, about, anyOf, brings }) =>
      by.includes(role) && !hers && about === undefined && !anyOf && brings === undefined && !others.has(id),
  );
};

/** Documents that this role may ask for, and has to. */
export const toAskFor = (bundle: Bundle, role: Id) =>
  (bundle.documents ?? []).filter(
    ({ id, onRequest, hers, forEach }) =>
      onRequest.includes(role) &&
      !hers &&
      forEach === undefined &&
      bundle.course?.happenings.some((one) => one.id === `${id}-requested` && one.by.includes(role)),
  );

/**
 * The steps of an appeal that are open to this role: the first always, whatever was decided, since it is for those who
 * answer to say that there is nothing to appeal against; a later one once the one before was lodged.
 */
export const toAppeal = (bundle: Bundle, role: Id, lodged: ReadonlySet<Id>) =>
  (bundle.course?.appeals ?? []).filter(
    ({ from, after }) => from.includes(role) && (after === undefined || lodged.has(`${after}-lodged`)),
  );
