/** How each instance of a duty stands. */
import type { Duty } from '../contract/course.js';
import type { DutyState } from '../contract/course-verdict.js';
import type { Anchor } from './anchor.js';
import { doneAfter, type Instance, instancesOf } from './instances.js';
import type { Machine } from './machine.js';
import type { Sight } from './sight.js';
import type { Happened } from './timeline.js';

export interface Standing {
  instance: Instance;
  state: DutyState;
  met?: Anchor;
  metBy: Happened[];
  left: number;
  /** When it changes by itself: milliseconds. */
  wakes: number;
}

/** Takes a duty's machine, gives how its instances stand at a point. What meets one meets no other. */
export const standingsOf = (duty: Duty, machine: Machine, sight: Sight): Standing[] => {
  const spent = new Set<number>();
  return instancesOf(duty, machine, sight).map((instance) => standingOf(duty, instance, spent, sight));
};

const standingOf = (duty: Duty, instance: Instance, spent: Set<number>, sight: Sight): Standing => {
  const { due, window, lapsed, standing, by } = instance;
  const done = doneAfter(duty, instance.opened, by, sight).filter(
    (each) => !spent.has(each.place) && isFor(each, instance, sight) && (!window || isIn(each.at.day, window)),
  );
  const inTime = lapsed ? done.filter(({ at }) => at.start <= lapsed.start || at.day <= lapsed.day) : done;
  const metBy = standing ? inTime : inTime.slice(0, duty.times);
  for (const { place } of metBy) spent.add(place);
  const left = standing ? 0 : Math.max(0, duty.times - metBy.length);
  const base = { instance, metBy, left, wakes: Number.POSITIVE_INFINITY };
  const last = metBy.at(-1);
  if (!standing && left === 0 && last)
    return { ...base, met: last.at, state: due && last.at.start >= due.latestEndsAt ? 'met-late' : 'met' };
  const now = sight.view.point.ms;
  const missedAt = due?.latestEndsAt ?? Number.POSITIVE_INFINITY;
  if (lapsed && lapsed.start < missedAt) return { ...base, state: 'lapsed' };
  if (now >= missedAt) return { ...base, state: 'missed' };
  if (due && now >= due.endsAt) return { ...base, state: 'perhaps-missed', wakes: missedAt };
  return { ...base, state: 'open', wakes: due?.endsAt ?? Number.POSITIVE_INFINITY };
};

const isIn = (day: number, { from, to }: { from: number; to: number }): boolean => day >= from && day <= to;

/** What is said to be about a session or an event is for what that one opened. */
const isFor = ({ about, id }: Happened, { by, subject }: Instance, { view, scope }: Sight): boolean => {
  // What came of a session is about nothing else.
  if (about === undefined || about === id || scope.kind === 'entry' || about === subject) return true;
  if (by === undefined || about === by.about || about === by.id) return true;
  return !view.ledger.byKey.has(about) && !view.of.places.has(about);
};
