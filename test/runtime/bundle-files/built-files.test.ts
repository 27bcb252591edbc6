/** What is built, read back: a template that somebody changed is held against what its recipient may see. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import type { RuleCondition } from '../../../engine/contract/index.js';
import { compile } from '../../../generator/index.js';
import { builtFiles, writeFiles } from '../../../runtime/bundle-files/built-files.js';
import { definitionTexts } from '../../../runtime/bundle-files/definition-texts.js';
import { readBuilt } from '../../../runtime/bundle-files/read-built.js';
import { findDefinitions } from '../../../runtime/definition/find-definitions.js';
import { bundleWithDocuments } from '../../generator/emit/documents/written-by-hand.js';

const folder = mkdtempSync(join(tmpdir(), 'rubric-built-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
await writeFiles(folder, await builtFiles(bundleWithDocuments));
const template = join(folder, 'reports', 'mid-way.hbs');
const asBuilt = readFileSync(template, 'utf8');

/** What is said of the template with this in the place of what was built. */
const reading = async (changed: string): Promise<string> => {
  writeFileSync(template, changed);
  try {
    return (await readBuilt(folder)) === undefined ? 'nothing' : 'read';
  } catch (error) {
    return error instanceof Error ? error.message.replace(template, 'mid-way.hbs') : 'not an error';
  } finally {
    writeFileSync(template, asBuilt);
  }
};

test('what was built is read, with templates whose words and order were changed', async () => {
  expect(await reading(asBuilt)).toBe('read');
  expect(await reading(asBuilt.replace('Written as of', 'Dated').replace('<h1', '<p>In confidence</p><h1'))).toBe(
    'read',
  );
});

test('a template that names what its document does not have is refused, with its line', async () => {
  expect(await reading(`{{person.name}}\n{{headings.engagement.facts.her-wish.value}}\n${asBuilt}`)).toBe(
    '“mid-way.hbs”, line 2: “Mid-way report” has nothing at “headings.engagement.facts.her-wish.value”.',
  );
  expect(await reading('{{#if')).toMatch(/no Handlebars template/);
});

const operatorsOf = (condition: RuleCondition): string[] => {
  if ('all' in condition) return condition.all.flatMap(operatorsOf);
  if ('any' in condition) return condition.any.flatMap(operatorsOf);
  return 'operator' in condition ? [condition.operator] : [];
};
const folders = [...(await findDefinitions('definitions')), ...(await findDefinitions('examples'))];
test.each(folders)('operators.mjs of %s has every operator that rules.json names, over time too', async (path) => {
  const { bundle } = compile(await definitionTexts(path));
  if (bundle === undefined) throw new Error('it cannot be built');
  const files = await builtFiles(bundle);
  const { conditions, rules, overTime = [] } = bundle.rules;
  const every = [...rules, ...overTime.flatMap((group) => group.rules)].map((rule) => rule.conditions);
  const named = [...Object.values(conditions), ...every].flatMap(operatorsOf);
  const module = join(folder, 'operators.mjs');
  writeFileSync(module, files['operators.mjs'] ?? '');
  const { operators } = (await import(`${pathToFileURL(module).href}?${path}`)) as { operators: { name: string }[] };
  expect(operators.map(({ name }) => name).sort()).toEqual([...new Set(named)].sort());
});
