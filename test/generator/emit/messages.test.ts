import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { fieldFaults, messageFor } from '../../../generator/emit/message-for.js';
import { toJsonSchema } from '../../../generator/emit/to-json-schema.js';
import { toMessages } from '../../../generator/emit/to-messages.js';
import { bundleForEmit as bundle, options, question } from './bundle-for-emit.js';

const [form] = bundle.forms;
if (form === undefined) throw new Error('the bundle has a form');
const messages = toMessages(bundle, form);
const check = new Ajv({ allErrors: true }).compile(toJsonSchema(bundle, form).schema);

const said = (answers: object): [string, string][] => {
  check(answers);
  return fieldFaults(messages, check.errors ?? [], answers).map(({ path, message }) => [path.join('.'), message]);
};

test('what was left out is asked for, in the order of the questions', () => {
  expect(said({})).toEqual([
    ['source', 'Select an answer to “Who is making the referral?”'],
    ['born', 'Enter his date of birth'],
    ['abuse', 'Select behaviour used'],
    ['signed', 'Enter your name to sign “I understand this declaration”'],
  ]);
});

test('each kind of wrong answer has its own sentence, and one only', () => {
  const wrong = {
    source: 'friend',
    born: '31/2/1985',
    seen: 'yesterday',
    age: 12,
    abuse: [],
    phone: 'none',
    email: 'ada',
    waited: 'soon',
    signed: ' ',
  };
  expect(said(wrong)).toEqual([
    ['source', 'Select an answer to “Who is making the referral?”'],
    ['born', 'His date of birth must be a real date, like 27 3 1985'],
    ['seen', 'The answer to “When was he last seen?” must be a real date and time, like 27 3 2026 at 6:30pm'],
    ['age', 'Age must be between 16 and 99 years'],
    ['abuse', 'Select at least one answer to “Behaviour used”'],
    ['phone', 'A safe telephone number must be a phone number, like 01632 960 001, 07700 900 982 or +44 808 157 0192'],
    ['email', 'E-mail address must be in the right form, like name@example.com'],
    ['waited', 'Weeks waited must be a number, like 3'],
    ['signed', 'Enter your name to sign “I understand this declaration”'],
  ]);
});

test('an entry that is missing, and an answer missing in an entry, are told apart', () => {
  const agency = { source: 'agency', worker: 'Ada', born: '1985-03-27', abuse: ['physical'], signed: 'A' };
  expect(said(agency)).toEqual([['children', 'Add at least one child']]);
  expect(said({ ...agency, children: [{ name: 'Jo' }, { age: -1 }] })).toEqual([
    ['children.1.name', 'Enter name'],
    ['children.1.age', 'Age must be 0 or more'],
  ]);
});

test('a fault in the words of react-jsonschema-form gets the same sentence', () => {
  expect(messageFor(messages, { name: 'required', property: 'born', params: { missingProperty: 'born' } })).toBe(
    'Enter his date of birth',
  );
  expect(
    messageFor(messages, { name: 'required', property: '.children.0.name', params: { missingProperty: 'name' } }),
  ).toBe('Enter name');
  expect(messageFor(messages, { name: 'pattern', property: '.born', params: {} })).toBe(
    'His date of birth must be a real date, like 27 3 1985',
  );
});

test('a fault that repeats another, or is about no question, has no sentence', () => {
  expect(messageFor(messages, { keyword: 'if', instancePath: '', params: {} })).toBeUndefined();
  expect(messageFor(messages, { keyword: 'const', instancePath: '/source', params: {} })).toBeUndefined();
  expect(messageFor(messages, { keyword: 'type', instancePath: '', params: {} })).toBeUndefined();
  expect(messageFor(messages, { keyword: 'type', instancePath: '/constructor', params: {} })).toBeUndefined();
});

test('names keep their capital inside a sentence, and a question is named as the definition calls it', () => {
  const facts = [
    question('a', 'text', 'CAFCASS number'),
    question('b', 'text', 'Example worker'),
    question('c', 'date', 'When was he born?', { called: 'date of birth' }),
    question('d', 'yes-no', 'Have you discussed the programme with him?'),
  ];
  const page = { id: 'p', heading: 'P', asks: ['a', 'b', 'c', 'd'], origin: form.origin };
  const { fields } = toMessages({ ...bundle, facts }, { ...form, pages: [page] });
  expect(Object.values(fields).map(({ required }) => required)).toEqual([
    'Enter CAFCASS number',
    'Enter Example worker',
    'Enter the date of birth',
    'Select an answer to “Have you discussed the programme with him?”',
  ]);
});

test('"not known" beside another choice is told to stand by itself', () => {
  const unsure = { id: 'unsure', label: 'Unsure', means: 'not-known' as const };
  const kinds = question('kinds', 'choices', 'Kinds of work', { options: [...options('one', 'two'), unsure] });
  const own = { ...form, pages: [{ id: 'p', heading: 'P', asks: ['kinds'], origin: form.origin }] };
  const asking = { ...bundle, facts: [kinds], forms: [own] };
  const checkOwn = new Ajv({ allErrors: true }).compile(toJsonSchema(asking, own).schema);
  checkOwn({ kinds: ['one', 'unsure'] });
  const [fault, ...others] = fieldFaults(toMessages(asking, own), checkOwn.errors ?? []);
  expect(fault?.message).toBe('Kinds of work: select “Unsure” only by itself');
  expect(others).toEqual([]);
});
