import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { compile } from '../../../generator/index.js';
import { findDefinitions } from '../../../runtime/definition/find-definitions.js';
import { openLibrary } from '../../../runtime/definition/library.js';
import { type Definition, type Loaded, loadDefinition } from '../../../runtime/definition/load-definition.js';
import { readTexts } from '../../../runtime/definition/read-texts.js';
import { buildApp } from '../../../runtime/server/build-app.js';
import { wordsOf } from './app-for-tests.js';

const made: string[] = [];
const folder = async (files: Record<string, string>): Promise<string> => {
  const path = await mkdtemp(join(tmpdir(), 'rubric-'));
  made.push(path);
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(path, name, '..'), { recursive: true });
    await writeFile(join(path, name), content);
  }
  return path;
};
const open: Definition[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((definition) => definition.close()));
  await Promise.all(made.splice(0).map((path) => rm(path, { recursive: true, force: true })));
});

const good = `rubric: 1
programme: { id: small, title: Small, provider: Nobody, ours: It is an example. }
people: { outside: { participant: person }, inside: { staff: staff } }
forms:
  one:
    title: One
    from: participant
    ours: It is an example.
    asks:
      age: { ask: Age, type: number }
eligibility:
  old-enough: { requires: age is at least 18, otherwise: Too young., ours: It is an example. }
decision: { by: staff, ours: It is an example. }
`;

const nextLoad = (definition: Definition): Promise<Loaded> =>
  new Promise((resolve) => {
    const stop = definition.subscribe((loaded) => {
      stop();
      resolve(loaded);
    });
  });

test('A folder is a definition itself, or holds some at any depth; what is hidden or installed is passed over', async () => {
  const path = await folder({
    'a/programme.yaml': good,
    'b/c/anything.yaml': good,
    'd/notes.yaml': 'just: notes',
    '.hidden/programme.yaml': good,
    'node_modules/x/programme.yaml': good,
  });
  expect(await findDefinitions(path)).toEqual([join(path, 'a'), join(path, 'b', 'c')]);
  expect(await findDefinitions(join(path, 'a'))).toEqual([join(path, 'a')]);
  expect(await findDefinitions(join(path, 'nowhere'))).toEqual([]);
});

test('All YAML files of a definition are read by name, its scenarios left out', async () => {
  const path = await folder({
    'programme.yaml': good,
    'more/people.yaml': 'rubric: 1',
    'scenarios/one.yaml': 'scenarios: []',
    'notes.md': '# Notes',
  });
  expect((await readTexts(path)).map((text) => text.file)).toEqual(['more/people.yaml', 'programme.yaml']);
});

test('Two folders of one name have two addresses, and no programme takes one of the server’s own', async () => {
  const path = await folder({
    'a/small/programme.yaml': good,
    'b/small/programme.yaml': good,
    'live/programme.yaml': good,
  });
  const library = await openLibrary(path, compile, { watching: false });
  expect((await library.all()).map(({ slug }) => slug)).toEqual(['small', 'small-2', 'live-2']);
  await library.close();
});

test('A definition made while the server runs is there the next time somebody looks', async () => {
  const path = await folder({ 'a/programme.yaml': good });
  const library = await openLibrary(path, compile, { watching: false });
  await mkdir(join(path, 'b'));
  await writeFile(join(path, 'b', 'programme.yaml'), good);
  expect((await library.all()).map(({ slug }) => slug)).toEqual(['a', 'b']);
  await library.close();
});

test('Saving a file is noticed; a mistake keeps the last good version, and mending it brings the new one', async () => {
  const path = await folder({ 'programme.yaml': good });
  const definition = await loadDefinition(path, compile);
  open.push(definition);
  expect(definition.loaded()).toMatchObject({ stale: false, edition: 1 });

  const broken = nextLoad(definition);
  await writeFile(join(path, 'programme.yaml'), good.replace('at least 18', 'at leest 18'));
  const kept = await broken;
  expect(kept.stale).toBe(true);
  expect(kept.bundle?.criteria[0]?.reads).toContain('18');
  // The sentence stands in the twelfth line.
  expect(kept.problems.find((problem) => problem.severity === 'error')?.at).toMatchObject({
    file: 'programme.yaml',
    line: 12,
  });

  const mended = nextLoad(definition);
  await writeFile(join(path, 'programme.yaml'), good.replace('at least 18', 'at least 21'));
  const now = await mended;
  expect(now.stale).toBe(false);
  expect(now.bundle?.criteria[0]?.reads).toContain('21');
});

test('A compiler that fails is a problem to be read, and the last good version stays', async () => {
  const path = await folder({ 'programme.yaml': good });
  let fails = false;
  const definition = await loadDefinition(path, (texts) => {
    if (fails) throw new Error('out of order');
    return compile(texts);
  });
  open.push(definition);
  fails = true;
  const next = nextLoad(definition);
  await writeFile(join(path, 'programme.yaml'), `${good}\n`);
  const loaded = await next;
  expect(loaded.stale).toBe(true);
  expect(loaded.problems[0]?.message).toContain('That is a fault of Rubric');
});

test('A definition that never was without a mistake has problems and no bundle', async () => {
  const path = await folder({ 'programme.yaml': 'rubric: 1\nprogramme: {}\n' });
  const definition = await loadDefinition(path, compile, { watching: false });
  expect(definition.loaded().bundle).toBeUndefined();
  expect(definition.loaded().problems.length).toBeGreaterThan(0);
});

test('A definition that never was without a mistake has a page that lists them, and no form yet', async () => {
  const path = await folder({ 'draft/programme.yaml': 'rubric: 1\nprogramme: { titel: Mine }\n' });
  const library = await openLibrary(path, compile, { watching: false });
  const app = await buildApp({ library });
  const page = await app.inject('/draft');
  expect(page.statusCode).toBe(200);
  expect(wordsOf(page.body)).toContain('programme.yaml, line 2');
  expect(wordsOf(page.body)).toContain('as soon as the mistakes above are mended');
  const form = await app.inject('/draft/forms/any');
  expect(form.statusCode).toBe(404);
  expect(wordsOf(form.body)).toContain('Its own page lists what to mend.');
  expect(wordsOf((await app.inject('/')).body)).toContain('The definition in the folder “draft”');
  await app.close();
  await library.close();
});

test('A folder without a definition says how to make one appear', async () => {
  const library = await openLibrary(await folder({ 'notes.md': '# Notes' }), compile, { watching: false });
  const app = await buildApp({ library });
  expect(wordsOf((await app.inject('/')).body)).toContain('Make a folder with a file called programme.yaml in it');
  await app.close();
});
