import { expect, test } from 'vitest';
import { spanInWords } from '../../../../engine/contract/index.js';
import {
  amountSays,
  boundsOf,
  parseAmount,
  parseRate,
  parseSpan,
  rateSays,
} from '../../../../generator/language/constructs/amounts.js';
import { mendAmount, mendSpan, mendTimeLimit } from '../../../../generator/language/constructs/amounts-mend.js';

test.each([
  ['2 weeks', { n: 2, unit: 'weeks' }],
  ['1 week', { n: 1, unit: 'weeks' }],
  ['5 working days', { n: 5, unit: 'working-days' }],
  ['5 working-days', { n: 5, unit: 'working-days' }],
  ['48 hours', { n: 48, unit: 'hours' }],
  ['1.5 hours', { n: 1.5, unit: 'hours' }],
  ['90 minutes', { n: 1.5, unit: 'hours' }],
  ['120 minutes', { n: 2, unit: 'hours' }],
  ['12 months', { n: 12, unit: 'months' }],
])('“%s” is a length of time', (text, span) => {
  expect(parseSpan(text)).toEqual(span);
});

test.each(['0 weeks', '0 minutes', '1.5 minutes', '1.5 weeks', '2', 'weeks', '-1 week', '2 weeks or so', ''])(
  '“%s” is no length of time',
  (text) => {
    expect(parseSpan(text)).toBeUndefined();
  },
);

test.each([
  ['30', { kind: 'exactly', n: 30 }, '30 sessions'],
  ['1', { kind: 'exactly', n: 1 }, '1 session'],
  ['at least 3', { kind: 'at-least', n: 3 }, 'at least 3 sessions'],
  ['at most 12', { kind: 'at-most', n: 12 }, 'at most 12 sessions'],
  ['about 20', { kind: 'about', n: 20 }, 'about 20 sessions'],
  ['8 to 12', { kind: 'range', from: 8, to: 12 }, '8 to 12 sessions'],
  ['24 or 26', { kind: 'one-of', of: [24, 26] }, '24 or 26 sessions'],
  ['20, 24 or 26', { kind: 'one-of', of: [20, 24, 26] }, '20, 24 or 26 sessions'],
  ['for a person to say', { kind: 'for-a-person' }, 'as many sessions as a person says'],
  [
    'for service-lead to say',
    { kind: 'for-a-person', role: 'service-lead' },
    'as many sessions as the service lead says',
  ],
  ['not-stated', { kind: 'not-stated' }, 'a number of sessions that is not stated'],
])('“%s” is an amount, and reads so in English', (text, amount, english) => {
  const read = parseAmount(text);
  expect(read).toEqual(amount);
  expect(read && amountSays(read, 'session')).toBe(english);
});

test.each([
  ['1 week', { amount: { kind: 'exactly', n: 1 }, each: { n: 1, unit: 'weeks' } }, 'one session each week'],
  ['2 each week', { amount: { kind: 'exactly', n: 2 }, each: { n: 1, unit: 'weeks' } }, '2 sessions each week'],
  [
    'at most 1 each week',
    { amount: { kind: 'at-most', n: 1 }, each: { n: 1, unit: 'weeks' } },
    'at most 1 session each week',
  ],
  [
    'at least 1 every 2 weeks',
    { amount: { kind: 'at-least', n: 1 }, each: { n: 2, unit: 'weeks' } },
    'at least 1 session every 2 weeks',
  ],
])('“%s” says how often, and reads so in English', (text, rate, english) => {
  const read = parseRate(text);
  expect(read).toEqual(rate);
  expect(read && rateSays(read, 'session')).toBe(english);
});

test.each([
  [{ n: 1, unit: 'working-days' }, '1 working day'],
  [{ n: 10, unit: 'working-days' }, '10 working days'],
  [{ n: 1, unit: 'hours' }, '1 hour'],
  [{ n: 1.5, unit: 'hours' }, '90 minutes'],
] as const)('a length of time reads in the singular and in the plural', (span, english) => {
  expect(spanInWords(span)).toBe(english);
});

test('what a person says, what is not stated and “about” bind nothing', () => {
  const free = { least: 0, most: Number.POSITIVE_INFINITY };
  expect(boundsOf({ kind: 'for-a-person' })).toEqual(free);
  expect(boundsOf({ kind: 'not-stated' })).toEqual(free);
  expect(boundsOf({ kind: 'about', n: 20 })).toEqual(free);
  expect(boundsOf({ kind: 'one-of', of: [26, 24] })).toEqual({ least: 24, most: 26 });
});

test.each([
  ['two weeks', '2 weeks'],
  ['a fortnight', '2 weeks'],
  ['10 business days', '10 working days'],
  ['90 mins', '90 minutes'],
  ['48hrs', '48 hours'],
  ['within 5 days', '5 days'],
])('for the length of time “%s” the answer suggests “%s”', (written, meant) => {
  expect(mendSpan(written, parseSpan)).toBe(meant);
});

test.each([
  ['3 business days', '3 working days'],
  ['two weeks', '2 weeks'],
  ['14 calendar days', '14 days'],
  ['24 hrs', '24 hours'],
  ['next working day', '1 working day'],
  ['the next day', '1 day'],
  ['the same day', 'at-once'],
  ['Immediately', 'at-once'],
  ['no later than 5 days', '5 days'],
])('for “%s” as the time that there is the answer suggests “%s”', (written, meant) => {
  expect(mendTimeLimit(written, parseSpan)).toBe(meant);
});

test('time to wait is not put as time that there is', () => {
  expect(mendTimeLimit('at least 5 days', parseSpan)).toBeUndefined();
  expect(mendTimeLimit('not before 4 hours', parseSpan)).toBeUndefined();
  expect(mendTimeLimit('soon', parseSpan)).toBeUndefined();
});

test.each([
  ['up to 12', 'at most 12'],
  ['minimum of 3', 'at least 3'],
  ['twelve', '12'],
  ['8-12', '8 to 12'],
  ['between 8 and 12', '8 to 12'],
  ['around 20 sessions', 'about 20'],
  ['3 or more', 'at least 3'],
  ['unknown', 'not-stated'],
])('for the amount “%s” the answer suggests “%s”', (written, meant) => {
  expect(mendAmount(written, parseAmount)).toBe(meant);
});

test.each([
  ['weekly', '1 week'],
  ['once a week', '1 each week'],
  ['twice per week', '2 each week'],
  ['2 sessions a week', '2 each week'],
  ['no more than one session per week', 'at most 1 each week'],
])('for “%s” as a rate the answer suggests “%s”', (written, meant) => {
  expect(mendAmount(written, parseRate)).toBe(meant);
});

test('for words that mean no number nothing is suggested', () => {
  expect(mendAmount('a few', parseAmount)).toBeUndefined();
  expect(mendSpan('as soon as possible', parseSpan)).toBeUndefined();
});
