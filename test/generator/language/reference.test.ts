import { expect, test } from 'vitest';
import { stages } from '../../../engine/contract/index.js';
import { compile, editorSchema, languageReference } from '../../../generator/index.js';
import { parseSentence } from '../../../generator/language/sentence/parse.js';
import { eventsOfACase } from '../../../generator/reference/events-of-a-case.js';
import { sentenceForms } from '../../../generator/reference/sentence-forms.js';

test('the reference that is kept beside the language is what the language says of itself', async () => {
  await expect(languageReference()).toMatchFileSnapshot('../../../generator/language/reference.md');
});

test('the schema that editors are pointed at is what the language says of itself', async () => {
  await expect(`${JSON.stringify(editorSchema(), null, 2)}\n`).toMatchFileSnapshot(
    '../../../generator/language/rubric.schema.json',
  );
});

const shown = [...sentenceForms.matchAll(/^\| `([^`]+)` \|/gm)].map((found) => found[1] ?? '');

test.each(shown)('the sentence “%s” of the reference is one', (sentence) => {
  expect(parseSentence(sentence)).toHaveProperty('sentence');
});

test('the reference shows each form of sentence', () => {
  expect(shown.length).toBe(25);
});

const little = `rubric: 1
programme: { title: Little, provider: Example Trust }
people:
  outside: { participant: client, referrer: referrer }
  inside: { staff: staff member }
forms: { form: { title: Form, from: referrer, asks: { full-name: { ask: Full name, type: name } } } }
sessions: { total: 2, every: 1 week }
`;

test('the reference names each event and each state that a case has without their being declared', () => {
  const { bundle } = compile([{ file: 'little.yaml', content: little }]);
  const named = [...eventsOfACase.matchAll(/`([^`]+)`/g)].map((found) => found[1]);
  const undeclared = (bundle?.course?.happenings ?? []).filter(({ source }) => source !== 'form');
  expect(undeclared.length).toBeGreaterThan(25);
  const ofOthers = ['referrer-contacted', 'heard-from-referrer'];
  expect(undeclared.map(({ id }) => id).filter((id) => !named.includes(id) && !ofOthers.includes(id))).toEqual([]);
  const told = eventsOfACase.split('Others come')[0] ?? '';
  const first = [...told.matchAll(/^\| (`.*?) \|/gm)].flatMap((row) => (row[1] ?? '').replaceAll('`', '').split(', '));
  const ids = undeclared.map(({ id }) => id);
  expect(first.filter((id) => !ids.includes(id))).toEqual([]);
  expect(stages.filter((stage) => !named.includes(stage))).toEqual([]);
});
