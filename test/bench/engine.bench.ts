/** The engine beside a stock json-rules-engine, on the same case and the same criteria. */

import { Engine, Operator } from 'json-rules-engine';
import { bench, summary } from 'mitata';
import {
  type Answer,
  type Criterion,
  decide,
  evaluate,
  type Fact,
  type Id,
  operatorsNamed,
} from '../../engine/index.js';
import * as b from '../engine/bundle-for-tests.js';

const asOf = '2026-03-02';
const groups = Array.from({ length: 6 }, (_, i) => i);

/** Four criteria of different kinds on each of six groups of questions: 24. */
const facts: Fact[] = groups.flatMap((i) => [
  b.yesNo(`yes-no-${i}`),
  b.choice(`choice-${i}`, ['a', 'b', 'c', 'not-applicable']),
  b.whole(`number-${i}`, 0, 99),
  b.fact(`born-${i}`, 'date'),
  b.choices(`needs-${i}`, ['x', 'y', 'z']),
]);
const criteria: Criterion[] = groups.flatMap((i) => [
  b.requires(`adult-${i}`, b.apart(`born-${i}`, 'at-least', 18, 'years', 'before', 'today')),
  b.requires(`fit-${i}`, b.any(b.is(`choice-${i}`, 'a', 'b'), b.compares(`number-${i}`, 'less-than', 40)), {
    applies: b.is(`yes-no-${i}`, 'yes'),
  }),
  b.excludes(`needs-${i}-x`, b.all(b.includes(`needs-${i}`, 'x'), b.not(b.is(`choice-${i}`, 'c')))),
  b.weighsAgainst(`old-${i}`, b.compares(`number-${i}`, 'more-than', 90)),
]);
const bundle = b.bundleOf(facts, criteria);
const values = Object.fromEntries(
  groups.flatMap((i): [Id, Answer][] => [
    [`yes-no-${i}`, 'yes'],
    [`choice-${i}`, i === 3 ? 'not-known' : 'a'],
    [`number-${i}`, 20 + i],
    [`born-${i}`, '1985-03-27'],
    [`needs-${i}`, ['y']],
  ]),
);
const events = [b.answers(values)];
const plainFacts = {
  today: asOf,
  ...Object.fromEntries(Object.entries(values).map(([id, value]) => [id, value === 'not-known' ? null : value])),
};
const names = [...new Set(JSON.stringify(bundle.rules).match(/(?<="operator":")[^"]+/g))];

const stock = async (): Promise<number> => {
  const engine = new Engine();
  for (const { name, holds, known } of operatorsNamed(names)) engine.addOperator(new Operator(name, holds, known));
  for (const [name, condition] of Object.entries(bundle.rules.conditions))
    engine.setCondition(name, condition as never);
  for (const rule of bundle.rules.rules) engine.addRule(rule as never);
  return (await engine.run(plainFacts)).results.length;
};

/** Adds one case of 24 criteria, from its events: the engine, and json-rules-engine beside it. */
export const benchEngine = (): void => {
  summary(() => {
    bench('evaluate: verdicts, reasons, missing, explanations', () => evaluate(bundle, events, { asOf }));
    bench('json-rules-engine, stock: which rules fire', stock);
    bench('decide: evaluate, digest, and the rules beside it', () => decide(bundle, events, { asOf }));
  });
};
