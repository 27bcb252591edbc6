/** The replay: a case from its first event on, from point to point, each rule and duty with what it remembers. */
import type { Id } from '../contract/bundle.js';
import type { CourseCondition, CourseRule, Duty } from '../contract/course.js';
import { type Anchor, type Point, pointAt } from './anchor.js';
import { answerRule, lapseWithTheCase } from './answers.js';
import type { Case } from './case.js';
import { reads } from './condition.js';
import { standingsOf } from './duty-states.js';
import { lapsing } from './lapsing.js';
import { isOver } from './life.js';
import type { Machine } from './machine.js';
import { memoryOf } from './memory.js';
import { stepOpening, stepRecurring } from './openings.js';
import { type Changed, changesOf, everything, nothing, reachesOf, sessionsChanged } from './reach.js';
import { noteRefused } from './refused.js';
import { type Replay, wake } from './replay-state.js';
import { resumptionOf } from './returning.js';
import type { Sight } from './sight.js';
import { machineOf, sightOf, subjectsOf } from './subjects.js';
import { type View, viewOf } from './view.js';

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
    points: 0,
    changes: changesOf(of.line, of.course),
  };
  const replay: Replay = { ...base, memory: memoryOf(() => replay) };
  return replay;
};

/** More than any case has, so that a fault ends in an answer. */
const mostPoints = 20_000;

/** Plays everything up to an instant, and looks at it then. `before` is told of each point before anything of it is played. */
export const playTo = (replay: Replay, ms: number, before: (at: number) => void = () => {}): void => {
  const { moments } = replay.case.line;
  for (; replay.points < mostPoints; replay.points += 1) {
    const event = moments[replay.next] ?? Number.POSITIVE_INFINITY;
    const at = Math.min(event, replay.wakes);
    if (at > ms) break;
    before(at);
    if (event <= at) replay.next += 1;
    // What changes by itself does so before what happens then.
    if (event === at && replay.wakes === at) visitAt(replay, { ...pointAt(at, replay.case.course.clock), ms: at - 1 });
    visit(replay, at, at === ms ? everything : changedAt(replay, at));
  }
  if (replay.view.point.ms === ms && replay.machines.size > 0) return;
  before(ms);
  visit(replay, ms);
};

/** What may have changed since the point before; once a case is over what is asked of it depends on the day. */
const changedAt = ({ changes, view }: Replay, ms: number): Changed =>
  wakesOfView(view) <= ms || isOver(view.life.stage) ? everything : (changes.get(ms) ?? nothing);

/** When a planned session is over, a leave ends, a consent lapses. */
const wakesOfView = (view: View): number =>
  Math.min(
    view.ledger.wakes,
    view.life.leaveOver?.start ?? Number.POSITIVE_INFINITY,
    ...lapsing(view).map(({ over }) => over),
  );

const mostPasses = 5;

/** Looks at the case at one instant: rules and duties read one another, so until nothing more changes. */
export const visit = (replay: Replay, ms: number, changed: Changed = everything): void =>
  visitAt(replay, pointAt(ms, replay.case.course.clock), changed);

const visitAt = (replay: Replay, point: Point, changed: Changed = everything): void => {
  const { course } = replay.case;
  const { ms } = point;
  const returned = replay.case.line.happened.filter(({ what, at }) => what === 'returned' && at.start <= ms);
  for (const each of returned)
    if (!replay.case.resumptions.has(each.at.start))
      replay.case.resumptions.set(
        each.at.start,
        resumptionOf(each, sightOf(replay, viewOf(replay.case, before(each.at)))),
      );
  const { view } = replay;
  replay.view = viewOf(replay.case, point, changed.everything || changed.sessions ? undefined : view);
  const sessions = changed.sessions ? sessionsChanged(view.ledger, replay.view.ledger) : none;
  let again: ReadonlySet<Id> = none;
  for (let pass = 0; pass < mostPasses; pass += 1) {
    // What reads rules and duties is worked out anew.
    if (reachesOf(course).factsReadOpenings) replay.view.memo.clear();
    const touched = pass === 0 ? { ...changed, keys: sessions } : { ...nothing, keys: none };
    again = stepAll(replay, touched, again);
    if (again.size === 0) break;
  }
  gatherWakes(replay);
  noteRefused(replay);
};
const none: ReadonlySet<string> = new Set();

type Touched = Changed & { keys: ReadonlySet<string> };

/** Whether a rule or a duty is looked at again of everybody. */
const isReached = (opening: CourseRule | Duty, touched: Touched, replay: Replay): boolean => {
  if (touched.everything) return true;
  const reach = reachesOf(replay.case.course).of.get(opening);
  if (!reach) return true;
  const { always, happenings, sessions, duties } = reach;
  if (always || (touched.sessions && sessions === 'any')) return true;
  for (const what of touched.happenings) if (happenings.has(what)) return true;
  return duties.some((id) => isDue(id, replay));
};

const isDue = (opening: Id, { machines, view }: Replay): boolean => {
  const known = machines.get(opening);
  if (!known) return true;
  for (const { wakes } of known.values()) if (wakes <= view.point.ms) return true;
  return false;
};

/** What changed just now is looked at again, and so is what reads it. */
const isAgain = (opening: CourseRule | Duty, again: ReadonlySet<Id>, { case: { course } }: Replay): boolean =>
  again.size > 0 &&
  (again.has(opening.id) ||
    reachesOf(course)
      .of.get(opening)
      ?.duties.some((duty) => again.has(duty)) === true);

/** Takes what was touched, and what changed just now; gives the rules and duties that change by that. */
const stepAll = (replay: Replay, touched: Touched, again: ReadonlySet<Id>): Set<Id> => {
  const { rules, duties } = replay.case.course.course;
  const changed = new Set<Id>();
  const look = <O extends CourseRule | Duty>(opening: O, step: Step<O>): void => {
    const everybody = isAgain(opening, again, replay) || isReached(opening, touched, replay);
    if (!everybody && touched.keys.size === 0 && !isDue(opening.id, replay)) return;
    for (const { subject, sight } of subjectsOf(opening, sightOf(replay, replay.view))) {
      const machine = machineOf(replay, opening, subject);
      const own = opening.forEach === 'session' && touched.keys.has(subject ?? '');
      if (!everybody && !own && machine.wakes > replay.view.point.ms) continue;
      replay.wakes = Number.POSITIVE_INFINITY;
      if (step(opening, machine, sight, replay)) changed.add(opening.id);
      machine.wakes = replay.wakes;
    }
  };
  for (const rule of rules) look(rule, stepRule);
  for (const duty of duties) look(duty, stepDuty);
  return changed;
};

/** When something may next change by itself; what counts for how long it has held is looked at here, at every point. */
const gatherWakes = (replay: Replay): void => {
  replay.wakes = wakesOfView(replay.view);
  for (const machines of replay.machines.values()) for (const { wakes } of machines.values()) wake(replay, wakes);
  const sight = sightOf(replay, replay.view);
  for (const each of replay.watched) wake(replay, reads.condition(each, sight).wakes);
};

/** What had happened before it, on its day. */
const before = ({ start, day }: Anchor): Point => ({ ms: start - 1, day, complete: day });

type Step<O> = (opening: O, machine: Machine, sight: Sight, replay: Replay) => boolean;

const stepRule: Step<CourseRule> = (rule, machine, sight, replay) => {
  // What has been answered does not lapse by its own answer.
  let changed = answerRule(rule, machine, sight, replay);
  changed = stepOpening(rule, machine, sight, replay) || changed;
  changed = answerRule(rule, machine, sight, replay) || changed;
  return lapseWithTheCase(rule, machine, sight, replay) || changed;
};

const stepDuty: Step<Duty> = (duty, machine, sight, replay) => {
  const changed = duty.recurs ? stepRecurring(duty, machine, sight, replay) : stepOpening(duty, machine, sight, replay);
  for (const standing of standingsOf(duty, machine, sight)) wake(replay, standing.wakes);
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
