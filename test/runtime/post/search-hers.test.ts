import { expect, test } from 'vitest';
import type { Bundle, CaseEvent } from '../../../engine/index.js';
import { foundIn, type Hers, hersIn, searched } from '../../../runtime/server/post/search-hers.js';

const words = (called: string, sought: string): Hers => ({ called, kind: 'words', sought });
const hers: Hers[] = [
  words('name of the partner', 'zoe'),
  words('name of the partner', 'zoe o neill'),
  words('address', 'elm street'),
  { called: 'phone', kind: 'digits', sought: '01632960777' },
  { called: 'address', kind: 'letters', sought: 'wv13xq' },
  { called: 'email', kind: 'letters', sought: 'zoe@mail.example' },
];
const found = (text: string): string[] => foundIn(text, hers).map((one) => one.words);

/** A text, and what of hers stands in it. */
const examples: [string, string[]][] = [
  ['Zoë came.', ['Zoë']],
  ['ZOE O’NEILL came.', ['ZOE O’NEILL']],
  ['She lives on Elm  Street.', ['Elm  Street']],
  ['The elms of the street.', []],
  ['Zoetropes are round.', []],
  ['Ring +44 1632 960 777 after six.', ['+44 1632 960 777']],
  ['Ring 01632-960777.', ['01632-960777']],
  ['Ring 01632 960778.', []],
  ['Near wv1 3XQ.', ['wv1 3XQ']],
  ['Write to ZOE@mail.example soon.', ['ZOE@mail.example']],
  ['He was on time.', []],
];
test.each(examples)('in “%s” it finds %j', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test('in a page it is marked where it stands, with what it is for whoever cannot see the mark', () => {
  const { body, found: all } = searched('<p>Then <strong>Zoe</strong> rang.</p>', hers);
  expect(body).toBe(
    '<p>Then <strong><mark class="rubric-found">Zoe<span class="govuk-visually-hidden"> (name of the partner, hers)</span></mark></strong> rang.</p>',
  );
  expect(all).toEqual([{ called: 'name of the partner', words: 'Zoe' }]);
});

/** As much of a definition as is looked at: a list of partners with her name, and his own name. */
const bundle = {
  people: [
    { id: 'worker', side: 'inside', called: 'worker', alsoCalled: [] },
    { id: 'her-worker', side: 'inside', called: 'her worker', alsoCalled: [], supports: 'partner' },
  ],
  facts: [
    { id: 'full-name', kind: 'name', called: 'name', hers: false },
    { id: 'partners', kind: 'entries', called: 'partners', each: 'partner', hers: true },
    { id: 'partners.name', kind: 'name', called: 'name', hers: true, within: 'partners' },
    { id: 'partners.address', kind: 'address', called: 'address', hers: true, within: 'partners' },
    { id: 'partners.safe', kind: 'long-text', called: 'safe times', hers: true, within: 'partners' },
  ],
} as unknown as Bundle;
const answered = (values: CaseEvent['values'], role = 'worker'): CaseEvent => ({
  id: 'e',
  kind: 'answered',
  happened: '2026-03-02',
  learned: '2026-03-02',
  recorded: '2026-03-02',
  by: { role },
  values,
});

test('what is looked for is every name, part of an address and number that is hers, and nothing of his', () => {
  const partners = [
    {
      key: 'p',
      name: 'Zoe O’Neill',
      address: '12 Elm Street, Wolverhampton, WV1 3XQ',
      safe: 'After six on 01632 960777',
    },
  ];
  const sought = hersIn(bundle, [answered({ 'full-name': 'Lee Carter', partners })]).map((one) => one.sought);
  expect(sought).toEqual([
    'zoe o neill',
    'zoe',
    'neill',
    '12 elm street',
    'elm street',
    'wolverhampton',
    'wv13xq',
    '01632960777',
  ]);
});

test('what she told of him is hers as well', () => {
  const told = answered({ 'full-name': 'Lee Known-as-Carter' }, 'her-worker');
  expect(hersIn(bundle, [told]).map((one) => one.sought)).toContain('known');
});
