import { expect, test } from 'vitest';
import { compile } from '../../../generator/index.js';
import { anybody, differencesOf } from './plays.js';

const records = `
sessions: { total: at least 4, every: 1 week, ours: test }
records:
  contact: { called: he was seen or heard from, any-of: [session-attended, heard-from-participant], ours: test }
  sign-of-life: { called: there was a sign of life, any-of: [contact, letter], ours: test }
  letter: { called: a letter came from him, ours: test }
`;

test('any of several events counts, ends, restarts and dates as each of them would', async () => {
  const sections = `${records}
facts:
  contacts: { count-of: contact, ours: test }
  signs: { count-of: sign-of-life, ours: test }
  silent: { time-since: latest contact, in: days, ours: test }
  last-contact: { day-of: latest contact, ours: test }
  missed-without-contact: { run-of: session, where: absence is yes, broken-by: contact, ours: test }
rules:
  silent-for-long: { when: silent is at least 14, should: Write to him, reason: Silent, ours: test }
  third-contact: { after: 3rd contact, should: Thank him, reason: Third, ours: test }
`;
  expect(
    await differencesOf(
      sections,
      `
  - title: Seen on the 12th, heard from on the 20th, a letter on the 22nd.
    start: him
    diary:
      - weekly from 2026-01-12: attended, absent, absent, absent
    events:
      - { on: 2026-01-05, happened: started }
      - { on: 2026-01-20, happened: heard-from-participant }
      - { on: 2026-01-22, happened: letter }
    expect:
      - at: 2026-01-20
        facts: { contacts: 2, signs: 2, silent: 0, last-contact: 2026-01-20, missed-without-contact: 0 }
        recommendations: none
        because: Seen on 12 January and heard from on the 20th, the day after he was absent.
      - at: 2026-01-22
        facts: { contacts: 2, signs: 3 }
        because: A letter is a sign of life and no contact.
      - at: 2026-02-02
        facts: { silent: 13, missed-without-contact: 2 }
        recommendations: none
        because: 13 days after 20 January; absent on 26 January and 2 February.
      - { at: 2026-02-03, recommendations: [silent-for-long], because: 14 days after 20 January. }
  - title: A third contact is the third of either kind.
    start: him
    diary:
      - weekly from 2026-01-12: attended, attended
    events:
      - { on: 2026-01-05, happened: started }
      - { on: 2026-01-14, happened: heard-from-participant }
    expect:
      - { at: 2026-01-18, recommendations: none, because: Two so far. }
      - { at: 2026-01-19, recommendations: [third-contact], because: Seen on the 12th and 19th and heard from between. }
`,
    ),
  ).toEqual([]);
});

test('any of several events opens, ends and meets a duty, and counts its time anew', async () => {
  const sections = `${records}
rules:
  after-letter: { after: letter, until: contact, should: Answer the letter, reason: Letter, ours: test }
  never-seen:
    when: contact has not happened in the last 3 weeks
    only-when: started has not happened in the last 3 weeks
    should: Ask about him
    reason: Not seen
    ours: test
duties:
  reach-him: { after: session-missed, must: contact participant, within: 1 week, done-by: [contact, heard-from-participant], by: staff, ours: test }
  visit: { after: started, should: Visit him, within: 10 days, counted-from: latest contact, by: staff, ours: test }
`;
  expect(
    await differencesOf(
      sections,
      `
  - title: The letter is answered by whatever contact comes next.
    start: him
    diary:
      - weekly from 2026-01-12: absent, attended
    events:
      - { on: 2026-01-05, happened: started }
      - { on: 2026-01-14, happened: letter }
    expect:
      - at: 2026-01-14
        recommendations: [after-letter]
        duties: { reach-him: { state: open, due: 2026-01-19 }, visit: { state: open, due: 2026-01-15 } }
        because: Absent on the 12th; no contact since he started on the 5th.
      - at: 2026-01-19
        recommendations: none
        duties: { reach-him: met, visit: { due: 2026-01-29 } }
        because: He was seen on the 19th, seven days after, which is in time; ten days more are the 29th.
      - { at: 2026-02-09, recommendations: none, because: It is 21 days after the 19th and still counts. }
      - { at: 2026-02-10, recommendations: [never-seen], because: It is 22 days after the 19th. }
`,
    ),
  ).toEqual([]);
});

test('of events of sessions, where says of the session what it was', async () => {
  const sections = `
sessions:
  total: at least 4
  every: 1 week
  kinds: { group: { called: Group }, one-to-one: { called: Alone } }
  outcomes:
    attended: { present: yes, credited: yes }
    late: { present: yes, absence: yes }
    absent: { absence: yes }
  ours: test
records:
  register: { called: a session was kept or missed, any-of: [session-attended, session-missed], ours: test }
facts:
  groups: { count-of: register, where: kind is group, ours: test }
  missed-groups: { count-of: session-missed, where: kind is group, ours: test }
rules:
  many: { when: groups reaches 9, should: Tell him, reason: Many, ours: test }
  few: { when: missed-groups reaches 9, should: Tell him, reason: Many, ours: test }
`;
  expect(
    await differencesOf(
      sections,
      `
  - title: A late session is one thing, though he was there and it counts as an absence.
    start: him
    events:
      - { on: 2026-01-05, happened: started }
      - { on: 2026-01-12, session: late, kind: group }
      - { on: 2026-01-19, session: absent, kind: group }
      - { on: 2026-01-26, session: absent, kind: one-to-one }
    expect:
      - at: 2026-01-27
        facts: { groups: 2, missed-groups: 2 }
        because: Groups on the 12th and 19th; late is an absence too.
`,
    ),
  ).toEqual([]);
});

test('a name for any of several events is not recorded, and the outline says what it stands for', () => {
  const { bundle, problems } = compile([{ file: 'programme.yaml', content: `${anybody}${records}` }]);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(bundle?.course?.happenings.find(({ id }) => id === 'sign-of-life')).toMatchObject({
    source: 'any',
    anyOf: ['session-attended', 'heard-from-participant', 'letter'],
  });
  expect(JSON.stringify(bundle?.outline)).toContain(
    'He was seen or heard from whenever the participant attended a session or the participant was heard from.',
  );
});
