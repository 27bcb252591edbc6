import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Bundle } from '../../../engine/contract/index.js';
import { compile, implementations, openIn, traceOf } from '../../../generator/index.js';
import { findDefinitions } from '../../../runtime/definition/find-definitions.js';

const written = `rubric: 1
programme: { title: Evening Programme, provider: Example Trust, clause: EX-003 }
people:
  outside:
    participant: { called: client, clause: EX-003 }
    referrer: { called: referrer, clause: EX-003 }
    partner: { called: partner, clause: EX-003 }
  inside:
    staff: { called: our staff, clause: EX-003 }
clauses:
  EX-001: { says: He must be 18 or over., force: must, kind: eligibility, line: 12 }
  EX-002: { says: Who is violent to us cannot come., force: must, kind: exclusion, reading: Violent is not explained. }
  EX-003: { says: The service began in 2012., force: tells }
  EX-004: { says: He should come to each session., force: should, kind: conduct }
  EX-005: { says: After three absences he is told., force: must, kind: attendance }
  EX-006: { says: After four absences he may be suspended., force: may, kind: suspension }
  EX-007: { says: He can start once a place is free., force: must, kind: capacity }
  EX-008: { says: Nobody under 21 can come., force: must, kind: eligibility }
  EX-009: { says: We ring back., force: should, kind: contact }
  EX-010: { says: Two more can be in the group., force: tells, kind: session }
forms:
  referral:
    title: Referral form
    from: referrer
    clause: EX-001
    pages:
      him:
        heading: About him
        asks:
          age: { ask: Age in years, type: number, at-least: 0, at-most: 120 }
          name: Name
          violent: { ask: Has he been violent to us?, type: yes-no, clause: EX-002 }
eligibility:
  adult: { requires: age is at least 18, clause: EX-001 }
exclusions:
  violent-to-us: { excludes: violent is yes, clause: EX-002, reading: Once is enough. }
decision: { by: staff, clause: EX-001 }
sessions: { total: 12, every: 1 week, clause: EX-005 }
groups:
  evening: { called: Evening group, places: at most 12, clause: [EX-007, EX-010] }
facts:
  absences: { count-of: session, where: absence is yes, ours: Somebody has to count them. }
pathway:
  start:
    needs:
      a-place: { requires: evening-places-free is at least 1, clause: EX-007 }
    clause: EX-007
attendance:
  missed:
    may: suspend
    confirmed-by: staff
    clause: EX-006
    reading: A person chooses.
    grounds:
      often: { when: absences reaches 4, clause: EX-006 }
  three-missed: { when: absences reaches 3, must: Tell him, by: staff, clause: EX-005 }
expects:
  participant:
    each-session: { to: Come to each session, clause: EX-004 }
statements:
  places: { says: There are few places., on: referral, clause: EX-010 }
settled:
  - { between: [EX-001, EX-008], in-force: EX-001, by: service lead, on: 2026-01-31, because: The later one is old. }
background: EX-003
`;

const bundleOf = (content: string): Bundle => {
  const { bundle, problems } = compile([{ file: 'programme.yaml', content }]);
  if (!bundle) throw new Error(problems.map(({ message }) => message).join('\n'));
  return bundle;
};
const bundle = bundleOf(written);
const traced = new Map(traceOf(bundle).map((one) => [one.clause, one]));
const lineOf = (text: string): number => written.split('\n').findIndex((line) => line.includes(text)) + 1;

test('each clause leads to what implements it, by name, kind, file and line', () => {
  const found = traced.get('EX-002');
  expect(found?.by.map(({ key, kind, acts, at }) => [key, kind, acts, at.file, at.line])).toEqual([
    ['violent', 'question', true, 'programme.yaml', lineOf('Has he been violent')],
    ['violent-to-us', 'exclusion', true, 'programme.yaml', lineOf('violent-to-us:')],
  ]);
  expect(found).toMatchObject({ force: 'must', kind: 'exclusion', state: 'done', mustAct: true });
  expect(traced.get('EX-001')?.line).toBe('12');
});

test('what has its clause only from what it stands in says so, and comes last', () => {
  expect(traced.get('EX-001')?.by.map(({ key, under }) => [key, under])).toEqual([
    ['forms/referral', undefined],
    ['adult', undefined],
    ['decision', undefined],
    ['settled/EX-001', undefined],
    ['forms/referral/him', 'forms/referral'],
    ['age', 'forms/referral/him'],
    ['name', 'forms/referral/him'],
  ]);
});

test('what a step needs, a group, and what holds grounds are among what implements', () => {
  expect(traced.get('EX-007')?.by.map(({ key }) => key)).toEqual([
    'steps/start',
    'groups/evening',
    'steps/start/a-place',
  ]);
  expect(traced.get('EX-006')?.by.map(({ key }) => key)).toEqual(['rules/often', 'rules/missed']);
});

test('a clause that only words answer to is only said; one that nothing answers to has no home', () => {
  expect(['EX-003', 'EX-004', 'EX-009', 'EX-010'].map((id) => traced.get(id)?.state)).toEqual([
    'said',
    'said',
    'none',
    'done',
  ]);
  expect(openIn(bundle).noHome.map(({ clause }) => clause)).toEqual(['EX-009']);
});

test('a must or should has to be acted upon where it is about what decides or is owed, and only while it is in force', () => {
  const bound = [...traced.values()].filter(({ mustAct }) => mustAct).map(({ clause }) => clause);
  // EX-004 is about conduct, EX-006 a may, EX-008 settled away, EX-009 about contact.
  expect(bound).toEqual(['EX-001', 'EX-002', 'EX-005', 'EX-007']);
});

test('the lines of background are those where each clause stands in it', () => {
  expect(bundle.map['background/EX-003']?.at.line).toBe(lineOf('background:'));
});

test('readings, those of clauses and of what holds grounds among them, are listed for the provider to confirm', () => {
  expect(openIn(bundle).readings.map(({ key, says, clauses }) => [key, says, clauses])).toEqual([
    ['clauses/EX-002', 'Violent is not explained.', ['EX-002']],
    ['violent-to-us', 'Once is enough.', ['EX-002']],
    ['rules/missed', 'A person chooses.', ['EX-006']],
  ]);
  expect(openIn(bundle).ours.map(({ key, says }) => [key, says])).toEqual([
    ['absences', 'Somebody has to count them.'],
  ]);
});

test('a contradiction that was settled is listed with who settled it', () => {
  expect(openIn(bundle).contradictions).toMatchObject([
    { clauses: ['EX-001', 'EX-008'], rules: [], settled: { inForce: 'EX-001', by: 'service lead' } },
  ]);
});

test('every key is given once, and the map of the bundle has each with the same clauses', () => {
  const keys = implementations(bundle).map(({ key }) => key);
  expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  for (const { key, clauses, at } of implementations(bundle)) expect(bundle.map[key]).toEqual({ at, clauses });
});

const textsIn = (path: string) =>
  readdirSync(path)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ file: name, content: readFileSync(join(path, name), 'utf8') }));

const readingsIn = (content: string): string[] =>
  [...content.matchAll(/^( *)(?:reading|ours): (?:>-\n((?:\1 {2}.*\n)+)|(.+)\n)/gm)].map(([, , block, line]) =>
    (block ?? line ?? '').replace(/\s+/g, ' ').trim(),
  );

test.each([...(await findDefinitions('definitions')), 'examples/tollbeck-clear-road', 'examples/riverside-parenting'])(
  'every reading in %s, and every reason for what is ours, is among what is open',
  (folder) => {
    const texts = textsIn(folder);
    const found = compile(texts).bundle;
    if (!found) throw new Error(`${folder} has mistakes.`);
    const { readings, ours } = openIn(found);
    const told = new Set([...readings, ...ours].map(({ says }) => says));
    const inFiles = texts.flatMap(({ content }) => readingsIn(content));
    expect(inFiles.length).toBeGreaterThan(0);
    expect(inFiles.filter((says) => !told.has(says))).toEqual([]);
  },
);
