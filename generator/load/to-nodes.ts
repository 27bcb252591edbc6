/** From the parsed tree to the nodes that the rest of the generator reads, with repeated values put in. */
import type { At } from '../../engine/contract/index.js';
import { type Problem, raiser } from '../problem/problem.js';
import { deepest, mostAliases, mostNodes } from './limits.js';
import type { Lines } from './lines.js';
import type { Entry, MapNode, Node, ScalarNode } from './node.js';
import { loadProblems } from './problems.js';
import type { Raw, RawAlias, RawEntry, RawList, RawMap, RawScalar } from './raw.js';
import { type Mapped, mapScalar } from './scalar-map.js';

const raise = raiser(loadProblems);

/** A node with its levels and the number of nodes in it, aliases followed. */
interface Built {
  node: Node;
  height: number;
  size: number;
}

interface Building {
  lines: Lines;
  dropped: Set<RawEntry>;
  problems: Problem[];
  marked: Map<string, Built | 'unfinished'>;
  aliases: number;
}

/** Where a value stands, without the line ends and spaces after it. */
const placeOf = (lines: Lines, { start, end }: Raw): At =>
  lines.at(start, start + lines.text.slice(start, end).trimEnd().length);

const scalarNode = (lines: Lines, raw: RawScalar): ScalarNode => {
  const at = placeOf(lines, raw);
  const { text, value } = raw;
  const plain = raw.style === 'plain' && at.line === at.endLine;
  let mapped: Mapped | undefined | 'not yet' = 'not yet';
  const within = (start: number, end: number): At => {
    if (plain) return lines.at(raw.start + start, raw.start + end);
    if (mapped === 'not yet') mapped = mapScalar(lines.text, raw);
    const from = mapped?.from[start] ?? (mapped?.to.at(start - 1) || undefined);
    const to = mapped?.to[end - 1];
    if (from === undefined) return at;
    return lines.at(from, to === undefined || end <= start ? from : to);
  };
  return { kind: 'scalar', at, text, value, plain, within };
};

const total = (parts: (Built | undefined)[]): { height: number; size: number } => ({
  height: 1 + parts.reduce((most, part) => Math.max(most, part?.height ?? 0), 0),
  size: 1 + parts.reduce((sum, part) => sum + (part?.size ?? 0), 0),
});

const aliasNode = (building: Building, raw: RawAlias): Built | undefined => {
  const at = building.lines.at(raw.start, raw.end);
  const { name } = raw;
  const found = building.marked.get(name);
  building.aliases += 1;
  if (building.aliases === mostAliases + 1)
    building.problems.push(raise('yaml/too-many-aliases', at, { most: mostAliases }));
  if (building.aliases > mostAliases) return undefined;
  if (found === undefined) building.problems.push(raise('yaml/unknown-alias', at, { name }));
  else if (found === 'unfinished') building.problems.push(raise('yaml/alias-cycle', at, { name }));
  else return found;
  return undefined;
};

const mapNode = (building: Building, raw: RawMap): Built => {
  const parts: (Built | undefined)[] = [];
  const entries: Entry[] = [];
  for (const entry of raw.entries) {
    if (building.dropped.has(entry) || entry.key.kind !== 'scalar') continue;
    const value = entry.value ? built(building, entry.value) : undefined;
    parts.push(value);
    const { lines } = building;
    const from = entry.key.start;
    const end = entry.value ? entry.value.end : entry.key.end;
    const at = lines.at(from, from + lines.text.slice(from, end).trimEnd().length);
    entries.push({ key: scalarNode(lines, entry.key), value: value?.node, at });
  }
  return { node: { kind: 'map', at: placeOf(building.lines, raw), entries }, ...total(parts) };
};

const listNode = (building: Building, raw: RawList): Built => {
  const parts = raw.items.map((item) => (item ? built(building, item) : undefined));
  const items = parts.flatMap((part) => (part ? [part.node] : []));
  return { node: { kind: 'list', at: placeOf(building.lines, raw), items }, ...total(parts) };
};

/** A map of which nothing is left was a text, and has been told of. */
const isGone = (building: Building, raw: Raw): boolean =>
  raw.kind === 'map' && raw.entries.length > 0 && raw.entries.every((entry) => building.dropped.has(entry));

const built = (building: Building, raw: Raw): Built | undefined => {
  if (raw.kind === 'alias') return aliasNode(building, raw);
  if (isGone(building, raw)) return undefined;
  if (raw.anchor !== undefined) building.marked.set(raw.anchor, 'unfinished');
  const made =
    raw.kind === 'map'
      ? mapNode(building, raw)
      : raw.kind === 'list'
        ? listNode(building, raw)
        : { node: scalarNode(building.lines, raw), height: 0, size: 1 };
  if (raw.anchor !== undefined) building.marked.set(raw.anchor, made);
  return made;
};

/** Takes the parsed tree and the entries to leave out; gives the nodes, none where the top is no map or too much. */
export const buildNodes = (
  root: Raw | undefined,
  lines: Lines,
  dropped: Set<RawEntry>,
): { root?: MapNode; problems: Problem[] } => {
  const building: Building = { lines, dropped, problems: [], marked: new Map(), aliases: 0 };
  const { problems } = building;
  if (root?.kind !== 'map') return { problems };
  const made = built(building, root);
  if (made?.node.kind !== 'map') return { problems };
  if (made.height > deepest) return { problems: [...problems, raise('yaml/too-deep', lines.at(0, 0), { deepest })] };
  if (made.size > mostNodes) {
    const most = mostNodes.toLocaleString('en-GB');
    return { problems: [...problems, raise('yaml/too-many-values', lines.at(0, 0), { most })] };
  }
  return { root: made.node, problems };
};
