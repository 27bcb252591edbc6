import type { Bundle, Document, Heading, Id, Shown } from '../../../engine/contract/index.js';

/** Something labelled that stands behind a path of a template: by its key in `information.labels`. */
export interface ReadThing {
  key: Id;
  /** The heading under which it is read. */
  heading?: Heading;
}

/**
 * Takes a path from the top of a document's data; gives the labelled things whose words it reads or whose being there
 * it tells. What is counted over the whole case (attendance, what is missing, all that is owed) is not among them: the
 * engine works it out without what the recipient may not see.
 */
export const readsOf = (bundle: Bundle, document: Document, path: string[]): ReadThing[] => {
  const [top, second, third, fourth] = path;
  if (top === 'document') {
    const subject = second === 'subject' || second === undefined ? (document.subject ?? []) : [];
    return blanksOf([subject]).map((key) => ({ key }));
  }
  if (top !== 'headings') return [];
  const headings = document.headings.filter(({ id }) => second === undefined || second === id);
  return headings.flatMap((heading) => keysOf(bundle, heading, third, fourth).map((key) => ({ key, heading })));
};

/** Of one heading: what a part of it reads, or all of it. That it stands tells what its condition names. */
const keysOf = (bundle: Bundle, heading: Heading, part: string | undefined, of: string | undefined): Id[] => [
  ...(part === undefined || part === 'stands' ? namedIn(heading.onlyWhen) : []),
  ...(part === undefined || part === 'says' ? blanksOf(heading.says) : []),
  ...(part === undefined || part === 'attachment' ? attached(bundle, heading) : []),
  ...heading.shows.flatMap((shown) => shownKeys(bundle, shown, part, of)),
];

const blanksOf = (paragraphs: Heading['says']): Id[] =>
  paragraphs.flatMap((words) => words.flatMap((word) => (typeof word === 'string' ? [] : [word.fact])));

const attached = ({ forms, facts }: Bundle, { attaches }: Heading): Id[] => {
  if (attaches === undefined) return [];
  if (attaches.kind !== 'form') return withEntries(facts, attaches.of);
  const asks = forms.filter(({ id }) => id === attaches.of).flatMap(({ pages }) => pages.flatMap((page) => page.asks));
  return asks.flatMap((id) => withEntries(facts, id));
};

/** An answer, or of a list of entries each of its questions too. */
const withEntries = (facts: Bundle['facts'], id: Id): Id[] => [
  id,
  ...(facts.find((fact) => fact.id === id)?.asks ?? []),
];

const shownKeys = ({ facts }: Bundle, shown: Shown, part: string | undefined, of: string | undefined): Id[] => {
  const reads = (kind: string, id?: Id): boolean =>
    (part === undefined || part === kind) && (of === undefined || id === undefined || of === id);
  switch (shown.kind) {
    case 'fact':
      return reads('facts', shown.fact) ? withEntries(facts, shown.fact) : [];
    case 'events':
      return reads('events', shown.event) ? [`events/${shown.event}`, ...shown.fields.map(({ id }) => id)] : [];
    case 'attendance':
    case 'absences':
      return reads(shown.kind) ? shown.beside.flatMap(({ event, field }) => [`events/${event}`, field]) : [];
    case 'duties':
      return reads('duties') ? shown.of.map((id) => `duties/${id}`) : [];
    case 'decisions':
      return reads('decisions') ? shown.of.map((id) => `rules/${id}`) : [];
    default:
      return [];
  }
};

/** The sections of the map, by the key under which a condition names something of each. */
const sections: Record<string, string> = { fact: '', event: 'events/', duty: 'duties/', rule: 'rules/' };

/** All that a condition names, however deep. */
const namedIn = (value: unknown): Id[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => {
    const section = sections[key];
    return section !== undefined && typeof part === 'string' ? [`${section}${part}`] : namedIn(part);
  });
};
