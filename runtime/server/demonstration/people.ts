/** The people of a demonstration: one for each role inside, one who refers, one who administers. */
import type { Bundle, Id } from '../../../engine/contract/index.js';
import type { Demonstrator } from '../people/people.js';
import { rolesToGive } from '../people/sides.js';
import { emailOf, workerNamed } from './invented.js';

export interface Part extends Demonstrator {
  /** What the table calls it. */
  role: Id;
}

/** Those of one programme. The `from`th invented name is the first used. */
export const partsOf = (programme: string, bundle: Bundle, from: number): Part[] => {
  const given = rolesToGive(bundle).filter(({ id, side }) => side === 'inside' || id !== 'participant');
  return given.map(({ id, side }, i) => {
    const name = workerNamed(from + i);
    const where = side === 'inside' ? programme : 'referrer';
    return { role: id, name, email: emailOf(name, where), grants: [{ programme, role: id }] };
  });
};

/** Who administers, of all programmes. */
export const administrator = (n: number): Demonstrator => {
  const name = workerNamed(n);
  return { name, email: emailOf(name, 'administration'), grants: [], administers: true };
};
