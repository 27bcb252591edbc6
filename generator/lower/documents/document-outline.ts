/** Reports and messages in the outline: when, by whom, to whom, and what stands under each heading. */
import type { Document, Heading } from '../../../engine/contract/document.js';
import { type Fact, type Id, listed, type OutlineItem, type Statement } from '../../../engine/contract/index.js';
import { type Called, headingOf, item, sentence, theRoles } from '../outline-words.js';
import { shownReads } from './shown.js';

/** A fact in words with blanks. */
type CalledFact = (fact: Id) => string;

const wordsRead = (words: Heading['says'][number], calledFact: CalledFact): string =>
  words.map((part) => (typeof part === 'string' ? part : `<${calledFact(part.fact)}>`)).join('');

const asksReads = ({ asks }: Heading): string | undefined => {
  if (!asks) return undefined;
  const labels = (of: { label: string }[]): string =>
    listed(
      of.map(({ label }) => label),
      'and',
    );
  const table =
    asks.rows.length > 0 ? ` It is a table of ${labels(asks.rows)}, each with ${labels(asks.columns)}.` : '';
  const must = asks.required ? ' It has to be written before this goes out.' : '';
  const offers = asks.offers ? ' The reasons against him are offered to choose from.' : '';
  return `Its author writes: ${asks.prompt.replace(/\.$/, '')}${/\?$/.test(asks.prompt) ? '' : '.'}${table}${must}${offers}`;
};

const headingSays = (heading: Heading, called: Called, calledFact: CalledFact): (string | undefined)[] => {
  const { says, shows, attaches, releasedBy, onlyWhen } = heading;
  return [
    ...says.map((words) => `“${wordsRead(words, calledFact)}”`),
    shows.length > 0 ? sentence(`it shows ${listed(shows.map(shownReads), 'and')}`) : undefined,
    asksReads(heading),
    attaches && `A copy goes with it: ${attaches.called}.`,
    onlyWhen && sentence(`there only when ${onlyWhen.reads}`),
    releasedBy.length > 0
      ? sentence(
          `there only once ${theRoles(releasedBy, called, 'or')} ${releasedBy.length > 1 ? 'have' : 'has'} released it`,
        )
      : undefined,
  ];
};

const documentItem = (
  document: Document,
  statements: Statement[],
  called: Called,
  calledFact: CalledFact,
): OutlineItem => {
  const { id, title, subject, origin, reads, headings } = document;
  const [only, second] = headings;
  const bare = only && !second && only.heading === undefined && only.id === document.kind ? only : undefined;
  const stands = statements.filter((each) => document.statements.includes(each.id)).map(({ says }) => `“${says}”`);
  return item(
    id,
    title,
    origin,
    [
      reads,
      subject && `Its subject: “${wordsRead(subject, calledFact)}”.`,
      ...(bare ? headingSays(bare, called, calledFact) : []),
      stands.length > 0 ? `At its end stands: ${stands.join(' ')}` : undefined,
    ],
    (bare ? [] : headings).map((heading) =>
      item(
        `${id}.${heading.id}`,
        heading.heading ?? headingOf(heading.id),
        // What a heading shares with its document stands there once.
        sameClauses(heading, document) ? { ...heading.origin, clauses: [] } : heading.origin,
        headingSays(heading, called, calledFact),
      ),
    ),
  );
};
const sameClauses = (heading: Heading, document: Document): boolean =>
  heading.origin.clauses.join() === document.origin.clauses.join();

/** What facts and the questions of events are called, to stand in a blank. */
export const calledIn =
  (facts: Fact[], named: { id: Id; called: string }[]): CalledFact =>
  (id) =>
    facts.find((each) => each.id === id)?.called ??
    named.find((each) => each.id === id)?.called ??
    id.replaceAll('-', ' ');

/** Gives the documents of one kind as items of the outline. */
export const outlineOfDocuments = (
  documents: Document[],
  kind: Document['kind'],
  statements: Statement[],
  called: Called,
  calledFact: CalledFact,
): OutlineItem[] =>
  documents.filter((each) => each.kind === kind).map((each) => documentItem(each, statements, called, calledFact));
