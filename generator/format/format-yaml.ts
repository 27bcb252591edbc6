/** Puts a file into the house form. */
import { decode } from '../load/decode.js';
import type { Text } from '../load/node.js';
import { loadYaml } from '../load/yaml.js';
import type { Problem } from '../problem/problem.js';
import { layOut } from './lay-out.js';
import { saySame } from './same.js';

/** Rounds of laying out after which a file is its own house form; a comment far out of place needs two. */
const rounds = 3;

const settled = (written: string): string => {
  let content = written;
  for (let round = 0; round < rounds; round += 1) {
    const next = layOut(content);
    if (next === content) break;
    content = next;
  }
  return content;
};

/**
 * Takes a file and gives it in the house form: two spaces a level, an empty line between sections, at most one
 * elsewhere, `{ }` and `[ ]` of more than 120 columns opened out; every comment and the order stay. A file
 * with errors, or one that cannot be laid out without changing what it says, stays as it is.
 */
export const formatYaml = (text: Text): { content: string; problems: Problem[] } => {
  const { root, problems } = loadYaml(text);
  const { text: as } = decode(text);
  if (!root || problems.some(({ severity }) => severity === 'error')) return { content: as, problems };
  const written = as.replace(/\r\n/g, '\n');
  const content = settled(written);
  return { content: saySame(written, content) ? content : written, problems };
};
