/** Which form begins a case. */
import { expect, test } from 'vitest';
import { compile } from '../../../generator/index.js';

const head = `rubric: 1
programme: { title: Evening course, provider: Example Trust, ours: test }
people: { outside: { participant: { called: participant, ours: test } }, inside: { staff: { called: staff, ours: test } } }
`;
const form = (id: string, more: string) =>
  `forms: { ${id}: { title: ${id}, from: participant, ${more}asks: { ${id}-note: A note }, ours: test } }`;

test('a form for after the decision comes after the others, in whichever file it stands', () => {
  const files = [
    { file: 'a.yaml', content: form('papers', 'after-decision: yes, ') },
    { file: 'b.yaml', content: `${head}${form('referral', '')}` },
  ];
  const { bundle, problems } = compile(files);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(bundle?.forms.map(({ id }) => id)).toEqual(['referral', 'papers']);
});
