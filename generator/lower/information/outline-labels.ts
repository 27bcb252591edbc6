/** Beside each item of the outline that carries a label: from whom it is kept apart, and why. */
import type { Id, Information, KeptApart, Label, OutlineItem, OutlineSection } from '../../../engine/contract/index.js';
import { type Called, theRoles } from '../outline-words.js';
import { hers } from './sight.js';

/** Where the items of a section stand in the bundle's `map`; those that are not here, by their own names. */
const places: Record<Id, string[]> = {
  records: ['events/', ''],
  pathway: ['steps/'],
  sessions: ['phases/', 'kinds/'],
  returns: ['returns/'],
  appeals: ['appeals/', 'duties/'],
  messages: ['documents/'],
  reports: ['documents/'],
  ...Object.fromEntries(
    ['rules', 'attendance', 'conduct', 'safeguarding', 'duties', 'partners'].map((chapter) => [
      chapter,
      ['duties/', 'rules/'],
    ]),
  ),
};
/** Items of these sections are named as other things are, and are none of them. */
const unlabelled = new Set(['programme', 'people', 'sites', 'groups', 'expects', 'statements', 'background']);

const way = (path: Id[]): string => path.map((each) => `“${each}”`).join(', which rests on ');

const saying = ({ kept, path }: Label, of: Map<Id, KeptApart>, called: Called): string => {
  const found = of.get(kept);
  const who = found && found.seenBy.length > 0 ? `only ${theRoles(found.seenBy, called, 'or')}` : 'nobody inside';
  const what = kept === hers ? 'hers' : (found?.called ?? kept);
  const why = path.length > 1 ? `because it rests on ${way(path.slice(1))}` : 'by itself';
  return `Kept apart: ${what}, ${why}. It is seen by ${who}.`;
};

/** Takes the outline and what is kept apart; gives the outline with a sentence beside each item that carries a label. */
export const withLabelsTold = (
  outline: OutlineSection[],
  { kept, labels }: Information,
  called: Called,
): OutlineSection[] => {
  const of = new Map(kept.map((each) => [each.id, each]));
  const told = (item: OutlineItem, where: string[]): OutlineItem => {
    const found = where.flatMap((place) => labels[`${place}${item.id}`] ?? []);
    const says = [...item.says, ...found.map((label) => saying(label, of, called))];
    return { ...item, says, items: item.items.map((inner) => told(inner, where)) };
  };
  return outline.map((section) =>
    unlabelled.has(section.id)
      ? section
      : { ...section, items: section.items.map((each) => told(each, places[section.id] ?? [''])) },
  );
};
