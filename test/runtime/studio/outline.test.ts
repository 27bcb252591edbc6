import { expect, test } from 'vitest';
import type { OutlineItem } from '../../../engine/contract/index.js';
import { clausesInWords, presentOutline } from '../../../runtime/studio/outline/presenter.js';
import { presentChoice } from '../../../runtime/studio/programmes/presenter.js';
import { bundleOf, criterionOf, origin } from './made-by-hand.js';

const item = (more: Partial<OutlineItem>): OutlineItem => ({
  id: 'item',
  heading: 'An item',
  says: [],
  clauses: [],
  at: { file: 'forms.yaml', line: 7, column: 1, endLine: 7, endColumn: 2 },
  items: [],
  ...more,
});
const withItems = (items: OutlineItem[]) => ({
  ...bundleOf({ clauses: ['EX-001', 'EX-002'] }),
  outline: [{ id: 'forms', title: 'Forms', items }],
});

test('Each item stands beside the sentences of its clauses, with their force, and where it is written', () => {
  const { sections } = presentOutline(
    withItems([item({ clauses: ['EX-001'], reading: 'Taken with EX-002.', ours: 'It helps.' })]),
    '/example',
  );
  expect(sections[0]?.items[0]).toMatchObject({
    anchor: 'forms.item',
    where: 'forms.yaml, line 7',
    reading: 'Taken with clause 2.',
    ours: 'It helps.',
    clauses: [{ label: 'Clause 1', says: 'What ex says.', force: 'must', forceWord: 'Must' }],
  });
});

test('Clauses that an item has from the one above are not said again', () => {
  const inner = [item({ id: 'same', clauses: ['EX-001'] }), item({ id: 'other', clauses: ['EX-002'] })];
  const { sections } = presentOutline(withItems([item({ clauses: ['EX-001'], items: inner })]), '/example');
  const shown = sections[0]?.items[0]?.items ?? [];
  expect(shown.map((one) => one.clauses.map((clause) => clause.label))).toEqual([[], ['Clause 2']]);
});

test('What the heading or an open clause says already is not said again, nor a reading that a clause has', () => {
  const [one] =
    presentOutline(
      withItems([
        item({
          heading: 'Places free',
          says: ['The places free.', 'What ex says.', 'Counted each day.'],
          clauses: ['EX-001'],
        }),
      ]),
      '/example',
    ).sections[0]?.items ?? [];
  expect(one?.says).toEqual(['Counted each day.']);
  const bundle = withItems([item({ clauses: ['EX-001'], reading: 'No time is given.' })]);
  const clauses = bundle.clauses.map((clause) => ({
    ...clause,
    origin: { ...clause.origin, reading: 'No time is given.' },
  }));
  const [read] = presentOutline({ ...bundle, clauses }, '/example').sections[0]?.items ?? [];
  expect(read?.reading).toBeUndefined();
  expect(read?.clauses[0]?.reading).toBe('No time is given.');
});

test('A role that a sentence names by its id is called by its name', () => {
  const bundle = { ...bundleOf({ people: { 'support-worker': 'helpline' } }), outline: withItems([]).outline };
  const outline = [{ id: 'x', title: 'X', items: [item({ says: ['Tell the support-worker; ask support-worker.'] })] }];
  const [one] = presentOutline({ ...bundle, outline }, '/example').sections[0]?.items ?? [];
  expect(one?.says).toEqual(['Tell the helpline; ask the helpline.']);
});

test('A clause that is not restated is named all the same', () => {
  const { sections } = presentOutline(withItems([item({ clauses: ['EX-009'] })]), '/example');
  expect(sections[0]?.items[0]?.clauses[0]).toMatchObject({
    label: 'Clause 9',
    says: 'This clause is not restated here.',
  });
});

test('Many clauses are named in one line, and past twelve the rest are counted', () => {
  const clause = (n: number) => ({ id: '', label: `Clause ${n}`, says: '', force: 'must' as const, forceWord: 'Must' });
  expect(clausesInWords([clause(1), clause(3), clause(105)])).toBe('3 clauses: 1, 3 and 105');
  // Eleven are named, and 14 - 11 = 3 are left.
  expect(clausesInWords(Array.from({ length: 14 }, (_one, n) => clause(n + 1)))).toBe(
    '14 clauses: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 3 more',
  );
});

const loaded = { problems: [], texts: [], stale: false, edition: 1 };

test('A programme is offered by its title, with what its definition holds', () => {
  const bundle = bundleOf({
    clauses: ['EX-001'],
    criteria: [criterionOf({}), criterionOf({ id: 'named-only', decides: false })],
  });
  expect(presentChoice('an-example', { ...loaded, bundle })).toEqual({
    href: '/an-example',
    title: 'An example',
    about: 'Nobody',
    holds: '1 criterion and 1 clause',
  });
});

test('A definition that was never without a mistake is offered by its folder, with how many there are', () => {
  const problem = { code: 'a/b', severity: 'error' as const, message: '', advice: '', at: origin().at };
  expect(presentChoice('my-draft', { ...loaded, problems: [problem, problem] })).toMatchObject({
    title: 'The definition in the folder “my draft”',
    mistakes: '2 mistakes to mend',
  });
});
