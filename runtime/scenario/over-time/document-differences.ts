/** What reports and messages show otherwise than a scenario expects. */
import {
  type Bundle,
  type CaseEvent,
  type Document,
  type DocumentData,
  keepsItsPlace,
  type Moment,
} from '../../../engine/contract/index.js';
import { documentData } from '../../../engine/index.js';
import type { ExpectedDocument, ExpectedOverTime } from '../../../generator/scenario/over-time/expected.js';
import { plainText } from '../../documents/plain-text.js';
import { renderBody } from '../../documents/render-document.js';
import { type Differing, from } from './differing.js';

/**
 * Takes what is expected of documents as of a moment, and the events of the case; gives each difference. Texts are looked
 * for in the plain text of the copy that goes out, also across its lines; what must never stand there is looked for
 * whatever its capitals and spaces.
 */
export const documentDifferences = (
  bundle: Bundle,
  { documents }: Pick<ExpectedOverTime, 'documents'>,
  events: readonly CaseEvent[],
  asOf: Moment,
): Differing[] =>
  documents.flatMap((expected) => {
    const document = (bundle.documents ?? []).find(({ id }) => id === expected.document);
    if (!document) return [differing(expected, undefined, 'one', 'none', ['This definition declares none.'])];
    return ofDocument(bundle, document, expected, events, asOf);
  });

const ofDocument = (
  bundle: Bundle,
  document: Document,
  expected: ExpectedDocument,
  events: readonly CaseEvent[],
  asOf: Moment,
): Differing[] => {
  const copy = copyOf(bundle, document, expected, events, asOf);
  if ('refused' in copy) return [differing(expected, document, 'one', 'none', [copy.refused])];
  const text = linesOf(copy.body);
  return [
    ...headingDifferences(document, expected, copy.data),
    ...expected.says
      .filter((words) => !oneLine(text).includes(spaced(words)))
      .map((words) => lacks(document, expected, words, text)),
    ...expected.neverSays.flatMap((words) => shows(document, expected, words, text)),
  ];
};

const copyOf = (
  bundle: Bundle,
  document: Document,
  { to = document.to[0], entry }: ExpectedDocument,
  events: readonly CaseEvent[],
  asOf: Moment,
): { data: DocumentData; body: string } | { refused: string } => {
  try {
    const asked = {
      document: document.id,
      asOf,
      ...(to === undefined ? {} : { to }),
      ...(entry === undefined ? {} : { entry }),
    };
    const data = documentData(bundle, events, asked);
    return { data, body: renderBody(bundle, document, data) };
  } catch (fault) {
    // The engine's own words say which recipient, entry or time there is not.
    if (fault instanceof RangeError) return { refused: fault.message };
    throw fault;
  }
};

const linesOf = (body: string): string[] =>
  plainText(body)
    .split('\n')
    .map((line) => spaced(line));
const spaced = (words: string): string => words.replace(/\s+/g, ' ').trim();
const oneLine = (lines: string[]): string => lines.join(' ');
const bare = (words: string): string => words.replace(/\s+/g, '').toLowerCase();

const called = ({ kind, document, to, entry }: ExpectedDocument): string =>
  `${kind} ${document}${to === undefined ? '' : ` to ${to}`}${entry === undefined ? '' : ` of ${entry}`}`;

const differing = (
  expected: ExpectedDocument,
  document: Document | undefined,
  wanted: string,
  found: string,
  why: string[],
  part = '',
): Differing => ({ of: `${called(expected)}${part}`, expected: wanted, found, why, ...from(document?.origin) });

const headingDifferences = (
  document: Document,
  expected: ExpectedDocument,
  { headings }: DocumentData,
): Differing[] => {
  if (expected.headings === undefined) return [];
  const standing = document.headings
    .filter((each) => headings[each.id]?.stands === true || keepsItsPlace(each))
    .map(({ id }) => id);
  const [wanted, found] = [expected.headings, standing].map((ids) => ids.join(', ') || 'none');
  if (wanted === undefined || wanted === found) return [];
  const absent = document.headings.filter(({ id }) => expected.headings?.includes(id) && !standing.includes(id));
  const extra = standing.filter((id) => !expected.headings?.includes(id));
  const why = [
    ...absent.map(({ id, releasedBy, onlyWhen }) => `${id} does not stand${whyNot(releasedBy, onlyWhen?.reads)}`),
    ...extra.map((id) => `${id} stands as well`),
  ];
  return [differing(expected, document, wanted, found ?? 'none', why, ', headings')];
};

const whyNot = (releasedBy: string[], onlyWhen: string | undefined): string => {
  const said = [
    ...(releasedBy.length > 0 ? [`until ${releasedBy.join(' or ')} has released it`] : []),
    ...(onlyWhen === undefined ? [] : [`unless ${onlyWhen}`]),
  ];
  return said.length === 0 ? '' : ` ${said.join(', and ')}`;
};

const mostLines = 6;

/** The document as it stands, cut short. */
const standsThere = (text: string[]): string[] => [
  'What stands there:',
  ...text.slice(0, mostLines).map((line) => `  ${line}`),
  ...(text.length > mostLines ? [`  … and ${text.length - mostLines} more lines`] : []),
];

const wordsOf = (line: string): string[] => line.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** The lines that have most words of those that were looked for. */
const nearestTo = (words: string, text: string[]): string[] => {
  const wanted = wordsOf(words).filter((word) => word.length > 2 || /\d/.test(word));
  const ranked = text
    .map((line, at) => ({ line, at, shared: wanted.filter((word) => wordsOf(line).includes(word)).length }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared || a.at - b.at);
  return ranked.slice(0, 3).map(({ line }) => line);
};

const lacks = (document: Document, expected: ExpectedDocument, words: string, text: string[]): Differing => {
  const near = nearestTo(words, text);
  const why = near.length > 0 ? ['Nearest to it stands:', ...near.map((line) => `  ${line}`)] : standsThere(text);
  return differing(expected, document, `“${spaced(words)}”`, 'not there', why, ', says');
};

/** The line in which words stand, or the lines that they run across. */
const shows = (document: Document, expected: ExpectedDocument, words: string, text: string[]): Differing[] => {
  if (bare(words) === '' || !bare(oneLine(text)).includes(bare(words))) return [];
  const lines = text.filter((line) => bare(line).includes(bare(words))).slice(0, 3);
  const why =
    lines.length > 0 ? ['It stands in:', ...lines.map((line) => `  ${line}`)] : ['It stands across two lines.'];
  return [differing(expected, document, `never “${spaced(words)}”`, 'there', why, ', never says')];
};
