/** Who records what happens, where a scenario does not say, and who may. */
import { type Bundle, type Id, isOneOf, kindsOf } from '../../../engine/contract/index.js';
import type { Reading } from '../reading.js';
import type { Frame } from './frame.js';
import { raiseOverTime } from './problems.js';

/** The first role inside: of what is hers one that supports somebody, of anything else one that does not. */
export const somebodyInside = ({ people }: Bundle, isHers = false): Id => {
  const inside = people.filter(({ side }) => side === 'inside');
  const likely = inside.find(({ supports }) => (supports !== undefined) === isHers);
  return (likely ?? inside[0] ?? people[0])?.id ?? '';
};

/** Nobody named: anybody inside. */
const mayRecord = (bundle: Bundle, role: Id, named: Id[]): boolean =>
  named.length === 0
    ? bundle.people.some(({ id, side }) => id === role && side === 'inside')
    : isOneOf(role, named, kindsOf(bundle.people));

/** Takes those named for it; gives who records it: who the frame says, or the first who may. A wrong one is reported. */
export const recorderOf = (frame: Frame, named: Id[], of: string, reading: Reading, isHers = false): Id => {
  const { by, byAt } = frame;
  if (by === undefined) return named[0] ?? somebodyInside(reading.bundle, isHers);
  if (!mayRecord(reading.bundle, by, named)) {
    reading.problems.push(raiseOverTime('scenario/wrong-recorder', byAt, { of, role: by, named }));
  }
  return by;
};
