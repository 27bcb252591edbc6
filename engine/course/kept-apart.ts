/** What is the partner's, or rests on what is: which names, and which of what was recorded. */
import type { Bundle, Id, Person } from '../contract/bundle.js';
import type { Course, Happening } from '../contract/course.js';
import type { CaseEvent } from '../contract/event.js';

/** Every name under which something of hers stands: facts, questions of happenings, rules, duties. */
export const hersIn = (bundle: Pick<Bundle, 'facts'>, course: Course): ReadonlySet<Id> => {
  const declared = [...bundle.facts, ...course.derived, ...course.rules, ...course.duties, ...course.happenings];
  const hers = new Set(declared.filter((each) => each.hers).map(({ id }) => id));
  for (const { id, fields } of course.happenings) if (hers.has(id)) for (const field of fields) hers.add(field.id);
  return hers;
};

/** Roles that are somebody else, whoever is said to support them. */
const others: ReadonlySet<Id> = new Set(['participant', 'referrer', 'child', 'agency']);
/** What one person can hear of from another; an act in the case is somebody's own. */
const told: ReadonlySet<Happening['source']> = new Set(['record', 'contact', 'session', 'appointment']);

/**
 * Takes the roles of a bundle; gives whether an event of something that is not hers was told by the partner or by
 * whoever supports her, so that it may count for nothing of his. It is for them to raise it on other grounds.
 */
export const toldByHer = (people: readonly Person[]): ((event: CaseEvent, what?: Happening) => boolean) => {
  const supported = people.flatMap(({ supports }) =>
    supports === undefined || others.has(supports) ? [] : [supports],
  );
  const her = new Set(['partner', ...supported]);
  const supporters = new Set(people.filter(({ supports }) => her.has(supports ?? '')).map(({ id }) => id));
  return ({ kind, by, toldBy }, what) => {
    if (kind !== 'session' && (!what || what.hers || !told.has(what.source))) return false;
    if (toldBy !== undefined) return her.has(toldBy) || supporters.has(toldBy);
    return her.has(by.role) || (what?.source === 'record' && supporters.has(by.role));
  };
};
