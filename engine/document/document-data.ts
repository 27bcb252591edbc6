/** One document of a case, as its recipients see it: what a template is filled with. */
import type { Bundle, Id } from '../contract/bundle.js';
import { dayText } from '../contract/calendar.js';
import type { Document, Heading } from '../contract/document.js';
import type { DocumentData, HeadingData, Signature } from '../contract/document-data.js';
import type { Answer, CaseEvent, Moment } from '../contract/event.js';
import type { Happened } from '../course/timeline.js';
import { caseWith } from '../viewer/case-for.js';
import { type Clearance, keptApartIn, seenByRole } from '../viewer/clearance.js';
import { doneFor, type Edition, editionOf, nobody, signatureOf } from './editions.js';
import { withoutFreeWords } from './free-words.js';
import { headingData, type Source } from './heading-data.js';
import { nameOfPerson, nameOfRecipient } from './names.js';
import { type Period, periodOf } from './period.js';
import { type Reading, readingOf } from './reading.js';
import { clearanceFor, recipientsOf } from './recipients.js';
import { filledIn } from './shown-values.js';
import { dayInWords } from './words/dates.js';
import { roleInWords } from './words/words.js';

/**
 * `to`: one of its recipients; all of them where it is left out, and then it shows what all of them may see. `entry`: the
 * key of the entry that it is for, of a document of which there is one for each. `released: 'all'` fills it from all that
 * there is, as if everything were released: for those who may see it, never to be sent.
 */
export interface DocumentAsked {
  document: Id;
  to?: Id;
  entry?: string;
  asOf: Moment;
  released?: 'as-recorded' | 'all';
}

/**
 * Takes a bundle, the events of a case, and which document of it is asked for, as of when; gives what its template is
 * filled with. It is made of what its recipients may see and of nothing else; what has to be released stands in it once
 * that is recorded for this edition. Asked after it was issued it is as it was issued, until the next one is begun. Throws
 * a RangeError for a document, a recipient, a missing entry or a time that there is not.
 */
export const documentData = (bundle: Bundle, events: readonly CaseEvent[], asked: DocumentAsked): DocumentData => {
  const document = bundle.documents?.find(({ id }) => id === asked.document);
  if (!document) throw new RangeError(`There is no document “${asked.document}”.`);
  const recipients = recipientsOf(bundle, document, asked.to);
  const clearance = clearanceFor(bundle, document, recipients, asked.entry);
  const looking = { bundle, document, order: new Map(events.map(({ id }, place) => [id, place])) };
  const now = sightOf(looking, events, clearance, asked.asOf);
  const edition = editionOf(document, now.reading);
  const issuing = edition.issued && now.reading.eventOf(edition.issued);
  // What has gone out stays as it was, whatever has been recorded since.
  const known = issuing ? knownBy(events, issuing, now.reading) : events;
  const asOf = issuing ? issuing.happened : asked.asOf;
  const then = issuing ? sightOf(looking, known, clearance, asOf) : now;
  const whole = lazily(() => sightOf(looking, known, wholeFor(bundle, clearance), asOf));
  const blank = lazily(() => sightOf(looking, [], clearance, asOf));
  const { reading } = then;
  const period = periodOf(document, reading, edition.before?.at.day);
  const releases = new Map(
    document.headings
      // Only where something was released is the whole case looked at for it.
      .filter(
        ({ id, releasedBy }) =>
          releasedBy.length > 0 && events.some(({ what }) => what === nameOfRelease(document, id)),
      )
      .map(({ id }) => [id, releaseOf(document, id, edition, whole().reading)]),
  );
  const released = (release: Happened): Sight => {
    const given = whole().reading.eventOf(release);
    const then = given ? knownBy(known, given, whole().reading) : [];
    return sightOf(looking, then, releasing(bundle, clearance, release.by), asOf);
  };
  const source = (sight: Sight): Source => ({
    document,
    reading: sight.reading,
    period,
    written: writtenFor(document, edition, sight.reading),
  });
  const dataOf = (heading: Heading): HeadingData => {
    if (asked.released === 'all') return standing(heading, true, whole(), source, blank);
    if (heading.releasedBy.length > 0) {
      const release = releases.get(heading.id);
      const sight = release ? released(release) : blank();
      return standing(heading, release !== undefined, sight, source, blank);
    }
    const isSeen = then.headings.has(heading.id);
    return standing(heading, isSeen, isSeen ? then : blank(), source, blank);
  };
  return {
    ...about(bundle, document, recipients, reading, period),
    ...signatures(document, edition, reading),
    released: [...releases.values()].flatMap((each) => (each ? [signatureOf(each, whole().reading)] : [])),
    headings: Object.fromEntries(document.headings.map((heading) => [heading.id, dataOf(heading)])),
    statements: bundle.statements.filter(({ id }) => document.statements.includes(id)).map(({ says }) => ({ says })),
  };
};

/** A reading, and the headings that may be filled from it. */
interface Sight {
  reading: Reading;
  headings: ReadonlySet<Id>;
}

interface Looking {
  bundle: Bundle;
  document: Document;
  /** Of each event's id, its place among all events. */
  order: ReadonlyMap<string, number>;
}

const sightOf = (
  { bundle, document, order }: Looking,
  events: readonly CaseEvent[],
  clearance: Clearance,
  asOf: Moment,
): Sight => {
  const seen = caseWith(bundle, events, clearance);
  const own = seen.bundle.documents?.find(({ id }) => id === document.id);
  return {
    reading: readingOf(seen.bundle, withoutFreeWords(bundle, document, seen.events, clearance), asOf, {
      entry: clearance.entry,
      order,
    }),
    headings: new Set(own?.headings.map(({ id }) => id)),
  };
};

const wholeFor = (bundle: Bundle, clearance: Clearance): Clearance => ({
  ...clearance,
  sees: new Set(['hers', ...keptApartIn(bundle).map(({ id }) => id)]),
});

/** Whoever releases it can give no more than he may see himself, and has given what there was when he did. */
const releasing = (bundle: Bundle, clearance: Clearance, role: Id): Clearance => ({
  ...clearance,
  sees: new Set([...clearance.sees, ...seenByRole(bundle, role)]),
});

const lazily = <T>(make: () => T): (() => T) => {
  let made: { is: T } | undefined;
  return () => {
    made ??= { is: make() };
    return made.is;
  };
};

/** One that does not stand is filled from a case in which nothing has happened, so that it says nothing of this one. */
const standing = (
  heading: Heading,
  mayStand: boolean,
  sight: Sight,
  source: (sight: Sight) => Source,
  blank: () => Sight,
): HeadingData => {
  const stands = mayStand && sight.reading.holds(heading.onlyWhen);
  return headingData(heading, stands, source(stands ? sight : blank()));
};

/** What had been recorded when it was issued. */
const knownBy = (events: readonly CaseEvent[], { recorded }: CaseEvent, { endOf }: Reading): CaseEvent[] =>
  events.filter((event) => endOf(event.recorded) <= endOf(recorded));

const nameOfRelease = ({ id }: Document, heading: Id): Id => `${id}-${heading}-released`;
const releaseOf = (document: Document, heading: Id, edition: Edition, reading: Reading): Happened | undefined =>
  doneFor(edition, reading.happened(nameOfRelease(document, heading)), reading).at(-1);

/** The latest text to each question, since the edition before. */
const writtenFor = ({ id }: Document, edition: Edition, reading: Reading): Map<Id, Answer> =>
  new Map(doneFor(edition, reading.happened(`${id}-written`), reading).flatMap(({ values }) => Object.entries(values)));

const signatures = (
  { id }: Document,
  edition: Edition,
  reading: Reading,
): { written: Signature; reviewed: Signature; issued: Signature } => {
  const written = doneFor(edition, reading.happened(`${id}-written`), reading).at(-1);
  const reviewed = doneFor(edition, reading.happened(`${id}-reviewed`), reading).at(-1);
  // What was written anew has not been reviewed.
  const isOfThis = reviewed && (!written || reviewed.at.start >= written.at.start);
  return {
    written: signatureOf(written, reading),
    reviewed: isOfThis ? signatureOf(reviewed, reading) : nobody,
    issued: signatureOf(edition.issued, reading),
  };
};

const about = (
  { programme, digest }: Bundle,
  document: Document,
  recipients: readonly Id[],
  reading: Reading,
  period: Period,
): Pick<DocumentData, 'document' | 'programme' | 'person' | 'to' | 'period' | 'day'> => ({
  document: {
    id: document.id,
    kind: document.kind,
    title: document.title,
    subject: document.subject ? filledIn(document.subject, reading) : '',
    fileName: `${document.id}-${dayText(reading.day)}`,
  },
  programme: {
    title: programme.title,
    provider: programme.provider,
    service: programme.service ?? '',
    contact: programme.contact.map(({ label, value }) => ({ label, value })),
    version: digest.slice(0, 10),
  },
  person: { name: nameOfPerson(reading), called: roleInWords(reading.bundle, 'participant') },
  to: recipients.map((role) => ({
    called: roleInWords(reading.bundle, role),
    name: nameOfRecipient(role, document, reading),
  })),
  period: {
    from: period.from === undefined ? '' : dayInWords(dayText(period.from)),
    to: dayInWords(dayText(period.said)),
  },
  day: dayInWords(dayText(reading.day)),
});
