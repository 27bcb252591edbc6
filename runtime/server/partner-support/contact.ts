/** What an attempt to reach her is to the programme: which happening it is, and which duties that meets. */
import type { Bundle, CourseEvaluation, Duty, DutyVerdict, Happening, Id } from '../../../engine/contract/index.js';
import { outOf } from '../../documents/acts.js';
import { isAmong, recordersOfHappening } from '../cases/may-record.js';
import type { Outcome } from './contract.js';
import { listOf } from './partners.js';

const isAboutHer = (bundle: Bundle, { forEach, hers }: Pick<Duty, 'forEach' | 'hers'>): boolean =>
  hers || (forEach !== undefined && forEach === listOf(bundle)?.id);

/** Duties about a partner. */
export const herDuties = (bundle: Bundle): Duty[] =>
  (bundle.course?.duties ?? []).filter((one) => isAboutHer(bundle, one));

/** Happenings that were contact with her, or heard from her. */
const contacts = ({ course }: Bundle): Happening[] =>
  (course?.happenings ?? []).filter(({ source, hers, anyOf }) => source === 'contact' && hers && !anyOf);

/** Happenings by which a duty that asks to contact her is met. */
const askedOf = (bundle: Bundle): Set<Id> =>
  new Set(
    herDuties(bundle).flatMap(({ does, metBy }) =>
      does.some(({ verb }) => verb === 'contact')
        ? [...does.filter(({ verb }) => verb === 'contact').flatMap(({ doneBy }) => doneBy), ...metBy]
        : [],
    ),
  );

/**
 * The happening that is recorded with an attempt of that outcome by somebody in that role: contact where she was spoken to,
 * that she was heard from where she got in touch, and nothing where she was not reached.
 */
export const recordedWith = (bundle: Bundle, outcome: Outcome, role: Id): Id | undefined => {
  const may = contacts(bundle).filter((one) => isAmong(bundle, role, recordersOfHappening(bundle, one)));
  const asked = askedOf(bundle);
  if (outcome === 'reached') return (may.find(({ id }) => asked.has(id)) ?? may.find(({ id }) => !isHeard(id)))?.id;
  if (outcome === 'she-called') return may.find(({ id }) => isHeard(id))?.id;
  return undefined;
};
/** As the engine names it: `heard-from-<whom>`. */
const isHeard = (id: Id): boolean => id.startsWith('heard-from-');

/** Duties that stand and are met by that happening. */
export const wouldMeet = (
  bundle: Bundle,
  { duties = [] }: Partial<Pick<CourseEvaluation, 'duties'>>,
  what: Id | undefined,
): DutyVerdict[] => {
  if (what === undefined) return [];
  const by = new Set(
    herDuties(bundle)
      .filter(({ metBy }) => metBy.includes(what))
      .map(({ id }) => id),
  );
  return duties.filter(({ id, state }) => by.has(id) && isOwed(state));
};

export const isOwed = (state: DutyVerdict['state']): boolean =>
  state === 'open' || state === 'missed' || state === 'perhaps-missed';

/** How a duty about her is met, for the page that offers it. */
export type MetBy = { kind: 'contact' } | { kind: 'document'; document: Id } | { kind: 'record'; what: Id };
export const metHow = (bundle: Bundle, id: Id): MetBy | undefined => {
  const duty = bundle.course?.duties.find((one) => one.id === id);
  if (!duty) return undefined;
  const contact = new Set(contacts(bundle).map((one) => one.id));
  if (duty.metBy.some((each) => contact.has(each))) return { kind: 'contact' };
  const document = bundle.documents?.find((one) => duty.metBy.includes(outOf(one)));
  if (document) return { kind: 'document', document: document.id };
  const [what] = duty.metBy;
  return what === undefined ? undefined : { kind: 'record', what };
};
