/** What a definition calls its roles and records is what its rules and duties are told in. */
import { expect, test } from 'vitest';
import { compile } from '../../../generator/compile.js';

const content = `rubric: 1
programme: { title: Specimen, provider: Example Trust }
people:
  outside: { participant: A client, referrer: the referring agency }
  inside: { staff: { called: The team }, co-worker: { called: support worker } }
forms:
  referral: { title: Form, from: referrer, asks: { age: { ask: Age, type: number, at-least: 0, at-most: 120 } } }
eligibility:
  adult: { requires: age is at least 18, otherwise: He must be 18 or over. }
decision: { by: staff }
records: { police-told: { called: the police were told, by: staff }, violence: { called: he was violent, by: staff } }
duties:
  tell: { after: violence, must: contact referrer, within: 2 days, by: staff }
  write-down: { after: violence, must: record police-told, within: 2 days, by: staff }
  pass-on: { after: violence, must: forward what he said to co-worker, within: 2 days, by: staff }
`;
const bundle = compile([{ file: 'specimen.yaml', content }]).bundle;
const readsOf = (id: string): string | undefined => bundle?.course?.duties.find((duty) => duty.id === id)?.reads;

test('a role called with an article is told of with one article, not two', () => {
  const called = bundle?.people.map((person) => person.called);
  expect(called).toEqual(['client', 'referring agency', 'team', 'support worker']);
  expect(readsOf('tell')).toBe('When he was violent: the team must contact the referring agency within 2 days.');
});

test('what is to be recorded is told in the words of the record', () => {
  expect(readsOf('write-down')).toBe('When he was violent: the team must record “the police were told” within 2 days.');
});

test('whom something is forwarded to is told by the role’s words', () => {
  expect(readsOf('pass-on')).toBe(
    'When he was violent: the team must forward what he said to the support worker within 2 days.',
  );
});
