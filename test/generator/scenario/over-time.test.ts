import { expect, test } from 'vitest';
import type { overTimeProblems } from '../../../generator/scenario/over-time/problems.js';
import { readScenarios } from '../../../generator/scenario/read-scenarios.js';
import { bundleWithCourse as bundle } from './course-bundle.js';

const read = (...contents: string[]) =>
  readScenarios(
    contents.map((content, index) => ({ file: `${index + 1}.yaml`, content })),
    bundle,
  );

const sound = (...contents: string[]) => {
  const { scenarios, problems } = read(...contents);
  expect(problems.map(({ message, advice }) => `${message} ${advice}`)).toEqual([]);
  const [first] = scenarios;
  if (first === undefined) throw new Error('a scenario was written');
  return first;
};
const eventsOf = (content: string) => sound(content).events;
const expectedOf = (expectation: string, before = '') =>
  sound(`${before}\nexpect:\n  - at: 2026-03-02\n    because: EX-001\n${expectation}`).expectations[0]?.overTime;

test('what happened is read with what is told of it, recorded by the first who may', () => {
  const [started, incident, closed] = eventsOf(`
events:
  - { on: 2026-01-05, happened: started }
  - { on: 2026-02-01, happened: incident, with: { severity: high, injury: no }, learned: 2026-02-03, told-by: partner }
  - { on: 2026-02-03, closed: non-attendance, by: senior, reason: He did not come. }
`);
  expect(started).toEqual({
    id: 'event-1',
    kind: 'happened',
    happened: '2026-01-05',
    learned: '2026-01-05',
    recorded: '2026-01-05',
    by: { role: 'staff' },
    what: 'started',
    values: {},
  });
  expect(incident).toMatchObject({
    what: 'incident',
    happened: '2026-02-01',
    learned: '2026-02-03',
    recorded: '2026-02-03',
    by: { role: 'staff' },
    toldBy: 'partner',
    values: { severity: 'high', injury: 'no' },
  });
  expect(closed).toMatchObject({
    what: 'closed',
    values: { as: 'non-attendance' },
    by: { role: 'senior' },
    reason: 'He did not come.',
  });
});

test('a session is held with an outcome, not recorded, cancelled or on a closure day', () => {
  const marks = eventsOf(`
events:
  - { on: 2026-01-12, session: attended, kind: group, phase: education, topic: shame, group: evening, key: w1 }
  - { on: 2026-01-19, session: not-recorded }
  - { on: 2026-01-26, session: cancelled }
  - { on: 2026-02-02, session: closure-day }
`).map(({ session }) => session);
  expect(marks).toEqual([
    {
      mark: 'held',
      outcome: 'attended',
      on: '2026-01-12',
      kind: 'group',
      phase: 'education',
      topic: 'shame',
      group: 'evening',
      key: 'w1',
    },
    { mark: 'planned', on: '2026-01-19' },
    { mark: 'cancelled', on: '2026-01-26' },
    { mark: 'closure-day', on: '2026-02-02' },
  ]);
});

test('a session that is announced on another day keeps both days', () => {
  const [planned, cancelled] = eventsOf(`
events:
  - { on: 2026-01-05, planned: 2026-02-02, at: "18:00", kind: group }
  - { on: 2026-01-20, session: cancelled, about: 2026-02-02 18:00 }
`);
  expect(planned).toMatchObject({
    happened: '2026-01-05',
    session: { mark: 'planned', on: '2026-02-02T18:00:00Z', kind: 'group' },
  });
  expect(cancelled).toMatchObject({
    happened: '2026-01-20',
    session: { mark: 'cancelled', on: '2026-02-02T18:00:00Z' },
  });
});

test('a local time is an hour earlier by the meridian in summer, and a session may end after midnight', () => {
  const events = eventsOf(`
events:
  - { on: 2026-01-12 18:00, happened: started }
  - { on: 2026-07-13, at: 18:00, ends: "20:00", session: attended }
  - { on: 2026-07-20, at: 22:30, ends: "00:30", session: attended }
`);
  expect(events[0]?.happened).toBe('2026-01-12T18:00:00Z');
  // In July London is an hour ahead.
  expect(events[1]).toMatchObject({
    happened: '2026-07-13T17:00:00Z',
    session: { on: '2026-07-13T17:00:00Z', ends: '2026-07-13T19:00:00Z' },
  });
  expect(events[2]?.session).toMatchObject({ on: '2026-07-20T21:30:00Z', ends: '2026-07-20T23:30:00Z' });
});

test('what is hers is recorded by somebody who supports her, unless it says otherwise', () => {
  const who = (by: string[]) => {
    const happenings = (bundle.course?.happenings ?? []).map((one) =>
      one.id === 'partner-contacted' ? { ...one, by } : one,
    );
    const course = bundle.course && { ...bundle.course, happenings };
    const content = 'events: [{ on: 2026-02-02, happened: partner-contacted }, { on: 2026-02-02, happened: started }]';
    return readScenarios([{ file: 'a.yaml', content }], { ...bundle, ...(course && { course }) }).scenarios[0]?.events;
  };
  expect(who([])?.map(({ by }) => by.role)).toEqual(['partner-support', 'staff']);
  expect(who(['office'])?.map(({ by }) => by.role)).toEqual(['office', 'staff']);
});

test('what something is about is named by the day or key of a session, or by an entry’s name, key or number', () => {
  const { events } = sound(`
on: 2026-01-05
answers: { partners: [{ name: Ann Example }, { key: second, name: Bea Example }] }
diary:
  - weekly from 2026-01-12 at 18:00: attended, absent
events:
  - { on: 2026-01-20, happened: heard-from-participant, about: 2026-01-19 }
  - { on: 2026-01-26, happened: caught-up, about: special }
  - { on: 2026-02-02, happened: partner-contacted, about: ann }
  - { on: 2026-02-02, happened: partner-contacted, about: second }
  - { on: 2026-02-02, happened: partner-contacted, about: 2 }
  - { on: 2026-01-21, session: absent, key: special }
`);
  const about = events.filter(({ what }) => what !== undefined).map((event) => event.about);
  expect(about).toEqual(['2026-01-19', 'special', '1', 'second', 'second']);
});

test('of several sessions on a day each is named by its time and kind, and of several incidents each by its id', () => {
  const events = eventsOf(`
events:
  - { on: 2026-01-12, at: "10:00", kind: one-to-one, session: attended }
  - { on: 2026-01-12, at: "18:00", kind: group, session: absent }
  - { id: the-first, on: 2026-01-12, happened: incident }
  - { on: 2026-01-13, happened: caught-up, about: 2026-01-12 18:00 }
  - { on: 2026-01-13, happened: started, about: the-first }
`);
  expect(events.map(({ about }) => about).slice(-2)).toEqual(['2026-01-12T18:00:00Z group', 'the-first']);
});

test('where there is one partner only, nobody needs to say which', () => {
  const { events } = sound(`
on: 2026-01-05
answers: { partners: [{ key: a, name: Ann Example }] }
events: [{ on: 2026-02-02, happened: partner-contacted }]
`);
  expect(events.at(-1)).toMatchObject({ about: 'a', by: { role: 'partner-support' } });
});

test('a person confirms or refuses, and picks an effect by its words, what it does or its number', () => {
  const events = eventsOf(`
events:
  - { on: 2026-02-03, confirmed: two-missed }
  - { on: 2026-02-03, refused: two-missed, by: senior, reason: He was in hospital. }
  - { on: 2026-02-03, confirmed: aggression, effect: close as withdrew, by: office }
  - { on: 2026-02-03, confirmed: aggression, effect: suspend }
  - { on: 2026-02-03, confirmed: aggression, effect: 2 }
`);
  expect(events.map(({ kind, rule, effect, by }) => [kind, rule, effect, by.role])).toEqual([
    ['confirmed', 'two-missed', undefined, 'staff'],
    ['refused', 'two-missed', undefined, 'senior'],
    ['confirmed', 'aggression', 1, 'office'],
    ['confirmed', 'aggression', 0, 'staff'],
    ['confirmed', 'aggression', 1, 'staff'],
  ]);
});

test('a correction supersedes, and stands on the day of what it corrects unless it says another', () => {
  const events = eventsOf(`
diary: [{ weekly from 2026-01-12 at 18:00: "absent, absent" }]
events:
  - { id: m1, on: 2026-01-27, happened: incident, with: { severity: low }, by: referrer }
  - { corrects: m1, happened: incident, with: { severity: high }, learned: 2026-02-03 }
  - { corrects: 2026-01-19, session: attended, learned: 2026-02-03 }
  - { corrects: 2026-01-12, undone: yes, on: 2026-02-04 }
`);
  expect(events[2]).toMatchObject({ id: 'm1', values: { severity: 'low' } });
  expect(events[3]).toMatchObject({
    supersedes: 'm1',
    happened: '2026-01-27',
    recorded: '2026-02-03',
    by: { role: 'referrer' },
    values: { severity: 'high' },
  });
  expect(events[4]).toMatchObject({
    supersedes: 'diary-1-2',
    happened: '2026-01-19T18:00:00Z',
    session: { mark: 'held', outcome: 'attended', on: '2026-01-19T18:00:00Z' },
  });
  expect(events[5]).toEqual({
    id: 'event-4',
    kind: 'answered',
    happened: '2026-01-12T18:00:00Z',
    learned: '2026-02-04',
    recorded: '2026-02-04',
    by: { role: 'staff' },
    values: {},
    supersedes: 'diary-1-1',
  });
});

const days = (content: string): string[] =>
  eventsOf(content).map(({ session }) => `${session?.on} ${session?.outcome ?? session?.mark}`);

test('a diary has a session each week, skips one where there was none, and repeats what is said so often', () => {
  expect(
    days(`
diary:
  - weekly from 2026-01-12: attended x 2, (no session), absent, -, cancelled, not-recorded
`),
  ).toEqual([
    '2026-01-12 attended',
    '2026-01-19 attended',
    '2026-02-02 absent',
    '2026-02-16 cancelled',
    '2026-02-23 planned',
  ]);
});

test('a line of a diary may stand in quotes, as texts with a colon do, and what is wrong in it is shown where it is', () => {
  expect(days('diary: ["weekly from 2026-01-12 at 18:00: attended x 2, absent"]')).toEqual([
    '2026-01-12T18:00:00Z attended',
    '2026-01-19T18:00:00Z attended',
    '2026-01-26T18:00:00Z absent',
  ]);
  const content = 'on: 2026-01-05\nanswers: { partners: [] }\ndiary: ["weekly from 2026-01-12: attended, lost"]';
  const [problem, second] = read(content).problems;
  expect(second).toBeUndefined();
  expect(problem?.code).toBe('scenario/unknown-mark');
  // “lost” begins at the 44th character of the third line.
  expect(problem?.at).toMatchObject({ line: 3, column: 44 });
});

test('a diary may be daily, fortnightly, monthly or every so many days', () => {
  expect(days('diary: [{ daily from 2026-02-27: attended x 3 }]')).toEqual([
    '2026-02-27 attended',
    '2026-02-28 attended',
    '2026-03-01 attended',
  ]);
  expect(days('diary: [{ fortnightly from 2026-02-23: attended x 2 }]').at(-1)).toBe('2026-03-09 attended');
  expect(days('diary: [{ every 3 days from 2026-02-27: attended x 2 }]').at(-1)).toBe('2026-03-02 attended');
  // The 31st is the last day of a shorter month, and the 31st again after it.
  expect(days('diary: [{ monthly from 2026-01-31: attended x 3 }]')).toEqual([
    '2026-01-31 attended',
    '2026-02-28 attended',
    '2026-03-31 attended',
  ]);
});

test('a weekly session at 18:00 stays at 18:00 when the clocks go back', () => {
  // The clocks went back on Sunday 25 October 2026.
  expect(days('diary: [{ weekly from 2026-10-19 at 18:00: attended x 2 }]')).toEqual([
    '2026-10-19T17:00:00Z attended',
    '2026-10-26T18:00:00Z attended',
  ]);
});

test('a line of a diary may be a map, with what its sessions have in common', () => {
  const [event, second] = eventsOf(`
diary:
  - { weekly-from: 2026-01-12, at: "18:00", ends: "20:00", kind: group, phase: education, by: office, sessions: [attended, late] }
`);
  expect(event).toMatchObject({
    happened: '2026-01-12T18:00:00Z',
    by: { role: 'office' },
    session: { mark: 'held', outcome: 'attended', ends: '2026-01-12T20:00:00Z', kind: 'group', phase: 'education' },
  });
  expect(second?.session?.on).toBe('2026-01-19T18:00:00Z');
});

test('a start may tell what has happened since, and what is wrong in it is told once', () => {
  const starts = `
starts:
  on-programme:
    on: 2026-01-02
    answers: { source: self }
    events: [{ on: 2026-01-05, happened: started }]
  half-way:
    start: on-programme
    diary: [{ weekly from 2026-01-12: attended x 2 }]
`;
  const of = (more: string) => `
scenarios:
  - { title: A., start: half-way, ${more} expect: { state: on-programme, because: EX-001 } }
  - { title: B., start: half-way, expect: { state: on-programme, because: EX-001 } }
`;
  const { events } = sound(starts, of('events: [{ on: 2026-01-26, session: absent }],'));
  expect(events.map(({ id }) => id)).toEqual([
    'start-1',
    'on-programme-event-1',
    'half-way-diary-1-1',
    'half-way-diary-1-2',
    'event-1',
  ]);
  const { problems } = read(starts.replace('happened: started', 'happened: startde'), of(''));
  expect(problems.map(({ message }) => message)).toEqual([
    'Nothing that can happen in this programme is called “startde”.',
  ]);
});

test('every key of an expectation over time is read', () => {
  const expected = expectedOf(
    `    state: on-programme
    phase: education
    ending: none
    planned-end: 2027-01-04
    stay: 1
    facts: { absences: 1 to 2, last-risk: high, last-seen: 2026-01-05, her-wish: { ann: yes } }
    recommendations: { two-missed: open, aggression: [refused, open] }
    duties: { call-back: { state: open, due: 2026-01-19, left: 1 }, call-partner: { ann: open, bea: met } }
    steps: { start: met }
    ledger: { 2026-01-19: { credited: no, not-due: suspended, punctual: unknown }, 2026-01-26: absent, w3: not-recorded }
    next: 2026-03-09
    next-miss: [two-missed]
    to-find-out: [2026-01-19, born]
    returning: within-six-months
    to-review: none
`,
    'on: 2026-01-01\nanswers: { partners: [{ name: Ann Example }, { name: Bea Example }] }',
  );
  expect(expected).toMatchObject({
    state: 'on-programme',
    phase: 'education',
    ending: 'none',
    plannedEnd: '2027-01-04',
    stay: 1,
    facts: [
      { id: 'absences', value: { kind: 'number', least: 1, most: 2 } },
      { id: 'last-risk', value: { kind: 'word', word: 'high' } },
      { id: 'last-seen', value: { kind: 'word', word: '2026-01-05' } },
      { id: 'her-wish', subject: '1', value: { kind: 'yes-no', yes: true } },
    ],
    recommendations: [
      { rule: 'two-missed', states: ['open'] },
      { rule: 'aggression', states: ['refused', 'open'] },
    ],
    duties: [
      { duty: 'call-back', each: [{ state: 'open', due: '2026-01-19', left: 1 }] },
      { duty: 'call-partner', subject: '1', each: [{ state: 'open' }] },
      { duty: 'call-partner', subject: '2', each: [{ state: 'met' }] },
    ],
    steps: [{ step: 'start', verdict: 'met' }],
    ledger: [
      {
        session: '2026-01-19',
        traits: [
          { name: 'credited', word: 'no' },
          { name: 'not-due', word: 'suspended' },
          { name: 'punctual', word: 'unknown' },
        ],
      },
      { session: '2026-01-26', traits: [{ name: 'outcome', word: 'absent' }] },
      { session: 'w3', traits: [{ name: 'recorded', word: 'no' }] },
    ],
    next: '2026-03-09',
    nextMiss: ['two-missed'],
    toFindOut: ['2026-01-19', 'born'],
    returning: 'within-six-months',
    toReview: [],
  });
});

test('a list of recommendations means exactly those, and none means none', () => {
  expect(expectedOf('    recommendations: [two-missed]')?.open).toEqual(['two-missed']);
  expect(expectedOf('    recommendations: none')?.open).toEqual([]);
  expect(expectedOf('    recommendations: []')?.open).toEqual([]);
  expect(expectedOf('    facts: { absences: unknown }')?.facts[0]?.value).toEqual({ kind: 'unknown' });
  expect(expectedOf('    facts: { absences: at least 2 }')?.facts[0]?.value).toMatchObject({ least: 2, most: null });
});

const event = (more: string) => `events: [{ on: 2026-02-02, ${more} }]`;
const expects = (more: string) => `expect: { at: 2026-02-02, because: x, ${more} }`;
const partners = 'on: 2026-01-05\nanswers: { partners: [{ name: Ann A }, { name: Bea B }] }\n';

/** One wrong file a code, the text at which the problem must stand, and what it advises. */
const wrong: Record<keyof typeof overTimeProblems, [content: string, at: string, advice: string]> = {
  'scenario/unknown-happening': [event('happened: incidnt'), 'incidnt', 'Did you mean “incident”?'],
  'scenario/unknown-detail': [
    event('happened: incident, with: { sevrity: high }'),
    'sevrity',
    'Did you mean “severity”?',
  ],
  'scenario/unknown-mark': [
    'diary: [{ weekly from 2026-01-12: "late, attnded" }]',
    'attnded',
    'Did you mean “attended”?',
  ],
  'scenario/unknown-name': [event('confirmed: two-mised'), 'two-mised', 'Did you mean “two-missed”?'],
  'scenario/unknown-word': [expects('state: suspnded'), 'suspnded', 'Did you mean “suspended”?'],
  'scenario/unusable-value': [
    expects('facts: { absences: many }'),
    'many',
    'Write a number, or two as “1 to 2”, or “unknown”.',
  ],
  'scenario/bad-clock': [
    event('session: attended, at: "25:00"'),
    '"25:00"',
    'Write the hour and the minute, as 18:00.',
  ],
  'scenario/two-times': [
    'events: [{ on: 2026-02-02 18:00, at: "19:00", session: attended }]',
    '"19:00"',
    'Leave out “at:”, or the time in “2026-02-02 18:00”.',
  ],
  'scenario/no-such-session': [
    event('session: absent }, { on: 2026-02-03, happened: caught-up, about: 2026-02-01'),
    '2026-02-01',
    'Did you mean “2026-02-02”?',
  ],
  'scenario/several-sessions': [
    event(
      'at: 10:00, session: absent }, { on: 2026-02-02, at: 18:00, session: absent }, { on: 2026-02-03, happened: caught-up, about: 2026-02-02',
    ),
    '2026-02-02',
    'Say which: 2026-02-02 10:00, 2026-02-02 18:00.',
  ],
  'scenario/no-such-entry': [
    `${partners}${event('happened: partner-contacted, about: zoe')}`,
    'zoe',
    'There are Ann A, Bea B.',
  ],
  'scenario/about-nothing': [event('happened: started, about: ann'), 'ann', 'Leave out “about:”.'],
  'scenario/about-whom': [
    `${partners}${event('happened: partner-contacted')}`,
    '{ on: 2026-02-02, happened: partner-contacted }',
    'Add “about:” with one of Ann A, Bea B.',
  ],
  'scenario/for-whom': [
    `${partners}${expects('messages: { update: { says: Hello } }')}`,
    '{ says: Hello }',
    'Add “for:” with one of Ann A, Bea B.',
  ],
  'scenario/nothing-to-correct': [
    event('id: m1, happened: started }, { corrects: m2, undone: yes'),
    'm2',
    'Did you mean “m1”?',
  ],
  'scenario/same-id': [
    event('id: m1, happened: started }, { on: 2026-02-02, id: m1, happened: incident'),
    'm1',
    'Give one of them another id.',
  ],
  'scenario/two-acts': [
    event('happened: started, session: attended'),
    '{ on: 2026-02-02, happened: started, session: attended }',
    'Write an event for each.',
  ],
  'scenario/undone-alone': [
    event('id: m1, happened: started }, { corrects: m1, undone: no'),
    'undone',
    'Write “{ corrects: the-id, undone: yes }”.',
  ],
  'scenario/wrong-recorder': [event('happened: incident, by: office'), 'office', 'Who may: staff, referrer.'],
  'scenario/which-effect': [
    event('confirmed: aggression'),
    'aggression',
    'Add “effect:” with one of suspend, close as withdrew.',
  ],
  'scenario/diary-rhythm': [
    'diary: [{ weekly form 2026-01-12: attended }]',
    'weekly form 2026-01-12',
    'Write “weekly from 2026-01-12”, “fortnightly”, “daily”, “monthly” or “every 3 days from”, and “at 18:00” after it.',
  ],
  'scenario/diary-too-long': [
    'diary: [{ daily from 2026-01-12: attended x 100000 }]',
    'attended x 100000',
    'A diary has at most 1000 sessions in a line.',
  ],
  'scenario/not-each': [
    expects('facts: { absences: { ann: 2 } }'),
    '{ ann: 2 }',
    'Write what is expected of it straight after its name.',
  ],
};

for (const [code, [content, at, advice]] of Object.entries(wrong)) {
  test(`${code} is reported once, where it stands, with what to write instead`, () => {
    const found = read(content).problems.filter((problem) => problem.code === code);
    expect(found.map((problem) => problem.advice)).toEqual([advice]);
    const [problem] = found;
    const line = content.split('\n')[(problem?.at.line ?? 1) - 1] ?? '';
    expect(line.slice((problem?.at.column ?? 1) - 1, (problem?.at.endColumn ?? 1) - 1)).toBe(at);
  });
}

test('a definition without a course has nothing that could happen', () => {
  const { course: _none, ...plain } = bundle;
  const { problems } = readScenarios(
    [
      {
        file: 'a.yaml',
        content: 'events: [{ on: 2026-02-02, happened: started }, { on: 2026-02-02, session: attended }]',
      },
    ],
    plain,
  );
  expect(problems.map(({ code }) => code)).toEqual(['scenario/unknown-happening', 'scenario/unknown-mark']);
});
