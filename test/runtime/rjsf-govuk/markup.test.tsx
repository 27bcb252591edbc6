import type { RJSFSchema, UiSchema } from '@rjsf/utils';
import validator from '@rjsf/validator-ajv8';
import { HtmlValidate } from 'html-validate';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { GovukForm } from '../../../runtime/rjsf-govuk/index.js';
import { danglingIds, doubleIds } from './dangling-ids.js';
import { Specimen, stateNames } from './specimen.js';

const page = (markup: string) =>
  `<!DOCTYPE html><html lang="en-GB"><head><title>Specimen</title></head><body><main><h1>Specimen</h1>${markup}</main></body></html>\n`;
const markupOf = (state: (typeof stateNames)[number]) => renderToStaticMarkup(<Specimen state={state} />);
const form = (schema: RJSFSchema, more: { uiSchema?: UiSchema; formData?: unknown } = {}) =>
  renderToStaticMarkup(<GovukForm schema={schema} validator={validator} {...more} />);
const text = (properties: Record<string, RJSFSchema>): RJSFSchema => ({ type: 'object', properties });
const tag = (html: string, part: string) =>
  html.match(new RegExp(`<[a-z]+[^>]*${part.replace(/[[\]]/g, '\\$&')}[^>]*>`))?.[0] ?? '';

const htmlValidate = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // React writes these so, and both are HTML.
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'attr-case': 'off',
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
  },
});

test.each(stateNames)('the %s form points at no id that is not there, and gives none twice', (state) => {
  const html = markupOf(state);
  expect(danglingIds(html)).toEqual([]);
  expect(doubleIds(html)).toEqual([]);
});

test('the checker itself sees a dangling description, label and link', () => {
  const html = '<label for="a">A</label><input id="b" aria-describedby="b c"><a href="#d">D</a>';
  expect(danglingIds(html)).toEqual(['for="a"', 'aria-describedby="c"', 'href="#d"']);
  expect(doubleIds('<p id="a"></p><p class="x" id="a"></p>')).toEqual(['a']);
});

test.each(stateNames)('the %s form is valid HTML', (state) => {
  const report = htmlValidate.validateStringSync(page(markupOf(state)));
  const found = report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => ({ ruleId, message, line, column })),
  );
  expect(found).toEqual([]);
});

test('every link of the error summary ends on something that takes the focus', () => {
  const html = markupOf('wrong');
  const ids = Array.from(html.matchAll(/<li><a href="#([^"]+)">/g), (found) => found[1] ?? '');
  expect(ids).toHaveLength(17);
  for (const id of ids) {
    const target = tag(html, `id="${id}"`);
    expect(target, id).toMatch(/^<(input|select|textarea|fieldset[^>]* tabindex="-1")/);
  }
});

test('the error summary is an alert that takes the focus, and stands before the questions', () => {
  const html = markupOf('wrong');
  expect(html.indexOf('role="alert"')).toBeGreaterThan(0);
  expect(html.indexOf('role="alert"')).toBeLessThan(html.indexOf('govuk-form-group'));
  expect(tag(html, 'class="govuk-error-summary"')).toContain('tabindex="-1"');
});

test('an error is marked by the word, read out before it, and described by its id', () => {
  const html = markupOf('wrong');
  expect(html).toContain(
    '<p class="govuk-error-message"><span class="govuk-visually-hidden">Error:</span> Enter the full name</p>',
  );
  expect(tag(html, 'id="wrong_full-name"')).toContain('aria-describedby="wrong_full-name__error"');
  expect(tag(html, 'id="wrong_history"')).toContain('aria-describedby="wrong_history__help wrong_history__error"');
});

test('no markup carries a style, a script or a handler, so that default-src self is enough', () => {
  for (const state of stateNames) expect(markupOf(state)).not.toMatch(/\sstyle=|<script|\son[a-z]+=|javascript:/);
});

test('HTML5 validation is off', () => {
  const html = markupOf('empty');
  expect(tag(html, 'class="rubric-form"')).toMatch(/novalidate/i);
  expect(html).not.toMatch(/<(input|select|textarea)[^>]*\srequired/);
});

test('names are in brackets and options post their own values', () => {
  const html = markupOf('filled');
  expect(tag(html, 'value="not-known"')).toContain('name="filled[has-shed]"');
  expect(tag(html, 'value="beans"')).toContain('name="filled[crops][]"');
  expect(tag(html, 'value="plums"')).toContain('checked');
  expect(tag(html, 'value="leeks"')).not.toContain('checked');
  expect(html).toContain('<option value="village" selected="">Village</option>');
  expect(html).toContain('name="filled[neighbours][0][since][day]"');
});

test('nothing is chosen before somebody chooses it', () => {
  expect(markupOf('empty')).not.toMatch(/checked|<option value="[^"]+" selected/);
});

test('a date stands in three boxes with a label each, in a fieldset that carries the hint', () => {
  const html = markupOf('filled');
  expect(tag(html, 'name="filled[date-of-birth][day]"')).toContain('value="27"');
  expect(tag(html, 'name="filled[date-of-birth][month]"')).toContain('value="3"');
  expect(tag(html, 'name="filled[date-of-birth][year]"')).toContain('value="1985"');
  expect(tag(html, 'name="filled[viewing][time]"')).toContain('value="18:00"');
  expect(html).toContain('<fieldset class="govuk-fieldset" aria-describedby="filled_date-of-birth__description">');
});

test('what is no real date, and no number, is shown again as it was typed', () => {
  const html = markupOf('wrong');
  expect(tag(html, 'name="wrong[date-of-birth][day]"')).toContain('value="31"');
  expect(tag(html, 'name="wrong[date-of-birth][month]"')).toContain('value="2"');
  expect(tag(html, 'name="wrong[plots]"')).toContain('value="a few"');
});

test('entries are added and removed by submit buttons', () => {
  const html = markupOf('filled');
  expect(tag(html, 'value="add:neighbours"')).toMatch(/type="submit"/);
  expect(tag(html, 'value="add:neighbours"')).toContain('name="do"');
  expect(tag(html, 'value="remove:neighbours:1"')).toMatch(/type="submit"/);
  expect(html).toContain('Add another neighbour');
  expect(markupOf('empty')).toContain('Add a neighbour');
  expect(html).toContain('Remove<span class="govuk-visually-hidden"> neighbour 2</span>');
});

test('Enter goes on, and never removes an entry: the first submit button of the form does what its last one does', () => {
  const buttons = Array.from(markupOf('filled').matchAll(/<button[^>]*type="submit"[^>]*>/g), ([found]) => found);
  expect(buttons[0]).toContain('rubric-default-button');
  expect(buttons[0]).not.toMatch(/value=/);
  expect(buttons[0]).toContain('tabindex="-1"');
  expect(buttons.at(-1)).not.toMatch(/value=/);
});

test('a file that was sent is named above its box, with a button that takes it away', () => {
  const html = markupOf('filled');
  expect(html).toContain('plan.txt');
  expect(tag(html, 'value="clear:plan"')).toContain('name="do"');
});

test('a number is typed as text, with the keys for numbers', () => {
  const html = markupOf('empty');
  expect(tag(html, 'name="empty[plots]"')).toMatch(/type="text"/);
  expect(tag(html, 'name="empty[plots]"')).toMatch(/inputmode="numeric"/i);
  expect(tag(html, 'name="empty[rent]"')).toMatch(/inputmode="decimal"/i);
});

test('the browser fills in only what the uiSchema says is the reader’s own', () => {
  const html = markupOf('empty');
  expect(tag(html, 'name="empty[phone]"')).toMatch(/autocomplete="tel"/i);
  expect(tag(html, 'name="empty[full-name]"')).not.toMatch(/autocomplete/i);
});

test('a title is a heading of the page only where it is asked to be', () => {
  const schema = text({
    name: { type: 'string', title: 'Name' },
    born: { type: 'string', format: 'date', title: 'Born' },
  });
  expect(form(schema)).not.toContain('<h1');
  const asked = form(schema, { uiSchema: { name: { 'ui:options': { heading: 'page' } } } });
  expect(asked).toMatch(/<h1 class="govuk-label-wrapper"><label[^>]*for="root_name">Name<\/label><\/h1>/);
  const legend = form(schema, { uiSchema: { born: { 'ui:options': { heading: 'page' } } } });
  expect(legend).toMatch(/<legend[^>]*><h1 class="govuk-fieldset__heading">Born<\/h1><\/legend>/);
});

test('required questions say so; or the others do; or none', () => {
  const schema: RJSFSchema = {
    ...text({ a: { type: 'string', title: 'A' }, b: { type: 'string', title: 'B' } }),
    required: ['a'],
  };
  const marked = (mark: string) =>
    form(schema, { uiSchema: { 'ui:globalOptions': { mark } } }).replace(/<[^>]*>/g, ' ');
  expect(form(schema).replace(/<[^>]*>/g, '')).toMatch(/A \(required\)B/);
  expect(marked('optional')).toMatch(/A\s+B\s+\(optional\)/);
  expect(marked('none')).not.toMatch(/required|optional/);
});

test('a signature is described by the sentence that it signs', () => {
  const html = markupOf('wrong');
  expect(tag(html, 'name="wrong[signature]"')).toContain(
    'aria-describedby="wrong_signature__declaration wrong_signature__error"',
  );
});

test('a text that is a date and time by kind stands in boxes as well', () => {
  const html = form(text({ seen: { type: 'string', title: 'Seen' } }), {
    uiSchema: { seen: { 'ui:options': { inputType: 'datetime-local', kind: 'date-time' } } },
    formData: { seen: '2026-03-02T18:00' },
  });
  expect(tag(html, 'name="root[seen][time]"')).toContain('value="18:00"');
  expect(html).toContain('<legend');
});

test('a question that is kept for some says so before its label', () => {
  const html = markupOf('empty');
  expect(html).toMatch(/<p class="rubric-hers[^>]*>Kept for the tenant’s side only<\/p><label[^>]*for="empty_phone"/);
});

test('rendering twice gives the same bytes', () => {
  for (const state of stateNames) expect(markupOf(state)).toBe(markupOf(state));
});
