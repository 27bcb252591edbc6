import type { OpenLook } from '../../server/post/looks.js';
import type { Found } from '../../server/post/search-hers.js';
import type { Look } from '../../server/store/document-store.js';
import { underAHeading } from '../case-documents/files.js';
import { momentInWords } from '../words/dates.js';
import { capital } from '../words/lists.js';
import { roleInWords } from '../words/names.js';

export interface ReleaseLine {
  href: string;
  title: string;
  says: string;
  answer: string;
}
export interface ReleasesPresenter {
  waiting: ReleaseLine[];
  answered: ReleaseLine[];
}

const answers: Record<Look['state'], string> = {
  waiting: '',
  given: 'May go out',
  'not-given': 'Sent back to be rewritten',
  'taken-back': 'Taken back by its author',
};

/** What was answered, by whom and when. */
const answerOf = ({ state, answered, answered_by }: Look, zone: string): string =>
  answered === null
    ? answers[state]
    : [answers[state], answered_by, momentInWords(answered, zone)].filter((each) => each !== '').join(', ');

/** What waits, the earliest first, and what was answered lately. */
export const presentReleases = (looks: readonly Look[], programme: string, zone: string): ReleasesPresenter => {
  const line = (look: Look): ReleaseLine => ({
    href: `/${programme}/releases/${look.id}`,
    title: look.title,
    says: `Handed in by ${look.asked_by} on ${momentInWords(look.asked, zone)}`,
    answer: answerOf(look, zone),
  });
  return {
    waiting: looks
      .filter(({ state }) => state === 'waiting')
      .map(line)
      .reverse(),
    answered: looks.filter(({ state }) => state !== 'waiting').map(line),
  };
};

export interface ReleasePage {
  title: string;
  caption: string;
  says: string;
  isWaiting: boolean;
  answer: string;
  /** The author's words to be rewritten, as they were sent. */
  words: string;
  /** What of hers stands in it; the same thing once. */
  found: string[];
  /** What could be released with it. */
  releasable: { id: string; words: string; says: string; may: boolean }[];
  pages: { title: string; body: string }[];
}

const foundWords = (all: readonly Found[]): string[] => [
  ...new Set(all.map(({ called, words }) => `“${words.trim()}” (${called})`)),
];

const releasableSays = (isThere: boolean, may: boolean): string => {
  if (!isThere) return 'There is none in this case yet. The document reads the same as if there were.';
  return may ? 'It goes out with this document, this once.' : 'Another role releases it.';
};

/** One document that waits: the pages that would go out, what of hers stands in them, and what could go with them. */
export const presentRelease = (open: OpenLook): ReleasePage => {
  const { look, found, document, pages, plain, releasable } = open;
  const { bundle } = found;
  const zone = bundle.programme.timeZone;
  return {
    title: document.title,
    caption: found.stored.name,
    says: `Handed in by ${look.asked_by} on ${momentInWords(look.asked, zone)}.`,
    isWaiting: look.state === 'waiting',
    answer: answerOf(look, zone),
    words: look.words,
    // What would be attached is hers and is meant to be: what stands in it without that is what is looked for.
    found: foundWords(plain.flatMap((page) => page.found)),
    releasable: releasable.map(({ id, called, may, isThere }) => ({
      id,
      words: called,
      says: releasableSays(isThere, may),
      may: may && isThere,
    })),
    pages: pages.map(({ role, body }) => ({
      title: `For the ${roleInWords(bundle, role)}`,
      body: underAHeading(body),
    })),
  };
};

/** A fault for each thing of hers that stands in the words to an author. */
export const wordsFaults = (found: readonly Found[]) =>
  foundWords(found).map((words) => ({
    message: `Your words to the author hold something of hers: ${capital(words)}. Put it in other words.`,
    href: '#words',
  }));
