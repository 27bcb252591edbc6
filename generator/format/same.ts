/** Whether two files say the same: the same names, values and comments in the same order. */
import type { Raw } from '../load/raw.js';
import { type Item, parseYaml, type Token, tokensOf } from '../load/yaml.js';

/** Takes a piece of a document and gives what it says, texts by their letters and what YAML makes of them. */
const saidBy = (raw: Raw | undefined): unknown => {
  if (!raw) return null;
  const anchor = raw.kind === 'alias' ? undefined : raw.anchor;
  if (raw.kind === 'alias') return { alias: raw.name };
  if (raw.kind === 'scalar') return { text: raw.text, value: raw.value, anchor };
  if (raw.kind === 'list') return { items: raw.items.map(saidBy), anchor };
  return { entries: raw.entries.map(({ key, value }) => [saidBy(key), saidBy(value)]), anchor };
};

const comments = (tokens: readonly (Token | Item)[] | undefined, found: string[]): string[] => {
  for (const token of tokens ?? []) {
    if ('type' in token && token.type === 'comment') found.push(token.source.trimEnd());
    if ('start' in token && Array.isArray(token.start)) comments(token.start, found);
    if ('props' in token) comments(token.props, found);
    if ('key' in token && token.key) comments([token.key], found);
    if ('sep' in token) comments(token.sep, found);
    if ('items' in token) comments(token.items, found);
    if ('value' in token && token.value) comments([token.value], found);
    if ('end' in token) comments(token.end, found);
  }
  return found;
};

/** Takes a text and gives its comments in order. */
export const commentsIn = (text: string): string[] => comments(tokensOf(text).tokens, []);

/** Takes two texts; true where both can be parsed and say the same, comments included. */
export const saySame = (one: string, other: string): boolean => {
  const [a, b] = [parseYaml(one), parseYaml(other)];
  if (a.faults.length > 0 || b.faults.length > 0) return false;
  return (
    JSON.stringify(saidBy(a.root)) === JSON.stringify(saidBy(b.root)) &&
    JSON.stringify(commentsIn(one)) === JSON.stringify(commentsIn(other))
  );
};
