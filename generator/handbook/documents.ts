/** What goes out to people outside: of each report the headings under which it tells. When it is due, its duty says. */
import { type ClauseId, capital, type Document, type Heading, type Id, listed } from '../../engine/contract/index.js';
import { labelInside } from '../language/sentence/english/label.js';
import type { Block } from './handbook-types.js';
import { distinctWords, isSaidBy, list, phraseOf, type Teller } from './teller.js';

const labelsOf = (labels: { label: string }[], heading: string): string => {
  const said = labels.map(({ label }) => phraseOf(labelInside(label)));
  return said.every((label) => heading.toLowerCase().includes(label.toLowerCase())) ? '' : listed(said, 'and');
};
/** A table by those of its rows and columns that its heading does not name: “Aims: school and home, each with …”. */
const tableSays = (heading: string, { rows = [], columns = [] }: NonNullable<Heading['asks']>): string => {
  const down = labelsOf(rows, heading);
  const across = labelsOf(columns, heading);
  if (down === '') return across === '' ? '' : `: ${across}`;
  return `: ${down}${across === '' ? '' : `, each with ${across}`}`;
};
const onlyAfter = (reads: string, { voice }: Teller): string => {
  const [, states] = /^the state of the case is ((?:completed|closed|transferred|,| or )+)$/i.exec(reads) ?? [];
  return states === undefined ? 'where it applies' : `once ${voice.his} case is ${states.toLowerCase()}`;
};
const headingSays = (heading: Heading, teller: Teller): string[] => {
  if (heading.heading === undefined) return [];
  const only = heading.onlyWhen ? ` (${onlyAfter(heading.onlyWhen.reads, teller)})` : '';
  return [`${heading.heading}${heading.asks ? tableSays(heading.heading, heading.asks) : ''}${only}`];
};
const headingsOf = ({ headings }: Document, teller: Teller): string[] =>
  headings.flatMap((each) => headingSays(each, teller));

/** Words by which a report tells, and not of what. */
const telling = new Set(
  distinctWords('report letter summary says how whether describes gives given gave names lists sets found both goes'),
);
const beginnings = (words: string): Set<string> => new Set(distinctWords(words).map((word) => word.slice(0, 5)));
/**
 * Whether headings name what a clause says is in a report: “how he engages” is “Engagement”. A heading of several words
 * tells of what stands under it, so of those a smaller part is enough.
 */
const isNamedBy = (says: string, headings: string, titles: string): boolean => {
  const there = beginnings(headings);
  const ofTitle = beginnings(titles);
  const own = [
    ...beginnings(
      distinctWords(says)
        .filter((word) => !telling.has(word))
        .join(' '),
    ),
  ];
  const asked = own.filter((word) => !ofTitle.has(word) || there.has(word));
  const named = asked.filter((word) => there.has(word)).length;
  return named > asked.length * (there.size >= several ? 1 / 3 : 1 / 2);
};
const several = 4;

/** The clauses that headings tell; of what waits for a release, the provider's own sentence says that it does. */
const toldByHeadings = (group: Document[], titles: string, teller: Teller): ClauseId[] => {
  const headings = group.flatMap((document) => document.headings);
  return [...new Set(headings.flatMap(({ origin }) => origin.clauses))].filter((id) => {
    const own = headings.filter(({ origin }) => origin.clauses.includes(id));
    const words = own.flatMap((each) => headingSays(each, teller)).join(' ');
    const [clause] = teller.untold([id]);
    if (!clause) return false;
    const waits = own.some(({ releasedBy }) => releasedBy.length > 0) && /\b(?:may|can|releas\w+)\b/.test(clause.says);
    return !waits && isNamedBy(clause.says, words, titles);
  });
};

/** Editions with the same headings are told of together. */
const editions = (documents: Document[], teller: Teller): Document[][] => {
  const groups = new Map<string, Document[]>();
  for (const document of documents) {
    const key = `${document.of}: ${headingsOf(document, teller).join('; ')}`;
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
  const items = headingsOf(first, teller);
  if (items.length === 0) return [];
  const intro = introOf(group);
  const ofHeadings = toldByHeadings(group, intro, teller);
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
  return editions(reports, teller).flatMap((group) => blockOf(group, teller));
};
