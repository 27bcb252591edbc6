import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Bundle, Condition, Course } from '../../engine/contract/index.js';
import { evaluate } from '../../engine/index.js';
import { compile } from '../../generator/index.js';
import { readScenarios } from '../../generator/scenario/read-scenarios.js';
import { uncovered } from '../../runtime/scenario/coverage.js';
import { describeScenarios } from '../../runtime/scenario/describe-scenarios.js';
import { differencesOf } from '../../runtime/scenario/difference.js';
import { mutateCourse } from '../../runtime/scenario/mutate-course.js';
import { mutateDocuments } from '../../runtime/scenario/mutate-documents.js';
import { type Decide, runScenarios } from '../../runtime/scenario/run-scenarios.js';
import { survivors } from '../../runtime/scenario/survivors.js';

const folder = 'definitions/my-time';
const textsIn = (path: string) =>
  readdirSync(path)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ file: join(path, name), content: readFileSync(join(path, name), 'utf8') }));
const definition = textsIn(folder);
const scenarios = textsIn(join(folder, 'scenarios'));

const built = compile(definition);
const compiled = (): Bundle => {
  const { bundle, problems } = built;
  if (!bundle) throw new Error(problems.map((problem) => problem.message).join('\n'));
  return bundle;
};

const overTime = (): Course => {
  const { course } = compiled();
  if (!course) throw new Error('Nothing is said of time.');
  return course;
};

const kindsOfLeaf = (condition: Condition): string[] =>
  condition.kind === 'all' || condition.kind === 'any'
    ? condition.of.flatMap(kindsOfLeaf)
    : [`${condition.kind} ${condition.fact}`];

/** The clauses that something answers to: a clause by itself does not count. */
const cited = ({ map, programme, decision, expects, background, settled, course }: Bundle): Set<string> =>
  new Set([
    ...(course?.sessions?.origin.clauses ?? []),
    ...(course?.sessions?.topics ?? []).flatMap(({ origin }) => origin.clauses),
    ...Object.entries(map).flatMap(([id, { clauses }]) => (id.startsWith('clauses/') ? [] : clauses)),
    ...programme.origin.clauses,
    ...(decision?.origin.clauses ?? []),
    ...expects.flatMap(({ origin }) => origin.clauses),
    ...background,
    ...settled.flatMap(({ between }) => between),
  ]);

describeScenarios(folder);

test('the definition has no problems, not even warnings', () => {
  expect(compile(definition, { play: evaluate }).problems).toEqual([]);
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
  const { conditions, rules, overTime: ofTime } = compiled().rules;
  const notOfHer = (ofTime ?? []).filter(({ each }) => each !== 'partners');
  const read = JSON.stringify([conditions, rules, notOfHer]);
  expect(read).toMatch(/"fact":"sex"/);
  expect(read).not.toMatch(/"fact":"(date-of-birth|age|today|her-wish|ric|partners)/);
});

test('what she says, and how she can be reached, is hers', () => {
  const hers = compiled()
    .facts.filter((fact) => fact.hers)
    .map(({ id }) => id);
  expect(hers).toEqual(expect.arrayContaining(['partners.phone', 'partners.safe-times', 'partners.home-town', 'ric']));
  expect(hers).not.toContain('has-abused');
});

test('what she wishes, and what is owed to her, is hers and of each partner by herself', () => {
  const { derived, duties, happenings, rules } = overTime();
  expect(derived.filter(({ hers }) => hers).map(({ id, scope }) => [id, scope])).toEqual([['her-wish', 'partners']]);
  expect(duties.filter(({ hers }) => hers).map(({ id, forEach }) => [id, forEach])).toEqual([
    ['tell-her-of-the-referral', 'partners'],
    ['ask-her-wishes', 'partners'],
    ['pass-on-her-details', 'partners'],
    ['offer-her-support', 'partners'],
    ['monthly-contact', 'partners'],
  ]);
  expect(happenings.find(({ id }) => id === 'her-wishes')).toMatchObject({ hers: true, about: 'partners' });
  expect(rules.filter(({ hers }) => hers)).toEqual([]);
});

test('what is owed to her never stands still for what becomes of him', () => {
  const owed = overTime().duties.filter(({ hers }) => hers);
  expect(owed.flatMap(({ freezesIn }) => freezesIn)).toEqual([]);
});

test('thirty sessions of two hours, one each week, in any order, joined at any time', () => {
  expect(overTime().sessions).toMatchObject({
    total: { kind: 'exactly', n: 30 },
    length: { n: 2, unit: 'hours' },
    rate: { amount: { kind: 'exactly', n: 1 }, each: { n: 1, unit: 'weeks' } },
    order: 'any',
    entry: 'rolling',
    phases: [],
    credits: [],
  });
});

test('each group has at most twelve places of its own', () => {
  const groups = overTime().groups.map(({ id, places, pool }) => ({ id, places, pool }));
  expect(groups).toEqual([
    { id: 'daytime', places: { kind: 'at-most', n: 12 }, pool: [] },
    { id: 'evening', places: { kind: 'at-most', n: 12 }, pool: [] },
  ]);
});

test('the topics of the sessions are those of the clauses, and two are best taken after another', () => {
  const { clauses, course } = compiled();
  const says = new Map(clauses.map((clause) => [clause.id, clause.says]));
  const topics = course?.sessions?.topics ?? [];
  expect(topics.length).toBe(27);
  for (const { title, origin } of topics) expect(says.get(origin.clauses.at(-1) ?? '')).toBe(title);
  const titles = new Map(topics.map(({ id, title }) => [id, title]));
  const after = topics.flatMap(({ title, bestAfter }) => (bestAfter ? [[title, titles.get(bestAfter)]] : []));
  expect(after).toEqual([
    ['Embedding identification of unhelpful beliefs', 'Identification of unhelpful beliefs'],
    ['The effects of DV on children p2', 'The effects of DV on children p1'],
  ]);
});

test('without the reading that says so, three sessions without a topic would be warned about', () => {
  const without = definition.map(({ file, content }) => ({
    file,
    content: content.replace(/^ *reading: 27 topics for 30 sessions.*\n/m, ''),
  }));
  expect(compile(without).problems.map(({ code, severity, message }) => [code, severity, message])).toEqual([
    ['sessions/topics', 'warning', expect.stringContaining('3 sessions have no named topic')],
  ]);
});

test('a person confirms the closure, and nothing else closes a case', () => {
  const closing = overTime().rules.filter(({ effects }) => effects.some(({ verb }) => verb === 'close'));
  expect(closing.map(({ id, force, confirmedBy }) => ({ id, force, confirmedBy }))).toEqual([
    { id: 'two-missed-without-contact', force: 'must', confirmedBy: ['facilitator'] },
  ]);
});

test('only three things have a time that is stated: the acknowledgement, the assessment and the monthly contact', () => {
  const timed = overTime().duties.filter(({ due, recurs }) => due.kind !== 'not-stated' || recurs?.kind === 'every');
  expect(timed.map(({ id, due, recurs }) => ({ id, due, recurs }))).toEqual([
    { id: 'acknowledge-referral', due: { kind: 'at-once' } },
    { id: 'offer-assessment', due: { kind: 'within', span: { n: 2, unit: 'weeks' } } },
    { id: 'monthly-contact', due: { kind: 'not-stated' }, recurs: { kind: 'every', span: { n: 1, unit: 'months' } } },
  ]);
});

test('nothing is declared for what is not stated: appeals, a way back, a report on early closure', () => {
  const { appeals, returns } = overTime();
  expect({ appeals, returns }).toEqual({ appeals: [], returns: [] });
  expect(compiled().notStated).toEqual(
    expect.arrayContaining(['appeals', 'suspension', 'return after closure', 'report on early exit']),
  );
});

test('the service lead and those who support her decide together', () => {
  expect(compiled().decision).toMatchObject({
    by: ['service-lead', 'partner-support-worker'],
    jointly: true,
    consulting: [],
    refusalNeedsReason: false,
  });
});

test('a referral needs no more than who refers whom, and what decides whether the programme is for him', () => {
  const insisted = compiled().facts.filter(({ required }) => required.kind !== 'as-known');
  expect(insisted.map(({ id }) => id)).toEqual([
    ...['referrer-name', 'referrer-agency', 'referrer-email', 'full-name'],
    ...['sex', 'has-abused'],
  ]);
});

test('only a referring agency fills in the referral form', () => {
  expect(compiled().forms.map(({ id, from }) => [id, from])).toEqual([['referral', ['referrer']]]);
});

test('what the document does not say is listed as not stated', () => {
  expect(compiled().notStated).toEqual(expect.arrayContaining(['exclusions', 'minimum age', 'self-referral']));
});

test('every clause is answered to by something', () => {
  const bundle = compiled();
  const found = cited(bundle);
  expect(bundle.clauses.map(({ id }) => id).filter((id) => !found.has(id))).toEqual([]);
});

test('every rule, duty and step is seen to apply and not to apply by some scenario', async () => {
  const bundle = compiled();
  const read = readScenarios(scenarios, bundle);
  // That the emitted rules come to the same is seen where each scenario is decided.
  const evaluated: Decide = async (...of) => ({ decided: true, evaluation: evaluate(...of) });
  expect(uncovered(bundle, await runScenarios(bundle, read.scenarios, evaluated))).toEqual([]);
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

test('a change of any option in a criterion makes some scenario fail', () => {
  const bundle = compiled();
  const read = readScenarios(scenarios, bundle);
  expect(read.problems).toEqual([]);
  const survived = survivors(bundle, read.scenarios, evaluate);
  expect(survived.map(({ criterion, change }) => `${criterion}: ${change}`)).toEqual([]);
});

test('a change of any number, option, span or comparison of what is said of time makes some scenario fail', () => {
  const bundle = compiled();
  const read = readScenarios(scenarios, bundle);
  const changes = mutateCourse(bundle);
  expect(changes.length).toBeGreaterThan(60);
  const survived = survivors(bundle, read.scenarios, evaluate, changes);
  expect(survived.map(({ criterion, change }) => `${criterion}: ${change}`)).toEqual([]);
});

test('a group of eleven or of thirteen makes some scenario fail, in the daytime and in the evening', () => {
  const bundle = compiled();
  const read = readScenarios(scenarios, bundle).scenarios.filter(({ file }) => file.endsWith('places.yaml'));
  const fails = (changed: Bundle): boolean =>
    read.some(({ events, expectations }) =>
      expectations.some(
        (expected) => differencesOf(changed, expected, evaluate(changed, events, { asOf: expected.asOf })).length > 0,
      ),
    );
  const course = overTime();
  const withPlaces = (id: string, n: number): Bundle => ({
    ...bundle,
    course: {
      ...course,
      groups: course.groups.map((group) => (group.id === id ? { ...group, places: { kind: 'at-most', n } } : group)),
    },
  });
  const changes = ['daytime', 'evening'].flatMap((id) => [withPlaces(id, 11), withPlaces(id, 13)]);
  expect(changes.map(fails)).toEqual([true, true, true, true]);
  expect(fails(withPlaces('evening', 12))).toBe(false);
});

test('no real contact detail of the provider is in the definition or its scenarios', () => {
  const all = [...definition, ...scenarios].map(({ content }) => content).join('\n');
  expect(all.replaceAll(' ', '')).not.toMatch(/rfellowship|01217666699|cjsm|crg\.uk|org\.uk/i);
  for (const [number] of all.matchAll(/\b0\d{4} ?\d{6}\b/g)) expect(number).toMatch(/^01632 960\d{3}$/);
  for (const [address] of all.matchAll(/\S+@\S+\w/g)) expect(address).toMatch(/\.example$/);
});

test('leaving out any heading, or anything that one shows, says, asks or attaches, makes some scenario fail', () => {
  const bundle = compiled();
  const changes = mutateDocuments(bundle);
  expect(changes.length).toBeGreaterThan(20);
  const survived = survivors(bundle, readScenarios(scenarios, bundle).scenarios, evaluate, changes);
  expect(survived.map(({ criterion, change }) => `${criterion}: ${change}`)).toEqual([]);
});
