import { resolve } from 'node:path';
import type { Command } from 'commander';
import { builtFiles, writeFiles } from '../../bundle-files/built-files.js';
import { counted } from '../../portal/words/lists.js';
import { exit, type Io } from '../io.js';
import { oneDefinition } from '../located.js';
import { open, sayProblems } from '../opened.js';

/** `rubric build`: writes the files that other tools use. */
export const build = (program: Command, io: Io, done: (code: number) => void): void => {
  program
    .command('build')
    .summary('write the forms, rules, types and bundle of a definition')
    .description(
      'Writes the forms (JSON Schema, uiSchema, messages, validator), rules.json with operators.mjs, bundle.json with ' +
        'its schema, the templates of reports and messages with samples, the handbook, and types.d.ts. The same definition gives the same bytes.',
    )
    .argument('<definition>', 'a folder, or one YAML file')
    .requiredOption('--out <folder>', 'where to write; it is made if it is not there')
    .action(async (path: string, { out }: { out: string }) => done(await run(path, out, io)));
};

const run = async (path: string, out: string, io: Io): Promise<number> => {
  const located = await oneDefinition(path);
  if (resolve(out) === resolve(path)) {
    io.err('What is built cannot be written into the definition itself. Name another folder with --out.\n');
    return exit.usage;
  }
  const { bundle, problems, texts } = await open(located);
  if (problems.length > 0) sayProblems(problems, texts, io);
  if (bundle === undefined) {
    io.err('Nothing was written.\n');
    return exit.failed;
  }
  const files = await builtFiles(bundle);
  await writeFiles(out, files);
  io.out(`${bundle.programme.title}: ${counted(Object.keys(files).length, 'file')} written to ${out}.\n`);
  return exit.well;
};
