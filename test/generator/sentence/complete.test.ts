import { expect, test } from 'vitest';
import { complete } from '../../../generator/language/sentence/complete.js';
import { scope } from './sample-scope.js';

test('A sentence starts with any name, or today', () => {
  expect(complete('', scope)).toEqual([...scope.names, 'today']);
});

test('A name begun is completed', () => {
  expect(complete('part', scope)).toEqual(['partner-known']);
  expect(complete('REF', scope)).toEqual(['referral-source', 'referral-date']);
});

test('After a name comes is', () => {
  expect(complete('sex ', scope)).toEqual(['is']);
  expect(complete('sex i', scope)).toEqual(['is']);
});

test('Of a choice, its options come next, and those not named yet after or', () => {
  expect(complete('sex is ', scope)).toEqual(['man', 'woman', 'in-another-way', 'answered', 'not']);
  expect(complete('sex is man ', scope)).toEqual(['or']);
  expect(complete('sex is man or ', scope)).toEqual(['woman', 'in-another-way']);
});

test('An option that means not known is never offered, and not applicable is after not', () => {
  expect(complete('violence-proceedings is ', scope)).toEqual(['yes', 'no', 'applicable', 'answered', 'not']);
  expect(complete('violence-proceedings is not ', scope)).toEqual(['yes', 'no', 'applicable']);
});

test('Of a date, comparisons come next, then units, a direction and the other dates', () => {
  expect(complete('date-of-birth is at ', scope)).toEqual(['least', 'most']);
  expect(complete('date-of-birth is at least ', scope)).toEqual([]);
  expect(complete('date-of-birth is at least 18 ', scope)).toEqual(['days', 'weeks', 'months', 'years']);
  expect(complete('date-of-birth is at least 18 years ', scope)).toEqual(['before', 'after']);
  expect(complete('date-of-birth is at least 18 years before ref', scope)).toEqual(['referral-date']);
  expect(complete('date-of-birth is on or ', scope)).toEqual(['before', 'after']);
});

test('Of a criterion alone, only met comes next; of one that is judged, its answers as well', () => {
  expect(complete('adult is ', scope)).toEqual(['met', 'not']);
  expect(complete('motivated is ', scope)).toEqual(['yes', 'no', 'met', 'answered', 'not']);
});

test('Of text, nothing but that it is answered', () => {
  expect(complete('full-name is ', scope)).toEqual(['answered']);
});

test('After an unknown name nothing is offered', () => {
  expect(complete('nobody is ', scope)).toEqual([]);
});
