import { expect, test } from 'vitest';
import { compile } from '../../../generator/index.js';

const definition = (people: string, page: string): string => `rubric: 1
programme: { title: Specimen, provider: Example Trust }
people:
${people}
forms:
  referral:
    title: Referral form
    from: referrer
    pages:
      family:
        heading: Family
${page}
`;
const usual = `  outside: { participant: client, referrer: referrer, partner: partner, agency: agency }
  inside: { support-worker: { called: support worker, supports: partner } }`;

const hersOf = (people: string, page: string): string[] => {
  const { bundle, problems } = compile([{ file: 'specimen.yaml', content: definition(people, page) }]);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return (bundle?.facts ?? []).filter((fact) => fact.hers).map((fact) => fact.id);
};

test('all of an entry about her is hers, and of the rest how she can be reached', () => {
  const page = `        asks:
          partners: { each: partner, asks: { name: Her name, phone: { ask: A safe number, type: phone } } }
          her-address: { ask: Where she lives, type: address, about: partner }
          his-phone: { ask: His telephone, type: phone }`;
  expect(hersOf(usual, page)).toEqual(['partners', 'partners.name', 'partners.phone', 'her-address']);
});

test('what she answers is hers, also when somebody else may answer it too', () => {
  const page = `        asks:
          wishes: { ask: What does she wish?, from: [partner, referrer] }
          his-wishes: { ask: What does he wish? }`;
  expect(hersOf(usual, page)).toEqual(['wishes']);
});

test('entries of another kind on a page about her do not take the label away', () => {
  const page = `        about: partner
        asks:
          contacts: { each: agency, asks: { phone: { ask: A safe number, type: phone } } }`;
  expect(hersOf(usual, page)).toEqual(['contacts', 'contacts.phone']);
});

test('whoever is supported as the partner is has the same label under another name', () => {
  const people = `  outside: { participant: client, referrer: referrer, victim: victim }
  inside: { support-worker: { called: support worker, supports: victim } }`;
  const page = `        asks:
          victims: { each: victim, asks: { name: Her name } }`;
  expect(hersOf(people, page)).toEqual(['victims', 'victims.name']);
});

test('a worker who supports the man does not make his answers hers', () => {
  const people = `  outside: { participant: client, referrer: referrer }
  inside: { mentor: { called: mentor, supports: participant } }`;
  const page = `        asks:
          his-phone: { ask: His telephone, type: phone, from: participant }`;
  expect(hersOf(people, page)).toEqual([]);
});

test('her answer may not decide through a criterion that another one names', () => {
  const content = `rubric: 1
programme: { title: Specimen, provider: Example Trust }
people: { outside: { participant: client, partner: partner }, inside: { staff: Our staff } }
decision: { by: staff }
forms: { hers: { title: Her wishes, from: partner, asks: { feels-safe: { ask: Do you feel safe?, type: yes-no } } } }
criteria:
  she-is-safe: { requires: feels-safe is yes, otherwise: No. }
  all-is-well: { requires: she-is-safe is met, otherwise: No. }
eligibility:
  accepted: { requires: all-is-well is met, otherwise: No. }
`;
  const { problems } = compile([{ file: 'specimen.yaml', content }]);
  expect(problems.map(({ code, at }) => `${code} ${at.line}`)).toEqual(['criterion/hers 10']);
});
