/** An evaluation that a second, independent engine has confirmed; or a refusal to decide. */
import { no, yes } from './condition/truth.js';
import type { Bundle } from './contract/bundle.js';
import { digestOf } from './contract/digest.js';
import type { CaseEvent, Moment } from './contract/event.js';
import type { Decided } from './contract/verdict.js';
import { type Workings, workings } from './evaluate.js';
import { factsForRules } from './rules/facts.js';
import { runRules } from './rules/run.js';

/**
 * Takes what `evaluate` takes, and also runs the bundle's own rules on a stock json-rules-engine. Refuses to decide
 * where the bundle is not what its digest says, where the rules cannot be run, and where they come to anything else.
 * To be used wherever a decision is recorded. Throws a RangeError for a time that is none.
 */
export const decide = async (
  bundle: Bundle,
  events: readonly CaseEvent[],
  { asOf }: { asOf: Moment },
): Promise<Decided> => {
  if (digestOf(bundle) !== bundle.digest) {
    return refusal('The definition was altered after it was built. Build it again.');
  }
  const worked = workings(bundle, events, asOf);
  const fired = await firedRules(bundle, worked).catch((fault: unknown) => String(fault));
  if (typeof fired === 'string') return refusal(`The emitted rules could not be run. ${fired}`);
  const differences = differencesOf(worked, fired);
  if (differences.length > 0) {
    return { decided: false, because: 'The emitted rules come to something else than the engine.', differences };
  }
  return { decided: true, evaluation: worked.evaluation };
};

const refusal = (because: string): Decided => ({ decided: false, because, differences: [] });

const firedRules = ({ rules }: Bundle, { compiled, record }: Workings): Promise<Set<string>> =>
  runRules(rules, factsForRules(compiled.facts, record));

type Difference = Extract<Decided, { decided: false }>['differences'][number];

/** Takes the workings and the rules that fired, gives where they differ. */
export const differencesOf = (worked: Workings, fired: ReadonlySet<string>): Difference[] => {
  const expected = new Map<string, string[]>();
  worked.compiled.criteria.forEach(({ compiled }, i) => {
    const standing = worked.standings[i];
    const rails = [
      ...(standing?.whole === yes ? ['met'] : []),
      ...(standing?.whole === no ? ['not-met'] : []),
      ...(standing?.applies === no ? ['not-applicable'] : []),
    ];
    expected.set(compiled.criterion.id, rails);
  });
  const found = new Map<string, string[]>();
  const decision = ['excluded', 'not-eligible', 'eligible'].filter((rail) => fired.has(`decision/${rail}`));
  for (const name of fired) {
    const [of = '', rail = ''] = name.split('/');
    if (of !== 'decision' || !decision.includes(rail)) found.set(of, [...(found.get(of) ?? []), rail]);
  }
  const ofCriteria = [...new Set([...expected.keys(), ...found.keys()])].flatMap((of) =>
    difference(of, expected.get(of) ?? [], found.get(of) ?? []),
  );
  const { outcome } = worked.evaluation.decision;
  const ofDecision = decision.flatMap((rail) => difference('decision', [outcome], [rail]));
  return [...ofCriteria, ...ofDecision];
};

const difference = (of: string, engine: string[], rules: string[]): Difference[] => {
  const [ours, theirs] = [engine, rules].map((rails) => [...rails].sort().join(', ') || 'unknown');
  return ours === theirs ? [] : [{ of, engine: ours ?? '', rules: theirs ?? '' }];
};
