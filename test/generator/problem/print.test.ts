import { expect, test } from 'vitest';
import type { At } from '../../../engine/contract/index.js';
import { describeProblems, problemsToJson } from '../../../generator/problem/print.js';
import type { Problem } from '../../../generator/problem/problem.js';

const at = (line: number, column: number, endColumn: number, file = 'a.yaml', endLine = line): At => ({
  file,
  line,
  column,
  endLine,
  endColumn,
});

const problem = (over: Partial<Problem>): Problem => ({
  code: 'attendance/never-reached',
  severity: 'warning',
  message: '40 missed sessions can never happen: the programme has 27.',
  advice: 'Lower the number, or remove the rule.',
  at: at(2, 11, 41),
  ...over,
});

const esc = '\u001b';

const content = '  thirty-missed:\n    when: sessions-missed is at least 40\n';

test('a problem is told with its place, the line before, the line, carets, what is wrong and what to write', () => {
  expect(describeProblems([problem({})], [{ file: 'a.yaml', content }])).toBe(
    `a.yaml:2:11  warning  attendance/never-reached
    1 |   thirty-missed:
    2 |     when: sessions-missed is at least 40
      |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
40 missed sessions can never happen: the programme has 27.
Lower the number, or remove the rule.

1 warning.
`,
  );
});

test('problems come in the order of the file, those of one place as they were found', () => {
  const problems = [
    problem({ code: 'c/late', at: at(2, 11, 12) }),
    problem({ code: 'a/first', severity: 'error', at: at(1, 3, 4) }),
    problem({ code: 'c/later', severity: 'error', at: at(2, 11, 12) }),
    problem({ code: 'b/second', at: at(1, 5, 6) }),
  ];
  const told = describeProblems(problems, [{ file: 'a.yaml', content }]);
  expect([...told.matchAll(/ {2}([abc]\/\w+)$/gm)].map(([, code]) => code)).toEqual([
    'a/first',
    'b/second',
    'c/late',
    'c/later',
  ]);
  expect(told.endsWith('\n\n2 errors, 2 warnings.\n')).toBe(true);
  expect(JSON.parse(problemsToJson(problems)).problems.map(({ code }: Problem) => code)).toEqual([
    'a/first',
    'b/second',
    'c/late',
    'c/later',
  ]);
});

test('a related place is told with its own line, from its own file', () => {
  const related = [{ at: at(1, 1, 4, 'b.yaml'), message: 'It is here as well.' }];
  const told = describeProblems(
    [problem({ related })],
    [
      { file: 'a.yaml', content },
      { file: 'b.yaml', content: 'one: 1\n' },
    ],
  );
  expect(told).toContain('  b.yaml:1:1  It is here as well.\n      1 | one: 1\n        | ^^^\n');
});

test('a long line is trimmed round the place, and the carets stay under it', () => {
  const line = `${'a'.repeat(300)}WRONG${'b'.repeat(300)}`;
  const told = describeProblems([problem({ at: at(1, 301, 306) })], [{ file: 'a.yaml', content: line }]);
  const [, own = '', carets = ''] = told.split('\n');
  expect(own.length).toBeLessThan(115);
  expect(own.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('WRONG');
  expect(own.at(-1)).toBe('…');
});

test('a place over several lines is underlined to the end of its first', () => {
  const told = describeProblems([problem({ at: at(1, 3, 5, 'a.yaml', 2) })], [{ file: 'a.yaml', content }]);
  expect(told).toContain(`    1 |   thirty-missed:\n      |   ${'^'.repeat(14)}\n`);
});

test('a tab and a character that a terminal would obey do not move the carets', () => {
  const told = describeProblems([problem({ at: at(1, 4, 5) })], [{ file: 'a.yaml', content: '\t\u001bXY\u202e\n' }]);
  expect(told).toContain('    1 |  ·XY·\n      |    ^\n');
  expect(told).not.toContain('\u001b');
});

test('a file that is not at hand, or has no such line, is told without a frame', () => {
  const told = describeProblems(
    [problem({ at: at(9, 1, 2) }), problem({ at: at(1, 1, 2, 'c.yaml') })],
    [{ file: 'a.yaml', content }],
  );
  expect(told).not.toContain('^');
  expect(told).toContain('c.yaml:1:1  warning');
});

test('colours are put only if asked for', () => {
  const texts = [{ file: 'a.yaml', content }];
  const plain = describeProblems([problem({})], texts, { colour: false });
  const coloured = describeProblems([problem({})], texts, { colour: true });
  expect(plain).not.toContain('\u001b');
  expect(coloured).toContain('\u001b[1;33mwarning\u001b[0m');
  expect(coloured.replace(new RegExp(`${esc}\\[[0-9;]*m`, 'g'), '')).toBe(plain);
});

test('nothing wrong is told as well', () => {
  expect(describeProblems([], [])).toBe('No problems.\n');
});
