/** A form of the emitted schema as plain HTML, without a script; which questions are asked follows from the schema. */
import { Ajv } from 'ajv';
import { escaped } from './page.mjs';

const ajv = new Ajv({ strict: false });
const holds = (schema, answers) => ajv.validate(schema, answers);

/** How many rows a list of entries has on the page. */
const rows = 3;

/** The questions that are asked, given what was answered: those of the schema itself, and of each `if` that holds. */
const asked = ({ schema, ui }, answers) => {
  const parts = [schema, ...(schema.allOf ?? []).filter((part) => holds(part.if, answers)).map((part) => part.then)];
  const properties = new Map();
  for (const part of parts)
    for (const [name, property] of Object.entries(part.properties ?? {}))
      if (property.title !== undefined) properties.set(name, property);
  const required = new Set(parts.flatMap((part) => part.required ?? []));
  return (ui['ui:order'] ?? [...properties.keys()])
    .filter((name) => properties.has(name))
    .map((name) => ({ name, schema: properties.get(name), ui: ui[name] ?? {}, required: required.has(name) }));
};

/**
 * Takes a form and what was posted; gives the answers to the questions that are asked, and no others: what was typed
 * before a question vanished is dropped.
 */
export const answersIn = (form, posted) => {
  let answers = {};
  // Each round may open questions that hang on those before it; a form has no chain as long as it has questions.
  for (let round = 0; round < (form.ui['ui:order']?.length ?? 0) + 2; round += 1) {
    const questions = asked(form, answers);
    const next = Object.fromEntries(
      questions
        .map(({ name, schema }) => [name, answerTo(schema, posted, name)])
        .filter(([, value]) => value !== undefined),
    );
    if (JSON.stringify(next) === JSON.stringify(answers)) return answers;
    answers = next;
  }
  return answers;
};

const answerTo = (schema, posted, name) => {
  if (schema.type === 'array' && schema.items.properties) return entriesIn(schema.items, posted, name);
  if (schema.type === 'array') {
    const chosen = posted.getAll(name);
    return chosen.length === 0 ? undefined : chosen;
  }
  const text = (posted.get(name) ?? '').trim();
  if (text === '') return undefined;
  const isNumber = schema.type === 'integer' || schema.type === 'number' || schema.anyOf !== undefined;
  return isNumber && Number.isFinite(Number(text)) ? Number(text) : text;
};

const entriesIn = (items, posted, name) => {
  const entries = Array.from({ length: rows }, (_, at) =>
    Object.fromEntries(
      Object.entries(items.properties)
        .map(([local, schema]) => [local, answerTo(schema, posted, `${name}.${at}.${local}`)])
        .filter(([, value]) => value !== undefined),
    ),
  ).filter((entry) => Object.keys(entry).length > 0);
  return entries.length === 0 ? undefined : entries;
};

/** Takes a form and answers; gives a sentence for each fault that the form's own validator finds, by question. */
export const faultsOf = ({ validate, messages }, answers) => {
  const faults = new Map();
  if (validate(answers)) return faults;
  for (const { keyword, instancePath, params } of validate.errors) {
    const [first] = instancePath.split('/').slice(1);
    const name = keyword === 'required' && first === undefined ? params.missingProperty : first;
    const sentences = messages.fields[name];
    if (sentences && !faults.has(name)) faults.set(name, sentences[keyword] ?? sentences.required);
  }
  return faults;
};

/** Takes a form, answers and faults; gives the form's HTML, with the questions that are asked now. */
export const formHtml = (form, answers, faults, action) => `
  <form method="post" action="${escaped(action)}" novalidate>
    ${faults.size === 0 ? '' : summary(faults)}
    ${asked(form, answers)
      .map((question) => field(question, answers[question.name], faults.get(question.name)))
      .join('')}
    <button type="submit">Continue</button>
  </form>`;

const summary = (faults) => `
  <div role="alert" tabindex="-1"><h2>There is a problem</h2><ul>${[...faults]
    .map(([name, sentence]) => `<li><a href="#${escaped(name)}">${escaped(sentence)}</a></li>`)
    .join('')}</ul></div>`;

const field = (question, value, fault) => {
  const { schema, required } = question;
  const title = `${escaped(schema.title)}${required ? '' : ' (optional)'}`;
  const notes = [
    schema.description && `<span class="hint">${escaped(schema.description)}</span>`,
    fault && `<strong class="fault">${escaped(fault)}</strong>`,
  ];
  const group = optionsOf(schema).length > 0 || schema.type === 'array';
  const said = `${title} ${notes.filter(Boolean).join(' ')}`;
  return group
    ? `<fieldset id="${escaped(question.name)}"><legend>${said}</legend>${control(question, value)}</fieldset>`
    : `<p><label for="${escaped(question.name)}">${said}</label>${control(question, value)}</p>`;
};

const optionsOf = (schema) => schema.oneOf ?? schema.items?.oneOf ?? [];

const control = ({ name, schema, ui }, value) => {
  const id = escaped(name);
  const options = optionsOf(schema);
  if (options.length > 0) {
    const type = schema.type === 'array' ? 'checkbox' : 'radio';
    const chosen = [value ?? []].flat();
    return options
      .map(
        (option) =>
          `<label><input type="${type}" name="${id}" value="${escaped(option.const)}"${chosen.includes(option.const) ? ' checked' : ''}> ${escaped(option.title)}</label>`,
      )
      .join('');
  }
  if (schema.type === 'array') return entryRows(name, schema, ui, value ?? []);
  const text = value === undefined ? '' : escaped(String(value));
  if (ui['ui:widget'] === 'textarea') return `<textarea id="${id}" name="${id}" rows="5">${text}</textarea>`;
  const type = ui['ui:widget'] === 'date' ? 'date' : (ui['ui:options']?.inputType ?? 'text');
  return `<input id="${id}" name="${id}" type="${type}" value="${text}">`;
};

const entryRows = (name, { items }, ui, value) =>
  Array.from({ length: rows }, (_, at) =>
    Object.entries(items.properties)
      .map(([local, schema]) =>
        field(
          { name: `${name}.${at}.${local}`, schema, ui: ui.items?.[local] ?? {}, required: false },
          value[at]?.[local],
          undefined,
        ),
      )
      .join(''),
  ).join('<hr>');
