import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { languageReference } from '../../../generator/index.js';
import { exit, type Io } from '../io.js';

/** `rubric reference`: the language, word by word. */
export const reference = (program: Command, io: Io, done: (code: number) => void): void => {
  program
    .command('reference')
    .summary('write the language reference')
    .description('Writes the language reference, as Markdown.')
    .option('--out <file>', 'where to write; without it, to the terminal')
    .action(async ({ out }: { out?: string }) => {
      const text = languageReference();
      if (out === undefined) io.out(text.endsWith('\n') ? text : `${text}\n`);
      else await writeFile(out, text);
      done(exit.well);
    });
};
