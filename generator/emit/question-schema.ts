import type { Fact, FactKind, Option } from '../../engine/contract/index.js';
import type { JsonSchema } from './json-schema.js';
import { date, dateTime, email, file, longText, orWords, phone, shortText } from './patterns.js';
import { wordsOf } from './questions.js';

const titled = (options: Option[]): JsonSchema[] => options.map(({ id, label }) => ({ const: id, title: label }));

const text =
  (pattern: string) =>
  (fact: Fact): JsonSchema => ({
    type: 'string',
    pattern: orWords(
      pattern,
      wordsOf(fact).map((option) => option.id),
    ),
  });

const oneOption = (fact: Fact): JsonSchema => ({ type: 'string', oneOf: titled(fact.options) });

/** What is no value stands by itself: "not known" and something else would say both. */
const someOptions = (fact: Fact): JsonSchema => {
  const alone = wordsOf(fact).map(({ id }) => id);
  return {
    type: 'array',
    uniqueItems: true,
    items: { type: 'string', oneOf: titled(fact.options) },
    ...(alone.length === 0 ? {} : { not: { type: 'array', minItems: 2, contains: { enum: alone } } }),
  };
};

const number = (fact: Fact): JsonSchema => {
  const { whole = false, atLeast, atMost } = fact.number ?? {};
  const figure: JsonSchema = {
    type: whole ? 'integer' : 'number',
    ...(atLeast === undefined ? {} : { minimum: atLeast }),
    ...(atMost === undefined ? {} : { maximum: atMost }),
  };
  const words = wordsOf(fact);
  return words.length === 0
    ? figure
    : { anyOf: [{ title: 'A number', ...figure }, ...words.map(({ id, label }) => ({ const: id, title: label }))] };
};

const schemas: Record<Exclude<FactKind, 'entries'>, (fact: Fact) => JsonSchema> = {
  'yes-no': oneOption,
  choice: oneOption,
  choices: someOptions,
  number,
  date: text(date),
  'date-time': text(dateTime),
  text: text(shortText),
  'long-text': text(longText),
  name: text(shortText),
  address: text(longText),
  phone: text(phone),
  email: text(email),
  file: text(file),
  signature: text(shortText),
};

/**
 * Takes a question; gives the schema of its answer, with the question as title and the hint as description. Entries
 * are a list of what `itemOf` gives.
 */
export const questionSchema = (fact: Fact, itemOf: (entries: Fact) => JsonSchema): JsonSchema => ({
  title: fact.ask,
  ...(fact.hint === undefined ? {} : { description: fact.hint }),
  ...(fact.kind === 'entries' ? { type: 'array' as const, items: itemOf(fact) } : schemas[fact.kind](fact)),
  ...(isList(fact) && fact.required.kind === 'always' ? { minItems: 1 } : {}),
});

/** Whether an answer is a list, which is required by asking for one item at least. */
export const isList = (fact: Fact): boolean => fact.kind === 'choices' || fact.kind === 'entries';
