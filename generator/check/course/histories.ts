/** Short histories of sessions, tried out one after the other, the shortest first. */
import {
  type Bundle,
  type CaseEvent,
  type Course,
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

/** Outcomes that no rule can tell apart count once; contact is tried only where something is broken by it. */
export const turnsOf = (course: Course): Turn[] => {
  const seen = new Map<string, Turn>();
  for (const { id, traits } of course.sessions?.outcomes ?? []) {
    const key = JSON.stringify(
      Object.entries(traits)
        .filter(([, holds]) => holds)
        .sort(),
    );
    if (!seen.has(key)) seen.set(key, { outcome: id, absence: traits.absence === true, contact: false });
  }
  const turns = [...seen.values()];
  const anyOf = course.happenings.map((happening) => happening.anyOf);
  if (!JSON.stringify([course.derived, course.rules, anyOf]).includes(contactEvent)) return turns;
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
