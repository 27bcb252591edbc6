/**
 * Planted leaks. Each file beside this one is a small definition in which something kept apart would reach somebody who
 * may not see it, each by another route, and below `---` the same definition repaired. Its first line says what leaks; the
 * lines below that start with a code say how it is refused, and by which way it would have leaked.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compile } from '../../generator/index.js';

const head = readFileSync(join(import.meta.dirname, 'head.yaml'), 'utf8');
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.yaml') && file !== 'head.yaml')
  .map((file) => file.replace(/\.yaml$/, ''))
  .sort();

const errorsOf = (content: string): string[] =>
  compile([
    { file: 'head.yaml', content: head },
    { file: 'programme.yaml', content },
  ])
    .problems.filter(({ severity }) => severity === 'error')
    .map(({ code, message }) => `${code}: ${message}`);

interface Planted {
  title: string;
  leak: string;
  repaired: string;
  refusals: { code: string; says: string }[];
}
const planted = (name: string): Planted => {
  const text = readFileSync(join(import.meta.dirname, `${name}.yaml`), 'utf8');
  const [leak = '', repaired = ''] = text.split('---\n');
  const [title = '', ...comments] = leak.split('\n').filter((line) => line.startsWith('# '));
  const refusals = comments.flatMap((line) => {
    const [, code, says] = /^# ([a-z]+\/[a-z-]+): (.+)$/.exec(line) ?? [];
    return code === undefined || says === undefined ? [] : [{ code, says }];
  });
  return { title: title.slice(2), leak, repaired, refusals };
};

test.each(names)('the leak “%s” is refused with its way, and nothing else is wrong', (name) => {
  const { leak, refusals } = planted(name);
  const errors = errorsOf(leak);
  expect(refusals).not.toEqual([]);
  const unsaid = errors.filter(
    (error) => !refusals.some(({ code, says }) => error.startsWith(`${code}: `) && error.includes(says)),
  );
  const unheard = refusals.filter(
    ({ code, says }) => !errors.some((error) => error.startsWith(`${code}: `) && error.includes(says)),
  );
  expect({ unsaid, unheard }).toEqual({ unsaid: [], unheard: [] });
});

test.each(names)('without its leak “%s” compiles', (name) => {
  expect(errorsOf(planted(name).repaired)).toEqual([]);
});

test('there are many routes, and no two files plant the same leak', () => {
  const leaks = names.map((name) => planted(name).leak.replace(/^#.*\n/gm, ''));
  expect(names.length).toBeGreaterThanOrEqual(40);
  expect(new Set(leaks).size).toBe(leaks.length);
});

test('the repaired twin is another definition than the leak', () => {
  const body = (text: string): string => text.replace(/^#.*\n/gm, '').trim();
  const same = names.filter((name) => body(planted(name).leak) === body(planted(name).repaired));
  expect(same).toEqual([]);
});
