/** A case over time beside a stock json-rules-engine on facts written by hand; and how fast scenarios run. */
import { bench, summary } from 'mitata';
import { evaluateOn } from '../../engine/evaluate.js';
import { type CaseEvent, decide, evaluate } from '../../engine/index.js';
import { compile } from '../../generator/index.js';
import { readScenarios } from '../../generator/scenario/read-scenarios.js';
import { definitionTexts, scenarioTexts } from '../../runtime/bundle-files/definition-texts.js';
import { runScenario } from '../../runtime/scenario/run-scenarios.js';
import { anybodysBundle } from '../engine/course/anybodys-course.js';
import { factsByHand, sessionFactsByHand, stockByHand } from './by-hand.js';
import { folders } from './folders.js';
import { history } from './register.bench.js';
import { asOf, sixtyEvents } from './sixty-events.js';

/** Adds one case of 60 events over half a year, of 9 rules, 5 duties and 3 needs, 2 of the rules for each session. */
export const benchCourse = (): void => {
  const bundle = anybodysBundle();
  // As in a server that has been up for a while: a bench of few runs would measure code that is not made ready yet.
  for (let i = 0; i < 150; i += 1) evaluate(bundle, sixtyEvents, { asOf, outlook: i % 5 === 0 });
  const { kept } = evaluateOn(bundle, sixtyEvents.slice(0, -1), asOf, undefined);
  for (let i = 0; i < 150; i += 1) evaluateOn(bundle, sixtyEvents, asOf, kept);
  summary(() => {
    bench('60 events: evaluate, as of one day', () => evaluate(bundle, sixtyEvents, { asOf, outlook: false }));
    bench('60 events: evaluate after the last of them, going on', () => evaluateOn(bundle, sixtyEvents, asOf, kept));
    bench('60 events: evaluate, and what comes next', () => evaluate(bundle, sixtyEvents, { asOf }));
    bench('60 events: decide, the emitted rules beside it', () => decide(bundle, sixtyEvents, { asOf }));
    bench('60 events: facts by hand alone', () => [
      factsByHand(sixtyEvents, asOf),
      sessionFactsByHand(sixtyEvents, asOf),
    ]);
    bench('60 events: facts by hand, then json-rules-engine, stock', () => stockByHand(bundle, sixtyEvents, asOf));
  });
};

/** Adds what a register saved costs for each on it: his case after one more session, and after one told late. */
export const benchOneMore = async (): Promise<void> => {
  const folder = folders.find((one) => one.endsWith('my-time'));
  const { bundle } = folder === undefined ? {} : compile(await definitionTexts(folder));
  if (!bundle) return;
  const [events, now] = [history('h', 'evening'), '2026-07-20T19:00:00Z'];
  const held = (on: string): CaseEvent => {
    const session = { mark: 'held', on, key: `${on} evening`, outcome: 'attended' } as const;
    const said = { happened: on, learned: now, recorded: now, by: { role: 'facilitator' }, values: {} };
    return { id: `held ${on}`, kind: 'session', session, ...said };
  };
  const { kept } = evaluateOn(bundle, events, now, undefined);
  const [today, late] = ['2026-07-20', '2026-07-14'].map((on) => [...events, held(on)]);
  if (!today || !late) return;
  for (let i = 0; i < 150; i += 1)
    for (const each of [today, late]) [undefined, kept].map((from) => evaluateOn(bundle, each, now, from));
  summary(() => {
    bench('50 events and one of today: evaluate from the start', () =>
      evaluate(bundle, today, { asOf: now, outlook: false }),
    );
    bench('50 events and one of today: going on', () => evaluateOn(bundle, today, now, kept));
    bench('50 events and one of last week: going on', () => evaluateOn(bundle, late, now, kept));
  });
};

/** Adds all scenarios of each definition, one after the other, each decided and held to what it expects. */
export const benchScenarios = async (): Promise<void> => {
  for (const folder of folders) {
    const { bundle } = compile(await definitionTexts(folder));
    if (!bundle) continue;
    const { scenarios } = readScenarios(await scenarioTexts(folder), bundle);
    bench(`${folder}: its ${scenarios.length} scenarios`, async () => {
      for (const scenario of scenarios) await runScenario(bundle, scenario, decide);
    });
  }
};
