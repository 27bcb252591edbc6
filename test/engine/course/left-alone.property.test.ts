/**
 * That what is left alone at a point, because nothing it reads has changed, would have come to the same: the engine beside
 * itself, looking at everything wherever anything happens.
 */
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { type CaseEvent, evaluate, type Moment } from '../../../engine/index.js';
import { runs } from '../random-cases.js';
import { anyAsOf, anybodysBundle, anyCase } from './anybodys-course.js';
import { forgetfulEngine, thoroughEngine } from './engines.js';

const bundle = anybodysBundle();
let thorough: typeof evaluate;
let forgetful: typeof evaluate;
beforeAll(async () => {
  thorough = await thoroughEngine();
  forgetful = await forgetfulEngine();
});

const differs = (events: CaseEvent[], asOf: Moment, other: typeof evaluate): boolean =>
  JSON.stringify(evaluate(bundle, events, { asOf, outlook: false })) !==
  JSON.stringify(other(bundle, events, { asOf, outlook: false }));

test('on random cases both come to the same', () => {
  fc.assert(
    fc.property(anyCase, anyAsOf, (events, asOf) => !differs(events, asOf, thorough)),
    { numRuns: runs(200) },
  );
});

test('one that forgets is found out', () => {
  const forgets = fc.property(anyCase, anyAsOf, (events, asOf) => !differs(events, asOf, forgetful));
  expect(fc.check(forgets, { numRuns: 200 }).failed).toBe(true);
});
