/** Reports, messages and what is kept apart, before and after. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Bundle } from '../../../engine/contract/index.js';
import { compile, differences, differencesInWords } from '../../../generator/index.js';

const folder = 'examples/tollbeck-clear-road';
const texts = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => ({ file: name, content: readFileSync(join(folder, name), 'utf8') }));

const bundleOf = (edits: [from: string, to: string][] = []): Bundle => {
  const edited = texts.map(({ file, content }) =>
    file === 'reports.yaml'
      ? { file, content: edits.reduce((text, [from, to]) => text.replace(from, () => to), content) }
      : { file, content },
  );
  const { bundle, problems } = compile(edited);
  if (!bundle) throw new Error(problems.map(({ message }) => message).join('\n'));
  return bundle;
};
const old = bundleOf();

/** What is told where each of these texts stands in place of the other in what is written of documents. */
const told = (...edits: [from: string, to: string][]): string[] => {
  const content = texts.find(({ file }) => file === 'reports.yaml')?.content;
  for (const [from] of edits) expect(content).toContain(from);
  return differencesInWords(differences(old, bundleOf(edits))).flatMap(({ differences: found }) =>
    found.flatMap(({ heading, lines, what }) => [
      `${what} ${heading}`,
      ...lines.filter((line) => !line.startsWith('May change')),
    ]),
  );
};

const month = '      month: { heading: Attendance in the month, shows: [attendance, absences], clause: TB-704 }\n';
const standing = '      standing: { heading: Where the driver stands, shows: [standing, progress], clause: TB-704 }\n';

test('a heading that moved is told of with its report, as from where to where', () => {
  expect(told([month + standing, standing + month])).toEqual([
    'changed Status report (report, clauses TB-701, TB-706 and TB-707)',
    'place of “Where the driver stands” in the document: after “Attendance in the month” → first',
  ]);
});

test('what a heading shows no more, and another heading of its own, are told of', () => {
  expect(
    told([month, month.replace('[attendance, absences]', 'attendance')], [standing, standing.replace('Where', 'How')]),
  ).toEqual([
    'changed Attendance in the month (Status report) (heading, clause TB-704)',
    'shows removed: absences',
    'changed How the driver stands (Status report) (heading, clause TB-704)',
    'heading: Where the driver stands → How the driver stands',
  ]);
});

test('a heading that came is told of once, and so is a report that went with all of its headings', () => {
  expect(told([month, `${month}      topics: { heading: Topics, shows: topics, clause: TB-704 }\n`])).toEqual([
    'added Topics (Status report) (heading, clause TB-704)',
  ]);
  const { documents = [] } = old;
  const without = { ...old, documents: documents.filter(({ id }) => id !== 'answer-to-appeal') };
  expect(differences(old, without).map(({ what, name }) => `${what} ${name}`)).toEqual([
    'removed Our answer to your appeal',
  ]);
});

test('how a letter goes out, what it says, and who looks it over are told of', () => {
  expect(
    told(
      ['    way: letter\n    subject: A written warning\n', '    way: email\n    subject: A warning\n'],
      ['You have not done what the programme asks.', 'You have not kept to the programme.'],
    ),
  ).toEqual([
    'changed Written warning (message, clauses TB-501 and TB-502)',
    'subject: A written warning → A warning',
    'sent by: letter → e-mail',
    'changed Written warning (heading, clauses TB-501 and TB-502)',
    expect.stringMatching(/^says: You have not done .* → You have not kept to the programme\./),
  ]);
});

test('what has to be written, and what need not be any more, is told of', () => {
  const account = 'How has the driver engaged this month, and what comes next?\n        required: yes';
  expect(told([account, account.replace('yes', 'no')])).toEqual([
    'changed The key worker’s account (Status report) (heading, clause TB-704)'.replace('’', "'"),
    'has to be written: yes → no',
  ]);
});

test('who may see what is kept apart is told of by role', () => {
  const seen = 'seen-by: [service-lead, key-worker]';
  const found = told([seen, 'seen-by: [service-lead, key-worker, facilitator]']);
  expect(found).toEqual([
    'changed Threats to our workers (information kept apart, clause TB-607)',
    'seen by added: course leader',
  ]);
});
