/** Maps and lists in brackets, on one line. */
import type { FlowCollection, Item, SourceToken, Token } from '../load/yaml.js';

const marks = (tokens: readonly SourceToken[] | undefined): string =>
  (tokens ?? [])
    .filter(({ type }) => type === 'anchor')
    .map(({ source }) => `${source} `)
    .join('');

const hasComment = (tokens: readonly SourceToken[] | undefined): boolean =>
  (tokens ?? []).some(({ type }) => type === 'comment');

/** Gives a value as it is written inside brackets; nothing where it holds a comment or needs more than a line. */
const inline = (token: Token | null | undefined): string | undefined => {
  if (!token) return '';
  if (token.type === 'flow-collection') return oneLine(token);
  if (!('source' in token) || token.source.includes('\n') || token.type === 'block-scalar') return undefined;
  return 'end' in token && hasComment(token.end) ? undefined : token.source;
};

const itemOf = (item: Item): string | undefined => {
  if (hasComment(item.start) || hasComment(item.sep)) return undefined;
  const value = inline(item.value);
  if (value === undefined) return undefined;
  if (!item.sep) return `${marks(item.start)}${item.key === undefined ? value : (inline(item.key) ?? '')}`;
  const key = inline(item.key);
  return key === undefined ? undefined : `${marks(item.start)}${key}: ${marks(item.sep)}${value}`;
};

/** True of the piece after the last comma, which holds nothing. */
export const isBare = (item: Item): boolean => item.key === undefined && !item.sep && item.value === undefined;

/** Takes a map or list in brackets; gives it on one line, or nothing where it holds a comment or a longer text. */
export const oneLine = (token: FlowCollection): string | undefined => {
  const pieces: string[] = [];
  for (const item of token.items) {
    const piece = itemOf(item);
    if (piece === undefined) return undefined;
    if (!isBare(item)) pieces.push(piece);
  }
  if (hasComment(token.end.slice(0, token.end.findIndex(({ type }) => type.endsWith('-end')) + 1))) return undefined;
  const isMap = token.start.source === '{';
  if (pieces.length === 0) return isMap ? '{}' : '[]';
  return isMap ? `{ ${pieces.join(', ')} }` : `[${pieces.join(', ')}]`;
};
