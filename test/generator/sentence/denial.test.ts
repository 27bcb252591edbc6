import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkDenial, readSentence } from '../../../generator/language/sentence/check.js';
import type { LoweredSentence } from '../../../generator/language/sentence/lowered.js';
import { blocksOf } from './recorded.js';
import { scope } from './sample-scope.js';

const compare: Record<string, (a: number | string, b: number | string) => boolean> = {
  'at-least': (a, b) => a >= b,
  'at-most': (a, b) => a <= b,
  'more-than': (a, b) => a > b,
  'less-than': (a, b) => a < b,
  exactly: (a, b) => a === b,
  before: (a, b) => a < b,
  'on-or-before': (a, b) => a <= b,
  after: (a, b) => a > b,
  'on-or-after': (a, b) => a >= b,
  on: (a, b) => a === b,
};

type Value = string | number | string[];
const notApplicable = 'not-applicable';

/** Whether a condition holds of one known answer, by the contract; nothing where it needs more than that answer. */
const holds = (condition: LoweredSentence, value: Value): boolean | undefined => {
  if (condition.kind === 'all' || condition.kind === 'any') {
    const parts = condition.of.map((part) => holds(part, value));
    if (parts.includes(undefined)) return undefined;
    return condition.kind === 'all' ? parts.every(Boolean) : parts.some(Boolean);
  }
  const plain = holdsPlainly(condition, value);
  return plain === undefined ? undefined : plain !== condition.negated;
};

const holdsPlainly = (leaf: Exclude<LoweredSentence, { of: unknown }>, value: Value): boolean | undefined => {
  if (leaf.kind === 'duty' || leaf.kind === 'rule') return leaf.is === value;
  if (leaf.kind === 'is') return typeof value === 'string' && leaf.anyOf.includes(value);
  if (leaf.kind === 'includes') return [value].flat().includes(leaf.option);
  if (leaf.kind === 'compares') return value !== notApplicable && compare[leaf.comparison]?.(value as number, leaf.to);
  if (leaf.kind !== 'dated' || !('day' in leaf.than)) return undefined;
  return value !== notApplicable && compare[leaf.order]?.(value as string, leaf.than.day);
};

const answers: Record<string, Value[]> = {
  'partner-known': ['yes', 'no'],
  'violence-proceedings': ['yes', 'no', notApplicable],
  sex: ['man', 'woman', 'in-another-way'],
  responsibility: ['full', 'some', 'none', notApplicable],
  'agencies-involved': [[], ['police'], ['mind', 'police'], ['social-care']],
  'kind-of-abuse': [[], ['physical'], ['emotional', 'physical'], [notApplicable]],
  age: [0, 17, 18, 19, 20, 25, 26],
  'hours-worked': [0, 16, 16.5, 17, notApplicable],
  'times-before': [0, 1, 2],
  'lives-with': ['parents', 'carers', 'town'],
  ric: [0, 9, 10, 13, 14, 24],
  'date-of-birth': ['2008-02-27', '2008-02-28', '2008-02-29'],
  'last-violence': ['2025-12-31', '2026-01-01', notApplicable],
  'support-for-partner': ['given', 'refused', 'withdrawn'],
  contract: ['signed', 'refused'],
  stage: ['on-programme', 'suspended', 'closed'],
  referral: ['not-received', 'incomplete', 'complete'],
  education: ['not-begun', 'under-way', 'complete'],
  'offer-assessment': ['open', 'missed', 'met'],
  'two-missed': ['standing', 'confirmed', 'refused'],
};

const denials = blocksOf(readFileSync(new URL('right.txt', import.meta.url), 'utf8'))
  .map(({ text }) => text)
  .filter(
    (text) =>
      / is not /.test(text) &&
      !text.endsWith('is not applicable') &&
      !/^(?!offer).* met$|today|for at least/.test(text),
  );

for (const text of denials) {
  const plain = text.replace(' is not ', ' is ');
  test(`“${text}” holds of every answer of which “${plain}” does not, and of no other`, () => {
    const [no, yes] = [readSentence(text, scope), readSentence(plain, scope)];
    if ('faults' in no || 'faults' in yes) throw new Error('both are sentences');
    const values = answers[[...no.uses.facts, ...no.uses.duties, ...no.uses.rules][0] ?? ''] ?? [];
    expect(values.length).toBeGreaterThan(1);
    expect(values.map((value) => holds(no.lowered, value))).toEqual(values.map((value) => !holds(yes.lowered, value)));
  });
}

test('Denied, how long it has been so is denied, not what has been so', () => {
  const read = readSentence('stage is suspended for at least 4 weeks', scope);
  if ('faults' in read) throw new Error('this is a sentence');
  expect(checkDenial(read.sentence, scope)).toMatchObject({
    reads: 'the stage has not been suspended for at least 4 weeks',
    lowered: { kind: 'lasted', negated: true, condition: { kind: 'is', negated: false } },
    uses: { facts: ['stage'] },
  });
});

test('Denied, what happened has not', () => {
  const read = readSentence('incident has happened in the last 2 weeks', scope);
  if ('faults' in read) throw new Error('this is a sentence');
  expect(checkDenial(read.sentence, scope)).toMatchObject({
    reads: 'no incident was reported in the last 2 weeks',
    lowered: { kind: 'happened', negated: true },
    uses: { events: ['incident'] },
  });
});

test('What a sentence over time names is listed by its kind', () => {
  const usesOf = (text: string) => {
    const read = readSentence(text, scope);
    return 'faults' in read ? read.faults : read.uses;
  };
  const nothing = { facts: [], criteria: [], events: [], duties: [], rules: [] };
  expect(usesOf('incident has happened since first started')).toEqual({ ...nothing, events: ['incident', 'started'] });
  expect(usesOf('offer-assessment is open or missed')).toEqual({ ...nothing, duties: ['offer-assessment'] });
  expect(usesOf('two-missed is standing for at least 1 day')).toEqual({ ...nothing, rules: ['two-missed'] });
  expect(usesOf('adult is met for at least 1 day')).toEqual({ ...nothing, criteria: ['adult'] });
  expect(usesOf('date-of-birth is before today for at least 1 day')).toEqual({ ...nothing, facts: ['date-of-birth'] });
});
