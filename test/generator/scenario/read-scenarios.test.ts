import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { scenarioProblems } from '../../../generator/scenario/problems.js';
import { readScenarios } from '../../../generator/scenario/read-scenarios.js';
import { bundleForScenarios as bundle } from './bundle-for-scenarios.js';

const read = (...contents: string[]) =>
  readScenarios(
    contents.map((content, index) => ({ file: `${index + 1}.yaml`, content })),
    bundle,
  );

const starts = `
starts:
  a-man:
    on: 2026-03-02
    answers: { source: agency, born: 1985-03-27, proceedings: no, able: yes, ric: 3 }
  a-court-case:
    start: a-man
    answers: { source: court, able: unanswered }
`;

test('a scenario builds on a start of another file, overrides it and takes answers away', () => {
  const { scenarios, problems } = read(
    starts,
    `
scenarios:
  - title: A man of 17 is not eligible.
    start: a-court-case
    on: 2026-03-05
    answers: { born: 2009-01-01, ric: unanswered }
    expect: { decision: not-eligible, because: EX-001 }
`,
  );
  expect(problems).toEqual([]);
  expect(scenarios).toHaveLength(1);
  expect(scenarios[0]?.title).toBe('A man of 17 is not eligible.');
  expect(scenarios[0]?.events).toEqual([
    {
      id: 'start-1',
      kind: 'answered',
      happened: '2026-03-05',
      learned: '2026-03-05',
      recorded: '2026-03-05',
      by: { role: 'referrer' },
      values: { source: 'court', born: '2009-01-01', proceedings: 'no' },
    },
  ]);
});

test('each answer is given by the act and the person that its fact calls for', () => {
  const { scenarios, problems } = read(`
title: A case.
on: 2026-03-02
answers: { source: self, able: yes, sharing: given, contract: signed, ric: 14 }
`);
  expect(problems).toEqual([]);
  expect(scenarios[0]?.events.map(({ kind, by, values }) => [kind, by.role, values])).toEqual([
    ['answered', 'referrer', { source: 'self' }],
    ['judged', 'staff', { able: 'yes' }],
    ['consented', 'participant', { sharing: 'given' }],
    ['signed', 'participant', { contract: 'signed' }],
    ['scored', 'partner', { ric: 14 }],
  ]);
});

test('answers of every kind are read as the engine takes them', () => {
  const { scenarios, problems } = read(`
on: 2 March 2026
answers:
  born: 27 March 1985
  seen: 2026-03-01T18:30
  name: "007"
  abuse: [physical, financial]
  proceedings: true
  children:
    - { name: Jo, age: 5 }
    - { key: second, name: Sam, age: unanswered }
`);
  expect(problems).toEqual([]);
  expect(scenarios[0]?.events[0]?.happened).toBe('2026-03-02');
  expect(scenarios[0]?.events[0]?.values).toEqual({
    born: '1985-03-27',
    seen: '2026-03-01T18:30',
    name: '007',
    abuse: ['physical', 'financial'],
    proceedings: 'yes',
    children: [
      { key: '1', name: 'Jo', age: 5 },
      { key: 'second', name: 'Sam', age: null },
    ],
  });
});

test('"not known" and "not applicable" are answers where they may be given', () => {
  const { scenarios, problems } = read(`
on: 2026-03-02
answers: { source: not-known, proceedings: not-applicable, abuse: not-known, children: unanswered }
`);
  expect(problems).toEqual([]);
  expect(scenarios[0]?.events[0]?.values).toEqual({
    source: 'not-known',
    proceedings: 'not-applicable',
    abuse: 'not-known',
  });
  expect(read('{ on: 2026-03-02, answers: { source: not-applicable } }').problems[0]?.code).toBe(
    'scenario/unknown-option',
  );
});

test('events keep their order, their day, who did it and why', () => {
  const { scenarios, problems } = read(`
on: 2026-03-02
answers: { source: self }
events:
  - { on: 2026-03-05, judged: { able: no }, by: staff, reason: He cannot attend. }
  - { on: 2026-03-09, learned: 2026-03-12, consented: { sharing: withdrawn }, by: participant, told-by: referrer }
expect:
  - { decision: not-eligible, because: The day of the last event is meant. }
  - { at: 2026-03-05T12:00:00Z, decision: needs-judgement, because: At noon. }
`);
  expect(problems).toEqual([]);
  const [, judged, consented] = scenarios[0]?.events ?? [];
  expect(judged).toMatchObject({
    kind: 'judged',
    happened: '2026-03-05',
    by: { role: 'staff' },
    reason: 'He cannot attend.',
  });
  expect(consented).toMatchObject({
    happened: '2026-03-09',
    learned: '2026-03-12',
    recorded: '2026-03-12',
    toldBy: 'referrer',
  });
  expect(scenarios[0]?.expectations.map(({ asOf }) => asOf)).toEqual(['2026-03-09', '2026-03-05T12:00:00Z']);
});

test('a file at whose top level a case stands is one scenario, which may expect nothing', () => {
  const { scenarios, problems } = read(starts, '{ start: a-man, answers: { name: Sam } }');
  expect(problems).toEqual([]);
  expect(scenarios).toHaveLength(1);
  expect(scenarios[0]).toMatchObject({ title: '2.yaml', expectations: [] });
});

/** One wrong file a code, and the text at which the problem must stand. */
const wrong: Record<keyof typeof scenarioProblems, [content: string, at: string, advice: string]> = {
  'scenario/unreadable': ['answers: 3', '3', 'Write names with something after each here.'],
  'scenario/unknown-key': ['anwsers: { source: self }\non: 2026-03-02', 'anwsers', 'Did you mean “answers”?'],
  'scenario/unknown-fact': ['on: 2026-03-02\nanswers: { sauce: self }', 'sauce', 'Did you mean “source”?'],
  'scenario/unknown-option': ['on: 2026-03-02\nanswers: { source: Agency }', 'Agency', 'Did you mean “agency”?'],
  'scenario/unusable-answer': ['on: 2026-03-02\nanswers: { ric: many }', 'many', 'Write a number, or “unanswered”.'],
  'scenario/wrong-kind-of-act': [
    'events: [{ on: 2026-03-02, judged: { source: self }, by: staff, reason: x }]',
    'source: self',
    'Put it under “answered:”.',
  ],
  'scenario/wrong-role': [
    'events: [{ on: 2026-03-02, judged: { able: yes }, by: partner, reason: x }]',
    'partner',
    'Who may: staff, and who is a kind of them.',
  ],
  'scenario/no-by': [
    'events: [{ on: 2026-03-02, judged: { able: yes }, reason: x }]',
    '{ on: 2026-03-02, judged: { able: yes }, reason: x }',
    'Add “by:” with a role, such as “by: staff”.',
  ],
  'scenario/no-reason': [
    'events: [{ on: 2026-03-02, judged: { able: yes }, by: staff }]',
    '{ on: 2026-03-02, judged: { able: yes }, by: staff }',
    'Add “reason:” with a sentence. A judgement is who, in which role, when, the answer and the reason.',
  ],
  'scenario/worked-out': [
    'on: 2026-03-02\nanswers: { adult: met }',
    'adult',
    'Answer what it is worked out from (born, referred), and put it under “criteria:” of an expectation.',
  ],
  'scenario/out-of-limits': [
    'on: 2026-03-02\nanswers: { ric: 25 }',
    '25',
    'Write a number that is at least 0 and at most 24, or “unanswered”.',
  ],
  'scenario/not-whole': [
    'on: 2026-03-02\nanswers: { children: [{ age: 5.5 }] }',
    '5.5',
    'Write a whole number, or say “decimals: yes” where the number is declared.',
  ],
  'scenario/no-such-day': [
    'on: 2026-03-02\nanswers: { born: 1990-02-30 }',
    '1990-02-30',
    'Write the day that is meant, year first: 2026-01-31.',
  ],
  'scenario/unknown-role': [
    'events: [{ on: 2026-03-02, judged: { able: yes }, by: stuff }]',
    'stuff',
    'Did you mean “staff”?',
  ],
  'scenario/unknown-criterion': [
    'expect: { at: 2026-03-02, criteria: { adlut: met }, because: x }',
    'adlut',
    'Did you mean “adult”?',
  ],
  'scenario/unknown-outcome': [
    'expect: { at: 2026-03-02, decision: inelligible, because: x }',
    'inelligible',
    'Did you mean “eligible”?',
  ],
  'scenario/unknown-verdict': [
    'expect: { at: 2026-03-02, criteria: { adult: unmet }, because: x }',
    'unmet',
    'Did you mean “met”?',
  ],
  'scenario/bad-date': [
    'on: 2026-02-30',
    '2026-02-30',
    'Write a day as 2026-03-02, a time as 2026-03-02 18:00, or one with its zone as 2026-03-02T17:30:00Z.',
  ],
  'scenario/no-day': [
    'answers: { source: self }',
    'answers: { source: self }',
    'Add “on: 2026-03-02”, or build on a start that has a day.',
  ],
  'scenario/no-act': [
    'events: [{ on: 2026-03-02, by: staff }]',
    '{ on: 2026-03-02, by: staff }',
    'Add one of answered, judged, consented, signed or scored, with the answers under it; or happened, session, planned, confirmed or refused.',
  ],
  'scenario/no-title': [
    'scenarios: [{ expect: { at: 2026-03-02, decision: eligible, because: x } }]',
    '{ expect: { at: 2026-03-02, decision: eligible, because: x } }',
    'Add “title:” with a sentence that says what should happen to whom.',
  ],
  'scenario/no-because': [
    'expect: { at: 2026-03-02, decision: eligible }',
    '{ at: 2026-03-02, decision: eligible }',
    'Add “because:” with the clause and any arithmetic.',
  ],
  'scenario/expects-nothing': [
    'expect: { at: 2026-03-02, because: x }',
    '{ at: 2026-03-02, because: x }',
    'Work out from the clauses what should hold, and write it under “expect:”: a decision, criteria, missing, reasons, or a state, facts, recommendations or duties.',
  ],
  'scenario/unknown-start': ['start: a-man', 'a-man', 'Declare it under “starts:” in a file of this folder.'],
  'scenario/circular-start': [
    'starts:\n  a: { start: b }\n  b: { start: a }',
    'a',
    'Let one of them begin without a start.',
  ],
  'scenario/start-twice': ['starts:\n  a: { on: 2026-03-02 }\n---', 'a', 'Give one of them another name.'],
};

for (const [code, [content, at, advice]] of Object.entries(wrong)) {
  test(`${code} is reported where it stands, with what to write instead`, () => {
    const twice = code === 'scenario/start-twice';
    const source = content.replace('\n---', '');
    const { problems } = twice ? read(source, source) : read(source);
    const found = problems.filter((problem) => problem.code === code);
    expect(found).toHaveLength(1);
    const [problem] = found;
    if (problem === undefined) return;
    const lines = source.split('\n');
    const text = lines[problem.at.line - 1]?.slice(
      problem.at.column - 1,
      problem.at.endLine === problem.at.line ? problem.at.endColumn - 1 : undefined,
    );
    expect(text).toBe(at);
    expect(problem.advice).toBe(advice);
  });
}

const messages = (content: string): string[] => read(content).problems.map(({ message }) => message);

test('a day that there is not is told from a word that is no day, and the sentence says why', () => {
  const born = (day: string) => messages(`{ on: 2026-03-02, answers: { born: ${day} } }`);
  expect(born('1990-02-29')).toEqual(['There is no such day as 29 February 1990: February 1990 has 28 days.']);
  expect(born('31 April 2008')).toEqual(['There is no such day as 31 April 2008: April 2008 has 30 days.']);
  expect(born('1990-13-01')).toEqual(['There is no such day as 1990-13-01: a year has 12 months.']);
  expect(born('1990-05-00')).toEqual(['There is no such day as 0 May 1990: days count from 1.']);
  expect(born('soon')).toEqual(['“soon” is no answer to born: it takes a day, as 2026-03-02.']);
  // 2024 is a leap year.
  expect(born('2024-02-29')).toEqual([]);
  expect(messages('{ on: 2026-03-02, answers: { seen: 2026-02-29T10:00 } }')).toEqual([
    'There is no such day as 29 February 2026: February 2026 has 28 days.',
  ]);
});

test('a number is held to both its limits, which it may be', () => {
  const ric = (score: number) => messages(`{ on: 2026-03-02, answers: { ric: ${score} } }`);
  expect(ric(-1)).toEqual(['“-1” is no answer to ric: it is at least 0 and at most 24.']);
  expect([...ric(0), ...ric(24)]).toEqual([]);
  expect(messages('{ on: 2026-03-02, answers: { ric: 1.5 } }')).toEqual([
    '“1.5” is no answer to ric: it counts in whole numbers.',
  ]);
});

test('a criterion is worked out; the judgement that one declares is answered', () => {
  expect(messages('{ on: 2026-03-02, answers: { adult: met } }')).toEqual(['adult is worked out, not answered.']);
  expect(messages('{ on: 2026-03-02, answers: { able: yes } }')).toEqual([]);
});

test('the wrong person is named for every answer that is not for her, and anybody inside may record a consent', () => {
  const act = (text: string) => messages(`events: [{ on: 2026-03-02, ${text} }]`);
  expect(act('answered: { source: self, born: 1985-03-27 }, by: partner')).toEqual([
    'source is not for the partner to say: as it stands, it would not count.',
    'born is not for the partner to say: as it stands, it would not count.',
  ]);
  expect(act('consented: { sharing: given }, by: staff')).toEqual([]);
  const [problem] = read('events: [{ on: 2026-03-02, consented: { sharing: given }, by: partner }]').problems;
  expect(problem).toMatchObject({
    code: 'scenario/wrong-role',
    severity: 'error',
    advice: 'Who may: participant, and anybody inside who records it.',
  });
});

test('a judgement without a reason is a warning, and one among the answers that a case begins with needs none', () => {
  const [problem] = read('events: [{ on: 2026-03-02, judged: { able: yes }, by: staff }]').problems;
  expect(problem?.severity).toBe('warning');
  expect(messages('{ on: 2026-03-02, answers: { able: yes } }')).toEqual([]);
});

test('all problems of a file are found at once', () => {
  const { problems } = read('{ on: 2026-13-01, answers: { sauce: x, ric: x }, expects: 1 }');
  expect(problems.map(({ code }) => code).sort()).toEqual([
    'scenario/bad-date',
    'scenario/unknown-fact',
    'scenario/unknown-key',
    'scenario/unusable-answer',
  ]);
});

test('no text makes the reading of scenarios throw, and every problem stands in its file', () => {
  const whole = `${starts}
scenarios:
  - title: A man.
    start: a-court-case
    answers: { born: 2009-01-01, abuse: [physical], children: [{ name: Jo, age: 5 }] }
    events: [{ on: 2026-03-05, judged: { able: yes }, by: staff, reason: Why. }]
    expect: { at: 2026-03-06, decision: eligible, criteria: { adult: met }, missing: [born], because: EX-001 }
`;
  const pieces = [
    '',
    ' ',
    ':',
    '-',
    '[',
    '{',
    '}',
    '\n',
    '"',
    'null',
    '3',
    'start: a-man',
    '\u0000',
    '&a *a',
    'unanswered',
  ];
  const cut = fc.record({
    from: fc.nat(whole.length),
    length: fc.nat(40),
    piece: fc.constantFrom(...pieces),
  });
  fc.assert(
    fc.property(fc.array(cut, { minLength: 1, maxLength: 4 }), (cuts) => {
      const content = cuts.reduce(
        (text, { from, length, piece }) => text.slice(0, from) + piece + text.slice(from + length),
        whole,
      );
      const { problems } = read(content);
      const lines = content.split('\n').length;
      for (const { at, message } of problems) {
        expect([message, at.file, at.line >= 1 && at.line <= lines + 1]).toEqual([message, '1.yaml', true]);
      }
    }),
    { numRuns: process.env.SOAK ? 50_000 : 500 },
  );
});
