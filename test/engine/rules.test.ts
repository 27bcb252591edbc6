import { Engine, Operator } from 'json-rules-engine';
import { expect, test } from 'vitest';
import {
  type Criterion,
  type Fact,
  operatorsNamed,
  type RuleCondition,
  type Rules,
  surround,
} from '../../engine/index.js';
import { isExact, toJsonRules } from '../../generator/emit/to-json-rules.js';
import * as b from './bundle-for-tests.js';

const where = 'test.yaml:3:5';
const children: Fact[] = [
  b.fact('children', 'entries', { asks: ['children.born'] }),
  b.fact('children.born', 'date', { within: 'children' }),
];
const rulesOf = (facts: Fact[], ...criteria: Criterion[]): Rules => toJsonRules({ facts, criteria });

test('a criterion becomes a rule for surely met and one for surely not met, each leaf named by its line', () => {
  const rules = rulesOf([b.whole('age', 0, 120)], b.requires('adult', b.compares('age', 'at-least', 18)));
  expect(rules.conditions).toEqual({
    'adult/met': { all: [{ name: `${where} adult`, fact: 'age', operator: 'is-at-least', value: 18 }] },
    'adult/not-met': { all: [{ name: `${where} adult`, fact: 'age', operator: 'is-not-at-least', value: 18 }] },
    'decision/not-eligible': { all: [{ any: [{ condition: 'adult/not-met' }] }] },
    'decision/eligible': { all: [{ condition: 'adult/met' }] },
  });
  expect(rules.rules[0]).toEqual({
    name: 'adult/met',
    conditions: { all: [{ condition: 'adult/met' }] },
    event: { type: 'met', params: { of: 'adult' } },
  });
});

test('what always holds is a rule about today that is always true, and what never does has none', () => {
  const always = b.any(b.compares('age', 'at-least', 18), b.compares('age', 'less-than', 18));
  const rules = rulesOf([b.whole('age', 0, 120)], b.requires('any-age', always));
  expect(rules.conditions).toEqual({
    'any-age/met': { all: [{ fact: 'today', operator: 'is-anything', value: true }] },
    'decision/eligible': { all: [{ condition: 'any-age/met' }] },
  });
});

test('where a question occurs twice, what plain logic would miss stands beside what is written', () => {
  const facts = [b.choice('sex', ['man', 'woman']), b.yesNo('x'), b.yesNo('y')];
  const either = b.any(b.all(b.is('sex', 'man'), b.is('x', 'yes')), b.all(b.is('sex', 'woman'), b.is('y', 'yes')));
  const name = `${where} either`;
  expect(rulesOf(facts, b.requires('either', either)).conditions['either/met']).toEqual({
    any: [
      {
        any: [
          {
            all: [
              { name, fact: 'sex', operator: 'is-one-of', value: ['man'] },
              { name, fact: 'x', operator: 'is-one-of', value: ['yes'] },
            ],
          },
          {
            all: [
              { name, fact: 'sex', operator: 'is-one-of', value: ['woman'] },
              { name, fact: 'y', operator: 'is-one-of', value: ['yes'] },
            ],
          },
        ],
      },
      // Both answers are yes: whoever it is, one of them counts.
      {
        all: [
          { name, fact: 'x', operator: 'is-one-of', value: ['yes'] },
          { name, fact: 'y', operator: 'is-one-of', value: ['yes'] },
        ],
      },
    ],
  });
});

test('a guard that is written before every part is written once', () => {
  const facts = [b.yesNo('g'), b.yesNo('x'), b.yesNo('y')];
  const guarded = b.any(b.all(b.is('g', 'yes'), b.is('x', 'yes')), b.all(b.is('g', 'yes'), b.is('y', 'yes')));
  expect(rulesOf(facts, b.excludes('guarded', guarded)).conditions['guarded/not-met']).toEqual({
    any: [
      { name: `${where} guarded`, fact: 'g', operator: 'is-one-of', value: ['no'] },
      {
        all: [
          { name: `${where} guarded`, fact: 'x', operator: 'is-one-of', value: ['no'] },
          { name: `${where} guarded`, fact: 'y', operator: 'is-one-of', value: ['no'] },
        ],
      },
    ],
  });
});

test('ten yes/no that cannot be taken apart are exact, and twelve are not', () => {
  const ring = (size: number): [Fact[], Criterion] => [
    Array.from({ length: size }, (_, i) => b.yesNo(`q${i}`)),
    b.requires(
      'ring',
      b.any(
        ...Array.from({ length: size }, (_, i) =>
          b.all(b.is(`q${i}`, 'yes'), b.not(b.is(`q${(i + 1) % size}`, 'yes')), b.is(`q${(i + 4) % size}`, 'yes')),
        ),
      ),
    ),
  ];
  const [ten, ofTen] = ring(10);
  const [twelve, ofTwelve] = ring(12);
  expect(isExact(ofTen, ten)).toBe(true);
  expect(isExact(ofTwelve, twelve)).toBe(false);
});

test('no rule has an empty list, a "not", a path, a priority or parameters', () => {
  const facts = [b.yesNo('g'), b.choice('s', ['a', 'b', 'not-applicable']), b.whole('n', 0, 9), ...children];
  const young = b.someEntry('children', b.apart('children.born', 'less-than', 5, 'years', 'before', 'today'));
  const rules = rulesOf(
    facts,
    b.requires(
      'one',
      b.any(b.all(b.is('g', 'yes'), b.is('s', 'a')), b.all(b.not(b.is('g', 'yes')), b.compares('n', 'at-most', 3))),
    ),
    b.excludes('two', young, { applies: b.is('g', 'yes') }),
    b.weighsAgainst('three', b.answered('n')),
  );
  const check = (condition: RuleCondition): void => {
    const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : undefined;
    if (parts) {
      expect(parts.length).toBeGreaterThan(0);
      parts.forEach(check);
    }
    expect(
      Object.keys(condition).filter(
        (key) => !['name', 'all', 'any', 'fact', 'operator', 'value', 'condition'].includes(key),
      ),
    ).toEqual([]);
  };
  Object.values(rules.conditions).forEach(check);
  expect(rules.rules.map(({ name }) => name)).toEqual([
    'one/met',
    'one/not-met',
    'two/met',
    'two/not-met',
    'two/not-applicable',
    'three/met',
    'three/not-met',
    'decision/excluded',
    'decision/not-eligible',
    'decision/eligible',
  ]);
});

test('somebody else can run the rules: a stock engine, the operators, and answers as they were given', async () => {
  const facts = [b.whole('age', 0, 120), ...children];
  const young = b.someEntry('children', b.apart('children.born', 'less-than', 5, 'years', 'before', 'today'));
  const rules = rulesOf(
    facts,
    b.requires('adult', b.compares('age', 'at-least', 18)),
    b.excludes('young-child', young),
  );
  const engine = new Engine();
  for (const { name, holds, known } of operatorsNamed([
    'is-at-least',
    'is-not-at-least',
    'has-an-entry-where',
    'has-no-entry-where',
  ])) {
    engine.addOperator(new Operator(name, holds, known));
  }
  for (const [name, condition] of Object.entries(rules.conditions)) engine.setCondition(name, condition as never);
  for (const rule of rules.rules) engine.addRule(rule as never);
  const fired = async (answers: Record<string, unknown>) =>
    (await engine.run(surround({ today: '2026-03-02', ...answers }))).events.map(
      ({ type, params }) => `${params?.of} ${type}`,
    );
  // Born on 3 March 2021 she is four until the third; born on 2 March 2021, five.
  expect(await fired({ age: 30, children: [{ born: '2021-03-02' }, { born: '2021-03-03' }] })).toEqual([
    'adult met',
    'young-child met',
    'decision excluded',
  ]);
  expect(await fired({ age: 30, children: [{ born: '2021-03-02' }] })).toEqual([
    'adult met',
    'young-child not-met',
    'decision eligible',
  ]);
  expect(await fired({ age: 'not-known', children: [{ born: null }] })).toEqual([]);
  expect(await fired({ age: 17, children: [] })).toEqual([
    'adult not-met',
    'young-child not-met',
    'decision not-eligible',
  ]);
});

test('an operator says nothing of what is not known, whichever way it is asked', () => {
  const names = [
    'is-one-of',
    'is-none-of',
    'includes',
    'does-not-include',
    'is-at-least',
    'is-not-at-least',
    'is-exactly',
    'is-not-exactly',
    'is-before',
    'is-not-before',
    'is-at-least-18-years-before',
    'is-not-at-least-18-years-before',
    'is-answered',
    'is-not-answered',
    'has-an-entry-where',
    'has-no-entry-where',
  ];
  const values: Record<string, unknown> = {
    'is-one-of': ['a'],
    'is-none-of': ['a'],
    'is-before': '2026-03-02',
    'is-not-before': '2026-03-02',
  };
  for (const { name, holds, known } of operatorsNamed(names)) {
    for (const unknown of [null, undefined, '', 'not-known']) {
      expect([name, known(unknown) && holds(unknown, values[name] ?? '2026-03-02')]).toEqual([name, false]);
    }
  }
  const [dated] = operatorsNamed(['is-not-before']);
  expect(dated?.holds('2026-03-02', null)).toBe(false);
});

test('several choices say nothing where none was made, or where one of them is "not known"', () => {
  const asked: [string, unknown][] = [
    ['includes', 'a'],
    ['does-not-include', 'b'],
    ['is-none-of', ['b']],
    ['is-answered', ['not-known', 'unsure']],
  ];
  const on = (choices: string[]): boolean[] =>
    asked.map(([name, value]) => {
      const [operator] = operatorsNamed([name]);
      return (operator?.known(choices) && operator.holds(choices, value)) ?? false;
    });
  expect(on(['a'])).toEqual([true, true, true, true]);
  expect(on([])).toEqual([false, false, false, false]);
  expect(on(['a', 'not-known'])).toEqual([false, false, false, false]);
  expect(on(['a', 'unsure'])).toEqual([true, true, true, false]);
});

test('"not known" under a name of its own is written into every rule that could mistake it for an answer', () => {
  const unsure = { id: 'unsure', label: 'Unsure', means: 'not-known' as const };
  const facts = [
    b.choice('s', [], { options: [...b.optionsOf('a', 'b', 'not-applicable'), unsure] }),
    b.choices('m', [], { options: [...b.optionsOf('x', 'y'), unsure] }),
  ];
  const { conditions } = rulesOf(
    facts,
    b.requires('s-is-a', b.is('s', 'a')),
    b.excludes('m-has-x', b.includes('m', 'x')),
  );
  const known = { name: `${where} m-has-x`, fact: 'm', operator: 'is-answered', value: ['not-known', 'unsure'] };
  expect(conditions['s-is-a/not-met']).toEqual({
    all: [{ name: `${where} s-is-a`, fact: 's', operator: 'is-one-of', value: ['b', 'not-applicable'] }],
  });
  expect(conditions['m-has-x/met']).toEqual({
    all: [known, { name: `${where} m-has-x`, fact: 'm', operator: 'includes', value: 'x' }],
  });
  expect(conditions['m-has-x/not-met']).toEqual({
    all: [known, { name: `${where} m-has-x`, fact: 'm', operator: 'does-not-include', value: 'x' }],
  });
});

test('"is not" is true of what is not applicable, and there is no operator of another name', () => {
  const holdsOf = (name: string, value: unknown): boolean | undefined =>
    operatorsNamed([name])[0]?.holds('not-applicable', value);
  expect(
    ['is-not-at-least', 'is-none-of', 'is-not-before', 'does-not-include', 'has-no-entry-where'].map((name) =>
      holdsOf(name, name === 'is-none-of' ? ['a'] : '2026-03-02'),
    ),
  ).toEqual([true, true, true, true, true]);
  expect(
    ['is-at-least', 'is-one-of', 'is-before', 'includes', 'has-an-entry-where'].map((name) =>
      holdsOf(name, name === 'is-one-of' ? ['a'] : '2026-03-02'),
    ),
  ).toEqual([false, false, false, false, false]);
  for (const name of ['is-roughly', 'toString', 'is-constructor', 'is-not-is-before', 'is-at-least-x-years-before']) {
    expect(() => operatorsNamed([name])).toThrow(RangeError);
  }
});
