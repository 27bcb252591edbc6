/** The replay: a case from its first event on, from point to point, each rule and duty with what it remembers. */
import type { Id } from '../contract/bundle.js';
import type { CourseCondition, CourseRule, Duty } from '../contract/course.js';
import { type Anchor, type Point, pointAt } from './anchor.js';
import { answerRule, lapseWithTheCase } from './answers.js';
import { reads } from './condition.js';
import { standingsOf } from './duty-states.js';
import { lapsing } from './lapsing.js';
import { isOver } from './life.js';
import { memoryOf } from './memory.js';
import { stepOpening, stepRecurring } from './openings.js';
import { type Changed, changesOf, nothing } from './reach.js';
import { noteRefused } from './refused.js';
import { type Replay, wake } from './replay-state.js';
import { resumptionOf } from './returning.js';
import { machineOf, sightOf, subjectsOf } from './subjects.js';
import { type Case, type View, viewOf } from './view.js';

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
    changes: changesOf(of.line, of.course),
    wakesOf: new Map<Id, number>(),
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
    visit(replay, at, at === ms ? 'everything' : changedAt(replay, at));
  }
  if (replay.view.point.ms !== ms || replay.machines.size === 0) visit(replay, ms);
};

/** What may have changed since the point before; once a case is over what is asked of it depends on the day. */
const changedAt = ({ changes, view }: Replay, ms: number): Changed =>
  wakesOfView(view) <= ms || isOver(view.life.stage) ? 'everything' : (changes.get(ms) ?? nothing);

/** When a planned session is over, a leave ends, a consent lapses. */
const wakesOfView = (view: View): number =>
  Math.min(
    view.ledger.wakes,
    view.life.leaveOver?.start ?? Number.POSITIVE_INFINITY,
    ...lapsing(view).map(({ over }) => over),
  );

const mostPasses = 5;

/** Looks at the case at one instant: rules and duties read one another, so until nothing more changes. */
export const visit = (replay: Replay, ms: number, changed: Changed = 'everything'): void => {
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
  let again: ReadonlySet<Id> = new Set();
  for (let pass = 0; pass < mostPasses; pass += 1) {
    // What reads rules and duties is worked out anew.
    replay.view.memo.clear();
    const stepped = pass === 0 ? changed : nothing;
    again = stepAll(replay, (opening) => again.has(opening.id) || isReached(opening, stepped, replay));
    if (again.size === 0) break;
  }
  gatherWakes(replay);
  noteRefused(replay);
};

const isReached = (
  opening: CourseRule | Duty,
  changed: Changed,
  { case: { course }, wakesOf, view }: Replay,
): boolean => {
  if (changed === 'everything' || (wakesOf.get(opening.id) ?? 0) <= view.point.ms) return true;
  const { always, happenings } = course.reachOf(opening);
  return always || [...changed].some((what) => happenings.has(what));
};

/** Takes which rules and duties are to be looked at, gives those that changed. */
const stepAll = (replay: Replay, isMeant: (opening: CourseRule | Duty) => boolean): Set<Id> => {
  const { rules, duties } = replay.case.course.course;
  const changed = new Set<Id>();
  const look = (opening: CourseRule | Duty, step: () => boolean): void => {
    if (!isMeant(opening)) return;
    replay.wakes = Number.POSITIVE_INFINITY;
    if (step()) changed.add(opening.id);
    replay.wakesOf.set(opening.id, replay.wakes);
  };
  for (const rule of rules) look(rule, () => stepRule(rule, replay));
  for (const duty of duties) look(duty, () => stepDuty(duty, replay));
  return changed;
};

/** When something may next change by itself; what counts for how long it has held is looked at here, at every point. */
const gatherWakes = (replay: Replay): void => {
  replay.wakes = Math.min(wakesOfView(replay.view), ...replay.wakesOf.values());
  const sight = sightOf(replay, replay.view);
  for (const each of replay.watched) wake(replay, reads.condition(each, sight).wakes);
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
