import { type ComponentProps, createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { evaluate } from '../../../../engine/index.js';
import { compile } from '../../../../generator/index.js';
import { readTexts } from '../../../../runtime/definition/read-texts.js';
import { FormStart, FormToken, versionSent, versionText } from '../../../../runtime/portal/layout/form-start.js';
import { keySent, newKey } from '../../../../runtime/portal/layout/new-key.js';
import { placesOf } from '../../../../runtime/portal/layout/staff-frame.js';

const { bundle } = compile(await readTexts('examples/tollbeck-clear-road'), { play: evaluate });
const words = (of: ReturnType<typeof placesOf>): string[] => of.map((each) => each.words);

test('Partner support and releases are there only for those who support her, and groups for those who work with him', () => {
  const actor = { programme: 'evening', supporter: false };
  expect(words(placesOf(bundle, actor, { administers: [] }, 'today'))).toEqual([
    'Today',
    'Cases',
    'Groups',
    'Reports',
    'Messages',
    'Studio',
  ]);
  expect(words(placesOf(bundle, { ...actor, supporter: true }, { administers: [] }))).toEqual([
    'Today',
    'Cases',
    'Partner support',
    'Reports',
    'Messages',
    'Releases',
    'Studio',
  ]);
});

test('Administration is a place for whoever administers something, and what a definition has not has no place', () => {
  const actor = { programme: 'evening', supporter: false };
  expect(words(placesOf(undefined, actor, { administers: ['evening'] }))).toEqual([
    'Today',
    'Cases',
    'Studio',
    'Administration',
  ]);
});

test('A form carries what it is done once by, what it was made for, and the token of the page', () => {
  const form = createElement(FormStart, {
    action: '/x',
    keyed: 'k'.repeat(20),
    version: { his: 12, hers: 3 },
  } as ComponentProps<typeof FormStart>);
  const html = renderToStaticMarkup(createElement(FormToken.Provider, { value: 'a-token' }, form));
  expect(html).toContain('<input type="hidden" name="_csrf" value="a-token"/>');
  expect(html).toContain(`<input type="hidden" name="key" value="${'k'.repeat(20)}"/>`);
  expect(html).toContain('<input type="hidden" name="version" value="12.3"/>');
});

test('A version is read as it was written, and what is none is nothing', () => {
  expect(versionSent(versionText({ his: 7 }))).toEqual({ his: 7 });
  expect(versionSent(versionText({ his: 7, hers: 0 }))).toEqual({ his: 7, hers: 0 });
  for (const none of ['', '7.', '-1', '1e3', undefined, ['7'], '7.1.1']) expect(versionSent(none)).toBeUndefined();
});

test('Keys differ, a key that was sent is kept, and what cannot be one is replaced', () => {
  expect(newKey()).not.toBe(newKey());
  const key = newKey();
  expect(keySent(key)).toBe(key);
  for (const none of ['short', '', undefined, { a: 1 }, 'with a space in the middle of it'])
    expect(keySent(none)).toMatch(/^[\w-]{24}$/);
});
