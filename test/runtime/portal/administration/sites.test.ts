import { expect, test } from 'vitest';
import { presentSites } from '../../../../runtime/portal/administration/work-presenter.js';

const origin = { at: { file: 'programme.yaml', line: 1, column: 1, endLine: 1, endColumn: 1 }, clauses: [] };

test('hours of a site are said in words, and what is no time stays as it was written', () => {
  const details = [
    { label: 'Also called', value: 'Redcar' },
    { label: 'Group work', value: 'Monday, 18:00 to 20:00, Lifeline Building' },
    { label: 'Assessments', value: 'Monday' },
  ];
  const slots = [
    { label: 'Group work', day: 'Monday', from: '18:00', to: '20:00', venue: 'Lifeline Building' },
    { label: 'Assessments', day: 'Monday' },
  ];
  expect(presentSites({ sites: [{ id: 'redcar', label: 'Redcar and Cleveland', details, slots, origin }] })).toEqual([
    {
      label: 'Redcar and Cleveland',
      details: [
        { label: 'Also called', value: 'Redcar' },
        { label: 'Group work', value: 'Monday, 6pm to 8pm, Lifeline Building' },
        { label: 'Assessments', value: 'Monday' },
      ],
    },
  ]);
});
