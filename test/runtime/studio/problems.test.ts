import { expect, test } from 'vitest';
import type { Problem } from '../../../generator/problem/problem.js';
import { presentProblems } from '../../../runtime/studio/problems/presenter.js';

const texts = [
  { file: 'programme.yaml', content: 'rubric: 1\neligibility:\n  adult:\n    requires: age is at leest 18\n' },
];
const problem = (more: Partial<Problem> = {}): Problem => ({
  code: 'sentence/unknown-word',
  severity: 'error',
  message: 'This is no comparison.',
  advice: 'Did you mean at least?',
  at: { file: 'programme.yaml', line: 4, column: 22, endLine: 4, endColumn: 27 },
  ...more,
});

test('A mistake is shown with its file, its line, the two lines before it, and the words that are wrong apart', () => {
  const { errors, warnings, stale } = presentProblems([problem()], texts, true);
  expect(warnings).toEqual([]);
  expect(stale).toContain('as it was before');
  expect(errors[0]).toMatchObject({
    word: 'Mistake',
    where: 'programme.yaml, line 4',
    message: 'This is no comparison.',
    advice: 'Did you mean at least?',
  });
  // "    requires: age is " is 21 characters, so column 22 is where "at leest" begins; 27 - 22 = 5 of it are marked.
  expect(errors[0]?.lines).toEqual([
    { number: 2, before: 'eligibility:', here: '', after: '' },
    { number: 3, before: '  adult:', here: '', after: '' },
    { number: 4, before: '    requires: age is ', here: 'at le', after: 'est 18' },
  ]);
});

test('A problem over several lines is marked to the end of its first', () => {
  const at = { file: 'programme.yaml', line: 2, column: 1, endLine: 4, endColumn: 5 };
  const { errors } = presentProblems([problem({ at })], texts, false);
  expect(errors[0]?.lines.at(-1)).toEqual({ number: 2, before: '', here: 'eligibility:', after: '' });
});

test('A problem of a file that is not there, or past its end, is shown without lines', () => {
  const elsewhere = problem({ at: { file: 'gone.yaml', line: 1, column: 1, endLine: 1, endColumn: 2 } });
  const beyond = problem({ at: { file: 'programme.yaml', line: 99, column: 1, endLine: 99, endColumn: 2 } });
  const { errors } = presentProblems([elsewhere, beyond], texts, false);
  expect(errors[0]?.lines).toEqual([]);
  expect(errors[1]?.lines).toEqual([]);
  expect(errors[1]?.where).toBe('programme.yaml, line 99');
});

test('Warnings stand apart, and another place is named with what it has to do with it', () => {
  const related = [{ at: { ...problem().at, line: 1 }, message: 'It is declared here.' }];
  const { errors, warnings } = presentProblems([problem({ severity: 'warning', related })], texts, false);
  expect(errors).toEqual([]);
  expect(warnings[0]).toMatchObject({
    word: 'Worth a look',
    related: [{ where: 'programme.yaml, line 1', message: 'It is declared here.' }],
  });
});

test('A definition with a thousand mistakes shows fifty', () => {
  expect(
    presentProblems(
      Array.from({ length: 1_000 }, () => problem()),
      texts,
      false,
    ).errors,
  ).toHaveLength(50);
});
