import { resolve } from 'node:path';
import { type Bundle, evaluate } from '../../engine/index.js';
import { compile, describeProblems, type Problem, problemsToJson, type Text } from '../../generator/index.js';
import { readScenarios } from '../../generator/scenario/read-scenarios.js';
import type { Scenario } from '../../generator/scenario/scenario.js';
import { definitionTexts, scenarioTexts } from '../bundle-files/definition-texts.js';
import type { Io } from './io.js';
import { asShown, type Located } from './located.js';

/** A definition as compiled, with the names of its files as they are shown. */
export interface Opened {
  located: Located;
  bundle?: Bundle;
  texts: Text[];
  problems: Problem[];
}

/**
 * Takes a definition; gives its bundle, if it has no mistake, and its problems. A file that lies in its folder and is
 * no part of it, such as a case, is left out.
 */
export const open = async (located: Located, apart?: string): Promise<Opened> => {
  const isApart = (file: string): boolean => apart !== undefined && resolve(located.shown, file) === resolve(apart);
  const texts = (await definitionTexts(located.path)).filter(({ file }) => !isApart(file));
  const { bundle, problems } = compile(texts, { play: evaluate });
  return { located, ...(bundle === undefined ? {} : { bundle }), ...asShown(located.shown, { texts, problems }) };
};

/** Takes a definition and its bundle; gives its scenarios and the problems in them. */
export const openScenarios = async (
  { path, shown, only }: Located,
  bundle: Bundle,
): Promise<{ scenarios: Scenario[]; texts: Text[]; problems: Problem[] }> => {
  const texts = (await scenarioTexts(path)).map((text) => ({ ...text, file: `${shown}${text.file}` }));
  const { scenarios, problems } = readScenarios(texts, bundle);
  const meant = (file: string): boolean => only === undefined || file.startsWith(`${shown}${only}`);
  return { scenarios: scenarios.filter(({ file }) => meant(file)), texts, problems };
};

/** Whether any problem keeps the definition from being built. */
export const isFaulty = (problems: Problem[]): boolean => problems.some(({ severity }) => severity === 'error');

/** Says problems where errors belong, or as JSON where results do. */
export const sayProblems = (problems: Problem[], texts: Text[], io: Io, format?: string): void => {
  if (format === 'json') io.out(problemsToJson(problems));
  else io.err(describeProblems(problems, texts, { colour: io.colour.err }));
};
