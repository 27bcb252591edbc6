import type { Bundle, Clause, ClauseId, OutlineItem, OutlineSection } from '../../../engine/contract/index.js';
import { counted, inOneSentence } from '../../portal/words/lists.js';
import { clauseInWords, sentenceInWords } from '../../portal/words/names.js';
import { formAddress } from '../addresses.js';

export interface ShownClause {
  id: ClauseId;
  label: string;
  says: string;
  force: Clause['force'];
  forceWord: string;
  reading?: string;
}
/** Several clauses in one line: "6 clauses: 1, 3, 4, 5, 6 and 105". */
export const clausesInWords = (clauses: ShownClause[]): string => {
  const numbers = clauses.map((clause) => clause.label.replace(/^Clause /, ''));
  const listed = numbers.length > 12 ? [...numbers.slice(0, 11), `${numbers.length - 11} more`] : numbers;
  return `${counted(clauses.length, 'clause')}: ${inOneSentence(listed)}`;
};
export interface ShownItem {
  anchor: string;
  heading: string;
  says: string[];
  clauses: ShownClause[];
  reading?: string;
  ours?: string;
  where: string;
  items: ShownItem[];
}
export interface ShownSection {
  anchor: string;
  title: string;
  items: ShownItem[];
}
export interface OutlinePresenter {
  title: string;
  provider: string;
  strapline?: string;
  forms: { words: string; action: string }[];
  sections: ShownSection[];
}

const forceWords: Record<Clause['force'], string> = { must: 'Must', should: 'Should', may: 'May', tells: 'Tells' };

const shownClause = (bundle: Bundle, id: ClauseId): ShownClause => {
  const clause = bundle.clauses.find((one) => one.id === id);
  const force = clause?.force ?? 'tells';
  const reading = clause?.origin.reading;
  return {
    id,
    label: clauseInWords(bundle, id),
    says: clause ? sentenceInWords(bundle, clause.says) : 'This clause is not restated here.',
    force,
    forceWord: forceWords[force],
    ...(reading ? { reading: sentenceInWords(bundle, reading) } : {}),
  };
};

const sameClauses = (a: ClauseId[], b: ClauseId[]): boolean => a.length === b.length && a.every((id, n) => id === b[n]);

/** So many clauses stand open beside an item; more are folded up. */
export const mostOpen = 3;

const bare = (sentence: string): string =>
  sentence
    .toLowerCase()
    .replace(/^the |\.$/g, '')
    .trim();

/** Without what the heading says already, or a clause that stands open beside it. */
const saidOnce = (says: string[], heading: string, open: ShownClause[]): string[] => {
  const said = new Set([heading, ...open.map((clause) => clause.says)].map(bare));
  return says.filter((sentence) => !said.has(bare(sentence)));
};

/** Clauses inherited unchanged from the item above are shown there only. */
const shownItem = (bundle: Bundle, under: string, above: ClauseId[] | undefined, item: OutlineItem): ShownItem => {
  const anchor = `${under}.${item.id.replace(/[^\w.-]+/g, '-')}`;
  const clauses = sameClauses(item.clauses, above ?? []) ? [] : item.clauses.map((id) => shownClause(bundle, id));
  const isOpen = above === undefined && clauses.length <= mostOpen;
  const heading = sentenceInWords(bundle, item.heading);
  const reading = item.reading && sentenceInWords(bundle, item.reading);
  return {
    anchor,
    heading,
    says: saidOnce(
      item.says.map((sentence) => sentenceInWords(bundle, sentence)),
      heading,
      isOpen ? clauses : [],
    ),
    clauses,
    ...(reading && !clauses.some((clause) => clause.reading === reading) ? { reading } : {}),
    ...(item.ours ? { ours: sentenceInWords(bundle, item.ours) } : {}),
    where: `${item.at.file}, line ${item.at.line}`,
    items: item.items.map((inner) => shownItem(bundle, anchor, item.clauses, inner)),
  };
};

const shownSection = (bundle: Bundle, section: OutlineSection): ShownSection => ({
  anchor: section.id,
  title: section.title,
  items: section.items.map((item) => shownItem(bundle, section.id, undefined, item)),
});

/** The address to which a new case is posted. */
/** A definition as it is read: its sections, and beside each item the clauses it answers to. */
export const presentOutline = (bundle: Bundle, at: string): OutlinePresenter => ({
  title: bundle.programme.title,
  provider: bundle.programme.provider,
  ...(bundle.programme.strapline ? { strapline: bundle.programme.strapline } : {}),
  forms: bundle.forms.map((form) => ({ words: form.title, action: formAddress(at, form.id) })),
  sections: bundle.outline.map((section) => shownSection(bundle, section)),
});
