/** What is said of why a duty is due on its day. */
import { expect, test } from 'vitest';
import { evaluate } from '../../../engine/index.js';
import { course, did, started } from './story.js';

const bundle = course(`
records:
  incident: { called: an incident was reported, ours: test }
  call: { called: he was rung, ours: test }
duties:
  once: { after: incident, must: Do it, within: 2 working days, by: leader, ours: test }
  no-time: { after: incident, must: Do it, within: not-stated, by: leader, ours: test }
  by-rhythm: { while: stage is on-programme, must: Ring him, done-by: call, every: 6 weeks, by: leader, ours: test }
  in-time: { while: stage is on-programme, must: Ring him, every: 6 weeks, within: 1 week, by: leader, ours: test }
  again: { while: stage is on-programme, must: Ring him, done-by: call, at-least-every: 4 weeks, by: leader, ours: test }
  monthly: { while: stage is on-programme, must: Report, every: calendar month, within: 5 working days, by: leader, ours: test }
  each-month: { while: stage is on-programme, must: Talk to him, every: calendar month, by: leader, ours: test }
  after-contact:
    after: first call
    while: stage is on-programme
    must: Write to him
    every: 6 weeks
    by: leader
    ours: test
  from-contact: { after: incident, must: Do it, within: 3 days, counted-from: latest call, by: leader, ours: test }
  before-start: { after: accepted, must: Do it, before: started, by: leader, ours: test }
`);

/** The last instance of a duty, on a day. */
const why = (id: string, asOf: string, ...events: ReturnType<typeof did>[]): string =>
  evaluate(bundle, events, { asOf })
    .duties?.filter((duty) => duty.id === id)
    .at(-1)?.whyDue ?? '';

test('once: what opened it, and from when its time counts', () => {
  const incident = did('2026-01-14', 'incident');
  expect(why('once', '2026-01-15', started(), incident)).toBe(
    'It opened on 2026-01-14, an incident was reported. It is to be done within 2 working days, from when it opened.',
  );
  expect(why('no-time', '2026-01-15', started(), incident)).toMatch(/No time is stated\.$/);
});

test('a rhythm makes it late, so nobody is told that no time is stated', () => {
  const [begun] = [started()];
  expect(why('by-rhythm', '2026-01-20', begun)).toBe(
    'It opened on 2026-01-05, the state of the case is on programme. It comes round every 6 weeks. It has until it comes round again.',
  );
  // Six weeks after 5 January is 16 February.
  expect(why('by-rhythm', '2026-02-20', begun)).toBe(
    'It came round on 2026-02-16, as it does every 6 weeks. It has until it comes round again.',
  );
  expect(why('in-time', '2026-02-20', begun)).toBe(
    'It came round on 2026-02-16, as it does every 6 weeks. It is to be done within 1 week, from then.',
  );
});

test('what is due again after it was done says when that was', () => {
  expect(why('again', '2026-01-20', started())).toBe(
    'It opened on 2026-01-05, the state of the case is on programme. It is to be done within 4 weeks, and again within 4 weeks of each time that it was done.',
  );
  expect(why('again', '2026-02-01', started(), did('2026-01-29', 'call'))).toBe(
    'It was last done on 2026-01-29, and is to be done again within 4 weeks of that.',
  );
});

test('of a month, which month it is for', () => {
  expect(why('monthly', '2026-02-03', started())).toBe(
    'It is owed for the month that ended on 2026-01-31. It is to be done within 5 working days, from its end.',
  );
  expect(why('each-month', '2026-02-03', started())).toBe('It is owed each month, and has until the month ends.');
});

test('a call before the start opened nothing until the start, and the day that is told is the call’s own', () => {
  expect(why('after-contact', '2026-01-20', did('2026-01-02', 'call'), started('2026-01-05'))).toBe(
    'It opened on 2026-01-05, when all that it waits for was so; on 2026-01-02 he was rung for the first time. It comes round every 6 weeks. It has until it comes round again.',
  );
});

test('events that time counts from are said in words', () => {
  const called = did('2026-01-12', 'call');
  expect(why('from-contact', '2026-01-15', started(), called, did('2026-01-14', 'incident'))).toMatch(
    /within 3 days, from when he was rung\.$/,
  );
  expect(why('before-start', '2026-01-03', did('2026-01-02', 'accepted'))).toMatch(/before the participant started\.$/);
});
