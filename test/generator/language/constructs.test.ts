import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { compile } from '../../../generator/compile.js';
import { editorSchema, languageReference, loadYaml } from '../../../generator/index.js';
import { constructs } from '../../../generator/language/constructs.js';
import type { Node } from '../../../generator/load/node.js';

/** What an example may take for granted, section by section; a section of the example replaces it. */
const base: Record<string, string> = {
  rubric: 'rubric: 1\n',
  programme: 'programme: { title: Specimen, provider: Example Trust }\n',
  people: `people:
  outside: { participant: client, referrer: referrer, child: child, agency: agency, partner: partner }
  inside: { staff: Our staff, service-lead: { called: service lead, is: staff } }
`,
  forms: `forms:
  referral:
    title: Referral form
    from: [referrer, participant]
    asks:
      date-of-birth: { ask: Date of birth, type: date }
      lives-with-children: { ask: Does he live with children?, type: yes-no }
      violent-to-agency-staff: { ask: Was he violent to staff of an agency?, type: yes-no }
      children: { each: child, asks: { age: { ask: Age, type: number, at-least: 0 } } }
`,
  decision: 'decision: { by: staff }\n',
  clauses: `clauses:
  EX-001: { says: One., force: must }
  EX-002: { says: Two., force: must }
  EX-003: { says: Three., force: must }
  EX-004: { says: Four., force: must }
  EX-007: { says: Seven., force: must }
  EX-009: { says: Nine., force: must }
`,
};

const whole = (example: string): string =>
  Object.entries(base)
    .filter(([section]) => !new RegExp(`^${section}:`, 'm').test(example))
    .map(([, text]) => text)
    .join('') + example;

const plain = (node: Node | undefined): unknown => {
  if (!node) return null;
  if (node.kind === 'list') return node.items.map(plain);
  if (node.kind === 'map') return Object.fromEntries(node.entries.map(({ key, value }) => [key.text, plain(value)]));
  return node.value;
};

describe.each(constructs.map((construct) => [construct.word, construct] as const))('%s', (_word, construct) => {
  test('its example is a definition without an error', () => {
    const { problems } = compile([{ file: 'example.yaml', content: whole(construct.example) }]);
    expect(problems.filter((problem) => problem.severity === 'error')).toEqual([]);
  });

  test('its example fits the schema for editors', () => {
    const { root } = loadYaml({ file: 'example.yaml', content: construct.example });
    const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(editorSchema());
    validate(plain(root));
    expect(validate.errors ?? []).toEqual([]);
  });

  test('the reference tells its word, its purpose and every key that it has', () => {
    const reference = languageReference();
    expect(reference).toContain(`(\`${construct.word}\`)`);
    expect(reference).toContain(construct.doc);
    expect(reference).toContain(construct.example);
  });

  test('it is told in whole sentences', () => {
    expect(construct.doc).toMatch(/^[A-Z].*\.$/s);
    expect(construct.title).toMatch(/^[A-Z]/);
  });
});

test('the schema for editors refuses a key that the language does not have', () => {
  const validate = new Ajv({ allowUnionTypes: true }).compile(editorSchema());
  expect(validate({ rubric: '1', programmme: {} })).toBe(false);
});

test('every line of help in the schema says something', () => {
  const empty: string[] = [];
  const walk = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('description' in value && String(value.description).length < 8) empty.push(path);
    for (const [key, inner] of Object.entries(value)) walk(inner, `${path}/${key}`);
  };
  walk(editorSchema(), '');
  expect(empty).toEqual([]);
});
