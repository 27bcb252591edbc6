import { expect, test } from 'vitest';
import { differencesOf } from './plays.js';

test('more than 4 weeks is from the end of day 29, at least 4 weeks from the end of day 28', async () => {
  const rules = `
rules:
  long: { when: stage is suspended for at least 4 weeks, should: Write to him, reason: Long, ours: test }
  too-long: { when: stage is suspended for more than 4 weeks, must: close as other, confirmed-by: manager, reason: Too long, ours: test }
`;
  // Suspended on 2 February 2026: day 28 is 2 March, day 29 is 3 March.
  expect(
    await differencesOf(
      rules,
      `
  - title: Suspended and never taken back.
    start: him
    events: [{ on: 2026-01-05, happened: started }, { on: 2026-02-02, happened: suspended }]
    expect:
      - { at: 2026-03-01, recommendations: none, because: It is day 27. }
      - { at: 2026-03-02, recommendations: [long], because: It is day 28. }
      - { at: 2026-03-03, recommendations: [long, too-long], because: It is day 29. }
  - title: Taken back on day 29.
    start: him
    events:
      - { on: 2026-01-05, happened: started }
      - { on: 2026-02-02, happened: suspended }
      - { on: 2026-03-03, happened: resumed }
    expect: [{ at: 2026-03-04, recommendations: none, because: What happens on the day comes first. }]
`,
    ),
  ).toEqual([]);
});

test('more than 48 hours is later than exactly 48 hours', async () => {
  const rules = `
rules:
  two-days: { when: stage is suspended for at least 48 hours, should: Write to him, reason: Long, ours: test }
  longer: { when: stage is suspended for more than 48 hours, should: Call him, reason: Longer, ours: test }
`;
  expect(
    await differencesOf(
      rules,
      `
  - title: Suspended at noon.
    start: him
    events:
      - { on: 2026-01-05, happened: started }
      - { on: "2026-02-02T12:00:00Z", happened: suspended }
    expect:
      - { at: "2026-02-04T11:59:00Z", recommendations: none, because: 47 hours and 59 minutes. }
      - { at: "2026-02-04T12:00:00Z", recommendations: [two-days], because: Exactly 48 hours. }
      - { at: "2026-02-04T12:01:00Z", recommendations: [two-days, longer], because: 48 hours and a minute. }
`,
    ),
  ).toEqual([]);
});
