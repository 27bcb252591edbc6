import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Bundle } from '../../engine/index.js';
import { emit } from '../../generator/index.js';
import { projectFolder } from './project-folder.js';

/**
 * What follows the engine's own operators in `operators.mjs`: they are plain predicates, and a stock
 * json-rules-engine takes `Operator` objects. `known` keeps each false where its fact has no value.
 */
const trailer = `
import { Operator } from 'json-rules-engine';

/** Every operator that the rules name. */
export const operators = operatorsNamed().map(({ name, holds, known }) => new Operator(name, holds, known));

/** Takes an engine of json-rules-engine; adds the operators to it, and gives it back. */
export default function register(engine) {
  for (const operator of operators) engine.addOperator(operator);
  return engine;
}
`;

/** Takes a bundle; gives every built file by its path, \`operators.mjs\` among them. */
export const builtFiles = async (bundle: Bundle): Promise<Record<string, string>> => {
  const source = await readFile(join(projectFolder(), 'engine', 'rules', 'operators.js'), 'utf8');
  return { ...emit(bundle), 'operators.mjs': `${source.trimEnd()}\n${trailer}` };
};

/** Takes files by path and a folder, which is made where there is none; writes them below it. */
export const writeFiles = async (folder: string, files: Record<string, string>): Promise<void> => {
  for (const [path, content] of Object.entries(files)) {
    const place = join(folder, ...path.split('/'));
    await mkdir(dirname(place), { recursive: true });
    await writeFile(place, content);
  }
};
