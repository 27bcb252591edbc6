import { expect, test } from 'vitest';
import { type Answer, formState, type Id, prune, type QuestionState } from '../../engine/index.js';
import * as b from './bundle-for-tests.js';
import { bundle, today } from './form-for-tests.js';

type Values = Record<Id, Answer>;
const stateOf = (values: Values) => formState(bundle, 'referral', values, { today });
const question = (values: Values, fact: Id): QuestionState | undefined =>
  stateOf(values)
    .pages.flatMap(({ questions }) => questions)
    .find((each) => each.fact === fact);

test('a page and its questions are visible, not visible, or not yet', () => {
  const her = (values: Values) => stateOf(values).pages[1]?.visible;
  expect(her({})).toBe('not-yet');
  expect(her({ 'has-partner': 'no' })).toBe('no');
  expect(her({ 'has-partner': 'yes' })).toBe('yes');
  expect(question({ 'has-partner': 'yes' }, 'her-home')).toMatchObject({ visible: 'not-yet', required: false });
  expect(question({ 'has-partner': 'yes', 'lives-with-her': 'yes' }, 'her-home')).toMatchObject({
    visible: 'yes',
    required: true,
  });
  // What is left over of an answer that is no longer asked for does not show what hangs on it.
  expect(question({ 'has-partner': 'no', 'lives-with-her': 'yes' }, 'her-home')).toMatchObject({
    visible: 'no',
    required: false,
  });
});

test('an option is offered only when its condition holds', () => {
  expect(question({}, 'area')?.options).toEqual(['north', 'south']);
  expect(question({ 'has-partner': 'yes' }, 'area')?.options).toEqual(['north', 'south', 'hers']);
});

test('each entry has questions of its own', () => {
  const children = question({ children: [{ age: 3 }, { age: 4 }, {}] }, 'children');
  expect(children?.entries?.map((entry) => entry.map(({ visible }) => visible))).toEqual([
    ['yes', 'no'],
    ['yes', 'yes'],
    ['yes', 'not-yet'],
  ]);
});

test('what is required, visible and blank is unanswered; "not known" is an answer', () => {
  expect(stateOf({}).unanswered).toEqual(['has-partner', 'children']);
  expect(stateOf({ 'has-partner': 'not-known', children: [{}, { age: 3 }, {}] }).unanswered).toEqual(['children.age']);
  expect(
    stateOf({ 'has-partner': 'yes', 'lives-with-her': 'yes', 'her-home': '  ', children: [{ age: 1 }] }).unanswered,
  ).toEqual(['her-home']);
});

test('pruning drops what is not asked, what hung on it, and what is not offered', () => {
  const all = { 'has-partner': 'yes', 'lives-with-her': 'yes', 'her-home': 'A flat.', area: 'hers' };
  expect(prune(bundle, 'referral', all, { today })).toEqual(all);
  expect(prune(bundle, 'referral', { ...all, 'has-partner': 'no' }, { today })).toEqual({ 'has-partner': 'no' });
  expect(prune(bundle, 'referral', { area: 'south', days: ['monday', 'sunday'] }, { today })).toEqual({
    area: 'south',
    days: ['monday', 'sunday'],
  });
  expect(prune(bundle, 'referral', { area: 'north', days: ['monday', 'sunday'] }, { today })).toEqual({
    area: 'north',
    days: ['monday'],
  });
  expect(prune(bundle, 'referral', { area: 'north', days: ['sunday'] }, { today })).toEqual({ area: 'north' });
  expect(
    prune(
      bundle,
      'referral',
      {
        children: [
          { key: 'k', age: 3, school: 'One' },
          { age: 4, school: 'Two' },
        ],
      },
      { today },
    ),
  ).toEqual({
    children: [
      { key: 'k', age: 3 },
      { age: 4, school: 'Two' },
    ],
  });
});

test('pruning drops what the form does not ask: nobody answers for a judge by posting a form', () => {
  const judged = b.bundleOf([b.yesNo('x'), b.judgement('suitable')], [], { forms: [b.form('referral', ['x'])] });
  expect(prune(judged, 'referral', { x: 'yes', suitable: 'yes', shoes: '44' }, { today })).toEqual({ x: 'yes' });
});

test('what is known from elsewhere counts, and is not given back', () => {
  const later = b.bundleOf([b.yesNo('x'), b.yesNo('y', { onlyWhen: b.is('x', 'yes') })], [], {
    forms: [b.form('referral', ['x']), b.form('later', ['y'])],
  });
  expect(prune(later, 'later', { y: 'yes' }, { today })).toEqual({});
  expect(prune(later, 'later', { y: 'yes' }, { today, known: { x: 'yes' } })).toEqual({ y: 'yes' });
});
