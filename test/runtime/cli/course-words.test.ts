import { expect, test } from 'vitest';
import type { Bundle } from '../../../engine/index.js';
import { decisionAsJson, decisionInWords } from '../../../runtime/cli/decision-words.js';
import { noInk } from '../../../runtime/scenario/describe-results.js';
import { bundleWithCourse } from '../../generator/scenario/course-bundle.js';
import { dutyVerdict, evaluation, foundFact, recommendation, session } from '../scenario/evaluation.js';

const bundle: Bundle = { ...bundleWithCourse, criteria: [] };

const found = evaluation({
  phase: 'education',
  plannedEnd: '2027-01-04',
  facts: [
    foundFact('absences', null, { least: 1, most: 2 }),
    foundFact('her-wish', true, { subject: '1', hers: true }),
  ],
  recommendations: [
    recommendation('two-missed', {
      why: [{ reads: 'absences reaches 2', verdict: 'met', found: '2' }],
    }),
    recommendation('aggression', { force: 'may', state: 'refused', by: 'staff', ended: '2026-02-09', why: [] }),
  ],
  duties: [
    dutyVerdict('call-back', { due: '2026-01-19T18:00:00Z', state: 'missed' }),
    dutyVerdict('call-partner', { subject: '1', due: '2026-03-05', hers: true, whyDue: 'a month after the last' }),
  ],
  steps: [
    {
      step: 'start',
      verdict: 'not-met',
      by: [],
      needs: [
        {
          id: 'signed',
          words: 'He must sign.',
          verdict: 'not-met',
          why: { reads: 'contract is signed', verdict: 'not-met' },
          clauses: [],
        },
      ],
      refusedBy: [],
      lacks: [],
    },
  ],
  next: {
    at: '2026-03-05',
    changes: [{ kind: 'recommendation', id: 'two-missed', from: 'open', to: 'lapsed' }],
  },
  nextOfHers: {
    at: '2026-03-03',
    changes: [{ kind: 'duty', id: 'call-partner', subject: '1', from: 'open', to: 'missed', hers: true }],
  },
  nextMiss: { on: '2026-03-09', changes: [{ kind: 'recommendation', id: 'aggression', from: 'none', to: 'open' }] },
  toFindOut: [{ kind: 'session', of: '2026-02-23' }],
  ledger: [session('2026-02-16', { outcome: 'absent', absence: true }), session('2026-02-23', { recorded: false })],
  irregular: [
    { event: 'event-3', because: 'He was started although he had not signed.' },
    { event: 'event-4', because: 'Of several, it does not say whom he rang.', hers: true },
  ],
});

const said = decisionInWords(bundle, found, noInk);
const [shared = '', apart = ''] = said.split('Kept apart: for those who support the partner');

test('what a case comes to over time is said in sentences, each with its clause', () => {
  expect(shared).toContain(
    'On the programme since Monday 5 January 2026, in Education, planned to end on Monday 4 January 2027.',
  );
  expect(shared).toContain(`Recommended
  Must: close as non-attendance, since Monday 2 February 2026, for the staff to confirm
    The clause about two-missed.  (EX-030)
    absences reaches 2: yes (found 2)`);
  expect(shared).toContain(`Answered before
  May: close as non-attendance, since Monday 2 February 2026, refused by the staff on Monday 9 February 2026`);
  expect(shared).toContain(`To be done
  Should: call him back, due 6pm on Monday 19 January 2026, missed, by the staff
    2 weeks after 5 January
    The clause about call-back.  (EX-042)`);
  expect(shared).toContain(`To find out
  Nobody has recorded the session of Monday 23 February 2026`);
  expect(shared).toContain(`What may happen next
  Start the programme: cannot be taken
    He must sign.
      contract is signed: no`);
  expect(shared).toContain(`Next change: Thursday 5 March 2026
  Recommendation “The clause about two-missed”: open, then no longer standing`);
  expect(shared).toContain(`If he misses the session of Monday 9 March 2026
  Recommendation “The clause about aggression”: open, if he comes none`);
  expect(shared).toContain(`Sessions
  Monday 16 February 2026: Absent, an absence
  Monday 23 February 2026: not recorded`);
  expect(shared).toContain('Absences: 1 to 2');
  expect(said).toContain(`Take note
  He was started although he had not signed.`);
});

test('what is hers stands under a heading of its own, and nowhere else', () => {
  expect(apart).toContain('Should: call him back (1), due Thursday 5 March 2026, open, by the staff');
  expect(apart).toContain(`Next change: Tuesday 3 March 2026
    Duty “The clause about call-partner” (1): open, then missed`);
  expect(apart).toContain('Of several, it does not say whom he rang.');
  expect(apart).toContain('Her wish (1): Yes');
  expect(shared).not.toContain('The clause about call-partner');
  expect(shared).not.toContain('Her wish');
  expect(said.indexOf('Of several')).toBe(said.lastIndexOf('Of several'));
});

test('without anything of hers there is no such heading', () => {
  expect(decisionInWords(bundle, evaluation(), noInk)).not.toContain('Kept apart');
});

test('another program reads ids, states and moments, beside what it read before', () => {
  const json = JSON.parse(JSON.stringify(decisionAsJson(bundle, found)));
  expect(json).toMatchObject({
    decision: { outcome: 'eligible' },
    criteria: [],
    asOf: '2026-03-02',
    state: 'on-programme',
    stateSince: '2026-01-05',
    phase: 'education',
    stay: 1,
    plannedEnd: '2027-01-04',
    facts: [
      { id: 'absences', value: null, least: 1, most: 2, hers: false },
      { id: 'her-wish', subject: '1', value: true, hers: true },
    ],
    recommendations: [
      {
        rule: 'two-missed',
        force: 'must',
        effects: [{ verb: 'close', object: 'non-attendance' }],
        since: '2026-02-02',
        state: 'open',
        confirmedBy: ['staff'],
        clauses: ['EX-030'],
        why: ['absences reaches 2: yes (found 2)'],
        at: 'programme.yaml:14',
      },
      { rule: 'aggression', state: 'refused', by: 'staff', ended: '2026-02-09' },
    ],
    duties: [
      { id: 'call-back', due: '2026-01-19T18:00:00Z', state: 'missed', hers: false },
      { id: 'call-partner', subject: '1', due: '2026-03-05', state: 'open', hers: true },
    ],
    steps: [{ step: 'start', verdict: 'not-met', needs: [{ id: 'signed', verdict: 'not-met' }] }],
    next: { at: '2026-03-05' },
    nextMiss: { on: '2026-03-09' },
    toFindOut: [{ kind: 'session', of: '2026-02-23' }],
    warnings: ['He was started although he had not signed.'],
  });
  expect(json.ledger).toHaveLength(2);
});

test('a number that is known has its least and its most as well', () => {
  const json = decisionAsJson(bundle, evaluation({ facts: [foundFact('absences', 3)] }));
  expect(json).toMatchObject({ facts: [{ id: 'absences', value: 3, least: 3, most: 3 }] });
});

test('a definition that says nothing of time is answered as before', () => {
  const { asOf, criteria, decision, unusable } = evaluation();
  const plain = { asOf, criteria, decision, unusable };
  expect(Object.keys(decisionAsJson(bundle, plain))).toEqual(['decision', 'criteria', 'asOf', 'warnings']);
  expect(decisionInWords(bundle, plain, noInk)).toBe(
    'Eligible, as of Monday 2 March 2026. Nothing that is still missing could change it.\n',
  );
});
