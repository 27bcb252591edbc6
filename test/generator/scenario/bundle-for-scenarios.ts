import type { Bundle, Criterion, Fact } from '../../../engine/contract/index.js';
import { all, bundleForEmit, is, isNot, leaf, options, origin, question } from '../emit/bundle-for-emit.js';

const criterion = (id: string, test: Criterion['test'], more: Partial<Criterion> = {}): Criterion => ({
  id,
  role: 'requires',
  kind: 'fact',
  decides: true,
  test,
  words: `The clause about ${id}.`,
  reads: test.reads,
  exact: true,
  origin,
  ...more,
});

const facts: Fact[] = [
  question('source', 'choice', 'Who refers?', { options: options('agency', 'court', 'self') }),
  question('born', 'date', 'Date of birth'),
  question('seen', 'date-time', 'Last seen'),
  question('referred', 'date', 'Date of the referral'),
  question('name', 'name', 'Full name'),
  question('abuse', 'choices', 'Behaviour', { options: options('physical', 'financial', 'not-known') }),
  question('proceedings', 'yes-no', 'Proceedings', { options: options('yes', 'no', 'not-applicable') }),
  question('children', 'entries', 'Children', { asks: ['children.name', 'children.age'], each: 'child' }),
  question('children.name', 'name', 'Name', { within: 'children' }),
  question('children.age', 'number', 'Age', { within: 'children', number: { whole: true } }),
  question('able', 'yes-no', 'Is he able?', { source: 'judgement', judgedBy: ['staff'], from: ['staff'] }),
  question('sharing', 'choice', 'Sharing', {
    source: 'consent',
    options: options('given', 'refused', 'withdrawn'),
    from: ['participant'],
  }),
  question('contract', 'choice', 'Contract', {
    source: 'document',
    options: options('signed', 'refused'),
    from: ['participant'],
  }),
  question('ric', 'number', 'RIC', {
    source: 'instrument',
    from: ['partner'],
    number: { atLeast: 0, atMost: 24, whole: true },
  }),
];

/** A bundle with a fact of every source, for scenarios; its rules are not built. */
export const bundleForScenarios: Bundle = {
  ...bundleForEmit,
  people: ['referrer', 'staff', 'participant', 'partner'].map((id) => ({
    id,
    side: id === 'staff' ? 'inside' : 'outside',
    called: id,
    alsoCalled: [],
    origin,
  })),
  facts,
  forms: [],
  criteria: [
    criterion(
      'adult',
      leaf({
        kind: 'apart',
        fact: 'born',
        comparison: 'at-least',
        duration: { n: 18, unit: 'years' },
        direction: 'before',
        than: { fact: 'referred' },
      }),
    ),
    criterion('no-proceedings', is('proceedings', 'no'), { applies: isNot('source', 'court') }),
    criterion('able', is('able', 'yes'), { kind: 'judgement', fact: 'able' }),
    criterion(
      'high-risk',
      all(
        leaf({ kind: 'compares', fact: 'ric', comparison: 'at-least', to: 14 }),
        is('sharing', 'refused', 'withdrawn'),
      ),
      { role: 'excludes' },
    ),
  ],
};
