/** The numbers of the sessions against one another: what is wrong is told, and what may be right is left alone. */
import { expect, test } from 'vitest';
import { compile } from '../../../../generator/compile.js';

const whole = (sections: string): string => `rubric: 1
programme: { title: Specimen, provider: Example Trust }
people:
  outside: { participant: client, referrer: referrer }
  inside: { staff: Our staff }
forms:
  referral: { title: Referral form, from: referrer, asks: { age: { ask: Age, type: number } } }
eligibility:
  adult: { requires: age is at least 18, otherwise: He must be 18 or over. }
decision: { by: staff }
${sections}`;

const codes = (sections: string): string[] =>
  compile([{ file: 'sessions.yaml', content: whole(sections) }]).problems.map((problem) => problem.code);

const phases = (...sessions: string[]): string =>
  sessions.map((each, i) => `    phase-${'abcdef'[i]}: { sessions: ${each} }`).join('\n');

test.each([
  ['three assessments at least and four parts of 27 in all can be 30', '30', ['at least 3', '7', '7', '7', '6']],
  ['parts that are exact add up to the total', '27', ['7', '7', '7', '6']],
  ['a part that is not stated can be anything', '30', ['7', 'not-stated']],
  ['a part for a person to say can be anything', '30', ['7', 'for a person to say']],
  ['one of the alternatives fits', '24 or 26', ['12', '14']],
  ['a range of parts meets the total', '20', ['8 to 12', '10']],
  ['a total that is not stated is met by any parts', 'not-stated', ['7', '7']],
])('%s', (_name, total, parts) => {
  expect(codes(`sessions:\n  total: ${total}\n  phases:\n${phases(...parts)}\n`)).toEqual([]);
});

test.each([
  ['exact parts of 28 are not 30', '30', ['7', '7', '7', '7']],
  ['minimums of 31 exceed 30', '30', ['at least 4', '27']],
  ['parts of at most 20 do not reach 30', '30', ['at most 10', 'at most 10']],
  ['parts of 27 lie outside 24 or 26', '24 or 26', ['13', '14']],
])('%s', (_name, total, parts) => {
  expect(codes(`sessions:\n  total: ${total}\n  phases:\n${phases(...parts)}\n`)).toEqual(['sessions/total']);
});

test('a total that leaves the assessments out is compared with the phases that it counts', () => {
  const sessions = `sessions:
  total: 24
  counts: [phase-b, phase-c]
  phases:
${phases('3', '12', '12')}
`;
  expect(codes(sessions)).toEqual([]);
  expect(codes(sessions.replace('counts: [phase-b, phase-c]', 'counts: [phase-a, phase-b, phase-c]'))).toEqual([
    'sessions/total',
  ]);
});

test('27 topics for 30 sessions are told, and a reading settles it', () => {
  const titles = Array.from({ length: 27 }, (_, i) => `      - Topic ${i + 1}`).join('\n');
  const sessions = `sessions:\n  total: 30\n  topics:\n    are:\n${titles}\n`;
  expect(codes(sessions)).toEqual(['sessions/topics']);
  expect(codes(sessions.replace('    are:', '    reading: Three sessions have no topic.\n    are:'))).toEqual([]);
});

test('topics of a phase are counted against that phase', () => {
  const sessions = (n: number): string => `sessions:
  total: 12
  phases: { basics: { sessions: ${n} }, practice: { sessions: ${12 - n} } }
  topics:
    - { topic: One, phase: basics }
    - { topic: Two, phase: basics }
`;
  expect(codes(sessions(2))).toEqual([]);
  expect(codes(sessions(3))).toEqual(['sessions/topics']);
});

test.each([
  ['30 weekly sessions fit into 30 weeks', '1 week', '30 weeks', []],
  ['30 weekly sessions fit into 29 weeks, the first being on the first day', '1 week', '29 weeks', []],
  ['30 weekly sessions do not fit into 28 weeks', '1 week', '28 weeks', ['sessions/rate']],
  ['30 sessions at two each week fit into 15 weeks', '2 each week', '15 weeks', []],
  [
    '30 sessions at most one a fortnight do not fit into a year',
    'at most 1 every 2 weeks',
    '1 year',
    ['sessions/rate'],
  ],
  ['30 sessions, at least one a week, fit into any time', 'at least 1 each week', '2 weeks', []],
  ['30 sessions at a rate that is not stated fit into any time', 'not-stated', '2 weeks', []],
])('%s', (_name, every, lasts, expected) => {
  expect(codes(`sessions:\n  total: 30\n  every: ${every}\n  lasts: ${lasts}\n`)).toEqual(expected);
});

test('each phase takes its own time, and what comes before the start takes none of it', () => {
  // 10 sessions weekly and 5 each two weeks are 20 weeks; three assessments come before.
  const sessions = (lasts: string): string => `sessions:
  total: 18
  every: 1 week
  lasts: ${lasts}
  phases:
    assessment: { kind: assessment, sessions: 3, before-start: yes }
    basics: { sessions: 10 }
    practice: { sessions: 5, every: 2 weeks }
`;
  expect(codes(sessions('20 weeks'))).toEqual([]);
  expect(codes(sessions('17 weeks'))).toEqual(['sessions/rate']);
});

test('a trait of the provider’s own is no misspelling', () => {
  const outcomes = 'sessions: { outcomes: { attended: { present: yes, credited: yes, compliant: yes } } }\n';
  expect(codes(outcomes)).toEqual([]);
});

test('groups that share places state them once or alike', () => {
  const groups = (day: string): string => `groups:
  evening: { called: Evening group, places: at most 12, shares-with: day }
  day: { called: Day group${day} }
`;
  expect(codes(groups(''))).toEqual([]);
  expect(codes(groups(', places: at most 12'))).toEqual([]);
  expect(codes(groups(', places: 12'))).toEqual(['groups/pool-places']);
});

test('a role that is to say a number has to be one', () => {
  expect(codes('sessions: { total: for service-leader to say }\n')).toEqual(['name/no-such-role']);
});

test('in a definition that has clauses, a part answers by itself or through its section', () => {
  const sections = (
    own: string,
    ofAll: string,
  ): string => `sessions: { ${ofAll}phases: { basics: { sessions: 3${own} } } }
clauses: { EX-001: { says: Three sessions., force: tells } }
background: EX-001
`;
  const told = (text: string): string[] =>
    compile([{ file: 'sessions.yaml', content: whole(text) }]).problems.flatMap(({ code, message }) =>
      code === 'clause/no-origin' && message.includes('phase') ? [message] : [],
    );
  expect(told(sections('', ''))).toEqual(['The phase “basics” answers to no clause, and does not say why it is here.']);
  expect(told(sections(', clause: EX-001', ''))).toEqual([]);
  expect(told(sections('', 'clause: EX-001, '))).toEqual([]);
  expect(told(sections('', 'ours: A specimen., '))).toEqual([]);
});

test('a duty by the name of one that an appeal brings is told, with the step that brings it', () => {
  const sections = `appeals: { from: participant, against: [declined], steps: { review: { to: staff } } }
duties: { answer-review: { after: review-lodged, must: Answer it, by: staff } }
`;
  const { problems } = compile([{ file: 'sessions.yaml', content: whole(sections) }]);
  expect(problems.map(({ code, related }) => [code, related?.[0]?.message])).toEqual([
    ['name/twice', 'The step “review” brings this duty.'],
  ]);
});
