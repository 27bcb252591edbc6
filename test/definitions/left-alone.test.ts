/** The engine beside itself, looking at everything wherever anything happens, on each scenario of each programme. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { evaluate } from '../../engine/index.js';
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

test.each(['definitions/harbour', 'definitions/my-time', 'examples/tollbeck-clear-road'])(
  'what is left alone on each scenario of %s would have come to the same',
  (folder) => {
    const { bundle } = compile(yamlIn(folder));
    if (!bundle) throw new Error(`${folder} does not compile.`);
    const options = { outlook: false };
    const { scenarios } = readScenarios(yamlIn(join(folder, 'scenarios')), bundle);
    const wrong = scenarios.flatMap(({ title, events, expectations }) =>
      expectations
        .slice(process.env.SOAK ? 0 : -1)
        .filter(
          ({ asOf }) =>
            JSON.stringify(evaluate(bundle, events, { asOf, ...options })) !==
            JSON.stringify(thorough(bundle, events, { asOf, ...options })),
        )
        .map(({ asOf }) => `${title} ${asOf}`),
    );
    expect(wrong).toEqual([]);
  },
);
