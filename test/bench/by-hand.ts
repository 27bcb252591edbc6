/**
 * What somebody would write by hand, for one programme and one moment, to feed a rules engine: plain loops over the
 * events, no ranges, no explanations, nothing that is told later or put right. The figure that ours stands beside.
 */
import { Engine, Operator } from 'json-rules-engine';
import { type Bundle, type CaseEvent, dayNumber, operatorsNamed, type Rule } from '../../engine/index.js';

interface Held {
  day: number;
  absent: boolean;
  credited: boolean;
}

const daysOf = (events: readonly CaseEvent[], what: string): number[] =>
  events.filter((event) => event.what === what).map(({ happened }) => dayNumber(happened));

const sessionsOf = (events: readonly CaseEvent[]): Held[] => {
  const [from = Number.POSITIVE_INFINITY] = daysOf(events, 'suspended');
  const [to = Number.POSITIVE_INFINITY] = daysOf(events, 'resumed');
  return events.flatMap(({ session }) => {
    if (session?.mark !== 'held') return [];
    const day = dayNumber(session.on);
    const isAway = day > from && day < to;
    const { outcome } = session;
    return [{ day, absent: !isAway && outcome !== 'attended', credited: outcome === 'attended' }];
  });
};

/** Facts of the case on a day. */
export const factsByHand = (events: readonly CaseEvent[], asOf: string): Record<string, unknown> => {
  const now = dayNumber(asOf);
  const held = sessionsOf(events);
  const heard = daysOf(events, 'heard-from-participant');
  const caughtUp = daysOf(events, 'caught-up').length;
  const absences = held.filter(({ absent }) => absent);
  let inARow = 0;
  for (const { day, absent } of held) inARow = absent && !heard.includes(day) ? inARow + 1 : 0;
  let [credits, inOne, inTwo] = [0, 0, 0];
  for (const { absent, credited } of held) {
    if (absent && credits < 6) inOne += 1;
    if (absent && credits >= 6) inTwo += 1;
    if (credited) credits += 1;
  }
  const incidents = daysOf(events, 'incident');
  const told = daysOf(events, 'report-incident-done');
  const warned = daysOf(events, 'warning-sent').at(-1) ?? 0;
  const high = events.filter(({ what, values }) => what === 'incident' && values.severity !== 'low');
  return {
    today: asOf,
    'last whole day': asOf,
    'missed-in-a-row': inARow,
    absences: absences.length,
    'most-in-a-phase': Math.max(inOne, inTwo),
    lately: absences.filter(({ day }) => day > now - 42).length,
    'days-silent': now - Math.max(...held.filter(({ credited }) => credited).map(({ day }) => day)),
    credits: credits + caughtUp,
    stage: daysOf(events, 'suspended').length > daysOf(events, 'resumed').length ? 'suspended' : 'on-programme',
    'high-incidents': high.length,
    'is stage suspended for at least 4 weeks': 'no',
    'report-incident is missed': incidents.some((day) => !told.some((on) => on >= day && on <= day + 7)) ? 'yes' : 'no',
    'incident has happened since latest warning-sent': incidents.some((day) => day >= warned) ? 'yes' : 'no',
    'close-two is standing': 'no',
  };
};

/** Facts of each session. */
export const sessionFactsByHand = (events: readonly CaseEvent[], asOf: string): Record<string, unknown>[] => {
  const warned = daysOf(events, 'warning-sent').some((day) => day >= dayNumber(asOf) - 92);
  return sessionsOf(events).map(({ absent }) => ({
    today: asOf,
    'last whole day': asOf,
    unexcused: absent ? 'yes' : 'no',
    'warning-sent has happened in the last 3 months': warned ? 'yes' : 'no',
  }));
};

const fired = async (rules: readonly Rule[], facts: Record<string, unknown>): Promise<string[]> => {
  const engine = new Engine();
  const names = new Set(JSON.stringify(rules).match(/(?<="operator":")[^"]+/g));
  for (const { name, holds, known } of operatorsNamed(names)) engine.addOperator(new Operator(name, holds, known));
  for (const rule of rules) engine.addRule(rule as never);
  return (await engine.run(facts)).results.map(({ name }) => name);
};

/** The same rules that ours emits, on those facts: of the case, then of each session. */
export const stockByHand = async (bundle: Bundle, events: readonly CaseEvent[], asOf: string): Promise<string[]> => {
  const [ofCase, ofSession] = bundle.rules.overTime ?? [];
  const found = await fired(ofCase?.rules ?? [], factsByHand(events, asOf));
  for (const facts of sessionFactsByHand(events, asOf)) found.push(...(await fired(ofSession?.rules ?? [], facts)));
  return found;
};
