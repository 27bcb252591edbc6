import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { conditionSchema, opposite } from '../../../generator/emit/condition-schema.js';
import { questionSchema } from '../../../generator/emit/question-schema.js';
import { toJsonSchema } from '../../../generator/emit/to-json-schema.js';
import { all, bundleForEmit as bundle, is, isNot, leaf, options, question } from './bundle-for-emit.js';

const [form] = bundle.forms;
if (form === undefined) throw new Error('the bundle has a form');
const { schema, unsaid } = toJsonSchema(bundle, form);
const check = new Ajv({ allErrors: true }).compile(schema);

const whole = {
  source: 'self',
  born: '1985-03-27',
  abuse: ['physical'],
  signed: 'A. Example',
};

/** Where the answers are at fault: "/born pattern". */
const faults = (answers: object): string[] => {
  check(answers);
  return [
    ...new Set(
      (check.errors ?? [])
        .filter(({ keyword }) => keyword !== 'if' && keyword !== 'const')
        .map((e) => `${e.instancePath}${e.params.missingProperty ? `/${e.params.missingProperty}` : ''} ${e.keyword}`),
    ),
  ];
};
const with_ = (answers: object): string[] => faults({ ...whole, ...answers });

test('the strictest ajv takes the schema, without a word on the console', () => {
  const said: unknown[] = [];
  const log = (...words: unknown[]): number => said.push(words);
  new Ajv({ allErrors: true, strict: true, logger: { log, warn: log, error: log } }).compile(schema);
  expect(said).toEqual([]);
});

test('no keyword "format" is left to a plugin', () => {
  expect(JSON.stringify(schema)).not.toContain('"format"');
});

test('answers to what must be answered are enough', () => {
  expect(faults(whole)).toEqual([]);
});

test('what must always be answered is asked for, and nothing else', () => {
  expect(faults({}).sort()).toEqual(['/abuse required', '/born required', '/signed required', '/source required']);
});

test('a question asked only at times is required when it is asked', () => {
  expect(with_({ source: 'agency', children: [{ name: 'Jo' }] })).toEqual(['/worker required']);
  expect(with_({ source: 'agency', worker: 'Ada', children: [{ name: 'Jo' }] })).toEqual([]);
});

test('the property of such a question stands only in the then of its condition', () => {
  expect(Object.keys(schema.properties ?? {})).not.toContain('worker');
  const parts = (schema.allOf ?? []).filter((part) => part.then?.properties?.worker !== undefined);
  expect(parts).toHaveLength(1);
});

test('a question that must be answered when something else holds is required then', () => {
  expect(with_({ age: 40, proceedings: 'yes' })).toEqual(['/adviser required']);
  expect(with_({ age: 17, proceedings: 'yes' })).toEqual([]);
  expect(with_({ age: 40, proceedings: 'not-known' })).toEqual([]);
});

test('entries that must be given are at least one, and each has what it must have', () => {
  const agency = { source: 'agency', worker: 'Ada' };
  expect(with_(agency)).toEqual(['/children required']);
  expect(with_({ ...agency, children: [] })).toEqual(['/children minItems']);
  expect(with_({ ...agency, children: [{}] })).toEqual(['/children/0/name required']);
});

test('a question of an entry may hang on another answer of the entry', () => {
  const agency = { source: 'agency', worker: 'Ada' };
  expect(with_({ ...agency, children: [{ name: 'Jo', age: 5 }] })).toEqual(['/children/0/school required']);
  expect(with_({ ...agency, children: [{ name: 'Jo', age: 4 }] })).toEqual([]);
});

test('a question of an entry may hang on an answer outside it', () => {
  const agency = { source: 'agency', worker: 'Ada', children: [{ name: 'Jo', order: 'perhaps' }] };
  expect(with_({ ...agency, proceedings: 'yes' })).toEqual(['/children/0/order oneOf']);
  expect(with_({ ...agency, proceedings: 'no' })).toEqual([]);
});

test('a condition that JSON Schema cannot say leaves the question shown and optional, and is noted', () => {
  expect(Object.keys(schema.properties ?? {})).toContain('older');
  expect(schema.required).not.toContain('older');
  expect(unsaid).toEqual([{ fact: 'older', says: 'It is asked only when born ….' }]);
});

test('dates are days of the calendar, leap years included', () => {
  const right = ['1985-03-27', '2024-02-29', '2000-02-29', '1999-12-31', '2026-04-30'];
  const wrong = [
    '2023-02-29',
    '1900-02-29',
    '2100-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-1-01',
    '0985-03-27',
    '27 3 85',
  ];
  for (const born of right) expect([born, with_({ born })]).toEqual([born, []]);
  for (const born of wrong) expect([born, with_({ born })]).toEqual([born, ['/born pattern']]);
});

test('the pattern for dates takes each real day from 1900 to 2199 and no other', () => {
  const pattern = new RegExp(schema.properties?.born?.pattern ?? '', 'u');
  const lengths = (year: number): number[] => {
    const leap = year % 400 === 0 || (year % 4 === 0 && year % 100 !== 0);
    return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  };
  const two = (n: number): string => String(n).padStart(2, '0');
  for (let year = 1899; year <= 2200; year += 1) {
    for (let month = 1; month <= 12; month += 1) {
      for (const day of [0, 1, 28, 29, 30, 31, 32]) {
        const real = year > 1899 && year < 2200 && day >= 1 && day <= (lengths(year)[month - 1] ?? 0);
        const text = `${year}-${two(month)}-${two(day)}`;
        if (pattern.test(text) !== real) throw new Error(`${text} should be ${real ? 'a day' : 'no day'}`);
      }
    }
  }
});

test('a date with a time is a day and a time of day', () => {
  expect(with_({ seen: '2026-03-02T18:30' })).toEqual([]);
  for (const seen of [
    '2026-03-02',
    '2026-03-02T24:00',
    '2026-03-02T18:60',
    '2026-02-30T10:00',
    '2026-03-02T18:30:00Z',
  ]) {
    expect([seen, with_({ seen })]).toEqual([seen, ['/seen pattern']]);
  }
});

test('text is something other than space, and not endless', () => {
  expect(with_({ signed: ' \n\t ' })).toEqual(['/signed pattern']);
  expect(with_({ signed: '' })).toEqual(['/signed pattern']);
  expect(with_({ signed: 'x'.repeat(500) })).toEqual([]);
  expect(with_({ signed: 'x'.repeat(501) })).toEqual(['/signed pattern']);
});

test('telephone numbers are taken as people write them', () => {
  for (const phone of ['01632 960000', '+44 (0)20 7946 0000', '07700900982', '01632-960-000 ext 12']) {
    expect([phone, with_({ phone })]).toEqual([phone, []]);
  }
  for (const phone of ['none', '12345', '01632 96000O', '1'.repeat(16)]) {
    expect([phone, with_({ phone })]).toEqual([phone, ['/phone pattern']]);
  }
});

test('e-mail addresses have a name, an at sign and a domain', () => {
  for (const email of ['ada@agency.example', "o'neil+a@mail.agency.gov.uk"]) {
    expect([email, with_({ email })]).toEqual([email, []]);
  }
  for (const email of [
    'ada',
    'ada@agency',
    'ada @agency.example',
    '@agency.example',
    'ada@-agency.example',
    'a@b..example',
  ]) {
    expect([email, with_({ email })]).toEqual([email, ['/email pattern']]);
  }
});

test('no pattern takes long over hostile text', () => {
  const began = performance.now();
  for (const text of ['1 '.repeat(10_000), `${'a.'.repeat(10_000)}@`, `a@${'a-'.repeat(10_000)}`, ' '.repeat(40_000)]) {
    with_({ phone: text, email: text, born: text, signed: text, letter: `data:x;name=y;base64,${text}` });
  }
  expect(performance.now() - began).toBeLessThan(1000);
});

test('a number keeps to its limits and to whole numbers', () => {
  expect(with_({ age: 15 })).toEqual(['/age minimum']);
  expect(with_({ age: 100 })).toEqual(['/age maximum']);
  expect(with_({ age: 17.5 })).toEqual(['/age type']);
  expect(with_({ age: '17' })).toEqual(['/age type']);
});

test('a number may be answered with a word where the definition offers one', () => {
  expect(with_({ waited: 2.5 })).toEqual([]);
  expect(with_({ waited: 'not-known' })).toEqual([]);
  expect(with_({ waited: 'soon' })).toContain('/waited anyOf');
});

test('an option is one of those offered, and of several each is chosen once', () => {
  expect(with_({ source: 'friend' })).toContain('/source oneOf');
  expect(with_({ abuse: ['physical', 'physical'] })).toEqual(['/abuse uniqueItems']);
  expect(with_({ abuse: [] })).toEqual(['/abuse minItems']);
  expect(with_({ abuse: ['physical', 'emotional'] })).toContain('/abuse/1 oneOf');
});

const scope = { all: new Map(bundle.facts.map((f) => [f.id, f])), facts: new Map(bundle.facts.map((f) => [f.id, f])) };
const holds = (condition: Parameters<typeof conditionSchema>[0], answers: object): boolean | undefined => {
  const said = conditionSchema(condition, scope);
  return said && new Ajv({ strict: false }).validate(said, answers);
};

test('a condition on an answer that nobody gave holds in neither direction', () => {
  const conditions = [
    is('proceedings', 'yes'),
    leaf({ kind: 'includes', fact: 'abuse', option: 'other' }),
    leaf({ kind: 'compares', fact: 'age', comparison: 'less-than', to: 18 }),
    leaf({ kind: 'dated', fact: 'born', order: 'before', than: { day: '2008-01-01' } }),
    leaf({ kind: 'some-entry', fact: 'children', where: is('children.order', 'yes') }),
    all(is('proceedings', 'yes'), is('source', 'self')),
  ];
  for (const condition of conditions) {
    expect([condition.reads, holds(condition, {}), holds(opposite(condition), {})]).toEqual([
      condition.reads,
      false,
      false,
    ]);
  }
});

test('"not known" is no answer to build on', () => {
  expect(holds(isNot('proceedings', 'yes'), { proceedings: 'not-known' })).toBe(false);
  expect(holds(isNot('proceedings', 'yes'), { proceedings: 'no' })).toBe(true);
});

test('days before, on and after a day are told apart by their digits', () => {
  const dated = (order: 'before' | 'on-or-before' | 'after' | 'on-or-after' | 'on', negated = false) =>
    ['2007-12-31', '2008-01-01', '2008-01-02', '2010-01-01', '1999-05-05'].map((born) =>
      holds(leaf({ kind: 'dated', fact: 'born', order, than: { day: '2008-01-01' }, negated }), { born }),
    );
  expect(dated('before')).toEqual([true, false, false, false, true]);
  expect(dated('on-or-before')).toEqual([true, true, false, false, true]);
  expect(dated('after')).toEqual([false, false, true, true, false]);
  expect(dated('on-or-after')).toEqual([false, true, true, true, false]);
  expect(dated('on')).toEqual([false, true, false, false, false]);
  expect(dated('before', true)).toEqual([false, true, true, true, false]);
});

test('every entry must be surely otherwise before none is said to be such', () => {
  const some = leaf({ kind: 'some-entry', fact: 'children', where: is('children.order', 'yes') });
  const none = opposite(some);
  expect(holds(some, { children: [{ order: 'no' }, { order: 'yes' }] })).toBe(true);
  expect(holds(none, { children: [{ order: 'no' }, {}] })).toBe(false);
  expect(holds(none, { children: [{ order: 'no' }, { order: 'no' }] })).toBe(true);
});

test('how long two dates are apart is not said in JSON Schema', () => {
  const older = bundle.facts.find(({ id }) => id === 'older')?.onlyWhen;
  expect(older && conditionSchema(older, scope)).toBeUndefined();
});

test('what is no value stands by itself among several choices, whatever it is called', () => {
  const unsure = { id: 'unsure', label: 'Unsure', means: 'not-known' as const };
  const none = { id: 'none', label: 'None of these', means: 'not-applicable' as const };
  const kinds = question('kinds', 'choices', 'Kinds', { options: [...options('one', 'two'), unsure, none] });
  const fits = new Ajv({ allErrors: true, strict: true }).compile(questionSchema(kinds, () => ({})));
  for (const right of [['one'], ['one', 'two'], ['unsure'], ['none'], []])
    expect([right, fits(right)]).toEqual([right, true]);
  for (const wrong of [['one', 'unsure'], ['none', 'two'], ['unsure', 'none'], ['three']]) {
    expect([wrong, fits(wrong)]).toEqual([wrong, false]);
  }
});

test('an answer that is not offered is refused, as whoever runs the rules elsewhere relies on', () => {
  expect(with_({ source: 'somebody' })).toContain('/source oneOf');
  expect(with_({ abuse: ['something'] })).toContain('/abuse/0 oneOf');
});
