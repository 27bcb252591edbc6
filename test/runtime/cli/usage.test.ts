import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { rubric } from './run-main.js';
import { smallDefinition } from './small-definition.js';

const folder = smallDefinition();
const course = join(folder.path, 'course');
const file = folder.write('case.yaml', '{ start: a-man }');
afterAll(() => folder.remove());

const commands = ['check', 'build', 'test', 'decide', 'format', 'serve', 'schema', 'reference'];

test('rubric --help names every command', async () => {
  const { code, out, err } = await rubric(['--help']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  for (const command of commands) expect(out).toMatch(new RegExp(`^  ${command} `, 'm'));
});

for (const command of commands) {
  test(`rubric ${command} --help says how it is used`, async () => {
    const { code, out, err } = await rubric([command, '--help']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(`Usage: rubric ${command}`);
  });
}

/** Words that are no proper question, and what is said to them. */
const misused: Record<string, [words: string[], said: string]> = {
  'no command at all': [[], 'Usage: rubric'],
  'an unknown command': [['chekc'], 'Did you mean check?'],
  'an unknown option': [['check', '--verbsoe'], "Unknown option '--verbsoe'."],
  'an argument too many': [['serve', course, course], 'Too many arguments'],
  'a definition that is missing': [['build', '--out', 'anywhere'], "Missing required argument 'definition'."],
  'an option that is missing': [['build', course], "Required option '--out <folder>' not specified."],
  'a folder that is not there': [['check', 'no-such-folder'], 'There is no file or folder “no-such-folder”.'],
  'a folder that is not there, to be tested': [['test', 'no-such-folder'], 'There is no file or folder'],
  'a folder that is not there, to be put into form': [['format', 'no-such-folder'], 'There is no file or folder'],
  'a folder that is not there, to be served': [['serve', 'no-such-folder'], 'There is no folder “no-such-folder”.'],
  'a folder without a definition': [['check', join(course, '..', '..', 'nothing-here')], 'There is no'],
  'a case that is not there': [
    ['decide', course, 'no-case.yaml', '--as-of', '2026-03-02'],
    'There is no file or folder',
  ],
  'no time': [['decide', course, file], "Required option '--as-of <time>' not specified."],
  'a day that there is not': [['decide', course, file, '--as-of', '2026-02-30'], '“2026-02-30” is no time.'],
  'a time that there is not': [['decide', course, file, '--as-of', '2026-02-28T25:00:00Z'], 'is no time.'],
  'a time in words': [['decide', course, file, '--as-of', 'yesterday'], '“yesterday” is no time.'],
  'an unknown format': [
    ['decide', course, file, '--as-of', '2026-03-02', '--format', 'xml'],
    'Allowed choices are text, json.',
  ],
  'a port that is none': [['serve', course, '--port', 'many'], 'A port is a number from 0 to 65535.'],
};

for (const [what, [words, said]] of Object.entries(misused)) {
  test(`exit 2 for ${what}, with a sentence and no trace`, async () => {
    const { code, out, err } = await rubric(words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(said);
    expect(err).not.toMatch(/\n {4}at |Error:|error:|ENOENT/);
  });
}

test('colours are for terminals', async () => {
  const plain = await rubric(['test', course]);
  const coloured = await rubric(['test', course], { colour: { out: true, err: true } });
  expect(plain.out).not.toContain('\u001b[');
  expect(coloured.out).toContain('\u001b[32m4 scenarios, 0 failures.\u001b[0m');
});
