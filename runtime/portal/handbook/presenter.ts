import type { Bundle } from '../../../engine/contract/index.js';
import { type Block, handbookOf } from '../../../generator/index.js';

/** A stretch of words; one that is an address leads there. */
export interface Run {
  words: string;
  href?: string;
}
export type ShownBlock = { name: string } & (
  | { kind: 'heading' | 'paragraph'; runs: Run[] }
  | { kind: 'list'; intro?: string; items: Run[][]; ordered: boolean; short: boolean }
  | { kind: 'table'; caption: string; head: string[]; rows: { words: string; runs: Run[] }[][] }
);
export interface ShownSection {
  anchor: string;
  title: string;
  blocks: ShownBlock[];
}
export interface HandbookPresenter {
  title: string;
  provider: string;
  strapline?: string;
  lead: string;
  sections: ShownSection[];
  /** The first letters of the definition's digest, for a printed copy. */
  version: string;
}

const address = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\d-])0\d[\d ]{7,}\d(?!\d)/g;
/** A telephone number does not break at the end of a line. */
const linked = (found: string): Run =>
  found.includes('@')
    ? { words: found, href: `mailto:${found}` }
    : { words: found.replace(/ /g, '\u00a0'), href: `tel:${found.replace(/ /g, '')}` };

/** Words with their e-mail addresses and telephone numbers as links. */
export const runsOf = (words: string): Run[] => {
  const runs: Run[] = [];
  let from = 0;
  for (const found of words.matchAll(address)) {
    if (found.index > from) runs.push({ words: words.slice(from, found.index) });
    runs.push(linked(found[0]));
    from = found.index + found[0].length;
  }
  if (from < words.length) runs.push({ words: words.slice(from) });
  return runs;
};

/** Items so short that several fit beside each other. */
const shortest = 72;
const manyItems = 12;

const shownBlock = (block: Block, name: string): ShownBlock => {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return { name, kind: block.kind, runs: runsOf(block.text) };
    case 'list':
      return {
        name,
        kind: 'list',
        ...(block.intro !== undefined && { intro: block.intro }),
        items: block.items.map(runsOf),
        ordered: block.ordered === true,
        short: block.items.length >= manyItems && block.items.every(({ length }) => length <= shortest),
      };
    case 'table':
      return {
        name,
        kind: 'table',
        caption: block.caption,
        head: block.head,
        rows: block.rows.map((cells) => cells.map((words) => ({ words, runs: runsOf(words) }))),
      };
  }
};

/** The provider's guidelines as a page, without a clause or an id. */
export const presentHandbook = (bundle: Bundle): HandbookPresenter => {
  const { title, provider, strapline, lead, sections } = handbookOf(bundle);
  return {
    title,
    provider,
    ...(strapline !== undefined && { strapline }),
    lead,
    sections: sections.map((section) => ({
      anchor: section.id,
      title: section.title,
      blocks: section.blocks.map((block, n) => shownBlock(block, `${section.id}.${n}`)),
    })),
    version: bundle.digest.slice(0, 10),
  };
};
