/** What the handbook is told from, and which clauses have been told so far, so that none is told twice or forgotten. */
import { type Bundle, type Clause, type ClauseId, capital } from '../../engine/contract/index.js';
import type { Block, SectionId } from './handbook-types.js';
import { type Voice, voiceOf } from './voice.js';

export interface Teller {
  bundle: Bundle;
  voice: Voice;
  clause(id: ClauseId): Clause | undefined;
  /** Where the first of these stands in the document; what has no clause comes after all that has. */
  order(ids: ClauseId[]): number;
  isTold(id: ClauseId): boolean;
  tell(ids: ClauseId[]): void;
  /** Those that are in force and have not been told yet. */
  untold(ids: ClauseId[]): Clause[];
}

/** A sentence for a section; those of one line of the document make a paragraph. */
export interface Said {
  text: string;
  clauses: ClauseId[];
  section: SectionId;
  order: number;
  line?: string;
}

/** Clauses that another was settled against; the handbook does not tell them. */
export const overruled = (bundle: Pick<Bundle, 'settled'>): Set<ClauseId> =>
  new Set(bundle.settled.flatMap(({ between, inForce }) => between.filter((id) => id !== inForce)));

export const tellerOf = (bundle: Bundle): Teller => {
  const clauses = new Map(bundle.clauses.map((clause) => [clause.id, clause]));
  const places = new Map(bundle.clauses.map(({ id }, place) => [id, place]));
  const gone = overruled(bundle);
  const told = new Set<ClauseId>();
  return {
    bundle,
    voice: voiceOf(bundle),
    clause: (id) => clauses.get(id),
    order: ([first]) => places.get(first ?? '') ?? bundle.clauses.length,
    isTold: (id) => told.has(id) || gone.has(id),
    tell: (ids) => {
      for (const id of ids) told.add(id);
    },
    untold: (ids) =>
      ids.flatMap((id) => {
        const clause = clauses.get(id);
        return clause && !told.has(id) && !gone.has(id) ? [clause] : [];
      }),
  };
};

const said = (text: string): string => text.replace(/\s+/g, ' ').trim();
/** Words as a sentence, with a capital and a full stop. */
export const sentenceOf = (words: string): string => {
  const text = said(words);
  return `${capital(text)}${/[.?!:]”?$/.test(text) ? '' : '.'}`;
};
/** Words as they stand in the middle of a sentence or in a list, without a full stop. */
export const phraseOf = (words: string): string => {
  const text = said(words).replace(/\.$/, '');
  const isName = /^(?:[A-Z]{2}|I\b|[A-Z][a-z]+ [A-Z])/.test(text);
  return isName ? text : text.charAt(0).toLowerCase() + text.slice(1);
};

export const paragraph = (text: string, clauses: ClauseId[] = []): Block => ({ kind: 'paragraph', text, clauses });
export const heading = (text: string, clauses: ClauseId[] = []): Block => ({ kind: 'heading', text, clauses });
export const list = (items: string[], clauses: ClauseId[], intro?: string): Block => ({
  kind: 'list',
  ...(intro !== undefined && { intro }),
  items,
  clauses,
});

/** Of several clauses the first is what the words are about, if they say a good part of it; of the others half. */
export const coveredBy = (clauses: Clause[], words: string, all: ClauseId[]): ClauseId[] =>
  clauses.filter(({ id, says }) => isSaidBy(says, words, id === all[0] ? 1 / 3 : 1 / 2)).map(({ id }) => id);

const small = new Set(
  `a an the and or but if of in on at to for from with by as is are was were be been being has have had he she it they we
  you his her its their our your him them that this these those who whom whose which what when where so not no can may must
  should will would do does than then too also up out into about any all each every other`.split(/\s+/),
);
const stem = (word: string): string => word.replace(/['’]s$/, '').replace(/(?:ing|ed|es|s|e)$/, '');
const figures = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const wordsIn = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\d'’-]+/gu) ?? [])
    .filter((word) => !small.has(word))
    .map((word) => stem(/^[1-9]$/.test(word) ? (figures[Number(word) - 1] ?? word) : word));

/** The words that carry a sentence, each once, without their endings. */
export const distinctWords = (text: string): string[] => [...new Set(wordsIn(text))];

/** Whether so large a part of the words that carry a sentence (half if left out) stands in what was said already. */
export const isSaidBy = (sentence: string, already: string, part = 1 / 2): boolean => {
  return distinctWords(sentence).length > 0 && saidOf(sentence, already) >= part;
};
/** How large a part of a sentence stands in other words, from 0 to 1. */
export const saidOf = (sentence: string, already: string): number => {
  const needed = distinctWords(sentence);
  const there = new Set(wordsIn(already));
  return needed.length === 0 ? 0 : needed.filter((word) => there.has(word)).length / needed.length;
};
