import { type Bundle, type CaseEvent, type Document, type Id, receiversOf } from '../../../engine/contract/index.js';
import { dayInWords } from '../../portal/words/dates.js';
import { entriesOf } from '../../portal/words/entries.js';
import { roleInWords } from '../../portal/words/names.js';
import { copyAddress, type Played } from './list-presenter.js';

/** A link to another copy of the same document; the present one is none. */
export interface Other {
  words: string;
  href: string;
  current: boolean;
}
/** One copy of a document, and what can be done with it. */
export interface CopyPresenter {
  /** The body of the document, as HTML. */
  body: string;
  caption: string;
  recipients: Other[];
  entries: Other[];
  /** As the recipient sees it, and as those who support the partner do. */
  views: Other[];
  /** Of the second view: what it shows, and whether anything is withheld. */
  says: string;
  withholds: boolean;
  /** What a print of the second view says at its head, so that nobody sends it. */
  onPaper: string;
  /** Reasons that whoever writes it may choose from; none where it asks for none. */
  offered: string[];
  downloads: { words: string; href: string }[];
  print: string;
  action: string;
  day: string;
  keeps: Record<string, string>;
}

/** Which copy was asked for. */
export interface Asked {
  document: Document;
  to: Id;
  entry?: string;
  as?: 'supporter';
}

const says = (as: Asked['as'], withholds: boolean): string => {
  if (as === undefined) return '';
  return withholds
    ? 'What is struck out is withheld: it is not in the copy that goes out, which reads the same as if it were not there.'
    : 'Nothing is withheld from this copy on this day.';
};

const onPaper = (as: Asked['as'], withholds: boolean): string =>
  as !== undefined && withholds
    ? 'Not to be sent. This print has what is withheld from the copy that goes out, struck out.'
    : '';

/** Whoever sees what a copy withholds: those who support her, unless the definition keeps apart more than what is hers. */
const supporters = ({ information }: Bundle): string =>
  (information?.kept.length ?? 0) > 1
    ? 'As those see it who may see all that is kept apart'
    : 'As those who support her see it';

/** What stands around a copy. `prints`: there is a Chromium to print it with; else `howTo` says how to. */
export const presentCopy = (
  { bundle, events, day, base }: { bundle: Bundle; events: readonly CaseEvent[] } & Pick<Played, 'day' | 'base'>,
  { document, to, entry, as }: Asked,
  { body, withholds, howTo, offered }: { body: string; withholds: boolean; howTo?: string; offered: string[] },
): CopyPresenter => {
  const place = { base, day };
  const given = { to, ...(entry === undefined ? {} : { entry }), ...(as ? { as } : {}) };
  const { as: _, ...plain } = given;
  const role = roleInWords(bundle, to);
  const link = (words: string, more: Partial<typeof given>, current: boolean): Other => ({
    words,
    href: copyAddress(place, document, more),
    current,
  });
  const file = (words: string, ending: string) => ({ words, href: copyAddress(place, document, { ...plain, ending }) });
  const entries = document.forEach ? entriesOf(bundle, events, document.forEach) : [];
  return {
    body,
    caption: `${as ? 'The copy for' : 'As it would be seen by'} the ${role}, on ${dayInWords(day)}`,
    recipients: receiversOf(bundle, document).map((id) =>
      link(`For the ${roleInWords(bundle, id)}`, { ...given, to: id }, id === to),
    ),
    entries: entries.map(({ id, words }) => link(words, { ...given, entry: id }, id === entry)),
    views: [
      link(`As the ${role} sees it`, plain, as === undefined),
      link(supporters(bundle), { ...plain, as: 'supporter' }, as !== undefined),
    ],
    says: says(as, withholds),
    withholds,
    onPaper: onPaper(as, withholds),
    offered,
    downloads: [
      file('Word', '.docx'),
      ...(howTo === undefined ? [file('PDF', '.pdf')] : []),
      file('Page, to save or print', '.html'),
    ],
    print: howTo ?? '',
    action: `${base}/${document.id}`,
    day,
    keeps: { to, ...(entry === undefined ? {} : { for: entry }), ...(as ? { as } : {}) },
  };
};
