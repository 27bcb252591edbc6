/** From a file's bytes to its text. */
import type { Text } from './node.js';

/** The largest file that is read, in bytes or UTF-16 units. */
export const largestFile = 1_000_000;

/** A file's text without its byte order mark. `brokenAt` is the offset of the first byte that is no UTF-8. */
export interface Decoded {
  text: string;
  brokenAt?: number;
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

const decodeBytes = (bytes: Uint8Array): { text: string; brokenAt?: number } => {
  const chunks: string[] = [];
  let codes: number[] = [];
  let brokenAt: number | undefined;
  for (let i = 0; i < bytes.length; ) {
    const found = characterAt(bytes, i);
    if (!found) brokenAt ??= i;
    codes.push(found?.code ?? 0xfffd);
    i += found?.size ?? 1;
    if (codes.length === 4096) {
      chunks.push(String.fromCodePoint(...codes));
      codes = [];
    }
  }
  chunks.push(String.fromCodePoint(...codes));
  return { text: chunks.join(''), ...(brokenAt === undefined ? {} : { brokenAt }) };
};

/** Takes a file and gives its text; bytes that are no UTF-8 become U+FFFD, and the first of them is told. */
export const decode = ({ content }: Text): Decoded => {
  const cut = content.length > largestFile;
  const { text, brokenAt } =
    typeof content === 'string'
      ? { text: cut ? content.slice(0, largestFile) : content, brokenAt: undefined }
      : decodeBytes(cut ? content.subarray(0, largestFile) : content);
  return {
    text: text.startsWith(mark) ? text.slice(1) : text,
    cut,
    ...(brokenAt === undefined || cut ? {} : { brokenAt }),
  };
};
