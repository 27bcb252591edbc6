import { expect, test } from 'vitest';
import { differencesOf } from './plays.js';

// Rules as they stand in the documents of programmes of quite different kinds, each played with a history or two.
const started = '{ on: 2026-01-05, happened: started }';
const sessions = 'sessions: { total: at least 12, every: 1 week, ours: test }';

test('“Participants must attend the first session.” “A session may be put off once.”', async () => {
  const sections = `
${sessions}
records:
  put-off: { called: a session was put off at his wish, about: session, ours: test }
facts:
  attended: { count-of: session-attended, ours: test }
  times-put-off: { for-each: session, count-of: put-off, ours: test }
rules:
  never-came: { after: first session-missed, only-when: attended is 0, must: close as never-came, confirmed-by: manager, reason: First, ours: test }
  put-off-again: { for-each: session, when: times-put-off is more than 1, warn: It was put off before., reason: Again, ours: test }
`;
  expect(
    await differencesOf(
      sections,
      `
  - title: The first session is missed.
    start: him
    diary:
      - weekly from 2026-01-12: absent
    events: [${started}]
    expect: [{ at: 2026-01-12, recommendations: [never-came], because: He has attended none. }]
  - title: The second is missed, and the third put off twice.
    start: him
    diary:
      - weekly from 2026-01-12: attended, absent, attended
    events:
      - ${started}
      - { on: 2026-01-22, happened: put-off, about: 2026-01-26 }
      - { on: 2026-01-23, happened: put-off, about: 2026-01-26 }
    expect:
      - { at: 2026-01-20, recommendations: none, because: He was there on the 12th. }
      - { at: 2026-01-27, recommendations: [put-off-again], because: Twice about the 26th. }
`,
    ),
  ).toEqual([]);
});

test('“The fee is to be paid within 14 days; if not, his place is suspended until it is.”', async () => {
  const sections = `
records:
  fee: { called: a fee became due, ours: test }
  fee-paid: { called: the fee was paid, ours: test }
duties:
  pay:
    after: fee
    must: The fee is paid
    within: 14 days
    done-by: fee-paid
    if-missed: { must: suspend, until: fee-paid, confirmed-by: manager, reason: Unpaid }
    reason: Pay
    ours: test
`;
  expect(
    await differencesOf(
      sections,
      `
  - title: Due on 12 January and paid on 2 February.
    start: him
    events:
      - ${started}
      - { on: 2026-01-12, happened: fee }
      - { on: 2026-02-02, happened: fee-paid }
    expect:
      - { at: 2026-01-26, duties: { pay: { state: open, due: 2026-01-26 } }, recommendations: none, because: Day 14. }
      - { at: 2026-01-27, duties: { pay: missed }, recommendations: [pay-missed], because: Day 15. }
      - { at: 2026-02-02, recommendations: none, because: It is paid. }
`,
    ),
  ).toEqual([]);
});

test('“Goals are reviewed every six weeks.” “A case without contact for 60 days is dormant.” “A final report between sessions 3 and 5.”', async () => {
  const sections = `
${sessions}
records:
  goals-reviewed: { called: his goals were reviewed, ours: test }
  contact: { called: he was seen or heard from, any-of: [session-attended, heard-from-participant], ours: test }
facts:
  days-silent: { time-since: latest contact, in: days, ours: test }
  held: { count-of: session-held, ours: test }
rules:
  dormant: { when: days-silent is at least 60, should: close as dormant, confirmed-by: manager, unless: stage is on-leave, reason: Dormant, ours: test }
duties:
  goals: { after: started, must: Review his goals, at-least-every: 6 weeks, done-by: goals-reviewed, ours: test }
  report: { after: held reaches 3, must: Write the report, before: session 6, ours: test }
`;
  expect(
    await differencesOf(
      sections,
      `
  - title: Reviewed once, then nothing is heard.
    start: him
    diary:
      - weekly from 2026-01-12: attended, attended, attended, absent, absent, absent
    events: [${started}, { on: 2026-02-09, happened: goals-reviewed }]
    expect:
      - { at: 2026-02-08, duties: { goals: { state: open, due: 2026-02-16 } }, because: 42 days after 5 January. }
      - { at: 2026-02-10, duties: { goals: { state: open, due: 2026-03-23 }, report: open }, because: 42 days after 9 February. }
      - { at: 2026-02-17, duties: { report: missed }, because: The sixth session was on 16 February. }
      - { at: 2026-03-26, recommendations: none, because: 59 days after 26 January. }
      - { at: 2026-03-27, recommendations: [dormant], because: 60 days after 26 January. }
`,
    ),
  ).toEqual([]);
});

test('“Somebody who was closed may apply again after six months.” “Two restarts at most.” “Two absences in one week are one too many.”', async () => {
  const sections = `
${sessions}
facts:
  restarts: { count-of: restarted, ever: yes, ours: test }
  in-one-week: { count-of: session, where: absence is yes, in-any-one: week, ours: test }
  three-absences: { count-of: session, where: absence is yes, since: latest restarted, ours: test }
rules:
  restart: { when: three-absences reaches 3, only-when: restarts is less than 2, may: restart, confirmed-by: manager, reason: Restart, ours: test }
  same-week: { when: in-one-week reaches 2, must: contact participant, reason: Week, ours: test }
returns:
  too-soon: { when: closed has happened in the last 6 months, refuses: yes, reason: Six months, ours: test }
  later: { starts: again, keeps: nothing, reason: Anew, ours: test }
`;
  expect(
    await differencesOf(
      sections,
      `
  - title: Closed on 12 January.
    start: him
    events: [${started}, { on: 2026-01-12, happened: closed, with: { as: withdrew } }]
    expect:
      - { at: 2026-07-12, returning: too-soon, because: Six months to the day still count. }
      - { at: 2026-07-13, returning: later, because: A day more. }
  - title: Absent on a Monday and a Thursday of one week, and again the Monday after.
    start: him
    events:
      - ${started}
      - { on: 2026-01-12, session: absent }
      - { on: 2026-01-15, session: absent }
      - { on: 2026-01-19, session: absent }
    expect:
      - { at: 2026-01-14, recommendations: none, because: One in the week from the 12th. }
      - { at: 2026-01-16, facts: { in-one-week: 2 }, recommendations: [same-week], because: Two in the week from the 12th. }
      - { at: 2026-01-20, recommendations: [restart, same-week], because: Three since he started and no restart yet. }
  - title: A third time there is no restart any more.
    start: him
    events:
      - ${started}
      - { on: 2026-01-06, happened: restarted }
      - { on: 2026-01-07, happened: restarted }
      - { on: 2026-01-12, session: absent }
      - { on: 2026-01-19, session: absent }
      - { on: 2026-01-26, session: absent }
    expect: [{ at: 2026-01-27, facts: { restarts: 2 }, recommendations: none, because: Two restarts have been. }]
`,
    ),
  ).toEqual([]);
});
