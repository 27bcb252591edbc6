/**
 * That what is hers shows in nothing of his: two cases alike but for events of hers come to the same in everything that is
 * not marked as hers.
 */
import fc from 'fast-check';
import { beforeAll, expect, test, vi } from 'vitest';
import { type Bundle, type CaseEvent, dayText, type Evaluation, evaluate, type Moment } from '../../../engine/index.js';
import { runs } from '../random-cases.js';
import { anyAsOf, anyCase, firstDay } from './anybodys-course.js';
import { course } from './story.js';

const bundle = course(`
  her-form:
    title: Her wishes
    from: partner
    ours: test
    asks:
      feels-safe: { ask: Do you feel safe?, type: yes-no }
sessions:
  total: 20
  every: 1 week
  outcomes:
    attended: { present: yes, credited: yes }
    late: { present: yes, absence: yes }
    absent: { absence: yes }
  catch-up: { within: 3 weeks }
  ours: test
messages:
  warning: { to: participant, ours: test }
records:
  incident: { called: an incident was reported, asks: { severity: { ask: How severe was it?, options: { low: Low, high: High } } }, ours: test }
  wish: { called: she said what she wants, by: support-worker, about: partner, asks: { wanted: { ask: What?, options: [calls, nothing] } }, ours: test }
  worry: { called: the support worker was worried, by: support-worker, ours: test }
facts:
  missed-in-a-row: { run-of: session, where: absence is yes, broken-by: [heard-from-participant], ours: test }
  credits: { count-of: session, where: credited is yes, ours: test }
  lately: { count-of: session, where: absence is yes, in-the-last: 6 weeks, ours: test }
  days-silent: { time-since: latest session-attended, in: days, ours: test }
  high-incidents: { count-of: incident, where: severity is high, ours: test }
  worries: { count-of: worry, ours: test }
  her-wish: { for-each: partner, latest: wish.wanted, ours: test }
  her-silence: { for-each: partner, time-since: latest heard-from-partner, in: days, ours: test }
rules:
  close-two: { when: missed-in-a-row reaches 2, must: close as non-attendance, confirmed-by: leader, reason: Two, ours: test }
  phase-cap: { when: high-incidents is at least 2, may: suspend, confirmed-by: leader, reason: Cap, ours: test }
  often: { when: lately reaches 3, may: suspend, confirmed-by: leader, reason: Often, ours: test }
  warn: { for-each: session, when: absence is yes, should: send warning, by: leader, reason: Warn, ours: test }
  silent: { when: days-silent is at least 21, must: contact participant, by: leader, reason: Silent, ours: test }
  long-suspended: { when: stage is suspended for at least 4 weeks, must: close as other, confirmed-by: leader, reason: Long, ours: test }
  ring-her: { when: worries reaches 2, must: contact partner, by: support-worker, reason: Worried, ours: test }
  unsafe: { when: feels-safe is no for at least 2 weeks, must: Make a plan with her, by: support-worker, reason: Unsafe, ours: test }
  missed-and-worried: { when: missed-in-a-row reaches 2, only-when: feels-safe is no, must: contact partner, by: support-worker, reason: Both, ours: test }
duties:
  report-incident: { after: incident, must: Report it, within: 5 working days, counted-from: learned, by: leader, ours: test }
  mid-way: { after: credits reaches 5, must: Write the report, within: 2 weeks, by: leader, ours: test }
  status: { after: started, while: stage is on-programme or suspended, every: calendar month, must: Write the status report, within: 5 working days, by: leader, ours: test }
  risk-review: { after: started, at-least-every: 8 weeks, while: stage is on-programme, must: Review risk, by: leader, ours: test }
  after-worry: { after: worry, must: Look after her, within: 5 working days, by: support-worker, ours: test }
partners:
  first: { after: started, must: contact partner, within: 5 working days, by: support-worker, ours: test }
  monthly: { while: stage is on-programme or suspended, only-when: her-wish is calls, must: Ring her, every: 1 month, by: support-worker, ours: test }
  tell-her: { after: session-missed, must: Tell her, within: 2 days, by: support-worker, ours: test }
pathway:
  start: { needs: referral is complete, by: leader, ours: test }
completion: { needs: { enough: credits is at least 3, calm: high-incidents is 0 }, confirmed-by: leader, ours: test }
`);

const her = (day: number, kind: CaseEvent['kind'], more: Partial<CaseEvent>): Omit<CaseEvent, 'id'> => {
  const on = dayText(firstDay + day);
  return { kind, happened: on, learned: on, recorded: on, by: { role: 'support-worker' }, values: {}, ...more };
};
const names = [
  { key: 'ann', called: 'Ann' },
  { key: 'bea', called: 'Bea' },
];
const ofHers = fc
  .record({
    day: fc.integer({ min: 0, max: 150 }),
    about: fc.constantFrom('ann', 'bea', undefined),
    n: fc.nat({ max: 11 }),
  })
  .map(({ day, about, n }): Omit<CaseEvent, 'id'> => {
    const of = about === undefined ? {} : { about };
    const what = ['wish', 'wish', 'worry', 'worry', 'partner-contacted', 'heard-from-partner', 'monthly-done'][n];
    if (what) {
      const wanted = day % 2 === 0 ? 'calls' : 'nothing';
      return her(day, 'happened', {
        what,
        ...(what === 'worry' ? {} : of),
        ...(what === 'wish' && { values: { wanted } }),
      });
    }
    if (n === 7)
      return her(day, 'answered', { by: { role: 'partner' }, values: { 'feels-safe': day % 3 === 0 ? 'yes' : 'no' } });
    if (n === 8)
      return her(day, 'answered', { by: { role: 'referrer' }, values: { partners: names.slice(0, 1 + (day % 2)) } });
    // The same happenings as his, but she told of them, or whoever supports her wrote them down.
    if (n === 9)
      return her(day, 'happened', {
        what: 'incident',
        values: { severity: 'high' },
        by: { role: 'leader' },
        toldBy: 'partner',
      });
    if (n === 10) return her(day, 'happened', { what: 'incident', values: { severity: 'high' } });
    return her(day, 'confirmed', { rule: day % 2 === 0 ? 'ring-her' : 'unsafe' });
  });
const hisRoles = (events: CaseEvent[]): CaseEvent[] =>
  events.map((each) => (each.by.role === 'facilitator' ? { ...each, by: { role: 'leader' } } : each));
const anyHers = fc.array(ofHers, { minLength: 1, maxLength: 8 });

/** Of an evaluation what those are shown who may not know of her. */
const his = (whole: Evaluation): unknown => {
  const kept = <T extends object>(all: readonly T[] | undefined): T[] =>
    (all ?? []).filter((each) => !('hers' in each && each.hers));
  return {
    ...whole,
    facts: kept(whole.facts),
    recommendations: kept(whole.recommendations),
    duties: kept(whole.duties),
    toFindOut: kept(whole.toFindOut),
    toReview: kept(whole.toReview),
    irregular: kept(whole.irregular),
    nextMiss: whole.nextMiss && { ...whole.nextMiss, changes: kept(whole.nextMiss.changes) },
    nextOfHers: undefined,
  };
};

/** Whether anything of his tells the case with her events, put in among the others, from the case without them. */
const shows = (
  [events, hers, asOf]: [CaseEvent[], Omit<CaseEvent, 'id'>[], Moment],
  run = evaluate,
  of = bundle,
): boolean => {
  const without = hisRoles(events);
  const more = hers.map((each, n) => ({ id: `h${n}`, ...each }));
  const withHers = more.reduce((all, each, n) => [...all.slice(0, 1 + 2 * n), each, ...all.slice(1 + 2 * n)], without);
  const [one, other] = [without, withHers].map((each) => JSON.stringify(his(run(of, each, { asOf }))));
  return one !== other;
};
const anyTwo = fc.tuple(anyCase, anyHers, anyAsOf);

test('on random cases nothing of his shows that there is anything of hers', () => {
  fc.assert(
    fc.property(anyTwo, (two) => !shows(two)),
    { numRuns: runs(30) },
  );
});

/** Whether some random case shows it; the first that does is not made smaller. */
const isFound = (run: typeof evaluate, of: Bundle = bundle): boolean =>
  fc.check(
    fc.property(anyTwo, (two) => !shows(two, run, of)),
    { numRuns: 100, endOnFailure: true },
  ).failed;

const changed = (change: (whole: NonNullable<Bundle['course']>) => Partial<NonNullable<Bundle['course']>>): Bundle => {
  const whole = bundle.course;
  if (!whole) throw new Error('It says nothing of time.');
  return { ...bundle, course: { ...whole, ...change(whole) } };
};

let credulous: typeof evaluate;
beforeAll(async () => {
  vi.resetModules();
  vi.doMock('../../../engine/course/kept-apart.js', async (original) => ({
    ...(await original<object>()),
    toldByHer: () => () => false,
  }));
  ({ evaluate: credulous } = await import('../../../engine/index.js'));
  vi.doUnmock('../../../engine/course/kept-apart.js');
  vi.resetModules();
});

test('a label that was forgotten is found out', () => {
  const duties = changed((whole) => ({
    duties: whole.duties.map((each) => (each.id === 'after-worry' ? { ...each, hers: false } : each)),
  }));
  expect(isFound(evaluate, duties)).toBe(true);
});

test('a rule of his place that reads what is hers is found out', () => {
  const rules = changed((whole) => {
    const ringHer = whole.rules.find(({ id }) => id === 'ring-her');
    if (!ringHer) throw new Error('There is no rule of hers.');
    return { rules: whole.rules.map((each) => (each.id === 'often' ? { ...each, trigger: ringHer.trigger } : each)) };
  });
  expect(isFound(evaluate, rules)).toBe(true);
});

test('an engine that counts what she told of him is found out', () => {
  expect(isFound(credulous)).toBe(true);
});

test('an engine that tells of whatever comes next is found out', () => {
  const first: typeof evaluate = (...given) => {
    const whole = evaluate(...given);
    const { next, nextOfHers } = whole;
    return nextOfHers && (!next || nextOfHers.at < next.at) ? { ...whole, next: nextOfHers } : whole;
  };
  expect(isFound(first)).toBe(true);
});
