/** What the engine fills templates with, in the providers' scenarios, beside what templates are held to. */
import Handlebars from 'handlebars';
import { describe, expect, test } from 'vitest';
import type { Bundle, DocumentData } from '../../../../engine/contract/index.js';
import { documentData } from '../../../../engine/index.js';
import { type Shape, shapeOf } from '../../../../generator/emit/documents/shape.js';
import { compile, templateOf } from '../../../../generator/index.js';
import { readScenarios } from '../../../../generator/scenario/read-scenarios.js';
import type { Scenario } from '../../../../generator/scenario/scenario.js';
import { definitionTexts, scenarioTexts } from '../../../../runtime/bundle-files/definition-texts.js';
import { findDefinitions } from '../../../../runtime/definition/find-definitions.js';
import { markupFaults } from '../../../browser/inspect.js';

/** Where a value is not of a shape: a key too many or too few, words where there is a list. */
const differences = (value: unknown, shape: Shape, at = ''): string[] => {
  if (shape === 'words') return typeof value === 'string' ? [] : [`${at} is no words`];
  if (shape === 'flag') return typeof value === 'boolean' ? [] : [`${at} is neither yes nor no`];
  if ('list' in shape) {
    return Array.isArray(value)
      ? value.flatMap((each) => differences(each, shape.list, `${at}.*`))
      : [`${at} is no list`];
  }
  if (typeof value !== 'object' || value === null) return [`${at} has no parts`];
  const there = new Map(Object.entries(value));
  return [
    ...[...there.keys()]
      .filter((key) => !Object.hasOwn(shape.record, key))
      .map((key) => `${at}.${key} is not in the shape`),
    ...Object.entries(shape.record).flatMap(([key, part]) =>
      there.has(key) ? differences(there.get(key), part, `${at}.${key}`) : [`${at}.${key} is not in the data`],
    ),
  ];
};

/** Every document that a scenario can have on its last day, one for each partner where it is for each. */
const documentsOf = (bundle: Bundle, { events, expectations }: Scenario): { id: string; data: DocumentData }[] => {
  const asOf = expectations.at(-1)?.asOf;
  if (asOf === undefined) return [];
  return (bundle.documents ?? []).flatMap(({ id, forEach }) => {
    const entries = forEach === undefined ? [undefined] : keysOf(events, forEach);
    return entries.map((entry) => ({
      id,
      data: documentData(bundle, events, { document: id, asOf, ...(entry === undefined ? {} : { entry }) }),
    }));
  });
};

const keysOf = (events: Scenario['events'], entries: string): string[] => [
  ...new Set(
    events.flatMap(({ values }) => {
      const listed = values[entries];
      return Array.isArray(listed)
        ? listed.flatMap((each) => (typeof each === 'object' ? [String(each.key)] : []))
        : [];
    }),
  ),
];

const folders = [...(await findDefinitions('definitions')), ...(await findDefinitions('examples'))];
describe.each(folders)('the documents in scenarios of %s', async (folder) => {
  const texts = await definitionTexts(folder);
  const { bundle } = compile(texts);
  if (bundle === undefined) throw new Error('it cannot be built');
  const { scenarios: all } = readScenarios(await scenarioTexts(folder), bundle);
  // Those that are about documents, and some of the others.
  const scenarios = all.filter(
    ({ expectations }, at) => at % 12 === 0 || expectations.some(({ overTime }) => overTime?.documents.length),
  );
  const templates = new Map(
    (bundle.documents ?? []).map((document) => [
      document.id,
      {
        shape: shapeOf(document),
        render: Handlebars.compile<DocumentData>(templateOf(bundle, document), { strict: true }),
      },
    ]),
  );

  test('have every path that their template may read, and no other, and are rendered from it as valid markup', async () => {
    const seen = new Set<string>();
    for (const scenario of scenarios) {
      for (const { id, data } of documentsOf(bundle, scenario)) {
        const template = templates.get(id);
        if (template === undefined) throw new Error(`there is no template of ${id}`);
        expect([id, scenario.title, differences(data, template.shape)]).toEqual([id, scenario.title, []]);
        const html = template.render(data);
        expect(html).not.toMatch(/\{\{|undefined|\[object/);
        const isNew = !seen.has(html);
        seen.add(html);
        if (isNew && seen.size % 10 === 1)
          expect([id, scenario.title, await markupFaults(html)]).toEqual([id, scenario.title, []]);
      }
    }
    expect(seen.size > 0).toBe(bundle.documents !== undefined);
  }, 300_000);
});
