/** Beside each item of the outline that carries a label: from whom it is kept apart, and why. */
import type { Id, Information, Label, OutlineItem, OutlineSection } from '../../../engine/contract/index.js';
import { theRoles } from '../outline-words.js';
import { type Reasoning, reasonOf } from './reasons.js';
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

/** What things are headed in the outline, by their ids. */
const headingsIn = (items: OutlineItem[]): [Id, string][] =>
  items.flatMap(({ id, heading, items: inner }) => [...headingsIn(inner), [id, heading]]);

const way = (path: Id[], headings: ReadonlyMap<Id, string>): string =>
  path.map((each) => `“${headings.get(each) ?? each.replace(/[-.]/g, ' ')}”`).join(', which rests on ');

/** Why something is kept apart by itself, after “because”. */
const because = (reason: string): string => (reason.endsWith(' says it') ? reason : `it is ${reason}`);

const saying = ({ kept, path }: Label, reasoning: Reasoning, headings: ReadonlyMap<Id, string>): string => {
  const { called } = reasoning;
  const found = reasoning.kept.find(({ id }) => id === kept);
  const who =
    found && found.seenBy.length > 0 ? `only by ${theRoles(found.seenBy, called, 'and')}` : 'by nobody inside';
  const what = kept === hers ? 'hers' : (found?.called ?? kept);
  const own = kept === hers ? `, because ${because(reasonOf(path, kept, false, reasoning))}` : '';
  const why = path.length > 1 ? `, because it rests on ${way(path.slice(1), headings)}` : own;
  return `Kept apart: ${what}${why}. It is seen ${who}.`;
};

/** Takes the outline and what is kept apart; gives the outline with a sentence beside each item that carries a label. */
export const withLabelsTold = (
  outline: OutlineSection[],
  { labels }: Information,
  reasoning: Reasoning,
): OutlineSection[] => {
  const headings = new Map(headingsIn(outline.flatMap(({ items }) => items)));
  const told = (item: OutlineItem, where: string[]): OutlineItem => {
    const found = where.flatMap((place) => labels[`${place}${item.id}`] ?? []);
    const says = [...item.says, ...found.map((label) => saying(label, reasoning, headings))];
    return { ...item, says, items: item.items.map((inner) => told(inner, where)) };
  };
  return outline.map((section) =>
    unlabelled.has(section.id)
      ? section
      : { ...section, items: section.items.map((each) => told(each, places[section.id] ?? [''])) },
  );
};
