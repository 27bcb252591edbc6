import { readFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import type { Command } from 'commander';
import { type Bundle, decide as decideCase } from '../../../engine/index.js';
import type { Text } from '../../../generator/index.js';
import { readScenarios } from '../../../generator/scenario/read-scenarios.js';
import type { Scenario } from '../../../generator/scenario/scenario.js';
import { scenarioTexts } from '../../bundle-files/definition-texts.js';
import { NotBuilt, readBuilt } from '../../bundle-files/read-built.js';
import { readAsOf } from '../as-of.js';
import { decisionAsJson, decisionInWords } from '../decision-words.js';
import { inkFor } from '../ink.js';
import { exit, faultInWords, type Io, UsageFault } from '../io.js';
import { type Located, oneDefinition } from '../located.js';
import { isFaulty, type Opened, open, sayProblems } from '../opened.js';
import { asProblems } from '../options.js';

interface Options {
  asOf: string;
  format: string;
}

/** `rubric decide`: decides one case. */
export const decide = (program: Command, io: Io, done: (code: number) => void): void => {
  program
    .command('decide')
    .summary('decide one case, with every reason and what is missing')
    .description(
      'Decides one case, with every reason, what is still missing and who could answer it; and says how it stands: what ' +
        'is recommended and due, what comes next, and what could be found out.',
    )
    .argument('<definition>', 'a folder, or one YAML file; or a folder that `rubric build` wrote')
    .argument('<case>', 'a YAML file with answers, a diary and events, as in a scenario')
    .requiredOption('--as-of <time>', 'a day, of which the end is meant (2026-03-02), or a time (2026-03-02T17:30:00Z)')
    .addOption(asProblems())
    .action(async (definition: string, file: string, options: Options) =>
      done(await run(definition, file, options, io)),
    );
};

/** What was built decides without its definition, also when the language has moved on. */
const builtOf = async (definition: string): Promise<Opened | undefined> => {
  const bundle = await readBuilt(definition).catch((fault: unknown) => {
    throw fault instanceof NotBuilt ? new UsageFault(fault.message) : fault;
  });
  return bundle && { located: { path: definition, shown: '' }, bundle, texts: [], problems: [] };
};

const run = async (definition: string, file: string, { asOf, format }: Options, io: Io): Promise<number> => {
  const built = await builtOf(definition);
  const located = built?.located ?? (await oneDefinition(definition));
  const content = await readFile(file).catch((fault) => {
    throw new UsageFault(faultInWords(fault));
  });
  const opened = built ?? (await open(located, file));
  const { bundle } = opened;
  if (bundle === undefined) {
    sayProblems(opened.problems, opened.texts, io, format);
    return exit.failed;
  }
  const moment = readAsOf(asOf, bundle.programme.timeZone);
  const starts = built ? [] : await scenarioTexts(located.path);
  const { scenario, problems, texts } = readCase({ file, content }, starts, located, bundle);
  if (isFaulty(problems)) {
    sayProblems(problems, texts, io, format);
    return exit.failed;
  }
  if (problems.length > 0) sayProblems(problems, texts, io);
  const decided = await decideCase(bundle, scenario.events, { asOf: moment });
  if (!decided.decided) {
    io.err(`Nothing was decided. ${decided.because}\n`);
    return exit.failed;
  }
  io.out(
    format === 'json'
      ? `${JSON.stringify(decisionAsJson(bundle, decided.evaluation), null, 2)}\n`
      : decisionInWords(bundle, decided.evaluation, inkFor(io.colour.out)),
  );
  return exit.well;
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
