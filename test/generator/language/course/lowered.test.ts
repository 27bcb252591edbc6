/** What the sections about sessions become in the bundle, and how they read. */
import { expect, test } from 'vitest';
import type { OutlineItem } from '../../../../engine/contract/index.js';
import { appeals } from '../../../../generator/language/constructs/appeals.js';
import { appointments } from '../../../../generator/language/constructs/appointments.js';
import { groups } from '../../../../generator/language/constructs/groups.js';
import { completion, pathway } from '../../../../generator/language/constructs/pathway.js';
import { returns } from '../../../../generator/language/constructs/returns.js';
import { sessions } from '../../../../generator/language/constructs/sessions.js';
import { workingDays } from '../../../../generator/language/constructs/working-days.js';
import { dutiesOfAppeals, lowerAppeals } from '../../../../generator/lower/course/appeals.js';
import { dutiesOfAppointments } from '../../../../generator/lower/course/appointments.js';
import { lowerCompletion } from '../../../../generator/lower/course/completion.js';
import { derivedOfGroups, lowerGroups } from '../../../../generator/lower/course/groups.js';
import { courseOutlineOfGroups, courseOutlineOfSessions } from '../../../../generator/lower/course/outline-sessions.js';
import {
  courseOutlineOfAppeals,
  courseOutlineOfAppointments,
  courseOutlineOfSteps,
} from '../../../../generator/lower/course/outline-steps.js';
import { lowerPathway } from '../../../../generator/lower/course/pathway.js';
import { lowerReturns } from '../../../../generator/lower/course/returns.js';
import { lowerSessions } from '../../../../generator/lower/course/sessions.js';
import { lowerWorkingDays } from '../../../../generator/lower/course/working-days.js';
import { contextForTests, readSection } from './course-context-for-tests.js';

const context = contextForTests(['adult']);
const called = context.called;
const sessionsOf = (text: string) => lowerSessions(readSection(sessions, text), context);
const told = (items: OutlineItem[]): Record<string, string[]> =>
  Object.fromEntries(items.map(({ id, says }) => [id, says]));

test('what the sessions do not state stays not stated, and the usual outcomes count', () => {
  const { total, length, rate, lasts, order, entry, outcomes, catchUp } = sessionsOf('sessions: { phases: {} }');
  expect({ total, length, rate, lasts, order, entry, catchUp }).toEqual({
    total: { kind: 'not-stated' },
    length: undefined,
    rate: undefined,
    lasts: undefined,
    order: 'not-stated',
    entry: 'not-stated',
    catchUp: undefined,
  });
  expect(outcomes.map(({ id, traits }) => [id, traits])).toEqual([
    ['attended', { present: true, credited: true }],
    ['late', { present: true, credited: true }],
    ['absent', { absence: true }],
  ]);
});

test('a phase has the first kind where it does not say, and the clause of the whole where it has none', () => {
  const { phases, kinds, totalCounts } = sessionsOf(`sessions:
  clause: EX-001
  kinds: { circle: Circle }
  phases:
    first: { sessions: 4 }
    second: { kind: one-to-one, sessions: 1, clause: EX-002 }
`);
  expect(phases.map(({ id, kind, origin }) => [id, kind, origin.clauses])).toEqual([
    ['first', 'circle', ['EX-001']],
    ['second', 'one-to-one', ['EX-002']],
  ]);
  expect(kinds.map((kind) => kind.id)).toEqual(['one-to-one', 'circle']);
  expect(totalCounts).toEqual(['first', 'second']);
});

test('topics take their clauses in turn, besides those of them all', () => {
  const { topics } = sessionsOf(`sessions:
  topics:
    clause: [EX-009, EX-010 to EX-012 in turn]
    are:
      - Anger and Abuse
      - { topic: "Effects, part 2", best-after: "Effects, part 1" }
      - "Effects, part 1"
`);
  expect(topics.map(({ id, bestAfter, origin }) => [id, bestAfter, origin.clauses])).toEqual([
    ['anger-and-abuse', undefined, ['EX-009', 'EX-010']],
    ['effects-part-2', 'effects-part-1', ['EX-009', 'EX-011']],
    ['effects-part-1', undefined, ['EX-009', 'EX-012']],
  ]);
});

test('a catch-up can be a bare yes, or have its limits; no is none', () => {
  expect(sessionsOf('sessions: { catch-up: yes }').catchUp).toMatchObject({ beforeNext: false });
  expect(sessionsOf('sessions: { catch-up: no }').catchUp).toBeUndefined();
  expect(sessionsOf('sessions: { catch-up: { within: 2 weeks, at-most: 3, before-next: yes } }').catchUp).toMatchObject(
    {
      within: { n: 2, unit: 'weeks' },
      atMost: 3,
      beforeNext: true,
      reads:
        'A missed session can be caught up, within 2 weeks of it, before the next session and at most 3 in all. ' +
        'That credits its week; the absence stays on the record.',
    },
  );
});

test('one evening counts for two weeks only where the definition says so', () => {
  expect(sessionsOf('sessions: { catch-up: { at-most: 3 } }').catchUp?.inOwn).toBeUndefined();
  expect(sessionsOf('sessions: { catch-up: { in-own-session: yes } }').catchUp).toMatchObject({
    inOwn: true,
    reads:
      'A missed session can be caught up. That credits its week; the absence stays on the record. ' +
      'A session that he attends as his own can make up for another as well.',
  });
});

test('the sessions read in English', () => {
  const lowered = sessionsOf(`sessions:
  total: 24
  counts: [basics]
  length: 2 hours
  every: 1 week
  lasts: 40 weeks
  end-moves-with: [on-leave, suspended]
  order: sequential
  entry: rolling
  outcomes:
    attended: { present: yes, credited: yes }
    excused: { present: no }
  kinds:
    group: Group session
    one-to-one: { called: One-to-one, may-replace: group, only-when: language-barrier is yes }
  phases:
    assessment: { kind: assessment, sessions: at least 2, before-start: yes }
    basics: { kind: group, sessions: 24, about: What abuse is }
  credits: { intake-attended: 1 }
`);
  expect(told(courseOutlineOfSessions(lowered, called))).toEqual({
    sessions: [
      '24 sessions in all, counting Basics.',
      'A session takes 2 hours.',
      'One session each week.',
      'The whole takes 40 weeks from the start. Time on leave or suspended moves the planned end.',
      'The phases follow one another.',
      'Somebody can join at any time.',
      '“intake attended” credits 1 session without attendance.',
    ],
    assessment: ['At least 2 sessions.', 'Kind: Assessment.', 'Before the start of the programme.'],
    basics: ['About what abuse is.', '24 sessions.', 'Kind: Group session.'],
    'one-to-one': ['May be held in place of “Group session” only when language-barrier is yes.'],
    outcomes: ['Attended: present and credited.', 'Excused: nothing follows from it.'],
  });
});

test('sharing places goes both ways and on to the next, and the pool has one number of places', () => {
  const written = readSection(
    groups,
    `groups:
  evening: { called: Evening group, places: at most 12, shares-with: day }
  day: { called: Day group }
  night: { called: Night group, shares-with: day, thresholds: { 10: Look for more room, 8: Say so } }
  alone: { called: Other group, staffing: { facilitators: 2, usually: one man and one woman }, open-until: 3 }
`,
  );
  const lowered = lowerGroups(written, context);
  expect(lowered.map(({ id, pool, places }) => [id, pool, places])).toEqual([
    ['evening', ['day', 'night'], { kind: 'at-most', n: 12 }],
    ['day', ['evening', 'night'], { kind: 'at-most', n: 12 }],
    ['night', ['evening', 'day'], { kind: 'at-most', n: 12 }],
    ['alone', [], { kind: 'not-stated' }],
  ]);
  expect(derivedOfGroups(written, context).find(({ id }) => id === 'day-places-free')?.from).toEqual({
    kind: 'places',
    groups: ['day', 'evening', 'night'],
    which: 'free',
  });
  const items = told(courseOutlineOfGroups(lowered, called));
  expect(items.night).toEqual([
    'At most 12 places.',
    'Its places are shared with Evening group and Day group.',
    'When 8 places are taken: Say so.',
    'When 10 places are taken: Look for more room.',
  ]);
  expect(items.alone).toEqual([
    'How many places there are is not stated.',
    'There should be 2 facilitators; usually one man and one woman.',
    'Somebody can join up to session 3.',
  ]);
});

test('each condition that a step needs can be missing by itself', () => {
  const [accept, start] = lowerPathway(
    readSection(
      pathway,
      `pathway:
  start:
    needs:
      all-of:
        - assessment is complete
        - decision is accepted
    by: staff
    clause: EX-001
  accept: { needs: [adult, assessment is complete] }
`,
    ),
    context,
  );
  expect(accept?.needs.map(({ id, condition }) => [id, condition.reads])).toEqual([
    ['adult', 'adult is met'],
    ['assessment-is-complete', 'assessment is complete'],
  ]);
  expect(start?.needs.map(({ id, words, clauses }) => [id, words, clauses])).toEqual([
    ['assessment-is-complete', 'Assessment is complete.', ['EX-001']],
    ['decision-is-accepted', 'Decision is accepted.', ['EX-001']],
  ]);
  expect(start?.by).toEqual(['staff']);
});

test('a need says its own words, else those of its own clause, else what it is', () => {
  const step = lowerCompletion(
    readSection(
      completion,
      `completion:
  needs:
    goals: { requires: goals-reached is yes, otherwise: He has goals left. }
    sessions: { requires: sessions-credited is at least 26, clause: EX-005 }
    fees: fees-paid is yes
    behaviour: { any-of: [calm is yes, excused is yes] }
  confirmed-by: service-lead
  clause: EX-001
`,
    ),
    context,
  );
  expect(step.needs.map(({ id, words }) => [id, words])).toEqual([
    ['goals', 'He has goals left.'],
    ['sessions', 'The clause EX-005.'],
    ['fees', 'Fees-paid is yes.'],
    ['behaviour', 'Any-of.'],
  ]);
  expect(step).toMatchObject({ id: 'complete', by: ['service-lead'] });
  expect(courseOutlineOfSteps([step], called)[0]).toMatchObject({
    heading: 'Completion',
    says: ['All of these are needed.', 'Confirmed by the service lead.'],
    items: [
      { id: 'complete-goals', heading: 'Goals', says: ['He has goals left.', 'Goals-reached is yes.'] },
      { id: 'complete-sessions', clauses: ['EX-005'] },
      { id: 'complete-fees', says: ['Fees-paid is yes.'] },
      { id: 'complete-behaviour' },
    ],
  });
});

test('leave has a limit', () => {
  const [leave] = lowerPathway(readSection(pathway, 'pathway: { leave: { for: 30 days, by: staff } }'), context);
  expect(leave).toMatchObject({ id: 'leave', atMost: { n: 30, unit: 'days' }, needs: [] });
  expect(leave?.reads).toBe('The participant can go on leave for at most 30 days. The staff takes this step.');
});

test('somebody who comes back starts again and keeps nothing unless it says otherwise', () => {
  const lowered = lowerReturns(
    readSection(
      returns,
      `returns:
  after-violence: { when: ending is violence, keeps: nothing }
  soon: { when: closed has happened in the last 6 months, starts: where-he-left, keeps: sessions-credited }
  never: { when: barred is yes, refuses: yes, reason: He cannot come back. }
  otherwise: { needs: interviewed is yes }
`,
    ),
    context,
  );
  expect(lowered.map(({ id, starts, keeps, refuses, words }) => [id, starts, keeps, refuses, words])).toEqual([
    ['after-violence', 'again', [], false, 'When ending is violence, a participant who comes back starts again.'],
    [
      'soon',
      'where-he-left',
      ['sessions-credited'],
      false,
      'When closed has happened in the last 6 months, a participant who comes back goes on where he left and keeps ' +
        'sessions credited.',
    ],
    ['never', 'again', [], true, 'He cannot come back.'],
    ['otherwise', 'again', [], false, 'A participant who comes back starts again, provided that interviewed is yes.'],
  ]);
});

const appealText = `appeals:
  from: [referrer, participant]
  against: [declined, closed]
  clause: EX-001
  steps:
    review: { to: service-lead, saying: Why the decision should be reviewed, within: 10 working days }
    formal-appeal: { to: chief-executive, in: writing, answered: { within: 5 working days, in: writing }, clause: EX-002 }
`;

test('each step of an appeal is open after the one before, and has its duty to be answered', () => {
  const written = readSection(appeals, appealText);
  const [review, formal] = lowerAppeals(written, context);
  expect(review).toMatchObject({
    lodgedWithin: { n: 10, unit: 'working-days' },
    inWriting: false,
    duty: 'answer-review',
  });
  expect(review?.after).toBeUndefined();
  expect(formal).toMatchObject({
    after: 'review',
    inWriting: true,
    to: 'chief-executive',
    against: ['declined', 'closed'],
  });
  expect(
    dutiesOfAppeals(written, context).map(({ id, due, metBy, by, reads }) => ({ id, due, metBy, by, reads })),
  ).toEqual([
    {
      id: 'answer-review',
      due: { kind: 'not-stated' },
      metBy: ['review-answered'],
      by: ['service-lead'],
      reads: 'When the appeal “Review” is lodged, the service lead must answer it.',
    },
    {
      id: 'answer-formal-appeal',
      due: { kind: 'within', span: { n: 5, unit: 'working-days' } },
      metBy: ['formal-appeal-answered'],
      by: ['chief-executive'],
      reads:
        'When the appeal “Formal appeal” is lodged, the chief executive must answer it in writing within 5 working days.',
    },
  ]);
});

test('an appeal reads in English', () => {
  const lowered = lowerAppeals(readSection(appeals, appealText), context);
  expect(told(courseOutlineOfAppeals(lowered, [], called))).toEqual({
    review: [
      'The referrer or the participant can appeal when declined or closed, within 10 working days.',
      'It says: Why the decision should be reviewed.',
      'Answered by the service lead.',
    ],
    'formal-appeal': [
      'The referrer or the participant can appeal in writing when declined or closed.',
      'Open once “Review” has been answered.',
      'Answered by the chief executive.',
    ],
  });
});

test('an appointment that is to be offered brings that duty, and another brings none', () => {
  const written = readSection(
    appointments,
    `appointments:
  three-way: { with: [referrer, staff], about: What the programme is, may: offer, only-when: wants-it is yes, by: staff }
  check-in: { called: the check-in, with: participant }
`,
  );
  expect(dutiesOfAppointments(written, context)).toMatchObject([
    {
      id: 'offer-three-way',
      force: 'may',
      trigger: { kind: 'while' },
      metBy: ['three-way-offered'],
      reads: 'When wants-it is yes, the staff may offer the three way.',
    },
  ]);
  expect(told(courseOutlineOfAppointments(written, context, called))).toEqual({
    'three-way': ['With the referrer and the staff.', 'About what the programme is.', 'Offered by the staff.'],
    'check-in': ['With the participant.'],
  });
});

test('a table of one’s own counts, else the one that the programme names, else none', () => {
  const own = readSection(
    workingDays,
    `working-days:
  called: Our office
  known-until: 2027-12-31
  holidays: { 2027-12-27: Christmas Day, 2026-12-25: Christmas Day }
`,
  );
  expect(lowerWorkingDays(own, undefined)).toEqual({
    id: 'declared',
    label: 'Our office',
    knownFrom: '2026-01-01',
    knownUntil: '2027-12-31',
    holidays: [
      { day: '2026-12-25', title: 'Christmas Day' },
      { day: '2027-12-27', title: 'Christmas Day' },
    ],
  });
  expect(lowerWorkingDays(undefined, 'scotland')?.id).toBe('scotland');
  expect(lowerWorkingDays(undefined, undefined)).toBeUndefined();
});

test('a short form is read as if it had been written out', () => {
  const { phases } = sessionsOf('sessions: { phases: { basics: at least 3 } }');
  expect(phases[0]).toMatchObject({ id: 'basics', sessions: { kind: 'at-least', n: 3 } });
  expect(lowerGroups(readSection(groups, 'groups: { evening: Evening group }'), context)[0]).toMatchObject({
    label: 'Evening group',
    places: { kind: 'not-stated' },
  });
  const short = readSection(
    pathway,
    `pathway:
  assess: fee-paid is yes
  accept: [adult]
  start: { all-of: [invited is yes, fee-paid is yes] }
`,
  );
  expect(lowerPathway(short, context).map(({ id, needs }) => [id, needs.map((need) => need.condition.reads)])).toEqual([
    ['assess', ['fee-paid is yes']],
    ['accept', ['adult is met']],
    ['start', ['invited is yes', 'fee-paid is yes']],
  ]);
});
