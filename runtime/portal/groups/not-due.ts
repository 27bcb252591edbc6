/** Who had a place at a session and was not due there: nobody has to record anything of him. */
import type { NotDue } from '../../../engine/contract/index.js';
import type { Actor } from '../../server/access/actor.js';
import type { Cases } from '../../server/cases/contract.js';
import type { OpenGroup } from '../../server/groups/contract.js';
import { sitsOn } from '../../server/groups/plan.js';
import { keyOf } from '../../server/groups/timetable.js';

const away: readonly NotDue[] = ['suspended', 'on-leave', 'before-start', 'after-end'];

/** Those with a place in the group on a day. */
export const seatedOn = ({ group, seats }: Pick<OpenGroup, 'group' | 'seats'>, day: string): Set<string> =>
  new Set(seats.filter((one) => one.group === group.id && sitsOn(one, day)).map(({ ref }) => ref));

/**
 * Takes a group; gives, by the day of each session that was recorded of some and not of all, how many of the others were
 * not due. Only where there are such sessions the cases are read.
 */
export const notDueAt = async (
  cases: Pick<Cases, 'openAll'>,
  actor: Actor,
  open: Pick<OpenGroup, 'group' | 'seats' | 'notes'>,
): Promise<ReadonlyMap<string, number>> => {
  const partly = open.notes
    .map(({ day, marked, cancelled }) => ({ day, marked, cancelled, there: seatedOn(open, day) }))
    .filter(({ marked, cancelled, there }) => cancelled === undefined && marked > 0 && there.size > marked);
  const refs = [...new Set(partly.flatMap(({ there }) => [...there]))];
  if (refs.length === 0) return new Map();
  const opened = (await cases.openAll(actor, refs)).flatMap((one) => one ?? []);
  return new Map(
    partly.map(({ day, there }) => {
      const key = keyOf(open.group, day);
      const notDue = opened.filter(({ stored, evaluation }) => {
        const session = evaluation.ledger?.find((one) => one.key === key);
        return there.has(stored.ref) && session?.recorded === false && session.notDue && away.includes(session.notDue);
      });
      return [day, notDue.length];
    }),
  );
};
