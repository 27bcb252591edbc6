/** What is wrong with a document that could be parsed: names, doubles, empty values, and texts that YAML cut. */
import type { At } from '../../engine/contract/index.js';
import { type Problem, raiser } from '../problem/problem.js';
import { checkSpaces, checkText } from './check-text.js';
import type { Lines } from './lines.js';
import { loadProblems } from './problems.js';
import type { Parsed, Raw, RawEntry, RawMap, RawScalar } from './raw.js';

const raise = raiser(loadProblems);

/** The problems of a tree, and the entries that are no entries but pieces of a text. */
export interface Checked {
  problems: Problem[];
  dropped: Set<RawEntry>;
}

interface Check extends Checked {
  lines: Lines;
  /** The parser had complaints. */
  faulty: boolean;
  /** Anchors that an alias names. */
  repeated: Set<string>;
}

const word = /^[\p{L}\p{N}]+(?:[-_.][\p{L}\p{N}]+)*$/u;

/** A line of a diary, "weekly from 2026-01-12 at 18:00", is a name of several words. */
const rhythm = /^(?:daily|weekly|fortnightly|monthly|every \d+) .*\d{4}-\d\d-\d\d/u;

const nameOf = ({ key }: RawEntry): string | undefined => (key.kind === 'scalar' ? key.text : undefined);

const place = ({ lines }: Check, { start, end }: { start: number; end: number }): At => lines.at(start, end);

const isText = (raw: Raw | undefined): raw is RawScalar => raw?.kind === 'scalar' && raw.style === 'plain';

/** Entries in `{ }` without a colon are pieces of the text before them; each run of them is told once. */
const checkCommas = (check: Check, map: RawMap): void => {
  if (!map.flow) return;
  let from = 0;
  while (from < map.entries.length) {
    const piece = map.entries[from];
    if (!piece || piece.colon) {
      from += 1;
      continue;
    }
    const before = map.entries[from - 1];
    let to = from;
    while (map.entries[to + 1]?.colon === false) to += 1;
    const last = map.entries[to] ?? piece;
    const afterText = isText(before?.value);
    if (isText(piece.key) && (afterText || / /.test(piece.key.text))) {
      const start = afterText && before?.value ? before.value.start : piece.key.start;
      const whole = check.lines.text.slice(start, last.key.end).replace(/\s+/g, ' ');
      const rest = check.lines.text.slice(piece.key.start, last.key.end).replace(/\s+/g, ' ');
      const at = check.lines.at(piece.key.start, last.key.end);
      check.problems.push(raise('yaml/cut-by-comma', at, { rest, whole }));
      for (const entry of map.entries.slice(from, to + 1)) check.dropped.add(entry);
    }
    from = to + 1;
  }
};

const checkKey = (check: Check, entry: RawEntry, inBrackets: boolean): void => {
  const { key } = entry;
  const at = check.lines.at(key.start, Math.max(key.end, key.start + 1));
  const text = key.kind === 'scalar' ? key.text : check.lines.text.slice(key.start, key.end).replace(/\s+/g, ' ');
  if (key.kind === 'scalar' && (word.test(text) || rhythm.test(text))) return;
  check.dropped.add(entry);
  // A name over several lines is mostly a fault of layout, which the parser has told.
  if (
    check.faulty &&
    !inBrackets &&
    isText(key) &&
    key.end > key.start &&
    check.lines.text.slice(key.start, key.end).includes('\n')
  )
    return;
  const space = checkSpaces(check.lines, key);
  if (!entry.colon && /^[\w-]+:\S/.test(text)) check.problems.push(raise('yaml/colon-without-space', at, { text }));
  else if (text === '<<') check.problems.push(raise('yaml/merge-key', at, {}));
  else if (space) check.problems.push(space);
  else if (isText(key) && entry.colon && /\s/.test(text))
    check.problems.push(raise('yaml/cut-by-colon', at, { before: text, inBrackets }));
  else check.problems.push(raise('yaml/key-not-a-word', at, { text }));
};

const checkValue = (check: Check, entry: RawEntry): void => {
  if (entry.value) return;
  const { key } = entry;
  const hash = /^\s*:[ \t]+#/.test(check.lines.text.slice(key.end, key.end + 80));
  const at = check.lines.at(key.start, key.end);
  check.problems.push(raise('yaml/empty-value', at, { name: nameOf(entry) ?? '', hash }));
};

const checkDoubles = (check: Check, map: RawMap): void => {
  const first = new Map<string, RawEntry>();
  for (const entry of map.entries) {
    const name = nameOf(entry);
    // What was to be inside an empty name stands beside it, and would be told as doubles.
    if (!entry.value && !check.dropped.has(entry)) first.clear();
    if (name === undefined || check.dropped.has(entry)) continue;
    const earlier = first.get(name);
    if (!earlier) first.set(name, entry);
    else {
      const related = [{ at: place(check, earlier.key), message: 'It is here as well.' }];
      check.problems.push(raise('yaml/duplicate-key', place(check, entry.key), { name }, related));
    }
  }
};

const checkMarks = (check: Check, raw: Raw): void => {
  if (raw.kind === 'alias') return;
  if (raw.tag !== undefined) {
    const at = tagPlace(check.lines, raw);
    check.problems.push(raise('yaml/tag', at, { text: wordAt(check.lines, at) || raw.tag }));
  }
  if (raw.anchor !== undefined && !check.repeated.has(raw.anchor)) {
    const start = check.lines.text.lastIndexOf(`&${raw.anchor}`, raw.start);
    const at = check.lines.at(Math.max(start, 0), Math.max(start, 0) + raw.anchor.length + 1);
    check.problems.push(raise('yaml/unused-anchor', at, { name: raw.anchor }));
  }
};

/** A tag stands before its value; it is the last `!` word before it. */
const tagPlace = (lines: Lines, raw: Raw): At => {
  const before = lines.text.slice(Math.max(0, raw.start - 400), raw.start);
  const found = [...before.matchAll(/(?<=^|[\s,[{])!\S*/g)].at(-1);
  if (!found) return lines.at(raw.start, raw.start + 1);
  const start = raw.start - before.length + found.index;
  return lines.at(start, start + found[0].length);
};

const wordAt = (lines: Lines, at: At): string => lines.line(at.line).slice(at.column - 1, at.endColumn - 1);

const checkMap = (check: Check, map: RawMap): void => {
  checkCommas(check, map);
  for (const entry of map.entries) {
    if (check.dropped.has(entry)) continue;
    checkKey(check, entry, map.flow);
    if (!check.dropped.has(entry)) checkValue(check, entry);
  }
  checkDoubles(check, map);
};

const checkRaw = (check: Check, raw: Raw): void => {
  checkMarks(check, raw);
  check.problems.push(...checkText(check.lines, raw));
  if (raw.kind === 'map') {
    checkMap(check, raw);
    for (const { value } of raw.entries) if (value) checkRaw(check, value);
  }
  if (raw.kind === 'list')
    raw.items.forEach((item, index) => {
      if (item) checkRaw(check, item);
      else {
        const start = raw.items[index - 1]?.end ?? raw.start;
        const dash = check.lines.text.indexOf('-', start);
        const at = check.lines.at(dash < 0 ? start : dash, (dash < 0 ? start : dash) + 1);
        check.problems.push(raise('yaml/empty-value', at, { name: '', hash: false }));
      }
    });
};

const aliasesIn = (raw: Raw | undefined, found: Set<string>): Set<string> => {
  if (raw?.kind === 'alias') found.add(raw.name);
  if (raw?.kind === 'map')
    for (const { key, value } of raw.entries) {
      aliasesIn(key, found);
      aliasesIn(value, found);
    }
  if (raw?.kind === 'list') for (const item of raw.items) aliasesIn(item, found);
  return found;
};

const notAMap = (root: Raw, lines: Lines): Problem => {
  const at = lines.at(root.start, root.end);
  const words = root.kind === 'scalar' ? root.text : '';
  if (/^[\w-]+:\S/.test(words) && root.kind === 'scalar')
    return raise('yaml/colon-without-space', at, { text: words.split('\n')[0] ?? words });
  return raise('yaml/not-a-map', at, { found: root.kind === 'list' ? 'a list' : 'a single text' });
};

/** Takes what the parser made of a file; gives the problems of its tree, and which entries are none. */
export const checkTree = (parsed: Parsed, lines: Lines): Checked => {
  const { root } = parsed;
  const check: Check = {
    problems: [],
    dropped: new Set(),
    lines,
    faulty: parsed.faults.length > 0,
    repeated: aliasesIn(root, new Set()),
  };
  if (!root) {
    if (parsed.faults.length === 0) check.problems.push(raise('yaml/empty-file', lines.at(0, 0), {}));
    return check;
  }
  if (root.kind !== 'map') {
    checkMarks(check, root);
    check.problems.push(checkSpaces(lines, root) ?? notAMap(root, lines));
    return check;
  }
  checkRaw(check, root);
  return check;
};
