/**
 * That what is left alone at a point, because nothing it reads has changed, would have come to the same: the engine beside
 * itself, looking at everything wherever anything happens.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, expect, test, vi } from 'vitest';
import { type Bundle, type CaseEvent, evaluate, type Moment } from '../../../engine/index.js';
import { compile } from '../../../generator/index.js';
import { readScenarios } from '../../../generator/scenario/read-scenarios.js';
import { runs } from '../random-cases.js';
import { anyAsOf, anybodysBundle, anyCase } from './anybodys-course.js';

const module = '../../../engine/course/reach.js';
const all = { everything: true, sessions: true, happenings: new Set() };
const none = { everything: false, sessions: false, happenings: new Set() };
const engineWith = async (planted: object): Promise<typeof evaluate> => {
  vi.resetModules();
  vi.doMock(module, async (original) => ({ ...(await original<object>()), ...planted }));
  const { evaluate: made } = await import('../../../engine/index.js');
  vi.doUnmock(module);
  vi.resetModules();
  return made;
};
/** One that leaves nothing alone, and one that forgets what rules and duties read. */
let thorough: typeof evaluate;
let forgetful: typeof evaluate;
beforeAll(async () => {
  thorough = await engineWith({
    changesOf: () => ({ get: () => all }),
    reachOf: () => ({ happenings: new Set(), sessions: 'any', duties: [], always: true }),
  });
  forgetful = await engineWith({
    changesOf: () => ({ get: () => none }),
    reachOf: () => ({ happenings: new Set(), sessions: 'none', duties: [], always: false }),
  });
});

const differs = (bundle: Bundle, events: CaseEvent[], asOf: Moment, other = thorough): boolean =>
  JSON.stringify(evaluate(bundle, events, { asOf, outlook: false })) !==
  JSON.stringify(other(bundle, events, { asOf, outlook: false }));

test('on random cases', () => {
  const bundle = anybodysBundle();
  fc.assert(
    fc.property(anyCase, anyAsOf, (events, asOf) => !differs(bundle, events, asOf)),
    { numRuns: runs(200) },
  );
});

test('one that forgets is found out', () => {
  const bundle = anybodysBundle();
  const forgets = fc.property(anyCase, anyAsOf, (events, asOf) => !differs(bundle, events, asOf, forgetful));
  expect(fc.check(forgets, { numRuns: 200 }).failed).toBe(true);
});

const root = join(import.meta.dirname, '..', '..', '..');
const yamlIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ file: name, content: readFileSync(join(folder, name), 'utf8') }));

test.each(['definitions/harbour', 'definitions/my-time', 'examples/tollbeck-clear-road'])(
  'on each scenario of %s',
  (folder) => {
    const { bundle } = compile(yamlIn(join(root, folder)));
    if (!bundle) throw new Error(`${folder} does not compile.`);
    const { scenarios } = readScenarios(yamlIn(join(root, folder, 'scenarios')), bundle);
    const wrong = scenarios.flatMap(({ title, events, expectations }) =>
      expectations
        .slice(process.env.SOAK ? 0 : -1)
        .filter(({ asOf }) => differs(bundle, events, asOf))
        .map(({ asOf }) => `${title} ${asOf}`),
    );
    expect(wrong).toEqual([]);
  },
);
