/** The steps of a case: what each needs, and who takes it. */
import { type Step, type StepName, stepNames } from '../../../engine/contract/course.js';
import { type Id, listed, type Origin, spanInWords } from '../../../engine/contract/index.js';
import type { WrittenPathway, WrittenStep } from '../../language/constructs/pathway.js';
import type { Written } from '../../language/shape/shape.js';
import { sentence } from '../outline-words.js';
import type { CourseContext } from './context.js';
import { lowerNeeds } from './needs.js';

/** Each step as what somebody does. */
export const stepSays: Record<StepName, string> = {
  assess: 'be assessed',
  accept: 'be accepted',
  decline: 'be declined',
  invite: 'be invited to start',
  start: 'start on the programme',
  attend: 'attend a session',
  suspend: 'be suspended',
  resume: 'come back from a suspension',
  leave: 'go on leave',
  transfer: 'be transferred',
  complete: 'complete the programme',
  close: 'have the case closed',
  return: 'come back after the case was closed',
};

const readsOf = (id: StepName, needs: Step['needs'], by: Id[], atMost: string | undefined, context: CourseContext) => {
  const what = needs.map((need) => need.condition.reads);
  const needed = what.length > 0 ? ` only when ${listed(what, 'and')}` : '';
  const long = atMost ? ` for at most ${atMost}` : '';
  const who = by.length > 0 ? ` The ${listed(by.map(context.called), 'or')} takes this step.` : '';
  return needed || long
    ? `${sentence(`the ${context.called('participant')} can ${stepSays[id]}${long}${needed}`)}${who}`
    : who.trim();
};

/** Takes a step, who takes it and where it comes from; gives it. */
export const lowerStep = (
  id: StepName,
  written: Pick<WrittenStep, 'needs' | 'for'>,
  by: Written<Id>[] | undefined,
  origin: Origin,
  context: CourseContext,
): Step => {
  const needs = lowerNeeds(written.needs, origin, context);
  const roles = (by ?? []).map((role) => role.value);
  const atMost = written.for?.value;
  const reads = readsOf(id, needs, roles, atMost && spanInWords(atMost), context);
  return { id, needs, by: roles, ...(atMost && { atMost }), reads, origin };
};

/** Takes the section as written; gives the steps of which it says something, in the order of a case. */
export const lowerPathway = (written: WrittenPathway, context: CourseContext): Step[] => {
  const whole = context.origin(written, written.at);
  return stepNames.flatMap((id) => {
    const step: WrittenStep | undefined = written[id];
    return step ? [lowerStep(id, step, step.by, context.origin(step, step.at, whole.clauses), context)] : [];
  });
};
