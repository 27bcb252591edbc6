/** Which combinations of its leaves a date, or a pair of dates, can bring about: tried out on days about every border. */
import type { Leaf, LeafApart, LeafDated } from './bundle.js';
import { afterDuration, dayNumber, dayText, isApart, isOrdered } from './calendar.js';

type DayLeaf = LeafDated | LeafApart;
const dayLeaves = (leaves: readonly Leaf[]): DayLeaf[] =>
  leaves.filter((leaf) => leaf.kind === 'dated' || leaf.kind === 'apart');

const holds = (leaf: DayLeaf, day: number, than: number): boolean =>
  leaf.kind === 'dated' ? isOrdered(leaf.order, day, than) : isApart(leaf, day, than);

/** Of leaves that hold one date to fixed days. */
export const dayRegions = (leaves: readonly Leaf[]): { holds: boolean[] }[] => {
  const on = dayLeaves(leaves);
  const borders = on.flatMap((leaf) => {
    const than = fixedDay(leaf);
    return leaf.kind === 'dated' ? [than] : [than, shifted(than, leaf)];
  });
  const days = [...new Set(borders.flatMap((border) => nearby.map((offset) => border + offset)))].sort((a, b) => a - b);
  return days.map((day) => ({ holds: on.map((leaf) => holds(leaf, day, fixedDay(leaf))) }));
};

/** A border of months or years falls within three days of the one counted back from the other end. */
const nearby = [-4, -3, -2, -1, 0, 1, 2, 3, 4];
const fixedDay = (leaf: DayLeaf): number => ('day' in leaf.than ? dayNumber(leaf.than.day) : 0);
const shifted = (than: number, { duration, direction }: LeafApart): number =>
  afterDuration(than, direction === 'after' ? duration : { n: -duration.n, unit: duration.unit });

/** A leap day tells a year from twelve months; an ordinary day does not. */
const telling = ['2024-02-29', '2023-06-15'].map(dayNumber);
/**
 * How many days a month has matters once months and days are held to the same pair: then the starts are those of four
 * years, of which the 1st stands for every day that all months have.
 */
const everyStart = Array.from({ length: 1461 }, (_, i) => dayNumber('2023-01-01') + i).filter((day) =>
  /-(01|29|30|31)$/.test(dayText(day)),
);

const startsFor = (leaves: DayLeaf[]): number[] => {
  const units = leaves.flatMap((leaf) => (leaf.kind === 'apart' ? [leaf.duration.unit] : []));
  const ofCalendar = units.some((unit) => unit === 'months' || unit === 'years');
  const ofDays = units.some((unit) => unit === 'days' || unit === 'weeks');
  return ofCalendar && ofDays ? everyStart : telling;
};

/** Of leaves that hold two facts to one another, whichever way round each is written. */
export const pairRegions = (leaves: readonly Leaf[]): { holds: boolean[] }[] => {
  const on = dayLeaves(leaves);
  const first = on[0]?.fact;
  const itself = on.some((leaf) => 'fact' in leaf.than && leaf.than.fact === leaf.fact);
  const regions = new Map<string, { holds: boolean[] }>();
  const tryOut = (day: number, other: number): void => {
    const found = on.map((leaf) => (leaf.fact === first ? holds(leaf, day, other) : holds(leaf, other, day)));
    regions.set(found.map(Number).join(''), { holds: found });
  };
  for (const start of startsFor(on)) {
    const ends = on.map((leaf) => (leaf.kind === 'apart' ? afterDuration(start, leaf.duration) : start));
    for (const end of itself ? [start] : [...new Set([start, ...ends])]) {
      for (const offset of itself ? [0] : [-1, 0, 1]) {
        tryOut(start, end + offset);
        tryOut(end + offset, start);
      }
    }
  }
  return [...regions.values()];
};
