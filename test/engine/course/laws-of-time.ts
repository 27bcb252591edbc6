/** The small definition in which each law of time has something to bear on, and its scenarios law by law. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bundle } from '../../../engine/index.js';
import { evaluate } from '../../../engine/index.js';
import { compile } from '../../../generator/index.js';
import { readScenarios } from '../../../generator/scenario/read-scenarios.js';
import type { Scenario } from '../../../generator/scenario/scenario.js';

const folder = join(import.meta.dirname, '../../laws-of-time');
const textsIn = (path: string) =>
  readdirSync(path)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => ({ file, content: readFileSync(join(path, file), 'utf8') }));

export interface Laws {
  bundle: Bundle;
  /** By the number of the law. */
  scenarios: ReadonlyMap<number, Scenario[]>;
}

/** The definition, compiled with its contradictions found by playing, and its scenarios. Throws with its problems. */
export const lawsOfTime = (): Laws => {
  const { bundle, problems } = compile(textsIn(folder), { play: evaluate });
  if (!bundle) throw new Error(problems.map(({ code, message }) => `${code}: ${message}`).join('\n'));
  const read = readScenarios(textsIn(join(folder, 'scenarios')), bundle);
  if (read.problems.length > 0)
    throw new Error(read.problems.map(({ message, at }) => `${at.file}:${at.line} ${message}`).join('\n'));
  const scenarios = new Map<number, Scenario[]>();
  for (const scenario of read.scenarios) {
    const law = Number(/law-(\d\d)/.exec(scenario.file)?.[1]);
    scenarios.set(law, [...(scenarios.get(law) ?? []), scenario]);
  }
  return { bundle, scenarios };
};
