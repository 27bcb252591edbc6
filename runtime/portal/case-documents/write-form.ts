/** What the page of a document sent. */
import type { Id } from '../../../engine/index.js';
import { writtenNames } from '../../documents/acts.js';
import type { Sent } from '../../server/bodies.js';
import type { OpenPaper, Typed } from '../../server/post/papers.js';
import { keySent } from '../layout/new-key.js';

/** Letters of one text; a document is read by people. */
const longest = 20_000;

export const acts = [
  'save',
  'keep',
  'submit',
  'approve',
  'send-back',
  'take-back',
  'issue',
  'take-release-back',
] as const;
export type Doing = (typeof acts)[number];

export interface WriteSent {
  does: Doing;
  key: string;
  typed: Typed;
  note: string;
  /** The heading whose release is taken back. */
  heading: Id;
  /** The reason that is to be put in under a heading. */
  put?: { heading: Id; place: number };
}

const textIn = (value: unknown): string =>
  typeof value === 'string' ? value.replace(/\r\n?/g, '\n').slice(0, longest) : '';

const listIn = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string');

const versionIn = (value: unknown): number =>
  typeof value === 'string' && /^\d{1,7}$/.test(value) ? Number(value) : 0;

const putIn = (value: unknown): WriteSent['put'] => {
  const [, heading, place] = (typeof value === 'string' && /^([a-z0-9-]+) (\d{1,3})$/.exec(value)) || [];
  return heading === undefined ? undefined : { heading, place: Number(place) };
};

/** Reads a form of a document; what is not a question of it is left. */
export const readWriting = ({ document }: Pick<OpenPaper, 'document'>, body: unknown): WriteSent => {
  const sent = (body ?? {}) as Sent;
  const texts = typeof sent.texts === 'object' && sent.texts !== null ? (sent.texts as Sent) : {};
  const names = writtenNames(document).filter((name) => typeof texts[name] === 'string');
  const put = putIn(sent.put);
  return {
    does: acts.find((one) => one === sent.do) ?? 'save',
    key: keySent(sent.key),
    note: textIn(sent.note).trim(),
    heading: textIn(sent.heading),
    typed: {
      version: versionIn(sent.paper),
      texts: Object.fromEntries(names.map((name) => [name, textIn(texts[name])])),
      ...(sent['asks-to'] === 'yes' && { recipients: listIn(sent.to) }),
    },
    ...(put && { put }),
  };
};
