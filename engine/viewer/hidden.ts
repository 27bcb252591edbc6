/** What of a bundle somebody may not see: what carries a label that he may not see, and whatever reads such a thing. */
import type { Bundle, Id } from '../contract/bundle.js';
import { type Labels, labelsIn } from './labels.js';
import { type Hidden, readsHidden } from './reads.js';

/** Takes a bundle and the labels that somebody may see, gives what he may not. */
export const hiddenFrom = (bundle: Bundle, sees: ReadonlySet<Id>): Hidden => {
  const labels = labelsIn(bundle);
  const hidden = labelled(bundle, labels, sees);
  if (isNothing(hidden)) return hidden;
  // The compiler carries labels on; what it forgot is found here, so that nothing is decided half blind.
  for (let before = -1; before !== size(hidden); ) {
    before = size(hidden);
    carryOn(bundle, hidden);
  }
  return hidden;
};

const size = (hidden: Hidden): number => Object.values(hidden).reduce((sum, ids: Set<Id>) => sum + ids.size, 0);
/** Whether there is nothing that he may not see. */
export const isNothing = (hidden: Hidden): boolean => size(hidden) === 0;

const labelled = (bundle: Bundle, labels: Labels, sees: ReadonlySet<Id>): Hidden => {
  const isApart = (key: string): boolean => [...(labels.get(key) ?? [])].some((label) => !sees.has(label));
  const { course } = bundle;
  const such = (prefix: string, all: readonly { id: Id }[] | undefined): Set<Id> =>
    new Set((all ?? []).map(({ id }) => id).filter((id) => isApart(`${prefix}${id}`)));
  const names = [
    ...bundle.facts,
    ...bundle.criteria,
    ...(course?.derived ?? []),
    ...(course?.happenings ?? []).flatMap(({ fields }) => fields),
  ];
  return {
    names: such('', names),
    events: such('events/', course?.happenings),
    rules: such('rules/', course?.rules),
    duties: such('duties/', course?.duties),
    documents: such('documents/', bundle.documents),
  };
};

const carryOn = (bundle: Bundle, hidden: Hidden): void => {
  const { names, events, rules, duties, documents } = hidden;
  const { course } = bundle;
  for (const { id, onlyWhen, required, options, within } of bundle.facts)
    if (names.has(within ?? '') || readsHidden([onlyWhen, required, options.map((each) => each.onlyWhen)], hidden))
      names.add(id);
  for (const { id, applies, test, fact } of bundle.criteria)
    if (readsHidden([applies, test, { fact }], hidden)) names.add(id);
  for (const { id } of bundle.forms) if (events.has(`${id}-received`)) names.add(id);
  for (const { id, anyOf, fields } of course?.happenings ?? []) {
    if (anyOf?.every((each) => events.has(each))) events.add(id);
    if (events.has(id)) for (const field of fields) names.add(field.id);
  }
  for (const { id, from, scope } of course?.derived ?? []) if (readsHidden([from, { scope }], hidden)) names.add(id);
  for (const { id, trigger, onlyWhen, unless, forEach } of course?.rules ?? [])
    if (readsHidden([trigger, onlyWhen, unless, { forEach }], hidden)) rules.add(id);
  for (const { id, trigger, onlyWhen, unless, forEach, from, due } of course?.duties ?? [])
    if (readsHidden([trigger, onlyWhen, unless, { forEach }, from, due], hidden)) duties.add(id);
  for (const { id, forEach } of bundle.documents ?? []) if (readsHidden({ forEach }, hidden)) documents.add(id);
};
