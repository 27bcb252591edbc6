/** Who is on the register of a session, with what is recorded of each, and what is typed where something was sent. */
import { isOneOf, kindsOf } from '../../../engine/contract/roles.js';
import type { Bundle, Happening } from '../../../engine/index.js';
import { caseWith } from '../../../engine/viewer/case-for.js';
import { seenByRole } from '../../../engine/viewer/clearance.js';
import type { Actor } from '../../server/access/actor.js';
import type { Cases, OpenCase } from '../../server/cases/contract.js';
import type { CatchUp, OpenGroup } from '../../server/groups/contract.js';
import { type Entry, entryAt, eventsOf, recordedOf, type Turning } from '../../server/groups/entry.js';
import { meantBy } from '../../server/groups/meanwhile.js';
import { isGuest, sitsOn } from '../../server/groups/plan.js';
import type { Meeting } from '../../server/groups/timetable.js';
import { isOverBy } from '../groups/not-due.js';
import { causesOf } from './causes-presenter.js';
import type { SentRegister } from './register-form.js';
import type { OnRegister } from './register-presenter.js';

/** What the definition has recorded about a session, by those who act in this role. Nothing of hers is among it. */
export const recordsFor = (bundle: Bundle, { role }: Actor): Happening[] => {
  const sees = new Set([...seenByRole(bundle, role)].filter((label) => label !== 'hers'));
  const { course } = caseWith(bundle, [], { sees }).bundle;
  const kinds = kindsOf(bundle.people);
  return (course?.happenings ?? []).filter(
    ({ source, about, hers, by }) =>
      source === 'record' && about === 'session' && !hers && (by.length === 0 || isOneOf(role, by, kinds)),
  );
};

/** References of those with a place that day, then of those who come to make up for another. */
const listedOn = ({ group, seats, catchUps }: OpenGroup, day: string): { seated: string[]; catching: CatchUp[] } => ({
  seated: [...new Set(seats.filter((seat) => seat.group === group.id && sitsOn(seat, day)).map(({ ref }) => ref))],
  catching: catchUps.filter((one) => one.day === day),
});

export interface Asking {
  actor: Actor;
  open: OpenGroup;
  meeting: Meeting;
  sent?: SentRegister | undefined;
  /** Whose marks others changed, as saving found. */
  conflicts?: readonly string[];
}

/** Opens every case on the register. Somebody added stands last; a reference that is none is nobody. */
export const peopleOn = async (cases: Cases, asking: Asking): Promise<OnRegister[]> => {
  const { actor, open, meeting, sent } = asking;
  const { seated, catching } = listedOn(open, meeting.day);
  const also = [...(sent?.people.keys() ?? []), ...(sent?.also ? [sent.also] : [])];
  const refs = [...new Set([...seated, ...catching.map(({ ref }) => ref), ...also])];
  const opened = await cases.openAll(actor, refs);
  const isAsked = new Set([...catching.map(({ ref }) => ref), ...also]);
  return opened.flatMap((found) => {
    if (!found) return [];
    const one = onRegister(found, asking, { seated, catching });
    // Whose passage was over is not on it, unless somebody said something of him there.
    const isOnIt = one.recorded.stamp !== '' || isAsked.has(found.stored.ref) || !isOverBy(found, meeting);
    return isOnIt ? [one] : [];
  });
};

const onRegister = (
  found: OpenCase,
  { open: { group, seats }, meeting, sent, conflicts = [] }: Asking,
  { seated, catching }: { seated: string[]; catching: CatchUp[] },
): OnRegister => {
  const { ref } = found.stored;
  const { key, day } = meeting;
  const recorded = recordedOf(found.events, key, day);
  const typed = sent?.people.get(ref);
  // What he left as he saw it follows what others recorded since; only where both changed the same, what he typed stays.
  const meant =
    typed && typed.seen !== recorded.stamp
      ? meantBy(typed.entry, entryAt(found.events, typed.seen, key, day), recorded.entry)
      : { entry: typed?.entry ?? recorded.entry, isContested: false };
  const booked = catching.find((one) => one.ref === ref);
  const topic = found.evaluation.ledger?.find((session) => session.key === booked?.about)?.topic;
  const hasPlace = seats.some(
    (seat) => seat.group === group.id && seat.ref === ref && sitsOn(seat, day) && !isGuest(seat),
  );
  return {
    open: found,
    recorded,
    entry: meant.entry,
    isGuest: !hasPlace && booked === undefined,
    isCatchingUpOnly: booked !== undefined && !seated.includes(ref),
    ...(booked && {
      catchUp: { about: booked.about, day: booked.about.slice(0, 10), ...(topic !== undefined && { topic }) },
    }),
    meanwhile: conflicts.includes(ref),
    // Whoever is shown what others recorded saves on top of it.
    seen: typed && meant.isContested && !conflicts.includes(ref) ? typed.seen : recorded.stamp,
  };
};

/** What somebody's marks would cause; a sentence where they could not be recorded. */
export const causedFor = (
  cases: Cases,
  { open, recorded }: Pick<OnRegister, 'open' | 'recorded'>,
  entry: Entry,
  turning: Turning,
): ReturnType<typeof causesOf> => {
  const events = eventsOf(entry, recorded, turning);
  return events.length === 0 ? [] : causesOf(open.bundle, open.evaluation, cases.preview(open, events));
};
