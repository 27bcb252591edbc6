/**
 * The engine beside itself on each scenario of each programme: looking at everything wherever anything happens, and going on
 * from what the scenario was before its last event.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { evaluateOn } from '../../engine/evaluate.js';
import { type Bundle, type CaseEvent, evaluate, type Moment } from '../../engine/index.js';
import { compile } from '../../generator/index.js';
import { readScenarios } from '../../generator/scenario/read-scenarios.js';
import { thoroughEngine } from '../engine/course/engines.js';

let thorough: typeof evaluate;
beforeAll(async () => {
  thorough = await thoroughEngine();
});

const yamlIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ file: name, content: readFileSync(join(folder, name), 'utf8') }));

interface Asked {
  title: string;
  events: readonly CaseEvent[];
  asOf: Moment;
}
const read = new Map<string, { bundle: Bundle; asked: Asked[] }>();
/** A definition, and the last moment of each of its scenarios; in a soak every moment. */
const scenariosIn = (folder: string): { bundle: Bundle; asked: Asked[] } => {
  const known = read.get(folder);
  if (known) return known;
  const { bundle } = compile(yamlIn(folder));
  if (!bundle) throw new Error(`${folder} does not compile.`);
  const { scenarios } = readScenarios(yamlIn(join(folder, 'scenarios')), bundle);
  const asked = scenarios.flatMap(({ title, events, expectations }) =>
    expectations.slice(process.env.SOAK ? 0 : -1).map(({ asOf }) => ({ title, events, asOf })),
  );
  read.set(folder, { bundle, asked });
  return { bundle, asked };
};
const folders = ['definitions/harbour', 'definitions/my-time', 'examples/tollbeck-clear-road'];
const options = { outlook: false };

test.each(folders)('what is left alone on each scenario of %s would have come to the same', (folder) => {
  const { bundle, asked } = scenariosIn(folder);
  const wrong = asked.filter(
    ({ events, asOf }) =>
      JSON.stringify(evaluate(bundle, events, { asOf, ...options })) !==
      JSON.stringify(thorough(bundle, events, { asOf, ...options })),
  );
  expect(wrong.map(({ title, asOf }) => `${title} ${asOf}`)).toEqual([]);
});

test.each(folders)('each scenario of %s, going on from before its last event, comes to the same', (folder) => {
  const { bundle, asked } = scenariosIn(folder);
  const wrong = asked.filter(({ events, asOf }) => {
    const { kept } = evaluateOn(bundle, events.slice(0, -1), asOf, undefined);
    const { evaluation } = evaluateOn(bundle, events, asOf, kept);
    return JSON.stringify(evaluation) !== JSON.stringify(evaluate(bundle, events, { asOf, ...options }));
  });
  expect(wrong.map(({ title, asOf }) => `${title} ${asOf}`)).toEqual([]);
});
