import { existsSync } from 'node:fs';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Command } from 'commander';
import { formatYaml, type Problem, type Text } from '../../../generator/index.js';
import { counted } from '../../portal/words/lists.js';
import { exit, type Io, UsageFault } from '../io.js';
import { isFaulty, sayProblems } from '../opened.js';

/** `rubric format`: puts files into the house form. */
export const format = (program: Command, io: Io, done: (code: number) => void): void => {
  program
    .command('format')
    .summary('put YAML files into the house form')
    .description('Puts YAML files into the house form. Every comment stays, and so does the order.')
    .argument('[path...]', 'files, or folders with all below them (default: definitions)')
    .option('--check', 'change nothing; say which files are not in the house form')
    .action(async (paths: string[], options: { check?: boolean }) =>
      done(await run(paths, options.check === true, io)),
    );
};

const run = async (paths: string[], checking: boolean, io: Io): Promise<number> => {
  const asked = paths.length > 0 ? paths : [existsSync('definitions') ? 'definitions' : '.'];
  const files = [...new Set((await Promise.all(asked.map(yamlFilesAt))).flat())];
  const problems: Problem[] = [];
  const texts: Text[] = [];
  const changed: string[] = [];
  for (const file of files) {
    const text = { file, content: await readFile(file) };
    const formatted = formatYaml(text);
    if (isFaulty(formatted.problems)) {
      problems.push(...formatted.problems);
      texts.push(text);
    } else if (formatted.content !== text.content.toString('utf8')) {
      changed.push(file);
      if (!checking) await writeFile(file, formatted.content);
    }
  }
  if (problems.length > 0) sayProblems(problems, texts, io);
  io.out(report(changed, files.length, checking));
  return problems.length > 0 || (checking && changed.length > 0) ? exit.failed : exit.well;
};

const report = (changed: string[], all: number, checking: boolean): string => {
  const heading = checking ? 'not in the house form' : 'put into the house form';
  return `${changed.map((file) => `${file}: ${heading}\n`).join('')}${counted(all, 'file')} read, ${changed.length} ${heading}.\n`;
};

const yamlFilesAt = async (path: string): Promise<string[]> => {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw new UsageFault(`There is no file or folder “${path}”.`);
  if (!found.isDirectory()) return [path];
  const names = await readdir(path, { recursive: true });
  return names
    .filter(
      (name) =>
        /\.yaml$/i.test(name) && !name.split(sep).some((part) => part.startsWith('.') || part === 'node_modules'),
    )
    .sort()
    .map((name) => join(path, name));
};
