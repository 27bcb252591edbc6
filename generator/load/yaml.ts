/**
 * The only door to the `yaml` library. What comes out is our own: a tree with offsets, tokens for the formatter, and
 * a file as nodes with their places.
 */
import {
  type Alias,
  Composer,
  type CST,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  type Node as LibraryNode,
  Parser,
} from 'yaml';
import type { Problem } from '../problem/problem.js';
import { deepest, mostNodes } from './limits.js';
import type { Text } from './node.js';
import type { Parsed, Raw, RawEntry, RawFault, RawScalar, Style } from './raw.js';
import { type Loaded, readParsed } from './read.js';

export type Token = CST.Token;
export type SourceToken = CST.SourceToken;
export type Collection = CST.BlockMap | CST.BlockSequence | CST.FlowCollection;
export type Item = Collection['items'][number];
export type FlowCollection = CST.FlowCollection;
export type FlowScalar = CST.FlowScalar;
export type BlockScalar = CST.BlockScalar;

/** Lexemes, of which every value has a few. */
const mostLexemes = mostNodes * 5;

interface Tokens {
  tokens: Token[];
  stopped: Parsed['stopped'];
}

/** Takes a text and gives the tokens of its documents, comments and spaces included; stops at a limit. */
export const tokensOf = (text: string): Tokens => {
  const parser = new Parser();
  const tokens: Token[] = [];
  let lexemes = 0;
  for (const lexeme of new Lexer().lex(text)) {
    tokens.push(...parser.next(lexeme));
    lexemes += 1;
    if (parser.stack.length > deepest + 2) return { tokens, stopped: { by: 'depth', at: parser.offset } };
    if (lexemes > mostLexemes) return { tokens, stopped: { by: 'size', at: parser.offset } };
  }
  tokens.push(...parser.end());
  return { tokens, stopped: undefined };
};

const styles: Record<string, Style> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

const rangeOf = (node: LibraryNode): { start: number; end: number } => ({
  start: node.range?.[0] ?? 0,
  end: node.range?.[1] ?? 0,
});

const marksOf = (node: Exclude<LibraryNode, Alias>): { anchor?: string; tag?: string } => ({
  ...(node.anchor === undefined ? {} : { anchor: node.anchor }),
  ...(node.tag === undefined ? {} : { tag: node.tag }),
});

const plainValue = (value: unknown): RawScalar['value'] =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;

const scalarOf = (node: LibraryNode & { value: unknown; source?: string; type?: string }): RawScalar => {
  const style = styles[node.type ?? 'PLAIN'] ?? 'plain';
  const { start, end } = rangeOf(node);
  const token = node.srcToken;
  const source = token && 'source' in token ? token.source : '';
  const inBlock = style === 'literal' || style === 'folded';
  const text = node.source ?? (typeof node.value === 'string' ? node.value : '');
  return {
    kind: 'scalar',
    start,
    end,
    ...marksOf(node as Exclude<LibraryNode, Alias>),
    style,
    text: inBlock ? text.replace(/\n+$/, '') : text,
    value: plainValue(node.value),
    body: inBlock ? end - source.length : start,
    indent: token && 'indent' in token ? token.indent : 0,
  };
};

const isNothing = (raw: Raw): boolean =>
  raw.kind === 'scalar' &&
  raw.style === 'plain' &&
  raw.start === raw.end &&
  raw.anchor === undefined &&
  raw.tag === undefined;

const entryOf = (pair: { key: unknown; value: unknown }): RawEntry => {
  const value = pair.value ? rawOf(pair.value as LibraryNode) : undefined;
  return {
    key: rawOf(pair.key as LibraryNode),
    value: value && !isNothing(value) ? value : undefined,
    colon: pair.value !== null && pair.value !== undefined,
  };
};

const rawOf = (node: LibraryNode): Raw => {
  const { start, end } = rangeOf(node);
  if (isAlias(node)) return { kind: 'alias', start, end, name: node.source };
  if (isMap(node))
    return { kind: 'map', start, end, ...marksOf(node), flow: node.flow === true, entries: node.items.map(entryOf) };
  if (isSeq(node)) {
    const items = node.items.map((item) => itemOf(item as LibraryNode));
    return { kind: 'list', start, end, ...marksOf(node), flow: node.flow === true, items };
  }
  if (isScalar(node)) return scalarOf(node as Parameters<typeof scalarOf>[0]);
  return { kind: 'scalar', start, end, style: 'plain', text: '', value: null, body: start, indent: 0 };
};

/** An item of a list may be a pair (`[a: b]`), which is a map of one. */
const itemOf = (item: LibraryNode | { key: LibraryNode; value: unknown }): Raw | undefined => {
  if ('key' in item) {
    const entry = entryOf(item);
    return {
      kind: 'map',
      start: entry.key.start,
      end: entry.value?.end ?? entry.key.end,
      flow: true,
      entries: [entry],
    };
  }
  const raw = rawOf(item);
  return isNothing(raw) ? undefined : raw;
};

const directivesOf = (tokens: Token[]): Parsed['directives'] =>
  tokens.flatMap((token) =>
    token.type === 'directive'
      ? [{ start: token.offset, end: token.offset + token.source.length, source: token.source }]
      : [],
  );

/** Takes a text and gives what the library made of it: never throws, and stops at the limits of one file. */
export const parseYaml = (text: string): Parsed => {
  const { tokens, stopped } = tokensOf(text);
  const directives = directivesOf(tokens);
  const documents = tokens.filter((token) => token.type === 'document');
  const second = documents[1]?.offset;
  if (stopped) return { root: undefined, faults: [], directives, second, stopped };
  const composer = new Composer({ version: '1.2', uniqueKeys: false, keepSourceTokens: true, logLevel: 'silent' });
  const faults: RawFault[] = [];
  let root: Raw | undefined;
  for (const document of composer.compose(tokens, true, text.length)) {
    if (second !== undefined && (document.range?.[0] ?? 0) >= second) break;
    for (const { code, message, pos } of document.errors) faults.push({ code, message, start: pos[0], end: pos[1] });
    if (!root && document.contents) root = rawOf(document.contents as LibraryNode);
  }
  return { root: root && isNothing(root) ? undefined : root, faults, directives, second, stopped };
};

/**
 * Takes a file and gives it as nodes that know their places, with all problems of its spelling and layout. `root` is
 * left out where the file cannot be read as a map; it never throws, whatever the bytes are.
 */
export const loadYaml = (text: Text): { root?: Loaded['root']; problems: Problem[] } => readParsed(text, parseYaml);
