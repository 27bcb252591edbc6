/** What is the partner's, or rests on what is: which names, and which of what was recorded. */
import { herSideOf } from '../case/her-side.js';
import type { Bundle, Id, Person } from '../contract/bundle.js';
import type { Course, Happening } from '../contract/course.js';
import type { CaseEvent } from '../contract/event.js';

/** Every name under which something of hers stands: facts, questions of happenings, rules, duties. */
export const hersIn = (bundle: Pick<Bundle, 'facts'>, course: Course): ReadonlySet<Id> => {
  const declared = [...bundle.facts, ...course.derived, ...course.rules, ...course.duties, ...course.happenings];
  const hers = new Set(declared.filter((each) => each.hers).map(({ id }) => id));
  for (const { id, fields } of course.happenings)
    for (const field of fields) if (hers.has(id) || field.hers) hers.add(field.id);
  return hers;
};

/** What one person can hear of from another; an act in the case is somebody's own. */
const told: ReadonlySet<Happening['source']> = new Set(['record', 'contact', 'session', 'appointment', 'appeal']);

/**
 * Takes the roles of a bundle; gives whether an event of something that is not hers was told by the partner or by
 * whoever supports her, so that it may count for nothing of his. It is for them to raise it on other grounds. Answers
 * are held to that one by one, where they are folded.
 */
export const toldByHer = (people: readonly Person[]): ((event: CaseEvent, what?: Happening) => boolean) => {
  const { isHer, isSupporter } = herSideOf(people);
  return ({ kind, by, toldBy }, what) => {
    if (kind !== 'session' && (!what || what.hers || !told.has(what.source))) return false;
    if (toldBy !== undefined) return isHer(toldBy) || isSupporter(toldBy);
    return isHer(by.role) || (what?.source === 'record' && isSupporter(by.role));
  };
};

/** Takes a bundle; gives whether an event says nothing but what is hers, or was told by her. */
export const onlyHersIn = ({
  people,
  facts,
  course,
}: Pick<Bundle, 'people' | 'facts' | 'course'>): ((event: CaseEvent) => boolean) => {
  const isToldByHer = toldByHer(people);
  const side = herSideOf(people);
  const answers = new Set(facts.filter(({ hers }) => hers).map(({ id }) => id));
  const rules = new Set((course?.rules ?? []).filter(({ hers }) => hers).map(({ id }) => id));
  const happenings = new Map((course?.happenings ?? []).map((each) => [each.id, each]));
  return (event) => {
    const { kind } = event;
    if (kind === 'session') return isToldByHer(event);
    if (kind === 'confirmed' || kind === 'refused') return rules.has(event.rule ?? '');
    if (kind === 'happened') {
      const what = happenings.get(event.what ?? '');
      return what?.hers || isToldByHer(event, what);
    }
    const names = Object.keys(event.values);
    return side.told(event) || (names.length > 0 && names.every((name) => answers.has(name)));
  };
};
