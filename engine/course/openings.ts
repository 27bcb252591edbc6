/** From point to point: what opens a rule or a duty, keeps it open, and lets it lapse. */
import { instantText } from '../case/moment.js';
import { no, unknown, yes } from '../condition/truth.js';
import type { Id } from '../contract/bundle.js';
import { dayText } from '../contract/calendar.js';
import type { CourseRule, Duty } from '../contract/course.js';
import { type Anchor, anchorOf, endOfDay, type Point } from './anchor.js';
import type { Due } from './calendar/due.js';
import { periodOf } from './calendar/period.js';
import { isOver } from './life.js';
import { type Candidate, candidatesOf, guardOf, levelOf, type Machine, type Occurrence } from './machine.js';
import { type Replay, wake } from './replay-state.js';
import type { Sight } from './sight.js';
import { dutyStandings } from './subjects.js';
import type { Found } from './truths.js';
import type { View } from './view.js';

const isLevel = (
  trigger: CourseRule['trigger'],
): trigger is Extract<CourseRule['trigger'], { kind: 'while' | 'becomes' | 'reaches' }> =>
  trigger.kind === 'while' || trigger.kind === 'becomes' || trigger.kind === 'reaches';
const stands = (trigger: CourseRule['trigger']): boolean =>
  trigger.kind === 'while' || (trigger.kind === 'reaches' && trigger.stands);

/** Takes a rule or a duty with what is remembered of it; looks at it at this point. Gives whether anything changed. */
export const stepOpening = (opening: CourseRule | Duty, machine: Machine, sight: Sight, replay: Replay): boolean => {
  delete machine.perhaps;
  delete machine.doubt;
  const { trigger } = opening;
  if (isLevel(trigger)) return stepLevel(opening, trigger, machine, sight, replay);
  const found = candidates(trigger, sight, replay);
  let changed = lapseWithout(opening, found, machine, sight);
  for (const candidate of found) changed = raise(opening, candidate, machine, sight, replay) || changed;
  return changed;
};

/** A duty outlives what opened it, unless that was before he had started at all. */
const isBeforeStart = (by: Occurrence['by'], { view }: Sight): boolean =>
  by?.about === by?.id && view.ledger.byKey.get(by?.about ?? '')?.notDue === 'before-start';

/** What no longer is what it was when it raised a rule, as an absence that was explained since. */
const lapseWithout = (
  opening: CourseRule | Duty,
  found: readonly Candidate[],
  machine: Machine,
  sight: Sight,
): boolean => {
  const isDuty = !('effects' in opening);
  const keys = new Set(found.map(({ key }) => key));
  const gone = [...machine.occurrences.values()].filter(
    ({ state, key, crossed, by }) =>
      state === 'open' &&
      !keys.has(key) &&
      crossed.start >= sight.view.stay.from &&
      (!isDuty || isBeforeStart(by, sight)),
  );
  return gone.map((each) => lapse(each, sight)).length > 0;
};

const candidates = (
  trigger: Exclude<CourseRule['trigger'], { kind: 'while' | 'becomes' | 'reaches' }>,
  sight: Sight,
  replay: Replay,
): Candidate[] => {
  if (trigger.kind !== 'missed') return candidatesOf(trigger, sight);
  const duty = replay.case.course.duties.get(trigger.duty);
  if (!duty) return [];
  return dutyStandings(duty, replay).flatMap(({ instance, state }) => {
    const isSame = sight.scope.kind !== 'entry' || instance.subject === sight.scope.key;
    if (state !== 'missed' || !instance.due || !isSame) return [];
    const at = whenMissed(instance.due, replay);
    const used = instance.by ? [instance.by.place] : [];
    return [
      {
        key: `missed ${instance.subject ?? ''} ${instance.key}`,
        at,
        found: { truth: yes, used, lacks: [], wakes: Number.POSITIVE_INFINITY },
      },
    ];
  });
};

/** A day's duty is missed from the next day on, and from its very beginning; one of an instant at that. */
const whenMissed = ({ due, latest, latestEndsAt }: Due, { case: { course } }: Replay): Anchor => {
  const { clock } = course;
  const isInstant = due.includes('T') && latest === undefined;
  const start = isInstant ? latestEndsAt - 1 : latestEndsAt;
  const day = clock.dayNumber(start);
  const moment = isInstant ? instantText(start) : dayText(day);
  return { start, end: start + 1, day, precise: true, moment };
};

type Level = Extract<CourseRule['trigger'], { kind: 'while' | 'becomes' | 'reaches' }>;

const stepLevel = (
  opening: CourseRule | Duty,
  trigger: Level,
  machine: Machine,
  sight: Sight,
  replay: Replay,
): boolean => {
  const spent = machine.spentUntil === undefined ? {} : { spentUntil: machine.spentUntil };
  const level = levelOf(trigger, { ...sight, ...spent });
  wake(replay, level.wakes);
  if (level.truth !== unknown) delete machine.couldBe;
  const crossed = machine.crossing && machine.occurrences.get(machine.crossing.key);
  if (level.truth === yes) cross(machine, level, crossed, replay);
  if (!stands(trigger) && !isCounted(trigger, replay)) return stepCrossed(opening, machine, level, sight, replay);
  if (trigger.kind === 'reaches') return stepReached(opening, trigger, machine, level, { ...sight, ...spent }, replay);
  if (level.truth === no) {
    delete machine.crossing;
    return crossed?.state === 'open' ? lapse(crossed, sight) : false;
  }
  if (level.truth === unknown) {
    // What was raised stands until it surely does not; what would tell is asked for.
    if (crossed?.state === 'open') machine.doubt = level.lacks;
    if (!crossed) maybe(opening, machine, level, sight, replay);
    return false;
  }
  const { crossing } = machine;
  return crossing ? raise(opening, { ...crossing, found: level }, machine, sight, replay) : false;
};

/** A level that has come to hold is crossed, and again once a refusal has something later against it. */
const cross = (machine: Machine, level: Found, crossed: Occurrence | undefined, replay: Replay): void => {
  const refused = crossed?.state === 'refused' && crossed.ended && hasLater(level.used, crossed.ended, replay);
  if (machine.crossing && !refused) return;
  machine.crossings += 1;
  machine.crossing = {
    at: anchorAt(replay.view.point, replay.case),
    key: `crossing ${machine.crossings}`,
  };
  machine.crossed.push({ ...machine.crossing, found: level });
};

/** What opens once is open, or open to question, whatever has become since of what it was crossed by. */
const stepCrossed = (
  opening: CourseRule | Duty,
  machine: Machine,
  level: Found,
  sight: Sight,
  replay: Replay,
): boolean => {
  if (level.truth === no) delete machine.crossing;
  if (level.truth === unknown && !machine.crossing) maybe(opening, machine, level, sight, replay);
  let changed = false;
  for (const each of machine.crossed) changed = raise(opening, each, machine, sight, replay) || changed;
  return changed;
};

/** What was counted stays counted; a run ends, and time goes on. */
const counted: ReadonlySet<string> = new Set(['count', 'sum', 'distinct', 'share']);
const isCounted = (trigger: Level, { case: { course } }: Replay): boolean =>
  trigger.kind === 'reaches' && counted.has(course.derived.get(trigger.fact)?.from.kind ?? '');

/**
 * A number that was reached stands by what was counted then: time that passes takes nothing away, but what is put right,
 * explained or answered does.
 */
const stepReached = (
  opening: CourseRule | Duty,
  trigger: Extract<Level, { kind: 'reaches' }>,
  machine: Machine,
  level: Found,
  sight: Sight,
  replay: Replay,
): boolean => {
  if (level.truth === no) delete machine.crossing;
  if (level.truth === unknown && !machine.crossing) maybe(opening, machine, level, sight, replay);
  lookBack(opening, trigger, machine, level, sight, replay);
  const { spentUntil: _, ...looking } = sight;
  let changed = false;
  for (const each of machine.crossed) {
    const known = machine.occurrences.get(each.key);
    if (known !== undefined && known.state !== 'open') continue;
    const held = levelOf(trigger, { ...sight, asAt: each.at });
    if (held.truth === unknown && known) machine.doubt = held.lacks;
    if (held.truth === no && known) changed = lapse(known, sight) || changed;
    if (held.truth === yes) changed = raise(opening, { ...each, found: held }, machine, looking, replay) || changed;
  }
  return changed;
};

/** What may have been reached is still to be found out when the time in which it counted is over. */
const lookBack = (
  opening: CourseRule | Duty,
  trigger: Extract<Level, { kind: 'reaches' }>,
  machine: Machine,
  level: Found,
  sight: Sight,
  replay: Replay,
): void => {
  if (level.truth === yes) delete machine.possible;
  else if (level.truth === unknown) machine.possible ??= anchorAt(sight.view.point, replay.case);
  else if (machine.possible) {
    const then = levelOf(trigger, { ...sight, asAt: machine.possible });
    if (then.truth === unknown) maybe(opening, machine, then, sight, replay, machine.possible);
    else delete machine.possible;
  }
};

/**
 * When something came about by itself or by what was recorded. At the end of a day it is of that day for what counts
 * days; hours count from that very end. At the beginning of a day it is of that day where something was recorded of it,
 * else of that very moment.
 */
const anchorAt = ({ ms, day, complete }: Point, of: Replay['case']): Anchor => {
  const { clock } = of.course;
  const bare = anchorOf(dayText(day), clock);
  if (complete === day) return { ...bare, start: ms + 1, end: ms + 2, precise: true };
  if (bare.start !== ms && bare.start !== ms + 1) return anchorOf(instantText(ms), clock);
  const isRecorded = bare.start === ms && of.line.moments.includes(ms);
  return isRecorded ? bare : { ...bare, end: bare.start + 1, precise: true };
};

const hasLater = (used: readonly number[], than: Anchor, { case: { line, course } }: Replay): boolean =>
  used.some((place) => {
    const event = line.events[place];
    return event !== undefined && anchorOf(event.happened, course.clock).day > than.day;
  });

const raise = (
  opening: CourseRule | Duty,
  { key, at, found, by }: Candidate,
  machine: Machine,
  sight: Sight,
  replay: Replay,
): boolean => {
  const known = machine.occurrences.get(key);
  if (known && (known.state === 'confirmed' || known.state === 'refused' || known.final)) return false;
  const isRule = 'effects' in opening;
  // A duty that was opened outlives what opened it.
  if (known?.state === 'open' && !isRule && !opening.unless) return until(opening, known, sight);
  const guard = guardOf(
    opening,
    at,
    { fresh: known === undefined, standing: opening.trigger.kind === 'while', excuses: isRule },
    sight,
  );
  wake(replay, guard.wakes);
  if (found.truth === unknown || guard.truth === unknown) {
    machine.wondered.add(key);
    if (!known) perhapsOf(opening, machine, [...found.lacks, ...guard.lacks], found.used, sight, replay);
    return false;
  }
  if (guard.truth === no) {
    if (known?.state !== 'open') return false;
    // What was raised by an event and came to nothing is not raised by it again.
    if (isRule && !isLevel(opening.trigger)) known.final = true;
    return lapse(known, sight);
  }
  if (known?.state === 'open') return until(opening, known, sight);
  if (opening.until.some((what) => isSince(what, at, sight))) return false;
  if (isRule && isBeyond(opening, sight.view)) return false;
  if (opening.trigger.kind === 'given' && isOpen(machine)) return false;
  const raised: Occurrence = {
    of: opening.id,
    key,
    ...(machine.subject !== undefined && { subject: machine.subject }),
    crossed: !isRule && machine.wondered.has(key) ? anchorAt(sight.view.point, replay.case) : laterOf(at, sight),
    ...(by && { by }),
    raised: sight.view.point.ms,
    used: [...found.used, ...guard.used],
    state: 'open',
    late: isOver(sight.view.life.stage),
  };
  // What lapsed and is raised again is another; the one before stays as it was.
  if (known) machine.occurrences.set(`${key}, ${machine.occurrences.size}`, known);
  machine.occurrences.delete(key);
  machine.occurrences.set(key, raised);
  return true;
};

/** Of one of several: not before anybody knew of them. */
const laterOf = (at: Anchor, { scope, view }: Sight): Anchor => {
  const known = scope.kind === 'entry' ? view.knownSince(scope.of, scope.key) : undefined;
  return known && known.start > at.start && known.day > at.day ? known : at;
};

/** The same answer given again opens nothing beside what it opened before. */
const isOpen = ({ occurrences }: Machine): boolean => [...occurrences.values()].some(({ state }) => state === 'open');

/** What would change the case is of no use once it is over; on the day on which it ended it is still answered by that. */
const isBeyond = (rule: CourseRule, { life, stay, point }: View): boolean =>
  isOver(life.stage) && stay.ended !== undefined && stay.ended.day < point.day && isOfTheCase(rule);
const ofTheCase = new Set(['close', 'suspend', 'complete', 'extend', 'move', 'keep', 'restart', 'transfer']);
/** Whether all that a rule does is to change how the case stands. */
export const isOfTheCase = ({ effects }: CourseRule): boolean =>
  effects.length > 0 && effects.every(({ verb }) => ofTheCase.has(verb));

const until = (opening: CourseRule | Duty, known: Occurrence, sight: Sight): boolean =>
  opening.until.some((what) => isSince(what, known.crossed, sight)) ? lapse(known, sight) : false;

const isSince = (what: Id, from: Anchor, { view }: Sight): boolean =>
  view.occurrences(what).some(({ at }) => (at.precise && from.precise ? at.start >= from.start : at.day >= from.day));

export const lapse = (occurrence: Occurrence, { view }: Sight): boolean => {
  occurrence.state = 'lapsed';
  occurrence.ended = anchorAt(view.point, view.of);
  return true;
};

/** A level that is not known may open something only where that may be raised: unknown and not so is not so. */
const maybe = (
  opening: CourseRule | Duty,
  machine: Machine,
  { lacks, used }: Found,
  sight: Sight,
  replay: Replay,
  then?: Anchor,
): void => {
  const guard = guardOf(opening, then, { fresh: true, standing: then === undefined, excuses: true }, sight);
  wake(replay, guard.wakes);
  // What opens once may have done so while that was otherwise.
  if (guard.truth !== no && opening.trigger.kind !== 'while') machine.couldBe = true;
  if (guard.truth !== no || machine.couldBe) perhapsOf(opening, machine, lacks, used, sight, replay);
};

const perhapsOf = (
  opening: CourseRule | Duty,
  machine: Machine,
  lacks: readonly Perhaps[],
  used: readonly number[],
  sight: Sight,
  _replay: Replay,
): void => {
  if ('effects' in opening && isBeyond(opening, sight.view)) return;
  machine.perhaps = {
    ...(machine.subject !== undefined && { subject: machine.subject }),
    at: sight.view.point,
    lacks,
    used,
  };
};
type Perhaps = NonNullable<Machine['perhaps']>['lacks'][number];

/** What recurs is called for in stretches: while its guards hold, from when it was opened. */
export const stepRecurring = (duty: Duty, machine: Machine, sight: Sight, replay: Replay): boolean => {
  const { trigger } = duty;
  const opened = isLevel(trigger)
    ? levelOf(trigger, sight)
    : candidates(trigger, sight, replay)
        .filter(({ at }) => !duty.until.some((what) => isSince(what, at, sight)))
        .at(0);
  const found = opened && 'found' in opened ? opened.found : opened;
  if (found) wake(replay, found.wakes);
  const guard = guardOf(duty, undefined, { fresh: true, standing: true, excuses: false }, sight);
  wake(replay, guard.wakes);
  const isCalled = found?.truth === yes && guard.truth === yes && !isLeftBehind(duty, sight.view);
  const last = machine.active.at(-1);
  const isActive = last !== undefined && last.to === undefined;
  if (isCalled) wakeAtPeriod(duty, replay);
  if (isCalled === isActive) return false;
  const now = anchorAt(sight.view.point, replay.case);
  if (!isCalled && last) {
    last.to = now;
    return true;
  }
  const first = opened && 'found' in opened ? opened : undefined;
  const isFirst = first !== undefined && machine.active.length === 0 && first.at.day === now.day;
  machine.active.push({
    from: isFirst ? first.at : now,
    ...(first?.by && machine.active.length === 0 && { by: first.by }),
  });
  return true;
};

/** What recurs for as long as he is with the service; what is hers, or begins with the end, goes on. */
const isLeftBehind = ({ trigger, onlyWhen, hers }: Duty, { life }: View): boolean =>
  isOver(life.stage) && !onlyWhen && !hers && !(trigger.kind === 'on' && isOver(trigger.event));

const wakeAtPeriod = ({ recurs }: Duty, replay: Replay): void => {
  if (recurs?.kind !== 'calendar') return;
  const { view, case: of } = replay;
  const next = Math.max(view.point.day, view.point.complete + 1);
  wake(replay, endOfDay(periodOf(next, recurs.period).last, of.course.clock));
};
