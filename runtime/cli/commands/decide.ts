import type { Command } from 'commander';
import { type Bundle, caseFor, decide as decideCase, evaluateFor, type Viewer } from '../../../engine/index.js';
import { nearest } from '../../../generator/index.js';
import { readAsOf } from '../as-of.js';
import { decisionAsJson, decisionInWords } from '../decision-words.js';
import { inkFor } from '../ink.js';
import { exit, type Io, UsageFault } from '../io.js';
import { openCase } from '../opened-case.js';
import { asProblems } from '../options.js';

interface Options {
  asOf: string;
  format: string;
  seenBy?: string;
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
    .option('--seen-by <role>', 'as a role of the service sees it: without what is kept apart from it')
    .addOption(asProblems())
    .action(async (definition: string, file: string, options: Options) =>
      done(await run(definition, file, options, io)),
    );
};

const run = async (definition: string, file: string, { asOf, format, seenBy }: Options, io: Io): Promise<number> => {
  const opened = await openCase(definition, file, io, format);
  if (opened === undefined) return exit.failed;
  const { bundle, events } = opened;
  const viewer = seenBy === undefined ? undefined : viewerNamed(bundle, seenBy);
  const moment = readAsOf(asOf, bundle.programme.timeZone);
  const decided = await decideCase(bundle, events, { asOf: moment });
  if (!decided.decided) {
    io.err(`Nothing was decided. ${decided.because}\n`);
    return exit.failed;
  }
  const evaluation = viewer ? evaluateFor(bundle, events, { asOf: moment, viewer }) : decided.evaluation;
  io.out(
    format === 'json'
      ? `${JSON.stringify(decisionAsJson(bundle, evaluation), null, 2)}\n`
      : decisionInWords(
          bundle,
          evaluation,
          inkFor(io.colour.out),
          viewer ? caseFor(bundle, events, viewer).events : events,
        ),
  );
  return exit.well;
};

/** Somebody inside: whoever is outside gets documents, never the case itself. */
const viewerNamed = ({ people }: Bundle, role: string): Viewer => {
  const inside = people.filter(({ side }) => side === 'inside').map(({ id }) => id);
  if (inside.includes(role)) return { role };
  if (people.some(({ id }) => id === role))
    throw new UsageFault(`“${role}” is outside the service, and sees documents, never the case: use rubric report.`);
  const meant = nearest(role, inside);
  throw new UsageFault(
    `There is no role “${role}”. ${meant ? `Did you mean ${meant}? ` : ''}Name one of: ${inside.join(', ')}.`,
  );
};
