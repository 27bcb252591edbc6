import { expect, test } from 'vitest';
import { anybody, differencesOf } from './plays.js';

const started = '{ on: 2026-01-05, happened: started }';
const hearing = `${anybody}
forms:
  referral:
    title: Referral
    from: referrer
    ours: test
    asks: { hearing-date: { ask: When is the hearing?, type: date } }
`;

test('by Friday is by the end of the first Friday after the day, and after a Friday by the next one', async () => {
  const sections = `
sessions: { total: at least 4, ours: test }
duties:
  letter: { after: session-missed, must: Write to him, by-day: Friday, by: staff, ours: test }
  call: { after: session-missed, must: Call him, by-day: Friday, by-time: "12:00", by: staff, ours: test }
  that-day: { after: session-missed, must: Write it down, within: at-once, by-time: "17:00", by: staff, ours: test }
`;
  expect(
    await differencesOf(
      sections,
      `
  - title: Missed on Monday 12 January.
    start: him
    events: [${started}, { on: 2026-01-12, session: absent }]
    expect:
      - at: "2026-01-16T11:59:00Z"
        duties: { letter: { state: open, due: 2026-01-16 }, call: open, that-day: missed }
        because: The Friday of that week is the 16th; 17:00 on the 12th has passed.
      - { at: "2026-01-16T12:01:00Z", duties: { letter: open, call: missed }, because: It is past noon. }
      - { at: 2026-01-17, duties: { letter: missed }, because: Friday is over. }
  - title: Missed on Friday 16 January.
    start: him
    events: [${started}, { on: 2026-01-16, session: absent }]
    expect: [{ at: 2026-01-17, duties: { letter: { state: open, due: 2026-01-23 } }, because: The next Friday. }]
`,
    ),
  ).toEqual([]);
});

test('5 working days before a hearing leaves out weekends and holidays, and a later date moves it', async () => {
  const sections = `
duties:
  report: { after: started, must: Write the report, before: 5 working days before hearing-date, by: staff, ours: test }
  call: { after: started, must: Call the court, before: 2 weeks before hearing-date, by: staff, ours: test }
  bundle: { after: started, must: Send the papers, before: hearing-date, by: staff, ours: test }
`;
  // Good Friday is 3 April and Easter Monday 6 April 2026. Back from Friday 10 April the working days are 9, 8, 7, 2 and 1 April.
  expect(
    await differencesOf(
      sections,
      `
  - title: The hearing is on Friday 10 April 2026.
    start: him
    answers: { hearing-date: 2026-04-10 }
    events: [${started}]
    expect:
      - at: 2026-04-01
        duties:
          report: { state: open, due: 2026-04-01 }
          call: { state: missed, due: 2026-03-27 }
          bundle: { state: open, due: 2026-04-10 }
        because: Five working days from the 1st are the 2nd and the 7th to the 10th; two weeks before is 27 March.
      - { at: 2026-04-02, duties: { report: missed }, because: Only four working days are left. }
  - title: Nobody has said when the hearing is.
    start: him
    events: [${started}]
    expect: [{ at: 2026-06-01, duties: { report: open, bundle: open }, because: No day to count from. }]
`,
      hearing,
    ),
  ).toEqual([]);
});
