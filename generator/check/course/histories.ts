/** Short histories of sessions, tried out one after the other, the shortest first. */
import {
  type Bundle,
  type CaseEvent,
  type Course,
  type CourseRule,
  dayNumber,
  dayText,
  type Evaluation,
  type Id,
  type Moment,
} from '../../../engine/contract/index.js';

/** How a case is played: the engine's `evaluate`, which the compiler itself does not have. */
export type Play = (
  bundle: Bundle,
  events: CaseEvent[],
  options: { asOf: Moment; outlook: boolean },
) => Pick<Evaluation, 'recommendations'>;

/** What can come of one session: an outcome, and whether he was heard from about it. */
export interface Turn {
  outcome: Id;
  absence: boolean;
  contact: boolean;
}

const contactEvent = 'heard-from-participant';

/** All that some rules read, as text: their own conditions, and the facts and unions of events that those name. */
export const readBy = (rules: readonly CourseRule[], { derived, happenings }: Course): string => {
  let read = JSON.stringify(rules.map(({ trigger, onlyWhen, unless }) => [trigger, onlyWhen, unless]));
  const left = new Set([...derived, ...happenings.filter(({ anyOf }) => anyOf)]);
  for (let found = true; found; ) {
    found = false;
    for (const each of left) {
      if (!read.includes(`"${each.id}"`)) continue;
      left.delete(each);
      read += JSON.stringify('from' in each ? each.from : each.anyOf);
      found = true;
    }
  }
  return read;
};
export const readsSessions = (read: string): boolean => /"session["\-.]/.test(read);

/** Which traits can be told apart by what is read; all of them where the outcome itself is. */
const isTold = (trait: string, read: string): boolean =>
  read.includes('"session.outcome"') ||
  read.includes(`"session.${trait}"`) ||
  (trait === 'absence' && read.includes('"session-missed"')) ||
  (trait === 'present' && read.includes('"session-attended"'));

/** Outcomes that what is read cannot tell apart count once; contact is tried only where something is broken by it. */
export const turnsOf = (course: Course, read: string): Turn[] => {
  const seen = new Map<string, Turn>();
  for (const { id, traits } of course.sessions?.outcomes ?? []) {
    const told = Object.keys(traits).filter((trait) => traits[trait] && isTold(trait, read));
    const key = read.includes('"session.outcome"') ? id : told.sort().join(' ');
    if (!seen.has(key)) seen.set(key, { outcome: id, absence: traits.absence === true, contact: false });
  }
  const turns = [...seen.values()];
  if (!read.includes(contactEvent) && !read.includes('"session.contact"')) return turns;
  return [...turns, ...turns.filter(({ absence }) => absence).map((turn) => ({ ...turn, contact: true }))];
};

/** Gives histories, the shortest first, up to so long and so many. */
export function* histories(turns: readonly Turn[], longest: number, most: number): Generator<Turn[]> {
  let ofLength: Turn[][] = [[]];
  let given = 0;
  for (let length = 1; length <= longest; length += 1) {
    const next: Turn[][] = [];
    for (const history of ofLength)
      for (const turn of turns) {
        if (given >= most) return;
        given += 1;
        const longer = [...history, turn];
        next.push(longer);
        yield longer;
      }
    ofLength = next;
  }
}

const firstDay = dayNumber('2026-01-05');

/** The events of a history: he starts, and then comes or does not, week by week. */
export const eventsOf = (history: readonly Turn[], role: Id): CaseEvent[] => {
  const event = (id: string, day: number, more: Partial<CaseEvent>): CaseEvent => {
    const on = dayText(day);
    return { id, kind: 'happened', happened: on, learned: on, recorded: on, by: { role }, values: {}, ...more };
  };
  return [
    event('start', firstDay, { what: 'started' }),
    ...history.flatMap(({ outcome, contact }, n) => {
      const day = firstDay + 7 * (n + 1);
      const held = event(`session ${n + 1}`, day, {
        kind: 'session',
        session: { mark: 'held', on: dayText(day), outcome },
      });
      return contact ? [held, event(`contact ${n + 1}`, day, { what: contactEvent })] : [held];
    }),
  ];
};
export const asOfEnd = (history: readonly Turn[]): Moment => dayText(firstDay + 7 * history.length);

/** "a participant who misses 4 sessions, never 3 in a row (absent, absent, attended, absent, absent)". */
export const inWords = (history: readonly Turn[]): string => {
  const missed = history.filter(({ absence }) => absence).length;
  let [run, longest] = [0, 0];
  for (const { absence } of history) {
    run = absence ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  const row = missed > longest ? `, never ${longest + 1} in a row` : missed > 1 ? ', all in a row' : '';
  const said = history.map(
    ({ outcome, contact }) => `${outcome.replaceAll('-', ' ')}${contact ? ' with contact' : ''}`,
  );
  const counted = missed === 0 ? 'misses no session' : `misses ${missed} session${missed === 1 ? '' : 's'}${row}`;
  return `a participant who ${counted} (${said.join(', ')})`;
};
