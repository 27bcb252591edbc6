import Form from '@rjsf/core';
import validator from '@rjsf/validator-ajv8';
import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { messageFor } from '../../../generator/emit/message-for.js';
import { toJsonSchema } from '../../../generator/emit/to-json-schema.js';
import { toMessages } from '../../../generator/emit/to-messages.js';
import { toUiSchema } from '../../../generator/emit/to-ui-schema.js';
import { bundleForEmit as bundle } from './bundle-for-emit.js';

const [form] = bundle.forms;
if (form === undefined) throw new Error('the bundle has a form');
const { schema, unsaid } = toJsonSchema(bundle, form);
const ui = toUiSchema(bundle, form, unsaid);

/** The form as stock react-jsonschema-form writes it, and what it complained about. */
const rendered = (formData: object): { html: string; said: unknown[] } => {
  const said: unknown[] = [];
  const { warn, error } = console;
  console.warn = (...words) => said.push(words);
  console.error = (...words) => said.push(words);
  try {
    const html = renderToString(
      <Form
        schema={schema as object}
        uiSchema={ui}
        validator={validator}
        formData={formData}
        experimental_defaultFormStateBehavior={{ constAsDefaults: 'never' }}
      />,
    );
    return { html, said };
  } finally {
    Object.assign(console, { warn, error });
  }
};

test('stock react-jsonschema-form renders the form and complains of nothing', () => {
  const { html, said } = rendered({});
  expect(said).toEqual([]);
  expect(html).toContain('Who is making the referral?');
  expect(html).not.toContain('Unsupported');
  expect(html).not.toContain('Unknown field');
});

test('our own keys leave no trace in the form', () => {
  const { html } = rendered({});
  expect(html).not.toContain('rubric:');
  expect(html).not.toContain('Asked only when');
});

test('a question appears when its condition is met and not before', () => {
  expect(rendered({ source: 'self' }).html).not.toContain('Name of the worker');
  expect(rendered({ source: 'agency' }).html).toContain('Name of the worker');
  expect(rendered({ abuse: ['other'] }).html).toContain('What else?');
});

test('the questions of an entry follow its own answers and those outside it', () => {
  const child = rendered({ source: 'agency', children: [{ name: 'Jo', age: 5 }] }).html;
  expect(child).toContain('School');
  expect(child).not.toContain('Is there an order?');
  const order = rendered({ source: 'agency', proceedings: 'yes', children: [{ name: 'Jo', age: 3 }] }).html;
  expect(order).toContain('Is there an order?');
  expect(order).not.toContain('School');
});

test('choices post their own ids, never their position', () => {
  const { html } = rendered({ source: 'agency' });
  expect(html).toMatch(/type="radio"[^>]*value="agency"/);
  expect(html).toMatch(/type="checkbox"[^>]*value="physical"/);
});

test('nothing is chosen beforehand', () => {
  expect(rendered({}).html).not.toMatch(/checked=""/);
});

test('questions come in the order of the definition', () => {
  const { html } = rendered({ source: 'agency', age: 30 });
  const places = [
    'Who is making',
    'Name of the worker',
    'His date of birth',
    'legal adviser',
    'Children',
    'I understand',
  ].map((words) => html.indexOf(words));
  expect(places.every((place) => place > 0)).toBe(true);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test('pages name their heading and their questions, and what the schema could not say is noted', () => {
  expect(ui['rubric:pages']?.map(({ heading, asks }) => [heading, asks.length])).toEqual([
    ['The referrer', 2],
    ['The client', 11],
    ['Family', 1],
    ['Confirmation', 2],
  ]);
  expect(ui['rubric:unsaid']).toEqual([{ fact: 'older', says: 'It is asked only when born ….' }]);
});

test('our sentences take the place of those of react-jsonschema-form', () => {
  const messages = toMessages(bundle, form);
  const { errors } = validator.validateFormData(
    { source: 'agency', born: 'yesterday', abuse: ['physical'], children: [{ age: -1 }] },
    schema as object,
    undefined,
    (found) =>
      found.flatMap((error) => {
        const message = messageFor(messages, error);
        return message === undefined ? [] : [{ ...error, message, stack: message }];
      }),
  );
  expect([...new Set(errors.map(({ stack }) => stack))].sort()).toEqual([
    'Age must be 0 or more',
    'Enter name',
    'Enter the name of the worker',
    'Enter your name to sign “I understand this declaration”',
    'His date of birth must be a real date, like 27 3 1985',
  ]);
});
