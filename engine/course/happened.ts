/** Whether something was recorded to have happened, in its window. */
import { no, unknown, yes } from '../condition/truth.js';
import { dayText } from '../contract/calendar.js';
import type { LeafHappened, When } from '../contract/course.js';
import { type Anchor, anchorOf } from './anchor.js';
import { dayAfter, hourLength, isDaySpan } from './calendar/calendar.js';
import { dueAfter } from './calendar/due.js';
import { isLater, isWithinLast, leavesLast } from './derive/items.js';
import type { Session } from './ledger.js';
import { whereSight } from './machine.js';
import { isAbout, type Sight } from './sight.js';
import { type Happened, picked } from './timeline.js';
import { type Found, found } from './truths.js';

/**
 * An act that was not recorded did not happen. Only while a time limit is running is it not known yet: until then it
 * may still come in time.
 */
export const happenedFound = ({ event, where, within }: LeafHappened, sight: Sight): Found => {
  const { view } = sight;
  const limit = within && (within.kind === 'within' || within.kind === 'by') ? limitOf(within, sight) : undefined;
  if (limit === 'never') return found(no);
  const isWide = within?.kind === 'last';
  const all = view
    .occurrences(event)
    .filter(
      (each) => (isWide || each.at.start >= view.stay.from) && isAbout(sight, each) && isBeforeItself(each, sight),
    );
  let wakes = Number.POSITIVE_INFINITY;
  let perhaps: Found | undefined;
  for (const each of all.toReversed()) {
    if (!isInWindow(each, within, limit, sight)) continue;
    const meant = where ? sight.reads.condition(where, whereSight(sight, each)) : found(yes);
    if (meant.truth === no) continue;
    if (within?.kind === 'last' && !sight.asAt) wakes = Math.min(wakes, leavesLast(each.at, within.span, sight));
    if (meant.truth === yes) return found(yes, [each.place, ...meant.used], [], wakes);
    perhaps ??= meant;
  }
  if (perhaps) return { ...perhaps, wakes: Math.min(wakes, perhaps.wakes) };
  if (limit && view.point.ms < limit.up - 1)
    return found(unknown, [], [{ kind: 'not-yet', of: event, until: limit.due }], limit.up - 1);
  const unrecorded = where ? [] : view.perhaps(event).filter((session) => mayBeInWindow(session, within, limit, sight));
  if (unrecorded.length > 0)
    return found(
      unknown,
      [],
      unrecorded.map(({ key }) => ({ kind: 'session', of: key })),
      Math.min(
        wakes,
        ...unrecorded.map(({ when }) => (within?.kind === 'last' ? leavesLast(when, within.span, sight) : wakes)),
      ),
    );
  return found(no, [], [], wakes);
};

/** A session that nobody recorded may have brought it. */
const mayBeInWindow = (
  { when, key }: Session,
  within: When | undefined,
  limit: Limit | undefined,
  sight: Sight,
): boolean => {
  const isOfStay = within?.kind === 'last' || when.start >= sight.view.stay.from;
  const isOfScope = sight.scope.kind !== 'session' || sight.scope.session.key === key;
  return isOfStay && isOfScope && isInWindow({ at: when, about: key }, within, limit, sight);
};

/** What rules brought counts, for what opens a rule, only from before that: it does not feed on its own effect. */
const isBeforeItself = ({ what, at }: Happened, { actsBefore, view }: Sight): boolean =>
  actsBefore === undefined || !view.course.acts.has(what) || isLater(actsBefore, at);

interface Limit {
  from: Anchor;
  /** Milliseconds: the first instant at which the time is up. */
  up: number;
  due: string;
}

const limitOf = (within: Extract<When, { kind: 'within' | 'by' }>, sight: Sight): Limit | 'never' => {
  const { view, scope } = sight;
  const from = within.of === 'session' ? sessionOf(scope) : latest(within.of, sight)?.at;
  if (!from) return 'never';
  const anchor =
    within.kind === 'by' && within.span.unit !== 'hours' ? anchorOf(dayText(from.day), view.course.clock) : from;
  const due = dueAfter(view.course.calendar, anchor, within.span, within.kind === 'by' ? within.time : undefined);
  return { from, up: due.latestEndsAt, due: due.latest ?? due.due };
};

const sessionOf = (scope: Sight['scope']): Anchor | undefined => {
  if (scope.kind === 'session') return scope.session.when;
  return scope.kind === 'happening' ? scope.happened.at : undefined;
};

const latest = (pick: Parameters<typeof picked>[1], sight: Sight): Happened | undefined =>
  picked(
    sight.view.occurrences(pick.event).filter((each) => each.at.start >= sight.view.stay.from && isAbout(sight, each)),
    pick,
  );

const isInWindow = (
  { at, about }: Pick<Happened, 'at' | 'about'>,
  within: When | undefined,
  limit: Limit | undefined,
  sight: Sight,
): boolean => {
  if (!within) return true;
  if (limit) {
    const isLinked = sight.scope.kind === 'session' && about === sight.scope.session.key;
    return at.start < limit.up && (isLinked || at.day >= limit.from.day);
  }
  if (within.kind === 'last') return isWithinLast(at, within.span, sight);
  if (within.kind === 'before') return isBefore(at, within, sight);
  if (within.kind !== 'since') return true;
  const than = latest(within.of, sight);
  // Of things of one day it is not known which came first; they count.
  return !than || at.day >= than.at.day;
};

/** Where only the days are known, what may have been before, or so long before, counts. */
const isBefore = (at: Anchor, { of, span }: Extract<When, { kind: 'before' }>, sight: Sight): boolean => {
  const than = of === 'session' ? sessionOf(sight.scope) : latest(of, sight)?.at;
  if (!than) return false;
  if (!span) return of === 'session' && at.precise && than.precise ? at.start < than.start : at.day <= than.day;
  if (!isDaySpan(span)) return at.start + span.n * hourLength <= than.end - 1;
  return dayAfter(sight.view.course.calendar.working, at.day, span).day <= than.day;
};
