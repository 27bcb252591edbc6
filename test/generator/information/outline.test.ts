/** The outline says beside each item from whom it is kept apart, and why. */
import { expect, test } from 'vitest';
import type { OutlineItem } from '../../../engine/contract/index.js';
import { compile } from '../../../generator/index.js';
import { definitionOf } from './small.js';

const itemsOf = (sections: string): Map<string, string[]> => {
  const { bundle } = compile([{ file: 'programme.yaml', content: definitionOf(sections) }]);
  const all = (items: OutlineItem[]): OutlineItem[] => items.flatMap((item) => [item, ...all(item.items)]);
  const kept = (bundle?.outline ?? []).flatMap(({ id, items }) =>
    all(items).map(
      (item) => [`${id} › ${item.id}`, item.says.filter((says) => says.startsWith('Kept apart'))] as const,
    ),
  );
  return new Map(kept.filter(([, says]) => says.length > 0));
};

test('what is hers by itself says why, where it is asked and where it is recorded', () => {
  const hers = (why: string): string[] => [`Kept apart: hers, because ${why}. It is seen only by the support worker.`];
  expect([...itemsOf('')]).toEqual([
    ['form-referral › partners', hers('it is about the ex-partner')],
    ['form-referral › partners.name', hers('it is about the ex-partner')],
    ['form-referral › partners.phone', hers('it is how she can be reached')],
    ['form-her-form › her-form', hers('the ex-partner says it')],
    ['form-her-form › feels-safe', hers('the ex-partner says it')],
    ['records › worry', hers('it is known only to those who support her')],
    ['records › worry.about', hers('it is known only to those who support her')],
  ]);
});

test('what rests on something that is kept apart says on what, and who may see it', () => {
  const items = itemsOf(`facts:
  worries: { count-of: worry }
rules:
  look: { when: worries is at least 2, should: Look after it, by: her-worker }
  talk: { when: risk is yes, should: Talk to him, by: lead }
information:
  risk-to-workers: { called: risks to our workers, keeps: risk, seen-by: lead }
`);
  expect(items.get('rules › look')).toEqual([
    'Kept apart: hers, because it rests on “Worries”, which rests on “Worry”. It is seen only by the support worker.',
  ]);
  expect(items.get('rules › talk')).toEqual([
    'Kept apart: risks to our workers, because it rests on “Is there a risk to those who work with him?”. It is seen only by the service lead.',
  ]);
  expect(items.has('records › incident')).toBe(false);
});
