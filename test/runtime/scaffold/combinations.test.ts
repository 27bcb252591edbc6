/** Whatever is answered: the result has no problem, builds, and passes its own scenarios. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluate } from '../../../engine/index.js';
import { compile, formatYaml } from '../../../generator/index.js';
import { builtFiles } from '../../../runtime/bundle-files/built-files.js';
import { answersOf } from '../../../runtime/scaffold/answers.js';
import { type File, fillIn } from '../../../runtime/scaffold/fill-in.js';
import { scaffoldFiles } from '../../../runtime/scaffold/origin.js';
import { type Complete, type Given, questions } from '../../../runtime/scaffold/questions.js';
import { soundnessOf } from '../../../runtime/scaffold/soundness.js';

const scaffold = await scaffoldFiles();
const usual = Object.fromEntries(questions.map((one) => [one.name, one.usual])) as Complete;

/** Each answer as it is typed, read as the interview reads it. */
const read = (typed: Given): Complete => {
  const all: Given = {};
  for (const { name, read: reading } of questions) {
    const answer = reading(typed[name] ?? usual[name], all);
    if ('fault' in answer) throw new Error(`${name}: ${answer.fault}`);
    all[name] = answer.value;
  }
  return all as Complete;
};

const isSound = async (files: File[]): Promise<void> => {
  const { problems, failing, scenarios } = await soundnessOf(files);
  expect(problems).toEqual([]);
  expect(failing).toEqual([]);
  expect(scenarios).toBeGreaterThan(11);
  const texts = files.filter(({ file }) => /^[^/]+\.yaml$/.test(file));
  const { bundle } = compile(texts, { play: evaluate });
  const built = Object.keys(bundle ? await builtFiles(bundle) : {});
  expect(built).toEqual(expect.arrayContaining(['bundle.json', 'rules.json', 'forms/referral.schema.json']));
  const unformatted = files.filter(
    ({ file, content }) => /\.yaml$/.test(file) && formatYaml({ file, content }).content !== content,
  );
  expect(unformatted.map(({ file }) => file)).toEqual([]);
};

test('The scaffold is a definition itself, with everything in it', async () => {
  const { problems, failing } = await soundnessOf(scaffold);
  expect([problems, failing]).toEqual([[], []]);
});

test.each<Given>([
  {},
  { partners: 'yes' },
  { appeals: 'no' },
  { partners: 'yes', appeals: 'no', nation: 'scotland' },
  { sessions: '4', missed: '1', every: '1 day', 'minimum-age': '1', appeals: '1' },
  { sessions: '200', missed: '20', every: '1 month', 'minimum-age': '99', appeals: '60', nation: 'northern-ireland' },
  { sessions: '5', missed: '2', every: '12 weeks', for: 'Überlebende' },
  { sessions: '21', missed: '4', every: '99 days', for: 'mother-to-be', provider: 'Я', title: `1${'a'.repeat(99)}` },
  { for: 'partner', partners: 'yes' },
  { for: 'referrer', provider: 'EX', title: 'if partners' },
])('%j is sound', async (typed) => {
  await isSound(fillIn(scaffold, answersOf(read(typed))));
});

const name = fc
  .stringMatching(/^[\p{L}\p{P}\p{S} 0-9]{0,12}\p{L}[\p{L}\p{P}\p{S} 0-9]{0,12}$/u)
  .filter((text) => text.trim() !== '');
const typed: fc.Arbitrary<Given> = fc.record({
  provider: name,
  title: name,
  for: fc.constantFrom('man', 'woman', 'young person', 'parent', 'service user', 'father'),
  'minimum-age': fc.integer({ min: 1, max: 99 }).map(String),
  sessions: fc.integer({ min: 4, max: 60 }).map(String),
  every: fc
    .tuple(fc.integer({ min: 1, max: 20 }), fc.constantFrom('day', 'week', 'month'))
    .map((parts) => parts.join(' ')),
  missed: fc.integer({ min: 1, max: 3 }).map(String),
  partners: fc.constantFrom('yes', 'no'),
  appeals: fc.oneof(fc.constant('no'), fc.integer({ min: 1, max: 60 }).map(String)),
  nation: fc.constantFrom('england-and-wales', 'scotland', 'northern-ireland'),
});

test('Any answers that are taken make a definition that is sound', { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(typed, async (given) => isSound(fillIn(scaffold, answersOf(read(given))))),
    { numRuns: process.env.SOAK ? 500 : 8 },
  );
});
