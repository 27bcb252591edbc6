/** What stands in a document only once somebody of his side has released it: whether that was done, by whom, and taken back. */
import type { CaseEvent, Document, Heading } from '../../../engine/index.js';
import { releasedHere, releasedOf } from '../../documents/acts.js';
import type { OpenCase } from '../../server/cases/contract.js';
import type { Done, OpenPaper } from '../../server/post/papers.js';
import type { Office } from '../office.js';
import { takenBack } from '../record/read-record.js';
import { mayBeRecordedBy, recordAddress, wantedOf } from '../record/wanted.js';
import { dayInWords, localDay } from '../words/dates.js';
import { roleInWords, rolesInWords, sentenceInWords } from '../words/names.js';
import { releaseOf } from './release-made.js';

/** What has to be released of a document, and how that stands. */
export interface ReleaseLine {
  /** Of the heading. */
  id: string;
  words: string;
  /** Where whoever may releases it; of one that was released, where he takes it back. */
  href?: string;
  isReleased?: true;
}

/** The field in which it is said why one is taken back. */
export const releaseNote = (heading: string): string => `release-note-${heading}`;

/** Of what is kept from somebody he does not learn either whether it was released. */
const headingsSeen = ({ bundle, whole }: OpenCase, { id }: Document): Heading[] =>
  (bundle.documents ?? []).filter((one) => one.id === id).flatMap((document) => releasedHere(whole, document));

const whoIn = ({ bundle }: OpenCase, { by }: CaseEvent): string =>
  [by.name ?? '', roleInWords(bundle, by.role)].filter((each) => each !== '').join(', ');

/** `at`: the page of the document, where a release is taken back. `entry`: whom it is for, of one for each of several. */
export const releasesIn = (found: OpenCase, document: Document, at: string, entry?: string): ReleaseLine[] => {
  const { bundle, actor } = found;
  return headingsSeen(found, document).map((heading): ReleaseLine => {
    const wanted = wantedOf(found, releasedOf(document, heading));
    const may = wanted && mayBeRecordedBy(bundle, wanted, actor.role);
    const called = `“${sentenceInWords(bundle, heading.heading ?? heading.attaches?.called ?? document.title)}”`;
    const release = releaseOf(found.events, document, heading, entry);
    if (!release) {
      const words = `${called} stands in it once the ${rolesInWords(bundle, heading.releasedBy)} has released it`;
      return { id: heading.id, words, ...(may && { href: recordAddress(found, wanted, entry) }) };
    }
    const on = dayInWords(localDay(release.happened, bundle.programme.timeZone));
    const words = `${called} was released by ${whoIn(found, release)}, on ${on}`;
    return { id: heading.id, words, isReleased: true, ...(may && { href: at }) };
  });
};

/** Takes a release back, with the reason for it. */
export const takeReleaseBack = async (
  { cases }: Pick<Office, 'cases'>,
  { found, document, entry }: OpenPaper,
  { key, heading: id, note: reason }: { key: string; heading: string; note: string },
): Promise<Done> => {
  const heading = headingsSeen(found, document).find((one) => one.id === id);
  const release = heading && releaseOf(found.events, document, heading, entry);
  if (!release) return { kind: 'overtaken' };
  const events = [takenBack(found, release, { reason })];
  const done = await cases.record(found.actor, found.stored.ref, { key, events });
  if (!done) return { kind: 'overtaken' };
  return done.kind === 'recorded' ? { kind: 'done' } : done;
};
