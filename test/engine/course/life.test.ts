/** The life of a case: its states, its stays, its phases, and how somebody who comes back goes on. */
import { expect, test } from 'vitest';
import { confirmed, course, did, held, planned, started, stood, told, weekly } from './story.js';

const closed = (on: string, as: string) => did(on, 'closed', { values: { as } });
const bundle = course(`
sessions:
  total: 12
  counts: [one, two, three]
  lasts: 12 weeks
  end-moves-with: on-leave
  order: sequential
  phases:
    assessment: { kind: assessment, sessions: 2, before-start: yes, ours: test }
    one: { kind: group, sessions: 3, ours: test }
    two: { kind: group, sessions: 3, ours: test }
    three: { kind: group, sessions: 6, ours: test }
  ours: test
facts:
  credits: { count-of: session, where: credited is yes, in: [one, two, three], ours: test }
  absences: { count-of: session, where: absence is yes, ours: test }
  assessed: { count-of: assessment-attended, ours: test }
rules:
  begin-again: { when: absences reaches 3, may: restart, confirmed-by: leader, reason: Begin again, ours: test }
  ends: { when: absences reaches 4, must: close as violence, confirmed-by: leader, reason: Ends, ours: test }
returns:
  never: { when: ending is risk, refuses: yes, reason: Never, ours: test }
  after-violence: { when: ending is violence, starts: again, reason: Again, ours: test }
  soon: { when: closed has happened in the last 6 months, starts: where-he-left, keeps: credits, reason: Soon, ours: test }
  late: { starts: two, needs: ordered-on is answered, reason: Late, ours: test }
`);
const at = (asOf: string, ...events: Parameters<typeof stood>[2]) => stood(bundle, asOf, events);
const state = (asOf: string, ...events: Parameters<typeof stood>[2]) => at(asOf, ...events).whole.state;

test('from the referral to the end, each state is brought by what happened', () => {
  const life = [
    told('answered', '2026-01-02', { 'full-name': 'Dan Example' }, 'referrer'),
    did('2026-01-05', 'assessment-attended'),
    did('2026-01-08', 'accepted'),
    did('2026-01-09', 'waiting-for-place'),
    started('2026-01-12'),
    did('2026-01-20', 'leave-started'),
    did('2026-01-27', 'leave-ended'),
    did('2026-02-02', 'suspended'),
    did('2026-02-09', 'resumed'),
    did('2026-03-30', 'completed'),
  ];
  const states = ['01-01', '01-02', '01-05', '01-08', '01-09', '01-12', '01-20', '01-27', '02-02', '02-09', '03-30'];
  expect(states.map((day) => state(`2026-${day}`, life))).toEqual([
    'referred',
    'awaiting-assessment',
    'in-assessment',
    'accepted',
    'waiting-for-place',
    'on-programme',
    'on-leave',
    'on-programme',
    'suspended',
    'on-programme',
    'completed',
  ]);
});

test('leave that was approved ahead changes nothing until its day; whoever comes back early is due again from that day', () => {
  const sessions = weekly('2026-01-12', 'absent, absent, absent, absent');
  const ahead = [started(), ...sessions, did('2026-01-19', 'leave-started', { learned: '2026-01-12' })];
  const { whole } = at('2026-01-18', ahead);
  expect({ ...whole, ledger: [] }).toEqual({ ...at('2026-01-18', started(), sessions).whole, ledger: [] });
  expect(at('2026-01-18', ahead).fact('absences')).toBe('1');
  expect([state('2026-01-19', ahead), at('2026-01-26', ahead).fact('absences')]).toEqual(['on-leave', '1']);
  // Back on 29 January: the fourth, on 2 February, is due.
  const back = at('2026-02-02', ahead, did('2026-01-29', 'leave-ended'));
  expect([back.whole.state, back.fact('absences')]).toEqual(['on-programme', '2']);
});

test('of a leave that was approved until a day he is due again after it, and on leave until somebody says that he is back', () => {
  const sessions = weekly('2026-01-12', 'absent, absent, absent');
  const until = (day: string) => [
    started(),
    ...sessions,
    did('2026-01-12', 'leave-started', { values: { until: day } }),
  ];
  // 12 January lies in it; with it until the 19th the 26th alone is missed.
  expect(at('2026-01-26', until('2026-01-19')).fact('absences')).toBe('1');
  expect(at('2026-01-26', until('2026-01-18')).fact('absences')).toBe('2');
  expect(at('2026-01-26', until('2026-01-19')).whole).toMatchObject({
    state: 'on-leave',
    warnings: ['A leave was over on 2026-01-20, and nobody has recorded that he came back.'],
  });
  // A last day before the first says nothing.
  expect(at('2026-01-26', until('2026-01-05')).fact('absences')).toBe('0');
});

test('whoever is suspended while he is on leave was back from it first', () => {
  const away = [
    started(),
    did('2026-01-12', 'leave-started'),
    did('2026-01-20', 'suspended'),
    did('2026-01-26', 'resumed'),
  ];
  expect(state('2026-01-20', away)).toBe('suspended');
  expect(state('2026-01-26', away)).toBe('on-programme');
});

test('a declined case that is accepted after all goes on; a closed one that is resumed too', () => {
  expect(state('2026-01-09', did('2026-01-05', 'declined'), did('2026-01-08', 'accepted'))).toBe('accepted');
  const resumed = at('2026-02-02', started(), closed('2026-01-12', 'other'), did('2026-02-02', 'resumed'));
  expect([resumed.whole.state, resumed.whole.ending, resumed.whole.stay]).toEqual(['on-programme', undefined, 1]);
});

test('an ending that came twice is the first', () => {
  const twice = at('2026-02-02', started(), closed('2026-01-12', 'violence'), closed('2026-01-20', 'other'));
  expect([twice.whole.ending, twice.whole.stateSince]).toEqual(['violence', '2026-01-12']);
});

test('the planned end is so long after the start, and moves with leave but not with a suspension', () => {
  // 12 weeks after 5 January are 30 March.
  const away = [did('2026-01-12', 'leave-started'), did('2026-01-22', 'leave-ended'), did('2026-02-02', 'suspended')];
  expect(at('2026-01-06', started()).whole.plannedEnd).toBe('2026-03-30');
  expect(at('2026-02-20', started(), away).whole.plannedEnd).toBe('2026-04-09');
  const extended = did('2026-02-02', 'extended', { values: { n: 2, unit: 'weeks' } });
  expect(at('2026-02-20', started(), extended).whole.plannedEnd).toBe('2026-04-13');
  expect(at('2026-01-04', started()).whole.plannedEnd).toBeUndefined();
});

test('the assessment comes before the start, and its credits are none of the programme', () => {
  const assessed = [did('2025-12-29', 'assessment-attended'), did('2026-01-02', 'assessment-attended')];
  const then = at('2026-01-12', assessed, started(), held('2026-01-12', 'attended'));
  expect([then.fact('credits'), then.fact('assessed'), then.whole.phase]).toEqual(['1', '2', 'one']);
  expect(then.whole.ledger?.map(({ phase }) => phase)).toEqual(['assessment', 'assessment', 'one']);
  expect(at('2025-12-30', assessed).whole.phase).toBe('assessment');
});

test('phases follow one another by credits, not by weeks', () => {
  const sessions = weekly('2026-01-12', 'attended, absent, attended, attended, attended');
  const phase = (asOf: string) => at(asOf, started(), sessions).whole.phase;
  expect([phase('2026-01-26'), phase('2026-02-02'), phase('2026-02-09')]).toEqual(['one', 'two', 'two']);
  expect(at('2026-02-09', started(), sessions).session('2026-02-02')?.phase).toBe('one');
  expect(at('2026-02-09', started(), sessions).session('2026-02-09')?.phase).toBe('two');
});

test('whoever was moved on is in the phase he was moved to, also where the one before is not full', () => {
  const moved = [started(), held('2026-01-12', 'attended'), did('2026-01-13', 'moved-on', { values: { to: 'two' } })];
  const then = at('2026-01-19', moved, held('2026-01-19', 'attended'));
  expect([then.whole.phase, then.session('2026-01-12')?.phase, then.session('2026-01-19')?.phase]).toEqual([
    'two',
    'one',
    'two',
  ]);
});

test('what was recorded late belongs to the phase it was held in', () => {
  const late = held('2026-01-19', 'absent', {}, { recorded: '2026-03-02', learned: '2026-03-02' });
  const then = at('2026-03-02', started(), weekly('2026-01-12', 'attended, -, attended, attended, attended'), late);
  expect([then.session('2026-01-19')?.phase, then.whole.phase]).toEqual(['one', 'two']);
});

test('sixteen credits at once fill what is under way and what follows', () => {
  const then = at('2026-01-13', started(), did('2026-01-13', 'credited', { values: { sessions: 4 } }));
  expect([then.fact('credits'), then.whole.phase]).toEqual(['4', 'two']);
});

const firstStay = [started(), ...weekly('2026-01-12', 'attended, absent, attended')];
const back = (on: string, start: string) => [did(on, 'returned'), started(start)];

test('who left for violence starts again: a new stay, no credits, no absences', () => {
  const then = at(
    '2026-03-09',
    firstStay,
    closed('2026-01-30', 'violence'),
    back('2026-03-02', '2026-03-05'),
    held('2026-03-09', 'attended'),
  );
  expect([then.whole.stay, then.fact('credits'), then.fact('absences'), then.whole.phase]).toEqual([
    2,
    '1',
    '0',
    'one',
  ]);
});

test('who comes back within six months goes on where he left, with the credits that are kept and nothing else', () => {
  const then = at(
    '2026-03-09',
    firstStay,
    closed('2026-01-30', 'other'),
    back('2026-03-02', '2026-03-05'),
    held('2026-03-09', 'attended'),
  );
  expect([then.fact('credits'), then.fact('absences')]).toEqual(['3', '0']);
  // Three credits fill the first phase.
  expect(then.whole.phase).toBe('two');
});

test('the six months are those from his leaving to his return: the last day counts, the day after does not', () => {
  const credits = (on: string) =>
    at('2026-12-31', firstStay, closed('2026-01-30', 'other'), back(on, '2026-11-02')).fact('credits');
  expect([credits('2026-07-30'), credits('2026-07-31')]).toEqual(['2', '0']);
});

test('who comes back later starts with the second phase', () => {
  const then = at(
    '2026-09-14',
    firstStay,
    closed('2026-01-30', 'other'),
    back('2026-09-01', '2026-09-07'),
    held('2026-09-14', 'attended'),
  );
  expect([then.whole.phase, then.session('2026-09-14')?.phase, then.fact('credits')]).toEqual(['two', 'two', '1']);
});

test('once he has left it is said which way back is open, and what it needs', () => {
  const returning = (asOf: string, as: string, ...more: Parameters<typeof stood>[2]) => {
    const found = at(asOf, firstStay, closed('2026-01-30', as), more.flat()).whole.returning;
    return [found?.return, found?.verdict];
  };
  expect(at('2026-01-29', firstStay).whole.returning).toBeUndefined();
  expect(returning('2026-02-02', 'risk')).toEqual(['never', 'not-met']);
  expect(returning('2026-02-02', 'violence')).toEqual(['after-violence', 'met']);
  expect(returning('2026-07-30', 'other')).toEqual(['soon', 'met']);
  expect(returning('2026-07-31', 'other')).toEqual(['late', 'unknown']);
  const ordered = told('answered', '2026-02-02', { 'ordered-on': '2026-01-01' }, 'referrer');
  expect(returning('2026-07-31', 'other', ordered)).toEqual(['late', 'met']);
});

test('to begin again is a stay of its own, on the programme from that day', () => {
  const absent = weekly('2026-01-12', 'absent, absent, absent');
  const then = at(
    '2026-02-09',
    started(),
    absent,
    confirmed('2026-01-27', 'begin-again'),
    held('2026-02-02', 'absent'),
  );
  expect([then.whole.stay, then.whole.state, then.whole.stateSince]).toEqual([2, 'on-programme', '2026-01-27']);
  expect([then.fact('absences'), then.rule('ends')]).toEqual(['1', []]);
});

test('what was open when the case was closed has come to nothing, and closing asks for no suspension', () => {
  const absent = weekly('2026-01-12', 'absent, absent, absent');
  const then = at('2026-02-09', started(), absent, closed('2026-01-30', 'other'));
  expect(then.rule('begin-again')).toEqual(['lapsed']);
});

test('a session planned before the closure is not due after it', () => {
  const then = at('2026-02-09', started(), planned('2026-01-05', '2026-02-02'), closed('2026-01-30', 'other'));
  expect(then.session('2026-02-02')?.notDue).toBe('after-end');
  expect(then.whole.toFindOut).toEqual([]);
});
