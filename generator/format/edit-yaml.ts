/** Changes one value of a file and touches nothing else in it. */
import type { At } from '../../engine/contract/index.js';
import { decode } from '../load/decode.js';
import { linesOf } from '../load/lines.js';
import type { Text } from '../load/node.js';
import type { Raw, RawList, RawMap } from '../load/raw.js';
import { parseYaml } from '../load/yaml.js';
import { type Problem, raiser } from '../problem/problem.js';
import { formatProblems } from './problems.js';
import { commentsIn } from './same.js';
import { type EditValue, type Place, writeValue } from './write-value.js';

export type { EditValue } from './write-value.js';

/** The way from the top of a file to a value: names, and places in lists counted from 0. */
export type EditPath = readonly (string | number)[];

const raise = raiser(formatProblems);

interface Found {
  /** Where the new letters go, instead of what stands there. */
  start: number;
  end: number;
  write: (value: EditValue) => string;
}

const childOf = (raw: Raw | undefined, name: string | number): Raw | undefined => {
  if (raw?.kind === 'list' && typeof name === 'number') return raw.items[name];
  if (raw?.kind !== 'map') return undefined;
  return raw.entries.find(({ key }) => key.kind === 'scalar' && key.text === String(name))?.value;
};

const columnOf = (text: string, offset: number): number => offset - (text.lastIndexOf('\n', offset - 1) + 1);

const lineIndent = (text: string, offset: number): number => {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ ]*/.exec(text.slice(start))?.[0].length ?? 0;
};

/** Where the lines of a value end, without the line end and comments after it. */
const endOf = (text: string, raw: Raw): number => raw.start + text.slice(raw.start, raw.end).trimEnd().length;

const quoteOf = (raw: Raw): Place['quote'] =>
  raw.kind !== 'scalar' ? undefined : raw.style === 'single' ? "'" : raw.style === 'double' ? '"' : undefined;

/** A value that is there already. */
const existing = (text: string, raw: Raw, parent: RawMap | RawList, name: string | number): Found => {
  const key =
    parent.kind === 'map'
      ? parent.entries.find(({ key: k }) => k.kind === 'scalar' && k.text === String(name))?.key
      : undefined;
  const indent = key && !parent.flow ? columnOf(text, key.start) : lineIndent(text, raw.start);
  const column = columnOf(text, raw.start);
  const block = raw.kind !== 'scalar' && raw.kind !== 'alias' && !raw.flow;
  const start = block && key ? key.end + (/^\s*:/.exec(text.slice(key.end))?.[0].length ?? 0) : raw.start;
  return {
    start,
    end: endOf(text, raw),
    write: (value) => {
      const written = writeValue(value, { inBrackets: parent.flow, indent, column, quote: quoteOf(raw) });
      return start === raw.start || written.startsWith('\n') ? written : ` ${written}`;
    },
  };
};

/** The end of the line that an offset is on, its comment included. */
const lineEnd = (text: string, offset: number): number => {
  const end = text.indexOf('\n', offset);
  const to = end < 0 ? text.length : end;
  return text[to - 1] === '\r' ? to - 1 : to;
};

const newEntry = (text: string, parent: RawMap, name: string): Found | undefined => {
  const last = parent.entries.at(-1);
  const first = parent.entries[0];
  if (!last || !first) return undefined;
  const lastPart = last.value ?? last.key;
  const end = endOf(text, lastPart);
  if (parent.flow) {
    const place = { inBrackets: true, indent: 0, column: 0 };
    return { start: end, end, write: (value) => `, ${name}: ${writeValue(value, place)}` };
  }
  const indent = columnOf(text, first.key.start);
  const at = lineEnd(text, end);
  const column = indent + name.length + 2;
  return {
    start: at,
    end: at,
    write: (value) => {
      const written = writeValue(value, { inBrackets: false, indent, column });
      return `\n${' '.repeat(indent)}${name}:${written.startsWith('\n') ? '' : ' '}${written}`;
    },
  };
};

const newItem = (text: string, parent: RawList): Found | undefined => {
  const last = parent.items.at(-1);
  if (!last) return undefined;
  const end = endOf(text, last);
  const place = { inBrackets: true, indent: 0, column: 0 };
  if (parent.flow) return { start: end, end, write: (value) => `, ${writeValue(value, place)}` };
  const indent = columnOf(text, parent.start);
  const at = lineEnd(text, end);
  return { start: at, end: at, write: (value) => `\n${' '.repeat(indent)}- ${writeValue(value, place)}` };
};

const find = (text: string, root: Raw | undefined, path: EditPath): Found | undefined => {
  const name = path.at(-1);
  if (name === undefined) return undefined;
  const parent = path.slice(0, -1).reduce<Raw | undefined>(childOf, root);
  if (parent?.kind !== 'map' && parent?.kind !== 'list') return undefined;
  const raw = childOf(parent, name);
  if (raw) return existing(text, raw, parent, name);
  if (parent.kind === 'list') return name === parent.items.length ? newItem(text, parent) : undefined;
  const isThere = parent.entries.some(({ key }) => key.kind === 'scalar' && key.text === String(name));
  return isThere ? undefined : newEntry(text, parent, String(name));
};

type Plain = string | null | Plain[] | { [name: string]: Plain };

/** What a tree says, by the letters of its texts. */
const plain = (raw: Raw | undefined): Plain => {
  if (!raw) return null;
  if (raw.kind === 'alias') return `*${raw.name}`;
  if (raw.kind === 'scalar') return raw.text;
  if (raw.kind === 'list') return raw.items.map(plain);
  return raw.entries.map(({ key, value }) => [plain(key), plain(value)]);
};

const plainValue = (value: EditValue): Plain => {
  if (Array.isArray(value)) return value.map(plainValue);
  if (typeof value === 'object') return Object.entries(value).map(([name, inner]) => [name, plainValue(inner)]);
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
};

/** The tree with one value changed, to hold the result against. */
const expected = (raw: Raw | undefined, path: EditPath, value: EditValue): Plain => {
  const [name, ...rest] = path;
  if (name === undefined) return plainValue(value);
  if (raw?.kind === 'list') {
    const items = raw.items.map((item, index) => (index === name ? expected(item, rest, value) : plain(item)));
    return name === raw.items.length ? [...items, expected(undefined, rest, value)] : items;
  }
  if (raw?.kind !== 'map') return null;
  const isName = (key: Raw): boolean => key.kind === 'scalar' && key.text === String(name);
  const entries: Plain[] = raw.entries.map((entry) => [
    plain(entry.key),
    isName(entry.key) ? expected(entry.value, rest, value) : plain(entry.value),
  ]);
  return raw.entries.some(({ key }) => isName(key))
    ? entries
    : [...entries, [String(name), expected(undefined, rest, value)]];
};

const startOf = (file: string): At => ({ file, line: 1, column: 1, endLine: 1, endColumn: 2 });

/**
 * Takes a file, the way to a value and the new value; gives the file with that value changed, or added where its map
 * or list is there already (a place in a list may be its length). Every other line, comment and the order stay. There
 * is no content where the place is not there or the change would touch something else.
 */
export const editYaml = (text: Text, path: EditPath, value: EditValue): { content?: string; problems: Problem[] } => {
  const decoded = decode(text);
  const way = path.join(' → ');
  const parsed = parseYaml(decoded.text);
  const found = parsed.faults.length === 0 && !decoded.cut ? find(decoded.text, parsed.root, path) : undefined;
  if (!found) return { problems: [raise('edit/no-such-place', startOf(text.file), { path: way })] };
  const written = found.write(value);
  const before = decoded.text.slice(0, found.start);
  const kept = written.startsWith('\n') ? before.replace(/ +$/, '') : before;
  const content = kept + written + decoded.text.slice(found.end);
  const again = parseYaml(content);
  const holds =
    again.faults.length === 0 &&
    JSON.stringify(plain(again.root)) === JSON.stringify(expected(parsed.root, path, value)) &&
    keepsComments(decoded.text, content, found);
  if (holds) return { content, problems: [] };
  const at = linesOf(text.file, decoded.text).at(found.start, found.end);
  return { problems: [raise('edit/not-possible', at, { path: way })] };
};

/** Comments inside a value that is replaced would be lost, and so the change is refused. */
const keepsComments = (before: string, after: string, { start, end }: Found): boolean => {
  const inside = before.slice(start, end);
  return !inside.includes('#') || JSON.stringify(commentsIn(before)) === JSON.stringify(commentsIn(after));
};
