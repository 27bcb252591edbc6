import { type Command, Option } from 'commander';
import { decide } from '../../../engine/index.js';
import { type Uncovered, uncovered } from '../../scenario/coverage.js';
import { describeAsJunit, describeResults, type Suite } from '../../scenario/describe-results.js';
import { runScenarios } from '../../scenario/run-scenarios.js';
import { inkFor } from '../ink.js';
import { exit, type Io } from '../io.js';
import { definitionsAt, type Located } from '../located.js';
import { isFaulty, open, openScenarios, sayProblems } from '../opened.js';
import { watching } from '../watching.js';

interface Options {
  watch?: boolean;
  format: 'text' | 'junit';
}

/** `rubric test`: runs scenarios. */
export const test = (program: Command, io: Io, done: (code: number) => void): void => {
  program
    .command('test')
    .summary('run the scenarios of a definition')
    .description(
      'Runs the scenarios of definitions. What fails is shown with what was expected, what was found, why, and the ' +
        'clause. Rules, duties, steps, reports and messages that no scenario exercises are listed.',
    )
    .argument('[path...]', 'definitions, folders of them, or files of scenarios (default: definitions)')
    .option('--watch', 'run again at every change of a YAML file')
    .addOption(
      new Option('--format <format>', 'text for people, junit for build servers')
        .choices(['text', 'junit'])
        .default('text'),
    )
    .action(async (paths: string[], options: Options) => done(await run(paths, options, io)));
};

const run = async (paths: string[], { watch, format }: Options, io: Io): Promise<number> => {
  const located = await definitionsAt(paths);
  if (watch !== true) return runAll(located, format, io);
  return watching(located, async () => runAll(located, format, io), io);
};

const runAll = async (located: Located[], format: Options['format'], io: Io): Promise<number> => {
  const suites: (Suite & { never: Uncovered[] })[] = [];
  let sound = true;
  for (const one of located) {
    const suite = await runOne(one, io);
    if (suite === undefined) sound = false;
    else suites.push(suite);
  }
  if (format === 'junit') io.out(describeAsJunit(suites));
  else
    for (const { name, bundle, results, never } of suites) {
      io.out(`${name}\n${describeResults(bundle, results, never, inkFor(io.colour.out))}\n\n`);
    }
  const passed = suites.every(({ results }) => results.every(({ failures }) => failures.length === 0));
  return sound && passed ? exit.well : exit.failed;
};

/** The results of one definition, or nothing where it or its scenarios cannot be read, which is said. */
const runOne = async (located: Located, io: Io): Promise<(Suite & { never: Uncovered[] }) | undefined> => {
  const opened = await open(located);
  const { bundle } = opened;
  if (bundle === undefined) {
    sayProblems(opened.problems, opened.texts, io);
    return undefined;
  }
  const { scenarios, problems, texts } = await openScenarios(located, bundle);
  if (problems.length > 0) sayProblems(problems, texts, io);
  if (isFaulty(problems)) return undefined;
  const results = await runScenarios(bundle, scenarios, decide);
  const never = located.only === undefined ? uncovered(bundle, results) : [];
  return { name: bundle.programme.title, bundle, results, never };
};
