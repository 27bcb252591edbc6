/** On the definitions that there are: nothing is different from itself, and no change of a rule goes untold. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Bundle } from '../../../engine/contract/index.js';
import { compile, differences } from '../../../generator/index.js';
import { findDefinitions } from '../../../runtime/definition/find-definitions.js';
import type { Mutant } from '../../../runtime/scenario/mutant.js';
import { mutateCourse } from '../../../runtime/scenario/mutate-course.js';
import { mutateRules } from '../../../runtime/scenario/mutate-rules.js';

const folders = [
  ...(await findDefinitions('definitions')),
  'examples/tollbeck-clear-road',
  'examples/riverside-parenting',
];

const textsIn = (path: string) =>
  readdirSync(path)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ file: name, content: readFileSync(join(path, name), 'utf8') }));

const bundleOf = (texts: ReturnType<typeof textsIn>): Bundle => {
  const { bundle, problems } = compile(texts);
  if (!bundle) throw new Error(problems.map(({ message }) => message).join('\n'));
  return bundle;
};

test.each(folders)('%s is not different from itself, nor where its files are read in another order', (folder) => {
  const texts = textsIn(folder);
  const bundle = bundleOf(texts);
  expect(differences(bundle, structuredClone(bundle))).toEqual([]);
  expect(differences(bundle, bundleOf([...texts].reverse()))).toEqual([]);
});

test.each(folders)('comments and empty lines added to %s are no difference', (folder) => {
  const texts = textsIn(folder);
  const commented = texts.map(({ file, content }) => ({
    file,
    content: `# Another first line.\n\n${content}\n# The end.\n`,
  }));
  expect(differences(bundleOf(texts), bundleOf(commented))).toEqual([]);
});

/** Whether what is told names the thing that was changed: a role that is consulted is told of with the decision. */
const namesIt = (bundle: Bundle, { criterion, bundle: changed }: Mutant): boolean => {
  const keys = differences(bundle, changed).map(({ key }) => key);
  const consulted = bundle.decision?.consulting.some(({ role }) => role === criterion) ?? false;
  const within = (key: string): boolean =>
    key === criterion ||
    key.endsWith(`/${criterion}`) ||
    key.startsWith(`steps/${criterion}/`) ||
    (consulted && key === 'decision') ||
    (criterion === 'sessions' && /^(course|phases|credits)\//.test(key));
  return keys.length > 0 && keys.every(within);
};

test.each(folders)(
  'each change of one thing of one rule of %s is told of, by the name of that rule alone',
  (folder) => {
    const bundle = bundleOf(textsIn(folder));
    const changed = [...mutateRules(bundle), ...mutateCourse(bundle)];
    expect(changed.length).toBeGreaterThan(20);
    const untold = changed.filter((mutant) => !namesIt(bundle, mutant));
    expect(untold.map(({ criterion, change }) => `${criterion}: ${change}`)).toEqual([]);
  },
);

test.each(folders)('a thing taken out of %s is told of as removed, and put in again as added', (folder) => {
  const bundle = bundleOf(textsIn(folder));
  const { course } = bundle;
  if (!course) return;
  for (const duty of course.duties) {
    const without = { ...bundle, course: { ...course, duties: course.duties.filter((one) => one !== duty) } };
    const found = (old: Bundle, next: Bundle): string[] =>
      differences(old, next).map(({ what, key }) => `${what} ${key}`);
    expect(found(bundle, without)).toEqual([`removed duties/${duty.id}`]);
    expect(found(without, bundle)).toEqual([`added duties/${duty.id}`]);
  }
});

test('a role, a phase, a duty, a report and an appointment that go by other names are told of so, and nothing else is', () => {
  const texts = textsIn('examples/tollbeck-clear-road');
  const names: [from: RegExp, to: string][] = [
    [/home-worker/g, 'visitor'],
    [/(?<= )foundation(?=:)/g, 'basics'],
    [/hand-in-plan/g, 'plan-duty'],
    [/status-report/g, 'monthly-paper'],
    [/(?<= )compliance-meeting/g, 'serious-talk'],
  ];
  const renamed = texts.map(({ file, content }) => ({
    file,
    content: file === 'clauses.yaml' ? content : names.reduce((text, [from, to]) => text.replace(from, to), content),
  }));
  const told = differences(bundleOf(texts), bundleOf(renamed)).map(({ what, key, was }) => `${what} ${was} ${key}`);
  expect(told.sort()).toEqual([
    'renamed compliance-meeting appointments/serious-talk',
    'renamed foundation phases/basics',
    'renamed hand-in-plan duties/plan-duty',
    'renamed home-worker roles/visitor',
    'renamed status-report documents/monthly-paper',
  ]);
});
