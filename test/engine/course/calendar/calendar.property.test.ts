import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type { Calendar } from '../../../../engine/course/calendar/calendar.js';
import { completedBetween, windowAgo } from '../../../../engine/course/calendar/completed.js';
import { dueAfter } from '../../../../engine/course/calendar/due.js';
import { type Working, workingDaysOf } from '../../../../engine/course/calendar/working-days.js';
import { dayNumber, dayText, type SpanUnit } from '../../../../engine/index.js';
import { runs } from '../../random-cases.js';
import { england, from, tableOf } from './calendar-for-tests.js';

/** Days inside the table and past both its ends. */
const anyDay = fc.integer({ min: dayNumber('2018-06-01'), max: dayNumber('2029-06-30') });
const few = fc.integer({ min: 0, max: 30 });
const some = fc.integer({ min: 1, max: 30 });
const fails = <Values>(property: fc.IProperty<Values>): boolean => fc.check(property, { numRuns: runs(2_000) }).failed;

const table = tableOf('england-and-wales');
const holidays = new Set(table.holidays.map(({ day }) => day));
/** Read off the table, with the weekday that Temporal gives. */
const isWorked = (day: number): boolean =>
  Temporal.PlainDate.from(dayText(day)).dayOfWeek <= 5 && !holidays.has(dayText(day));

const neverOff = ({ addWorkingDays, isWorkingDay }: Working) =>
  fc.property(anyDay, few, (day, n) => {
    expect(isWorked(addWorkingDays(day, n).day)).toBe(true);
    expect(isWorkingDay(day)).toBe(isWorked(day));
  });
const additive = ({ addWorkingDays }: Working) =>
  fc.property(anyDay, few, few, (day, a, b) => {
    fc.pre(a >= 1 || isWorked(day));
    const [once, twice] = [addWorkingDays(day, a + b), addWorkingDays(addWorkingDays(day, a).day, b)];
    expect(twice.day).toBe(once.day);
  });
const monotone = ({ addWorkingDays }: Working) =>
  fc.property(anyDay, few, fc.integer({ min: 0, max: 10 }), some, (day, n, later, more) => {
    expect(addWorkingDays(day + later, n).day).toBeGreaterThanOrEqual(addWorkingDays(day, n).day);
    fc.pre(n >= 1);
    expect(addWorkingDays(day, n + more).day).toBeGreaterThan(addWorkingDays(day, n).day);
  });
const inverse = ({ addWorkingDays, workingDaysBetween }: Working) =>
  fc.property(anyDay, some, (day, n) => {
    const to = addWorkingDays(day, n);
    expect(workingDaysBetween(day, to.day)).toEqual({ n, provisional: to.provisional });
    // And the day before it was one fewer: it is the first such day.
    expect(workingDaysBetween(day, to.day - 1).n).toBe(n - 1);
    expect(workingDaysBetween(to.day, day).n).toBe(-n);
  });
const saysWhenProvisional = ({ addWorkingDays }: Working) =>
  fc.property(anyDay, some, (day, n) => {
    const to = addWorkingDays(day, n);
    const passed = Array.from({ length: to.day - day }, (_, i) => Temporal.PlainDate.from(dayText(day + 1 + i)));
    const isUnknown = (date: Temporal.PlainDate): boolean =>
      date.dayOfWeek <= 5 && (date.toString() < table.knownFrom || date.toString() > table.knownUntil);
    expect(to.provisional).toBe(passed.some(isUnknown));
  });

interface Law {
  isKept(by: Working): void;
  isBroken(by: Working): boolean;
}
const law = <Values>(property: (working: Working) => fc.IProperty<Values>): Law => ({
  isKept: (by) => fc.assert(property(by), { numRuns: runs(2_000) }),
  isBroken: (by) => fails(property(by)),
});
const laws: Record<string, Law> = {
  'a number of working days never ends on a day that is none': law(neverOff),
  'so many working days, and then so many more, are as many together': law(additive),
  'a later start or a longer time ends no sooner': law(monotone),
  'the working days to the n-th after a day are n': law(inverse),
  'a result is provisional exactly where a Monday to Friday was passed that the table does not know':
    law(saysWhenProvisional),
};
test.each(Object.entries(laws))('%s', (_, { isKept }) => {
  isKept(england.working);
});

const { working } = england;
const withAdded = (add: (day: number, n: number) => number): Working => ({
  ...working,
  addWorkingDays: (day, n) => ({ ...working.addWorkingDays(day, n), day: add(day, n) }),
});
const added = (day: number, n: number): number => working.addWorkingDays(day, n).day;
const planted: [fault: string, faulty: Working, broken: string[]][] = [
  [
    'knows no holidays',
    workingDaysOf({ ...table, holidays: [] }),
    ['a number of working days never ends on a day that is none'],
  ],
  [
    'leaves a day as it is where no working days are added',
    withAdded((day, n) => (n === 0 ? day : added(day, n))),
    ['a number of working days never ends on a day that is none'],
  ],
  [
    'counts the first day',
    withAdded((day, n) => added(day - 1, n)),
    [
      'so many working days, and then so many more, are as many together',
      'the working days to the n-th after a day are n',
    ],
  ],
  [
    'counts all days and only then looks for a working day',
    withAdded((day, n) => added(day + n, 0)),
    [
      'so many working days, and then so many more, are as many together',
      'a later start or a longer time ends no sooner',
      'the working days to the n-th after a day are n',
    ],
  ],
  [
    'counts a working day at both ends',
    {
      ...working,
      workingDaysBetween: (first, last) => working.workingDaysBetween(first - 1, last),
    },
    ['the working days to the n-th after a day are n'],
  ],
  [
    'looks only at the last day for whether the table knows it',
    {
      ...working,
      addWorkingDays: (day, n) => {
        const found = working.addWorkingDays(day, n);
        return { ...found, provisional: dayText(found.day) > table.knownUntil };
      },
    },
    ['a result is provisional exactly where a Monday to Friday was passed that the table does not know'],
  ],
];
test.each(planted)('it is found out when a calendar %s', (_, faulty, broken) => {
  for (const name of broken) {
    const { isBroken } = laws[name] ?? {};
    expect([name, isBroken?.(faulty)]).toEqual([name, true]);
  }
});

const unit = fc.constantFrom<Exclude<SpanUnit, 'hours'>>('days', 'working-days', 'weeks', 'months', 'years');
/** A minute of a day; often its first or its last. */
const minute = fc.oneof(fc.constantFrom(0, 1, 1438, 1439), fc.integer({ min: 0, max: 1439 }));
const instantOn = (day: number, ofDay: number): string => {
  const [hour, min] = [Math.floor(ofDay / 60), ofDay % 60].map((part) => String(part).padStart(2, '0'));
  return new Date(england.clock.at(day, `${hour}:${min}`)).toISOString();
};

type DueAfter = typeof dueAfter;
const sameAllDay = (subject: DueAfter = dueAfter) =>
  fc.property(anyDay, minute, some, unit, (day, ofDay, n, kind) => {
    const ofTheDay = subject(england, from(dayText(day)), { n, unit: kind });
    expect(subject(england, from(instantOn(day, ofDay)), { n, unit: kind })).toEqual(ofTheDay);
  });
test('what is due in days is due on the same day at whatever time it began', () => {
  fc.assert(sameAllDay(), { numRuns: runs(2_000) });
});
test('it is found out when days are reckoned as 24 hours, or by the day that it is in UTC', () => {
  const byHours: DueAfter = (calendar, anchor, span) => {
    if (span.unit !== 'days') return dueAfter(calendar, anchor, span);
    const day = calendar.clock.dayNumber(anchor.start + span.n * 86_400_000);
    return dueAfter(calendar, { ...anchor, day }, { n: 0, unit: 'days' });
  };
  const byUtc: DueAfter = (calendar, anchor, span) =>
    dueAfter(calendar, anchor.precise ? { ...anchor, day: Math.floor(anchor.start / 86_400_000) } : anchor, span);
  expect(fails(sameAllDay(byHours))).toBe(true);
  expect(fails(sameAllDay(byUtc))).toBe(true);
});

/** That deadlines, completed time and windows say the same of a day about the end of a span. */
const oneMeaning = (completed: typeof completedBetween = completedBetween, window: typeof windowAgo = windowAgo) =>
  fc.property(anyDay, some, unit, fc.integer({ min: -4, max: 4 }), (day, n, kind, off) => {
    const span = { n, unit: kind };
    const { clock } = england;
    const { endsAt } = dueAfter(england, from(dayText(day)), span);
    const on = Math.max(clock.dayNumber(endsAt - 1) + off, day);
    const isPast = clock.startOfDay(on) >= endsAt;
    const passed = completed(england, from(dayText(day)), { ms: clock.startOfDay(on), completedDay: on }, kind);
    expect(passed > n).toBe(isPast);
    expect(passed >= n).toBe(clock.startOfDay(on + 1) >= endsAt);
    expect(day >= window(england, on, span)).toBe(!isPast);
  });
test('more than n units have passed, and it lies in no window of n, exactly from the day after the one it was due', () => {
  fc.assert(oneMeaning(), { numRuns: runs(3_000) });
});
test('it is found out when only whole units count, when months are of 30 days, when a window is a day short', () => {
  const whole: typeof completedBetween = (...given) => Math.floor(completedBetween(...given));
  const thirty: typeof completedBetween = (calendar: Calendar, since, to, kind) =>
    kind === 'months' ? (to.completedDay - since.day) / 30 : completedBetween(calendar, since, to, kind);
  const short: typeof windowAgo = (...given) => windowAgo(...given) + 1;
  expect(fails(oneMeaning(whole))).toBe(true);
  expect(fails(oneMeaning(thirty))).toBe(true);
  expect(fails(oneMeaning(completedBetween, short))).toBe(true);
});

type DayNumber = (instant: number) => number;
const instant = fc.oneof(
  fc.integer({ min: Date.parse('2018-01-01T00:00:00Z'), max: Date.parse('2030-01-01T00:00:00Z') }),
  // About midnight, in winter and in summer time.
  fc.tuple(anyDay, fc.constantFrom(-3_600_000, 0), fc.integer({ min: -2, max: 2 })).map(([day, hour, off]) => {
    return day * 86_400_000 + hour + off;
  }),
);
const localDay = (subject: DayNumber = england.clock.dayNumber) =>
  fc.property(instant, (ms) => {
    const zoned = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO('Europe/London');
    expect(dayText(subject(ms))).toBe(zoned.toPlainDate().toString());
  });
test('the local day of an instant is the one that Temporal gives', () => {
  fc.assert(localDay(), { numRuns: runs(2_000) });
});
test('it is found out when the day is that of UTC', () => {
  expect(fails(localDay((ms) => Math.floor(ms / 86_400_000)))).toBe(true);
});
