import { readFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import type { Bundle, CaseEvent } from '../../engine/index.js';
import type { Text } from '../../generator/index.js';
import { readScenarios } from '../../generator/scenario/read-scenarios.js';
import type { Scenario } from '../../generator/scenario/scenario.js';
import { scenarioTexts } from '../bundle-files/definition-texts.js';
import { NotBuilt, readBuilt } from '../bundle-files/read-built.js';
import { faultInWords, type Io, UsageFault } from './io.js';
import { type Located, oneDefinition } from './located.js';
import { isFaulty, type Opened, open, sayProblems } from './opened.js';

/** What was built decides without its definition, also when the language has moved on. */
const builtOf = async (definition: string): Promise<Opened | undefined> => {
  const bundle = await readBuilt(definition).catch((fault: unknown) => {
    throw fault instanceof NotBuilt ? new UsageFault(fault.message) : fault;
  });
  return bundle && { located: { path: definition, shown: '' }, bundle, texts: [], problems: [] };
};

/**
 * Takes a definition, or a folder that was built from one, and a file with one case; gives both, or nothing where one of
 * them has a mistake, which is said. Throws a UsageFault for what is not there.
 */
export const openCase = async (
  definition: string,
  file: string,
  io: Io,
  format?: string,
): Promise<{ bundle: Bundle; events: CaseEvent[] } | undefined> => {
  const built = await builtOf(definition);
  const located = built?.located ?? (await oneDefinition(definition));
  const content = await readFile(file).catch((fault) => {
    throw new UsageFault(faultInWords(fault));
  });
  const { bundle, ...opened } = built ?? (await open(located, file));
  if (bundle === undefined) {
    sayProblems(opened.problems, opened.texts, io, format);
    return undefined;
  }
  const starts = built ? [] : await scenarioTexts(located.path);
  const { scenario, problems, texts } = readCase({ file, content }, starts, located, bundle);
  if (isFaulty(problems)) {
    sayProblems(problems, texts, io, format);
    return undefined;
  }
  if (problems.length > 0) sayProblems(problems, texts, io);
  return { bundle, events: scenario.events };
};

/** A case may build on the starts of the definition's own scenarios. */
const readCase = (text: Text, starts: Text[], located: Located, bundle: Bundle) => {
  const own = resolve(text.file);
  const others = starts
    .map((other) => ({ ...other, file: `${located.shown}${other.file}` }))
    .filter((other) => relative(resolve(other.file), own) !== '');
  const texts = [...others, text];
  const { scenarios, problems } = readScenarios(texts, bundle);
  const mine = scenarios.filter(({ file }) => file === text.file);
  const faults = problems.filter(({ at }) => at.file === text.file);
  return { scenario: onlyOne(mine, text.file, isFaulty(faults)), problems: faults, texts };
};

const onlyOne = (scenarios: Scenario[], file: string, isFaultyFile: boolean): Scenario => {
  const [first, second] = scenarios;
  if (second !== undefined) {
    throw new UsageFault(`“${file}” holds ${scenarios.length} scenarios. Give a file with one case.`);
  }
  if (first === undefined && !isFaultyFile) throw new UsageFault(`“${file}” holds no case: no answers and no events.`);
  const at = { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
  return first ?? { title: file, file, at, events: [], expectations: [] };
};
