import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Command } from 'commander';
import { type Bundle, type CaseEvent, type Document, documentData, receiversOf } from '../../../engine/index.js';
import { nearest } from '../../../generator/index.js';
import { howToGetChromium } from '../../documents/chromium.js';
import { howToPrint } from '../../documents/how-to-print.js';
import { lackingIn } from '../../documents/lacking.js';
import { renderDocument } from '../../documents/render-document.js';
import { toPdf } from '../../documents/to-pdf.js';
import { toWord } from '../../documents/to-word.js';
import { type Entry, entriesOf } from '../../portal/words/entries.js';
import { inOneSentence, stopped } from '../../portal/words/lists.js';
import { readAsOf } from '../as-of.js';
import { exit, faultInWords, type Io, UsageFault } from '../io.js';
import { openCase } from '../opened-case.js';

interface Options {
  asOf: string;
  out: string;
  to?: string;
  for?: string;
}

/** `rubric report`: writes one report or message of a case. */
export const report = (program: Command, io: Io, done: (code: number) => void): void => {
  program
    .command('report')
    .summary('write a report or a message of a case, as a page, a Word file or a PDF')
    .description(
      'Writes one report or message of a case, as its recipient would see it on a day. What its author has not written ' +
        'yet is said in it and on the terminal: it is a draft then.',
    )
    .argument('<definition>', 'a folder, or one YAML file; or a folder that `rubric build` wrote')
    .argument('<case>', 'a YAML file with answers, a diary and events, as in a scenario')
    .argument('<report>', 'the name of a report, of one of its editions, or of a message')
    .requiredOption('--as-of <time>', 'a day, of which the end is meant (2026-03-02), or a time (2026-03-02T17:30:00Z)')
    .requiredOption('--out <file>', 'where to write it; its name ends in .html, .docx or .pdf')
    .option('--to <role>', 'whose copy, where several receive it')
    .option(
      '--for <entry>',
      'for whom, of a document that is written for each of several: the key or the name of the entry',
    )
    .action(async (definition: string, file: string, name: string, options: Options) =>
      done(await run({ definition, file, name }, options, io)),
    );
};

const endings = ['.html', '.docx', '.pdf'];

const run = async (
  { definition, file, name }: { definition: string; file: string; name: string },
  { asOf, out, to, for: entry }: Options,
  io: Io,
): Promise<number> => {
  const ending = extname(out).toLowerCase();
  if (!endings.includes(ending)) {
    throw new UsageFault(`“${out}” should end in ${inOneSentence(endings, 'or')}: that says what to write.`);
  }
  const opened = await openCase(definition, file, io);
  if (opened === undefined) return exit.failed;
  const { bundle, events } = opened;
  const document = documentNamed(bundle, name);
  const copy = { ...recipientOf(bundle, document, to), ...entryOf(bundle, document, events, entry) };
  const moment = readAsOf(asOf, bundle.programme.timeZone);
  const data = documentData(bundle, events, { document: document.id, asOf: moment, ...copy });
  const written = await writtenAs(ending, renderDocument(bundle, document, data));
  if (written === 'no-chromium') {
    io.err(`“${out}” was not written. ${howToPrint}\n${howToGetChromium}\n`);
    return exit.failed;
  }
  await writeFile(out, written).catch((fault) => {
    throw new UsageFault(faultInWords(fault));
  });
  const lacking = lackingIn(document, data);
  if (lacking !== undefined) io.err(`${stopped(lacking)}\n`);
  io.out(`${document.title}: written to ${out}.\n`);
  return exit.well;
};

const writtenAs = async (ending: string, html: string): Promise<string | Buffer | 'no-chromium'> => {
  if (ending === '.docx') return toWord(html);
  return ending === '.pdf' ? toPdf(html) : html;
};

/** The document of that name. Throws a UsageFault that says which there are, or which was meant. */
const documentNamed = ({ documents = [], programme }: Bundle, name: string): Document => {
  const found = documents.find(({ id }) => id === name);
  if (found) return found;
  const editions = documents.filter(({ of }) => of === name).map(({ id }) => id);
  if (editions.length > 0) {
    throw new UsageFault(`“${name}” has editions: say ${inOneSentence(editions, 'or')}.`);
  }
  const ids = documents.map(({ id }) => id);
  const meant = nearest(name, ids);
  const advice = meant
    ? `Did you mean “${meant}”?`
    : ids.length === 0
      ? 'It declares no reports and no messages.'
      : `There ${ids.length === 1 ? 'is' : 'are'} ${inOneSentence(ids)}.`;
  throw new UsageFault(`“${name}” is no report and no message of ${programme.title}. ${advice}`);
};

const recipientOf = (bundle: Bundle, document: Document, to: string | undefined): { to?: string } => {
  if (to === undefined) return {};
  const all = receiversOf(bundle, document);
  if (all.includes(to)) return { to };
  throw new UsageFault(`${document.title} does not go to “${to}”. It goes to ${inOneSentence(all)}.`);
};

const entryOf = (
  bundle: Bundle,
  { title, forEach }: Document,
  events: CaseEvent[],
  entry: string | undefined,
): { entry?: string } => {
  if (forEach === undefined) {
    if (entry === undefined) return {};
    throw new UsageFault(`${title} is one for the whole case. Leave out --for.`);
  }
  const entries = entriesOf(bundle, events, forEach);
  const [only, ...more] = entries;
  const meant = entry === undefined ? undefined : entryCalled(entries, entry);
  if (meant !== undefined) return { entry: meant };
  if (entry === undefined && only !== undefined && more.length === 0) return { entry: only.id };
  if (only === undefined) throw new UsageFault(`${title} is one for each of ${forEach}, and this case names none.`);
  const asked = entry === undefined ? `${title} is one for each of ${forEach}.` : `There is no “${entry}”.`;
  const known = entries.map(({ id, words }) => (id === words ? id : `${id} (${words})`));
  throw new UsageFault(`${asked} Say --for ${inOneSentence(known, 'or')}.`);
};

/** By its key, or by its name or first name where only one is called so. */
const entryCalled = (entries: Entry[], said: string): string | undefined => {
  if (entries.some(({ id }) => id === said)) return said;
  const word = said.toLowerCase();
  const called = entries.filter(({ words }) =>
    [words, words.split(/\s+/)[0]].some((one) => one?.toLowerCase() === word),
  );
  return called.length === 1 ? called[0]?.id : undefined;
};
