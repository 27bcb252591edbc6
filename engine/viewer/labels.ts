/** What in a bundle carries which labels, by its key in the bundle's map. */
import type { Bundle, Id } from '../contract/bundle.js';

/** Labels by key; what is not here carries none. */
export type Labels = ReadonlyMap<string, ReadonlySet<Id>>;

/** Takes a bundle, gives the labels that it states, and `hers` of all that is marked so. */
export const labelsIn = (bundle: Bundle): Labels => {
  const found = new Map<string, Set<Id>>();
  const add = (key: string, label: Id): void => void found.set(key, (found.get(key) ?? new Set()).add(label));
  for (const [key, labels] of Object.entries(bundle.information?.labels ?? {}))
    for (const { kept } of labels) add(key, kept);
  const { course } = bundle;
  const marked: [string, readonly { id: Id; hers: boolean }[]][] = [
    ['', bundle.facts],
    ['', course?.derived ?? []],
    ['events/', course?.happenings ?? []],
    ['rules/', course?.rules ?? []],
    ['duties/', course?.duties ?? []],
    ['documents/', bundle.documents ?? []],
  ];
  for (const [prefix, all] of marked) for (const { id, hers } of all) if (hers) add(`${prefix}${id}`, 'hers');
  // The questions of what is kept apart are kept apart with it.
  for (const { fields } of course?.happenings ?? []) for (const field of fields) if (field.hers) add(field.id, 'hers');
  for (const { id, fields } of course?.happenings ?? [])
    for (const label of found.get(`events/${id}`) ?? []) for (const field of fields) add(field.id, label);
  for (const { id, within } of bundle.facts)
    for (const label of (within === undefined ? undefined : found.get(within)) ?? []) add(id, label);
  return found;
};
