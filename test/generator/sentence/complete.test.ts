import { expect, test } from 'vitest';
import { complete } from '../../../generator/language/sentence/complete.js';
import { answersOnly, ofASession, scope } from './sample-scope.js';

test('A sentence starts with any name, or today', () => {
  expect(complete('', scope)).toEqual([...scope.names, 'today']);
});

test('A name begun is completed', () => {
  expect(complete('part', scope)).toEqual(['partner-known']);
  expect(complete('REF', scope)).toEqual([
    'referral-source',
    'referral-date',
    'referral',
    'referral-received',
    'referral-complete',
  ]);
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

const events = [
  ...['started', 'decision-made', 'heard-from-participant', 'session-missed', 'incident', 'risk-review'],
  ...['referral-received', 'referral-complete', 'warning-sent', 'aggressive'],
];

test('Of an event, only that it has happened or not comes next, then when', () => {
  expect(complete('incident ', scope)).toEqual(['has']);
  expect(complete('incident has ', scope)).toEqual(['happened', 'not']);
  expect(complete('incident has not ', scope)).toEqual(['happened']);
  expect(complete('incident has happened ', scope)).toEqual(['in', 'since', 'before', 'at', 'within', 'by']);
  expect(complete('incident has happened at least 2 days ', scope)).toEqual(['before']);
  expect(complete('incident has happened in the ', scope)).toEqual(['last']);
  expect(complete('incident has happened in the last ', scope)).toEqual([]);
  expect(complete('incident has happened in the last 2 w', scope)).toEqual(['working', 'weeks']);
  expect(complete('incident has happened in the last 2 working ', scope)).toEqual(['days']);
  expect(complete('incident has happened since ', scope)).toEqual([...events, 'first', 'latest']);
  expect(complete('incident has happened since first ', scope)).toEqual(events);
});

test('So long after what comes next, the session only where one is looked at', () => {
  expect(complete('incident has happened within 2 weeks ', scope)).toEqual(['of']);
  expect(complete('incident has happened within 2 weeks of ', scope)).toEqual([...events, 'first', 'latest']);
  expect(complete('incident has happened within 2 weeks of ', ofASession)).toContain('the');
  expect(complete('incident has happened within 2 weeks of the ', ofASession)).toEqual(['session']);
  expect(complete('incident has happened by 16:00 ', ofASession)).toEqual(['the']);
  expect(complete('incident has happened by 16:00 the ', ofASession)).toEqual(['next']);
  expect(complete('incident has happened by 16:00 2 working days ', scope)).toEqual(['after']);
});

test('Of a duty and a rule, the ways in which they stand come next', () => {
  expect(complete('offer-assessment is ', scope)).toEqual(['open', 'missed', 'met', 'not']);
  expect(complete('offer-assessment is not open ', scope)).toEqual(['or', 'for']);
  expect(complete('offer-assessment is open or ', scope)).toEqual(['missed']);
  expect(complete('two-missed is ', scope)).toEqual(['standing', 'confirmed', 'refused', 'not']);
  expect(complete('aggressive ', scope)).toEqual(['has', 'is']);
  expect(complete('aggressive is ', scope)).toEqual(['standing', 'confirmed', 'refused', 'not']);
});

test('A form and a phase have words for several of their states', () => {
  expect(complete('referral is ', scope)).toEqual([
    'not-received',
    'incomplete',
    'complete',
    'received',
    'answered',
    'not',
  ]);
  expect(complete('education is b', scope)).toEqual(['begun']);
});

test('How long something has been so comes next after for, except where only answers count', () => {
  expect(complete('stage is suspended for ', scope)).toEqual(['at', 'more']);
  expect(complete('stage is suspended for at ', scope)).toEqual(['least']);
  expect(complete('stage is suspended for more ', scope)).toEqual(['than']);
  expect(complete('stage is suspended for more than 4 m', scope)).toEqual(['months']);
  expect(complete('stage is suspended for at least 4 m', scope)).toEqual(['months']);
  expect(complete('stage is suspended for ', answersOnly)).toEqual([]);
});
