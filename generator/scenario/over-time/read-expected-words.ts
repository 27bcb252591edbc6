/** Words and lists of words in what is expected over time. */
import type { Id } from '../../../engine/contract/index.js';
import type { Node, ScalarNode } from '../../load/node.js';
import { asList, oneOf, type Reading } from '../reading.js';
import type { None } from './expected.js';
import { raiseOverTime } from './problems.js';
import { nameAmong } from './read-session.js';

/** Takes a word that should be one of some fixed ones; gives it, or reports it and gives nothing. */
export const wordAmong = <W extends string>(
  word: ScalarNode | undefined,
  what: string,
  known: readonly W[],
  reading: Reading,
): W | undefined =>
  oneOf(word, known, reading, (at, text, near) =>
    raiseOverTime('scenario/unknown-word', at, { word: text, what, known: [...known], near }),
  );

/** `none`, and an empty list. */
export const isNone = (node: Node | undefined): None | undefined =>
  (node?.kind === 'scalar' && node.text === 'none') || (node?.kind === 'list' && node.items.length === 0)
    ? 'none'
    : undefined;

/** Takes a list of names, or `none`; gives those that there are, and reports the others. */
export const namesIn = (node: Node | undefined, what: string, known: Id[], reading: Reading): Id[] | undefined => {
  if (node === undefined) return undefined;
  if (isNone(node)) return [];
  return asList(node).flatMap((item) => nameAmong(item, what, known, reading) ?? []);
};
