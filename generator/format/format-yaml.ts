/** Puts a file into the house form. */
import { decode } from '../load/decode.js';
import type { Text } from '../load/node.js';
import { loadYaml } from '../load/yaml.js';
import type { Problem } from '../problem/problem.js';
import { layOut } from './lay-out.js';
import { saySame } from './same.js';

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
  const content = layOut(written);
  return { content: saySame(written, content) ? content : written, problems };
};
