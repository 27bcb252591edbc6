import type { MapNode } from '../load/node.js';
import type { Problem } from '../problem/problem.js';
import { definition, type WrittenDefinition } from './definition.js';

/**
 * Takes the tree of a definition; gives it as written, with every value in its place. What could not be read is
 * missing from it and has been reported; without a programme there is no definition.
 */
export const readDefinition = (root: MapNode): { definition?: WrittenDefinition; problems: Problem[] } => {
  const problems: Problem[] = [];
  const start = { ...root.at, endLine: root.at.line, endColumn: root.at.column + 1 };
  const read = definition.read(root, {
    report: (problem) => problems.push(problem),
    at: root.entries[0]?.key.at ?? start,
    name: 'the definition',
  });
  return { ...(read && { definition: read }), problems };
};
