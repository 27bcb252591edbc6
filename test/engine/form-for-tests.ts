/** A small form with everything that can hide a question: a page, a question, an option, an entry. */
import type { Fact } from '../../engine/index.js';
import * as b from './bundle-for-tests.js';

export const today = '2026-03-02';
const hasPartner = b.is('has-partner', 'yes');
const guard = { ...hasPartner, guard: true as const };
const facts: Fact[] = [
  b.yesNo('has-partner', { required: { kind: 'always' } }),
  b.yesNo('lives-with-her', { onlyWhen: hasPartner }),
  // Asked on the page about her home, which is itself asked only when they live together.
  b.fact('her-home', 'long-text', {
    onlyWhen: b.all(guard, b.is('lives-with-her', 'yes')),
    required: { kind: 'when', condition: b.all(guard, b.is('lives-with-her', 'yes')) },
  }),
  b.choice('area', [], {
    options: [...b.optionsOf('north', 'south'), { id: 'hers', label: 'hers', onlyWhen: hasPartner }],
  }),
  b.choices('days', [], {
    options: [...b.optionsOf('monday'), { id: 'sunday', label: 'sunday', onlyWhen: b.is('area', 'south') }],
  }),
  b.fact('children', 'entries', { asks: ['children.age', 'children.school'], required: { kind: 'always' } }),
  b.whole('children.age', 0, 30, { within: 'children', required: { kind: 'always' } }),
  b.fact('children.school', 'text', { within: 'children', onlyWhen: b.compares('children.age', 'at-least', 4) }),
];
export const bundle = b.bundleOf(facts, [], {
  forms: [
    b.form('referral', [], {
      pages: [
        {
          id: 'him',
          heading: 'Him',
          asks: ['has-partner', 'area', 'days', 'children'],
          origin: { at: b.at, clauses: [] },
        },
        {
          id: 'her',
          heading: 'Her',
          asks: ['lives-with-her', 'her-home'],
          onlyWhen: hasPartner,
          origin: { at: b.at, clauses: [] },
        },
      ],
    }),
  ],
});
