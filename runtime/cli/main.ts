import { Command, CommanderError } from 'commander';
import { backup } from './commands/backup.js';
import { build } from './commands/build.js';
import { check } from './commands/check.js';
import { decide } from './commands/decide.js';
import { diff } from './commands/diff.js';
import { format } from './commands/format.js';
import { newDefinition } from './commands/new.js';
import { portal } from './commands/portal.js';
import { rebuild } from './commands/rebuild.js';
import { reference } from './commands/reference.js';
import { report } from './commands/report.js';
import { restore } from './commands/restore.js';
import { schema } from './commands/schema.js';
import { serve } from './commands/serve.js';
import { test } from './commands/test.js';
import { trace } from './commands/trace.js';
import { verify } from './commands/verify.js';
import { exit, faultInWords, type Io, UsageFault } from './io.js';

const commands = [
  newDefinition,
  check,
  build,
  test,
  decide,
  report,
  format,
  portal,
  serve,
  verify,
  rebuild,
  backup,
  restore,
  trace,
  diff,
  schema,
  reference,
];

/**
 * Takes the words after `rubric`; does what they say and gives the exit: 0 all well; 1 problems, failures or a refusal
 * to decide; 2 asked wrongly. Never throws and never shows a trace.
 */
export const main = async (words: string[], io: Io): Promise<number> => {
  let code: number = exit.well;
  const program = new Command('rubric')
    .description('Declares a programme once, in YAML, and gives its forms, rules and decisions.')
    .version('0.1.0', '--version', 'say the version')
    .helpOption('-h, --help', 'say how it is used')
    .helpCommand('help [command]', 'say how a command is used')
    .exitOverride()
    .configureOutput({
      writeOut: io.out,
      writeErr: io.err,
      outputError: (text, write) => write(inOurWords(text)),
      getOutHasColors: () => io.colour.out,
      getErrHasColors: () => io.colour.err,
    })
    .showSuggestionAfterError();
  for (const command of commands) command(program, io, (found) => (code = found));
  for (const command of program.commands)
    command.copyInheritedSettings(program).helpOption('-h, --help', 'say how it is used');
  try {
    if (words.length === 0) {
      io.err(program.helpInformation());
      return exit.usage;
    }
    await program.parseAsync(words, { from: 'user' });
    return code;
  } catch (fault) {
    return faulted(fault, io);
  }
};

const faulted = (fault: unknown, io: Io): number => {
  if (fault instanceof CommanderError) return fault.exitCode === 0 ? exit.well : exit.usage;
  io.err(`${faultInWords(fault)}\n`);
  return fault instanceof UsageFault ? exit.usage : exit.failed;
};

const inOurWords = (text: string): string =>
  text
    .replace(/^error: /, '')
    .replace(/^./, (letter) => letter.toUpperCase())
    .replace(/([^.?!)\n])\n/, '$1.\n')
    .replace(/\n?$/, '\nSay rubric --help for what there is.\n');
