/** Characters that have no place in a definition: those that cannot be seen, and bytes that are no UTF-8. */
import { type Problem, raiser } from '../problem/problem.js';
import type { Decoded } from './decode.js';
import type { Lines } from './lines.js';
import { loadProblems } from './problems.js';

const raise = raiser(loadProblems);

/** After so many of them the file is something else than a text. */
const most = 20;

/**
 * Control characters but tab and line ends, characters of no width, those that turn the direction of writing (which
 * make a line read otherwise than it is), and halves of pairs.
 */
const hidden =
  /(?![\t\n\r])\p{Cc}|\r(?!\n)|[\u061c\u200b\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]|\p{Cs}/gu;

const named = (character: string): string => `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;

/**
 * Takes a file's lines and the place of its first byte that is no UTF-8; gives a problem for each such place, the text
 * with each of them replaced by U+FFFD, and whether it is a text at all.
 */
export const checkLetters = (
  lines: Lines,
  broken: Decoded['broken'],
): { problems: Problem[]; text: string; readable: boolean } => {
  const problems: Problem[] = [];
  if (broken) problems.push(raise('yaml/not-utf-8', lines.at(broken.offset, broken.offset + 1), { byte: broken.byte }));
  let count = 0;
  const text = lines.text.replace(hidden, (character, offset: number) => {
    count += 1;
    if (count <= most)
      problems.push(raise('yaml/hidden-character', lines.at(offset, offset + 1), { code: named(character) }));
    return '\ufffd';
  });
  return { problems, text, readable: !broken && count <= most };
};
