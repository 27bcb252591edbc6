import { expect, test } from 'vitest';
import { differencesOf } from './plays.js';

const started = '{ on: 2026-01-05, happened: started }';
const sessions = 'sessions: { total: at least 12, every: 1 week, ours: test }';

test('notice of 24 hours is given so long before the session, and about it', async () => {
  const sections = `
${sessions}
records:
  notice: { called: he gave notice, about: session, ours: test }
facts:
  without-notice:
    for-each: session
    when:
      all-of:
        - absence is yes
        - notice has not happened at least 24 hours before the session
    ours: test
  unannounced: { count-of: session, where: without-notice is yes, ours: test }
rules:
  charge: { for-each: session, when: without-notice is yes, must: Charge him for the session, reason: Notice, ours: test }
  three: { when: unannounced reaches 3, must: contact participant, reason: Three, ours: test }
`;
  expect(
    await differencesOf(
      sections,
      `
  - title: Exactly 24 hours before is in time, an hour less is not, and none is none.
    start: him
    diary:
      - weekly from 2026-01-12 at 18:00: absent, absent, absent, attended
    events:
      - ${started}
      - { on: "2026-01-11T18:00:00Z", happened: notice, about: 2026-01-12 }
      - { on: "2026-01-18T19:00:00Z", happened: notice, about: 2026-01-19 }
    expect:
      - { at: 2026-01-13, facts: { unannounced: 0 }, recommendations: none, because: 24 hours before 18:00 on the 12th. }
      - { at: 2026-01-20, facts: { unannounced: 1 }, because: 23 hours before 18:00 on the 19th. }
      - { at: 2026-01-27, facts: { unannounced: 2 }, because: Nobody said anything about the 26th. }
      - { at: 2026-02-03, facts: { unannounced: 2 }, because: He was there on the 2nd. }
`,
    ),
  ).toEqual([]);
});

test('every third absence is the third, the sixth and so on', async () => {
  const sections = `
${sessions}
messages:
  warning: { to: participant, ours: test }
facts:
  warnings: { count-of: warning-sent, ours: test }
rules:
  warn: { after: every 3rd session-missed, must: send warning, by: staff, reason: Three, ours: test }
  out: { when: warnings reaches 2, must: close as two-warnings, confirmed-by: manager, reason: Two, ours: test }
duties:
  review: { after: every 2nd session-held, should: Review it with him, within: 1 week, by: staff, ours: test }
`;
  expect(
    await differencesOf(
      sections,
      `
  - title: Three absences and three more with one attendance between.
    start: him
    diary:
      - weekly from 2026-01-12: absent, absent, absent, attended, absent, absent, absent
    events:
      - ${started}
      - { on: 2026-01-27, happened: warning-sent }
      - { on: 2026-02-25, happened: warning-sent }
    expect:
      - { at: 2026-01-20, recommendations: none, duties: { review: { state: open, due: 2026-01-26 } }, because: Two sessions held and both missed. }
      - { at: 2026-01-26, recommendations: [warn], because: The third on 26 January. }
      - { at: 2026-02-17, recommendations: { warn: confirmed }, because: Warned on the 27th; two more since. }
      - { at: 2026-02-23, recommendations: { warn: open }, because: The sixth on 23 February. }
      - { at: 2026-02-25, recommendations: { warn: confirmed, out: open }, because: The second warning. }
`,
    ),
  ).toEqual([]);
});
