/** `reports: { mid-way: { to: referrer, headings: [...], says: ... } }`, and the same of messages. */
import type { Document } from '../../../engine/contract/document.js';
import type { Id } from '../../../engine/contract/index.js';
import type { MapNode, Node } from '../../load/node.js';
import { asList, asMap, asScalar, type Reading, readKeys } from '../reading.js';
import { type CaseSoFar, entriesOf, entryNamed } from './case-so-far.js';
import type { ExpectedDocument } from './expected.js';
import { raiseOverTime } from './problems.js';
import { namesIn } from './read-expected-words.js';
import { nameAmong } from './read-session.js';

const keys = ['to', 'for', 'headings', 'says', 'never-says'] as const;
type Keys = Partial<Record<(typeof keys)[number], Node>>;

/** Takes what stands under `reports:` or `messages:`; gives what could be read of each, one or several of one document. */
export const readExpectedDocuments = (
  node: Node | undefined,
  kind: Document['kind'],
  soFar: CaseSoFar,
): ExpectedDocument[] => {
  const { reading } = soFar;
  const documents = (reading.bundle.documents ?? []).filter((each) => each.kind === kind);
  const known = documents.map(({ id }) => id);
  const what = kind === 'report' ? 'Reports' : 'Messages';
  return (asMap(node, what, reading)?.entries ?? []).flatMap(({ key, value }) => {
    const id = nameAmong(key, kind, known, reading);
    const document = documents.find((each) => each.id === id);
    if (document === undefined) return [];
    return asList(value).flatMap((each) => {
      const map = asMap(each, `What is expected of ${document.id}`, reading);
      return map === undefined ? [] : readOne(map, document, soFar);
    });
  });
};

const readOne = (map: MapNode, document: Document, soFar: CaseSoFar): ExpectedDocument[] => {
  const { reading } = soFar;
  const found: Keys = readKeys(map, `what is expected of a ${document.kind}`, keys, reading);
  const to = nameAmong(found.to, 'recipient', recipientsOf(document, reading), reading);
  const headings = document.headings.map(({ id }) => id);
  const standing = namesIn(found.headings, 'heading', headings, reading);
  const entry = entryOf(found.for, map, document, soFar);
  if (document.forEach !== undefined && entry === undefined) return [];
  return [
    {
      kind: document.kind,
      document: document.id,
      ...(to === undefined ? {} : { to }),
      ...(entry === undefined ? {} : { entry }),
      ...(standing === undefined ? {} : { headings: standing }),
      says: textsIn(found.says, soFar),
      neverSays: textsIn(found['never-says'], soFar),
      at: map.at,
    },
  ];
};

/** Whom it names, who can ask for it, and whoever is a kind of one of them. */
const recipientsOf = ({ to, onRequest }: Document, { bundle: { people } }: Reading): Id[] => {
  const found = new Set([...to, ...onRequest]);
  for (let size = -1; size < found.size; ) {
    size = found.size;
    for (const { id, is } of people) if (is !== undefined && found.has(is)) found.add(id);
  }
  return [...found];
};

const textsIn = (node: Node | undefined, { reading }: CaseSoFar): string[] =>
  asList(node).flatMap((each) => asScalar(each, 'What it says', reading)?.text ?? []);

/** For whom it is; where there is one only, nobody needs to say which. */
const entryOf = (node: Node | undefined, map: MapNode, document: Document, soFar: CaseSoFar): string | undefined => {
  const { reading } = soFar;
  const { id: of, forEach } = document;
  if (forEach === undefined) {
    if (node !== undefined) reading.problems.push(raiseOverTime('scenario/not-each', node.at, { of }));
    return undefined;
  }
  const word = asScalar(node, 'For whom it is', reading);
  if (word !== undefined) return entryNamed(soFar, forEach, word);
  const entries = entriesOf(soFar, forEach);
  if (entries.length === 1) return entries[0]?.key;
  const each = reading.facts.get(forEach)?.each ?? 'entry';
  const known = entries.map(({ key, name }) => name ?? key);
  reading.problems.push(raiseOverTime('scenario/for-whom', map.at, { of, each, known }));
  return undefined;
};
