import { expect, test } from 'vitest';
import type { Bundle } from '../../../engine/contract/index.js';
import { compile } from '../../../generator/index.js';
import { presentTrace } from '../../../runtime/studio/trace/presenter.js';
import { programme } from '../cli/small-definition.js';

const bundleOf = (content: string): Bundle => {
  const { bundle, problems } = compile([{ file: 'programme.yaml', content }]);
  if (!bundle) throw new Error(problems.map(({ message }) => message).join('\n'));
  return bundle;
};

test('Each clause is shown in the document’s order with its force, what answers to it, and the line', () => {
  const { rows, totals } = presentTrace(bundleOf(programme));
  expect(rows.map(({ label, forceWord, state }) => [label, forceWord, state])).toEqual([
    ['Clause 1', 'Tells', 'Applied'],
    ['Clause 2', 'Must', 'Applied'],
    ['Clause 3', 'Must', 'Applied'],
    ['Clause 4', 'Must', 'Applied'],
  ]);
  const line = programme.split('\n').findIndex((text) => text.includes('  adult: {')) + 1;
  expect(rows[1]?.by).toEqual([{ kind: 'Eligibility', words: 'Adult', where: `programme.yaml, line ${line}` }]);
  expect(totals).toEqual(['4 of 4 clauses have a home: 4 are applied, 0 are only said.']);
});

test('Questions that have their clause from their form are counted with it, not listed', () => {
  const form = presentTrace(bundleOf(programme)).rows[0]?.by.find(({ kind }) => kind === 'Form');
  // The page that the form has by itself, and four questions.
  expect(form).toMatchObject({ words: 'Application', more: 'with 5 parts that have the clause from it' });
});

test('A clause that has to be acted upon is counted, and one without a home stands out', () => {
  const more = programme
    .replace(
      'EX-002: { says: He must be 18 or over., force: must }',
      'EX-002: { says: He must be 18 or over., force: must, kind: eligibility }',
    )
    .replace('clauses:\n', 'clauses:\n  EX-000: { says: We ring back., force: should }\n');
  const { rows, totals } = presentTrace(bundleOf(more));
  expect(rows.filter(({ whole }) => !whole).map(({ label, state }) => [label, state])).toEqual([
    ['Clause 0', 'No home'],
  ]);
  expect(totals).toEqual([
    '4 of 5 clauses have a home: 4 are applied, 0 are only said.',
    '1 clause must or should be acted upon, and all are.',
  ]);
});

test('What is there without a clause is listed with its reason', () => {
  const { ours } = presentTrace(bundleOf(programme));
  expect(ours.map(({ words, says }) => [words, says])).toEqual([
    ['Applicant', 'Whoever applies.'],
    ['Referrer', 'Whoever refers.'],
    ['Course team', 'Whoever runs it.'],
  ]);
});
