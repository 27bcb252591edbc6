/** An evaluation that a second, independent engine has confirmed; or a refusal to decide. */
import { no, yes } from './condition/truth.js';
import type { Bundle } from './contract/bundle.js';
import { digestOf } from './contract/digest.js';
import type { CaseEvent, Moment } from './contract/event.js';
import type { Decided } from './contract/verdict.js';
import type { Replay } from './course/replay-state.js';
import type { Standing } from './criterion/compiled-criterion.js';
import { type Workings, workings } from './evaluate.js';
import { factsForRules } from './rules/facts.js';
import { type RunOverTime, rulesOfRun, runsOverTime } from './rules/over-time.js';
import { runRules } from './rules/run.js';

/**
 * Takes what `evaluate` takes, and also runs the bundle's own rules on a stock json-rules-engine. Refuses to decide
 * where the bundle is not what its digest says, where the rules cannot be run, and where they come to anything else.
 * To be used wherever a decision is recorded. With `outlook: false` it is not worked out what comes next. Throws a
 * RangeError for a time that is none.
 */
export const decide = async (
  bundle: Bundle,
  events: readonly CaseEvent[],
  { asOf, outlook = true }: { asOf: Moment; outlook?: boolean },
): Promise<Decided> => {
  if (digestOf(bundle) !== bundle.digest) {
    return refusal('The definition was altered after it was built. Build it again.');
  }
  const runs: RunOverTime[] = [];
  const look = (replay: Replay): void => void runs.push(...runsOverTime(replay));
  const worked = workings(bundle, events, asOf, { outlook, look });
  const found = await differences(bundle, worked, runs).catch((fault: unknown) => String(fault));
  if (typeof found === 'string') return refusal(`The emitted rules could not be run. ${found}`);
  if (found.length > 0) {
    return {
      decided: false,
      because: 'The emitted rules come to something else than the engine.',
      differences: found,
    };
  }
  return { decided: true, evaluation: worked.evaluation };
};

const refusal = (because: string): Decided => ({ decided: false, because, differences: [] });

type Difference = Extract<Decided, { decided: false }>['differences'][number];

const differences = async (
  { rules }: Bundle,
  worked: Workings,
  runs: readonly RunOverTime[],
): Promise<Difference[]> => {
  const { compiled, record } = worked;
  const found = differencesOf(worked, await runRules(rules, factsForRules(compiled.facts, record)));
  for (const run of runs) found.push(...differencesOverTime(run, await runRules(rulesOfRun(rules, run), run.facts)));
  return found;
};

/** Takes a run of the rules over time and those that fired, gives where they differ. */
export const differencesOverTime = ({ subject, expected }: RunOverTime, fired: ReadonlySet<string>): Difference[] => {
  const found = new Map<string, string[]>();
  for (const name of fired) {
    const end = name.lastIndexOf('/');
    const part = name.slice(0, end);
    found.set(part, [...(found.get(part) ?? []), name.slice(end + 1)]);
  }
  return [...new Set([...expected.keys(), ...found.keys()])].flatMap((part) =>
    difference(subject === undefined ? part : `${part} of ${subject}`, expected.get(part) ?? [], found.get(part) ?? []),
  );
};

/** Takes the workings and the rules that fired, gives where they differ. */
export const differencesOf = (worked: Workings, fired: ReadonlySet<string>): Difference[] => {
  const expected = new Map(
    worked.compiled.criteria.map(({ compiled }, i) => [compiled.criterion.id, railsOf(worked.standings[i])] as const),
  );
  const found = new Map<string, string[]>();
  const ofDecision = decisionRails.filter((rail) => fired.has(`decision/${rail}`));
  for (const name of fired) {
    const [of = '', rail = ''] = name.split('/');
    if (of !== 'decision' || !ofDecision.includes(rail)) found.set(of, [...(found.get(of) ?? []), rail]);
  }
  const ofCriteria = [...new Set([...expected.keys(), ...found.keys()])].flatMap((of) =>
    difference(of, expected.get(of) ?? [], found.get(of) ?? []),
  );
  return [...ofCriteria, ...difference('decision', expectedOfDecision(worked), ofDecision)];
};

/** The rules that a criterion should fire, standing so. */
const railsOf = (standing: Standing | undefined): string[] => [
  ...(standing?.whole === yes ? ['met'] : []),
  ...(standing?.whole === no ? ['not-met'] : []),
  ...(standing?.applies === no ? ['not-applicable'] : []),
];

const decisionRails = ['excluded', 'not-eligible', 'eligible'];

/** The rules of the decision fire once its outcome is settled by criteria that are. */
const expectedOfDecision = ({ compiled, standings }: Workings): string[] => {
  const deciding = compiled.criteria.flatMap(({ compiled: { criterion } }, i) =>
    criterion.decides ? [{ role: criterion.role, whole: standings[i]?.whole }] : [],
  );
  const against = ({ role, whole }: (typeof deciding)[number]): boolean => whole === (role === 'requires' ? no : yes);
  const settledFor = ({ role, whole }: (typeof deciding)[number]): boolean =>
    whole === (role === 'requires' ? yes : no);
  const exclusions = deciding.filter(({ role }) => role === 'excludes');
  if (exclusions.some(against)) return ['excluded'];
  if (!exclusions.every(settledFor)) return [];
  if (deciding.some((each) => each.role === 'requires' && against(each))) return ['not-eligible'];
  return deciding.length > 0 && deciding.every(settledFor) ? ['eligible'] : [];
};

const difference = (of: string, engine: string[], rules: string[]): Difference[] => {
  const [ours, theirs] = [engine, rules].map((rails) => [...rails].sort().join(', ') || 'unknown');
  return ours === theirs ? [] : [{ of, engine: ours ?? '', rules: theirs ?? '' }];
};
