/** From a file's tokens to the house form: two spaces a level, one empty line at most, every comment in its place. */
import {
  type BlockScalar,
  type Collection,
  type FlowScalar,
  type Item,
  type SourceToken,
  type Token,
  tokensOf,
} from '../load/yaml.js';
import { isBare, oneLine } from './flow.js';
import { contentOf, newPage, type Page, startLine, step, widest, write, writeComments, writeLines } from './page.js';

const marksOf = (tokens: readonly SourceToken[] | undefined): string[] =>
  (tokens ?? []).filter(({ type }) => type === 'anchor').map(({ source }) => source);

const isCollection = (token: Token): token is Collection =>
  token.type === 'block-map' || token.type === 'block-seq' || token.type === 'flow-collection';

const isMap = (token: Collection): boolean =>
  token.type === 'block-map' || (token.type === 'flow-collection' && token.start.source === '{');

/** Tokens up to the first line end, and those after it. */
const split = (tokens: readonly SourceToken[] | undefined): [SourceToken[], SourceToken[]] => {
  const all = [...(tokens ?? [])];
  const at = all.findIndex(({ type }) => type === 'newline');
  return at < 0 ? [all, []] : [all.slice(0, at), all.slice(at)];
};

/** A text of one line or more; its further lines stand under it. */
const layScalar = (page: Page, token: FlowScalar, indent: number): void => {
  const [first = '', ...rest] = token.source.split('\n');
  const keepEnd = token.type === 'double-quoted-scalar';
  const tidy = (line: string): string => (keepEnd ? line.replace(/^[ \t]+/, '') : line.trim());
  write(page, rest.length > 0 && !keepEnd ? first.trimEnd() : first);
  writeLines(
    page,
    rest.map((line) => (line.trim() === '' ? '' : ' '.repeat(indent) + tidy(line))),
  );
};

const leading = (line: string): number => /^ */.exec(line)?.[0].length ?? 0;

/** A text after `|` or `>`, moved to its new indentation as one piece. */
const layBlock = (page: Page, token: BlockScalar, indent: number): void => {
  const header = token.props.find(({ type }) => type === 'block-scalar-header');
  const sign = header && 'source' in header ? header.source : '|';
  const lines = token.source.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const digit = /[1-9]/.exec(sign)?.[0];
  const first = lines.find((line) => line.trim() !== '') ?? '';
  const old = digit ? token.indent + Number(digit) : leading(first);
  write(page, sign.replace(/[1-9]/, String(step)));
  writeComments(page, token.props, indent);
  let kept = lines.length;
  if (!sign.includes('+')) while (kept > 0 && (lines[kept - 1] ?? '').slice(old).trim() === '') kept -= 1;
  const moved = lines.slice(0, kept).map((line) => (line.length > old ? ' '.repeat(indent) + line.slice(old) : ''));
  writeLines(page, moved);
  page.gap = 1 + lines.length - kept;
  page.sealed = sign.includes('+');
};

const hasComment = (tokens: readonly SourceToken[] | undefined): boolean =>
  (tokens ?? []).some(({ type }) => type === 'comment');

/** Where a value stands behind its name or dash: what lies between, and how far in its own lines go. */
interface Behind {
  before: readonly SourceToken[];
  indent: number;
  dash: boolean;
}

/** Adds a word to the line, one space behind what is there. */
const writeWord = (page: Page, text: string): void =>
  write(page, (page.current ?? '').endsWith(' ') ? text : ` ${text}`);

/** A map or list: in brackets where it was and fits, else on lines of its own. */
const layInside = (page: Page, value: Collection, { before, indent, dash }: Behind): void => {
  const [, below] = split(before);
  const line = value.type === 'flow-collection' ? oneLine(value) : undefined;
  const fits = line !== undefined && (page.current ?? '').length + 1 + line.length <= widest;
  writeComments(page, below, indent);
  if (value.type === 'flow-collection' && line !== undefined && (fits || value.items.length === 0)) {
    if (hasComment(below)) startLine(page, indent);
    writeWord(page, line);
    writeComments(page, afterBracket(value.end), indent);
  } else layCollection(page, value, indent, dash && !hasComment(before) && marksOf(before).length === 0);
};

/** A text or number, on its name's line or the next, as the author had it. */
const layText = (page: Page, value: FlowScalar, { before, indent, dash }: Behind): void => {
  const [, below] = split(before);
  const ownLine = hasComment(before) || (!dash && below.length > 0);
  writeComments(page, below, indent);
  if (ownLine) startLine(page, indent);
  else writeWord(page, '');
  layScalar(page, value, indent);
  writeComments(page, value.end, indent - step);
};

const layValue = (page: Page, value: Token, behind: Behind): void => {
  const [same, below] = split(behind.before);
  for (const mark of marksOf(behind.before)) writeWord(page, mark);
  writeComments(page, same, behind.indent);
  if (isCollection(value)) layInside(page, value, behind);
  else if (value.type === 'block-scalar') {
    writeComments(page, below, behind.indent);
    writeWord(page, '');
    layBlock(page, value, behind.indent);
  } else if ('source' in value) layText(page, value as FlowScalar, behind);
};

const bracketAt = (end: readonly SourceToken[]): number => end.findIndex(({ type }) => type.endsWith('-end'));

const afterBracket = (end: readonly SourceToken[]): SourceToken[] => end.slice(bracketAt(end) + 1);

const beforeBracket = (end: readonly SourceToken[]): SourceToken[] => end.slice(0, Math.max(0, bracketAt(end)));

const spansLines = (item: Item | undefined): boolean => {
  const value = item?.value;
  if (!value) return false;
  return (
    value.type === 'block-map' ||
    value.type === 'block-seq' ||
    value.type === 'block-scalar' ||
    value.type === 'flow-collection'
  );
};

/** The names and values, or items, of a map or list, each on a line of its own; the first may stay on the dash's line. */
const layCollection = (page: Page, token: Collection, indent: number, onDash: boolean): void => {
  if (token.type !== 'flow-collection') page.open.push({ was: token.indent, now: indent });
  let first = true;
  let previous: Item | undefined;
  for (const item of token.items) {
    const start = item.start.filter(({ type }) => type !== 'comma');
    const atDash = start.findIndex(({ type }) => type === 'seq-item-ind');
    const leads = atDash < 0 ? start : start.slice(0, atDash);
    if (isBare(item) && atDash < 0) {
      writeComments(page, start, token.type === 'flow-collection' ? indent : 'as written');
      continue;
    }
    if (indent === 0 && previous && (spansLines(previous) || spansLines(item))) page.apart = true;
    previous = item;
    const commented = leads.some(({ type }) => type === 'comment');
    writeComments(page, leads, indent);
    if (!(first && onDash && !commented)) startLine(page, indent);
    else if (!(page.current ?? '').endsWith(' ')) write(page, ' ');
    first = false;
    if (isMap(token)) layEntry(page, item, leads, indent);
    else layItem(page, item, atDash < 0 ? leads : start.slice(atDash + 1), indent);
  }
  if (token.type === 'flow-collection') {
    writeComments(page, beforeBracket(token.end), indent);
    writeComments(page, afterBracket(token.end), indent);
  } else page.open.pop();
};

const layEntry = (page: Page, item: Item, start: readonly SourceToken[], indent: number): void => {
  for (const mark of marksOf(start)) write(page, `${mark} `);
  if (item.key && 'source' in item.key) write(page, item.key.source);
  write(page, ':');
  const at = (item.sep ?? []).findIndex(({ type }) => type === 'map-value-ind');
  if (item.value)
    layValue(page, item.value, { before: (item.sep ?? []).slice(at + 1), indent: indent + step, dash: false });
};

/** An item of a list; in brackets it may be a name and a value. */
const layItem = (page: Page, item: Item, before: readonly SourceToken[], indent: number): void => {
  write(page, '-');
  if (item.sep && item.key) {
    write(page, ' ');
    layEntry(page, item, before, indent + step);
  } else {
    const value = item.value ?? item.key;
    if (value) layValue(page, value, { before, indent: indent + step, dash: true });
  }
};

/** Takes a file of one map, without problems and with plain line ends, and gives it in the house form. */
export const layOut = (written: string): string => {
  const page = newPage(written);
  for (const token of tokensOf(written).tokens) {
    if (token.type === 'document') {
      writeComments(page, token.start, 0);
      if (token.value && isCollection(token.value)) layCollection(page, token.value, 0, false);
      writeComments(page, token.end, 0);
    } else writeComments(page, [token], 0);
  }
  return contentOf(page);
};
