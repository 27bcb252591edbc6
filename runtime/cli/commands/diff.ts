import type { Command } from 'commander';
import type { Bundle } from '../../../engine/contract/index.js';
import { type Difference, differences, differencesInWords } from '../../../generator/index.js';
import { NotBuilt, readBuilt } from '../../bundle-files/read-built.js';
import { counted } from '../../portal/words/lists.js';
import type { Ink } from '../../scenario/describe-results.js';
import { inkFor } from '../ink.js';
import { exit, type Io, UsageFault } from '../io.js';
import { oneDefinition } from '../located.js';
import { open, sayProblems } from '../opened.js';
import { asProblems } from '../options.js';

/** `rubric diff`: says what is different in a definition, for whoever reviews it. */
export const diff = (program: Command, io: Io, done: (code: number) => void): void => {
  program
    .command('diff')
    .summary('say what is different between two definitions, in their own terms')
    .description(
      'Says what came, went or changed from one definition to another: rules, times, options, recipients, clauses; not ' +
        'lines of text. Another order of declarations and other comments are no difference; another order of what people ' +
        'see in order (questions, headings, phases, ways back) is. Ends with 0, whether or not there is any.',
    )
    .argument('<old>', 'a folder, one YAML file, or what `rubric build` wrote')
    .argument('<new>', 'the same')
    .addOption(asProblems())
    .action(async (old: string, next: string, { format }: { format: string }) =>
      done(await run(old, next, format, io)),
    );
};

interface Side {
  bundle: Bundle;
  /** What stands before its files' names when they are shown. */
  shown: string;
}

const sideOf = async (path: string, format: string, io: Io): Promise<Side | undefined> => {
  const built = await readBuilt(path).catch((fault: unknown) => {
    throw fault instanceof NotBuilt ? new UsageFault(fault.message) : fault;
  });
  if (built) return { bundle: built, shown: '' };
  const located = await oneDefinition(path);
  const { bundle, problems, texts } = await open(located);
  if (bundle) return { bundle, shown: located.shown };
  sayProblems(problems, texts, io, format);
  return undefined;
};

const run = async (oldPath: string, nextPath: string, format: string, io: Io): Promise<number> => {
  const old = await sideOf(oldPath, format, io);
  const next = old && (await sideOf(nextPath, format, io));
  if (!old || !next) return exit.failed;
  const found = differences(old.bundle, next.bundle);
  io.out(
    format === 'json'
      ? `${JSON.stringify(asJson(found, old, next), null, 2)}\n`
      : inWords(found, inkFor(io.colour.out)),
  );
  return exit.well;
};

const asJson = (found: Difference[], old: Side, next: Side) => ({
  old: { programme: old.bundle.programme.title, digest: old.bundle.digest },
  new: { programme: next.bundle.programme.title, digest: next.bundle.digest },
  differences: found.map(({ at, ...one }) => {
    const { shown } = one.what === 'removed' ? old : next;
    return { ...one, ...(at && { at: `${shown}${at.file}:${at.line}` }) };
  }),
});

const marks: Record<Difference['what'], string> = { added: '+', removed: '-', changed: '~', renamed: '=' };

const inWords = (found: Difference[], ink: Ink): string => {
  if (found.length === 0) return 'Nothing is different but for the words around it: order, layout, comments.\n';
  const marked = (what: Difference['what'], heading: string): string => {
    const line = `${marks[what]} ${heading}`;
    if (what === 'added') return ink.green(line);
    return what === 'removed' ? ink.red(line) : line;
  };
  const sections = differencesInWords(found).flatMap(({ title, differences: told }) => [
    ink.bold(title),
    ...told.flatMap(({ heading, lines, what }) => [
      `  ${marked(what, heading)}`,
      ...lines.map((line) => `      ${line}`),
    ]),
    '',
  ]);
  return [...sections, `${counted(found.length, 'difference')}: + added, - removed, ~ changed, = renamed.`, ''].join(
    '\n',
  );
};
