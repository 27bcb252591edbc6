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

/** Takes a text; adds its problems, and says whether one was found that explains away others about it. */
export const checkText = (lines: Lines, raw: Raw, problems: Problem[]): boolean => {
  if (raw.kind !== 'scalar' || raw.style !== 'plain') return false;
  const source = lines.text.slice(raw.start, raw.end);
  const odd = oddPlaces.exec(source);
  if (odd) {
    const start = raw.start + odd.index;
    problems.push(raise('yaml/odd-space', lines.at(start, start + 1), { code: codeOf(odd[0]) }));
    return true;
  }
  const at = lines.at(raw.start, raw.end);
  if (/^[“”„][^“”„]*[“”]$|^[‘’‚][^‘’‚]*[‘’]$/u.test(source))
    problems.push(raise('yaml/curly-quotes', at, { text: source }));
  const after = comment.exec(lines.text.slice(raw.end, raw.end + 80));
  const touches = after?.[1]?.length === 1 && (/\S/.test(after[2] ?? '') || /\s/.test(source));
  if (touches) {
    const hash = raw.end + 1;
    problems.push(raise('yaml/cut-by-hash', lines.at(hash, hash + 1), { before: raw.text }));
  }
  return false;
};
