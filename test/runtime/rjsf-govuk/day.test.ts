import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinDate, joinDateTime, splitDate } from '../../../runtime/rjsf-govuk/index.js';

const date = (day: unknown, month: unknown, year: unknown) => joinDate({ day, month, year });

test('a real day becomes an ISO date', () => {
  expect(date('27', '3', '1985')).toBe('1985-03-27');
  expect(date(' 01 ', '12', '2026')).toBe('2026-12-01');
});

test('29 February is real in 2024 and not in 2023 or 1900', () => {
  expect(date('29', '2', '2024')).toBe('2024-02-29');
  expect(date('29', '2', '2023')).toBe('29/2/2023');
  expect(date('29', '2', '1900')).toBe('29/2/1900');
});

test('a month may be a word, but not part of another word', () => {
  expect(date('27', 'March', '1985')).toBe('1985-03-27');
  expect(date('27', 'mar', '1985')).toBe('1985-03-27');
  expect(date('1', 'Sept', '2020')).toBe('2020-09-01');
  expect(date('27', 'Marzipan', '1985')).toBe('27/Marzipan/1985');
  expect(date('27', 'ma', '1985')).toBe('27/ma/1985');
});

test('a whole date in the first box is understood', () => {
  expect(date('27/3/1985', '', '')).toBe('1985-03-27');
  expect(date('27 March 1985', '', '')).toBe('1985-03-27');
  expect(date('1985-03-27', '', '')).toBe('1985-03-27');
});

test('three empty boxes are no answer', () => {
  expect(date('', ' ', undefined)).toBeUndefined();
  expect(joinDate({})).toBeUndefined();
  expect(joinDateTime({ time: '' })).toBeUndefined();
});

test('a year of two figures is not guessed', () => {
  expect(date('27', '3', '85')).toBe('27/3/85');
});

test('what is no real day is kept as it was typed', () => {
  expect(splitDate(date('31', '2', '1985'))).toMatchObject({ day: '31', month: '2', year: '1985' });
  expect(splitDate(date('soon', '', ''))).toMatchObject({ day: 'soon', month: '', year: '' });
  expect(splitDate(date('1/2', '3', '4'))).toMatchObject({ day: '1/2', month: '3', year: '4' });
});

test('an ISO date stands in the boxes without leading noughts', () => {
  expect(splitDate('1985-03-07')).toEqual({ day: '7', month: '3', year: '1985', time: '' });
  expect(splitDate('2026-03-02T18:00')).toEqual({ day: '2', month: '3', year: '2026', time: '18:00' });
  expect(splitDate(undefined)).toEqual({ day: '', month: '', year: '', time: '' });
});

test('times are written as people write them', () => {
  const at = (time: string) => joinDateTime({ day: '2', month: '3', year: '2026', time });
  expect(at('6pm')).toBe('2026-03-02T18:00');
  expect(at('6.30 PM')).toBe('2026-03-02T18:30');
  expect(at('18:30')).toBe('2026-03-02T18:30');
  expect(at('12am')).toBe('2026-03-02T00:00');
  expect(at('12pm')).toBe('2026-03-02T12:00');
  expect(at('midday')).toBe('2026-03-02T12:00');
  expect(at('25:00')).toBe('2/3/2026/25:00');
  expect(at('13pm')).toBe('2/3/2026/13pm');
  expect(at('6')).toBe('2/3/2026/6');
  expect(at('')).toBe('2/3/2026/');
});

test('boxes that are no real day come back exactly, whatever is typed into them', () => {
  const box = fc.string().map((word) => word.trim());
  fc.assert(
    fc.property(box, box, box, (day, month, year) => {
      const joined = date(day, month, year);
      if (joined === undefined || /^\d{4}-\d\d-\d\d$/.test(joined)) return;
      expect(splitDate(joined)).toEqual({ day, month, year, time: '' });
      expect(joinDate(splitDate(joined))).toBe(joined);
    }),
    { numRuns: 2000 },
  );
});

test('every real day comes back from its boxes', () => {
  const day = fc.date({ min: new Date('0100-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(day, (at) => {
      const iso = at.toISOString().slice(0, 10);
      expect(joinDate(splitDate(iso))).toBe(iso);
    }),
    { numRuns: 2000 },
  );
});
