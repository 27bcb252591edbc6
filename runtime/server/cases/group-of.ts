/** The group that somebody is in, read off his sessions: he is in it while sessions of it lie ahead of him. */
import type { CaseEvent, Id } from '../../../engine/contract/index.js';
import { localDay } from '../../../engine/document/words/dates.js';

interface Held {
  group: Id;
  day: string;
  /** It was corrected, or taken back as those of somebody are who is taken out. */
  isGone: boolean;
}

/**
 * Takes the events of a case, a local day and the time zone. Gives the group of his next session; where none is planned, the
 * group of his last, unless later ones of that group were taken back: then he was taken out of it.
 */
export const groupOf = (events: readonly CaseEvent[], today: string, zone: string): Id | undefined => {
  const corrected = new Set(events.flatMap(({ supersedes }) => supersedes ?? []));
  const all = events.flatMap(({ id, session }): Held[] =>
    session?.group === undefined
      ? []
      : [{ group: session.group, day: localDay(session.on, zone), isGone: corrected.has(id) }],
  );
  const standing = all.filter(({ isGone }) => !isGone).sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const next = standing.find(({ day }) => day >= today) ?? standing.at(-1);
  if (!next || next.day >= today) return next?.group;
  const isOut = all.some(({ group, day, isGone }) => isGone && group === next.group && day > next.day);
  return isOut ? undefined : next.group;
};
