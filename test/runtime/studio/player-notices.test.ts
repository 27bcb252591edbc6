import { expect, test } from 'vitest';
import type { Evaluation, Recommendation } from '../../../engine/contract/index.js';
import { presentNow } from '../../../runtime/studio/player/now-presenter.js';
import { courseBundle, courseEvaluation, courseEvents, eventOf } from './course-by-hand.js';
import { origin } from './made-by-hand.js';

const closing = eventOf({ id: 'closing', happened: '2026-01-27', kind: 'confirmed', rule: 'two-missed' });
const fearing = eventOf({ id: 'fearing', happened: '2026-01-27', kind: 'confirmed', rule: 'her-fear' });
const shown = (more: Partial<Evaluation>) =>
  presentNow(courseBundle, [...courseEvents, closing, fearing], { ...courseEvaluation, warnings: [], ...more });
const recommended = (more: Partial<Recommendation>, bundle = courseBundle) => {
  const recommendations = (courseEvaluation.recommendations ?? []).slice(0, 1).map((one) => ({ ...one, ...more }));
  return presentNow(bundle, courseEvents, { ...courseEvaluation, recommendations }).course?.recommendations[0];
};

test('An act that was recorded although something spoke against it is told, with no id in its words', () => {
  const because = '“started” was recorded although this was not known to hold: The agreement is signed.';
  expect(shown({ irregular: [{ event: 'e-2026-01-05', because }] }).notices).toEqual([
    {
      title: 'Recorded although something spoke against it',
      items: [
        {
          words:
            'He started the programme, Monday 5 January 2026. It was recorded although this was not known to hold: The agreement is signed.',
        },
      ],
    },
  ]);
});

test('What was confirmed on a ground that has gone is for whoever confirmed it to look at again', () => {
  const toReview = [{ event: 'closing', rule: 'two-missed', by: 'staff', because: 'It did not stand on 2026-01-27.' }];
  expect(shown({ toReview }).notices[0]?.items).toEqual([
    {
      words:
        'Confirmed: Two sessions missed in a row close the case, Tuesday 27 January 2026. It did not stand on Tuesday 27 January 2026. It is for the evening staff to look at again.',
    },
  ]);
});

test('A judgement made before something changed can be made again from there', () => {
  const { notices } = shown({ stale: [{ judgement: 'signed', changed: ['missed-in-a-row'] }] });
  expect(notices).toEqual([
    {
      title: 'Judged before something changed',
      items: [
        {
          words: '“Is the agreement signed?” was judged before “Sessions missed in a row” changed.',
          add: { what: 'answered:signed', words: 'Judge it again' },
        },
      ],
    },
  ]);
});

test('Notices that are hers stand on her side only', () => {
  const { notices, hers } = shown({
    irregular: [{ event: 'fearing', because: 'It never stood.' }],
    toReview: [{ event: 'fearing', rule: 'her-fear', by: 'support-worker', because: 'It is gone.' }],
    stale: [{ judgement: 'signed', changed: ['partners'] }],
  });
  expect(notices).toEqual([]);
  expect(hers?.notices.map(({ title }) => title)).toEqual([
    'Recorded although something spoke against it',
    'Done on a ground that has gone since',
    'Judged before something changed',
  ]);
});

test('A warning is put into words, and where there is nothing to look at nothing is said', () => {
  expect(shown({ warnings: ['A leave was over on 2026-04-01.'] }).notices).toEqual([
    { title: 'To bear in mind', items: [{ words: 'A leave was over on Wednesday 1 April 2026.' }] },
  ]);
  expect(shown({}).notices).toEqual([]);
});

test('A recommendation that stands in doubt says that it stands, and what would tell', () => {
  const lacks = [
    { kind: 'session' as const, of: '2026-01-19' },
    { kind: 'judgement' as const, of: 'signed' },
  ];
  expect(recommended({ lacks })?.doubt).toBe(
    'It stands. What would tell whether it should: Who was at the session of Monday 19 January 2026; A judgement: Is the agreement signed?',
  );
  expect(recommended({ lacks, state: 'perhaps' })?.doubt).toMatch(/^What would tell: Who was/);
  expect(recommended({ lacks, state: 'lapsed', ended: '2026-01-27' })?.doubt).toBe('');
  expect(recommended({})?.doubt).toBe('');
});

test('What was answered or has lapsed keeps its history, and asks nobody any more', () => {
  expect(recommended({ state: 'confirmed', ended: '2026-01-27', by: 'staff' })).toMatchObject({
    since: 'Since Monday 26 January 2026; confirmed on Tuesday 27 January 2026 by the evening staff',
    confirmedBy: '',
    past: true,
    answers: [],
  });
  expect(recommended({ state: 'lapsed', ended: '2026-01-27' })?.since).toBe(
    'Since Monday 26 January 2026; its ground was gone on Tuesday 27 January 2026',
  );
});

test('A contradiction that was settled says which rule holds, by whom, when and why', () => {
  const [rule, ...rules] = courseBundle.course?.rules ?? [];
  if (!courseBundle.course || !rule) throw new Error('The programme by hand has rules.');
  const other = { ...rule, id: 'keeps', words: 'He keeps his place.', origin: origin({ clauses: ['EX-005'] }) };
  const bundle = {
    ...courseBundle,
    course: { ...courseBundle.course, rules: [rule, other, ...rules] },
    settled: [
      {
        between: ['EX-004', 'EX-005'],
        inForce: 'EX-004',
        by: 'staff',
        on: '2026-01-02',
        because: 'It was meant so.',
        origin: origin(),
      },
    ],
  };
  const conflicts = [{ rule: 'keeps', settled: true, yields: false, witness: 'a man who misses two' }];
  expect(recommended({ conflicts }, bundle)?.conflicts).toEqual([
    'The document says two things here, and it was settled that this one holds. Settled by the evening staff on Friday 2 January 2026: It was meant so. The other is: He keeps his place. For example: A man who misses two.',
  ]);
  const open = [{ rule: 'keeps', settled: false, yields: false, witness: '' }];
  expect(recommended({ conflicts: open }, bundle)?.conflicts).toEqual([
    'The document says two things here, and nobody has settled which holds. The other is: He keeps his place.',
  ]);
});

test('Hours that run from a day without a time are due in the course of a day', () => {
  const duties = (courseEvaluation.duties ?? [])
    .slice(0, 1)
    .map((one) => ({ ...one, due: '2026-01-28T00:00:00Z', dueAtTheLatest: '2026-01-28T23:59:59Z' }));
  const [duty] = shown({ duties }).course?.duties ?? [];
  expect(duty?.due).toBe(
    'Due by the end of Tuesday 27 January 2026, or in the course of Wednesday 28 January 2026 by the hour that was not recorded (in 1 day)',
  );
  expect(duty?.asks).toEqual(['Contact the referrer']);
});
