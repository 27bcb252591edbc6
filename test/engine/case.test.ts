import { expect, test } from 'vitest';
import {
  type Answer,
  type CaseEvent,
  type CriterionVerdict,
  type Evaluation,
  evaluate,
  type Fact,
} from '../../engine/index.js';
import * as b from './bundle-for-tests.js';

const bundle = b.bundleOf(
  [b.yesNo('x'), b.whole('n', 0, 9), b.fact('born', 'date')],
  [
    b.requires('x-is-yes', b.is('x', 'yes')),
    b.requires('adult', b.apart('born', 'at-least', 18, 'years', 'before', 'today')),
  ],
);
const first = (evaluation: Evaluation): CriterionVerdict['verdict'] | undefined => evaluation.criteria[0]?.verdict;
const xAsOf = (events: CaseEvent[], asOf: string) => first(evaluate(bundle, events, { asOf }));

test('an event counts from when it happened: not the day before, and the day it happened to its end', () => {
  const events = [b.answers({ x: 'yes' }, '2026-03-05T23:30:00Z')];
  expect(xAsOf(events, '2026-03-04')).toBe('unknown');
  expect(xAsOf(events, '2026-03-05')).toBe('met');
  expect(xAsOf(events, '2026-03-05T23:29:59Z')).toBe('unknown');
  expect(xAsOf(events, '2026-03-05T23:30:00Z')).toBe('met');
});

test('the day is the local one: half past eleven at night, Greenwich time, is the next day in summer', () => {
  // On 1 July clocks stand an hour ahead: 23:30Z on 30 June is 00:30 on 1 July.
  const events = [b.answers({ x: 'yes' }, '2026-06-30T23:30:00Z')];
  expect(xAsOf(events, '2026-06-30')).toBe('unknown');
  expect(xAsOf(events, '2026-07-01')).toBe('met');
});

test('on the day the clocks go forward the day has 23 hours, and on the day they go back 25', () => {
  // 29 March 2026 ends at 23:00Z; 25 October 2026 ends at 24:00Z.
  const spring = [b.answers({ x: 'yes' }, '2026-03-29T22:59:59Z'), b.answers({ x: 'no' }, '2026-03-29T23:00:00Z')];
  expect(xAsOf(spring, '2026-03-29')).toBe('met');
  expect(xAsOf(spring, '2026-03-30')).toBe('not-met');
  const autumn = [b.answers({ x: 'yes' }, '2026-10-25T23:59:59Z'), b.answers({ x: 'no' }, '2026-10-26T00:00:00Z')];
  expect(xAsOf(autumn, '2026-10-25')).toBe('met');
  expect(xAsOf(autumn, '2026-10-26')).toBe('not-met');
});

test('today is the local day of the "as of"', () => {
  const events = [b.answers({ x: 'yes', born: '2008-07-01' }, '2026-03-02')];
  const adult = (asOf: string) => evaluate(bundle, events, { asOf }).criteria[1]?.verdict;
  expect(adult('2026-06-30')).toBe('not-met');
  expect(adult('2026-06-30T22:59:59Z')).toBe('not-met');
  expect(adult('2026-06-30T23:00:00Z')).toBe('met');
});

test('the latest answer wins: by when it happened, then by when it was recorded, then by its place', () => {
  const late = b.answers({ x: 'no' }, { happened: '2026-03-01', recorded: '2026-03-09' });
  const early = b.answers({ x: 'yes' }, { happened: '2026-03-03', recorded: '2026-03-03' });
  expect(xAsOf([early, late], '2026-03-10')).toBe('met');
  const one = b.answers({ x: 'yes' }, { happened: '2026-03-03', recorded: '2026-03-05' });
  const other = b.answers({ x: 'no' }, { happened: '2026-03-03', recorded: '2026-03-04' });
  expect(xAsOf([one, other], '2026-03-10')).toBe('met');
  expect(xAsOf([b.answers({ x: 'no' }), b.answers({ x: 'yes' })], '2026-03-10')).toBe('met');
});

test('an answer that is taken back leaves the question unanswered', () => {
  expect(xAsOf([b.answers({ x: 'yes' }), b.answers({ x: null }, '2026-03-04')], '2026-03-04')).toBe('unknown');
});

test('a correction takes the place of what it corrects, also back-dated, and is itself correctable', () => {
  const wrong = b.answers({ x: 'yes', n: 3 }, { id: 'wrong', happened: '2026-03-05' });
  const right = b.answers(
    { x: 'no' },
    { id: 'right', happened: '2026-03-02', recorded: '2026-03-08', supersedes: 'wrong' },
  );
  const after = b.answers({ x: 'yes' }, { happened: '2026-03-02', recorded: '2026-03-09', supersedes: 'right' });
  expect(xAsOf([wrong, right], '2026-03-08')).toBe('not-met');
  // Nothing of what was corrected stays, although the correction says nothing of it.
  const evaluation = evaluate(
    b.bundleOf([b.yesNo('x'), b.whole('n', 0, 9)], [b.requires('n-is-3', b.compares('n', 'exactly', 3))]),
    [wrong, right],
    { asOf: '2026-03-08' },
  );
  expect(evaluation.criteria[0]).toMatchObject({ verdict: 'unknown', missing: ['n'] });
  expect(xAsOf([wrong, right, after], '2026-03-09')).toBe('met');
});

test('a correction that has not happened yet undoes nothing yet', () => {
  const wrong = b.answers({ x: 'yes' }, { id: 'wrong', happened: '2026-03-02' });
  const right = b.answers({ x: 'no' }, { happened: '2026-03-05', supersedes: 'wrong' });
  expect(xAsOf([wrong, right], '2026-03-04')).toBe('met');
  expect(xAsOf([wrong, right], '2026-03-05')).toBe('not-met');
});

test('a time that is none is refused', () => {
  expect(() => evaluate(bundle, [], { asOf: '2026-02-30' })).toThrow(RangeError);
  expect(() => evaluate(bundle, [], { asOf: 'yesterday' })).toThrow(RangeError);
  expect(() => evaluate(bundle, [b.answers({ x: 'yes' }, '2026-03-02T10:00')], { asOf: '2026-03-02' })).toThrow(
    RangeError,
  );
});

const asked: Fact[] = [
  b.yesNo('has-partner'),
  b.choice('area', ['north', 'south'], {
    options: [...b.optionsOf('north'), { id: 'hers', label: 'hers', onlyWhen: b.is('has-partner', 'yes') }],
  }),
  b.choices('needs', ['housing', 'health', 'not-applicable']),
  b.whole('n', 0, 9),
  b.fact('r', 'number', { number: { whole: false, atMost: 2 } }),
  b.fact('born', 'date'),
  b.fact('seen', 'date-time'),
  b.fact('history', 'long-text'),
  b.fact('children', 'entries', { asks: ['children.age'] }),
  b.whole('children.age', 0, 30, { within: 'children' }),
];
const normalised = b.bundleOf(
  asked,
  asked.filter(({ within }) => !within).map(({ id }) => b.requires(`told-${id}`, b.answered(id))),
);
const unusable = (values: Record<string, Answer>) => evaluate(normalised, [b.answers(values)], { asOf: '2026-03-02' });

test.each<[string, string, Answer, string]>([
  ['no such option', 'has-partner', 'perhaps', 'It is not one of the options.'],
  ['a list for one choice', 'area', ['north'], 'It is not one of the options.'],
  ['an option that is not among several', 'needs', ['housing', 'money'], 'One of them is not among the options.'],
  [
    '"not applicable" with something else',
    'needs',
    ['housing', 'not-applicable'],
    'It says "not applicable" and something else too.',
  ],
  ['"not applicable" where it is not offered', 'n', 'not-applicable', 'It is not a number.'],
  ['a number in words', 'n', '3', 'It is not a number.'],
  ['a part of a whole number', 'n', 1.5, 'It is not a whole number.'],
  ['too small a number', 'n', -1, 'It is less than 0.'],
  ['too large a number', 'r', 2.5, 'It is more than 2.'],
  ['29 February in a common year', 'born', '2026-02-29', 'There is no such date.'],
  ['a time where a date is asked', 'born', '2026-03-02T10:00', 'It is a date and a time, not a date.'],
  ['a date where a time is asked too', 'seen', '2026-03-02', 'It is a date without a time.'],
  ['the 25th hour', 'seen', '2026-03-02T25:00', 'There is no such date.'],
  ['a number for words', 'history', 7, 'It is not written in words.'],
  ['a word for entries', 'children', 'two', 'It is not a list of entries.'],
  ['something that nobody asks', 'shoe-size', 44, 'No such thing is asked.'],
])('%s cannot be used, and counts as unanswered', (_, fact, value, because) => {
  const found = unusable({ [fact]: value });
  expect(found.unusable).toEqual([{ fact, event: expect.any(String), value, because }]);
  expect(found.criteria.every(({ verdict }) => verdict === 'unknown')).toBe(true);
});

test('an answer inside an entry that does not fit is named by its own question', () => {
  const found = unusable({ children: [{ age: 4 }, { age: 40, shoe: 3 }] });
  expect(found.unusable.map(({ fact, value, because }) => [fact, value, because])).toEqual([
    ['children.age', 40, 'It is more than 30.'],
    ['children', 3, 'No such thing is asked of an entry.'],
  ]);
});

test('an option that is offered only when something holds cannot be used when it does not', () => {
  const [, area] = normalised.criteria;
  expect(area?.id).toBe('told-area');
  const verdictOf = (values: Record<string, Answer>) => unusable(values).criteria[1]?.verdict;
  expect(verdictOf({ area: 'hers', 'has-partner': 'yes' })).toBe('met');
  expect(verdictOf({ area: 'hers', 'has-partner': 'no' })).toBe('unknown');
  expect(unusable({ area: 'hers', 'has-partner': 'no' }).unusable[0]?.because).toBe(
    'It is not offered, because of another answer.',
  );
  // Whether it is offered is not known yet: it stands until it is.
  expect(verdictOf({ area: 'hers' })).toBe('met');
});

test('an empty text and an empty list of choices are no answers; "not known" is no value', () => {
  const found = unusable({ history: '', needs: [], n: 'not-known' });
  expect(found.unusable).toEqual([]);
  expect(found.criteria.map(({ missingWhy }) => missingWhy[0]?.cause)).toEqual([
    'unanswered',
    'unanswered',
    'unanswered',
    'not-known',
    'unanswered',
    'unanswered',
    'unanswered',
    'unanswered',
    'unanswered',
  ]);
});

test('a judgement goes stale when a fact that it rests on changes after it was recorded, and says which', () => {
  const judged = b.bundleOf(
    [b.yesNo('drinks'), b.yesNo('works'), b.judgement('motivated', ['drinks', 'works'])],
    [b.requires('is-motivated', b.is('motivated', 'yes'))],
  );
  const before = b.answers({ drinks: 'yes', works: 'yes' }, '2026-03-02');
  const judgement = b.answers(
    { motivated: 'yes' },
    { kind: 'judged', happened: '2026-03-04', by: { role: 'facilitator' } },
  );
  const stale = (...after: CaseEvent[]) =>
    evaluate(judged, [before, judgement, ...after], { asOf: '2026-03-31' }).criteria[0]?.stale;
  expect(stale()).toEqual([]);
  expect(stale(b.answers({ drinks: 'yes' }, '2026-03-06'))).toEqual([]);
  expect(stale(b.answers({ drinks: 'no' }, '2026-03-06'))).toEqual(['drinks']);
  // Said on 3 March, but nobody who judged on 4 March had it in writing.
  expect(stale(b.answers({ works: 'no' }, { happened: '2026-03-03', recorded: '2026-03-10' }))).toEqual(['works']);
});
