/** What a scenario expects of reports and messages, as it is read. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Bundle } from '../../../engine/contract/index.js';
import { compile } from '../../../generator/compile.js';
import { readScenarios } from '../../../generator/scenario/read-scenarios.js';

const file = 'programme.yaml';
const content = readFileSync(join(import.meta.dirname, file), 'utf8');
const bundle = compile([{ file, content }]).bundle as Bundle;

const twoPartners = 'answers: { partners: [{ name: Ann A }, { name: Bea B }] }\n';
const onePartner = 'answers: { partners: [{ name: Ann A }] }\n';
const read = (expectation: string, answers = twoPartners) => {
  const scenario = `on: 2026-01-05\n${answers}expect: { at: 2026-03-02, because: test, ${expectation} }\n`;
  const { scenarios, problems } = readScenarios([{ file: 'case.yaml', content: scenario }], bundle);
  return {
    told: problems.map(({ code, message }) => `${code}: ${message}`),
    documents: scenarios[0]?.expectations[0]?.overTime?.documents.map(({ at: _, ...each }) => each),
  };
};

test('of a report it says to whom, which headings stand, and what it says and never says', () => {
  expect(
    read(
      'reports: { mid-way: { to: referrer, headings: [absences, ric], says: [12 sessions, Time out], never-says: Ann } }',
    ),
  ).toEqual({
    told: [],
    documents: [
      {
        kind: 'report',
        document: 'mid-way',
        to: 'referrer',
        headings: ['absences', 'ric'],
        says: ['12 sessions', 'Time out'],
        neverSays: ['Ann'],
      },
    ],
  });
});

test('one message can be looked at as each of its recipients', () => {
  const { documents } = read('messages: { refusal: [{ to: referrer, says: a }, { to: participant, never-says: b }] }');
  expect(documents).toEqual([
    { kind: 'message', document: 'refusal', to: 'referrer', says: ['a'], neverSays: [] },
    { kind: 'message', document: 'refusal', to: 'participant', says: [], neverSays: ['b'] },
  ]);
});

test('who can ask for it is a recipient too, and so is whoever is a kind of one', () => {
  const asked = content.replace('on-request: referrer', 'on-request: staff');
  const other = compile([{ file, content: asked }]).bundle as Bundle;
  const text =
    'on: 2026-01-05\nexpect: { at: 2026-03-02, because: test, reports: { mid-way: { to: service-lead } } }\n';
  expect(readScenarios([{ file: 'case.yaml', content: text }], other).problems).toEqual([]);
  expect(readScenarios([{ file: 'case.yaml', content: text }], bundle).problems).toHaveLength(1);
});

test('of a message for each partner it says for which, unless there is one only', () => {
  const keyOf = (found: ReturnType<typeof read>): string | undefined => found.documents?.[0]?.entry;
  const ann = keyOf(read('messages: { update: { says: Dear } }', onePartner));
  expect(ann).toBeDefined();
  expect(keyOf(read('messages: { update: { for: Ann A, says: Dear } }'))).toBe(ann);
  expect(keyOf(read('messages: { update: { for: Bea B, says: Dear } }'))).not.toBe(ann);
  expect(read('messages: { update: { says: Dear } }').told).toEqual([
    'scenario/for-whom: update is one for each partner, and this does not say for which.',
  ]);
});

test('an unknown document, heading, recipient or entry is told', () => {
  expect(read('reports: { midway: { says: a } }').told).toEqual([
    'scenario/unknown-name: No report of this programme is called “midway”.',
  ]);
  expect(read('reports: { refusal: { says: a } }').told).toEqual([
    'scenario/unknown-name: No report of this programme is called “refusal”.',
  ]);
  expect(read('reports: { mid-way: { headings: [absence] } }').told).toEqual([
    'scenario/unknown-name: No heading of this programme is called “absence”.',
  ]);
  expect(read('reports: { mid-way: { to: partner } }').told).toEqual([
    'scenario/unknown-name: No recipient of this programme is called “partner”.',
  ]);
  expect(read('messages: { update: { for: Zoe } }').told).toEqual([
    'scenario/no-such-entry: Nobody has named a partner “Zoe” in this case.',
  ]);
  expect(read('messages: { refusal: { for: Ann A } }').told).toEqual([
    'scenario/not-each: refusal is one for the whole case.',
  ]);
});

test('what its author wrote is told with its questions', () => {
  const events = `events:
  - { on: 2026-02-02, happened: mid-way-written, with: { engagement: Well., strengths-capacity-concerns: None. } }
  - { on: 2026-02-03, happened: mid-way-reviewed }
  - { on: 2026-02-04, happened: mid-way-ric-released }
  - { on: 2026-02-05, happened: mid-way-issued }
`;
  const { scenarios, problems } = readScenarios([{ file: 'case.yaml', content: `on: 2026-01-05\n${events}` }], bundle);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(scenarios[0]?.events.map(({ what, by, values }) => [what, by.role, values])).toEqual([
    ['mid-way-written', 'facilitator', { engagement: 'Well.', 'strengths-capacity-concerns': 'None.' }],
    ['mid-way-reviewed', 'service-lead', {}],
    ['mid-way-ric-released', 'support-worker', {}],
    ['mid-way-issued', 'facilitator', {}],
  ]);
});
