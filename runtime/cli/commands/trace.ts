import type { Command } from 'commander';
import type { At, Bundle, Settled } from '../../../engine/contract/index.js';
import { type ClauseTrace, openIn, type Taken, traceOf } from '../../../generator/index.js';
import { inOneSentence } from '../../portal/words/lists.js';
import type { Ink } from '../../scenario/describe-results.js';
import { gathered, settlementInWords, totalsInWords, withParts } from '../../studio/trace/presenter.js';
import { inkFor } from '../ink.js';
import { exit, type Io } from '../io.js';
import { oneDefinition } from '../located.js';
import { open, sayProblems } from '../opened.js';
import { asProblems } from '../options.js';

/** `rubric trace`: says of each clause what implements it. */
export const trace = (program: Command, io: Io, done: (code: number) => void): void => {
  program
    .command('trace')
    .summary('say of each clause what answers to it, and what is open')
    .description(
      'Says of each clause what answers to it, with its line; then where the document says two things, how unclear ' +
        'clauses were read, for the provider to confirm, and what is there without a clause. Ends with 1 where a clause ' +
        'has no home.',
    )
    .argument('<definition>', 'a folder, or one YAML file')
    .addOption(asProblems())
    .action(async (path: string, { format }: { format: string }) => done(await run(path, format, io)));
};

const run = async (path: string, format: string, io: Io): Promise<number> => {
  const located = await oneDefinition(path);
  const { bundle, problems, texts } = await open(located);
  if (bundle === undefined) {
    sayProblems(problems, texts, io, format);
    return exit.failed;
  }
  const whereOf = ({ file, line }: At): string => `${located.shown}${file}:${line}`;
  io.out(
    format === 'json'
      ? `${JSON.stringify(asJson(bundle, whereOf), null, 2)}\n`
      : inWords(bundle, whereOf, inkFor(io.colour.out)),
  );
  return openIn(bundle).noHome.length === 0 ? exit.well : exit.failed;
};

type WhereOf = (at: At) => string;

const asJson = (bundle: Bundle, whereOf: WhereOf) => {
  const traced = traceOf(bundle);
  const { noHome, contradictions, readings, ours } = openIn(bundle);
  const placed = <T extends { at: At }>(one: T) => ({ ...one, at: whereOf(one.at) });
  return {
    programme: bundle.programme.title,
    totals: {
      clauses: traced.length,
      withAHome: traced.length - noHome.length,
      applied: traced.filter(({ state }) => state === 'done').length,
      onlySaid: traced.filter(({ state }) => state === 'said').length,
    },
    clauses: traced.map((one) => ({ ...placed(one), by: one.by.map(placed) })),
    contradictions: contradictions.map(({ settled, ...one }) => ({
      ...placed(one),
      ...(settled && asSettled(settled)),
    })),
    readings: readings.map(placed),
    ours: ours.map(placed),
  };
};

const asSettled = ({ inForce, by, on, because }: Settled) => ({ settled: { inForce, by, on, because } });

const stateWords: Record<ClauseTrace['state'], string> = { done: '', said: 'only said', none: 'nothing answers to it' };

const clauseLines = (one: ClauseTrace, whereOf: WhereOf, ink: Ink): string[] => {
  const about = one.kind === undefined ? '' : `, ${one.kind}`;
  const state = one.outOfForce ? 'settled otherwise' : stateWords[one.state];
  const marked = state === '' ? '' : `  ${one.state === 'none' && !one.outOfForce ? ink.red(state) : state}`;
  return [
    `${ink.bold(one.clause)}  ${one.force}${about}${marked}`,
    `    ${one.says}`,
    ...gathered(one.by).map(
      ({ one: by, inIt }) =>
        `      ${by.kind}: ${by.words}${inIt > 0 ? `, ${withParts(inIt)}` : ''}  ${ink.quiet(whereOf(by.at))}`,
    ),
  ];
};

const takenLines = ({ words, says, clauses, at }: Taken, whereOf: WhereOf, ink: Ink): string[] => [
  `  ${[clauses.join(', '), words].filter((part) => part !== '').join('  ')}  ${ink.quiet(whereOf(at))}`,
  `      ${says}`,
];

const section = (title: string, lines: string[], ink: Ink): string[] => [
  '',
  ink.bold(title),
  ...(lines.length > 0 ? lines : ['  None.']),
];

const inWords = (bundle: Bundle, whereOf: WhereOf, ink: Ink): string => {
  const traced = traceOf(bundle);
  const { contradictions, readings, ours } = openIn(bundle);
  const told = contradictions.flatMap((one) => [
    `  ${inOneSentence(one.clauses)}  ${ink.quiet(whereOf(one.at))}`,
    ...(one.witness === undefined ? [] : [`      ${one.witness}`]),
    `      ${settlementInWords(one)}`,
  ]);
  const taken = (list: Taken[]): string[] => list.flatMap((one) => takenLines(one, whereOf, ink));
  return [
    ink.bold(bundle.programme.title),
    '',
    ...traced.flatMap((one) => [...clauseLines(one, whereOf, ink), '']),
    ...totalsInWords(traced),
    ...section(`Where the document says two things (${contradictions.length})`, told, ink),
    ...section(`How unclear clauses were read, to be confirmed (${readings.length})`, taken(readings), ink),
    ...section(`What no clause says (${ours.length})`, taken(ours), ink),
    '',
  ].join('\n');
};
