import { expect, test } from 'vitest';
import type { CourseEvaluation, CourseWhy, Evaluation } from '../../../engine/contract/index.js';
import { uncovered } from '../../../runtime/scenario/coverage.js';
import { describeFailures } from '../../../runtime/scenario/describe-results.js';
import { differencesOf } from '../../../runtime/scenario/difference.js';
import { bundleWithCourse as bundle } from '../../generator/scenario/course-bundle.js';
import { scenariosOf } from './bundle.js';
import { dutyVerdict, evaluation, foundFact, recommendation, session } from './evaluation.js';

const scenarioOf = (expectation: string) => {
  const [scenario] = scenariosOf(
    bundle,
    `on: 2026-01-01
answers: { partners: [{ name: Ann Example }] }
expect: { at: 2026-03-02, because: EX-030, ${expectation} }`,
  );
  if (scenario === undefined) throw new Error('a scenario was written');
  return scenario;
};
/** Each difference as "what: expected, found". */
const differences = (expectation: string, found: Partial<CourseEvaluation>): string[] =>
  scenarioOf(expectation).expectations.flatMap((expected) =>
    differencesOf(bundle, expected, evaluation(found)).map((one) => `${one.of}: ${one.expected}, ${one.found}`),
  );

test('the state, the phase, the ending and the stay are compared as words, and none is said of what is not there', () => {
  const suspended = { state: 'suspended' as const, phase: 'education', stay: 2 };
  expect(differences('state: suspended, phase: education, ending: none, stay: 2', suspended)).toEqual([]);
  expect(differences('state: closed, phase: none, ending: withdrew, stay: 1', suspended)).toEqual([
    'state: closed, suspended',
    'phase: none, education',
    'ending: withdrew, none',
    'stay: 1, 2',
  ]);
});

test('a number is known, or lies between two, or is not known at all', () => {
  const three = { facts: [foundFact('absences', 3)] };
  const oneOrTwo = { facts: [foundFact('absences', null, { least: 1, most: 2 })] };
  const twoOrMore = { facts: [foundFact('absences', null, { least: 2, most: null })] };
  expect(differences('facts: { absences: 3 }', three)).toEqual([]);
  expect(differences('facts: { absences: 2 }', three)).toEqual(['fact absences: 2, 3']);
  expect(differences('facts: { absences: 1 to 2 }', oneOrTwo)).toEqual([]);
  expect(differences('facts: { absences: 1 }', oneOrTwo)).toEqual(['fact absences: 1, 1 to 2']);
  expect(differences('facts: { absences: unknown }', oneOrTwo)).toEqual([]);
  expect(differences('facts: { absences: unknown }', three)).toEqual(['fact absences: unknown, 3']);
  expect(differences('facts: { absences: at least 2 }', twoOrMore)).toEqual([]);
  expect(differences('facts: { absences: 2 }', twoOrMore)).toEqual(['fact absences: 2, at least 2']);
  expect(differences('facts: { absences: 2 }', {})).toEqual(['fact absences: 2, none']);
});

test('options, days and yes or no are compared each in its way, and of an entry by who it is', () => {
  const facts = [
    foundFact('last-risk', 'high'),
    foundFact('last-seen', '2026-01-05'),
    foundFact('her-wish', false, { subject: '1' }),
  ];
  expect(
    differences('facts: { last-risk: high, last-seen: 5 January 2026, her-wish: { ann: no } }', { facts }),
  ).toEqual([]);
  expect(differences('facts: { last-risk: low, last-seen: 2026-01-06, her-wish: { ann: yes } }', { facts })).toEqual([
    'fact last-risk: low, high',
    'fact last-seen: 2026-01-06, 2026-01-05',
    'fact her-wish of 1: yes, no',
  ]);
});

test('a list of recommendations is exactly those that are open', () => {
  const recommendations = [recommendation('two-missed'), recommendation('aggression', { state: 'lapsed' })];
  expect(differences('recommendations: [two-missed]', { recommendations })).toEqual([]);
  expect(differences('recommendations: [two-missed, aggression]', { recommendations })).toEqual([
    'recommendations: aggression, two-missed, two-missed',
  ]);
  expect(differences('recommendations: none', { recommendations })).toEqual(['recommendations: none, two-missed']);
});

test('a map of recommendations says how the latest of each stands, or every one in turn', () => {
  const recommendations = [
    recommendation('aggression', { since: '2026-02-09', state: 'open' }),
    recommendation('aggression', { since: '2026-01-12', state: 'refused' }),
  ];
  expect(differences('recommendations: { aggression: open, two-missed: none }', { recommendations })).toEqual([]);
  expect(differences('recommendations: { aggression: [refused, open] }', { recommendations })).toEqual([]);
  expect(differences('recommendations: { aggression: refused, two-missed: perhaps }', { recommendations })).toEqual([
    'recommendation aggression: refused, open',
    'recommendation two-missed: perhaps, none',
  ]);
});

test('a duty is compared by its state, its due day and how much of it is left', () => {
  const duties = [
    dutyVerdict('call-back', { state: 'met', due: '2026-01-19', left: 0 }),
    dutyVerdict('call-back', { opened: '2026-02-02', due: '2026-02-16', left: 2 }),
    dutyVerdict('call-partner', { subject: '1', state: 'missed' }),
  ];
  expect(differences('duties: { call-back: open, call-partner: { ann: missed } }', { duties })).toEqual([]);
  expect(differences('duties: { call-back: [met, open] }', { duties })).toEqual([]);
  expect(differences('duties: { call-back: { state: met, due: 2026-01-19 } }', { duties })).toEqual([]);
  expect(differences('duties: { call-back: { due: 2026-02-17, left: 1 } }', { duties })).toEqual([
    'duty call-back: due 2026-02-17, 1 left, due 2026-02-16, 2 left',
  ]);
  expect(differences('duties: { call-back: missed, call-partner: { ann: met } }', { duties })).toEqual([
    'duty call-back: missed, open',
    'duty call-partner of 1: met, missed',
  ]);
  expect(differences('duties: { call-back: none }', { duties: [] })).toEqual([]);
  expect(differences('duties: { call-back: open }', { duties: [] })).toEqual(['duty call-back: open, none']);
});

test('a day that is expected means any time of it, by the clock of the programme', () => {
  // 23:30 in London on 30 March 2026 is 22:30 by the meridian.
  const next = { at: '2026-03-30T22:30:00Z', changes: [] };
  expect(differences('next: 2026-03-30', { next })).toEqual([]);
  expect(differences('next: 2026-03-30 23:30', { next })).toEqual([]);
  expect(differences('next: 2026-03-31', { next })).toEqual(['next: 2026-03-31, 2026-03-30T22:30:00Z']);
  expect(differences('next: none, planned-end: none', {})).toEqual([]);
  expect(differences('next: none', { next })).toEqual(['next: none, 2026-03-30T22:30:00Z']);
});

test('a session is found by its day, its hour or its key, and each trait is compared', () => {
  const ledger = [
    session('2026-01-12T18:00:00Z', { outcome: 'absent', present: false, credited: false, absence: true }),
    session('2026-01-19T18:00:00Z', { notDue: 'suspended', recorded: false, caughtUp: '2026-01-26' }),
    session('2026-01-26', { key: 'w3', recorded: false, traits: { 'session.punctual': null } }),
  ];
  expect(
    differences(
      'ledger: { 2026-01-12: absent, 2026-01-19: { not-due: suspended, caught-up: yes }, w3: not-recorded, 2026-02-02: none }',
      { ledger },
    ),
  ).toEqual([]);
  expect(
    differences('ledger: { w3: { punctual: unknown, credited: unknown, caught-up: no, not-due: no } }', { ledger }),
  ).toEqual([]);
  expect(
    differences(
      'ledger: { 2026-01-12: { absence: no, caught-up: yes }, 2026-01-19: { caught-up: 2026-01-27 }, 2026-02-02: absent }',
      {
        ledger,
      },
    ),
  ).toEqual([
    'session 2026-01-12, absence: no, yes',
    'session 2026-01-12, caught-up: yes, no',
    'session 2026-01-19, caught-up: 2026-01-27, 2026-01-26',
    'session 2026-02-02: one, none',
  ]);
});

test('steps, the next miss, what is to be found out, reviewed, and the way back are compared', () => {
  const found: Partial<CourseEvaluation> = {
    steps: [{ step: 'start', verdict: 'unknown', by: [], needs: [], refusedBy: [], lacks: [] }],
    nextMiss: {
      on: '2026-03-09',
      changes: [
        { kind: 'recommendation', id: 'two-missed', from: 'none', to: 'open' },
        { kind: 'fact', id: 'absences', from: '1', to: '2' },
      ],
    },
    ledger: [session('2026-01-19T18:00:00Z')],
    toFindOut: [{ kind: 'session', of: '2026-01-19T18:00:00Z' }],
    toReview: [{ event: 'event-1', rule: 'two-missed', by: 'staff', because: 'He was there.' }],
    returning: { return: 'within-six-months', verdict: 'met', words: 'He may come back.', lacks: [] },
  };
  expect(
    differences(
      'steps: { start: unknown, close: none }, next-miss: [two-missed], to-find-out: [2026-01-19], to-review: [two-missed], returning: within-six-months',
      found,
    ),
  ).toEqual([]);
  expect(
    differences('steps: { start: met }, next-miss: none, to-find-out: none, to-review: none, returning: none', found),
  ).toEqual([
    'returning: none, within-six-months',
    'step start: met, unknown',
    'next-miss: none, two-missed',
    'to-review: none, two-missed',
    'to-find-out: none, 2026-01-19T18:00:00Z',
  ]);
});

const missed: CourseWhy = {
  reads: 'absences reaches 2',
  verdict: 'met',
  joins: 'all',
  of: [
    { reads: 'absences is at least 2', verdict: 'met', found: '2' },
    {
      reads: 'the participant has not been heard from',
      verdict: 'unknown',
      lacks: [{ kind: 'session', of: '2026-01-26' }],
    },
  ],
};

test('a failure says what was expected, found, and why, with the clause, the file and the line', () => {
  const scenario = scenarioOf('recommendations: { two-missed: none }');
  const [expected] = scenario.expectations;
  if (expected === undefined) throw new Error('something is expected');
  const found = evaluation({
    recommendations: [recommendation('two-missed', { why: [missed], used: ['diary-1-1', 'diary-1-2'] })],
  });
  const failures = [{ expected, differences: differencesOf(bundle, expected, found) }];
  expect(describeFailures(bundle, { scenario, failures, evaluations: [found] })).toBe(
    `✗ scenarios.yaml
  scenarios.yaml:3:9  on Monday 2 March 2026
    recommendation two-missed
      - expected: none
      + found:    open
        The rule two-missed.
        all of these: yes
          absences is at least 2: yes (found 2)
          the participant has not been heard from: not known (nobody has recorded the session of Monday 26 January 2026)
        rests on diary-1-1 and diary-1-2
        clause EX-001, programme.yaml:1
    because: EX-030`,
  );
});

const results = (...evaluations: Evaluation[]) => [
  { scenario: scenarioOf('state: closed'), failures: [], evaluations },
];
const never = (...found: Partial<CourseEvaluation>[]): Record<string, string[]> =>
  Object.fromEntries(
    uncovered({ ...bundle, criteria: [] }, results(...found.map(evaluation))).map((one) => [one.criterion, one.never]),
  );

test('a rule is exercised when some expectation sees it raised and some sees it not', () => {
  const raised = { recommendations: [recommendation('two-missed', { state: 'confirmed' })] };
  expect(never(raised)['two-missed']).toEqual(['not-raised']);
  expect(never({})['two-missed']).toEqual(['raised']);
  expect(never(raised, {})['two-missed']).toBeUndefined();
  expect(never({ recommendations: [recommendation('two-missed', { state: 'perhaps' })] })['two-missed']).toEqual([
    'raised',
  ]);
});

test('a duty is to be opened and not, a step to be met and refused, and a way back to be gone', () => {
  const step = (verdict: 'met' | 'unknown') => ({
    steps: [{ step: 'start' as const, verdict, by: [], needs: [], refusedBy: [], lacks: [] }],
  });
  const all = never({ duties: [dutyVerdict('call-back')], ...step('met') });
  expect(all).toMatchObject({ 'call-back': ['not-opened'], 'call-partner': ['opened'], start: ['refused'] });
  expect(all['within-six-months']).toEqual(['applied']);
  expect(never(step('met'), step('unknown')).start).toBeUndefined();
});
