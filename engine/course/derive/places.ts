/** Places of groups, as the case was last told of them. */
import { type Derivation, mostOf } from '../../contract/course.js';
import type { Sight } from '../sight.js';
import { toldValue, unknownValue, type Value } from '../value.js';

export const placesValue = ({ groups, which }: Extract<Derivation, { kind: 'places' }>, { view }: Sight): Value => {
  let taken = 0;
  const used: number[] = [];
  for (const group of groups) {
    const told = view.occurrences(`${group}-places-taken`).at(-1);
    const value = told && toldValue(told, 'number');
    if (!told || value?.kind !== 'number') return unknownValue([{ kind: 'fact', of: `${group}-places-taken` }]);
    taken += value.least;
    used.push(told.place);
  }
  if (which === 'taken') return { kind: 'number', least: taken, most: taken, used, lacks: [], wakes: never };
  const [first] = view.course.course.groups.filter(({ id }) => groups.includes(id));
  const places = first && mostOf(first.places);
  if (places === undefined) return unknownValue([{ kind: 'fact', of: `${groups[0] ?? ''}-places` }]);
  const free = Math.max(0, places - taken);
  return { kind: 'number', least: free, most: free, used, lacks: [], wakes: never };
};

const never = Number.POSITIVE_INFINITY;
