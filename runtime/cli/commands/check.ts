import type { Command } from 'commander';
import { describeProblems, type Problem, problemsToJson, type Text } from '../../../generator/index.js';
import { exit, type Io } from '../io.js';
import { definitionsAt } from '../located.js';
import { isFaulty, open, openScenarios } from '../opened.js';
import { asProblems } from '../options.js';

/** `rubric check`: says every problem of definitions and of their scenarios. */
export const check = (program: Command, io: Io, done: (code: number) => void): void => {
  program
    .command('check')
    .summary('say what is wrong in a definition, with the line and what to write instead')
    .description('Says every problem of a definition and of its scenarios, with its line and what to write instead.')
    .argument(
      '[path...]',
      'definitions: folders or single YAML files; or folders of definitions (default: definitions)',
    )
    .addOption(asProblems())
    .action(async (paths: string[], { format }: { format: string }) => done(await run(paths, format, io)));
};

const run = async (paths: string[], format: string, io: Io): Promise<number> => {
  const problems: Problem[] = [];
  const texts: Text[] = [];
  for (const located of await definitionsAt(paths)) {
    const opened = await open(located);
    const scenarios = opened.bundle && (await openScenarios(located, opened.bundle));
    problems.push(...opened.problems, ...(scenarios?.problems ?? []));
    texts.push(...opened.texts, ...(scenarios?.texts ?? []));
  }
  io.out(format === 'json' ? problemsToJson(problems) : describeProblems(problems, texts, { colour: io.colour.out }));
  return isFaulty(problems) ? exit.failed : exit.well;
};
