import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, expect, test } from 'vitest';
import { describeScenarios } from '../../../runtime/scenario/describe-scenarios.js';
import { smallDefinition } from '../cli/small-definition.js';

const folder = smallDefinition();
afterAll(() => folder.remove());

describeScenarios(join(folder.path, 'course'));

test('a scenario that fails in vitest prints the same difference as rubric test, and one that expects nothing is skipped', () => {
  const place = smallDefinition();
  place.write(
    'course/scenarios/wrong.yaml',
    'scenarios: [{ title: He is barred., start: a-man, expect: { decision: excluded, because: EX-004 } }]',
  );
  place.write('course/scenarios/saved.yaml', 'scenarios: [{ title: He comes back., start: a-man, expect: {} }]');
  const file = place.write(
    'wrong.test.ts',
    `import { describeScenarios } from '${process.cwd()}/runtime/scenario/describe-scenarios.ts';
     describeScenarios('${place.path}/course');`,
  );
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--dir', place.path, '--no-color', file],
    { encoding: 'utf8' },
  );
  place.remove();
  expect(status).toBe(1);
  const said = stdout + stderr;
  expect(said).toContain('✗ He is barred.');
  expect(said).toContain('- expected: excluded');
  expect(said).toContain('+ found:    eligible');
  expect(said).toContain('because: EX-004');
  expect(said).toMatch(/1 failed \| 5 passed \| 1 skipped/);
});
