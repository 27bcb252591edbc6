import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { type Command, Option } from 'commander';
import { projectFolder } from '../../bundle-files/project-folder.js';
import { counted, inOneSentence } from '../../portal/words/lists.js';
import { answersOf } from '../../scaffold/answers.js';
import { copyOf } from '../../scaffold/copy-of.js';
import { type File, fillIn } from '../../scaffold/fill-in.js';
import { interview } from '../../scaffold/interview.js';
import { filesOf, folderOfOrigin, knownNames, scaffoldFiles } from '../../scaffold/origin.js';
import { whyNotHere, writeWhole } from '../../scaffold/place.js';
import { type Complete, type Given, type Name, type Question, questions } from '../../scaffold/questions.js';
import { withSchemaLine } from '../../scaffold/schema-line.js';
import { soundnessOf } from '../../scaffold/soundness.js';
import { exit, type Io, UsageFault } from '../io.js';
import { sayProblems } from '../opened.js';

type Options = Record<string, string | boolean | undefined> & { from?: string; yes?: boolean };

/** The questions that a copy of another definition leaves open. */
const ofACopy: Name[] = ['provider', 'title'];

const flag = ({ name, takes, asks, why, usual }: Question): Option =>
  new Option(`--${name} <${takes}>`, `${asks} (${why}; usually ${usual})`);

/** `rubric new`: makes a definition of one's own. */
export const newDefinition = (program: Command, io: Io, done: (code: number) => void): void => {
  const command = program
    .command('new')
    .summary('make a definition of your own, which checks, builds and passes its scenarios')
    .description(
      'Asks a few questions and makes a definition of your own from the answers: a form, eligibility, sessions, a rule ' +
        'over time, a duty, a message, a report, and scenarios that pass. Each question has a flag too.',
    )
    .argument('<folder>', 'where it goes; a folder that is empty or not there yet')
    .option(
      '--from <definition>',
      'copies this definition instead: a folder, or the name of one that comes with Rubric',
    )
    .option('--yes', 'asks nothing, and takes the usual answer where no flag gives one');
  for (const question of questions) command.addOption(flag(question));
  command.action(async (folder: string, options: Options) => done(await run(folder, options, io)));
};

const run = async (folder: string, options: Options, io: Io): Promise<number> => {
  const refusal = await whyNotHere(folder);
  if (refusal !== undefined) throw new UsageFault(refusal);
  const origin = await originOf(options.from);
  const given = await answered(flagsOf(options), options, io);
  if (given === undefined) {
    io.err('Nothing was written.\n');
    return exit.failed;
  }
  const answers = answersOf(withUsual(given));
  const files = origin ? copyOf(await filesOf(origin), answers) : fillIn(await scaffoldFiles(), answers);
  return finish(folder, files, answers.title, io);
};

const originOf = async (from: string | undefined): Promise<string | undefined> => {
  if (from === undefined) return undefined;
  const found = await folderOfOrigin(from);
  if (found !== undefined) return found;
  throw new UsageFault(
    `There is no definition “${from}”. Name a folder with one, or ${inOneSentence(await knownNames(), 'or')}.`,
  );
};

/** The answers that stand in flags, each read as if it had been typed. */
const flagsOf = (options: Options): Given => {
  const given: Given = {};
  for (const { name, read } of questions) {
    const said = options[flagKey(name)];
    if (typeof said !== 'string') continue;
    const answer = read(said, given);
    if ('fault' in answer) throw new UsageFault(`--${name} “${said}” cannot be taken. ${answer.fault}`);
    given[name] = answer.value;
  }
  return given;
};

/** The usual answers besides those given; some that stand alone do not go with them. */
const withUsual = (given: Given): Complete => {
  const all: Given = {};
  for (const { name, usual, read } of questions) {
    const answer = read(given[name] ?? usual, all);
    if ('fault' in answer) throw new UsageFault(`--${name} “${given[name] ?? usual}” cannot be taken. ${answer.fault}`);
    all[name] = answer.value;
  }
  return all as Complete;
};

const flagKey = (name: Name): string => new Option(`--${name}`).attributeName();

/** Asks what no flag has answered, where somebody is there to ask; nothing, where they ended it. */
const answered = async (given: Given, { from, yes }: Options, io: Io): Promise<Given | undefined> => {
  const open = questions.filter(({ name }) => from === undefined || ofACopy.includes(name));
  const beside = (Object.keys(given) as Name[]).filter((name) => !open.some((one) => one.name === name));
  if (beside.length > 0) {
    const flags = inOneSentence(beside.map((name) => `--${name}`));
    throw new UsageFault(
      `With --from everything but the names is copied, so ${flags} has no place. Change it in the copy.`,
    );
  }
  if (yes === true) return given;
  const left = open.filter(({ name }) => given[name] === undefined);
  if (io.terminal) return left.length === 0 ? given : interview(left, given, io.terminal, io.stop);
  const needed = ofACopy.filter((name) => given[name] === undefined);
  if (needed.length === 0) return given;
  throw new UsageFault(
    `Nobody is at a terminal to be asked. Give ${inOneSentence(needed.map((name) => `--${name}`))}, or --yes for the ` +
      `usual answers. There are ${inOneSentence(open.map(({ name }) => `--${name}`))}.`,
  );
};

const finish = async (folder: string, files: File[], title: string, io: Io): Promise<number> => {
  const sound = await soundnessOf(files);
  if (sound.problems.length > 0) sayProblems(sound.problems, files, io);
  for (const failing of sound.failing) io.err(`This scenario would fail: ${failing}\n`);
  if (sound.failing.length > 0) io.err('Put it right in the definition that is copied.\n');
  if (sound.problems.some(({ severity }) => severity === 'error') || sound.failing.length > 0) {
    io.err('Nothing was written.\n');
    return exit.failed;
  }
  const root = projectFolder();
  await writeWhole(
    folder,
    files.map(({ file, content }) => ({ file, content: withSchemaLine(content, resolve(folder), root) })),
  );
  io.out(
    `${title} is in ${folder}: ${counted(files.length, 'file')}, and ${counted(sound.scenarios, 'scenario')} that pass.\n`,
  );
  io.out(next(folder, root));
  return exit.well;
};

const isBelow = (path: string, folder: string): boolean => `${path}${sep}`.startsWith(`${folder}${sep}`);

/** Beside the definition; of one that is kept within Rubric, beside Rubric, since what is built is nobody's source. */
const builtBeside = (folder: string, root: string): string => {
  const path = resolve(folder);
  const place = isBelow(path, root) ? join(dirname(root), basename(path)) : path;
  const written = isAbsolute(folder) ? place : relative('.', place);
  return `${written}-built`;
};

/** Whole commands for the shell that somebody stands in, whether or not that is within Rubric. */
const next = (folder: string, root: string): string => {
  const rubric = isBelow(process.cwd(), root) ? 'npx rubric' : `node ${quoted(join(root, 'runtime/cli/bin.js'))}`;
  return `
See it in a browser, with its form and a case to play:
  ${rubric} serve ${quoted(folder)}
Change a rule in it, and see which scenarios fail:
  ${rubric} test ${quoted(folder)}
Write what other tools use:
  ${rubric} build ${quoted(folder)} --out ${quoted(builtBeside(folder, root))}
`;
};

const quoted = (path: string): string =>
  /^[\w@%+=:,./\\-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
