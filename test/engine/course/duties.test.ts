/** Duties: when each is due, what meets it, how it recurs, what stops its clock. */
import { expect, test } from 'vitest';
import { course, did, held, planned, started, stood, told, weekly } from './story.js';

const base = `
sessions: { total: 20, ours: test }
records:
  incident: { called: an incident was reported, ours: test }
  review: { called: the risk was reviewed, ours: test }
  plan: { called: the plan was handed in, ours: test }
  call: { called: he was rung, ours: test }
facts:
  credits: { count-of: session, where: credited is yes, ours: test }
`;
const once = course(`${base}
duties:
  days: { after: incident, must: Do it, within: 5 working days, by: leader, ours: test }
  hours: { after: incident, must: Do it, within: 48 hours, counted-from: learned, by: leader, ours: test }
  by-four: { after: incident, must: Do it, within: 1 day, by-time: "16:00", by: leader, ours: test }
  at-once: { after: incident, must: Do it, within: at-once, by: leader, ours: test }
  whenever: { after: incident, must: Do it, within: not-stated, by: leader, ours: test }
  month: { after: incident, must: Do it, within: 1 month, by: leader, ours: test }
  before-start: { after: accepted, must: Do it, before: started, by: leader, ours: test }
  before-third: { after: started, must: Do it, before: session 3, by: leader, ours: test }
  from-order: { after: started, must: Do it, within: 30 days, counted-from: ordered-on, by: leader, ours: test }
  from-contact: { after: closed, must: Do it, within: 30 days, counted-from: latest heard-from-participant, by: leader, ours: test }
  twice: { after: started, must: Ring him, done-by: call, times: 2, within: 2 weeks, by: leader, ours: test }
  hand-in: { after: started, must: Hand it in, done-by: plan, within: 4 weeks, pauses-in: [on-leave, suspended], by: participant, ours: test }
  half-way: { after: credits reaches 2, must: Do it, within: 2 weeks, by: leader, ours: test }
  unless-reviewed: { after: incident, unless: review has happened, must: Do it, within: 1 week, by: leader, ours: test }
  until-reviewed: { after: incident, until: review, must: Do it, within: 1 week, by: leader, ours: test }
`);
const at = (asOf: string, ...events: Parameters<typeof stood>[2]) => stood(once, asOf, [started(), ...events]);

test('working days leave out Good Friday and Easter Monday', () => {
  // Maundy Thursday 2 April 2026: 7, 8, 9, 10 and 13 April.
  expect(at('2026-04-03', did('2026-04-02', 'incident')).duty('days')).toEqual(['open by 2026-04-13']);
});

test('a duty is open on its last day and missed after it; done later it is met late', () => {
  const incident = did('2026-01-07', 'incident');
  // 8, 9, 12, 13, 14 January.
  expect(at('2026-01-14', incident).duty('days')).toEqual(['open by 2026-01-14']);
  expect(at('2026-01-15', incident).duty('days')).toEqual(['missed by 2026-01-14']);
  expect(at('2026-01-20', incident, did('2026-01-14', 'days-done')).duty('days')).toEqual(['met by 2026-01-14']);
  expect(at('2026-01-20', incident, did('2026-01-15', 'days-done')).duty('days')).toEqual(['met-late by 2026-01-14']);
});

test('48 hours from when we learned of it, to the minute; of a day, somewhere within the day', () => {
  const precise = did('2026-01-07', 'incident', { learned: '2026-01-08T10:00:00Z' });
  expect(at('2026-01-10T10:00:00Z', precise).duty('hours')).toEqual(['open by 2026-01-10T10:00:00Z']);
  expect(at('2026-01-10T10:00:01Z', precise).duty('hours')).toEqual(['missed by 2026-01-10T10:00:00Z']);
  const day = did('2026-01-07', 'incident');
  expect(at('2026-01-08', day).duty('hours')).toEqual(['open by 2026-01-09T00:00:00Z']);
  expect(at('2026-01-09', day).duty('hours')[0]).toMatch(/^perhaps-missed/);
  expect(at('2026-01-10', day).duty('hours')[0]).toMatch(/^missed/);
});

test('by four in the afternoon of the next day, in local time', () => {
  const incident = did('2026-07-06', 'incident');
  // In July London is an hour ahead.
  expect(at('2026-07-07T15:00:00Z', incident).duty('by-four')).toEqual(['open by 2026-07-07T15:00:00Z']);
  expect(at('2026-07-07T15:00:01Z', incident).duty('by-four')[0]).toMatch(/^missed/);
});

test('at once is the same day; where no time is stated nothing is ever late', () => {
  const incident = did('2026-01-07', 'incident');
  expect(at('2026-01-07', incident).duty('at-once')).toEqual(['open by 2026-01-07']);
  expect(at('2026-01-08', incident).duty('at-once')).toEqual(['missed by 2026-01-07']);
  expect(at('2027-01-08', incident).duty('whenever')).toEqual(['open']);
});

test('a month from the 31st ends on the last day of a shorter month', () => {
  expect(at('2026-01-31', did('2026-01-31', 'incident')).duty('month')).toEqual(['open by 2026-02-28']);
});

test('before the start: no day until that is known', () => {
  const accepted = did('2026-01-02', 'accepted');
  expect(stood(once, '2026-01-03', [accepted]).duty('before-start')).toEqual(['open']);
  expect(at('2026-01-05', accepted).duty('before-start')).toEqual(['open by 2026-01-05']);
  expect(at('2026-01-06', accepted).duty('before-start')).toEqual(['missed by 2026-01-05']);
});

test('before the third session that is due: one that is cancelled is not', () => {
  const sessions = [
    planned('2026-01-05', '2026-01-12'),
    planned('2026-01-05', '2026-01-19'),
    planned('2026-01-05', '2026-01-26'),
  ];
  expect(at('2026-01-06', sessions).duty('before-third')).toEqual(['open by 2026-01-26']);
  const cancelled = held('2026-01-19', 'cancelled');
  expect(at('2026-01-20', sessions, cancelled, planned('2026-01-20', '2026-02-02')).duty('before-third')).toEqual([
    'open by 2026-02-02',
  ]);
});

test('counted from a date that was answered, and from no date while nobody answered', () => {
  expect(at('2026-01-06').duty('from-order')).toEqual(['open']);
  const ordered = told('answered', '2026-01-05', { 'ordered-on': '2026-01-01' }, 'referrer');
  expect(at('2026-01-06', ordered).duty('from-order')).toEqual(['open by 2026-01-31']);
});

test('counted from the latest contact; where there never was one, from what opened it', () => {
  const closed = did('2026-01-30', 'closed', { values: { as: 'other' } });
  const heard = [did('2026-01-12', 'heard-from-participant'), did('2026-01-20', 'heard-from-participant')];
  expect(at('2026-01-31', closed, heard).duty('from-contact')).toEqual(['open by 2026-02-19']);
  expect(at('2026-01-31', closed).duty('from-contact')).toEqual(['open by 2026-03-01']);
});

test('what has to be done twice is met by the second time', () => {
  expect(at('2026-01-06').whole.duties?.find(({ id }) => id === 'twice')?.left).toBe(2);
  const one = at('2026-01-08', did('2026-01-07', 'call'));
  expect([one.duty('twice'), one.whole.duties?.find(({ id }) => id === 'twice')?.left]).toEqual([
    ['open by 2026-01-19'],
    1,
  ]);
  expect(at('2026-01-10', did('2026-01-07', 'call'), did('2026-01-09', 'call')).duty('twice')).toEqual([
    'met by 2026-01-19',
  ]);
});

test('leave and suspension move the last day where the duty says so, and nowhere else', () => {
  // 28 days after 5 January are 2 February; 10 days of leave and 7 suspended make it 19 February.
  const away = [
    did('2026-01-12', 'leave-started'),
    did('2026-01-22', 'leave-ended'),
    did('2026-01-26', 'suspended'),
    did('2026-02-02', 'resumed'),
  ];
  const then = at('2026-02-03', away);
  expect(then.duty('hand-in')).toEqual(['open by 2026-02-19']);
  expect(then.duty('twice')).toEqual(['missed by 2026-01-19']);
});

test('while he is still away the day moves with every day', () => {
  const away = did('2026-01-12', 'suspended');
  expect(at('2026-01-15', away).duty('hand-in')).toEqual(['open by 2026-02-05']);
  expect(at('2026-03-30', away).duty('hand-in')[0]).toMatch(/^open/);
});

test('a duty outlives the number that opened it, a suspension and the closure', () => {
  const events = [
    ...weekly('2026-01-12', 'attended, attended, attended'),
    did('2026-01-27', 'suspended'),
    did('2026-01-30', 'closed', { values: { as: 'other' } }),
  ];
  expect(at('2026-01-31', events).duty('half-way')).toEqual(['open by 2026-02-02']);
  expect(at('2026-02-03', events).duty('half-way')).toEqual(['missed by 2026-02-02']);
  expect(at('2026-02-03', events, did('2026-02-01', 'half-way-done')).duty('half-way')).toEqual(['met by 2026-02-02']);
});

test('one duty for each incident; what meets one meets no other', () => {
  const two = [did('2026-01-07', 'incident', { id: 'first' }), did('2026-01-08', 'incident', { id: 'second' })];
  expect(at('2026-01-09', two, did('2026-01-09', 'days-done')).duty('days')).toEqual([
    'met by 2026-01-14',
    'open by 2026-01-15',
  ]);
  const named = did('2026-01-09', 'days-done', { about: 'second' });
  expect(at('2026-01-09', two, named).duty('days')).toEqual(['open by 2026-01-14', 'met by 2026-01-15']);
});

test('unless and until', () => {
  const incident = did('2026-01-07', 'incident');
  expect(at('2026-01-08', incident).duty('unless-reviewed')).toEqual(['open by 2026-01-14']);
  expect(at('2026-01-08', did('2026-01-06', 'review'), incident).duty('unless-reviewed')).toEqual([]);
  expect(at('2026-01-09', incident, did('2026-01-09', 'review')).duty('until-reviewed')[0]).toMatch(/^lapsed/);
});

test('an incident that never was leaves no duty', () => {
  const wrong = did('2026-01-07', 'incident');
  const undone = told('answered', '2026-01-07', {}, 'leader');
  expect(at('2026-01-09', wrong, { ...undone, supersedes: wrong.id, recorded: '2026-01-09' }).duty('days')).toEqual([]);
});

const recurring = course(`${base}
reports: { status: { title: Status report, to: referrer, by: leader, ours: test } }
duties:
  windows: { after: started, while: stage is on-programme or suspended, every: 1 month, must: Ring him, done-by: call, by: leader, ours: test }
  at-least: { after: started, while: stage is on-programme, at-least-every: 2 weeks, must: Review, done-by: review, by: leader, ours: test }
  monthly: { while: stage is on-programme or suspended, every: calendar month, must: issue status, within: 5 working days, by: leader, ours: test }
  standing: { while: stage is on-programme, every: not-stated, must: Keep in touch, done-by: call, by: leader, ours: test }
`);
const recurs = (asOf: string, ...events: Parameters<typeof stood>[2]) =>
  stood(recurring, asOf, [started('2026-01-31'), ...events]);

test('every month from the 31st: windows do not drift through a short February', () => {
  const then = recurs('2026-04-15');
  expect(then.duty('windows')).toEqual(['missed by 2026-02-28', 'missed by 2026-03-31', 'open by 2026-04-30']);
});

test('one in each window: two in the first are none in the second', () => {
  const two = [did('2026-02-02', 'call'), did('2026-02-03', 'call')];
  expect(recurs('2026-04-01', two).duty('windows')).toEqual([
    'met by 2026-02-28',
    'missed by 2026-03-31',
    'open by 2026-04-30',
  ]);
  const each = [did('2026-02-28', 'call'), did('2026-03-01', 'call')];
  expect(recurs('2026-04-01', each).duty('windows')).toEqual([
    'met by 2026-02-28',
    'met by 2026-03-31',
    'open by 2026-04-30',
  ]);
});

test('a window that his leaving cuts short has come to nothing', () => {
  const then = recurs('2026-04-01', did('2026-03-10', 'closed', { values: { as: 'other' } }));
  expect(then.duty('windows')).toEqual(['missed by 2026-02-28', 'lapsed by 2026-03-31']);
});

test('at least every two weeks: counted from the last one done', () => {
  expect(recurs('2026-02-14').duty('at-least')).toEqual(['open by 2026-02-14']);
  expect(recurs('2026-02-15').duty('at-least')).toEqual(['missed by 2026-02-14']);
  const early = recurs('2026-02-20', did('2026-02-05', 'review'));
  expect(early.duty('at-least')).toEqual(['met by 2026-02-14', 'missed by 2026-02-19']);
});

test('each calendar month is reported on in the five working days after it', () => {
  // 31 January is a month of its own; 2 to 6 February are five working days.
  expect(recurs('2026-02-03').duty('monthly')).toEqual(['open by 2026-02-06']);
  // February ends on a Saturday: 2 to 6 March.
  const issued = did('2026-02-04', 'status-issued');
  expect(recurs('2026-03-01', issued).duty('monthly')).toEqual(['met by 2026-02-06', 'open by 2026-03-06']);
  // March ends on a Tuesday; 3 and 6 April are Good Friday and Easter Monday: 1, 2, 7, 8, 9 April.
  expect(recurs('2026-04-01', issued).duty('monthly').at(-1)).toBe('open by 2026-04-09');
});

test('whoever was on leave for a part of a month is reported on once for it', () => {
  const away = [did('2026-02-09', 'leave-started'), did('2026-02-16', 'leave-ended')];
  const issued = did('2026-02-04', 'status-issued');
  expect(recurs('2026-03-01', issued, away).duty('monthly')).toEqual(['met by 2026-02-06', 'open by 2026-03-06']);
});

test('what recurs waits too where it says so: 10 days of leave are 10 days more, for the windows after it as well', () => {
  const bundle = course(`${base}
duties:
  windows: { after: started, every: 2 weeks, pauses-in: on-leave, must: Ring him, done-by: call, by: leader, ours: test }
  at-least: { after: started, at-least-every: 4 weeks, pauses-in: on-leave, must: Review, done-by: review, by: leader, ours: test }
`);
  const away = [started(), did('2026-01-08', 'leave-started'), did('2026-01-18', 'leave-ended')];
  const then = stood(bundle, '2026-02-01', away);
  // 5 January and 14 days are the 19th, with 10 of leave the 29th; then 12 February. 28 and 10 days are 12 February too.
  expect(then.duty('windows')).toEqual(['missed by 2026-01-29', 'open by 2026-02-12']);
  expect(then.duty('at-least')).toEqual(['open by 2026-02-12']);
});

test('where it is not stated how often, it stays open however often it is done', () => {
  expect(recurs('2026-04-01', did('2026-02-02', 'call')).duty('standing')).toEqual(['open']);
});

test('what was missed can be answered by a rule', () => {
  const bundle = course(`${base}
duties:
  reinstate:
    after: suspended
    must: resume
    within: 2 weeks
    by: leader
    if-missed: { must: close as other, confirmed-by: leader, ours: test }
    ours: test
`);
  const suspended = [started(), did('2026-01-12', 'suspended')];
  expect(stood(bundle, '2026-01-26', suspended).rule('reinstate-missed')).toEqual([]);
  const missed = stood(bundle, '2026-01-27', suspended);
  expect([missed.duty('reinstate'), missed.rule('reinstate-missed')]).toEqual([['missed by 2026-01-26'], ['open']]);
  expect(stood(bundle, '2026-01-27', [...suspended, did('2026-01-26', 'resumed')]).rule('reinstate-missed')).toEqual(
    [],
  );
});

test('working days past the end of the table are said to be provisional', () => {
  const then = stood(once, '2040-01-05', [started('2040-01-02'), did('2040-01-03', 'incident')]);
  expect(then.whole.duties?.find(({ id }) => id === 'days')?.provisional).toBe(true);
  expect(then.whole.warnings).toHaveLength(1);
});
