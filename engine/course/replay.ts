/** The replay: a case from its first event on, from point to point, each rule and duty with what it remembers. */
import type { CourseCondition, CourseRule, Duty } from '../contract/course.js';
import { type Anchor, type Point, pointAt } from './anchor.js';
import { answerRule, lapseWithTheCase } from './answers.js';
import { reads } from './condition.js';
import { standingsOf } from './duty-states.js';
import { memoryOf } from './memory.js';
import { stepOpening, stepRecurring } from './openings.js';
import { noteRefused } from './refused.js';
import { type Replay, wake } from './replay-state.js';
import { resumptionOf } from './returning.js';
import { machineOf, sightOf, subjectsOf } from './subjects.js';
import { type Case, viewOf } from './view.js';

/** Takes a case, gives its replay before its first event. */
export const beginReplay = (of: Case): Replay => {
  const [first = 0] = of.line.moments;
  const machines: Replay['machines'] = new Map();
  const view = viewOf(of, pointAt(first, of.course.clock));
  const usedAnswers = new Set<string>();
  const base = {
    case: of,
    view,
    machines,
    usedAnswers,
    refused: new Map(),
    wakes: Number.POSITIVE_INFINITY,
    watched: watchedOf(of),
    next: 0,
  };
  const replay: Replay = { ...base, memory: memoryOf(() => replay) };
  return replay;
};

/** More than any case has, so that a fault ends in an answer. */
const mostPoints = 20_000;

/** Plays everything up to an instant, and looks at it then. */
export const playTo = (replay: Replay, ms: number): void => {
  const { moments } = replay.case.line;
  for (let n = 0; n < mostPoints; n += 1) {
    const event = moments[replay.next] ?? Number.POSITIVE_INFINITY;
    const at = Math.min(event, replay.wakes);
    if (at > ms) break;
    if (event <= at) replay.next += 1;
    visit(replay, at);
  }
  if (replay.view.point.ms !== ms || replay.machines.size === 0) visit(replay, ms);
};

const mostPasses = 5;

/** Looks at the case at one instant: rules and duties read one another, so until nothing more changes. */
export const visit = (replay: Replay, ms: number): void => {
  const { course } = replay.case;
  const point: Point = pointAt(ms, course.clock);
  const returned = replay.case.line.happened.filter(({ what, at }) => what === 'returned' && at.start <= ms);
  for (const each of returned)
    if (!replay.case.resumptions.has(each.at.start))
      replay.case.resumptions.set(
        each.at.start,
        resumptionOf(each, sightOf(replay, viewOf(replay.case, before(each.at)))),
      );
  replay.view = viewOf(replay.case, point);
  for (let pass = 0; pass < mostPasses; pass += 1) {
    // What reads rules and duties is worked out anew.
    replay.view.memo.clear();
    replay.wakes = Math.min(Number.POSITIVE_INFINITY, replay.view.ledger.wakes);
    const sight = sightOf(replay, replay.view);
    for (const each of replay.watched) wake(replay, reads.condition(each, sight).wakes);
    let changed = false;
    for (const rule of course.course.rules) changed = stepRule(rule, replay) || changed;
    for (const duty of course.course.duties) changed = stepDuty(duty, replay) || changed;
    if (!changed) break;
  }
  noteRefused(replay);
};

/** What had happened before it, on its day. */
const before = ({ start, day }: Anchor): Point => ({ ms: start - 1, day, complete: day });

const stepRule = (rule: CourseRule, replay: Replay): boolean => {
  let changed = false;
  for (const { subject, sight } of subjectsOf(rule, sightOf(replay, replay.view))) {
    const machine = machineOf(replay, rule, subject);
    // What has been answered does not lapse by its own answer.
    changed = answerRule(rule, machine, sight, replay) || changed;
    changed = stepOpening(rule, machine, sight, replay) || changed;
    changed = answerRule(rule, machine, sight, replay) || changed;
    changed = lapseWithTheCase(rule, machine, sight, replay) || changed;
  }
  return changed;
};

const stepDuty = (duty: Duty, replay: Replay): boolean => {
  let changed = false;
  for (const { subject, sight } of subjectsOf(duty, sightOf(replay, replay.view))) {
    const machine = machineOf(replay, duty, subject);
    changed =
      (duty.recurs ? stepRecurring(duty, machine, sight, replay) : stepOpening(duty, machine, sight, replay)) ||
      changed;
    for (const standing of standingsOf(duty, machine, sight)) wake(replay, standing.wakes);
  }
  return changed;
};

const watchedOf = ({ course: { course } }: Case): CourseCondition[] => {
  const found: CourseCondition[] = [];
  const look = (condition: CourseCondition | undefined): void => {
    if (!condition) return;
    if (condition.kind === 'all' || condition.kind === 'any') (condition.of as CourseCondition[]).forEach(look);
    else if (condition.kind === 'lasted') found.push(condition);
  };
  for (const { onlyWhen, unless, forEach } of [...course.rules, ...course.duties]) {
    if (forEach !== undefined) continue;
    look(onlyWhen);
    look(unless);
  }
  for (const { from, scope } of course.derived)
    if (from.kind === 'whether' && scope === undefined) look(from.condition);
  for (const { needs } of course.steps) for (const { condition } of needs) look(condition);
  return found;
};
