import { expect, test } from 'vitest';
import type { Answer, Form } from '../../../engine/contract/index.js';
import type { Asked } from '../../../runtime/portal/form/questions.js';
import { fieldId, validatePage } from '../../../runtime/portal/form/validate-page.js';
import { bundleOf, factOf, origin } from '../studio/made-by-hand.js';

const born = factOf({ id: 'date-of-birth', kind: 'date', ask: 'His date of birth', called: 'date of birth' });
const age = factOf({
  id: 'children.age',
  within: 'children',
  kind: 'number',
  ask: 'Age',
  called: 'age',
  number: { whole: true, atLeast: 0, atMost: 25 },
});
const school = factOf({ id: 'children.school', within: 'children', ask: 'School', called: 'school' });
const children = factOf({
  id: 'children',
  kind: 'entries',
  ask: 'Children',
  each: 'child',
  asks: ['children.age', 'children.school'],
});
const form: Form = {
  id: 'referral',
  title: 'Referral',
  from: [],
  pages: [{ id: 'one', heading: 'One', asks: ['date-of-birth', 'children'], origin: origin() }],
  origin: origin(),
};
const bundle = bundleOf({ facts: [born, children, age, school], forms: [form] });

const ask = (fact: Asked['fact'], required: boolean, name = fact.id, entries: Asked[][] = []): Asked => ({
  fact,
  name,
  required,
  inner: [],
  entries,
});
const inner = (schoolAsked: boolean): Asked[] => [
  ask(age, false, 'age'),
  ...(schoolAsked ? [ask(school, true, 'school')] : []),
];
const check = (asked: Asked[], answers: Record<string, Answer>) => validatePage(bundle, form, asked, answers);

test('Answers that do are given back, and nothing else is', () => {
  expect(check([ask(born, true)], { 'date-of-birth': '1985-03-27' })).toEqual({
    answers: { 'date-of-birth': '1985-03-27' },
  });
});

test('A required answer that is not there is asked for in the words of the question', () => {
  expect(check([ask(born, true)], {})).toEqual({
    faults: [{ path: ['date-of-birth'], message: 'Enter his date of birth' }],
  });
});

test('An answer that need not be given may be left out', () => {
  expect(check([ask(born, false)], {})).toEqual({ answers: {} });
});

test('A day that is not in the calendar is a fault, whether or not the answer is required', () => {
  expect(check([ask(born, false)], { 'date-of-birth': '31/2/1985' })).toEqual({
    faults: [{ path: ['date-of-birth'], message: 'His date of birth must be a real date, like 27 3 1985' }],
  });
});

test('Each entry is held against its own questions', () => {
  const asked = [ask(children, false, 'children', [inner(true), inner(false)])];
  expect(check(asked, { children: [{ age: 7 }, { age: 30 }] })).toEqual({
    faults: [
      { path: ['children', 0, 'school'], message: 'Enter school' },
      { path: ['children', 1, 'age'], message: 'Age must be between 0 and 25' },
    ],
  });
});

test('Entries that are required need one at least', () => {
  expect(check([ask(children, true)], {})).toMatchObject({ faults: [{ message: 'Add at least one child' }] });
  expect(check([ask(children, true)], { children: [] })).toMatchObject({
    faults: [{ message: 'Add at least one child' }],
  });
});

test('A fault leads to the field that it is about', () => {
  expect(fieldId(['children', 0, 'school'])).toBe('root_children_0_school');
});
