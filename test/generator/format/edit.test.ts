import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type EditPath, type EditValue, editYaml } from '../../../generator/format/edit-yaml.js';
import { commentsIn } from '../../../generator/format/same.js';
import type { Node } from '../../../generator/load/node.js';
import { loadYaml } from '../../../generator/load/yaml.js';

const definition = `# A definition
rubric: 1

programme:
  title: Stepping out   # as on the leaflet
  provider: 'A provider'
  contact: { phone: 01217666699, post: "12, High Street" }  # invented

forms:
  referral:
    from: [referrer, participant]   # who sends it
    asks:
      # the first
      sex: { ask: Sex, type: choice, options: { man: Man, woman: Woman } }
      why:
        ask: >
          Why does he want
          to come?
        type: long-text  # may be long

      area:
        ask: Area
eligibility:
  - adult
  - any-of:   # either
      - date-of-birth is answered
      - sex is man
`;

const edit = (path: EditPath, value: EditValue, content = definition): string => {
  const edited = editYaml({ file: 'a.yaml', content }, path, value);
  expect(edited.problems).toEqual([]);
  return edited.content ?? '';
};

test('a text is changed and its comment stays', () => {
  expect(edit(['programme', 'title'], 'Moving on')).toBe(definition.replace('Stepping out', 'Moving on'));
});

test('a text that YAML would cut is put in quotes', () => {
  const changed = edit(['programme', 'title'], 'Is he, or: was he # ever');
  expect(changed).toBe(definition.replace('Stepping out', '"Is he, or: was he # ever"'));
  const inBraces = edit(['forms', 'referral', 'asks', 'sex', 'ask'], 'Is he, or was he?');
  expect(inBraces).toBe(definition.replace('ask: Sex', 'ask: "Is he, or was he?"'));
});

test('a text keeps the quotes it had', () => {
  expect(edit(['programme', 'provider'], "The men's service")).toBe(
    definition.replace("'A provider'", "'The men''s service'"),
  );
});

test('a name that is not there is added after the others, above the empty line that follows', () => {
  expect(edit(['forms', 'referral', 'asks', 'why', 'required'], true)).toBe(
    definition.replace('# may be long\n', '# may be long\n        required: yes\n'),
  );
  expect(edit(['programme', 'contact', 'email'], 'a@b.example')).toBe(
    definition.replace('Street" }', 'Street", email: a@b.example }'),
  );
});

test('an item is changed or added', () => {
  expect(edit(['eligibility', 0], 'motivated')).toBe(definition.replace('- adult', '- motivated'));
  expect(edit(['eligibility', 1, 'any-of', 2], 'age is at least 18')).toBe(`${definition}      - age is at least 18\n`);
  expect(edit(['forms', 'referral', 'from', 2], 'staff')).toBe(
    definition.replace('participant]', 'participant, staff]'),
  );
});

test('a whole map is put where a text was, and on lines of its own where it is long', () => {
  const options = { one: 'x'.repeat(60), two: 'y'.repeat(60) };
  expect(edit(['forms', 'referral', 'asks', 'area', 'ask'], options)).toBe(
    definition.replace('ask: Area\n', `ask:\n          one: ${options.one}\n          two: ${options.two}\n`),
  );
});

test('a place that is not there is answered', () => {
  const { content, problems } = editYaml({ file: 'a.yaml', content: definition }, ['forms', 'other', 'title'], 'x');
  expect(content).toBeUndefined();
  expect(problems.map(({ code, message }) => [code, message])).toEqual([
    ['edit/no-such-place', 'There is no forms → other → title in this file.'],
  ]);
});

test('a change that would lose a comment is refused', () => {
  const { content, problems } = editYaml({ file: 'a.yaml', content: definition }, ['forms', 'referral', 'asks'], 'x');
  expect(content).toBeUndefined();
  expect(problems.map(({ code }) => code)).toEqual(['edit/not-possible']);
});

const pathsIn = (node: Node | undefined, path: EditPath = []): EditPath[] => {
  if (node?.kind === 'map') return node.entries.flatMap(({ key, value }) => pathsIn(value, [...path, key.text]));
  if (node?.kind === 'list') return node.items.flatMap((item, i) => pathsIn(item, [...path, i]));
  return [path];
};

const at = (node: Node | undefined, path: EditPath): Node | undefined =>
  path.reduce<Node | undefined>((inner, name) => {
    if (inner?.kind === 'list') return typeof name === 'number' ? inner.items[name] : undefined;
    return inner?.kind === 'map' ? inner.entries.find(({ key }) => key.text === name)?.value : undefined;
  }, node);

const rootOf = (content: string): Node | undefined => loadYaml({ file: 'a.yaml', content }).root;

const places = pathsIn(rootOf(definition));

test('any text is put at any place, reads back as it is, and no other line changes', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({
      unit: fc.constantFrom('a', ' ', ',', ': ', ' #', '"', "'", '\n', '- ', '{', ']', '\\', '~', '1', '!', '\u0007'),
    }),
    fc.constantFrom('yes', 'null', '1e3', '', '2026-03-02', '0123', 'Is he?', '- a', '? b', '---'),
  );
  const windows = fc.boolean();
  fc.assert(
    fc.property(fc.constantFrom(...places), text, windows, (path, value, crlf) => {
      const before = crlf ? definition.replaceAll('\n', '\r\n') : definition;
      const { content = '', problems } = editYaml({ file: 'a.yaml', content: before }, path, value);
      expect(problems).toEqual([]);
      const changed = at(rootOf(content), path);
      expect(changed?.kind === 'scalar' && changed.text).toBe(value);
      const old = at(rootOf(before), path);
      const lines = before.split('\n');
      const now = content.split('\n');
      const first = (old?.at.line ?? 0) - 1;
      const after = lines.length - (old?.at.endLine ?? 0);
      expect(now.slice(0, first)).toEqual(lines.slice(0, first));
      expect(now.slice(now.length - after)).toEqual(lines.slice(lines.length - after));
      expect(now.length - after).toBe(first + 1);
      expect(commentsIn(content)).toEqual(commentsIn(before));
    }),
    { numRuns: process.env.SOAK ? 20_000 : 400 },
  );
});
