/**
 * Finds what is hers in a text: her names, where she lives, how she is reached. Words are found whatever their case and
 * accents, as whole words; numbers whatever stands between their digits. It is a help for whoever reads the text, and finds
 * nothing that is put in other words.
 */

import { months } from '../../../engine/contract/words.js';
import {
  type Bundle,
  type CaseEvent,
  type EntryAnswers,
  type Fact,
  herSideOf,
  type Id,
} from '../../../engine/index.js';
import { labelsIn } from '../../../engine/viewer/labels.js';
import {
  childrenOf,
  elementOf,
  fill,
  fragmentOf,
  htmlIn,
  isElement,
  isText,
  type Node,
  textNode,
} from '../../documents/html-tree.js';

/** Something of hers to look for. `called`: what it is, "her name". */
export interface Hers {
  called: string;
  kind: 'words' | 'digits' | 'letters';
  /** Folded: words with one space between, digits, or letters and digits without spaces. */
  sought: string;
}
/** Something of hers that stands in a text. */
export interface Found {
  called: string;
  /** As it stands there. */
  words: string;
}

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const wordsOf = (text: string): string[] => folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];
const letters = (text: string): number => (text.match(/\p{L}/gu) ?? []).length;

/** A number as it is dialled here: "+44 7700 900123" is 07700900123. */
const dialled = (number: string): string =>
  number
    .replace(/[^\d+]/g, '')
    .replace(/^(?:\+|00)44/, '0')
    .replace(/\D/g, '');

const numbers = /\(?\+?\d(?:[\s().-]*\d)*/g;
const postcodes = /\b[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\b/gi;
const addresses = /[^\s@<>,;]+@[^\s@<>,;]+\.[a-z]+/gi;
const joined = (text: string): string => folded(text).replace(/\s+/g, '');

const phrase = (text: string): string[] => {
  const words = wordsOf(text);
  return letters(words.join('')) >= 3 ? [words.join(' ')] : [];
};
/** Fewer digits than these say nothing of anybody. */
const fewestDigits = 6;

const inAnyText = (called: string, text: string): Hers[] => [
  ...[...text.matchAll(addresses)].map(([found]) => ({ called, kind: 'letters' as const, sought: joined(found) })),
  ...[...text.matchAll(postcodes)].map(([found]) => ({ called, kind: 'letters' as const, sought: joined(found) })),
  ...[...text.matchAll(numbers)]
    .map(([found]) => dialled(found))
    .filter((digits) => digits.length >= fewestDigits)
    .map((sought) => ({ called, kind: 'digits' as const, sought })),
];

const asWords = (called: string, texts: readonly string[]): Hers[] =>
  [...new Set(texts.flatMap(phrase))].map((sought) => ({ called, kind: 'words', sought }));

/** The lines and parts of an address, each also without the number of the house. */
const partsOf = (address: string): string[] =>
  address
    .split(/[\n,]/)
    .map((part) => part.replace(postcodes, ' ').trim())
    .flatMap((part) => [part, part.replace(/^[\d/-]+[a-z]?\s+/i, '')]);

const dayWords = (day: string): string[] => {
  const [, y = '', m = '', d = ''] = /^(\d{4})-(\d{2})-(\d{2})/.exec(day) ?? [];
  const month = months[Number(m) - 1];
  return month ? [`${Number(d)} ${month} ${y}`, `${d} ${m} ${y}`, `${Number(d)} ${Number(m)} ${y}`] : [];
};

/** Words in a text of somebody's own choosing that are worth looking for: not those of a whole account. */
const shortest = 4;

/** What is looked for of one answer, by the kind of its question. */
export const soughtIn = (kind: string, called: string, value: string): Hers[] => {
  const any = inAnyText(called, value);
  if (kind === 'name') return [...asWords(called, [value, ...wordsOf(value)]), ...any];
  if (kind === 'address') return [...asWords(called, partsOf(value)), ...any];
  if (kind === 'date') return dayWords(value).map((sought) => ({ called, kind: 'words', sought: folded(sought) }));
  if (kind === 'text' && wordsOf(value).length <= shortest) return [...asWords(called, [value]), ...any];
  return any;
};

const textKinds: ReadonlySet<string> = new Set(['name', 'address', 'phone', 'email', 'text', 'long-text', 'date']);

/** What a fact, a question of a happening or a word of an entry is called, and of which kind it is. */
type Asked = Pick<Fact, 'kind' | 'called'>;

/** Takes a whole definition and the whole of a case; gives everything of hers in it that a text can hold. */
export const hersIn = (bundle: Bundle, events: readonly CaseEvent[]): Hers[] => {
  const labels = labelsIn(bundle);
  const isHers = (name: string): boolean => labels.get(name)?.has('hers') ?? false;
  const facts = new Map(bundle.facts.map((fact) => [fact.id, fact]));
  const happenings = new Map((bundle.course?.happenings ?? []).map((each) => [each.id, each]));
  const { told } = herSideOf(bundle.people);
  const askedBy = (what: Id | undefined, name: Id): Asked | undefined =>
    what === undefined ? facts.get(name) : happenings.get(what)?.fields.find((field) => field.name === name);

  const ofEntry = (fact: Fact, entry: EntryAnswers, all: boolean): Hers[] =>
    Object.entries(entry).flatMap(([name, value]) => {
      const asked = facts.get(`${fact.id}.${name}`);
      if (!asked || typeof value !== 'string' || !(all || isHers(asked.id))) return [];
      const called = fact.each === undefined ? asked.called : `${asked.called} of the ${fact.each}`;
      return ofText({ kind: asked.kind, called }, value);
    });

  return unique(
    events.flatMap((event) => {
      const { what, values } = event;
      const isToldByHer = told(event) || (what !== undefined && isHers(`events/${what}`));
      return Object.entries(values).flatMap(([name, value]): Hers[] => {
        const asked = askedBy(what, name);
        const own = isToldByHer || isHers(what === undefined ? name : `${what}.${name}`);
        if (typeof value === 'string') return asked && own ? ofText(asked, value) : [];
        const fact = facts.get(name);
        if (!fact || !Array.isArray(value)) return [];
        return value.flatMap((entry) => (typeof entry === 'object' ? ofEntry(fact, entry, own) : []));
      });
    }),
  );
};

const ofText = ({ kind, called }: Asked, value: string): Hers[] =>
  textKinds.has(kind) ? soughtIn(kind, called, value) : [];

const unique = (all: readonly Hers[]): Hers[] => [
  ...new Map(all.map((one) => [`${one.kind} ${one.sought}`, one])).values(),
];

interface Range {
  from: number;
  to: number;
  called: string;
}

const rangesOfWords = (text: string, sought: readonly Hers[]): Range[] => {
  const tokens = [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    word: folded(match[0]),
  }));
  return sought.flatMap(({ sought: phrase, called }) => {
    const words = phrase.split(' ');
    return tokens.flatMap(({ from }, at) => {
      const isThere = words.every((word, place) => tokens[at + place]?.word === word);
      const last = tokens[at + words.length - 1];
      return isThere && last ? [{ from, to: last.to, called }] : [];
    });
  });
};

const rangesOf = (text: string, pattern: RegExp, read: (found: string) => string, sought: readonly Hers[]): Range[] =>
  [...text.matchAll(pattern)].flatMap((match) => {
    const is = read(match[0]);
    const one = sought.find((each) => is.includes(each.sought));
    return one ? [{ from: match.index, to: match.index + match[0].length, called: one.called }] : [];
  });

/** Where something of hers stands in a text, in order, none within another. */
const rangesIn = (text: string, hers: readonly Hers[]): Range[] => {
  const of = (kind: Hers['kind']): Hers[] => hers.filter((one) => one.kind === kind);
  const all = [
    ...rangesOfWords(text, of('words')),
    ...rangesOf(text, numbers, dialled, of('digits')),
    ...rangesOf(text, postcodes, joined, of('letters')),
    ...rangesOf(text, addresses, joined, of('letters')),
  ].sort((a, b) => a.from - b.from || b.to - a.to);
  const kept: Range[] = [];
  for (const range of all) if (range.from >= (kept.at(-1)?.to ?? 0)) kept.push(range);
  return kept;
};

/** What of hers stands in a text. */
export const foundIn = (text: string, hers: readonly Hers[]): Found[] =>
  rangesIn(text, hers).map(({ from, to, called }) => ({ called, words: text.slice(from, to) }));

const marked = (text: string, hers: readonly Hers[], found: Found[]): Node[] => {
  let at = 0;
  const nodes: Node[] = [];
  for (const { from, to, called } of rangesIn(text, hers)) {
    const words = text.slice(from, to);
    found.push({ called, words });
    const says = elementOf('span', { class: 'govuk-visually-hidden' }, [textNode(` (${called}, hers)`)]);
    nodes.push(textNode(text.slice(at, from)));
    nodes.push(elementOf('mark', { class: 'rubric-found' }, [textNode(words), says]));
    at = to;
  }
  return [...nodes, textNode(text.slice(at))];
};

const markBelow = (node: Node, hers: readonly Hers[], found: Found[]): Node[] => {
  if (isText(node)) return marked(node.value, hers, found);
  if (isElement(node))
    fill(
      node,
      childrenOf(node).flatMap((child) => markBelow(child, hers, found)),
    );
  return [node];
};

/** Takes the body of a document, gives it with what is hers marked in it, and what that is. */
export const searched = (body: string, hers: readonly Hers[]): { body: string; found: Found[] } => {
  const tree = fragmentOf(body);
  const found: Found[] = [];
  fill(
    tree,
    childrenOf(tree).flatMap((child) => markBelow(child, hers, found)),
  );
  return { body: htmlIn(tree), found };
};
