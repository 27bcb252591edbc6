/** Which of a definition's scenarios make good cases to show: by what they hold, never by what they are called. */
import type { Bundle, CaseEvent, Evaluation } from '../../../engine/contract/index.js';
import type { Scenario } from '../../../generator/scenario/scenario.js';

type EvaluateShortly = (bundle: Bundle, events: readonly CaseEvent[], asOf: string) => Evaluation;

/** A case to show: what happened, and the time at which the scenario leaves it. */
export interface Told {
  events: CaseEvent[];
  asOf: string;
}
/** One that was chosen, with what it came to. */
export interface Chosen extends Told {
  evaluation: Evaluation;
}

/** A scenario as a case; nothing where it begins with no form, for then nobody referred him. */
export const toldBy = ({ events, expectations }: Scenario): Told | undefined => {
  const asOf = expectations.findLast(({ nothing }) => nothing !== true)?.asOf;
  return asOf !== undefined && events[0]?.kind === 'answered' ? { events, asOf } : undefined;
};

/** What happens in a case, each thing once. */
const happeningsOf = ({ events }: Told): Set<string> =>
  new Set([
    ...events.map(
      ({ kind, what, rule, session }) => `${kind} ${what ?? rule ?? session?.outcome ?? session?.mark ?? ''}`,
    ),
    `last ${events.findLast(({ what }) => what !== undefined)?.what ?? ''}`,
    `length ${Math.min(4, Math.floor(events.length / 8))}`,
  ]);

/** How a case stands in the end. */
const standingOf = ({ evaluation }: Chosen): Set<string> => {
  const { state, decision, recommendations = [], duties = [], nextMiss, toReview = [] } = evaluation;
  const waiting = recommendations.filter((one) => one.state === 'open');
  return new Set([
    `stage ${state ?? ''}`,
    `outcome ${state === undefined || state === 'referred' ? decision.outcome : ''}`,
    ...waiting.map(({ force }) => `waiting ${force}`),
    ...duties.filter((one) => one.state === 'open' || one.state === 'missed').map((one) => `duty ${one.state}`),
    ...(nextMiss && nextMiss.changes.length > 0 ? ['one miss away'] : []),
    ...(toReview.length > 0 ? ['to review'] : []),
  ]);
};

/** What has been seen may be seen again, but counts for less each time; how a case stands is what lists are made of. */
const worthOf = (thing: string, times: number): number => {
  if (!thing.startsWith('stage ')) return 1 / 4 ** times;
  // None is left out where there is one; and a register is of several men.
  if (times === 0) return 6;
  return thing === 'stage on-programme' ? 3 / 1.15 ** times : 3 / 2 ** times;
};

/**
 * So many of them that between them hold as much as possible: next is always the one with the most that none before it
 * has, and of equals the longest.
 */
const mostVaried = <T extends Told>(among: readonly T[], holds: (one: T) => Set<string>, most: number): T[] => {
  const left = among.map((one) => ({ one, holds: holds(one) }));
  const chosen: T[] = [];
  const seen = new Map<string, number>();
  while (chosen.length < most && left.length > 0) {
    const worth = ({ one, holds: has }: (typeof left)[number]): number =>
      [...has].reduce((sum, thing) => sum + worthOf(thing, seen.get(thing) ?? 0), one.events.length / 40);
    const best = left.reduce((a, b) => (worth(b) > worth(a) ? b : a));
    left.splice(left.indexOf(best), 1);
    chosen.push(best.one);
    for (const thing of best.holds) seen.set(thing, (seen.get(thing) ?? 0) + 1);
  }
  return chosen;
};

/** The `most` scenarios that differ most in how they stand and in what happens; deciding few of them is quick. */
export const chosenFrom = (
  bundle: Bundle,
  scenarios: readonly Scenario[],
  evaluate: EvaluateShortly,
  most = 14,
): Chosen[] => {
  const told = scenarios.flatMap((scenario) => toldBy(scenario) ?? []);
  const rich = mostVaried(told, happeningsOf, most * 3).map(
    (one): Chosen => ({ ...one, evaluation: evaluate(bundle, one.events, one.asOf) }),
  );
  return mostVaried(rich, (one) => new Set([...standingOf(one), ...[...happeningsOf(one)].slice(0, 3)]), most);
};
