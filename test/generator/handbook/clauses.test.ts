/** A clause’s sentence is held to whom, by whom, what and when; and no clause is lost to a table, a list or a number. */
import { expect, test } from 'vitest';
import type { Handbook } from '../../../generator/index.js';
import { handbookWith, linesOf } from './small-programme.js';

type Change = [from: string, to: string];
const textOf = (handbook: Handbook): string =>
  handbook.sections.flatMap(({ title }) => linesOf(handbook, title)).join('\n');
const clause = (id: string, says: string, kind: string, force = 'must'): Change => [
  'clauses:\n',
  `clauses:\n  ${id}: { says: "${says}", force: ${force}, kind: ${kind}, line: 9 }\n`,
];
const closing = `    must: close as non-attendance
    confirmed-by: lead
    clause: EX-004
`;

test('A clause that tells the referrer is not said of a duty to tell the client', () => {
  const handbook = handbookWith(['should: contact referrer', 'should: contact participant']);
  expect(linesOf(handbook, 'What you will be told, and when')).toEqual([
    'When we receive the referral, we aim to get in touch with him within two weeks.',
  ]);
});

test('A clause that names who acts is not said of a duty of somebody else', () => {
  const tutor: Change = ['  inside:\n', '  inside:\n    tutor: { called: tutor, is: staff }\n'];
  const own: Change = ['Example Trust tells the referring agency', 'The programme lead tells the referring agency'];
  const told = (by: string): string[] =>
    linesOf(handbookWith(own, tutor, ['    by: staff\n', `    by: ${by}\n`]), 'What you will be told, and when');
  expect(told('lead')).toEqual(['The programme lead tells you within two weeks that it has the referral.']);
  expect(told('tutor')).toEqual([
    'When we receive the referral, the tutor should get in touch with you within two weeks.',
  ]);
});

test('A clause on closing is not said of a suspension', () => {
  const handbook = handbookWith(['must: close as non-attendance', 'must: suspend']);
  expect(linesOf(handbook, 'Suspension and ending')).toEqual([
    'When the sessions missed in a row reach 3, we will suspend his place once the programme lead has confirmed it.',
  ]);
});

test('“Loses his place” and “has his place given up” are said of a closure', () => {
  for (const words of ['loses his place', 'has his place given up']) {
    const handbook = handbookWith(['has his file closed', words]);
    expect(linesOf(handbook, 'Suspension and ending')).toEqual([`Whoever misses three sessions in a row ${words}.`]);
  }
});

const ground = (happens: string): Change => [
  closing,
  `${closing}  grounds-to-end:
    may: close as conduct
    confirmed-by: lead
    grounds:
      aggressive: { happens: ${happens}, clause: EX-009 }
`,
];
const onGround = clause(
  'EX-009',
  'The place of a client who becomes aggressive to staff may be ended.',
  'closure',
  'may',
);
test('A ground in other words than its clause is told in its own', () => {
  const ending = (happens: string): string | undefined =>
    linesOf(handbookWith(ground(happens), onGround), 'Suspension and ending').find(
      (line) => !line.includes('in a row'),
    );
  expect(ending('He was aggressive to staff')).toBe(
    'The place of a client who becomes aggressive to staff may be ended.',
  );
  expect(ending('He was drunk')).toBe('If he was drunk, we may close his case.');
});

const source: Change = [
  '      date-of-birth: {',
  `      source: { ask: Who refers?, type: choice, options: { court: Court, agency: Agency }, called: referral source }
      date-of-birth: {`,
];
test('A clause that names one answer is not said of a rule on another', () => {
  const handbook = (option: string): Handbook =>
    handbookWith(
      source,
      ['eligibility:\n', `eligibility:\n  from-court: { requires: source is ${option}, clause: EX-009 }\n`],
      clause('EX-009', 'Only a court refers.', 'eligibility'),
    );
  expect(linesOf(handbook('court'), 'Who can come')).toContain('Only a court refers.');
  expect(textOf(handbook('agency'))).not.toContain('Only a court refers.');
  expect(linesOf(handbook('agency'), 'Who can come')).toContain('The referral source is agency.');
});

test('A clause that nobody may be in prison is not said where being in prison is required', () => {
  const prison: Change = [
    '      date-of-birth: {',
    '      in-prison: { ask: Is he in prison?, type: yes-no }\n      date-of-birth: {',
  ];
  const who = (answer: string): string[] =>
    linesOf(
      handbookWith(
        prison,
        ['eligibility:\n', `eligibility:\n  free: { requires: in-prison is ${answer}, clause: EX-009 }\n`],
        clause('EX-009', 'Nobody is taken on who is in prison.', 'eligibility'),
      ),
      'Who can come',
    );
  expect(who('no')).toContain('Nobody is taken on who is in prison.');
  expect(who('yes')).not.toContain('Nobody is taken on who is in prison.');
});

const byFour = (time: string): Change[] => [
  ['    within: 2 weeks\n', `    within: 1 working day\n    by-time: "${time}"\n`],
  ['  provider: Example Trust\n', '  provider: Example Trust\n  working-days: england-and-wales\n'],
  [
    'Example Trust tells the referring agency within two weeks that it has the referral.',
    'The referring agency hears of it by 16:00 on the next working day.',
  ],
];
test('An hour of the day is held to as a number is', () => {
  const told = (time: string): string[] => linesOf(handbookWith(...byFour(time)), 'What you will be told, and when');
  expect(told('16:00')).toEqual(['You hear of it by 4pm on the next working day.']);
  expect(told('12:00')).toEqual([
    'When we receive the referral, we aim to get in touch with you within one working day, by midday.',
  ]);
});

const aged = (says: string): Handbook =>
  handbookWith(
    [
      'requires: date-of-birth is at least 18 years before today',
      'requires: { all-of: [date-of-birth is at least 11 years before today, date-of-birth is less than 17 years before today] }',
    ],
    ['He must be 18 or over.', says],
  );
test('Under 17 is up to 16, and no age is told in days of birth', () => {
  expect(linesOf(aged('He must be between 11 and 16.'), 'Who can come')).toEqual([
    'The client must be between 11 and 16.',
  ]);
  expect(linesOf(aged('He must be between 11 and 15.'), 'Who can come')).toEqual([
    'The client must be 11 or over and under 17.',
  ]);
});

test('What a clause says of the sessions beyond their numbers is not lost to the numbers', () => {
  const says = 'There are 12 sessions and one each week but none in the school holidays.';
  const course = (total: number): string[] =>
    linesOf(
      handbookWith(['There are 12 weekly sessions of two hours.', says], ['total: 12', `total: ${total}`]),
      'The course',
    );
  expect(course(12)[0]).toBe(`${says} Each session lasts two hours.`);
  expect(course(14)[0]).toBe(
    'The programme has 14 sessions. Each session lasts two hours. There is one session every week.',
  );
});

test('How a session is made up is told by its clause under Attendance, and by its numbers once they differ', () => {
  const attendance = (within: number): string[] =>
    linesOf(
      handbookWith(
        [
          'every: 1 week, clause',
          `every: 1 week, catch-up: { within: ${within} weeks, at-most: 2, clause: EX-009 }, clause`,
        ],
        clause(
          'EX-009',
          'A session missed may be made up one to one, within 2 weeks, at most twice.',
          'session',
          'may',
        ),
      ),
      'Attendance',
    );
  expect(attendance(2)).toEqual(['A session missed may be made up one to one, within two weeks, at most twice.']);
  expect(attendance(3)).toEqual(['A missed session can be made up within three weeks, at most two times.']);
});

const report: Change = [
  'partners:\n  ring-her',
  `reports:
  progress:
    title: Progress report
    to: referrer
    by: lead
    after: started
    clause: [EX-010, EX-013]
    headings:
      engagement: { heading: Engagement, asks: How does he engage?, clause: EX-011 }
      plan: { heading: Plan, attaches: sheet, released-by: lead, clause: EX-012 }
partners:
  ring-her`,
];
const reporting: Change[] = [
  report,
  ['      date-of-birth: {', '      sheet: { ask: Attendance sheet, type: file }\n      date-of-birth: {'],
  clause('EX-010', 'The referring agency gets a progress report once he has started.', 'report'),
  clause('EX-011', 'The report says how he engages.', 'report'),
  clause('EX-012', 'The attendance sheet may go with it once the lead has released it.', 'report', 'may'),
  clause('EX-013', 'The lead reads the report before it goes out.', 'report'),
];
test('Headings tell what they name; what waits for a release is told by its clause', () => {
  const told = linesOf(handbookWith(...reporting), 'What you will be told, and when');
  expect(told).toContain('Engagement');
  expect(told.join(' ')).not.toContain('how he engages');
  expect(told.join(' ')).toContain('The attendance sheet may go with it once the lead has released it.');
});

test('Where one clause of several is told by the rule, the others stand', () => {
  const told = linesOf(
    handbookWith(
      ...reporting,
      ['once he has started', 'within 2 weeks of the start'],
      ['    after: started\n    clause: [EX-010', '    after: started\n    within: 3 weeks\n    clause: [EX-010'],
    ),
    'What you will be told, and when',
  );
  expect(told.join(' ')).toContain(
    'When he starts, the programme lead must send the progress report within three weeks.',
  );
  expect(told.join(' ')).toContain('The lead reads the report before it goes out.');
  expect(told.join(' ')).not.toContain('two weeks of the start');
});

test('The programme’s own sentence stands in About us, and leave under Attendance', () => {
  const handbook = handbookWith(
    ['provider: Example Trust\n', 'provider: Example Trust\n  clause: EX-009\n'],
    ['decision:', 'pathway: { leave: { for: 14 days, clause: EX-010 } }\ndecision:'],
    clause('EX-009', 'Evening Programme is a course of Example Trust.', 'role', 'tells'),
    clause('EX-010', 'He may be away for up to 14 days.', 'leave', 'may'),
  );
  expect(linesOf(handbook, 'About us')).toContain('Evening Programme is a course of Example Trust.');
  expect(linesOf(handbook, 'About us').join(' ')).not.toContain('is run by');
  expect(linesOf(handbook, 'Attendance')).toContain('The client may be away for up to 14 days.');
});

test('What a form asks that no criterion rests on is no way to refer', () => {
  const handbook = handbookWith([
    'forms:\n',
    'forms:\n  papers: { title: School papers, from: referrer, after-decision: yes, asks: { report-of-school: { ask: Report, type: file } } }\n',
  ]);
  expect(linesOf(handbook, 'How to refer').slice(0, 2)).toEqual([
    'To make a referral, fill in the referral form. What it asks is set out below.',
    'Besides that, we ask you for “School papers”.',
  ]);
});
