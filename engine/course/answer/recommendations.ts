/** What the replay found of rules, as it is told. */
import { dayText } from '../../contract/calendar.js';
import type { CourseRule } from '../../contract/course.js';
import type { CourseWhy, Recommendation, ToReview } from '../../contract/course-verdict.js';
import type { Moment } from '../../contract/event.js';
import type { Machine, Occurrence, Perhaps } from '../machine.js';
import type { Replay } from '../replay-state.js';
import type { Sight } from '../sight.js';
import { sightOf, subjectsOf } from '../subjects.js';
import { eachOnce } from '../truths.js';
import { idsOf, valueText, whyOf } from '../why.js';

/** Takes a replay at its point, gives every recommendation there has been, by rule, then by when it was raised. */
export const recommendationsOf = (replay: Replay, { why = true }: { why?: boolean } = {}): Recommendation[] => {
  const found = replay.case.course.course.rules.flatMap((rule) => ofRule(rule, replay, why));
  const open = new Set(found.filter(({ state }) => state === 'open').map(({ rule }) => rule));
  return found.map((each) => {
    if (each.state !== 'open') return each;
    const conflicts = each.conflicts.filter(({ rule }) => open.has(rule));
    // What was settled against it has nothing more to say.
    return { ...each, conflicts, ...(conflicts.some(({ yields }) => yields) && { state: 'lapsed' as const }) };
  });
};

const ofRule = (rule: CourseRule, replay: Replay, why: boolean): Recommendation[] => {
  const subjects = new Map(
    subjectsOf(rule, sightOf(replay, replay.view)).map((each) => [each.subject ?? '', each.sight]),
  );
  const machines = [...(replay.machines.get(rule.id)?.values() ?? [])];
  return machines.flatMap((machine) => {
    const sight = subjects.get(machine.subject ?? '') ?? sightOf(replay, replay.view);
    const raised = [...machine.occurrences.values()];
    const told = raised.map((occurrence) => recommendation(rule, occurrence, machine, sight, why));
    const isOpen = raised.some(({ state }) => state === 'open');
    return machine.perhaps && !isOpen ? [...told, perhaps(rule, machine.perhaps, machine, sight, why)] : told;
  });
};

const base = (rule: CourseRule, sight: Sight, why: boolean) => ({
  rule: rule.id,
  force: rule.force,
  effects: rule.effects,
  either: rule.either,
  words: rule.words,
  reads: rule.reads,
  clauses: rule.origin.clauses,
  confirmedBy: rule.confirmedBy,
  why: why ? whysOf(rule, sight) : [],
  conflicts: rule.conflicts,
  hers: rule.hers,
  at: rule.origin.at,
});

const recommendation = (
  rule: CourseRule,
  one: Occurrence,
  machine: Machine,
  sight: Sight,
  why: boolean,
): Recommendation => {
  const subject = machine.subject ?? one.by?.about;
  return {
    ...base(rule, sight, why),
    ...(subject !== undefined && { subject }),
    since: momentOf(one, sight),
    state: one.state,
    ...(one.ended && { ended: one.ended.moment }),
    ...(one.endedBy && { by: one.endedBy }),
    used: idsOf(one.used, sight),
    lacks: one.state === 'open' ? eachOnce(machine.doubt ?? []) : [],
  };
};

const perhaps = (
  rule: CourseRule,
  { at, lacks, used }: Perhaps,
  { subject }: Machine,
  sight: Sight,
  why: boolean,
): Recommendation => ({
  ...base(rule, sight, why),
  ...(subject !== undefined && { subject }),
  since: dayText(at.day),
  state: 'perhaps',
  used: idsOf(used, sight),
  lacks: eachOnce(lacks),
});

/** When it was raised; where that was by something recorded, as that was. */
const momentOf = ({ raised, crossed }: Occurrence, { view }: Sight): Moment => {
  const { clock } = view.course;
  const day = clock.dayNumber(raised);
  return crossed.day === day ? crossed.moment : dayText(day);
};

const whysOf = ({ trigger, onlyWhen, unless }: CourseRule, sight: Sight): CourseWhy[] => {
  const whys: CourseWhy[] = [];
  if (trigger.kind === 'while' || trigger.kind === 'becomes') whys.push(whyOf(trigger.condition, sight));
  else if (trigger.kind === 'reaches') {
    const value = sight.reads.value(trigger.fact, sight);
    const least = value?.kind === 'number' ? value.least : 0;
    const most = value?.kind === 'number' ? value.most : Number.POSITIVE_INFINITY;
    whys.push({
      reads: trigger.reads,
      verdict: least >= trigger.n ? 'met' : most < trigger.n ? 'not-met' : 'unknown',
      ...(value && { found: valueText(value), used: idsOf(value.used, sight), lacks: [...value.lacks] }),
    });
  } else whys.push({ reads: trigger.reads, verdict: 'met' });
  if (onlyWhen) whys.push(whyOf(onlyWhen, sight));
  if (unless)
    whys.push({ reads: `unless ${unless.reads}`, verdict: whyOf(unless, sight).verdict, of: [whyOf(unless, sight)] });
  return whys;
};

/** Confirmations whose ground is not there, or no longer: for whoever confirmed to look at again. */
export const toReviewOf = (replay: Replay): ToReview[] =>
  replay.case.line.answers
    .filter(({ rule, id, at }) => at.start <= replay.view.point.ms && !replay.usedAnswers.has(`${rule} answer ${id}`))
    .filter(({ confirmed }) => confirmed)
    .map(({ id, rule, by }) => ({
      event: id,
      rule,
      by,
      because: 'On what is now recorded this recommendation did not stand when it was confirmed.',
      ...(replay.case.course.hers.has(rule) && { hers: true as const }),
    }));
