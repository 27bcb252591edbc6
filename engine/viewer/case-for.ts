/** A case as one viewer may see it. */
import { withTellers } from '../case/her-side.js';
import type { Bundle, Id } from '../contract/bundle.js';
import type { CaseEvent, Moment } from '../contract/event.js';
import type { Evaluation } from '../contract/verdict.js';
import type { Kept } from '../course/going-on.js';
import { evaluate, evaluateOn } from '../evaluate.js';
import { bundleFor, type Projection } from './bundle-for.js';
import { type Clearance, isInside, seenByRole } from './clearance.js';
import { eventsFor } from './events-for.js';

/** Somebody inside. With `entry`, of what is the partner's he sees what is of that entry of the partners alone. */
export interface Viewer {
  role: Id;
  entry?: string;
}
/** A bundle and events in which nothing is left of what a viewer may not see. */
export interface CaseFor {
  bundle: Bundle;
  events: readonly CaseEvent[];
}
/**
 * An evaluation as a viewer may know it. There is no decision where it rests on a criterion that he may not see: one
 * worked out without it would be wrong.
 */
export type EvaluationFor = Omit<Evaluation, 'decision'> & Partial<Pick<Evaluation, 'decision'>>;

/**
 * Takes a bundle, the events of a case and who is looking; gives both without what he may not see: labelled facts,
 * happenings, rules and the like, what was told of them, and what was told by the partner. Whoever may see everything
 * gets both as they are. The digest is that of the whole bundle. Throws a RangeError for a role that is not inside:
 * outside people get documents only.
 */
export const caseFor = (bundle: Bundle, events: readonly CaseEvent[], viewer: Viewer): CaseFor =>
  caseWith(bundle, events, clearanceOf(bundle, viewer));

/** The same by what may be seen, whoever sees it; with what cannot be told for it. */
export const caseWith = (
  bundle: Bundle,
  events: readonly CaseEvent[],
  clearance: Clearance,
): CaseFor & Pick<Projection, 'withheld'> => {
  const projection = bundleFor(bundle, clearance.sees);
  return {
    bundle: projection.bundle,
    events: eventsFor(bundle, projection, withTellers(bundle.people, events), clearance),
    withheld: projection.withheld,
  };
};

/**
 * Takes what `evaluate` takes, and who is looking; gives what the case comes to without what he may not see. Throws a
 * RangeError for a role that is not inside, and for a time that is none.
 */
export const evaluateFor = (
  bundle: Bundle,
  events: readonly CaseEvent[],
  { asOf, outlook = true, viewer }: { asOf: Moment; outlook?: boolean; viewer: Viewer },
): EvaluationFor => evaluateWith(bundle, events, { asOf, outlook, clearance: clearanceOf(bundle, viewer) });

/** The same by what may be seen, whoever sees it. */
export const evaluateWith = (
  bundle: Bundle,
  events: readonly CaseEvent[],
  { asOf, outlook = true, clearance }: { asOf: Moment; outlook?: boolean; clearance: Clearance },
): EvaluationFor => {
  const { withheld, ...seen } = caseWith(bundle, events, clearance);
  return without(evaluate(seen.bundle, seen.events, { asOf, outlook }), withheld);
};

/**
 * The same without what comes next, going on from what was kept of an earlier evaluation of the same case as far as that
 * comes to the same, to the letter. What is kept holds what may be seen by this clearance: it is for no other.
 */
export const evaluateOnWith = (
  bundle: Bundle,
  events: readonly CaseEvent[],
  { asOf, clearance, from }: { asOf: Moment; clearance: Clearance; from: Kept | undefined },
): { evaluation: EvaluationFor; kept: Kept | undefined } => {
  const { withheld, ...seen } = caseWith(bundle, events, clearance);
  const { evaluation, kept } = evaluateOn(seen.bundle, seen.events, asOf, from);
  return { evaluation: without(evaluation, withheld), kept };
};

const without = (evaluation: Evaluation, { decision, steps, returning }: Projection['withheld']): EvaluationFor => {
  if (!decision && !returning && steps.size === 0) return evaluation;
  const { decision: decided, returning: back, steps: next, ...rest } = evaluation;
  return {
    ...rest,
    ...(!decision && { decision: decided }),
    ...(back && !returning && { returning: back }),
    ...(next && { steps: next.filter(({ step }) => !steps.has(step)) }),
  };
};

const clearanceOf = (bundle: Bundle, { role, entry }: Viewer): Clearance => {
  if (!isInside(bundle, role)) {
    const called = bundle.people.find(({ id }) => id === role)?.called ?? role;
    throw new RangeError(`“${called}” is outside the service: outside people get documents, never the case itself.`);
  }
  const of = entry === undefined ? undefined : partnersIn(bundle);
  return {
    sees: seenByRole(bundle, role),
    ...(entry !== undefined && of !== undefined && { entry: { of, key: entry } }),
  };
};

/** The list of those whose the entries are that are kept apart from one another. */
const partnersIn = ({ facts }: Bundle): Id | undefined =>
  facts.find(({ kind, hers, about }) => kind === 'entries' && (hers || about === 'partner'))?.id;
