/** Who had a place at a session and was not due there: nobody has to record anything of him. */
import type { NotDue } from '../../../engine/contract/index.js';
import type { Actor } from '../../server/access/actor.js';
import type { Cases, OpenCase } from '../../server/cases/contract.js';
import type { OpenGroup } from '../../server/groups/contract.js';
import { noteOf, sitsOn } from '../../server/groups/plan.js';
import { keyOf, type Meeting } from '../../server/groups/timetable.js';
import { over } from '../case/shown-case.js';
import { localDay } from '../words/dates.js';

const away: readonly NotDue[] = ['suspended', 'on-leave', 'before-start', 'after-end'];

/** Whether somebody's passage was over by a day on which his group meets, and nothing is recorded of him there. */
export const isOverBy = (
  { bundle, evaluation: { ledger, state, stateSince } }: OpenCase,
  { key, day }: Pick<Meeting, 'key' | 'day'>,
): boolean => {
  const session = ledger?.find((one) => one.key === key);
  if (session) return session.notDue === 'after-end' && !session.recorded;
  return (
    over.includes(state ?? '') && stateSince !== undefined && localDay(stateSince, bundle.programme.timeZone) < day
  );
};

/** Those with a place in the group on a day. */
export const seatedOn = ({ group, seats }: Pick<OpenGroup, 'group' | 'seats'>, day: string): Set<string> =>
  new Set(seats.filter((one) => one.group === group.id && sitsOn(one, day)).map(({ ref }) => ref));

/**
 * Takes a group and the days on which it met; gives, by the day of each session that was recorded of some and not of all, or
 * that nobody can have been at whose passage is over, how many of those not recorded were not due. Only where there are such
 * sessions the cases are read.
 */
export const notDueAt = async (
  cases: Pick<Cases, 'openAll'>,
  actor: Actor,
  open: Pick<OpenGroup, 'group' | 'seats' | 'notes'>,
  days: readonly string[],
): Promise<ReadonlyMap<string, number>> => {
  const gone = new Set(open.seats.flatMap(({ ref, over: isOver }) => (isOver ? [ref] : [])));
  const asked = days
    .map((day) => ({ ...noteOf(open.notes, open.group.id, day), there: seatedOn(open, day) }))
    .filter(({ marked, cancelled, there }) => cancelled === undefined && there.size > marked)
    .filter(({ marked, there }) => marked > 0 || [...there].every((ref) => gone.has(ref)));
  const refs = [...new Set(asked.flatMap(({ there }) => [...there]))];
  if (refs.length === 0) return new Map();
  const opened = (await cases.openAll(actor, refs)).flatMap((one) => one ?? []);
  return new Map(
    asked.map(({ day, there }) => {
      const key = keyOf(open.group, day);
      const notDue = opened.filter((found) => {
        const session = found.evaluation.ledger?.find((one) => one.key === key);
        const isAway = session?.recorded === false && session.notDue && away.includes(session.notDue);
        return there.has(found.stored.ref) && (isAway || isOverBy(found, { key, day }));
      });
      return [day, notDue.length];
    }),
  );
};
