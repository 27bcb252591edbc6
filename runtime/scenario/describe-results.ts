/** The results of scenarios as a tester reads them, and as a build server does. */
import type { Bundle } from '../../engine/contract/index.js';
import { expectsSomething } from '../../generator/scenario/scenario.js';
import { momentInWords } from '../portal/words/dates.js';
import { counted } from '../portal/words/lists.js';
import type { Uncovered } from './coverage.js';
import type { Difference } from './difference.js';
import { clausesInWords } from './explain.js';
import type { Failure, ScenarioResult } from './run-scenarios.js';

/** Colours for a terminal, or none. */
export interface Ink {
  red: (text: string) => string;
  green: (text: string) => string;
  quiet: (text: string) => string;
  bold: (text: string) => string;
}
const plain = (text: string): string => text;
export const noInk: Ink = { red: plain, green: plain, quiet: plain, bold: plain };

const differenceLines = (difference: Difference, ink: Ink): string[] => [
  `    ${difference.of}`,
  `      ${ink.green(`- expected: ${difference.expected}`)}`,
  `      ${ink.red(`+ found:    ${difference.found}`)}`,
  ...difference.why.map((line) => `        ${line}`),
  ...whereLines(difference).map((line) => `        ${ink.quiet(line)}`),
];

/** The clause, and of what is declared over time the file and line as well. */
const whereLines = ({ clauses, at }: Difference): string[] => {
  const said = [
    ...(clauses.length === 0 ? [] : [`clause ${clausesInWords(clauses)}`]),
    ...(at === undefined ? [] : [`${at.file}:${at.line}`]),
  ];
  return said.length === 0 ? [] : [said.join(', ')];
};

const failureLines = (bundle: Bundle, { expected, differences, refused }: Failure, ink: Ink): string[] => [
  `  ${ink.quiet(`${expected.at.file}:${expected.at.line}:${expected.at.column}`)}  on ${momentInWords(expected.asOf, bundle.programme.timeZone)}`,
  ...(refused === undefined ? [] : [`    ${ink.red('Nothing was decided.')} ${refused}`]),
  ...differences.flatMap((difference) => differenceLines(difference, ink)),
  `    because: ${expected.because}`,
];

/** Takes the result of one scenario; gives what failed in it: expected, found, why, and the clause. Empty if nothing. */
export const describeFailures = (bundle: Bundle, result: ScenarioResult, ink = noInk): string =>
  result.failures.length === 0
    ? ''
    : [
        `${ink.red('✗')} ${ink.bold(result.scenario.title)}`,
        ...result.failures.flatMap((failure) => failureLines(bundle, failure, ink)),
      ].join('\n');

const emptyOf = (results: ScenarioResult[]): number =>
  results.filter(({ scenario }) => !expectsSomething(scenario)).length;

/** Takes all results; gives every failure, the rules that nothing exercises, and the count. */
export const describeResults = (
  bundle: Bundle,
  results: ScenarioResult[],
  uncovered: Uncovered[],
  ink = noInk,
): string => {
  const failed = results.filter(({ failures }) => failures.length > 0);
  const empty = emptyOf(results);
  const yet = empty === 0 ? '' : `, ${empty} ${empty === 1 ? 'expects' : 'expect'} nothing yet`;
  const count = `${counted(results.length, 'scenario')}, ${counted(failed.length, 'failure')}${yet}.`;
  return [
    ...failed.map((result) => `${describeFailures(bundle, result, ink)}\n`),
    ...(uncovered.length === 0 ? [] : [`${uncoveredLines(uncovered).join('\n')}\n`]),
    failed.length === 0 ? ink.green(count) : ink.red(count),
  ].join('\n');
};

const verdictWords: Record<Uncovered['never'][number], string> = {
  met: 'met',
  'not-met': 'not met',
  unknown: 'unknown',
  raised: 'raised',
  'not-raised': 'not raised',
  opened: 'opened',
  'not-opened': 'not opened',
  refused: 'refused',
  applied: 'applied',
  'looked-at': 'what it shows, under “reports” or “messages”',
};

const uncoveredLines = (uncovered: Uncovered[]): string[] => [
  'No scenario brings these about:',
  ...uncovered.map(
    ({ criterion, never }) => `  ${criterion}: ${never.map((verdict) => verdictWords[verdict]).join(', ')}`,
  ),
];

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
/** XML 1.0 has no way to write control characters. */
const xml = (text: string): string =>
  text.replace(/[&<>"']/g, (letter) => escapes[letter] ?? letter).replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd]/g, '·');

const junitCase = (bundle: Bundle, result: ScenarioResult): string => {
  const head = `    <testcase classname="${xml(result.scenario.file)}" name="${xml(result.scenario.title)}"`;
  if (!expectsSomething(result.scenario)) return `${head}><skipped message="It expects nothing yet."/></testcase>`;
  if (result.failures.length === 0) return `${head}/>`;
  const first = result.failures[0]?.differences[0];
  const message =
    first === undefined ? 'Nothing was decided.' : `${first.of}: expected ${first.expected}, found ${first.found}`;
  return `${head}>\n      <failure message="${xml(message)}">${xml(describeFailures(bundle, result))}</failure>\n    </testcase>`;
};

/** One suite of a JUnit report. */
export interface Suite {
  name: string;
  bundle: Bundle;
  results: ScenarioResult[];
}

const countsOf = (results: ScenarioResult[]): string => {
  const failed = results.filter(({ failures }) => failures.length > 0).length;
  const skipped = emptyOf(results);
  return `tests="${results.length}" failures="${failed}"${skipped === 0 ? '' : ` skipped="${skipped}"`}`;
};

/** Takes suites; gives the JUnit XML that build servers read. */
export const describeAsJunit = (suites: Suite[]): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites>',
    ...suites.flatMap(({ name, bundle, results }) => [
      `  <testsuite name="${xml(name)}" ${countsOf(results)}>`,
      ...results.map((result) => junitCase(bundle, result)),
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n');
