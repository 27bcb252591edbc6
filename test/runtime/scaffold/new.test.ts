import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { writeWhole } from '../../../runtime/scaffold/place.js';
import { rubric } from '../cli/run-main.js';
import { allOf, emptyPlace, filesBelow } from './new-folder.js';

const place = emptyPlace();

test('With --yes a definition is there at once, with a form, a rule over time, a duty, a message and a report', async () => {
  const folder = join(place, 'at-once');
  const { code, out, err } = await rubric(['new', folder, '--yes']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(filesBelow(folder)).toEqual([
    'README.md',
    'appeals.yaml',
    'clauses.yaml',
    'documents.yaml',
    'over-time.yaml',
    'programme.yaml',
    'referral.yaml',
    'scenarios/appeals.yaml',
    'scenarios/decision.yaml',
    'scenarios/documents.yaml',
    'scenarios/over-time.yaml',
    'scenarios/starts.yaml',
  ]);
  expect(out).toContain(`Evening Programme is in ${folder}: 12 files, and `);
  expect(out).toContain(`\n  npx rubric serve ${folder}\n`);
  const written = allOf(folder);
  for (const section of [
    'forms',
    'eligibility',
    'sessions',
    'attendance',
    'duties',
    'messages',
    'reports',
    'appeals',
  ]) {
    expect(written).toMatch(new RegExp(`^${section}:$`, 'm'));
  }
  expect(written).not.toMatch(/# (if|end) /);
});

test('The commands that it prints can be run as they are printed', async () => {
  const folder = join(place, "two words, and a ' sign");
  const { out } = await rubric(['new', folder, '--yes']);
  const printed = [...out.matchAll(/^ {2}npx rubric (.*)$/gm)].map((found) => found[1] ?? '');
  const quoted = `'${folder.replace("'", "'\\''")}'`;
  expect(printed).toEqual([
    `serve ${quoted}`,
    `test ${quoted}`,
    `build ${quoted} --out '${`${folder}-built`.replace("'", "'\\''")}'`,
  ]);
  const asShell = (words: string): string[] =>
    execFileSync('sh', ['-c', `printf '%s\\n' ${words}`], { encoding: 'utf8' })
      .trimEnd()
      .split('\n');
  for (const words of printed.slice(1)) expect((await rubric(asShell(words))).code).toBe(0);
  expect(filesBelow(`${folder}-built`)).toContain('reports/progress.hbs');
});

test('What is built of a definition within Rubric is written beside Rubric', async () => {
  const folder = '.build/new-for-a-test';
  const { out } = await rubric(['new', folder, '--yes']).finally(() =>
    rmSync(folder, { recursive: true, force: true }),
  );
  expect(out).toContain(`npx rubric build ${folder} --out ../new-for-a-test-built\n`);
});

test('Every section of it has a comment that says what it is', async () => {
  const folder = join(place, 'taught');
  await rubric(['new', folder, '--yes', '--partners', 'yes']);
  const untaught = filesBelow(folder)
    .filter((file) => file.endsWith('.yaml') && !file.startsWith('scenarios/'))
    .flatMap((file) => {
      const lines = readFileSync(join(folder, file), 'utf8').split('\n');
      // A file of one section is told about at its top.
      const told = lines.slice(0, 6).some((line, n) => n > 0 && line.startsWith('#'));
      const sections = lines.flatMap((line, n) => (/^[a-z-]+:$/.test(line) ? [n] : []));
      const alone = told && sections.length < 3;
      return alone ? [] : sections.filter((n) => !lines[n - 1]?.startsWith('#')).map((n) => `${file}: ${lines[n]}`);
    });
  expect(untaught).toEqual([]);
});

test('Its first line leads an editor from where it is to the language', async () => {
  const folder = join(place, 'deep', 'er', 'here');
  await rubric(['new', folder, '--yes']);
  const [, way = ''] =
    /^# yaml-language-server: \$schema=(.*)\n/.exec(readFileSync(join(folder, 'programme.yaml'), 'utf8')) ?? [];
  expect(resolve(folder, way)).toBe(resolve('generator/language/rubric.schema.json'));
});

test('Contact details are invented, and made of the provider’s name', async () => {
  const folder = join(place, 'contact');
  await rubric(['new', folder, '--provider', 'Dún Laoghaire Família', '--title', 'Óige', '--yes']);
  const written = allOf(folder);
  expect(written).toContain('email: referrals@dun-laoghaire-familia.example');
  expect(written).toContain('telephone: 01632 960400');
  expect(written).toContain('clause: DLF-001');
  expect(written).toContain('id: oige');
});

test('Names with every sign that means something in YAML are kept to the letter', async () => {
  const folder = join(place, 'signs');
  const title = `"Yes": {no} [maybe] #1, it's a & b * c! | > % @ \`d\``;
  expect((await rubric(['new', folder, '--provider', '- null: ~', '--title', title, '--yes'])).code).toBe(0);
  const { out } = await rubric(['test', folder]);
  expect(out.split('\n')[0]).toBe(title);
});

test('Without a terminal and without names it says which flags there are, and writes nothing', async () => {
  const folder = join(place, 'nobody');
  const { code, err } = await rubric(['new', folder]);
  expect(code).toBe(2);
  expect(err).toMatch(
    /^Nobody is at a terminal to be asked\. Give --provider and --title, or --yes for the usual answers\./,
  );
  for (const flag of [
    '--for',
    '--minimum-age',
    '--sessions',
    '--every',
    '--missed',
    '--partners',
    '--appeals',
    '--nation',
  ]) {
    expect(err).toContain(flag);
  }
  expect(existsSync(folder)).toBe(false);
});

test('With both names nothing more has to be said', async () => {
  const folder = join(place, 'named');
  expect((await rubric(['new', folder, '--provider', 'Larch House', '--title', 'Steady Hands'])).code).toBe(0);
});

test.each([
  [['--sessions', 'many'], '--sessions “many” cannot be taken. It is a whole number in figures, from 4 to 200.'],
  [['--missed', '12'], '--missed “12” cannot be taken. It is fewer than the 12 sessions that there are.'],
  [
    ['--sessions', '8', '--missed', '9'],
    '--missed “9” cannot be taken. It is fewer than the 8 sessions that there are.',
  ],
  [['--title', '  '], '--title “  ” cannot be taken. A name has at least one letter.'],
  [['--provider', 'Larch\u0007House'], 'It is one line of ordinary letters.'],
  [['--for', 'yes'], '--for “yes” cannot be taken. “yes” is no word for a person.'],
  [['--partners', 'some'], '--partners “some” cannot be taken. It is yes or no.'],
  [['--from', 'nowhere'], 'There is no definition “nowhere”. Name a folder with one, or '],
  [
    ['--from', 'riverside-parenting', '--sessions', '8'],
    'With --from everything but the names is copied, so --sessions has no place.',
  ],
])('%j is refused with the reason, and nothing is written', async (words, reason) => {
  const within = emptyPlace();
  const { code, out, err } = await rubric(['new', join(within, 'a'), '--yes', ...words]);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(reason);
  expect(readdirSync(within)).toEqual([]);
});

test('Nothing is written over: not into a folder that holds something, and not in place of a file', async () => {
  const within = emptyPlace();
  mkdirSync(join(within, 'full'));
  writeFileSync(join(within, 'full', '.keep'), 'mine');
  writeFileSync(join(within, 'file'), 'mine');
  const full = await rubric(['new', join(within, 'full'), '--yes']);
  expect(full).toMatchObject({
    code: 2,
    err: expect.stringMatching(/^There is something in “.*full” already\. Nothing is written over/),
  });
  const file = await rubric(['new', join(within, 'file'), '--yes']);
  expect(file).toMatchObject({ code: 2, err: expect.stringMatching(/“.*file” is a file\./) });
  expect(filesBelow(within)).toEqual(['file', 'full/.keep']);
});

test('A folder that is there and empty is taken, also by a link', async () => {
  const within = emptyPlace();
  mkdirSync(join(within, 'empty'));
  symlinkSync(join(within, 'empty'), join(within, 'link'));
  expect((await rubric(['new', join(within, 'link'), '--yes'])).code).toBe(0);
  expect(readdirSync(within).sort()).toEqual(['empty', 'link']);
  expect(filesBelow(join(within, 'empty'))).toContain('scenarios/starts.yaml');
});

test('It does not become a part of another definition, nor of its scenarios', async () => {
  const within = await rubric(['new', 'examples/riverside-parenting/mine', '--yes']);
  expect(within).toMatchObject({
    code: 2,
    err: expect.stringContaining('would be a part of the definition in “examples/riverside-parenting”'),
  });
  const scenarios = await rubric(['new', join(place, 'scenarios'), '--yes']);
  expect(scenarios).toMatchObject({ code: 2, err: expect.stringContaining('holds the scenarios of a definition') });
});

test('A fault while it is being written leaves nothing, also of the folders made on the way', async () => {
  const within = emptyPlace();
  const files = [
    { file: 'one.yaml', content: 'rubric: 1\n' },
    { file: 'one.yaml/two.yaml', content: 'rubric: 1\n' },
  ];
  await expect(writeWhole(join(within, 'a', 'b'), files)).rejects.toThrow();
  expect(readdirSync(within)).toEqual([]);
  mkdirSync(join(within, 'empty'));
  await expect(writeWhole(join(within, 'empty'), files)).rejects.toThrow();
  expect(readdirSync(join(within, 'empty'))).toEqual([]);
});

test('Others may read what was written, as with any new folder', async () => {
  const folder = join(place, 'read');
  await rubric(['new', folder, '--yes']);
  mkdirSync(join(place, 'any'));
  expect(statSync(folder).mode).toBe(statSync(join(place, 'any')).mode);
});
