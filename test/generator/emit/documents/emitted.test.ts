/** The files of documents, as `rubric build` writes them, taken by the tools they are for. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import Handlebars from 'handlebars';
import { describe, expect, test } from 'vitest';
import type { Bundle } from '../../../../engine/contract/index.js';
import { bundleSchema } from '../../../../generator/emit/bundle-schema.js';
import { templateFaults } from '../../../../generator/emit/documents/template-faults.js';
import { compile, emit, templateOf } from '../../../../generator/index.js';
import { definitionTexts } from '../../../../runtime/bundle-files/definition-texts.js';
import { findDefinitions } from '../../../../runtime/definition/find-definitions.js';
import { markupFaults } from '../../../browser/inspect.js';
import { origin } from '../bundle-for-emit.js';
import { bundleWithDocuments as bundle, midWay } from './written-by-hand.js';

const files = emit(bundle);
const parsed = (path: string) => JSON.parse(files[path] ?? 'null');

test('each document has its template and its sample, and what its author writes where it asks something', () => {
  expect(
    Object.keys(files)
      .filter((path) => /^(reports|messages)\//.test(path))
      .sort(),
  ).toEqual([
    'messages/refusal.asks.schema.json',
    'messages/refusal.asks.ui.json',
    'messages/refusal.hbs',
    'messages/refusal.sample.json',
    'messages/update.hbs',
    'messages/update.sample.json',
    'reports/mid-way.asks.schema.json',
    'reports/mid-way.asks.ui.json',
    'reports/mid-way.hbs',
    'reports/mid-way.sample.json',
  ]);
});

test('the schema of what is written has a text for each heading that asks, and one for each cell of a table', () => {
  const { properties } = parsed('reports/mid-way.asks.schema.json');
  expect(Object.keys(properties)).toEqual([
    'engagement',
    'risk-review',
    'strengths-capacity-concerns',
    'strengths-capacity-positives',
    'strengths-motivation-concerns',
    'strengths-motivation-positives',
    'strengths-context-concerns',
    'strengths-context-positives',
    'summary',
  ]);
  expect(parsed('reports/mid-way.asks.ui.json')['ui:order']).toEqual(Object.keys(properties));
  expect(properties['strengths-context-positives']).toMatchObject({
    title: 'Context: Positives',
    description: 'What concerns you, and what is positive?',
  });
});

test('strict ajv takes that schema, asks for every text that is required, and takes no blank one', () => {
  const check = new Ajv({ allErrors: true, strict: true }).compile(parsed('messages/refusal.asks.schema.json'));
  expect(check({ message: 'No place in this group.' })).toBe(true);
  expect(check({})).toBe(false);
  expect(check({ message: '  \n' })).toBe(false);
});

test('the schema of bundles takes documents and what is kept apart, and refuses what the contract does not name', () => {
  const check = new Ajv({ allErrors: true }).compile(bundleSchema);
  check(bundle);
  expect(check.errors ?? []).toEqual([]);
  const [first, ...others] = midWay.headings;
  const wrong: Record<string, Partial<Bundle> | object> = {
    'a thing shown of no kind': { documents: [{ ...midWay, headings: [{ ...first, shows: [{ kind: 'all' }] }] }] },
    'a heading without its id': { documents: [{ ...midWay, headings: [{ ...first, id: undefined }, ...others] }] },
    'a document for nobody said': { documents: [{ ...midWay, to: undefined }] },
    'a label without its way': { information: { kept: [], labels: { a: [{ kept: 'hers' }] } } },
  };
  for (const [what, part] of Object.entries(wrong))
    expect([what, check({ ...bundle, ...part })]).toEqual([what, false]);
});

test('a bundle whose document shows what its recipient may not see is not emitted', () => {
  const [first, ...others] = midWay.headings;
  const leaking = { ...midWay, headings: [{ ...first, says: [[{ fact: 'her-wish' }]] }, ...others] };
  expect(() => emit({ ...bundle, documents: [leaking as typeof midWay] })).toThrow(
    'Mid-way report › Attendance record (incl session content covered) › her wish › what is hers',
  );
});

test('TypeScript holds data and events to types.d.ts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rubric-types-'));
  const recorded =
    "id: '1', happened: '2026-03-02', learned: '2026-03-02', recorded: '2026-03-02', by: { role: 'staff' as const }";
  try {
    writeFileSync(join(folder, 'types.d.ts'), files['types.d.ts'] ?? '');
    writeFileSync(
      join(folder, 'use.ts'),
      `import type { CaseEvent, DocumentData, HappeningId } from './types.js';
       export const data: DocumentData['mid-way'] = ${files['reports/mid-way.sample.json']};
       export const wish: string = ({} as DocumentData['update']).headings.message.facts['her-wish'].value;
       // @ts-expect-error: the report shows nothing of hers
       export const leak = data.headings['risk-review'].facts['her-wish'];
       export const incident: HappeningId = 'incident';
       export const events: CaseEvent[] = [
         { ${recorded}, kind: 'happened', what: 'incident', values: { where: 'home' } },
         { ${recorded}, kind: 'happened', what: 'absence-reason', about: 's1', values: {} },
         { ${recorded}, kind: 'session', values: {}, session: { mark: 'held', on: '2026-03-02', outcome: 'absent' } },
       ];
       // @ts-expect-error: where it was must be told
       export const untold: CaseEvent = { ${recorded}, kind: 'happened', what: 'incident', values: {} };
       // @ts-expect-error: no such outcome
       export const odd: CaseEvent = { ${recorded}, kind: 'session', values: {}, session: { mark: 'held', on: '2026-03-02', outcome: 'ill' } };
      `,
    );
    const tsc = join('node_modules', 'typescript', 'bin', 'tsc');
    const flags = ['--noEmit', '--strict', '--module', 'nodenext', '--ignoreConfig', join(folder, 'use.ts')];
    expect(execFileSync(process.execPath, [tsc, ...flags], { encoding: 'utf8' })).toBe('');
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 60_000);

const nothingShown = { id: 'more', says: [], shows: [], releasedBy: [], origin };
const folders = [...(await findDefinitions('definitions')), ...(await findDefinitions('examples'))];

describe.each(folders)('the documents of %s', async (folder) => {
  const { bundle: real } = compile(await definitionTexts(folder));
  const built = real === undefined ? {} : emit(real);
  const templates = Object.keys(built).filter((path) => path.endsWith('.hbs'));

  test('are all built', () => {
    expect(templates).toHaveLength(real?.documents?.length ?? 0);
  });

  test('are rendered by a stock Handlebars, strict, from their samples as valid markup with nothing left to fill in', async () => {
    for (const path of templates) {
      const data = JSON.parse(built[path.replace('.hbs', '.sample.json')] ?? '');
      const html = Handlebars.compile(built[path], { strict: true })(data);
      expect([path, await markupFaults(html)]).toEqual([path, []]);
      expect(html).not.toMatch(/\{\{|\}\}|undefined|\[object/);
      expect(html).toContain('Sam Sample');
    }
  });

  test('show nothing that is kept apart to the referrer, whichever of it is put under a heading', () => {
    if (real === undefined) throw new Error('it cannot be built');
    const facts = [...real.facts, ...(real.course?.derived ?? [])].map(({ id }) => id);
    const apart = Object.keys(real.information?.labels ?? {}).filter((key) => facts.includes(key));
    for (const document of real.documents?.filter(({ to }) => to.includes('referrer')) ?? []) {
      for (const fact of apart) {
        const heading = { ...nothingShown, shows: [{ kind: 'fact' as const, fact, called: fact }] };
        const leaking = { ...document, headings: [heading] };
        const codes = templateFaults(real, leaking, templateOf(real, leaking)).map(({ code }) => code);
        expect([document.id, fact, codes.includes('template/kept-apart')]).toEqual([document.id, fact, true]);
      }
    }
  });

  test('ask for their texts in strict JSON Schema', () => {
    for (const path of Object.keys(built).filter((each) => each.endsWith('.asks.schema.json')))
      expect(() => new Ajv({ strict: true }).compile(JSON.parse(built[path] ?? ''))).not.toThrow();
  });
});
