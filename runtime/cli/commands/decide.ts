import type { Command } from 'commander';
import { decide as decideCase } from '../../../engine/index.js';
import { readAsOf } from '../as-of.js';
import { decisionAsJson, decisionInWords } from '../decision-words.js';
import { inkFor } from '../ink.js';
import { exit, type Io } from '../io.js';
import { openCase } from '../opened-case.js';
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

const run = async (definition: string, file: string, { asOf, format }: Options, io: Io): Promise<number> => {
  const opened = await openCase(definition, file, io, format);
  if (opened === undefined) return exit.failed;
  const { bundle, events } = opened;
  const moment = readAsOf(asOf, bundle.programme.timeZone);
  const decided = await decideCase(bundle, events, { asOf: moment });
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
