/** From a file's bytes to its text. */
import type { Text } from './node.js';

/** The largest file that is read, in bytes or UTF-16 units. */
export const largestFile = 1_000_000;

/** A file's text without its byte order mark. */
export interface Decoded {
  text: string;
  /** The first byte that is no UTF-8, counted from 1, and where its place is in `text`. */
  broken?: { byte: number; offset: number };
  /** Only the first `largestFile` units were read. */
  cut: boolean;
}

const mark = '\uFEFF';

/** How many bytes follow a lead byte, its own bits, and the least character that needs so many (no longer spelling). */
const leadOf = (byte: number): { more: number; bits: number; least: number } | undefined => {
  if (byte < 0x80) return { more: 0, bits: byte, least: 0 };
  if (byte >= 0xc2 && byte < 0xe0) return { more: 1, bits: byte & 0x1f, least: 0x80 };
  if (byte >= 0xe0 && byte < 0xf0) return { more: 2, bits: byte & 0x0f, least: 0x800 };
  if (byte >= 0xf0 && byte < 0xf5) return { more: 3, bits: byte & 0x07, least: 0x10000 };
  return undefined;
};

/** The character that starts at `from`, or nothing where the bytes are no UTF-8. */
const characterAt = (bytes: Uint8Array, from: number): { code: number; size: number } | undefined => {
  const lead = leadOf(bytes[from] ?? 0);
  if (!lead) return undefined;
  let code = lead.bits;
  for (let i = 1; i <= lead.more; i += 1) {
    const byte = bytes[from + i] ?? 0;
    if ((byte & 0xc0) !== 0x80) return undefined;
    code = (code << 6) | (byte & 0x3f);
  }
  const whole = code >= lead.least && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return whole ? { code, size: lead.more + 1 } : undefined;
};

const decodeBytes = (bytes: Uint8Array): Omit<Decoded, 'cut'> => {
  const chunks: string[] = [];
  let codes: number[] = [];
  let units = 0;
  let broken: Decoded['broken'];
  for (let i = 0; i < bytes.length; ) {
    const found = characterAt(bytes, i);
    if (!found) broken ??= { byte: i + 1, offset: units };
    const code = found?.code ?? 0xfffd;
    codes.push(code);
    units += code > 0xffff ? 2 : 1;
    i += found?.size ?? 1;
    if (codes.length === 4096) {
      chunks.push(String.fromCodePoint(...codes));
      codes = [];
    }
  }
  chunks.push(String.fromCodePoint(...codes));
  return { text: chunks.join(''), ...(broken ? { broken } : {}) };
};

const withoutMark = ({ text, broken }: Omit<Decoded, 'cut'>): Omit<Decoded, 'cut'> =>
  text.startsWith(mark)
    ? { text: text.slice(1), ...(broken ? { broken: { ...broken, offset: broken.offset - 1 } } : {}) }
    : { text, ...(broken ? { broken } : {}) };

/** Takes a file and gives its text; bytes that are no UTF-8 become U+FFFD, and the first of them is told. */
export const decode = ({ content }: Text): Decoded => {
  const cut = content.length > largestFile;
  if (typeof content === 'string') return { ...withoutMark({ text: content.slice(0, largestFile) }), cut };
  const read = withoutMark(decodeBytes(content.subarray(0, largestFile)));
  return cut ? { text: read.text, cut } : { ...read, cut };
};
