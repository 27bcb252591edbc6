import { expect, test } from 'vitest';
import { nothingSaid, type Reach } from '../../../runtime/server/partner-support/contract.js';
import {
  against,
  againstOutcome,
  atWrongTime,
  officeTime,
  safeDayInWords,
} from '../../../runtime/server/partner-support/safe-ways.js';

const zone = 'Europe/London';
/** Mondays from nine to five, and in the evening from seven to eight; Fridays at any time. */
const reach: Reach = {
  ...nothingSaid,
  ways: { ...nothingSaid.ways, telephone: 'yes', letter: 'no' },
  safe: [{ day: 1, from: '09:00', to: '17:00' }, { day: 1, from: '19:00', to: '20:00' }, { day: 5 }],
};

test('the office’s clock says which day and hour it is, in summer as in winter', () => {
  expect(officeTime('2026-03-02T18:30:00Z', zone)).toEqual({ day: 1, time: '18:30' });
  // Summer time: an hour on, and past midnight it is the next day.
  expect(officeTime('2026-07-05T23:15:00Z', zone)).toEqual({ day: 1, time: '00:15' });
});

test('outside of the hours she gave, the hour and what she asked for are said', () => {
  expect(atWrongTime(reach, { day: 1, time: '21:00' })).toBe('It is 9pm: she asked not to be called after 8pm.');
  expect(atWrongTime(reach, { day: 1, time: '08:59' })).toBe('It is 8:59am: she asked not to be called before 9am.');
  expect(atWrongTime(reach, { day: 1, time: '18:00' })).toBe('It is 6pm: she asked not to be called before 7pm.');
});

test('on a day that she did not name, the days she named are said', () => {
  expect(atWrongTime(reach, { day: 2, time: '10:00' })).toBe(
    'It is Tuesday: she asked to be called only on Monday and Friday.',
  );
});

test('within the hours nothing is said, nor where she named none', () => {
  for (const time of ['09:00', '17:00', '19:30']) expect(atWrongTime(reach, { day: 1, time })).toBeUndefined();
  expect(atWrongTime(reach, { day: 5, time: '23:59' })).toBeUndefined();
  expect(atWrongTime(nothingSaid, { day: 7, time: '03:00' })).toBeUndefined();
});

test('a way that she ruled out speaks against itself; the hour does not speak against a letter', () => {
  expect(against(reach, 'letter', { day: 2, time: '10:00' })).toEqual(['She asked not to be reached by letter.']);
  expect(against(reach, 'email', { day: 2, time: '10:00' })).toEqual([]);
  expect(against(reach, 'telephone', { day: 1, time: '10:00' })).toEqual([]);
});

test('a message may be left only where she said so', () => {
  expect(againstOutcome({ voicemail: 'no' }, 'telephone', 'message-left')).toEqual([
    'She asked that no message is left.',
  ]);
  expect(againstOutcome({ voicemail: 'not-asked' }, 'telephone', 'message-left')).toHaveLength(1);
  expect(againstOutcome({ voicemail: 'yes' }, 'telephone', 'message-left')).toEqual([]);
  expect(againstOutcome({ voicemail: 'no' }, 'telephone', 'no-answer')).toEqual([]);
});

test('days are said with their hours', () => {
  expect(reach.safe.map(safeDayInWords)).toEqual(['Monday, 9am to 5pm', 'Monday, 7pm to 8pm', 'Friday, at any time']);
});
