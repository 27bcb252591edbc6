/** Who records what happens, where a scenario does not say, and who may. */
import type { Bundle, Id } from '../../../engine/contract/index.js';
import type { Reading } from '../reading.js';
import type { Frame } from './frame.js';
import { raiseOverTime } from './problems.js';

/** The first role inside that supports nobody in particular; else the first inside; else the first. */
export const somebodyInside = ({ people }: Bundle): Id =>
  (
    people.find(({ side, supports }) => side === 'inside' && supports === undefined) ??
    people.find(({ side }) => side === 'inside') ??
    people[0]
  )?.id ?? '';

const isOneOf = (bundle: Bundle, role: Id, wanted: Id[], seen: Id[] = []): boolean => {
  if (wanted.includes(role)) return true;
  const kindOf = bundle.people.find(({ id }) => id === role)?.is;
  return kindOf !== undefined && !seen.includes(role) && isOneOf(bundle, kindOf, wanted, [...seen, role]);
};

/** Nobody named: anybody inside. What only outside people are named for, anybody inside records for them. */
const mayRecord = (bundle: Bundle, role: Id, named: Id[]): boolean => {
  const isInside = (id: Id): boolean => bundle.people.some((person) => person.id === id && person.side === 'inside');
  return isOneOf(bundle, role, named) || (isInside(role) && !named.some(isInside));
};

/** Takes those named for it; gives who records it: who the frame says, or the first who may. A wrong one is reported. */
export const recorderOf = (frame: Frame, named: Id[], of: string, reading: Reading): Id => {
  const { by, byAt } = frame;
  if (by === undefined) return named[0] ?? somebodyInside(reading.bundle);
  if (!mayRecord(reading.bundle, by, named)) {
    reading.problems.push(raiseOverTime('scenario/wrong-recorder', byAt, { of, role: by, named }));
  }
  return by;
};
