/** What whoever sent a referral may record of it himself, by what the definition says. */
import type { Bundle, Happening, Id } from '../../../engine/contract/index.js';
import type { Ending } from './ending.js';

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

/** The steps of an appeal that are open, as the definition has them. */
export const toAppeal = (bundle: Bundle, { appeals }: Pick<Ending, 'appeals'>) =>
  (bundle.course?.appeals ?? []).filter(({ id }) => appeals.includes(id));
