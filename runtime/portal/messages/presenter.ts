import type { Bundle } from '../../../engine/contract/index.js';
import type { OpenMessage } from '../../server/post/desk.js';
import { isAddress } from '../../server/post/post.js';
import type { MessageRow, MessageState } from '../../server/store/message-store.js';
import type { State } from '../case-documents/state-words.js';
import { instantInWords } from '../words/dates.js';
import { capital } from '../words/lists.js';
import { roleInWords } from '../words/names.js';

export const stateWords: Record<MessageState, State> = {
  waiting: { words: 'Waits to be sent', look: 'unknown' },
  sending: { words: 'Is being sent', look: 'unknown' },
  sent: { words: 'Sent', look: 'met' },
  perhaps: { words: 'May have been sent', look: 'not-met' },
  held: { words: 'Waits for a person', look: 'unknown' },
  kept: { words: 'Kept, not sent', look: 'not-applicable' },
  'by-hand': { words: 'Sent by a person', look: 'met' },
};

/** What messages can be narrowed to; each with the states that it stands for. */
export const filters: { id: string; words: string; states: readonly MessageState[] }[] = [
  { id: 'all', words: 'All', states: Object.keys(stateWords) as MessageState[] },
  { id: 'for-a-person', words: 'Waiting for a person', states: ['perhaps', 'held'] },
  { id: 'on-the-way', words: 'On the way', states: ['waiting', 'sending'] },
  { id: 'gone', words: 'Gone out', states: ['sent', 'by-hand'] },
  { id: 'kept', words: 'Kept', states: ['kept'] },
];

export interface MessageLine {
  href: string;
  called: string;
  to: string;
  made: string;
  state: State;
  why: string;
}
export interface MessagesPresenter {
  lines: MessageLine[];
  all: number;
  filters: { words: string; href: string; current: boolean }[];
  pages: { words: string; href: string }[];
  sends: string;
}

const toWords = (bundle: Bundle, { role, recipient, address }: MessageRow): string => {
  const who = role === '' ? recipient : capital(roleInWords(bundle, role));
  const name =
    role !== '' && recipient !== '' && recipient !== roleInWords(bundle, role) ? `${who}, ${recipient}` : who;
  return [name, address].filter(Boolean).join(', ');
};

const lineOf = (bundle: Bundle, programme: string, row: MessageRow): MessageLine => ({
  href: `/${programme}/messages/${row.id}`,
  called: row.called,
  to: toWords(bundle, row),
  made: capital(instantInWords(row.made, bundle.programme.timeZone)),
  state: stateWords[row.state],
  why: row.why,
});

/** Messages on one page of a list. */
export const pageSize = 50;

export const presentMessages = (
  bundle: Bundle,
  programme: string,
  { rows, all }: { rows: readonly MessageRow[]; all: number },
  { filter, page, sends }: { filter: string; page: number; sends: boolean },
): MessagesPresenter => {
  const at = `/${programme}/messages`;
  const link = (id: string, of: number): string => `${at}?which=${id}${of > 1 ? `&page=${of}` : ''}`;
  return {
    lines: rows.map((row) => lineOf(bundle, programme, row)),
    all,
    filters: filters.map(({ id, words }) => ({ words, href: link(id, 1), current: id === filter })),
    pages: [
      ...(page > 1 ? [{ words: 'Newer', href: link(filter, page - 1) }] : []),
      ...(page * pageSize < all ? [{ words: 'Older', href: link(filter, page + 1) }] : []),
    ],
    sends: sends ? '' : 'No mail is sent from here: every message is kept, and shown as its recipient would see it.',
  };
};

export interface MessagePage extends MessageLine {
  action: string;
  steps: { at: string; words: string; by: string }[];
  subject: string;
  text: string;
  /** The body of the document that it is, as those inside may read it. */
  body: string;
  acts: { does: string; words: string; says: string }[];
  caseLink?: { words: string; href: string };
}

const actsOf = ({ state, address, way }: MessageRow, sends: boolean): MessagePage['acts'] => {
  if (state !== 'perhaps' && state !== 'held' && state !== 'kept') return [];
  const marks = state === 'held' && way === 'secure-email' && isAddress(address);
  const mails = (way === 'email' || way === 'secure-email') && isAddress(address) && sends && !marks;
  const byHand = state === 'perhaps' ? 'It was sent' : 'I have sent it myself';
  return [
    ...(marks
      ? [
          {
            does: 'secure',
            words: 'This address is secure',
            says: sends ? 'Say so only if you know it. It is sent there from now on.' : 'Say so only if you know it.',
          },
        ]
      : []),
    { does: 'by-hand', words: byHand, says: '' },
    ...(mails ? [{ does: 'send', words: state === 'perhaps' ? 'It was not sent: send it' : 'Send it', says: '' }] : []),
  ];
};

/** One message as its recipient sees it, with what was done with it. */
export const presentMessage = (
  bundle: Bundle,
  programme: string,
  { row, steps, says, issue }: OpenMessage,
  { sends, body, name }: { sends: boolean; body: string; name?: string | undefined },
): MessagePage => ({
  ...lineOf(bundle, programme, row),
  action: `/${programme}/messages/${row.id}`,
  steps: steps.map(({ at, what, by }) => ({
    at: capital(instantInWords(at, bundle.programme.timeZone)),
    words: what in stateWords ? stateWords[what as MessageState].words : what,
    by,
  })),
  subject: says?.subject ?? issue?.title ?? '',
  text: says?.text ?? '',
  body,
  acts: actsOf(row, sends),
  ...(row.ref !== null && name !== undefined && { caseLink: { words: name, href: `/${programme}/cases/${row.ref}` } }),
});
