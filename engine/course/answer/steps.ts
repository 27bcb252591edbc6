/** What may happen next: the steps that the state of the case allows, and how what they need stands. */
import { type Truth, unknown, verdictWord, yes } from '../../condition/truth.js';
import type { Stage, Step, StepName } from '../../contract/course.js';
import type { NextStep } from '../../contract/course-verdict.js';
import type { Outcome } from '../../contract/verdict.js';
import type { Replay } from '../replay-state.js';
import { returningOf } from '../returning.js';
import type { Sight } from '../sight.js';
import { sightOf } from '../subjects.js';
import { eachOnce, found, joined } from '../truths.js';
import { whyOf } from '../why.js';

const undecided: readonly Stage[] = ['referred', 'awaiting-assessment', 'in-assessment', 'suitable-not-ready'];
const waiting: readonly Stage[] = ['accepted', 'waiting-for-place'];
const over: readonly Stage[] = ['declined', 'completed', 'closed', 'transferred'];
const running: readonly Stage[] = ['on-programme', 'on-leave', 'suspended'];

/** From which states each step can be taken. */
const allowedFrom: Record<StepName, readonly Stage[]> = {
  assess: ['referred', 'awaiting-assessment', 'in-assessment', 'suitable-not-ready'],
  accept: undecided,
  decline: [...undecided, ...waiting],
  invite: waiting,
  start: waiting,
  attend: ['on-programme'],
  suspend: ['in-assessment', 'on-programme'],
  resume: ['suspended', 'on-leave'],
  leave: ['on-programme'],
  transfer: [...waiting, ...running],
  complete: ['on-programme'],
  close: [...undecided, ...waiting, ...running],
  return: over,
};

/** Takes a replay at its point, and what the criteria come to; gives the steps, in the order of a case's life. */
export const stepsOf = (replay: Replay, outcome: Outcome | undefined): NextStep[] => {
  const sight = sightOf(replay, replay.view);
  const { stage } = replay.view.life;
  const declared = new Map(replay.case.course.course.steps.map((step) => [step.id, step]));
  return (Object.keys(allowedFrom) as StepName[])
    .filter((step) => allowedFrom[step].includes(stage))
    .map((step) => stepOf(step, declared.get(step), sight, replay, step === 'accept' ? outcome : undefined))
    .map((next) => (next.step === 'return' ? comingBack(next, sight) : next));
};

/** Whoever comes back needs what the way back that applies to him needs. */
const comingBack = (next: NextStep, sight: Sight): NextStep => {
  const way = returningOf(sight);
  if (!way || way.verdict === 'met') return next;
  const { verdict, words, lacks } = way;
  const need = { id: way.return ?? 'return', words, verdict, why: { reads: words, verdict }, clauses: [] };
  const worse = next.verdict === 'not-met' ? next.verdict : verdict;
  return { ...next, verdict: worse, needs: [...next.needs, need], lacks: [...next.lacks, ...lacks] };
};

const stepOf = (
  step: StepName,
  declared: Step | undefined,
  sight: Sight,
  replay: Replay,
  outcome: Outcome | undefined,
): NextStep => {
  const needs = (declared?.needs ?? []).map(({ id, words, condition, clauses }) => {
    const one = sight.reads.condition(condition, sight);
    return { told: { id, words, verdict: verdictWord(one.truth), why: whyOf(condition, sight), clauses }, one };
  });
  const eligible = outcome === undefined ? [] : [found(eligibility[outcome])];
  const whole = joined('all', [...needs.map(({ one }) => one), ...eligible]);
  const refusedBy = refusals(step, replay);
  return {
    step,
    verdict: refusedBy.length > 0 ? 'not-met' : verdictWord(whole.truth),
    by: declared?.by ?? [],
    needs: needs.map(({ told }) => told),
    refusedBy,
    lacks: eachOnce(whole.lacks),
  };
};

/** Nobody is accepted against what the criteria come to; where a person has still to judge, that comes first. */
const eligibility: Record<Outcome, Truth> = {
  excluded: 0,
  'not-eligible': 0,
  'not-enough-information': unknown,
  'needs-judgement': unknown,
  eligible: yes,
};

const refusals = (step: StepName, replay: Replay): string[] =>
  replay.case.course.course.rules
    .filter(({ force, effects }) => force === 'block' && effects.some((each) => each.object === step))
    .filter(({ id }) =>
      [...(replay.machines.get(id)?.values() ?? [])].some(({ occurrences }) =>
        [...occurrences.values()].some(({ state }) => state === 'open'),
      ),
    )
    .map(({ id }) => id);
