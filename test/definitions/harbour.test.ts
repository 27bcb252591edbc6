import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Answer, Bundle, CaseEvent, Course } from '../../engine/contract/index.js';
import { evaluate, formState } from '../../engine/index.js';
import { compile, openIn } from '../../generator/index.js';
import { readScenarios } from '../../generator/scenario/read-scenarios.js';
import { describeScenarios } from '../../runtime/scenario/describe-scenarios.js';
import { mutateCourse } from '../../runtime/scenario/mutate-course.js';
import { mutateDocuments } from '../../runtime/scenario/mutate-documents.js';
import { survivors } from '../../runtime/scenario/survivors.js';

const folder = 'definitions/harbour';
const textsIn = (path: string) =>
  readdirSync(path)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ file: join(path, name), content: readFileSync(join(path, name), 'utf8') }));
const definition = textsIn(folder);
const scenarios = textsIn(join(folder, 'scenarios'));
const clausesFile = readFileSync(join(folder, 'clauses.yaml'), 'utf8');

const built = compile(definition);
const compiled = (): Bundle => {
  const { bundle, problems } = built;
  if (!bundle) throw new Error(problems.map((problem) => problem.message).join('\n'));
  return bundle;
};

const answered = (values: Record<string, Answer>): CaseEvent => ({
  id: 'e1',
  kind: 'judged',
  happened: '2026-03-02',
  learned: '2026-03-02',
  recorded: '2026-03-02',
  by: { role: 'staff' },
  values,
});

describeScenarios(folder);

test('the definition has no problems, not even warnings', () => {
  expect(compile(definition).problems).toEqual([]);
});

test('every clause from HB-001 to HB-105 is restated, in order', () => {
  const found = [...clausesFile.matchAll(/^ {2}(HB-\d{3}):$/gm)].map((match) => match[1]);
  expect(found).toEqual(Array.from({ length: 105 }, (_, index) => `HB-${String(index + 1).padStart(3, '0')}`));
});

/** The clauses that something answers to, wherever it stands: a clause by itself does not count. */
const cited = (part: unknown): string[] => {
  if (Array.isArray(part)) return part.flatMap(cited);
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) =>
    key === 'clauses' && Array.isArray(value) ? value.filter((each) => typeof each === 'string') : cited(value),
  );
};

test('every clause is answered to by something, or informs and binds nobody', () => {
  const { clauses, map: _map, outline: _outline, background, ...declared } = compiled();
  const answered = new Set([...cited(declared), ...background]);
  expect(clauses.map(({ id }) => id).filter((id) => !answered.has(id))).toEqual([]);
  expect(background).toEqual(['HB-007', 'HB-067']);
});

/** Readings as they are written, of one line or several. */
const readingsIn = (content: string): string[] =>
  [...content.matchAll(/^( *)reading: (?:>-\n((?:\1 {2}.*\n)+)|(.+)\n)/gm)].map(([, , block, line]) =>
    (block ?? line ?? '').replace(/\s+/g, ' ').trim(),
  );

test('every reading can be read in the outline, so that Harbour can be asked whether it is right', () => {
  const told = JSON.stringify(compiled().outline).replaceAll('\\"', '"');
  const written = definition
    .filter(({ file }) => !file.endsWith('clauses.yaml'))
    .flatMap((text) => readingsIn(text.content));
  expect(written.length).toBeGreaterThan(40);
  expect(written.filter((reading) => !told.includes(reading))).toEqual([]);
});

test('every criterion is held, failed and left unknown by some scenario', () => {
  const expected = scenarios.flatMap(({ content }) => [
    ...content.matchAll(/([a-z-]+): (met|not-met|unknown|not-applicable)\b/g),
  ]);
  const verdicts = new Set(expected.map(([, id, verdict]) => `${id} ${verdict}`));
  const criteria = compiled().criteria.filter((criterion) => criterion.decides);
  const wanted = criteria.flatMap(({ id }) => ['met', 'not-met', 'unknown'].map((verdict) => `${id} ${verdict}`));
  expect(criteria.length).toBe(24);
  expect(wanted.filter((each) => !verdicts.has(each))).toEqual([]);
});

test('a change of any number, option or comparison in a rule makes some scenario fail', () => {
  const bundle = compiled();
  const read = readScenarios(scenarios, bundle);
  expect(read.problems).toEqual([]);
  expect(survivors(bundle, read.scenarios, evaluate).map(({ criterion, change }) => `${criterion}: ${change}`)).toEqual(
    [],
  );
});

test('a change of any number, option, span or comparison of what is said of time makes some scenario fail', () => {
  const bundle = compiled();
  const read = readScenarios(scenarios, bundle);
  const changes = mutateCourse(bundle);
  expect(changes.length).toBeGreaterThan(60);
  expect(
    survivors(bundle, read.scenarios, evaluate, changes).map(({ criterion, change }) => `${criterion}: ${change}`),
  ).toEqual([]);
});

const overTime = (): Course => {
  const { course } = compiled();
  if (!course) throw new Error('Nothing is said of time.');
  return course;
};

test('thirty sessions are three assessments or more, and three times seven in the group and two alone', () => {
  const { sessions } = overTime();
  expect(sessions?.phases.map(({ kind, sessions: amount }) => [kind, 'n' in amount ? amount.n : undefined])).toEqual([
    ['assessment', 3],
    ['group', 7],
    ['one-to-one', 2],
    ['group', 7],
    ['one-to-one', 2],
    ['group', 7],
    ['one-to-one', 2],
  ]);
  expect(sessions?.phases.map(({ sessions: amount }) => amount.kind)).toEqual([
    'at-least',
    ...Array.from({ length: 6 }, () => 'exactly'),
  ]);
  expect(sessions?.total).toEqual({ kind: 'at-least', n: 30 });
  expect(sessions?.phases.filter(({ beforeStart }) => beforeStart).map(({ id }) => id)).toEqual(['assessment']);
});

test('that individual sessions are for the assessment only, and follow each part, is a contradiction without its reading', () => {
  const without = definition.map(({ file, content }) => ({
    file,
    content: content.replace(/^ {6}reading: >-\n(?: {8}HB-029 .*\n)(?: {8}.*\n)+/m, ''),
  }));
  const { problems } = compile(without);
  expect(problems.map(({ code, message }) => `${code} ${message}`)).toEqual([
    'sessions/kind-elsewhere Sessions of the kind “one-to-one” are held in assessment only (HB-029, HB-019, HB-021, ' +
      'HB-023), and education-one-to-ones, emotional-management-one-to-ones, skills-practice-one-to-ones have them too.',
  ]);
});

test('what the document does not say of time stays unsaid', () => {
  const { sessions, derived, returns, steps, rules, duties, groups } = overTime();
  expect([sessions?.rate, sessions?.entry, sessions?.lasts, sessions?.catchUp]).toEqual([
    'not-stated',
    'not-stated',
    undefined,
    undefined,
  ]);
  expect(derived.filter(({ from }) => from.kind !== 'places')).toEqual([]);
  expect(returns).toEqual([]);
  expect(steps.map(({ id, needs }) => [id, needs.length])).toEqual([
    ['accept', 0],
    ['decline', 0],
    ['start', 3],
  ]);
  expect(groups.map(({ places }) => places.kind)).toEqual(Array.from({ length: 4 }, () => 'not-stated'));
  const timed = [...duties].filter(({ due }) => due.kind === 'within').map(({ id }) => id);
  expect(timed).toEqual(['respond-to-referrer', 'respond-to-him', 'answer-formal-appeal']);
  expect(rules.filter(({ trigger }) => trigger.kind === 'reaches' || 'session' in trigger)).toEqual([]);
});

test('seven grounds to suspend him or to end his involvement, each a “may” that staff confirm', () => {
  const grounds = overTime().rules.filter(({ within }) => within === 'suspend-or-end');
  expect(grounds.map(({ id }) => id)).toEqual([
    'violent-to-family',
    'under-the-influence',
    'aggressive-in-a-session',
    'not-engaging',
    'denies-abuse',
    'obstructs-her-support',
    'refuses-the-contract',
  ]);
  expect(grounds.map(({ force, confirmedBy }) => [force, confirmedBy])).toEqual(
    Array.from({ length: 7 }, () => ['may', ['staff']]),
  );
  const others = grounds.filter(({ id }) => id !== 'under-the-influence');
  expect(others.map(({ either, effects }) => [either, effects.map(({ verb }) => verb)])).toEqual(
    Array.from({ length: 6 }, () => [true, ['suspend', 'close']]),
  );
  const influence = grounds.find(({ id }) => id === 'under-the-influence');
  expect([influence?.either, influence?.effects.map(({ verb }) => verb)]).toEqual([false, ['do', 'suspend']]);
});

test('only to close after the second appointment missed is a “must” among the rules that end a place', () => {
  const ending = overTime().rules.filter(({ effects }) => effects.some(({ verb }) => verb === 'close'));
  expect(ending.filter(({ force }) => force === 'must').map(({ id }) => id)).toEqual(['first-assessment-missed-2nd']);
  expect(ending.filter(({ confirmedBy }) => confirmedBy.length === 0)).toEqual([]);
});

test('nothing that is owed to a partner stands still while he is suspended', () => {
  const hers = overTime().duties.filter(({ forEach }) => forEach === 'partners');
  expect(hers.map(({ id, freezesIn, onlyWhen }) => [id, freezesIn, onlyWhen])).toEqual([
    ['offer-her-support', [], undefined],
    ['keep-her-informed', [], undefined],
  ]);
});

test('no real contact detail of the provider is in the definition or its scenarios', () => {
  const all = [...definition, ...scenarios].map(({ content }) => content).join('\n');
  expect(all.match(/myharbour|harbourdas|cjsm|03000|01429|TS18|Bishopton/gi)).toBeNull();
  for (const [number] of all.matchAll(/\b0\d{4} ?\d{6}\b/g)) expect(number).toMatch(/^01632 960\d{3}$/);
  for (const [address] of all.matchAll(/\S+@\S+\w/g)) expect(address).toMatch(/\.example$/);
});

test('the referral form has the sections of the document, word for word', () => {
  const form = compiled().forms.find(({ id }) => id === 'referral');
  expect(form?.pages.map(({ heading }) => heading)).toEqual([
    'The Referrer',
    'Personal Details of the Person Requiring the Service',
    'Significant Family Members',
    'Previous Involvement',
    'Key Agencies Working with the Family',
    'Other Information',
    'Confirmation',
  ]);
});

test('the form insists on who refers whom, when and to which area, and on a signature', () => {
  const insisted = compiled().facts.filter(({ required }) => required.kind !== 'as-known');
  expect(insisted.map(({ id }) => id)).toEqual([
    'referral-source',
    'referral-date',
    'area',
    'referrer-name',
    'full-name',
    'date-of-birth',
    'declaration',
  ]);
});

test('whoever refers can say that an answer is not known', () => {
  const facts = compiled().facts;
  expect(facts.filter(({ options }) => options.some(({ means }) => means === 'not-known')).map(({ id }) => id)).toEqual(
    [
      'relationship',
      'abused-a-woman',
      'abuse',
      'partner-known',
      'partners.now',
      'children.social-worker',
      'violence-proceedings',
      'child-proceedings',
      'violent-to-agency-staff',
      'known-to-mappa',
      'mappa-category',
      'mappa-level',
    ],
  );
  expect(facts.filter(({ options }) => options.some(({ means }) => means === 'not-applicable'))).toEqual([]);
});

const visible = (answers: Record<string, Answer>, fact: string) =>
  formState(compiled(), 'referral', answers, { today: '2026-03-02' })
    .pages.flatMap(({ questions }) => questions)
    .find((question) => question.fact === fact)?.visible;

test('a man who refers himself is not asked about a referrer', () => {
  expect(visible({ 'referral-source': 'agency' }, 'referrer-name')).toBe('yes');
  expect(visible({ 'referral-source': 'cafcass' }, 'referrer-name')).toBe('yes');
  expect(visible({ 'referral-source': 'participant' }, 'referrer-name')).toBe('no');
});

test('partners are asked about where one is known, and MAPPA details where meetings were called', () => {
  expect(visible({ 'partner-known': 'yes' }, 'partners')).toBe('yes');
  expect(visible({ 'partner-known': 'no' }, 'partners')).toBe('no');
  for (const fact of ['mappa-category', 'mappa-level', 'mappa-date-known']) {
    expect(visible({ 'known-to-mappa': 'yes' }, fact)).toBe('yes');
    expect(visible({ 'known-to-mappa': 'no' }, fact)).toBe('no');
    expect(visible({ 'known-to-mappa': 'not-known' }, fact)).not.toBe('yes');
  }
  expect(visible({ 'known-to-mappa': 'yes', 'mappa-date-known': 'yes' }, 'mappa-last-meeting')).toBe('yes');
  expect(visible({ 'known-to-mappa': 'yes', 'mappa-date-known': 'no' }, 'mappa-last-meeting')).toBe('no');
});

test('staff decide, and a refusal must carry a reason', () => {
  const decision = compiled().decision;
  expect(decision?.by).toEqual(['staff']);
  expect(decision?.jointly).toBe(false);
  expect(decision?.refusalNeedsReason).toBe(true);
  expect(decision?.considering).toEqual(['The needs of existing service users']);
});

test('the co-ordinator is consulted where circumstances are complex, and only there', () => {
  const consulting = (values: Record<string, Answer>) =>
    evaluate(compiled(), [answered(values)], { asOf: '2026-03-02' }).decision.consulting.map(
      ({ role, verdict, missing }) => [role, verdict, missing.map(({ fact }) => fact)],
    );
  expect(consulting({ 'circumstances-are-complex': 'yes' })).toEqual([['service-lead', 'met', []]]);
  expect(consulting({ 'circumstances-are-complex': 'no' })).toEqual([['service-lead', 'not-met', []]]);
  expect(consulting({})).toEqual([['service-lead', 'unknown', ['circumstances-are-complex']]]);
});

test('leaving out any heading, or anything that one shows, says, asks or attaches, makes some scenario fail', () => {
  const bundle = compiled();
  const changes = mutateDocuments(bundle);
  expect(changes.length).toBeGreaterThan(5);
  const survived = survivors(bundle, readScenarios(scenarios, bundle).scenarios, evaluate, changes);
  expect(survived.map(({ criterion, change }) => `${criterion}: ${change}`)).toEqual([]);
});

test('that a kind of session is kept to one phase and held in others is listed, with how it was taken', () => {
  expect(openIn(compiled()).contradictions).toMatchObject([
    {
      clauses: ['HB-029', 'HB-019', 'HB-021', 'HB-023'],
      witness: expect.stringMatching(/^“Individual session” is kept to “Assessment”, and is held in “Individual/),
      reading: expect.stringContaining('Harbour should say which it means.'),
    },
  ]);
});
