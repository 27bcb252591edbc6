import type { RJSFSchema, UiSchema } from '@rjsf/utils';
import type { Fact } from '../../../engine/contract/index.js';
import type { JsonSchema } from '../../../generator/emit/json-schema.js';
import { questionSchema } from '../../../generator/emit/question-schema.js';
import { type Asked, insteadOf, wordsInstead } from './questions.js';

/** More options than this are a list to select from. */
const mostRadios = 12;

const withoutWords = (fact: Fact): Fact =>
  wordsInstead(fact).length === 0 ? fact : { ...fact, options: fact.options.filter((option) => !option.means) };

const wordsSchema = (fact: Fact): JsonSchema => ({
  title: 'Or',
  type: 'array',
  uniqueItems: true,
  items: { type: 'string', oneOf: wordsInstead(fact).map(({ id, label }) => ({ const: id, title: label })) },
});

const objectOf = (asked: Asked[]): JsonSchema => ({
  type: 'object',
  properties: Object.fromEntries(
    asked.flatMap((one): [string, JsonSchema][] => {
      const own: [string, JsonSchema] = [one.name, questionSchema(withoutWords(one.fact), () => objectOf(one.inner))];
      return wordsInstead(one.fact).length > 0 ? [own, [insteadOf(one.name), wordsSchema(one.fact)]] : [own];
    }),
  ),
  required: asked.filter((one) => one.required).map((one) => one.name),
});

const textKinds: Partial<Record<Fact['kind'], UiSchema>> = {
  date: { 'ui:widget': 'date' },
  'date-time': { 'ui:widget': 'date-time' },
  'long-text': { 'ui:widget': 'textarea' },
  address: { 'ui:widget': 'textarea', 'ui:options': { kind: 'address' } },
  phone: { 'ui:options': { kind: 'phone', inputType: 'tel', width: 20 } },
  email: { 'ui:options': { kind: 'email', inputType: 'email' } },
  name: { 'ui:options': { kind: 'name' } },
  signature: { 'ui:options': { kind: 'signature' } },
  file: { 'ui:widget': 'file' },
};

const choiceUi = (fact: Fact): UiSchema => ({
  'ui:widget': fact.options.length > mostRadios ? 'select' : 'radio',
  'ui:optionValueFormat': 'realValue',
});

const widgetOf = (fact: Fact): UiSchema => {
  if (fact.kind === 'yes-no' || fact.kind === 'choice') return choiceUi(fact);
  if (fact.kind === 'choices') return { 'ui:widget': 'checkboxes', 'ui:optionValueFormat': 'realValue' };
  if (fact.kind === 'number') {
    const unit = fact.number?.unit;
    return { 'ui:options': { kind: 'number', width: 5, ...(unit ? { suffix: unit } : {}) } };
  }
  return textKinds[fact.kind] ?? {};
};

/** What the partner's side tells is marked so wherever it is asked. */
const hersUi = (fact: Fact): UiSchema => (fact.hers ? { 'ui:classNames': 'rubric-hers' } : {});

const itemUi = (one: Asked, index: number): UiSchema => {
  const here = one.entries[index];
  if (!here) return uiOf(one.inner);
  const hidden = one.inner.filter((inner) => !here.some((asked) => asked.fact.id === inner.fact.id));
  return { ...uiOf(one.inner), ...Object.fromEntries(hidden.map((inner) => [inner.name, { 'ui:widget': 'hidden' }])) };
};

const uiOf = (asked: Asked[]): UiSchema => {
  const order = asked.flatMap((one) =>
    wordsInstead(one.fact).length > 0 ? [one.name, insteadOf(one.name)] : [one.name],
  );
  const own = asked.flatMap((one): [string, UiSchema][] => {
    const { fact } = one;
    if (fact.kind === 'entries') {
      const items = (_entry: unknown, index: number): UiSchema => itemUi(one, index);
      return [[one.name, { 'ui:options': { entry: one.entry }, items } as UiSchema]];
    }
    const question: [string, UiSchema] = [one.name, { ...widgetOf(fact), ...hersUi(fact) }];
    const words: UiSchema = { 'ui:widget': 'checkboxes', 'ui:optionValueFormat': 'realValue' };
    return wordsInstead(fact).length > 0 ? [question, [insteadOf(one.name), words]] : [question];
  });
  return { 'ui:order': order, ...Object.fromEntries(own) };
};

/**
 * The questions asked now as a plain schema for react-jsonschema-form. There is no `if` in it: what is asked was
 * decided before, by the engine, and is decided again after each change.
 */
export const pageSchema = (asked: Asked[]): { schema: RJSFSchema; uiSchema: UiSchema } => ({
  schema: objectOf(asked) as RJSFSchema,
  uiSchema: { ...uiOf(asked), 'ui:options': { label: false } },
});

const entrySchemas = (one: Asked): JsonSchema[] => one.entries.map((entry) => checkedObject(entry));

const checked = (one: Asked): JsonSchema => {
  const schema = questionSchema(one.fact, () => ({ type: 'object' }));
  const list = one.fact.kind === 'choices' || one.fact.kind === 'entries';
  return {
    ...schema,
    ...(one.fact.kind === 'entries' && one.entries.length > 0
      ? { items: entrySchemas(one) as unknown as JsonSchema }
      : {}),
    ...(list && one.required ? { minItems: 1 } : {}),
  };
};

const checkedObject = (asked: Asked[]): JsonSchema => ({
  type: 'object',
  properties: Object.fromEntries(asked.map((one) => [one.name, checked(one)])),
  required: asked.filter((one) => one.required).map((one) => one.name),
});

/** The schema that answers are held against: each entry by its own questions. */
export const answersSchema = (asked: Asked[]): JsonSchema => checkedObject(asked);
