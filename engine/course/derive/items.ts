/** What a fact counts: the sessions, or what happened of one kind, that lie in its window. */
import { no, type Truth, unknown, yes } from '../../condition/truth.js';
import type { Id } from '../../contract/bundle.js';
import type { CourseCondition, Window } from '../../contract/course.js';
import type { Lacking } from '../../contract/course-verdict.js';
import { type Anchor, endOfDay } from '../anchor.js';
import { hourLength } from '../calendar/calendar.js';
import { windowAgo } from '../calendar/completed.js';
import { dueAfter } from '../calendar/due.js';
import { periodOf } from '../calendar/period.js';
import { isDue, isReckoned, type Session } from '../ledger.js';
import { whereSight } from '../machine.js';
import { isAbout, type Sight } from '../sight.js';
import { type Happened, picked } from '../timeline.js';
import type { Found } from '../truths.js';
import { isOfThisStay } from '../view.js';

/** One of the things counted, and whether it is of those that are meant. */
export interface Item {
  at: Anchor;
  used: readonly number[];
  session?: Session;
  happened?: Happened;
  phase?: Id;
  scope: Sight;
}

export interface Items {
  items: Item[];
  /** When the first of them leaves a window that moves, or a period ends: milliseconds. */
  wakes: number;
}

/** Takes what is counted and in which window; gives all that lies in it, in order. */
export const itemsOf = (of: Id, window: Window, fact: Id, sight: Sight): Items => {
  const all = of === 'session' ? sessionItems(sight) : happenedItems(of, sight);
  const { view } = sight;
  const since = window.since && picked(thisStay(view.occurrences(window.since.event), sight), window.since);
  const phase = window.this === 'phase' ? view.phases.current : undefined;
  const inWindow = all.filter((item) => {
    const { at } = item;
    if (!window.ever && !isOfThisStay(view, at.start, fact)) return false;
    if (window.phases && !(item.phase !== undefined && window.phases.includes(item.phase))) return false;
    if (window.this === 'phase' && item.phase !== phase) return false;
    if (window.this && window.this !== 'phase' && !isThisPeriod(at.day, window.this, sight)) return false;
    if (since && !isLater(at, since.at)) return false;
    return !window.last || isWithinLast(at, window.last, sight);
  });
  const items = window.lastSessions === undefined ? inWindow : ofLastSessions(inWindow, window.lastSessions, sight);
  return { items, wakes: wakeOf(items, window, sight) };
};

/** Of the last so many sessions that he was to come to: those themselves, or what happened from the first of them on. */
const ofLastSessions = (items: readonly Item[], n: number, { view }: Sight): Item[] => {
  const isOne = (session: Session): boolean => !session.credit && isReckoned(session, view.course);
  const ofSessions = items.filter(({ session, happened }) => session && !happened && isOne(session));
  if (ofSessions.length > 0 || items.length === 0) return ofSessions.slice(-n);
  const past = view.ledger.sessions.filter(
    (session) => session.notDue !== 'not-yet' && session.when.start >= view.stay.from && isOne(session),
  );
  const first = past.at(-n)?.when.start ?? Number.NEGATIVE_INFINITY;
  return items.filter(({ at }) => at.start >= first);
};

const thisStay = (happened: readonly Happened[], sight: Sight): readonly Happened[] =>
  happened.filter((each) => each.at.start >= sight.view.stay.from && isAbout(sight, each));

/** After that moment; of days, after that day. */
export const isLater = (at: Anchor, than: Anchor): boolean =>
  at.precise && than.precise ? at.start > than.start : at.day > than.day;

const isThisPeriod = (day: number, period: 'week' | 'month' | 'year', { view, asAt }: Sight): boolean =>
  periodOf(day, period).key === periodOf(asAt?.day ?? view.point.day, period).key;

/** Whether something lies within the last so long, up to now or to what is looked at. */
export const isWithinLast = (at: Anchor, span: NonNullable<Window['last']>, { view, asAt }: Sight): boolean => {
  const { calendar } = view.course;
  if (asAt && isLater(at, asAt)) return false;
  if (span.unit === 'hours') return at.end - 1 >= (asAt ? asAt.start : view.point.ms) - span.n * hourLength;
  return at.day >= windowAgo(calendar, asAt ? asAt.day : view.point.day, span);
};

/** When something leaves a window of the last so long: milliseconds. */
export const leavesLast = (at: Anchor, span: NonNullable<Window['last']>, { view }: Sight): number =>
  dueAfter(view.course.calendar, at, span).latestEndsAt;

const wakeOf = (items: readonly Item[], window: Window, sight: Sight): number => {
  const { clock } = sight.view.course;
  const { last, this: period } = window;
  let wakes = Number.POSITIVE_INFINITY;
  if (last) for (const { at } of items) wakes = Math.min(wakes, leavesLast(at, last, sight));
  if (period && period !== 'phase' && items.length > 0)
    wakes = Math.min(wakes, endOfDay(periodOf(sight.view.point.day, period).last, clock) + 1);
  return wakes;
};

/** Sessions after a moment of which nobody said whether they brought it. */
export const unrecordedAfter = (what: Id, than: Anchor | undefined, { view }: Sight): Session[] =>
  view
    .perhaps(what)
    .filter(({ when }) => when.start >= view.stay.from && (than === undefined || when.start > than.start));

const sessionItems = (sight: Sight): Item[] =>
  sight.view.ledger.sessions.flatMap((session) => {
    if (session.notDue === 'not-yet') return [];
    return [
      {
        at: session.when,
        used: session.used,
        session,
        ...(session.phase !== undefined && { phase: session.phase }),
        scope: { ...sight, scope: { kind: 'session', session } },
      },
    ];
  });

const happenedItems = (of: Id, sight: Sight): Item[] =>
  sight.view.occurrences(of).flatMap((happened) => {
    if (!isAbout(sight, happened)) return [];
    const session = happened.about === undefined ? undefined : sight.view.ledger.byKey.get(happened.about);
    const phase = session?.phase ?? phaseAt(happened.at, sight);
    return [
      {
        at: happened.at,
        used: [happened.place],
        happened,
        ...(session && { session }),
        ...(phase !== undefined && { phase }),
        scope: whereSight(sight, happened),
      },
    ];
  });

/** The phase of the latest session by then: where he was when it happened. */
const phaseAt = (at: Anchor, { view }: Sight): Id | undefined =>
  view.ledger.sessions.findLast((session) => session.phase !== undefined && session.when.start <= at.start)?.phase;

/** Whether an item is of those that are meant. A session that was not due counts only where somebody was there. */
export const isMeant = ({ session, happened, scope }: Item, where: CourseCondition | undefined): Found => {
  if (!where) return { truth: isHeld(session, happened), used: [], lacks: lacksOf(session), wakes: never };
  if (session && !happened && !isReckoned(session, scope.view.course))
    return { truth: no, used: [], lacks: [], wakes: never };
  return scope.reads.condition(where, scope);
};

const never = Number.POSITIVE_INFINITY;
const isHeld = (session: Session | undefined, happened: Happened | undefined): Truth => {
  if (happened || !session) return yes;
  if (session.credit) return no;
  if (session.outcome !== undefined) return yes;
  return isDue(session) ? unknown : no;
};
const lacksOf = (session: Session | undefined): Lacking[] =>
  session && !session.recorded ? [{ kind: 'session', of: session.key }] : [];
