/** From a file to nodes and problems: decode, look at the letters, parse, explain what the parser said, check, build. */
import type { At } from '../../engine/contract/index.js';
import { type Problem, raiser } from '../problem/problem.js';
import { sortProblems } from '../problem/sort.js';
import { checkTree } from './check-tree.js';
import { decode, largestFile } from './decode.js';
import { checkLetters } from './letters.js';
import { deepest, mostNodes, mostProblems } from './limits.js';
import { type Lines, linesOf } from './lines.js';
import type { MapNode, Text } from './node.js';
import { loadProblems } from './problems.js';
import type { Parsed } from './raw.js';
import { settleFaults } from './settle-faults.js';
import { buildNodes } from './to-nodes.js';

const raise = raiser(loadProblems);

export interface Loaded {
  root?: MapNode;
  problems: Problem[];
}

const few = (problems: Problem[]): Problem[] => {
  const sorted = sortProblems(problems);
  const next = sorted[mostProblems];
  if (!next) return sorted;
  const more = raise('yaml/more-problems', next.at, { more: sorted.length - mostProblems });
  return [...sorted.slice(0, mostProblems), more];
};

const tooLarge = ({ file, content }: Text): Problem => {
  const at: At = { file, line: 1, column: 1, endLine: 1, endColumn: 2 };
  return raise('yaml/too-large', at, { megabytes: (content.length / largestFile).toFixed(1) });
};

const limitProblem = ({ by, at }: NonNullable<Parsed['stopped']>, lines: Lines): Problem =>
  by === 'depth'
    ? raise('yaml/too-deep', lines.at(at, at), { deepest })
    : raise('yaml/too-many-values', lines.at(at, at), { most: mostNodes.toLocaleString('en-GB') });

const documentProblems = (parsed: Parsed, lines: Lines): Problem[] => [
  ...parsed.directives.map(({ start, end, source }) => raise('yaml/directive', lines.at(start, end), { text: source })),
  ...(parsed.second === undefined
    ? []
    : [raise('yaml/several-documents', lines.at(parsed.second, parsed.second + 3), {})]),
];

/** Takes a file and the parser; gives the file's nodes and problems. */
export const readParsed = (text: Text, parse: (text: string) => Parsed): Loaded => {
  const decoded = decode(text);
  if (decoded.cut) return { problems: [tooLarge(text)] };
  const lines = linesOf(text.file, decoded.text);
  const letters = checkLetters(lines, decoded.broken);
  if (!letters.readable) return { problems: letters.problems };
  const parsed = parse(letters.text);
  if (parsed.stopped) return { problems: [limitProblem(parsed.stopped, lines)] };
  const around = [...letters.problems, ...documentProblems(parsed, lines)];
  const hidden = new Set(letters.problems.map(({ at }) => at.line));
  const readable = (problem: Problem): boolean => !hidden.has(problem.at.line);
  const syntax = settleFaults(parsed, lines);
  const tree = checkTree(parsed, lines);
  if (syntax.problems.length > 0) {
    const others = [...syntax.problems, ...tree.problems.filter(syntax.leaves)].filter(readable);
    return { problems: few([...around, ...others]) };
  }
  const built = buildNodes(parsed.root, lines, tree.dropped);
  const problems = few([...around, ...[...tree.problems, ...built.problems].filter(readable)]);
  return around.length === 0 && built.root ? { root: built.root, problems } : { problems };
};
