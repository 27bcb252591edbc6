import { expect, test } from 'vitest';
import type { Answer } from '../../../engine/contract/index.js';
import { answersTyped, postedValues, saidTwice, valuesShown } from '../../../runtime/portal/form/typed-answers.js';
import { readForm } from '../../../runtime/server/bodies.js';
import { factOf } from '../studio/made-by-hand.js';

const name = factOf({ id: 'full-name', kind: 'name' });
const born = factOf({ id: 'date-of-birth', kind: 'date' });
const sex = factOf({ id: 'sex', kind: 'choice', options: [{ id: 'man', label: 'Man' }] });
const kinds = factOf({
  id: 'kinds',
  kind: 'choices',
  options: [
    { id: 'a', label: 'A' },
    { id: 'b', label: 'B' },
  ],
});
const weeks = factOf({
  id: 'weeks',
  kind: 'number',
  options: [{ id: 'not-known', label: 'Not known', means: 'not-known' }],
});
const children = factOf({ id: 'children', kind: 'entries', each: 'child', asks: ['children.first', 'children.age'] });
const first = factOf({ id: 'children.first', within: 'children' });
const age = factOf({ id: 'children.age', within: 'children', kind: 'number' });
const letter = factOf({ id: 'letter', kind: 'file' });
const facts = [name, born, sex, kinds, weeks, children, first, age, letter];
const questions = [name, born, sex, kinds, weeks, children, letter];

const posted = (text: string, before?: unknown) => postedValues(questions, facts, readForm(text).root, before);
const answered = (text: string) => answersTyped(questions, facts, posted(text));

test('A posted page becomes answers: dates joined, numbers as numbers, space around words gone', () => {
  const text =
    'root[full-name]=+Sam+Reed+&root[date-of-birth][day]=27&root[date-of-birth][month]=3&root[date-of-birth][year]=1985' +
    '&root[sex]=man&root[kinds][]=a&root[kinds][]=b&root[weeks]=1,200' +
    '&root[children][0][first]=Al&root[children][0][age]=7&root[children][1][first]=Bo';
  expect(answered(text)).toEqual({
    'full-name': 'Sam Reed',
    'date-of-birth': '1985-03-27',
    sex: 'man',
    kinds: ['a', 'b'],
    weeks: 1200,
    children: [{ first: 'Al', age: 7 }, { first: 'Bo' }],
  });
});

test('What was left empty is not an answer', () => {
  expect(answered('root[full-name]=+&root[date-of-birth][day]=&root[weeks]=')).toEqual({});
});

test('What is no number and no date stays as it was typed', () => {
  const text =
    'root[weeks]=a few&root[date-of-birth][day]=31&root[date-of-birth][month]=2&root[date-of-birth][year]=1985';
  expect(posted(text)['date-of-birth']).toBe('31/2/1985');
  expect(answered(text)).toMatchObject({ weeks: 'a few', 'date-of-birth': '31/2/1985' });
});

test('A word chosen beside an empty box is the answer; both at once are found out', () => {
  expect(answered('root[weeks]=&root[weeks__or][]=not-known')).toMatchObject({ weeks: 'not-known' });
  expect(saidTwice(questions, facts, posted('root[weeks]=&root[weeks__or][]=not-known'))).toEqual([]);
  expect(saidTwice(questions, facts, posted('root[weeks]=3&root[weeks__or][]=not-known'))).toEqual([['weeks']]);
});

test('A word that the question does not offer is no answer', () => {
  expect(answered('root[weeks]=&root[weeks__or][]=whatever')).not.toHaveProperty('weeks');
});

test('Nothing that the page does not ask is read', () => {
  expect(posted('root[other]=1&other=2&root[__proto__][x]=3&__proto__[y]=4')).toEqual({ children: [], kinds: [] });
  expect(({} as Record<string, unknown>).x).toBeUndefined();
});

test('Values of another shape than the question has are dropped, and do no harm', () => {
  expect(posted('root[full-name][x]=1&root[sex][]=man&root[kinds]=a&root[children]=5')).toEqual({
    kinds: ['a'],
    children: [{}],
  });
});

test('At most fifty entries are read', () => {
  const text = Array.from({ length: 60 }, (_one, n) => `root[children][${n}][first]=x`).join('&');
  expect(posted(text).children).toHaveLength(50);
});

test('With no file chosen, the file that was sent before is kept', () => {
  const before = { letter: 'data:text/plain;name=a.txt;base64,YQ==' };
  expect(posted('root[full-name]=Sam', before).letter).toBe(before.letter);
});

test('Answers are shown again as they were typed', () => {
  const answers: Record<string, Answer> = {
    'full-name': 'Sam Reed',
    'date-of-birth': '1985-03-27',
    kinds: ['a'],
    weeks: 'not-known',
    children: [{ first: 'Al', age: 7 }],
  };
  const shown = valuesShown(questions, facts, (fact) => answers[fact.id]);
  expect(shown).toMatchObject({ weeks__or: ['not-known'], children: [{ first: 'Al', age: 7 }] });
  expect(answersTyped(questions, facts, shown)).toEqual(answers);
});
