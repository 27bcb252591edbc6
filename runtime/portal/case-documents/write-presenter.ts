import { type Bundle, type Heading, type Id, receiversOf } from '../../../engine/index.js';
import { namesOf, outOf } from '../../documents/acts.js';
import type { OpenPaper } from '../../server/post/papers.js';
import { mayGoOut } from '../../server/post/papers.js';
import { isPlain, nextState } from '../../server/post/rules.js';
import type { Both } from '../../server/post/two-authors.js';
import { momentInWords } from '../words/dates.js';
import { capital } from '../words/lists.js';
import { roleInWords, rolesInWords } from '../words/names.js';
import { documentAddress, documentsAddress } from './addresses.js';
import { nothingToAnswer } from './nothing-to-answer.js';
import { type ReleaseLine, releasesIn } from './releases.js';
import { paperState, type State } from './state-words.js';

/** One text that its author writes. */
export interface Box {
  id: string;
  name: string;
  label: string;
  text: string;
  /** What somebody else wrote there since. */
  both?: { by: string; theirs: string };
}
export interface Part {
  id: string;
  heading: string;
  prompt: string;
  required: boolean;
  boxes: Box[];
  /** Of a table: a box for each of its cells, by rows. */
  rows: { label: string; boxes: Box[] }[];
  /** Reasons that can be put in, each with its number. */
  offered: { words: string; value: string }[];
}
/** What can be done with it now: the words of the button, and what stands beside it. */
export interface Act {
  does: string;
  words: string;
  says?: string;
  secondary?: boolean;
  /** A note goes with it. */
  note?: { label: string; hint: string };
}
export interface WritePresenter {
  title: string;
  caption: string;
  state?: State;
  note: string;
  action: string;
  back: string;
  version: number;
  parts: Part[];
  recipients: { value: string; words: string; chosen: boolean }[];
  mayType: boolean;
  acts: Act[];
  /** Why nothing can be done here by whoever looks at it. */
  says: string;
  /** What stands in it once it is released. */
  releases: ReleaseLine[];
  /** There is nothing to write, so that nothing reads in any way yet. */
  isUnasked: boolean;
  kept: string;
  earlier: { at: string; by: string; of: string; text: string }[];
}

/** What is shown once more after something was sent: what was typed, and where others wrote as well. */
export interface Again {
  texts?: Readonly<Record<string, string>>;
  both?: readonly Both[];
}

const labelled = (heading: Heading, name: Id): string => {
  const { asks, id } = heading;
  const row = asks?.rows.find((one) => name.startsWith(`${id}-${one.id}-`));
  const column = asks?.columns.find((one) => name === `${id}-${row?.id}-${one.id}`);
  return row && column ? `${row.label}: ${column.label}` : (heading.heading ?? asks?.prompt ?? '');
};

const partsOf = (open: OpenPaper, again: Again, offered: readonly string[], stands: (id: Id) => boolean): Part[] => {
  const texts = { ...open.paper?.texts, ...again.texts };
  const boxOf = (heading: Heading, name: Id): Box => {
    const both = again.both?.find((one) => one.name === name);
    return {
      id: `text-${name}`,
      name: `texts[${name}]`,
      label: labelled(heading, name),
      text: texts[name] ?? '',
      ...(both && { both: { by: both.by, theirs: both.theirs } }),
    };
  };
  return open.document.headings
    .filter(({ id, asks }) => asks && stands(id))
    .map((heading) => {
      const { id, asks } = heading;
      const names = namesOf(heading);
      const isTable = names.length > 1 || names[0] !== id;
      return {
        id,
        heading: heading.heading ?? '',
        prompt: asks?.prompt ?? '',
        required: asks?.required ?? false,
        boxes: isTable ? [] : names.map((name) => boxOf(heading, name)),
        rows: isTable
          ? (asks?.rows ?? []).map((row) => ({
              label: row.label,
              boxes: names.filter((name) => name.startsWith(`${id}-${row.id}-`)).map((name) => boxOf(heading, name)),
            }))
          : [],
        offered: asks?.offers === 'reasons' ? offered.map((words, at) => ({ words, value: `${id} ${at}` })) : [],
      };
    });
};

const handInWords = (open: OpenPaper): Pick<Act, 'words' | 'says'> => {
  const { found, document, recipients } = open;
  const next = nextState(found.whole, document, recipients, 'written');
  if (next === 'review')
    return {
      words: 'Hand it in for review',
      says: `The ${rolesInWords(found.bundle, document.reviewedBy)} reviews it.`,
    };
  if (next === 'look') return { words: 'Hand it in', says: 'It is looked at before it goes out.' };
  return { words: 'It is finished' };
};

const writing = (open: OpenPaper): Act[] => {
  if (!open.may.write) return [];
  const plain = isPlain(open.found.whole, open.document, open.recipients);
  const save: Act = { does: 'save', words: 'Save', secondary: true };
  return plain ? [outAct(open)] : [{ does: 'submit', ...handInWords(open) }, save];
};

/** The day on which a message that nobody writes anything in has gone out, if it has. */
const goneOn = ({ document, found, recipients }: OpenPaper): string | undefined => {
  if (!isPlain(found.whole, document, recipients)) return undefined;
  const last = found.events.findLast(({ what }) => what === outOf(document));
  return last && momentInWords(last.happened, found.bundle.programme.timeZone);
};

const outAct = (open: OpenPaper): Act => {
  const { document, found } = open;
  const gone = goneOn(open);
  if (gone !== undefined && !document.hers)
    return {
      does: 'issue',
      words: 'Send it again',
      says: `It has gone out already, on ${gone}.`,
      secondary: true,
    };
  return document.hers
    ? {
        does: 'issue',
        words: 'Keep it as given to her',
        says: 'Nothing is sent. Give it to her in a way that is safe.',
      }
    : {
        does: 'issue',
        words: document.kind === 'report' ? 'Issue it' : 'Send it',
        says: found.actor.side === 'inside' ? 'The very copies that go out are kept.' : '',
      };
};

const back: Act = { does: 'take-back', words: 'Take it back and write on', secondary: true };

const actsOf = (open: OpenPaper): Act[] => {
  const { paper, may } = open;
  const state = paper?.state ?? 'writing';
  if (state === 'writing') return writing(open);
  const reviewing: Act[] = may.review
    ? [
        { does: 'approve', words: 'Approve it' },
        {
          does: 'send-back',
          words: 'Send it back',
          secondary: true,
          note: { label: 'What is to be changed?', hint: 'Whoever wrote it reads this.' },
        },
      ]
    : [];
  if (state === 'review') return [...reviewing, ...(may.write ? [back] : [])];
  if (!may.write) return [];
  return state === 'ready' && mayGoOut(open) ? [outAct(open), back] : [back];
};

const saysOf = (open: OpenPaper, acts: readonly Act[]): string => {
  if (acts.length > 0) return '';
  const { found, document, paper } = open;
  const who = paper?.state === 'review' ? document.reviewedBy : document.by;
  return who.length === 0 ? '' : `This is for the ${rolesInWords(found.bundle, who)}.`;
};

const recipientsOf = ({ found: { bundle, whole }, document, recipients }: OpenPaper): WritePresenter['recipients'] => {
  const possible = receiversOf(whole, document);
  return possible.length < 2
    ? []
    : possible.map((role) => ({
        value: role,
        words: capital(roleInWords(bundle, role)),
        chosen: recipients.includes(role),
      }));
};

const keptWords = ({ paper, found }: OpenPaper, zone: string): string => {
  if (!paper || paper.version === 1) return 'Nothing is kept yet. What you type is kept as you write.';
  return `Kept, last on ${momentInWords(paper.changed, zone)}${paper.changed === found.now ? ', just now' : ''}.`;
};

/** Earlier texts that are not those that stand there now. */
const earlierOf = ({ kept, paper, document }: OpenPaper, bundle: Bundle): WritePresenter['earlier'] =>
  kept
    .filter(({ name, text }) => text.trim() !== '' && paper?.texts[name] !== text)
    .slice(-20)
    .reverse()
    .map(({ name, text, by_name, at }) => {
      const heading = document.headings.find((one) => namesOf(one).includes(name));
      return {
        at: momentInWords(at, bundle.programme.timeZone),
        by: by_name,
        of: heading ? labelled(heading, name) : '',
        text,
      };
    });

/** The number of an entry among those of the case, from 1; 0 of a document for all. */
export interface Around {
  number: number;
  of: string;
  offered: readonly string[];
  /** Whether a heading stands in it as things are. */
  stands(id: Id): boolean;
}

export const presentWriting = (open: OpenPaper, around: Around, again: Again = {}): WritePresenter => {
  const { found, document, side, paper, may } = open;
  const unasked = nothingToAnswer(found, document);
  const acts = unasked === undefined ? actsOf(open) : [];
  const action = documentAddress(found, side, document.id, around.number);
  return {
    title: document.title,
    caption: around.of === '' ? found.stored.name : `${found.stored.name}, ${around.of}`,
    ...(paper && { state: paperState(paper) }),
    note: paper?.state === 'writing' ? paper.note : '',
    action,
    back: documentsAddress(found, side),
    version: paper?.version ?? 0,
    parts: partsOf(open, again, around.offered, around.stands),
    recipients: recipientsOf(open),
    mayType: unasked === undefined && may.write && (paper?.state ?? 'writing') === 'writing',
    acts,
    says: unasked ?? saysOf(open, acts),
    isUnasked: unasked !== undefined && paper === undefined,
    releases: releasesIn(found, document, action, open.entry === '' ? undefined : open.entry),
    kept: keptWords(open, found.bundle.programme.timeZone),
    earlier: earlierOf(open, found.bundle),
  };
};
