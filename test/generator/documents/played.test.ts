/** Reports and messages in the life of a case: when they fall due, for whom, and what shows that they went out. */
import { expect, test } from 'vitest';
import { differencesOf } from '../course/plays.js';

const head = `rubric: 1
programme: { title: Anybody’s programme, provider: Example, working-days: england-and-wales, ours: test }
people:
  outside:
    participant: { called: participant, ours: test }
    referrer: { called: court, ours: test }
    partner: { called: partner, ours: test }
  inside:
    staff: { called: team, ours: test }
    helper: { called: helper, supports: partner, ours: test }
forms:
  referral:
    title: Referral
    from: referrer
    ours: test
    asks: { partners: { each: partner, asks: { name: { ask: Her name, type: name } } } }
`;
const sections = `reports:
  summary:
    to: referrer
    by: staff
    on-request: referrer
    after: summary-requested
    within: 2 weeks
    if-missed: { should: Tell the court why it is late, by: staff, ours: test }
    headings:
      attendance: { heading: Attendance, shows: attendance }
      engagement: { heading: Engagement, asks: How did he do? }
    ours: test
messages:
  update: { to: partner, for-each: partner, by: helper, after: started, within: 5 working days, says: He has started., ours: test }
rules:
  read-it-again: { after: summary-written, should: Read it again, by: staff, ours: test }
`;

test('what was asked for is due so long after, and issuing it is what shows that it was done', async () => {
  // 14 days after Tuesday 3 March is Tuesday 17 March.
  expect(
    await differencesOf(
      sections,
      `
  - title: in time
    start: him
    events:
      - { on: 2026-03-02, happened: started }
      - { on: 2026-03-03, happened: summary-requested }
      - { on: 2026-03-10, happened: summary-written, with: { engagement: Well. } }
      - { on: 2026-03-12, happened: summary-issued }
    expect:
      - { at: 2026-03-04, duties: { summary-due: { state: open, due: 2026-03-17 } }, because: two weeks }
      - { at: 2026-03-11, recommendations: [read-it-again], duties: { summary-due: open }, because: written is not issued }
      - { at: 2026-03-13, duties: { summary-due: met }, because: issued on the 12th }
  - title: too late
    start: him
    events:
      - { on: 2026-03-02, happened: started }
      - { on: 2026-03-03, happened: summary-requested }
    expect:
      - { at: 2026-03-18, duties: { summary-due: missed }, recommendations: [summary-due-missed], because: past the 17th }
`,
      head,
    ),
  ).toEqual([]);
});

test('a message for each partner is owed to each of them, and what went to one is not what went to another', async () => {
  // Five working days after Monday 2 March is Monday 9 March.
  expect(
    await differencesOf(
      sections,
      `
  - title: two partners
    start: him
    answers: { partners: [{ name: Ann A }, { name: Bea B }] }
    events:
      - { on: 2026-03-02, happened: started }
      - { on: 2026-03-04, happened: update-sent, about: Ann A }
    expect:
      at: 2026-03-05
      duties: { update-due: { "1": met, "2": { state: open, due: 2026-03-09 } } }
      because: one was sent
`,
      head,
    ),
  ).toEqual([]);
});
