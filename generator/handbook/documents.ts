/** What goes out to people outside: of each report the headings under which it tells. When it is due, its duty says. */
import { capital, type Document, type Id, listed } from '../../engine/contract/index.js';
import type { Block } from './handbook-types.js';
import { isSaidBy, list, phraseOf, type Teller } from './teller.js';

const headingsOf = ({ headings }: Document): string[] =>
  headings.flatMap(({ heading }) => (heading === undefined ? [] : [heading]));

/** Editions with the same headings are told of together. */
const editions = (documents: Document[]): Document[][] => {
  const groups = new Map<string, Document[]>();
  for (const document of documents) {
    const key = `${document.of}: ${headingsOf(document).join('; ')}`;
    groups.set(key, [...(groups.get(key) ?? []), document]);
  }
  return [...groups.values()];
};

const introOf = (group: Document[]): string => {
  const titles = group.map(({ title }) => `the ${phraseOf(title)}`);
  const names = listed(titles, 'and');
  const have = group.length > 1 ? 'have the same headings' : 'has these headings';
  return `${capital(names)} ${have}:`;
};

const blockOf = (group: Document[], teller: Teller): Block[] => {
  const [first] = group;
  if (!first) return [];
  const items = headingsOf(first);
  if (items.length === 0) return [];
  const intro = introOf(group);
  const ofHeadings = group.flatMap(({ headings }) => headings.flatMap(({ origin }) => origin.clauses));
  const ofAll = group.flatMap(({ origin }) => origin.clauses);
  const whole = teller.untold(ofAll).filter(({ says }) => isSaidBy(says, intro));
  const clauses = [...new Set([...ofHeadings.filter((id) => !ofAll.includes(id)), ...whole.map(({ id }) => id)])];
  teller.tell(clauses);
  return [list(items, clauses, intro)];
};

/** Gives the headings of reports to people outside, and tells the clauses of those headings. */
export const documents = (teller: Teller): Block[] => {
  const { documents: all = [], people } = teller.bundle;
  const outside = new Set<Id>(people.filter(({ side }) => side === 'outside').map(({ id }) => id));
  const reports = all.filter(
    ({ kind, to, hers }) => kind === 'report' && !hers && to.some((role) => outside.has(role)),
  );
  return editions(reports).flatMap((group) => blockOf(group, teller));
};
