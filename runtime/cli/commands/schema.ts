import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { editorSchema } from '../../../generator/index.js';
import { exit, type Io } from '../io.js';

/** `rubric schema`: the JSON Schema with which an editor completes and explains a definition. */
export const schema = (program: Command, io: Io, done: (code: number) => void): void => {
  program
    .command('schema')
    .summary('write the JSON Schema for editors')
    .description('Writes the JSON Schema with which an editor completes and explains a definition.')
    .option('--out <file>', 'where to write; without it, to the terminal')
    .action(async ({ out }: { out?: string }) => {
      const text = `${JSON.stringify(editorSchema(), null, 2)}\n`;
      if (out === undefined) io.out(text);
      else await writeFile(out, text);
      done(exit.well);
    });
};
