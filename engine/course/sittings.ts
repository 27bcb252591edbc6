/** What was said of sessions, put together session by session. */
import { dayText } from '../contract/calendar.js';
import type { Mark } from './timeline.js';

/** One session: its key, the number of its day, and all that was said of it. */
export interface Sitting {
  key: string;
  day: number;
  marks: Mark[];
}

/**
 * Takes all that was said of sessions, gives it session by session, in their order. Marks with a key of their own go
 * together; others by their day, unless they name different times or different kinds. Which was said first does not
 * matter.
 */
export const sittingsOf = (marks: readonly Mark[]): Sitting[] => {
  const sittings: Sitting[] = [];
  const byDay = new Map<number, Sitting[]>();
  for (const mark of [...marks].sort((a, b) => detail(b) - detail(a) || a.when.start - b.when.start)) {
    const ofDay = byDay.get(mark.when.day) ?? [];
    byDay.set(mark.when.day, ofDay);
    const known = ofDay.find((sitting) => belongs(mark, sitting));
    if (known) known.marks.push(mark);
    else {
      const sitting = { key: mark.key ?? '', day: mark.when.day, marks: [mark] };
      ofDay.push(sitting);
      sittings.push(sitting);
    }
  }
  for (const ofDay of byDay.values()) for (const sitting of ofDay) sitting.key ||= keyOf(sitting, ofDay.length > 1);
  return sittings.sort((a, b) => startOf(a) - startOf(b) || (a.key < b.key ? -1 : 1));
};

const startOf = ({ marks }: Sitting): number => Math.max(...marks.map(({ when }) => when.start));

/** Those that say more come first, so that those that say less find them. */
const detail = ({ key, kind, when }: Mark): number =>
  (key === undefined ? 0 : 4) + (when.precise ? 2 : 0) + (kind === undefined ? 0 : 1);

const belongs = (mark: Mark, { key, marks }: Sitting): boolean => {
  if (mark.key !== undefined) return mark.key === key;
  return marks.every(
    ({ kind, when }) =>
      (kind === undefined || mark.kind === undefined || kind === mark.kind) &&
      (!when.precise || !mark.when.precise || when.start === mark.when.start),
  );
};

const keyOf = ({ day, marks }: Sitting, several: boolean): string => {
  const kind = marks.find((mark) => mark.kind !== undefined)?.kind;
  const precise = marks.find(({ when }) => when.precise)?.on;
  return several ? `${precise ?? dayText(day)}${kind === undefined ? '' : ` ${kind}`}` : dayText(day);
};
