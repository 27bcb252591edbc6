/** A programme that uses most of what can be said of time, and random cases of it. */
import fc from 'fast-check';
import type { Bundle, CaseEvent, SessionMark } from '../../../engine/index.js';
import { dayNumber, dayText } from '../../../engine/index.js';
import { compile } from '../../../generator/index.js';

const text = `rubric: 1
programme: { id: anybodys, title: Anybody’s course, provider: Anybody, working-days: england-and-wales }
people:
  outside: { participant: participant, referrer: referrer, partner: partner }
  inside:
    staff: staff
    facilitator: { called: facilitator, is: staff }
    partner-worker: { called: support worker, supports: partner }
sessions:
  total: 20
  every: 1 week
  order: sequential
  outcomes:
    attended: { present: yes, credited: yes }
    late: { present: yes, absence: yes }
    absent: { absence: yes }
  phases:
    one: { kind: group, sessions: 6, ours: test }
    two: { kind: group, sessions: 14, ours: test }
  catch-up: { within: 3 weeks }
  ours: test
messages:
  warning: { to: participant, ours: test }
  court-letter: { to: referrer, ours: test }
records:
  incident:
    called: an incident was reported
    asks:
      severity: { ask: How severe was it?, type: choice, options: { low: Low, high: High } }
    ours: test
  evidence: { called: evidence arrived, about: session, ours: test }
facts:
  missed-in-a-row: { run-of: session, where: absence is yes, broken-by: [heard-from-participant], ours: test }
  credits: { count-of: session, where: credited is yes, ours: test }
  absences: { count-of: session, where: absence is yes, ours: test }
  most-in-a-phase: { count-of: session, where: absence is yes, in-any-one: phase, ours: test }
  lately: { count-of: session, where: absence is yes, in-the-last: 6 weeks, ours: test }
  unexcused:
    for-each: session
    when:
      all-of:
        - absence is yes
        - evidence has not happened by 16:00 the next day
    ours: test
  unexcused-absences: { count-of: session, where: unexcused is yes, ours: test }
  high-incidents: { count-of: incident, where: severity is high, ours: test }
  days-silent: { time-since: latest session-attended, in: days, ours: test }
rules:
  close-two: { when: missed-in-a-row reaches 2, must: close as non-attendance, confirmed-by: facilitator, reason: Two, ours: test }
  cap: { when: absences is more than 4, must: close as cap, confirmed-by: facilitator, reason: Cap, ours: test }
  phase-cap: { when: most-in-a-phase is at least 3, may: suspend, confirmed-by: facilitator, reason: Phase, ours: test }
  often: { when: lately reaches 3, may: suspend, confirmed-by: facilitator, reason: Often, ours: test }
  warn:
    for-each: session
    when: unexcused is yes
    unless: warning-sent has happened in the last 3 months
    must: send warning
    by: facilitator
    reason: Warn
    ours: test
  court:
    for-each: session
    when: unexcused is yes
    only-when: warning-sent has happened in the last 3 months
    must: send court-letter
    by: facilitator
    reason: Court
    ours: test
  silent: { when: days-silent is at least 21, should: contact participant, by: facilitator, reason: Silent, ours: test }
  long-suspended: { when: stage is suspended for at least 4 weeks, must: close as other, confirmed-by: facilitator, reason: Long, ours: test }
  overdue: { when: report-incident is missed, should: Tell the manager, by: facilitator, reason: Overdue, ours: test }
completion:
  needs:
    enough: credits is at least 3
    calm:
      any-of:
        - incident has not happened since warning-sent
        - high-incidents is 0
    quiet: close-two is not standing
  confirmed-by: facilitator
  ours: test
duties:
  report-incident: { after: incident, must: Report it, within: 5 working days, counted-from: learned, by: facilitator, ours: test }
  mid-way: { after: credits reaches 5, must: Write the report, within: 2 weeks, by: facilitator, ours: test }
  status: { after: started, while: stage is on-programme or suspended, every: calendar month, must: Write the status report, within: 5 working days, by: facilitator, ours: test }
  risk-review: { after: started, at-least-every: 8 weeks, while: stage is on-programme, must: Review risk, by: facilitator, ours: test }
  reinstate: { after: suspended, must: resume, within: 2 weeks, by: facilitator, ours: test }
`;

/** The bundle of that programme, and of further sections. Throws with its problems where it does not compile. */
export const anybodysBundle = (more = ''): Bundle => {
  const { bundle, problems } = compile([{ file: 'programme.yaml', content: text + more }]);
  if (!bundle) throw new Error(problems.map(({ code, message }) => `${code}: ${message}`).join('\n'));
  return bundle;
};

export const firstDay = dayNumber('2026-01-05');
const event = (n: number, kind: CaseEvent['kind'], day: number, more: Partial<CaseEvent>): CaseEvent => ({
  id: `e${n}`,
  kind,
  happened: dayText(day),
  learned: dayText(day),
  recorded: dayText(day),
  by: { role: 'facilitator' },
  values: {},
  ...more,
});

/** What may be added to a case on a day, without its number. */
type Act = { day: number; kind: CaseEvent['kind']; more: Partial<CaseEvent> };

const week = fc.integer({ min: 0, max: 20 });
const anyDay = fc.integer({ min: 1, max: 150 });
const session = fc
  .record({
    week,
    mark: fc.constantFrom('attended', 'attended', 'attended', 'absent', 'absent', 'late', 'cancelled', 'planned'),
  })
  .map(({ week: n, mark }): Act => {
    const on = dayText(firstDay + 7 * (n + 1));
    const held: SessionMark =
      mark === 'cancelled' || mark === 'planned' ? { mark, on } : { mark: 'held', on, outcome: mark };
    return { day: mark === 'planned' ? firstDay : firstDay + 7 * (n + 1), kind: 'session', more: { session: held } };
  });
const happening = fc
  .record({
    day: anyDay,
    what: fc.constantFrom(
      'heard-from-participant',
      'warning-sent',
      'incident',
      'suspended',
      'resumed',
      'leave-started',
      'leave-ended',
      'report-incident-done',
      'status-done',
      'risk-review-done',
      'mid-way-done',
      'caught-up',
    ),
    severity: fc.constantFrom('low', 'high', 'not-known'),
  })
  .map(
    ({ day, what, severity }): Act => ({
      day: firstDay + day,
      kind: 'happened',
      more: { what, values: what === 'incident' ? { severity } : {} },
    }),
  );
const answer = fc
  .record({ day: anyDay, rule: fc.constantFrom('close-two', 'phase-cap', 'often', 'warn'), yes: fc.boolean() })
  .map(({ day, rule, yes }): Act => ({ day: firstDay + day, kind: yes ? 'confirmed' : 'refused', more: { rule } }));

/** Random cases: it starts, then sessions, happenings and answers in any order. */
export const anyCase: fc.Arbitrary<CaseEvent[]> = fc
  .array(
    fc.oneof({ weight: 5, arbitrary: session }, { weight: 3, arbitrary: happening }, { weight: 1, arbitrary: answer }),
    {
      minLength: 3,
      maxLength: 30,
    },
  )
  .map((acts) => [
    event(0, 'happened', firstDay, { what: 'started' }),
    ...acts.map(({ day, kind, more }, n) => event(n + 1, kind, day, more)),
  ]);
export const anyAsOf = fc.integer({ min: 10, max: 170 }).map((day) => dayText(firstDay + day));
