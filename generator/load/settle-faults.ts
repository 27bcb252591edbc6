/** Of all that the parser objected to, what is worth telling: one cause once, and nothing that only follows from it. */
import { type Problem, raiser } from '../problem/problem.js';
import { type Explained, explain } from './explain-faults.js';
import type { Lines } from './lines.js';
import { loadProblems } from './problems.js';
import type { Parsed, Raw, RawFault } from './raw.js';
import { childrenOf } from './walk.js';

const raise = raiser(loadProblems);

/** So many complaints are looked at; a file with more of them is no definition. */
const mostFaults = 1_000;

/** Quotes and brackets that are opened and not closed, found in the tree, since the parser tells only where it ended. */
const unclosed = (raw: Raw, lines: Lines): Explained[] => {
  const first = lines.text[raw.start] ?? '';
  const last = lines.text[raw.end - 1] ?? '';
  const own: Explained[] = [];
  const at = lines.at(raw.start, raw.start + 1);
  if (raw.kind === 'scalar' && (raw.style === 'single' || raw.style === 'double')) {
    const ended = last === first && raw.end - raw.start > 1;
    if (!ended) own.push({ problem: raise('yaml/unclosed-quote', at, { quote: first }), wrecks: true });
  }
  if ((raw.kind === 'map' || raw.kind === 'list') && raw.flow && /[[{]/.test(first)) {
    const close = first === '{' ? '}' : ']';
    if (last !== close) own.push({ problem: raise('yaml/unclosed-bracket', at, { open: first, close }), wrecks: true });
  }
  return [...own, ...childrenOf(raw).flatMap((child) => unclosed(child, lines))];
};

const complainsOfEnd = ({ message }: RawFault): boolean =>
  /^Missing closing|must end with|sufficiently indented and end with/.test(message);

/** Faults of a line after which the parser no longer knows what the lines below belong to. */
const misplaces = new Set([
  'yaml/tab-indent',
  'yaml/indentation',
  'yaml/missing-colon',
  'yaml/colon-without-space',
  'yaml/misplaced-dash',
  'yaml/odd-space',
]);

/** What is then told of those lines, rightly or not. */
const follows = new Set(['yaml/indentation', 'yaml/misplaced-dash', 'yaml/duplicate-key', 'yaml/empty-value']);

/** The line where the next section starts, at the left edge. */
const nextSection = (lines: Lines, after: number): number => {
  for (let number = after + 1; number <= lines.count; number += 1)
    if (/^[^\s#-]/.test(lines.line(number))) return number;
  return Number.POSITIVE_INFINITY;
};

/** The first problem of each line, without those that only follow from a line above in the same section. */
const causes = (explained: Explained[], lines: Lines): { told: Explained[]; blind: [number, number][] } => {
  const told: Explained[] = [];
  const blind: [number, number][] = [];
  let until = 0;
  let tab = -1;
  let last = 0;
  for (const one of explained) {
    const { code, at } = one.problem;
    const goesOn = code === 'yaml/tab-indent' && tab === at.line - 1;
    if (code === 'yaml/tab-indent') tab = at.line;
    if (at.line === last || goesOn || (follows.has(code) && at.line < until)) continue;
    last = at.line;
    told.push(one);
    if (!misplaces.has(code)) continue;
    if (at.line >= until) until = nextSection(lines, at.line);
    blind.push([at.line - 1, until]);
  }
  return { told, blind };
};

/**
 * Takes what the parser made of a file; gives its complaints as problems, and `leaves`, which says of another problem
 * of the tree whether it can be trusted beside them.
 */
export const settleFaults = (
  parsed: Parsed,
  lines: Lines,
): { problems: Problem[]; leaves: (problem: Problem) => boolean } => {
  const end = parsed.faults.find(complainsOfEnd);
  const open = parsed.root && end ? unclosed(parsed.root, lines) : [];
  const heard = parsed.faults.slice(0, mostFaults).flatMap((fault) => explain(lines, fault) ?? []);
  const { told, blind } = causes(
    [...open, ...heard].sort((a, b) => a.problem.at.line - b.problem.at.line),
    lines,
  );
  if (told.length === 0 && end)
    told.push({ problem: raise('yaml/not-understood', lines.at(end.start, end.end), {}), wrecks: true });
  const wreck = told.find(({ wrecks }) => wrecks)?.problem.at.line ?? Number.POSITIVE_INFINITY;
  const own = new Set(told.map(({ problem }) => problem.at.line));
  const isBlind = ({ at, code }: Problem): boolean =>
    follows.has(code) && blind.some(([from, to]) => at.line >= from && at.line < to);
  return {
    problems: told.filter(({ problem }) => problem.at.line <= wreck).map(({ problem }) => problem),
    leaves: (problem) =>
      problem.at.line < wreck && !own.has(problem.at.line) && !own.has(problem.at.endLine) && !isBlind(problem),
  };
};
