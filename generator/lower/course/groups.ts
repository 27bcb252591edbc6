/** Groups, their shared places, and the two numbers that each brings. */
import type { DerivedFact, Group } from '../../../engine/contract/course.js';
import type { Id } from '../../../engine/contract/index.js';
import type { WrittenGroups } from '../../language/constructs/groups.js';
import type { CourseContext } from './context.js';

/** All groups that share places with one, itself left out: sharing goes both ways, and from one to the next. */
export const poolOf = (written: WrittenGroups, id: Id): Id[] => {
  const found = new Set([id]);
  const shares = (one: Id, other: Id): boolean =>
    written.some((each) => each.id === one && each.value?.['shares-with']?.some(({ value }) => value === other));
  for (const member of found)
    for (const other of written) if (shares(member, other.id) || shares(other.id, member)) found.add(other.id);
  return written.map((each) => each.id).filter((each) => each !== id && found.has(each));
};

/** Takes the section as written; gives the groups. One that does not state its places has those of its pool. */
export const lowerGroups = (written: WrittenGroups, context: CourseContext): Group[] => {
  const placesOf = new Map(written.map(({ id, value }) => [id, value?.places?.value]));
  return written.flatMap(({ id, idAt, value }) => {
    if (!value) return [];
    const pool = poolOf(written, id);
    const places = [id, ...pool].map((each) => placesOf.get(each)).find((each) => each !== undefined);
    const { staffing } = value;
    return [
      {
        id,
        label: value.called.value,
        places: places ?? { kind: 'not-stated' as const },
        pool,
        thresholds: (value.thresholds ?? [])
          .map((each) => ({ at: Number(each.id), says: each.value?.value ?? '' }))
          .sort((one, other) => one.at - other.at),
        ...(staffing && {
          staffing: {
            facilitators: staffing.facilitators.value,
            force: staffing.force?.value ?? ('should' as const),
            ...(staffing.usually && { usually: staffing.usually.value }),
          },
        }),
        ...(value['open-until'] && { openUntil: value['open-until'].value }),
        origin: context.origin(value, idAt),
      },
    ];
  });
};

/** Gives `<group>-places-taken` and `<group>-places-free`, over all the groups that share the places. */
export const derivedOfGroups = (written: WrittenGroups, context: CourseContext): DerivedFact[] =>
  lowerGroups(written, context).flatMap(({ id, label, pool, origin }) =>
    (['taken', 'free'] as const).map((which) => ({
      id: `${id}-places-${which}`,
      called: `places ${which} in ${label}`,
      kind: 'number' as const,
      options: [],
      from: { kind: 'places' as const, groups: [id, ...pool], which },
      hers: false,
      reads: `The places ${which} in ${label}${pool.length > 0 ? ' and the groups that share them' : ''}.`,
      origin,
    })),
  );
