/** What the handbook says of rules, by a small programme whose every rule has a clause. */
import { expect, test } from 'vitest';
import { handbookMarkdown, handbookOf } from '../../../generator/index.js';
import { compiled, handbookWith, linesOf, small } from './small-programme.js';

test('While a rule says what its clause says, the clause’s own sentence stands, in our voice', () => {
  const handbook = handbookWith();
  expect(linesOf(handbook, 'Who can come')).toEqual(['The client must be 18 or over.']);
  expect(linesOf(handbook, 'Suspension and ending')).toEqual([
    'Whoever misses three sessions in a row has his file closed.',
  ]);
  expect(linesOf(handbook, 'Support for partners')).toEqual(['The support worker rings each partner every month.']);
});

test.each([
  ['an age', ['at least 18 years', 'at least 21 years'], 'Who can come', 'The client must be 21 or over.'],
  [
    'a number',
    ['missed reaches 3', 'missed reaches 4'],
    'Suspension and ending',
    'When the sessions missed in a row reach 4, we will close his case once the programme lead has confirmed it.',
  ],
  [
    'what is done',
    ['close as non-attendance', 'suspend'],
    'Suspension and ending',
    'When the sessions missed in a row reach 3, we will suspend his place once the programme lead has confirmed it.',
  ],
  [
    'a time',
    ['within: 2 weeks', 'within: 3 weeks'],
    'What you will be told, and when',
    'When we receive the referral, we aim to get in touch with you within three weeks.',
  ],
  [
    'how often',
    ['every: 1 month', 'every: 2 weeks'],
    'Support for partners',
    'When he starts, the support worker must get in touch with each partner every two weeks.',
  ],
] as [string, [string, string], string, string][])(
  'Once %s has become another than in the clause, the sentence is made of the rule',
  (_, change, section, says) => {
    expect(linesOf(handbookWith(change), section)).toEqual([says]);
  },
);

test('A force that the clause does not have is told by the rule', () => {
  const may = handbookWith(
    ['should: contact referrer', 'may: contact referrer'],
    ['Example Trust tells the referring agency within', 'Example Trust should tell the referring agency within'],
  );
  expect(linesOf(may, 'What you will be told, and when')).toEqual([
    'When we receive the referral, we may get in touch with you within two weeks.',
  ]);
});

test('Numbers of the sessions are always those of the sessions', () => {
  expect(linesOf(handbookWith(['total: 12', 'total: 14']), 'The course')[0]).toBe(
    'The programme has 14 sessions. Each session lasts two hours. There is one session every week.',
  );
});

test('What informs stands in About us, and a clause that was overruled nowhere', () => {
  expect(linesOf(handbookWith(), 'About us').at(-1)).toBe('We have run the programme since 2004.');
  const settled = handbookWith(
    [
      'background: EX-007',
      'background: [EX-007, EX-008]\nsettled:\n  - { between: [EX-007, EX-008], in-force: EX-007, by: lead, on: 2026-01-05 }',
    ],
    [
      'clauses:\n',
      'clauses:\n  EX-008: { says: Example Trust has run the programme since 2014., force: tells, kind: informational, line: 8 }\n',
    ],
  );
  expect(handbookMarkdown(settled)).not.toContain('2014');
  expect(settled.sections.flatMap(({ blocks }) => blocks.flatMap(({ clauses }) => clauses))).not.toContain('EX-008');
});

test('A statement that stands on no form is among what the provider says of itself', () => {
  const handbook = handbookWith(['decision:', 'statements: { safety: { says: Safety comes first. } }\ndecision:']);
  expect(linesOf(handbook, 'About us')).toContain('Safety comes first.');
});

test('What is asked about a partner is named, and how she is reached is not', () => {
  const asked = linesOf(handbookWith(), 'What we ask');
  expect(asked).toContain('Partners, present or former');
  expect(asked.join(' ')).not.toContain('only she answers');
});

test('Without clauses the rules speak for themselves', () => {
  const bare = compiled(
    small
      .slice(0, small.indexOf('background:'))
      .replace(/,? ?clause: EX-\d+/g, '')
      .replace(/\n +(?=\n)/g, ''),
  );
  const handbook = handbookOf(bare);
  expect(linesOf(handbook, 'Who can come')).toEqual(['The client must be 18 or over.']);
  expect(linesOf(handbook, 'How we decide')).toEqual(['The programme lead decides on each referral.']);
  expect(linesOf(handbook, 'Support for partners')).toEqual([
    'When the client starts, the support worker must get in touch with each partner every month.',
  ]);
});

test('What is owed to a partner on a condition is told without the condition, which may be of what she said', () => {
  const handbook = handbookWith(['every: 1 month', 'every: 2 weeks\n    only-when: heard-from-partner has happened']);
  expect(linesOf(handbook, 'Support for partners')).toEqual([
    'The support worker must get in touch with each partner every two weeks, as agreed with each of them.',
  ]);
});

test('The same bundle gives the same handbook, and is not changed by it', () => {
  const bundle = compiled(small);
  const before = structuredClone(bundle);
  expect(handbookMarkdown(handbookOf(bundle))).toBe(handbookMarkdown(handbookOf(structuredClone(bundle))));
  expect(bundle).toEqual(before);
});

test('Letters that Markdown takes for its own are written so that they stay letters', () => {
  const text = handbookMarkdown({
    title: 'A_b',
    provider: 'P',
    lead: 'Guidelines',
    sections: [
      {
        id: 'about',
        title: 'About us',
        blocks: [
          { kind: 'paragraph', text: '1. *not* a list', clauses: [] },
          { kind: 'table', caption: 'C', head: ['a|b'], rows: [['<c>']], clauses: [] },
        ],
      },
    ],
  });
  expect(text).toContain('1\\. \\*not\\* a list');
  expect(text).toContain('| a\\|b |\n| --- |\n| \\<c\\> |');
});
