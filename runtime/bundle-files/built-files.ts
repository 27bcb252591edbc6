import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Bundle, RuleCondition } from '../../engine/index.js';
import { emit } from '../../generator/index.js';
import { projectFolder } from './project-folder.js';

/**
 * What follows the engine's own operators in `operators.mjs`. Nothing is imported, so that the file works wherever it
 * is put: json-rules-engine makes its `Operator` from a name and a predicate, and each predicate asks first whether
 * the fact is known.
 */
const trailer = (names: string[]): string => `
/** Every operator that rules.json names: each is false of a fact that has no value. */
export const operators = operatorsNamed(${JSON.stringify(names, null, 2)}).map(({ name, holds, known }) => ({
  name,
  evaluate: (factValue, value) => known(factValue) && holds(factValue, value),
}));

/**
 * Takes an engine of json-rules-engine; adds the operators to it, and gives it back. Each run needs an engine of its
 * own, every fact (null for one without a value) and \`today\`; \`surround\` prepares them.
 */
export default function register(engine) {
  for (const { name, evaluate } of operators) engine.addOperator(name, evaluate);
  return engine;
}
`;

const operatorsIn = (condition: RuleCondition): string[] => {
  if ('all' in condition) return condition.all.flatMap(operatorsIn);
  if ('any' in condition) return condition.any.flatMap(operatorsIn);
  return 'operator' in condition ? [condition.operator] : [];
};

const operatorNames = ({ conditions, rules, overTime = [] }: Bundle['rules']): string[] => {
  const everyRule = [...rules, ...overTime.flatMap((group) => group.rules)];
  const all = [...Object.values(conditions), ...everyRule.map((rule) => rule.conditions)];
  return [...new Set(all.flatMap(operatorsIn))].sort();
};

/** Takes a bundle; gives every built file by its path, `operators.mjs` among them. */
export const builtFiles = async (bundle: Bundle): Promise<Record<string, string>> => {
  const source = await readFile(join(projectFolder(), 'engine', 'rules', 'operators.js'), 'utf8');
  return { ...emit(bundle), 'operators.mjs': `${source.trimEnd()}\n${trailer(operatorNames(bundle.rules))}` };
};

/** Takes files by path and a folder, which is made where there is none; writes them below it. */
export const writeFiles = async (folder: string, files: Record<string, string>): Promise<void> => {
  for (const [path, content] of Object.entries(files)) {
    const place = join(folder, ...path.split('/'));
    await mkdir(dirname(place), { recursive: true });
    await writeFile(place, content);
  }
};
