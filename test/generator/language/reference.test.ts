import { expect, test } from 'vitest';
import { editorSchema, languageReference } from '../../../generator/index.js';
import { parseSentence } from '../../../generator/language/sentence/parse.js';
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
