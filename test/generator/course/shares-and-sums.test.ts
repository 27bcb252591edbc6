import { expect, test } from 'vitest';
import { differencesOf } from './plays.js';

const sessions = `
sessions:
  total: 24
  every: 1 week
  outcomes:
    attended: { present: yes, credited: yes }
    late: { present: yes, credited: yes }
    excused: { absence: yes, excused: yes }
    absent: { absence: yes }
  ours: test
`;
const started = '{ on: 2026-01-05, happened: started }';

test('at least 80 percent is of the sessions that were due, and 79.9 is not 80', async () => {
  const sections = `${sessions}
facts:
  attendance: { share-of: session, where: present is yes, ours: test }
  unexcused-attendance: { share-of: session, where: present is yes, of-those: excused is no, ours: test }
rules:
  low: { when: attendance is less than 80 percent, should: Talk to him, reason: Low, ours: test }
  good: { when: attendance is at least 80 percent, should: Praise him, reason: Good, ours: test }
`;
  expect(
    await differencesOf(
      sections,
      `
  - title: Four of five are 80 percent, a cancelled session is of none of them, three of five are 60.
    start: him
    diary:
      - weekly from 2026-01-12: attended, late, cancelled, attended, absent, attended, excused
    events: [${started}]
    expect:
      - { at: 2026-01-11, recommendations: none, because: No session yet and so no share. }
      - { at: 2026-02-10, facts: { attendance: 75 }, recommendations: [low], because: Three of four. }
      - { at: 2026-02-17, facts: { attendance: 80 }, recommendations: [good], because: Four of five. }
      - at: 2026-02-24
        facts: { unexcused-attendance: 80 }
        recommendations: [low]
        because: Four of six; without the excused one four of five.
  - title: A session that nobody recorded may lower it or raise it.
    start: him
    diary:
      - weekly from 2026-01-12: attended, attended, attended, not-recorded
    events: [${started}]
    expect:
      - at: 2026-02-03
        facts: { attendance: 75 to 100 }
        to-find-out: [2026-02-02]
        because: Three of four if he was not there and four of four if he was.
`,
    ),
  ).toEqual([]);
});

test('the last four sessions are the last four that were due', async () => {
  const sections = `${sessions}
records:
  incident: { called: an incident was reported, ours: test }
facts:
  missed-of-the-last-four: { count-of: session, where: absence is yes, in-the-last: 4 sessions, ours: test }
  incidents-lately: { count-of: incident, in-the-last: 2 sessions, ours: test }
rules:
  two-of-four: { when: missed-of-the-last-four reaches 2, must: contact participant, reason: Two, ours: test }
  often: { when: incidents-lately reaches 2, must: contact participant, reason: Two, ours: test }
`;
  expect(
    await differencesOf(
      sections,
      `
  - title: A session later, what happened before the last two is no longer of late.
    start: him
    diary:
      - weekly from 2026-01-12: attended, attended, attended
    events:
      - ${started}
      - { on: 2026-01-13, happened: incident }
      - { on: 2026-01-20, happened: incident }
    expect:
      - { at: 2026-01-25, facts: { incidents-lately: 2 }, recommendations: [often], because: Two since 12 January. }
      - { at: 2026-01-27, facts: { incidents-lately: 1 }, recommendations: none, because: One since 19 January. }
  - title: Absent, attended, attended, attended, absent is one in four; the cancelled one is none of the four.
    start: him
    diary:
      - weekly from 2026-01-12: absent, attended, attended, attended, absent, cancelled, attended, absent
    events:
      - ${started}
      - { on: 2026-01-20, happened: incident }
      - { on: 2026-02-04, happened: incident }
      - { on: 2026-02-10, happened: incident }
    expect:
      - { at: 2026-02-03, facts: { missed-of-the-last-four: 1 }, because: "12, 19, 26 January, 2 February." }
      - at: 2026-02-10
        facts: { missed-of-the-last-four: 1, incidents-lately: 2 }
        recommendations: [often]
        because: The four from 19 January to 9 February; two incidents since 2 February.
      - { at: 2026-03-02, facts: { missed-of-the-last-four: 2 }, because: "2, 9 and 23 February, 2 March: two of them." }
`,
    ),
  ).toEqual([]);
});

test('three late arrivals are one absence', async () => {
  const sections = `${sessions}
facts:
  late-absences: { count-of: session, where: outcome is late, one-for-every: 3, ours: test }
  absences: { count-of: session, where: absence is yes, plus: late-absences, ours: test }
rules:
  too-many: { when: absences reaches 2, must: contact participant, reason: Two, ours: test }
`;
  expect(
    await differencesOf(
      sections,
      `
  - title: One absence and three lates are two.
    start: him
    diary:
      - weekly from 2026-01-12: late, late, absent, late, late, late
    events: [${started}]
    expect:
      - { at: 2026-02-01, facts: { late-absences: 0, absences: 1 }, recommendations: none, because: Two lates are none. }
      - { at: 2026-02-03, facts: { late-absences: 1, absences: 2 }, recommendations: [too-many], because: The third late. }
      - { at: 2026-02-10, facts: { late-absences: 1, absences: 2 }, because: Four lates are one. }
      - { at: 2026-02-17, facts: { late-absences: 1, absences: 2 }, because: Five lates are one. }
  - title: A session that nobody recorded may be the third late one and may be an absence; the bounds of both are added.
    start: him
    diary:
      - weekly from 2026-01-12: late, late, not-recorded
    events: [${started}]
    expect: [{ at: 2026-01-27, facts: { late-absences: 0 to 1, absences: 0 to 2 }, because: "Nobody knows which." }]
`,
    ),
  ).toEqual([]);
});

test('leave is added up over every leave that he took', async () => {
  const sections = `${sessions}
facts:
  leave: { time-in: on-leave, in: days, ours: test }
  weeks-away: { time-in: [on-leave, suspended], in: weeks, ours: test }
rules:
  long: { when: leave is more than 20, must: contact participant, reason: Long, ours: test }
  very-long: { when: weeks-away reaches 9, must: contact participant, reason: Long, ours: test }
`;
  expect(
    await differencesOf(
      sections,
      `
  - title: Ten days in January, a suspension of six, and a leave from 2 March.
    start: him
    events:
      - ${started}
      - { on: 2026-01-12, happened: leave-started }
      - { on: 2026-01-22, happened: leave-ended }
      - { on: 2026-02-02, happened: suspended }
      - { on: 2026-02-08, happened: resumed }
      - { on: 2026-03-02, happened: leave-started }
    expect:
      - { at: 2026-02-20, facts: { leave: 10, weeks-away: 2 }, because: Ten days and with the suspension sixteen. }
      - { at: 2026-03-12, facts: { leave: 20 }, recommendations: none, next: 2026-03-13, because: Ten and ten. }
      - { at: 2026-03-13, facts: { leave: 21 }, recommendations: [long], because: Ten and eleven. }
`,
    ),
  ).toEqual([]);
});
