/** Whom or what rules and duties are looked at for, and how their duties stand. */
import type { CourseRule, Duty } from '../contract/course.js';
import { reads } from './condition.js';
import { type Standing, standingsOf } from './duty-states.js';
import { type Machine, newMachine } from './machine.js';
import type { Replay } from './replay-state.js';
import type { Sight } from './sight.js';
import type { View } from './view.js';

export const sightOf = ({ memory }: Pick<Replay, 'memory'>, view: View): Sight => ({
  reads,
  view,
  memory,
  scope: { kind: 'case' },
});

type Sub = { subject: string | undefined; sight: Sight };

/** Whom or what a rule or a duty is looked at for. */
export const subjectsOf = ({ forEach }: Pick<CourseRule | Duty, 'forEach'>, sight: Sight): Sub[] => {
  const { view } = sight;
  if (forEach === undefined) return [{ subject: undefined, sight }];
  if (forEach === 'session')
    return view.ledger.sessions
      .filter(({ credit, when, notDue }) => !credit && notDue !== 'not-yet' && when.start >= view.stay.from)
      .map((session) => ({ subject: session.key, sight: { ...sight, scope: { kind: 'session', session } } }));
  const entries = view.entries(forEach);
  const known = new Set(entries.map(({ key }) => key));
  const others = [...view.course.happenings.values()]
    .filter(({ about }) => about === forEach)
    .flatMap(({ id }) => view.occurrences(id))
    .flatMap(({ about }) => (about === undefined || known.has(about) ? [] : [about]));
  return [...entries, ...[...new Set(others)].map((key) => ({ key, record: view.record() }))].map(
    ({ key, record }) => ({
      subject: key,
      sight: { ...sight, scope: { kind: 'entry', of: forEach, key, record } },
    }),
  );
};

export const machineOf = (replay: Replay, opening: CourseRule | Duty, subject: string | undefined): Machine => {
  const ofOpening = replay.machines.get(opening.id) ?? new Map<string, Machine>();
  replay.machines.set(opening.id, ofOpening);
  const key = subject ?? '';
  const machine = ofOpening.get(key) ?? newMachine(opening, subject);
  ofOpening.set(key, machine);
  return machine;
};

/** How a duty's instances stand now. */
export const dutyStandings = (duty: Duty, replay: Replay): Standing[] =>
  subjectsOf(duty, sightOf(replay, replay.view)).flatMap(({ subject, sight }) =>
    standingsOf(duty, machineOf(replay, duty, subject), sight),
  );
