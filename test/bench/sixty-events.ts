/** A case of 60 events over half a year, of the programme of the tests that uses most of what can be said of time. */
import type { CaseEvent } from '../../engine/index.js';
import { dayText } from '../../engine/index.js';
import { firstDay } from '../engine/course/anybodys-course.js';

export const asOf = '2026-06-30';

const event = (n: number, kind: CaseEvent['kind'], day: number, more: Partial<CaseEvent>): CaseEvent => ({
  id: `e${n}`,
  kind,
  happened: dayText(firstDay + day),
  learned: dayText(firstDay + day),
  recorded: dayText(firstDay + day),
  by: { role: 'facilitator' },
  values: {},
  ...more,
});

/** What came of each week: absent in the 4th, 9th, 10th and 17th, cancelled in the 6th and 13th, late in the 15th. */
const weeks = Array.from({ length: 24 }, (_, i) => i + 1);
const outcomeOf = (week: number): string =>
  [4, 9, 10, 17].includes(week) ? 'absent' : week === 15 ? 'late' : 'attended';

type Act = [day: number, kind: CaseEvent['kind'], more: Partial<CaseEvent>];
const happened = (day: number, what: string, more: Partial<CaseEvent> = {}): Act => [
  day,
  'happened',
  { what, ...more },
];
const sessions = weeks.map((week): Act => {
  const on = dayText(firstDay + 7 * week);
  const isHeld = week !== 6 && week !== 13;
  return [
    7 * week,
    'session',
    { session: isHeld ? { mark: 'held', on, outcome: outcomeOf(week) } : { mark: 'cancelled', on } },
  ];
});
const acts: Act[] = [
  happened(0, 'started'),
  ...sessions,
  ...[29, 64, 72, 120, 121, 151].map((day) => happened(day, 'heard-from-participant')),
  ...[20, 66, 110, 140].map((day, i) =>
    happened(day, 'incident', { values: { severity: i % 2 === 0 ? 'high' : 'low' } }),
  ),
  ...[22, 67, 118, 142].map((day) => happened(day, 'report-incident-done')),
  ...[30, 121].map((day) => happened(day, 'warning-sent')),
  ...[31, 122].map((day) => happened(day, 'participant-contacted')),
  ...[28, 59, 87, 118, 148].map((day) => happened(day, 'status-done')),
  ...[50, 105, 160].map((day) => happened(day, 'risk-review-done')),
  happened(45, 'mid-way-done'),
  happened(73, 'catch-up-booked'),
  happened(75, 'caught-up'),
  happened(99, 'suspended'),
  happened(111, 'resumed'),
  [71, 'refused', { rule: 'close-two' }],
  [74, 'refused', { rule: 'often' }],
  happened(152, 'evidence'),
  happened(153, 'incident', { values: { severity: 'not-known' } }),
];
export const sixtyEvents: CaseEvent[] = acts
  .sort(([a], [b]) => a - b)
  .map(([day, kind, more], n) => event(n, kind, day, more));
