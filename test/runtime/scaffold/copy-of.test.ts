import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { findDefinitions } from '../../../runtime/definition/find-definitions.js';
import { copyOf } from '../../../runtime/scaffold/copy-of.js';
import { filesOf, folderOfOrigin, knownNames } from '../../../runtime/scaffold/origin.js';
import { rubric } from '../cli/run-main.js';
import { allOf, emptyPlace, filesBelow } from './new-folder.js';

const names = { provider: 'Larch House', title: 'Steady Hands' };

/** Two files of a definition, with the provider's name in every kind of place. */
const old = [
  {
    file: 'programme.yaml',
    content: `# What Elm Trust does.
rubric: 1

programme:
  title: Open Doors
  provider: Elm Trust
  id: elm-open-doors
  contact:
    telephone: "01632 960777"
    e-mail: doors@elm.example
    address: 12 Elm Street
    web: https://elm.example/doors

people:
  inside: { staff: Elm Trust staff, other: Elm Trustees }
`,
  },
  {
    file: 'clauses.yaml',
    content: `clauses:
  ET-001:
    says: >-
      Open Doors is run by Elm Trust, and those who ask are rung from
      01632 960777 within a day.
    force: tells # as Elm Trust has it
  ET-002: { says: 'Elm Trust''s door is open.', force: must }
`,
  },
];

test('Wherever the first provider is named stands the new one, and the rest stays to the letter', () => {
  const [programme, clauses] = copyOf(old, names);
  expect(programme?.content).toBe(`# What Larch House does.
rubric: 1

programme:
  title: Steady Hands
  provider: Larch House
  id: steady-hands
  contact:
    telephone: "01632 960400"
    e-mail: doors@larch-house.example
    address: 1 Example Street
    web: https://larch-house.example

people:
  inside: { staff: Larch House staff, other: Elm Trustees }
`);
  expect(clauses?.content).toBe(`clauses:
  ET-001:
    says: >-
      Steady Hands is run by Larch House, and those who ask are rung from
      01632 960400 within a day.
    force: tells  # as Larch House has it
  ET-002: { says: 'Larch House''s door is open.', force: must }
`);
});

test('A new name that holds the old one is put in once', () => {
  const [programme] = copyOf(old, { provider: 'Elm Trust North', title: 'Open Doors for Elm Trust' });
  expect(programme?.content).toContain('title: Open Doors for Elm Trust\n  provider: Elm Trust North\n');
  expect(programme?.content).toContain('staff: Elm Trust North staff');
});

test('A name that YAML would read otherwise is quoted where it must be', () => {
  const [, clauses] = copyOf(old, { provider: "Larch: 'H'", title: 'A #1' });
  expect(clauses?.content).toContain("      A #1 is run by Larch: 'H', and those");
  expect(clauses?.content).toContain("says: 'Larch: ''H''''s door is open.'");
});

const ofProviders = (await findDefinitions('definitions')).map((folder) => basename(folder));
const known = [...ofProviders, 'riverside-parenting', 'tollbeck-clear-road'];

test('The definitions that come with Rubric are known by their names', async () => {
  expect(await knownNames()).toEqual(expect.arrayContaining(known));
});

test.each(known)(
  'A copy of %s keeps its clauses, passes its scenarios and names another provider',
  async (name) => {
    const folder = join(emptyPlace(), 'copy');
    const words = ['--from', name, '--provider', names.provider, '--title', names.title];
    const { code, err } = await rubric(['new', folder, ...words]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const origin = await filesOf((await folderOfOrigin(name)) ?? '');
    const was = origin.map(({ content }) => content).join('\n');
    const named = (key: string): string => new RegExp(`^ {2}${key}: (.*)$`, 'm').exec(was)?.[1] ?? '';
    const written = allOf(folder);
    expect(written).toContain('provider: Larch House');
    expect(written).not.toMatch(new RegExp(`\\b(${named('provider')}|${named('title')})\\b`));
    const clauses = (text: string): string[] => [...new Set(text.match(/\b[A-Z]{2}-\d{3}\b/g))].sort();
    expect(clauses(written)).toEqual(clauses(was));
    expect(filesBelow(folder)).toEqual(origin.map(({ file }) => file).sort());
  },
  240_000,
);

test('A folder of one’s own can be copied as well', async () => {
  const place = emptyPlace();
  await rubric(['new', join(place, 'one'), '--yes']);
  const { code } = await rubric([
    'new',
    join(place, 'two'),
    '--yes',
    '--from',
    join(place, 'one'),
    '--title',
    'Second',
  ]);
  expect(code).toBe(0);
  expect(readFileSync(join(place, 'two', 'programme.yaml'), 'utf8')).toContain('title: Second');
});
