/** The sessions that events tell of, each by the name that a case knows it by. */
import type { CaseEvent, SessionMark } from '../../../engine/contract/index.js';
import { localDayOf, localTimeOf } from '../clock.js';
import { dayOf, momentOf } from '../reading.js';

/** A session: its key where it was given one; its day; where there are several that day, its time and kind as well. */
export interface NamedSession {
  name: string;
  day: string;
  time: string | undefined;
  marks: SessionMark[];
}

const isPrecise = ({ on }: SessionMark): boolean => on.length > 10;

/** Those that say more come first, so that those that say less find them. */
const detail = (mark: SessionMark): number =>
  (mark.key === undefined ? 0 : 4) + (isPrecise(mark) ? 2 : 0) + (mark.kind === undefined ? 0 : 1);

/** Marks with a key go together; others by their day, unless they name different times or kinds. */
const belongs = (mark: SessionMark, { name, marks }: NamedSession): boolean => {
  if (mark.key !== undefined) return mark.key === name;
  return marks.every(
    (other) =>
      (other.kind === undefined || mark.kind === undefined || other.kind === mark.kind) &&
      (!isPrecise(other) || !isPrecise(mark) || Date.parse(other.on) === Date.parse(mark.on)),
  );
};

/** Takes the events of a case; gives its sessions, of which nothing that was corrected speaks any more. */
export const sessionsIn = (events: CaseEvent[], timeZone: string): NamedSession[] => {
  const corrected = new Set(events.map(({ supersedes }) => supersedes));
  const marks = events.flatMap(({ id, session }) => (session === undefined || corrected.has(id) ? [] : [session]));
  const found: NamedSession[] = [];
  for (const mark of marks.sort((a, b) => detail(b) - detail(a))) {
    const day = localDayOf(mark.on, timeZone);
    const known = found.find((session) => session.day === day && belongs(mark, session));
    if (known !== undefined) known.marks.push(mark);
    else found.push({ name: mark.key ?? '', day, time: localTimeOf(mark.on, timeZone), marks: [mark] });
  }
  const several = (day: string): boolean => found.filter((session) => session.day === day).length > 1;
  return found
    .map((session) => ({ ...session, name: session.name || nameOf(session, several(session.day)) }))
    .sort((a, b) => order(`${a.day} ${a.time ?? ''}`, `${b.day} ${b.time ?? ''}`));
};

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const nameOf = ({ day, marks }: NamedSession, several: boolean): string => {
  if (!several) return day;
  const kind = marks.find((mark) => mark.kind !== undefined)?.kind;
  return [marks.find(isPrecise)?.on ?? day, ...(kind === undefined ? [] : [kind])].join(' ');
};

/** Whether a word means a session: its name, its day, its day and time, or with its kind after it. */
export const isNamed = (session: NamedSession, word: string): boolean => {
  const { name, day, time, marks } = session;
  if (name === word || marks.some(({ on }) => on === (momentOf(word) ?? word))) return true;
  const [date = '', clock] = word.trim().split(/[T ](?=\d{1,2}:\d\d$)/);
  return (dayOf(date) ?? date) === day && (clock === undefined || clock === time);
};

/** A session as it can be written in `about:`. */
export const sessionInWords = ({ day, time, name }: NamedSession): string =>
  name.startsWith(day) ? `${day}${time === undefined ? '' : ` ${time}`}` : name;
