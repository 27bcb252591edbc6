import { expect, test } from 'vitest';
import type { Evaluation } from '../../../engine/contract/index.js';
import { changesBetween } from '../../../runtime/portal/case/changes.js';
import { presentLedger } from '../../../runtime/portal/case/ledger-presenter.js';
import { around, axisOf, dayGiven } from '../../../runtime/studio/player/axis.js';
import { presentNow } from '../../../runtime/studio/player/now-presenter.js';
import { courseBundle, courseEvaluation, courseEvents, eventOf, ledgerOf } from './course-by-hand.js';
import { bundleOf } from './made-by-hand.js';

const zone = 'Europe/London';
const shown = (more: Partial<Evaluation> = {}) =>
  presentNow(courseBundle, courseEvents, { ...courseEvaluation, ...more });

test('The day can be moved from the first event to half a year after the last', () => {
  // 26 January and 182 days: 5 left of January, 28, 31, 30, 31, 30, and 27 of July.
  expect(axisOf(courseEvents, zone, '2026-03-02')).toEqual({
    first: '2026-01-05',
    last: '2026-07-27',
    marks: ['2026-01-05', '2026-01-12', '2026-01-19', '2026-01-26'],
  });
});

test('A session that is planned has a mark on its own day as well', () => {
  const planned = eventOf({ happened: '2026-01-05', kind: 'session', session: { mark: 'planned', on: '2026-02-02' } });
  expect(axisOf([planned], zone, '2026-03-02').marks).toEqual(['2026-01-05', '2026-02-02']);
});

test('From a day one goes to the day and the event before and after it, and stays where there is none', () => {
  const axis = axisOf(courseEvents, zone, '2026-03-02');
  expect(around(axis, '2026-01-13')).toEqual({
    eventBefore: '2026-01-12',
    dayBefore: '2026-01-12',
    dayAfter: '2026-01-14',
    eventAfter: '2026-01-19',
  });
  expect(around(axis, '2026-01-05')).toMatchObject({ eventBefore: '2026-01-05', dayBefore: '2026-01-05' });
  expect(around(axis, '2026-07-27')).toMatchObject({ eventAfter: '2026-07-27', dayAfter: '2026-07-27' });
});

test('Only a day that there is can be asked for', () => {
  expect(dayGiven('2028-02-29')).toBe('2028-02-29');
  for (const none of ['2026-02-29', '2026-2-1', '0001-01-01', '', 'today', ['2026-01-01'], undefined]) {
    expect(dayGiven(none)).toBeUndefined();
  }
});

test('The state stands first, with its phase and the planned end', () => {
  const now = shown();
  expect(now.state).toBe('On the programme');
  expect(now.on).toBe('Monday 26 January 2026');
  expect(now.details).toContainEqual({ term: 'Phase', value: 'First part' });
  expect(now.details).toContainEqual({ term: 'Planned end', value: 'Monday 16 March 2026' });
});

test('A recommendation says its force, since when, who confirms it, what it asks, and why', () => {
  const [one] = shown().course?.recommendations ?? [];
  expect(one).toMatchObject({
    force: { word: 'Must', look: 'must' },
    state: { word: 'Waiting for an answer' },
    since: 'Since Monday 26 January 2026',
    confirmedBy: 'evening staff',
    asks: ['Close as non-attendance'],
    answers: [{ act: 'confirmed' }, { act: 'refused' }],
  });
  expect(one?.reasons.source).toMatchObject({ clauses: [{ label: 'Clause 4' }], where: 'rules.yaml, line 12' });
  expect(one?.reasons.why[0]?.facts).toEqual([
    { called: 'Found', value: '2' },
    { called: 'Rests on', value: 'Session: Absent, Monday 19 January 2026' },
    { called: 'Rests on', value: 'Session: Absent, Monday 26 January 2026' },
  ]);
});

test('A recommendation that was answered offers no answer', () => {
  const recommendations = (courseEvaluation.recommendations ?? []).map((one) => ({
    ...one,
    state: 'refused' as const,
    ended: '2026-01-27',
  }));
  const [one] = shown({ recommendations }).course?.recommendations ?? [];
  expect(one?.answers).toEqual([]);
  expect(one?.since).toBe('Since Monday 26 January 2026; refused on Tuesday 27 January 2026');
});

test('A duty says what is due, when and why then, and what would change it by itself', () => {
  const [duty] = shown().course?.duties ?? [];
  expect(duty?.due).toBe('Due Wednesday 28 January 2026 (in 2 days)');
  expect(duty?.state.word).toBe('To do');
  expect(duty?.reasons.rests).toEqual(['The date: 2 working days after Monday 26 January 2026']);
  expect(duty?.reasons.changes[0]).toContain('By itself, on Thursday 29 January 2026');
  expect(duty?.doneBy).toBe('referrer-contacted');
});

test('What comes next, what the next absence would cause and what is to be found out are said in words', () => {
  const { course } = shown();
  expect(course?.next).toMatchObject({ when: 'on Thursday 29 January 2026', day: '2026-01-29' });
  expect(course?.next?.changes[0]).toMatchObject({ from: 'To do', to: 'Missed' });
  expect(course?.nextMiss?.changes[0]).toMatchObject({ what: 'Sessions missed in a row', from: '2', to: '3' });
  expect(course?.toFindOut).toEqual(['Who was at the session of Monday 2 February 2026']);
  expect(course?.steps[0]).toMatchObject({
    words: 'Complete the programme',
    verdict: { word: 'Not known' },
    refusedBy: ['Two sessions missed in a row close the case.'],
    lacks: ['Is the agreement signed?'],
  });
});

test('What is hers stands apart from what is his, and a rule of hers is not named beside one of his', () => {
  const { course, hers } = shown();
  expect(hers?.recommendations.map(({ words }) => words)).toEqual(['She is afraid.']);
  expect(hers?.duties.map(({ words }) => words)).toEqual(['Call her each month.']);
  expect(JSON.stringify(course)).not.toMatch(/afraid|Call her/);
});

test('Every kind of session has a sign and a word of its own', () => {
  const on = '2026-01-12';
  const sessions = [
    ledgerOf({ on, outcome: 'attended', present: true, credited: true }),
    ledgerOf({ on, outcome: 'late', present: true, absence: true }),
    ledgerOf({ on, outcome: 'absent', present: false, absence: true }),
    ledgerOf({ on, outcome: 'absent', absence: true, credited: true, caughtUp: '2026-01-14' }),
    ledgerOf({ on, notDue: 'closure-day' }),
    ledgerOf({ on, notDue: 'suspended' }),
    ledgerOf({ on, notDue: 'not-yet', recorded: false, planned: true }),
    ledgerOf({ on, recorded: false, planned: true }),
    ledgerOf({ on, disputed: true }),
    ledgerOf({ on, credit: true, credited: true }),
  ];
  const { groups, legend } = presentLedger(courseBundle, sessions);
  const cells = groups.flatMap((group) => group.cells);
  expect(cells.map(({ word }) => word)).toEqual([
    'Attended',
    'Late',
    'Absent',
    'Absent, caught up on Wednesday 14 January 2026',
    'Closure day',
    'Not due: suspended',
    'Not due yet',
    'Not recorded',
    'Two records disagree',
    'Credited without a session',
  ]);
  expect(new Set(cells.map(({ look }) => look)).size).toBe(10);
  expect(legend.length).toBe(10);
});

test('A session that nobody recorded is counted as such, and its traits are not known', () => {
  const { groups, counts } = presentLedger(courseBundle, [
    ledgerOf({ on: '2026-01-12', outcome: 'absent', credited: false, absence: true }),
    ledgerOf({ on: '2026-01-19', recorded: false, planned: true }),
  ]);
  expect(counts).toBe('0 credited, 1 absence, 1 not recorded.');
  expect(groups[0]?.cells[1]).toMatchObject({ credited: 'Not known', absence: 'Not known', short: '19 Jan' });
});

test('Sessions of one phase stand together, and of another beside them', () => {
  const { groups } = presentLedger(courseBundle, [
    ledgerOf({ on: '2026-01-12', phase: 'meeting' }),
    ledgerOf({ on: '2026-01-19', phase: 'first-part' }),
    ledgerOf({ on: '2026-01-26', phase: 'first-part' }),
  ]);
  expect(groups.map(({ title, cells }) => [title, cells.length])).toEqual([
    ['Meeting', 1],
    ['First part', 2],
  ]);
});

test('What follows is only what is otherwise, with how it was before', () => {
  const before: Evaluation = {
    ...courseEvaluation,
    recommendations: [],
    facts: (courseEvaluation.facts ?? []).map((fact) => ({ ...fact, value: 1 })),
  };
  const changes = changesBetween(courseBundle, before, courseEvaluation);
  expect(changes.map(({ what, from, to, hers }) => [what, from, to, hers])).toEqual([
    ['Two sessions missed in a row close the case', 'Not there', 'Waiting for an answer', false],
    ['She is afraid', 'Not there', 'May stand: not known yet', true],
    ['Sessions missed in a row', '1', '2', false],
  ]);
  expect(changesBetween(courseBundle, before, before)).toEqual([]);
});

test('A number that is not known exactly is said as from what to what', () => {
  const facts = (least: number, most: number | null) => [
    { id: 'missed-in-a-row', value: null, least, most, used: [], lacks: [], hers: false },
  ];
  expect(shown({ facts: facts(1, 2) }).course?.facts[0]?.value).toBe('1 to 2');
  expect(shown({ facts: facts(1, null) }).course?.facts[0]?.value).toBe('At least 1');
});

test('A definition that says nothing of time shows its decision', () => {
  const { criteria, decision, unusable } = courseEvaluation;
  const now = presentNow(bundleOf({}), [], { asOf: '2026-01-26', criteria, decision, unusable });
  expect(now.state).toBe('Eligible');
  expect(now.course).toBeUndefined();
  expect(now.hers).toBeUndefined();
});
