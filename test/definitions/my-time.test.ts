import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Bundle, Condition } from '../../engine/contract/index.js';
import { evaluate } from '../../engine/index.js';
import { compile } from '../../generator/index.js';
import { readScenarios } from '../../generator/scenario/read-scenarios.js';
import { describeScenarios } from '../../runtime/scenario/describe-scenarios.js';
import { survivors } from '../../runtime/scenario/survivors.js';

const folder = 'definitions/my-time';
const textsIn = (path: string) =>
  readdirSync(path)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ file: join(path, name), content: readFileSync(join(path, name), 'utf8') }));
const definition = textsIn(folder);
const scenarios = textsIn(join(folder, 'scenarios'));

const compiled = (): Bundle => {
  const { bundle, problems } = compile(definition);
  if (!bundle) throw new Error(problems.map((problem) => problem.message).join('\n'));
  return bundle;
};

const kindsOfLeaf = (condition: Condition): string[] =>
  condition.kind === 'all' || condition.kind === 'any'
    ? condition.of.flatMap(kindsOfLeaf)
    : [`${condition.kind} ${condition.fact}`];

/** The clauses that something answers to: a clause by itself does not count. */
const cited = ({ map, programme, decision, expects, background, settled }: Bundle): Set<string> =>
  new Set([
    ...Object.entries(map).flatMap(([id, { clauses }]) => (id.startsWith('clauses/') ? [] : clauses)),
    ...programme.origin.clauses,
    ...(decision?.origin.clauses ?? []),
    ...expects.flatMap(({ origin }) => origin.clauses),
    ...background,
    ...settled.flatMap(({ between }) => between),
  ]);

describeScenarios(folder);

test('the definition has no problems, not even warnings', () => {
  expect(compile(definition).problems).toEqual([]);
});

test('every clause from MT-001 to MT-100 is restated, in order', () => {
  const wanted = Array.from({ length: 100 }, (_, index) => `MT-${String(index + 1).padStart(3, '0')}`);
  expect(compiled().clauses.map(({ id }) => id)).toEqual(wanted);
});

test('the 27 topics keep the titles of the document, word for word', () => {
  const topics = compiled().clauses.filter(({ id }) => id >= 'MT-070' && id <= 'MT-096');
  expect(topics.map(({ says }) => says)).toEqual([
    'Anger and Abuse',
    'Beliefs, culture and religion',
    'Children see children do',
    'Controlling anger',
    'Coping strategies',
    'Dogmas and rigid demands',
    'Embedding identification of unhelpful beliefs',
    'Exploring parenting',
    'Fact, opinion, belief',
    'How we think, directly affects how we feel',
    'Identification of abusive behaviour and non abusive behaviour',
    'Identification of unhelpful beliefs',
    'Identifying triggers',
    'Intimidation, bullying and abuse in relationships',
    'Minimisation, Denial and Blame',
    'Murdered by my boyfriend',
    'Respect, trust and empathy',
    'Respectful relationships',
    'Self Awareness',
    'Sexual respect',
    'The effects of DV on children p1',
    'The effects of DV on children p2',
    'The effects of DV on intimate partners',
    'The effects on women who are abused',
    'Time out',
    'What is Domestic Abuse and coercive control',
    'Why people abuse',
  ]);
});

test('nothing but being a man, having abused a partner and being found suitable decides', () => {
  const { criteria } = compiled();
  expect(criteria.map(({ id, role }) => `${role} ${id}`)).toEqual([
    'requires is-a-man',
    'requires abused-a-partner',
    'requires suitable',
  ]);
  expect(criteria.flatMap(({ test: tested }) => kindsOfLeaf(tested))).toEqual([
    'is sex',
    'is has-abused',
    'is suitable',
  ]);
  expect(criteria.filter(({ applies }) => applies)).toEqual([]);
});

test('nothing reads his age, his date of birth or what his partner answers', () => {
  const { rules } = compiled();
  expect(JSON.stringify(rules)).toMatch(/"fact":"sex"/);
  expect(JSON.stringify(rules)).not.toMatch(/"fact":"(date-of-birth|age|today|her-wishes|ric|partners)/);
});

test('what she says, and how she can be reached, is hers', () => {
  const hers = compiled()
    .facts.filter((fact) => fact.hers)
    .map(({ id }) => id);
  expect(hers).toEqual(
    expect.arrayContaining(['partners.phone', 'partners.safe-times', 'partners.home-town', 'her-wishes', 'ric']),
  );
  expect(hers).not.toContain('has-abused');
});

test('the service lead and those who support her decide together', () => {
  expect(compiled().decision).toMatchObject({
    by: ['service-lead', 'partner-support-worker'],
    jointly: true,
    consulting: [],
    refusalNeedsReason: false,
  });
});

test('a referral needs no more than who refers whom', () => {
  const insisted = compiled().facts.filter(({ required }) => required.kind !== 'as-known');
  expect(insisted.map(({ id }) => id)).toEqual(['referrer-name', 'referrer-agency', 'referrer-email', 'full-name']);
});

test('only a referring agency fills in the referral form', () => {
  expect(compiled().forms.map(({ id, from }) => [id, from])).toEqual([
    ['referral', ['referrer']],
    ['contact-with-her', ['partner']],
  ]);
});

test('what the document does not say is listed as not stated', () => {
  expect(compiled().notStated).toEqual(expect.arrayContaining(['exclusions', 'minimum age', 'self-referral']));
});

test('every clause is answered to by something, but for those about sessions, contact with her, dates and reports', () => {
  const bundle = compiled();
  const found = cited(bundle);
  const notYet = bundle.clauses.map(({ id }) => id).filter((id) => !found.has(id));
  expect(notYet).toEqual([
    // sessions: length, rate, total, rolling entry, size of a group
    ...['MT-010', 'MT-011', 'MT-012', 'MT-013', 'MT-016'],
    // what follows from missed sessions
    ...['MT-029', 'MT-030', 'MT-031', 'MT-032'],
    // the monthly contact
    'MT-037',
    // after the decision: telling the referrer, copies, reports at 15 and 30 weeks, regular contact
    ...['MT-047', 'MT-048', 'MT-049', 'MT-050'],
    // the headings of the reports but for the RIC, and that both have the same
    ...Array.from({ length: 8 }, (_, index) => `MT-0${52 + index}`),
    'MT-061',
    // the topics
    ...Array.from({ length: 28 }, (_, index) => `MT-0${69 + index}`),
  ]);
});

test('every criterion is held, failed and left unknown by some scenario', () => {
  const expected = scenarios.flatMap(({ content }) => [...content.matchAll(/([a-z-]+): (met|not-met|unknown)\b/g)]);
  const verdicts = new Set(expected.map(([, id, verdict]) => `${id} ${verdict}`));
  const wanted = compiled().criteria.flatMap(({ id }) =>
    ['met', 'not-met', 'unknown'].map((verdict) => `${id} ${verdict}`),
  );
  expect(wanted.length).toBe(9);
  expect(wanted.filter((each) => !verdicts.has(each))).toEqual([]);
});

test('a change of any option in a rule makes some scenario fail', () => {
  const bundle = compiled();
  const read = readScenarios(scenarios, bundle);
  expect(read.problems).toEqual([]);
  const survived = survivors(bundle, read.scenarios, evaluate);
  expect(survived.map(({ criterion, change }) => `${criterion}: ${change}`)).toEqual([]);
});

test('no real contact detail of the provider is in the definition or its scenarios', () => {
  const all = [...definition, ...scenarios].map(({ content }) => content).join('\n');
  expect(all.replaceAll(' ', '')).not.toMatch(/rfellowship|01217666699|cjsm|crg\.uk|org\.uk/i);
  for (const [number] of all.matchAll(/\b0\d{4} ?\d{6}\b/g)) expect(number).toMatch(/^01632 960\d{3}$/);
  for (const [address] of all.matchAll(/\S+@\S+\w/g)) expect(address).toMatch(/\.example$/);
});
