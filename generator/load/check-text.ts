/** Traps of a single text: signs that came along from a word processor, and a comment that ate its end. */
import { type Problem, raiser } from '../problem/problem.js';
import type { Lines } from './lines.js';
import { loadProblems } from './problems.js';
import type { Raw } from './raw.js';

const raise = raiser(loadProblems);

/** Spaces that YAML takes as letters. */
const oddSpace = '[\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000]';
/** Where such a space does the work of an ordinary one: at either end of a text, or after a name and its colon. */
const oddPlaces = new RegExp(`^${oddSpace}|${oddSpace}$|(?<=^[\\w-]+:)${oddSpace}`, 'u');

const codeOf = (character: string): string =>
  `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;

const comment = /^( +)#(.?)/;

/** Takes a name or a text; gives the problem of a space in it that YAML does not take for one. */
export const checkSpaces = (lines: Lines, raw: Raw): Problem | undefined => {
  if (raw.kind !== 'scalar' || raw.style !== 'plain') return undefined;
  const odd = oddPlaces.exec(lines.text.slice(raw.start, raw.end));
  if (!odd) return undefined;
  const start = raw.start + odd.index;
  return raise('yaml/odd-space', lines.at(start, start + 1), { code: codeOf(odd[0]) });
};

/** Takes a text and gives its problems. */
export const checkText = (lines: Lines, raw: Raw): Problem[] => {
  if (raw.kind !== 'scalar' || raw.style !== 'plain') return [];
  const space = checkSpaces(lines, raw);
  if (space) return [space];
  const problems: Problem[] = [];
  const source = lines.text.slice(raw.start, raw.end);
  const at = lines.at(raw.start, raw.end);
  if (/^[“”„][^“”„]*[“”]$|^[‘’‚][^‘’‚]*[‘’]$/u.test(source))
    problems.push(raise('yaml/curly-quotes', at, { text: source }));
  const after = comment.exec(lines.text.slice(raw.end, raw.end + 80));
  const touches = after?.[1]?.length === 1 && (/\S/.test(after[2] ?? '') || /\s/.test(source));
  if (touches) {
    const hash = raw.end + 1;
    problems.push(raise('yaml/cut-by-hash', lines.at(hash, hash + 1), { before: raw.text }));
  }
  return problems;
};
