/** What stands in a document of a case: worked examples. */
import { expect, test } from 'vitest';
import { type CaseEvent, documentData, evaluate, offeredReasons } from '../../../engine/index.js';
import { course, did, held, started, told, weekly } from '../course/story.js';

const bundle = course(`
  referrers-side:
    title: About you
    from: referrer
    ours: test
    asks:
      owns-car: { ask: Has he a car?, type: yes-no, required: yes }
      born: { ask: Date of birth, type: date, required: yes }
criteria:
  born-then: { requires: born is before 2000-01-01, otherwise: He was born too late., ours: test }
  drives: { requires: owns-car is yes, otherwise: He cannot get here., ours: test }
eligibility: [born-then, drives]
sessions:
  total: 30
  every: 1 week
  lasts: 30 weeks
  outcomes:
    attended: { present: yes, credited: yes }
    left-early: { present: yes, absence: yes }
    absent: { absence: yes }
  catch-up: { within: 3 weeks }
  topics: { are: [Being fair, Staying calm], ours: test }
  ours: test
instruments:
  ric: { title: RIC risk assessment, answered-by: partner, scored-by: support-worker, about: partner, ours: test }
  diary: { title: Drink diary, scored-by: leader, bands: { low: at most 4, high: at least 5 }, ours: test }
statements: { no-promise: { says: Attending is no promise of change., ours: test } }
records:
  absence-reason: { called: he said why he was absent, by: leader, about: session, asks: { reason: { ask: Reason } }, ours: test }
  incident: { called: an incident was reported, by: leader, asks: { severity: { ask: How severe was it?, type: choice, options: { low: Low, high: High } } }, ours: test }
facts:
  credits: { count-of: session, where: credited is yes, ours: test }
reports:
  mid-way:
    title: Mid-way report
    to: referrer
    by: leader
    reviewed-by: staff
    after: credits reaches 3
    within: 2 weeks
    statements: [no-promise]
    headings:
      attendance: { heading: Attendance, shows: [attendance with absence-reason.reason, topics, progress], ours: test }
      engagement: { heading: Engagement, asks: How has he engaged?, required: yes, ours: test }
      strengths: { heading: Strengths, asks: What is good?, rows: { home: Home, work: Work }, columns: { worries: Worries, hopes: Hopes }, ours: test }
      risk: { heading: Risk, shows: [risk, incident], ours: test }
      severe: { heading: After an incident, only-when: incident has happened, says: Incidents were reported., ours: test }
      ric: { heading: A copy of the RIC, attaches: ric, released-by: support-worker, ours: test }
    ours: test
  monthly: { title: Monthly status, to: referrer, by: leader, covers: month, shows: absences, ours: test }
messages:
  thanks: { to: referrer, by: leader, subject: Your referral of <full-name>, says: ['We have your referral of <full-name>.', 'He was born on <born>; <credits> sessions so far.'], ours: test }
  refusal: { to: [referrer, participant], by: leader, shows: [decision, missing referrers-side], ours: test }
  her-update: { to: partner, for-each: partner, by: support-worker, says: 'He came to <credits> sessions.', shows: progress, ours: test }
`);

const referral = told(
  'answered',
  '2026-01-02',
  { 'full-name': 'Tom Reed', partners: [{ key: 'ann', called: 'Ann Lake' }] },
  'referrer',
);
const topics = (on: string, outcome: string, topic: string): CaseEvent => held(on, outcome, { topic });
/** Four Mondays: attended, absent and caught up on the Thursday, left early, not recorded; and one cancelled. */
const course4 = [
  started('2026-01-05'),
  topics('2026-01-05', 'attended', 'being-fair'),
  topics('2026-01-12', 'absent', 'staying-calm'),
  did('2026-01-13', 'absence-reason', { about: '2026-01-12', values: { reason: 'He was ill.' } }),
  did('2026-01-15', 'caught-up', { about: '2026-01-12' }),
  topics('2026-01-19', 'left-early', 'staying-calm'),
  ...weekly('2026-01-26', 'not-recorded'),
  held('2026-02-02', 'cancelled'),
];
const events = [referral, ...course4];
const midWay = (all: CaseEvent[], asOf: string, more: object = {}) =>
  documentData(bundle, all, { document: 'mid-way', asOf, ...more });
const written = (on: string, engagement: string, more: object = {}): CaseEvent => ({
  ...did(on, 'mid-way-written', { values: { engagement, ...more } }),
  by: { role: 'leader', name: 'Jo Ash' },
});

test('it says what it is, of whom, to whom, of what time, and by which version', () => {
  const { document, programme, person, to, period, day, statements } = midWay(events, '2026-02-03');
  expect(document).toEqual({
    id: 'mid-way',
    kind: 'report',
    title: 'Mid-way report',
    subject: '',
    fileName: 'mid-way-2026-02-03',
  });
  expect(programme).toMatchObject({ title: 'Evening course', provider: 'Example Trust', service: '' });
  expect(programme.version).toBe(bundle.digest.slice(0, 10));
  expect(person).toEqual({ name: 'Tom Reed', called: 'participant' });
  expect(to).toEqual([{ called: 'referrer', name: '' }]);
  expect(period).toEqual({ from: 'Monday 5 January 2026', to: 'Tuesday 3 February 2026' });
  expect(day).toBe('Tuesday 3 February 2026');
  expect(statements).toEqual([{ says: 'Attending is no promise of change.' }]);
});

test('attendance: four sessions were due, he was at two, and what was caught up is credited and still an absence', () => {
  const { attendance, topics: covered, progress } = midWay(events, '2026-02-03').headings.attendance ?? {};
  // Credited: the first, and the one that was caught up. Leaving early is being there and an absence.
  expect(attendance).toMatchObject({
    due: '4',
    attended: '2',
    credited: '2',
    missed: '1',
    notRecorded: '1',
    none: false,
  });
  expect(attendance?.summary).toBe(
    '4 sessions were due: 2 attended, 1 missed, 1 not recorded. 1 of those attended counts as an absence. 2 sessions are credited.',
  );
  expect(
    attendance?.rows.map(({ day, outcome, topic, mark, beside }) => [day, outcome, topic, mark, beside[0]?.value]),
  ).toEqual([
    ['Monday 5 January 2026', 'Attended', 'Being fair', 'full', ''],
    ['Monday 12 January 2026', 'Absent, caught up on Thursday 15 January 2026', 'Staying calm', 'half', 'He was ill.'],
    ['Monday 19 January 2026', 'Left early', 'Staying calm', 'half', 'Not given'],
    ['Monday 26 January 2026', 'Not recorded', '', 'not-recorded', ''],
    ['Monday 2 February 2026', 'Cancelled by the provider', '', 'crossed', ''],
  ]);
  expect(covered?.rows).toEqual([
    { topic: 'Being fair', day: 'Monday 5 January 2026' },
    { topic: 'Staying calm', day: 'Thursday 15 January 2026, made up for Monday 12 January 2026' },
    { topic: 'Staying calm', day: 'Monday 19 January 2026' },
  ]);
  // Thirty weeks after 5 January.
  expect(progress).toEqual({ credited: '2', total: '30', phase: '', plannedEnd: 'Monday 3 August 2026' });
});

test('where it was not recorded what sessions covered, that is said, and not that nothing was covered', () => {
  const said = (...all: CaseEvent[]) => {
    const { none, says, rows } =
      midWay([started('2026-01-05'), ...all], '2026-02-03').headings.attendance?.topics ?? {};
    return [none, says, rows?.length];
  };
  expect(said()).toEqual([true, 'Nothing has been covered yet.', 0]);
  const two = [held('2026-01-05', 'attended'), held('2026-01-12', 'attended')];
  expect(said(...two)).toEqual([true, 'What was covered was not recorded.', 0]);
  expect(said(...two, topics('2026-01-19', 'attended', 'being-fair'))).toEqual([
    false,
    'What was covered was not recorded for 2 of the 3 sessions attended or made up.',
    1,
  ]);
  expect(said(topics('2026-01-19', 'attended', 'being-fair'))).toEqual([false, '', 1]);
});

test('whom it is about is named, whichever form asks for his name and wherever that form is written', () => {
  const late = course(`  papers:
    title: Papers from the school
    from: referrer
    after-decision: yes
    asks: { school-name: { ask: Name of the school, type: name }, place-taken: { ask: Is it taken?, type: yes-no } }
    ours: test
messages: { note: { to: referrer, by: leader, says: Hello., ours: test } }
`);
  const { person } = documentData(late, [referral], { document: 'note', asOf: '2026-01-03' });
  expect(person.name).toBe('Tom Reed');
  const turned = { ...late, forms: [...late.forms].reverse() };
  expect(documentData(turned, [referral], { document: 'note', asOf: '2026-01-03' }).person.name).toBe('Tom Reed');
});

test('what an author writes stands in paragraphs and in a table, and says whether it was written', () => {
  const before = midWay(events, '2026-02-03').headings;
  expect([before.engagement?.narrative?.written, before.strengths?.narrative?.written]).toEqual([false, false]);
  const all = [
    ...events,
    written('2026-02-04', 'He listens.\n\nHe speaks.', { 'strengths-home-hopes': 'A new flat.' }),
  ];
  const { headings, written: by } = midWay(all, '2026-02-05');
  expect(headings.engagement?.narrative).toEqual({
    prompt: 'How has he engaged?',
    written: true,
    paragraphs: [{ text: 'He listens.' }, { text: 'He speaks.' }],
    isTable: false,
    columns: [],
    rows: [],
  });
  expect(headings.strengths?.narrative).toMatchObject({
    written: true,
    isTable: true,
    columns: [{ label: 'Worries' }, { label: 'Hopes' }],
    rows: [
      { label: 'Home', cells: [{ text: '' }, { text: 'A new flat.' }] },
      { label: 'Work', cells: [{ text: '' }, { text: '' }] },
    ],
  });
  expect(by).toEqual({ name: 'Jo Ash', role: 'leader', on: 'Wednesday 4 February 2026' });
});

test('a score stands with its band and day, a record with its questions, a heading only when its condition holds', () => {
  const scored: CaseEvent = { ...told('answered', '2026-01-20', { diary: 6 }, 'leader'), kind: 'scored' };
  const incident = did('2026-01-21', 'incident', { values: { severity: 'high' } });
  const { risk, severe } = midWay([...events, scored, incident], '2026-02-03').headings;
  expect(risk?.risk?.rows).toEqual([
    { measure: 'Drink diary', score: '6', band: 'High', on: 'Tuesday 20 January 2026' },
  ]);
  expect(risk?.events?.incident).toEqual({
    none: false,
    rows: [{ on: 'Wednesday 21 January 2026', told: [{ label: 'How severe was it?', value: 'High' }] }],
  });
  expect(severe).toMatchObject({ stands: true, says: [{ text: 'Incidents were reported.' }] });
  expect(midWay(events, '2026-02-03').headings.severe?.stands).toBe(false);
});

const ric: CaseEvent = { ...told('answered', '2026-01-20', { ric: 17 }, 'support-worker'), kind: 'scored' };
const released = did('2026-02-04', 'mid-way-ric-released', { by: 'support-worker' });
const attached = (all: CaseEvent[], asOf: string, more: object = {}) => {
  const { headings, released: by } = midWay(all, asOf, more);
  return [headings.ric?.stands, headings.ric?.attachment?.attached, by.map(({ role }) => role)];
};

test('what waits for a release reads the same whether or not there is anything, and stands once it is released', () => {
  expect(JSON.stringify(midWay([...events, ric], '2026-02-05'))).toBe(JSON.stringify(midWay(events, '2026-02-05')));
  expect(attached([...events, ric], '2026-02-05')).toEqual([false, false, []]);
  expect(attached([...events, ric, released], '2026-02-03')).toEqual([false, false, []]);
  expect(attached([...events, ric, released], '2026-02-04')).toEqual([true, true, ['support worker']]);
  expect(midWay([...events, ric, released], '2026-02-04').headings.ric?.attachment?.rows).toEqual([
    { label: 'Score', value: '17' },
    { label: 'Date', value: 'Tuesday 20 January 2026' },
    { label: 'Scored by', value: 'support worker' },
  ]);
  expect(attached([...events, released], '2026-02-04')).toEqual([true, false, ['support worker']]);
  expect(attached([...events, ric], '2026-02-05', { released: 'all' })).toEqual([true, true, []]);
});

test('what was scored of each of two partners goes out of both, and what was put right is not there twice', () => {
  const of = (about: string, score: number, on: string, more: Partial<CaseEvent> = {}): CaseEvent => ({
    ...told('answered', on, { ric: score }, 'support-worker'),
    kind: 'scored',
    about,
    ...more,
  });
  const wrong = of('ann', 4, '2026-01-18', { id: 'wrong' });
  const [ann, bea] = [of('ann', 17, '2026-01-18', { supersedes: 'wrong' }), of('bea', 9, '2026-01-20')];
  const rows = midWay([...events, wrong, ann, bea, released], '2026-02-04').headings.ric?.attachment?.rows;
  expect(rows?.map(({ label, value }) => `${label}: ${value}`)).toEqual([
    'Assessment: 1 of 2',
    'Score: 17',
    'Date: Sunday 18 January 2026',
    'Scored by: support worker',
    'Assessment: 2 of 2',
    'Score: 9',
    'Date: Tuesday 20 January 2026',
    'Scored by: support worker',
  ]);
});

test('a release is for one copy: the next one waits for its own, and nobody else can release', () => {
  const issued = did('2026-02-05', 'mid-way-issued');
  const all = [...events, ric, released, issued];
  expect(attached(all, '2026-03-01')).toEqual([true, true, ['support worker']]);
  expect(attached([...all, written('2026-03-02', 'Again.')], '2026-03-02')).toEqual([false, false, []]);
  const byLeader = did('2026-02-04', 'mid-way-ric-released', { by: 'leader' });
  expect(attached([...events, ric, byLeader], '2026-02-05')).toEqual([false, false, []]);
});

test('once it is issued it stays as it was issued, whatever is recorded later', () => {
  const issued = did('2026-02-05', 'mid-way-issued');
  const late = { ...did('2026-01-14', 'incident', { values: { severity: 'low' } }), recorded: '2026-02-20' };
  const before = midWay([...events, written('2026-02-04', 'He listens.'), issued], '2026-02-05');
  const after = midWay(
    [...events, written('2026-02-04', 'He listens.'), issued, late, held('2026-02-09', 'attended')],
    '2026-03-01',
  );
  expect(after).toEqual(before);
  expect(after.issued).toEqual({ name: '', role: 'leader', on: 'Thursday 5 February 2026' });
});

test('a review counts for what it was of: once it is written anew it has not been reviewed', () => {
  const review = did('2026-02-05', 'mid-way-reviewed', { by: 'staff' });
  const all = [...events, written('2026-02-04', 'He listens.'), review];
  expect(midWay(all, '2026-02-05').reviewed.role).toBe('staff');
  expect(midWay([...all, written('2026-02-06', 'Better so.')], '2026-02-06').reviewed.role).toBe('');
});

test('a report of a month is of the month before it', () => {
  const { period, headings } = documentData(bundle, events, { document: 'monthly', asOf: '2026-02-03' });
  expect(period).toEqual({ from: 'Thursday 1 January 2026', to: 'Saturday 31 January 2026' });
  const [only] = Object.values(headings);
  expect(only?.absences?.summary).toBe('1 session was not attended, and 1 that was attended counts as an absence.');
});

test('a message fills its blanks, and says in words what is not known', () => {
  const { document, headings } = documentData(bundle, [referral], { document: 'thanks', asOf: '2026-01-02' });
  expect(document.subject).toBe('Your referral of Tom Reed');
  expect(headings.message?.says.map(({ text }) => text)).toEqual([
    'We have your referral of Tom Reed.',
    'He was born on not known; 0 sessions so far.',
  ]);
  const born = told('answered', '2026-01-03', { born: '1990-05-01' }, 'referrer');
  const later = documentData(bundle, [referral, born], { document: 'thanks', asOf: '2026-01-03' });
  expect(later.headings.message?.says[1]?.text).toBe('He was born on Tuesday 1 May 1990; 0 sessions so far.');
});

test('a refusal says what was decided, and what a form lacks', () => {
  const declined = did('2026-01-09', 'declined');
  const owns = told('answered', '2026-01-03', { 'owns-car': 'no' }, 'referrer');
  const data = documentData(bundle, [referral, owns, declined], { document: 'refusal', asOf: '2026-01-09' });
  expect(data.headings.message?.decision).toEqual({
    decided: true,
    says: 'Not accepted',
    on: 'Friday 9 January 2026',
    by: 'leader',
    reason: '',
    reasonMissing: false,
  });
  expect(data.headings.message?.missing).toEqual({ none: false, rows: [{ asks: 'Date of birth' }] });
  expect(data.to.map(({ called, name }) => [called, name])).toEqual([
    ['referrer', ''],
    ['participant', 'Tom Reed'],
  ]);
  const reasons = offeredReasons(bundle, [referral, owns], '2026-01-09');
  expect(reasons.map(({ words }) => words)).toEqual(['He cannot get here.']);
});

test('one for each partner is addressed to her by name, and must say to which', () => {
  const asked = { document: 'her-update', asOf: '2026-02-03' };
  const data = documentData(bundle, events, { ...asked, entry: 'ann' });
  expect(data.to).toEqual([{ called: 'partner', name: 'Ann Lake' }]);
  expect(data.headings.message?.says).toEqual([{ text: 'He came to between 2 and 3 sessions.' }]);
  expect(() => documentData(bundle, events, asked)).toThrow(
    'There is one “her-update” for each of “partners”: say for which.',
  );
});

test('a document, a recipient that there is not is told', () => {
  expect(() => documentData(bundle, [], { document: 'nothing', asOf: '2026-01-01' })).toThrow(
    'There is no document “nothing”.',
  );
  expect(() => midWay([], '2026-01-01', { to: 'partner' })).toThrow('The document “mid-way” is not for “partner”.');
});

test('a document that goes out unwritten counts, and is told as irregular', () => {
  const issued = did('2026-02-05', 'mid-way-issued', { id: 'issued' });
  const irregular = (...more: CaseEvent[]) => evaluate(bundle, [...events, ...more], { asOf: '2026-03-01' }).irregular;
  expect(irregular(issued)).toEqual([
    { event: 'issued', because: '“Mid-way report” went out although this had not been written: Engagement.' },
  ]);
  expect(irregular(written('2026-02-04', 'He listens.'), issued)).toEqual([]);
  const second = did('2026-02-25', 'mid-way-issued', { id: 'second' });
  expect(irregular(written('2026-02-04', 'He listens.'), issued, second)?.map(({ event }) => event)).toEqual([
    'second',
  ]);
});
