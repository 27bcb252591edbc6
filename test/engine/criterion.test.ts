import { expect, test } from 'vitest';
import {
  type Answer,
  type Bundle,
  type Condition,
  type CriterionVerdict,
  evaluate,
  type Id,
} from '../../engine/index.js';
import * as b from './bundle-for-tests.js';

const asOf = '2026-03-02';
const verdict = (bundle: Bundle, values: Record<Id, Answer>): CriterionVerdict => {
  const [found] = evaluate(bundle, [b.answers(values)], { asOf }).criteria;
  if (!found) throw new Error('The bundle has no criterion.');
  return found;
};

test('an unanswered question is unknown, never no', () => {
  const bundle = b.bundleOf([b.yesNo('lives-alone')], [b.requires('alone', b.not(b.is('lives-alone', 'yes')))]);
  expect(verdict(bundle, {})).toMatchObject({ verdict: 'unknown', missing: ['lives-alone'] });
  expect(verdict(bundle, { 'lives-alone': 'no' })).toMatchObject({ verdict: 'met', missing: [] });
  expect(verdict(bundle, { 'lives-alone': 'yes' })).toMatchObject({ verdict: 'not-met', missing: [] });
});

test('any of age at least 18 and age less than 18 is met though the age is unknown', () => {
  const test18 = b.any(b.compares('age', 'at-least', 18), b.compares('age', 'less-than', 18));
  const bundle = b.bundleOf([b.whole('age', 0, 120)], [b.requires('any-age', test18)]);
  expect(verdict(bundle, {})).toMatchObject({ verdict: 'met', missing: [] });
  expect(verdict(bundle, { age: 'not-known' })).toMatchObject({ verdict: 'met', missing: [] });
});

test('where the age may be not applicable, the same question stays open', () => {
  const age = b.whole('age', 0, 120, { options: b.optionsOf('not-applicable') });
  const test18 = b.any(b.compares('age', 'at-least', 18), b.compares('age', 'less-than', 18));
  const bundle = b.bundleOf([age], [b.requires('any-age', test18)]);
  expect(verdict(bundle, {})).toMatchObject({ verdict: 'unknown', missing: ['age'] });
  expect(verdict(bundle, { age: 'not-applicable' })).toMatchObject({ verdict: 'not-met' });
});

test('with child proceedings answered no, the referral source is not missing', () => {
  const facts = [b.choice('referral-source', ['self', 'cafcass']), b.yesNo('child-proceedings')];
  const unless = { applies: b.not(b.is('referral-source', 'cafcass')) };
  const bundle = b.bundleOf(facts, [b.requires('no-child-proceedings', b.is('child-proceedings', 'no'), unless)]);
  expect(verdict(bundle, { 'child-proceedings': 'no' })).toMatchObject({ verdict: 'met', missing: [] });
  expect(verdict(bundle, { 'child-proceedings': 'yes' })).toMatchObject({
    verdict: 'unknown',
    missing: ['referral-source'],
  });
  expect(verdict(bundle, { 'referral-source': 'cafcass' })).toMatchObject({ verdict: 'not-applicable', missing: [] });
  expect(verdict(bundle, {})).toMatchObject({ verdict: 'unknown', missing: ['referral-source', 'child-proceedings'] });
});

test('an exclusion that does not apply does not count against him', () => {
  const facts = [b.yesNo('has-partner'), b.yesNo('partner-afraid')];
  const more = { applies: b.is('has-partner', 'yes') };
  const bundle = b.bundleOf(facts, [b.excludes('afraid', b.is('partner-afraid', 'yes'), more)]);
  expect(verdict(bundle, { 'has-partner': 'no', 'partner-afraid': 'yes' }).verdict).toBe('not-applicable');
  expect(verdict(bundle, { 'has-partner': 'yes', 'partner-afraid': 'yes' }).verdict).toBe('met');
  expect(verdict(bundle, { 'partner-afraid': 'no' })).toMatchObject({ verdict: 'not-met', missing: [] });
  expect(verdict(bundle, { 'partner-afraid': 'yes' })).toMatchObject({ verdict: 'unknown', missing: ['has-partner'] });
});

test('"not applicable" is an answer: no comparison holds of it, and its opposite does', () => {
  const facts = [b.whole('units', 0, 99, { options: b.optionsOf('not-applicable') })];
  const atLeast = b.bundleOf(facts, [b.requires('drinks', b.compares('units', 'at-least', 0))]);
  const lessThan = b.bundleOf(facts, [b.requires('sober', b.not(b.compares('units', 'at-least', 14)))]);
  expect(verdict(atLeast, { units: 'not-applicable' }).verdict).toBe('not-met');
  expect(verdict(lessThan, { units: 'not-applicable' }).verdict).toBe('met');
});

test('an option that means "not known" is an answer, and the fact is still unknown', () => {
  const source = b.choice('source', ['self', 'court'], {
    options: [...b.optionsOf('self', 'court'), { id: 'unsure', label: 'I am not sure', means: 'not-known' }],
  });
  const bundle = b.bundleOf([source], [b.requires('by-court', b.is('source', 'court'))]);
  expect(verdict(bundle, { source: 'unsure' })).toMatchObject({
    verdict: 'unknown',
    missingWhy: [{ fact: 'source', cause: 'not-known', from: ['referrer'] }],
  });
});

test('options that no leaf tells apart settle a criterion together', () => {
  const bundle = b.bundleOf(
    [b.choice('sex', ['man', 'woman']), b.yesNo('x')],
    [b.requires('either', b.any(b.is('sex', 'man'), b.all(b.is('sex', 'woman'), b.is('x', 'yes'))))],
  );
  expect(verdict(bundle, { x: 'yes' })).toMatchObject({ verdict: 'met', missing: [] });
  expect(verdict(bundle, { x: 'no' })).toMatchObject({ verdict: 'unknown', missing: ['sex'] });
});

test('of several choices each is its own unknown', () => {
  const bundle = b.bundleOf(
    [b.choices('needs', ['housing', 'health'])],
    [b.excludes('needs-housing', b.includes('needs', 'housing'))],
  );
  expect(verdict(bundle, { needs: ['health'] }).verdict).toBe('not-met');
  expect(verdict(bundle, { needs: ['health', 'housing'] }).verdict).toBe('met');
  expect(verdict(bundle, { needs: [] }).verdict).toBe('unknown');
});

test('"is answered" is unknown until it is answered, and then met', () => {
  const bundle = b.bundleOf([b.fact('history', 'long-text')], [b.requires('told', b.answered('history'))]);
  expect(verdict(bundle, {})).toMatchObject({ verdict: 'unknown', missing: ['history'] });
  expect(verdict(bundle, { history: 'A long one.' })).toMatchObject({ verdict: 'met', missing: [] });
});

test('entries: none of an empty list is such; an entry that is not fully answered leaves it open', () => {
  const facts = [
    b.fact('children', 'entries', { asks: ['children.age'], each: 'child' }),
    b.whole('children.age', 0, 30, { within: 'children' }),
  ];
  const bundle = b.bundleOf(facts, [
    b.excludes('young', b.someEntry('children', b.compares('children.age', 'less-than', 5))),
  ]);
  expect(verdict(bundle, {})).toMatchObject({ verdict: 'unknown', missing: ['children'] });
  expect(verdict(bundle, { children: [] })).toMatchObject({ verdict: 'not-met', missing: [] });
  expect(verdict(bundle, { children: [{ age: 7 }, {}] })).toMatchObject({
    verdict: 'unknown',
    missing: ['children.age'],
  });
  expect(verdict(bundle, { children: [{ age: 4 }, {}] })).toMatchObject({ verdict: 'met', missing: [] });
  expect(verdict(bundle, { children: [{ age: 5 }, { key: 'b', age: 12 }] })).toMatchObject({ verdict: 'not-met' });
});

test('a guard that stands before every part does not make the parts unknown to one another', () => {
  const facts = [
    b.yesNo('has-partner'),
    ...['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l'].map((id) => b.yesNo(id)),
  ];
  const parts = facts.slice(1).map(({ id }) => b.all(b.is('has-partner', 'yes'), b.is(id, 'yes')));
  const bundle = b.bundleOf(facts, [b.excludes('any-of-twelve', b.any(...parts))]);
  expect(bundle.criteria[0]?.exact).toBe(true);
  expect(verdict(bundle, { 'has-partner': 'no' })).toMatchObject({ verdict: 'not-met', missing: [] });
  expect(verdict(bundle, { 'has-partner': 'yes', a: 'no' }).missing).toHaveLength(11);
});

test('an answer left over on a question that is no longer asked does not count, whichever way the rule is put', () => {
  const facts = [b.yesNo('has-partner'), b.yesNo('partner-afraid', { onlyWhen: b.is('has-partner', 'yes') })];
  // As the compiler writes it out: what is not asked is neither yes nor no.
  const guard = { ...b.is('has-partner', 'yes'), guard: true as const };
  const afraid = b.bundleOf(facts, [b.excludes('afraid', b.all(guard, b.is('partner-afraid', 'yes')))]);
  const unafraid = b.bundleOf(facts, [b.excludes('unafraid', b.all(guard, b.not(b.is('partner-afraid', 'yes'))))]);
  for (const bundle of [afraid, unafraid]) {
    for (const left of ['yes', 'no']) {
      expect(verdict(bundle, { 'has-partner': 'no', 'partner-afraid': left })).toMatchObject({
        verdict: 'not-met',
        missing: [],
      });
    }
    expect(verdict(bundle, { 'has-partner': 'no' })).toMatchObject({ verdict: 'not-met', missing: [] });
  }
  expect(verdict(afraid, { 'partner-afraid': 'yes' })).toMatchObject({ verdict: 'unknown', missing: ['has-partner'] });
  expect(verdict(afraid, { 'has-partner': 'yes', 'partner-afraid': 'yes' })).toMatchObject({ verdict: 'met' });
  expect(verdict(afraid, { 'has-partner': 'yes' }).why.test.of?.[0]).toMatchObject({ guard: true, verdict: 'met' });
});

test('past the size that is worked out, what is missing is only what may be needed', () => {
  const facts = Array.from({ length: 12 }, (_, i) => b.yesNo(`q${i}`));
  // Each next to the next but one, round in a ring: twelve yes/no of which nothing can be taken out.
  const ring = facts.map((_, i) =>
    b.all(b.is(`q${i}`, 'yes'), b.not(b.is(`q${(i + 1) % 12}`, 'yes')), b.is(`q${(i + 5) % 12}`, 'yes')),
  );
  const bundle = b.bundleOf(facts, [b.requires('ring', b.any(...ring))]);
  expect(bundle.criteria[0]?.exact).toBe(false);
  const { verdict: found, missingWhy } = verdict(bundle, {});
  expect(found).toBe('unknown');
  expect(missingWhy).toHaveLength(12);
  expect(missingWhy.every(({ maybe }) => maybe)).toBe(true);
});

test('the explanation holds the words, the verdict, the place and what each leaf saw', () => {
  const facts = [b.yesNo('motivated'), b.whole('age', 0, 120)];
  const bundle = b.bundleOf(facts, [
    b.requires('fit', b.all(b.is('motivated', 'yes'), b.compares('age', 'at-least', 18))),
  ]);
  const event = b.answers({ age: 40 });
  const [found] = evaluate(bundle, [event], { asOf }).criteria;
  expect(found?.why.test).toEqual({
    reads: 'motivated is yes and age is at-least 18',
    verdict: 'unknown',
    joins: 'all',
    of: [
      { reads: 'motivated is yes', at: b.at, verdict: 'unknown', saw: [{ fact: 'motivated', cause: 'unanswered' }] },
      { reads: 'age is at-least 18', at: b.at, verdict: 'met', saw: [{ fact: 'age', value: 40, event: event.id }] },
    ],
  });
});

test.each([
  ['the "as of"', 'today', {}],
  ['a question', 'referred', {}],
  ['a question that is answered', 'referred', { referred: '2026-03-02' }],
  ['a fixed day', '2026-03-02', {}],
])(
  '"at least 18 years before" or "less than" it, of %s, leaves out the days after: it is not always so',
  (_, than, known) => {
    const older = b.apart('born', 'at-least', 18, 'years', 'before', than);
    const younger = b.apart('born', 'less-than', 18, 'years', 'before', than);
    const dates = [b.fact('born', 'date'), b.fact('referred', 'date')];
    const verdictOf = (condition: Condition, values: Record<string, string> = {}) =>
      evaluate(b.bundleOf(dates, [b.requires('born-then', condition)]), [b.answers({ ...known, ...values })], {
        asOf: '2026-03-02',
      }).criteria[0]?.verdict;
    expect(verdictOf(b.any(older, younger))).toBe('unknown');
    // Born later than that day, neither holds; with "after" beside them, one of the three always does.
    expect(verdictOf(b.any(older, younger), { born: '2026-03-03', referred: '2026-03-02' })).toBe('not-met');
    expect(verdictOf(b.any(older, younger, b.dated('born', 'after', than)))).toBe('met');
  },
);

test('an option that is not offered still counts among the possible answers, which leaves more open and never less', () => {
  const area = b.choice('area', [], {
    options: [...b.optionsOf('north', 'south'), { id: 'hers', label: 'hers', onlyWhen: b.is('has-partner', 'yes') }],
  });
  const bundle = b.bundleOf([b.yesNo('has-partner'), area], [b.requires('near', b.is('area', 'north', 'south'))]);
  expect(verdict(bundle, { 'has-partner': 'no' }).verdict).toBe('unknown');
  expect(verdict(bundle, { 'has-partner': 'no', area: 'south' }).verdict).toBe('met');
});
