/** Numbers, times, voices and lists, by examples. */
import { expect, test } from 'vitest';
import { gathered } from '../../../generator/handbook/gather.js';
import {
  counted,
  dayOfSlot,
  hourSays,
  plural,
  saysNumber,
  saysSpan,
  spanSays,
} from '../../../generator/handbook/number-words.js';
import type { Said } from '../../../generator/handbook/teller.js';
import { agreeing, voiceOf } from '../../../generator/handbook/voice.js';
import { compiled, small } from './small-programme.js';

test.each([
  ['18:00', '6pm'],
  ['09:30', '9.30am'],
  ['12:00', 'midday'],
  ['00:15', '12.15am'],
  ['12:45', '12.45pm'],
])('%s is said as %s', (time, says) => expect(hourSays(time)).toBe(says));

test.each([
  ['Tuesday', '18:00', 'Tuesday evenings'],
  ['Tuesday', '16:59', 'Tuesday afternoons'],
  ['Tuesday', '10:00', 'Tuesday mornings'],
  ['Tuesday', undefined, 'Tuesdays'],
])('%s from %s is %s', (day, from, says) => expect(dayOfSlot(day, from)).toBe(says));

test('Numbers up to nine are words, and nouns agree with them', () => {
  expect([counted(1, 'session'), counted(7, 'group session'), counted(30, 'agency'), counted(2, 'young man')]).toEqual([
    'one session',
    'seven group sessions',
    '30 agencies',
    'two young men',
  ]);
  expect(spanSays({ n: 5, unit: 'working-days' })).toBe('five working days');
  expect(spanSays({ n: 1.5, unit: 'hours' })).toBe('90 minutes');
  expect([plural('service'), plural('church'), plural('Women’s Services')]).toEqual([
    'services',
    'churches',
    'Women’s Services',
  ]);
});

test.each([
  ['answers within five working days', { n: 5, unit: 'working-days' as const }, true],
  ['answers within five days', { n: 5, unit: 'working-days' as const }, false],
  ['a monthly contact', { n: 1, unit: 'months' as const }, true],
  ['a monthly contact', { n: 2, unit: 'months' as const }, false],
  ['every fortnight', { n: 2, unit: 'weeks' as const }, true],
  ['by noon on the next working day', { n: 1, unit: 'working-days' as const }, true],
  ['sessions of 90 minutes', { n: 1.5, unit: 'hours' as const }, true],
  ['sessions of 75 minutes', { n: 1.5, unit: 'hours' as const }, false],
  ['within 48 hours', { n: 48, unit: 'hours' as const }, true],
  ['within 148 hours', { n: 48, unit: 'hours' as const }, false],
  ['18 or over', { n: 18, unit: 'years' as const }, true],
])('“%s” says %o: %s', (sentence, span, says) => expect(saysSpan(sentence, span)).toBe(says));

test('A number is said by its figure, its word or its place in a row', () => {
  expect(
    ['the fifth absence', 'five absences', '5 absences', '15 absences', '5.5 hours'].map((text) => saysNumber(text, 5)),
  ).toEqual([true, true, true, false, false]);
});

test.each([
  ['keeps', 'keep'],
  ['passes', 'pass'],
  ['tries', 'try'],
  ['has', 'have'],
  ['can', 'can'],
  ['as', undefined],
  ['pass', undefined],
  ['sessions', undefined],
])('“it %s” is “we %s”', (verb, agreed) => expect(agreeing(verb)).toBe(agreed));

const { spoken } = voiceOf(compiled(small));
test.each([
  ['Example Trust keeps him informed.', 'We keep him informed.'],
  ['The referring agency tells Example Trust of any incident.', 'You tell us of any incident.'],
  ['If he cannot come, Example Trust gives a reason.', 'If he cannot come, we give a reason.'],
  ['Example Trust is open, and expects the same of them.', 'We are open, and expect the same of them.'],
  ['Example Trust’s staff decide.', 'Our staff decide.'],
  ['A risk is reported to the referring agency within a day.', 'A risk is reported to you within a day.'],
  // Where “it” goes on with the name, the name stays.
  ['Once Example Trust has the referral, it gets in touch.', 'Once Example Trust has the referral, it gets in touch.'],
  ['Example Trust and the court decide together.', 'Example Trust and the court decide together.'],
  ['A man who misses 2 sessions in 12 weeks.', 'A man who misses two sessions in 12 weeks.'],
  ['More than 2 absences, or more than 4 in all.', 'More than 2 absences, or more than 4 in all.'],
  ['Told within 1 working day.', 'Told within one working day.'],
  ['From 4 to 6 sessions.', 'From 4 to 6 sessions.'],
  ['A score of 0 to 20; 7 to 13 is medium.', 'A score of 0 to 20; 7 to 13 is medium.'],
  ['His file is closed by 16:00.', 'His file is closed by 4pm.'],
  ['A plan, and 4 weeks without a bet.', 'A plan, and four weeks without a bet.'],
  ['A course has room for 8 women.', 'A course has room for eight women.'],
  ['Leave of up to 3 weeks.', 'Leave of up to three weeks.'],
])('“%s” is spoken as “%s”', (written, says) => expect(spoken(written)).toBe(says));

const said = (text: string, line: string, n: number): Said => ({
  text,
  clauses: [`C-${n}`],
  section: 'about',
  order: n,
  line,
});

test('Sentences of one line of the document make one paragraph', () => {
  const blocks = gathered([said('One.', '4', 1), said('Two.', '4', 2), said('Three.', '5', 3)]);
  expect(blocks).toEqual([
    { kind: 'paragraph', text: 'One. Two.', clauses: ['C-1', 'C-2'] },
    { kind: 'paragraph', text: 'Three.', clauses: ['C-3'] },
  ]);
});

test('Three that begin alike with what must be make a list, with the rest beside it', () => {
  const blocks = gathered([
    said('He must be 18.', '1', 1),
    said('Nobody else decides.', '2', 2),
    said('He must sign.', '3', 3),
    said('He must agree.', '4', 4),
  ]);
  expect(blocks).toEqual([
    { kind: 'list', intro: 'He must:', items: ['be 18', 'sign', 'agree'], clauses: ['C-1', 'C-3', 'C-4'] },
    { kind: 'paragraph', text: 'Nobody else decides.', clauses: ['C-2'] },
  ]);
});

test('Two that begin alike stay sentences', () => {
  expect(gathered([said('He must be 18.', '1', 1), said('He must sign.', '2', 2)]).map(({ kind }) => kind)).toEqual([
    'paragraph',
    'paragraph',
  ]);
});
