/** The ways by which something gets into a document: its words, what it shows, what goes with it, and when. */
import type { Document, Heading, Id, Shown, Words } from '../../../engine/contract/index.js';
import { collect, type NamedIn, nothing } from '../course/walk.js';
import type { Told } from './seeds.js';

interface DocumentRoute {
  /** Under which heading; none of the subject. */
  heading?: Id;
  /** From the document on, as words: `Review of risk`, `latest concern`. */
  where: string[];
  named: NamedIn;
  /** It stands there only once somebody has released it. */
  released: boolean;
}

/** An id as words: "latest-concern" is "latest concern", and a question is told after what it is asked of. */
export const namesInWords = (id: Id): string[] => id.split('.').map((part) => part.replaceAll('-', ' '));

const naming = (named: Partial<Record<keyof NamedIn, Id[]>>): NamedIn => ({
  facts: new Set(named.facts),
  events: new Set(named.events),
  duties: new Set(named.duties),
  rules: new Set(named.rules),
});
const filledIn = (...all: Words[]): NamedIn =>
  naming({ facts: all.flat().flatMap((word) => (typeof word === 'string' ? [] : [word.fact])) });

/** An answer, or of a list of entries each of its questions. */
const withEntries = (id: Id, { facts }: Told): Id[] => [id, ...(facts.find((fact) => fact.id === id)?.asks ?? [])];

/** What is shown as a whole leaves out what its reader may not see; once somebody releases it, it is all of it. */
const ofWhole = (shown: Shown, { facts, course }: Told): NamedIn | undefined => {
  const ids = (all: { id: Id }[] | undefined): Id[] => (all ?? []).map(({ id }) => id);
  if (shown.kind === 'risk') return naming({ facts: ids(facts.filter(({ source }) => source === 'instrument')) });
  if (shown.kind === 'duties' && shown.of.length === 0) return naming({ duties: ids(course?.duties) });
  if (shown.kind === 'decisions' && shown.of.length === 0) return naming({ rules: ids(course?.rules) });
  return undefined;
};

const ofShown = (shown: Shown, told: Told): NamedIn => {
  switch (shown.kind) {
    case 'attendance':
    case 'absences':
      return naming({ events: shown.beside.map(({ event }) => event), facts: shown.beside.map(({ field }) => field) });
    case 'duties':
      return naming({ duties: shown.of });
    case 'decisions':
      return naming({ rules: shown.of });
    case 'missing':
      return naming({ facts: [shown.form] });
    case 'fact':
      return naming({ facts: withEntries(shown.fact, told) });
    case 'events':
      return naming({ events: [shown.event], facts: shown.fields.map(({ id }) => id) });
    default:
      return nothing();
  }
};

const ofAttached = ({ kind, of }: NonNullable<Heading['attaches']>, told: Told): NamedIn => {
  if (kind !== 'form') return naming({ facts: withEntries(of, told) });
  const pages = told.forms.find(({ id }) => id === of)?.pages ?? [];
  return naming({ facts: [of, ...pages.flatMap(({ asks }) => asks).flatMap((id) => withEntries(id, told))] });
};

/** How a heading is told of; what stands in a message without one has no words of its own. */
export const headingWords = ({ id, heading }: Pick<Heading, 'id' | 'heading'>): string[] => {
  if (heading !== undefined) return [heading];
  return id === 'message' ? [] : namesInWords(id);
};

/** Takes a document; gives every way by which something gets into it, but when it goes out and what its author writes. */
export const routesIn = (document: Document, told: Told): DocumentRoute[] => [
  ...(document.subject ? [{ where: ['subject'], named: filledIn(document.subject), released: false }] : []),
  ...document.headings.flatMap((heading): DocumentRoute[] => {
    const { id, says, shows, attaches, onlyWhen, releasedBy } = heading;
    const base = { heading: id, where: headingWords(heading), released: releasedBy.length > 0 };
    return [
      ...(says.length > 0 ? [{ ...base, named: filledIn(...says) }] : []),
      ...shows.map((shown) => ({
        ...base,
        named: (base.released ? ofWhole(shown, told) : undefined) ?? ofShown(shown, told),
      })),
      ...(attaches
        ? [{ ...base, where: [...base.where, `a copy of ${attaches.called}`], named: ofAttached(attaches, told) }]
        : []),
      ...(onlyWhen
        ? [{ ...base, where: [...base.where, 'whether it stands there'], named: collect(onlyWhen, nothing()) }]
        : []),
    ];
  }),
];
