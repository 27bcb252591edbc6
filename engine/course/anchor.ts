/** When something was, and when it is looked at. */
import type { Clock } from '../case/moment.js';
import type { Moment } from '../contract/event.js';
import { type Anchor as Bare, anchorOf as bareAnchorOf } from './calendar/calendar.js';

/** A day or an instant as it was recorded, and what it comes to. */
export interface Anchor extends Bare {
  moment: Moment;
}

/** Takes a moment, gives its anchor. Throws a RangeError for what is no moment. */
export const anchorOf = (moment: Moment, clock: Clock): Anchor => {
  const ofClock = kept.get(clock) ?? new Map<Moment, Anchor>();
  if (ofClock.size === 0 || ofClock.size > mostKept) kept.set(clock, ofClock);
  if (ofClock.size > mostKept) ofClock.clear();
  const known = ofClock.get(moment);
  if (known) return known;
  const anchor = { ...bareAnchorOf(clock, moment), moment };
  ofClock.set(moment, anchor);
  return anchor;
};
/** The same few moments are looked at again and again. */
const kept = new WeakMap<Clock, Map<Moment, Anchor>>();
const mostKept = 10_000;

/**
 * A point at which a case is looked at. `day` is its local day, `complete` the latest day that is over by then: at the
 * last millisecond of a day that day itself, so that what is counted in days is judged after the day's session.
 */
export interface Point {
  ms: number;
  day: number;
  complete: number;
}

export const pointAt = (ms: number, clock: Clock): Point => {
  const day = clock.dayNumber(ms);
  return { ms, day, complete: clock.startOfDay(day + 1) - 1 === ms ? day : day - 1 };
};
/** The last millisecond of a day: when what is counted in days is judged. */
export const endOfDay = (day: number, clock: Clock): number => clock.startOfDay(day + 1) - 1;
