/** How far each form is, and when it was received and became complete. */
import { type CaseRecord, givenIn } from '../case/record.js';
import type { Form, Id } from '../contract/bundle.js';
import { dayText } from '../contract/calendar.js';
import type { CaseEvent } from '../contract/event.js';
import { type Answers, formState as stateOfForm } from '../form/state.js';
import { type Anchor, anchorOf, type Point, pointAt } from './anchor.js';
import type { Case } from './case.js';
import type { CompiledCourse } from './compiled-course.js';
import { answersAt, recordAt } from './records.js';
import type { Happened } from './timeline.js';
import type { View } from './view.js';

type FormState = 'not-received' | 'incomplete' | 'complete';

const factsOf = (form: Form): Set<Id> => new Set(form.pages.flatMap(({ asks }) => asks));
const isHers = ({ id }: Form, { hers }: CompiledCourse): boolean => hers.has(`${id}-received`);

const answersOf = (record: CaseRecord, facts: ReadonlySet<Id>, { table }: CompiledCourse): Answers =>
  Object.fromEntries(
    [...facts].flatMap((id) => {
      const number = table.numbers.get(id) ?? -1;
      const fact = table.facts[number];
      const given = fact && givenIn(record, number, fact);
      return given === undefined ? [] : [[id, given]];
    }),
  );

const isComplete = (form: Form, of: Case, point: Point): boolean => {
  const { complete } = of.records;
  const key = `${answersAt(of, point)} ${form.id}`;
  const known = complete.get(key);
  if (known !== undefined) return known;
  const made = lacksNothing(form, recordAt(of, point), point.day, of.course);
  complete.set(key, made);
  return made;
};

const lacksNothing = (form: Form, record: CaseRecord, day: number, course: CompiledCourse): boolean => {
  const all = answersOf(record, new Set(course.bundle.facts.map(({ id }) => id)), course);
  const own = answersOf(record, factsOf(form), course);
  const { unanswered } = stateOfForm(course.bundle, form.id, own, { today: dayText(day), known: all });
  // What is hers says nothing of how far a form is that is not.
  return isHers(form, course) ? unanswered.length === 0 : unanswered.every((id) => course.hers.has(id));
};

/** Takes a form's id and a view; gives how far it is. */
export const formState = (id: Id, view: View): FormState => {
  const key = `form ${id}`;
  const known = view.memo.get(key) as FormState | undefined;
  if (known) return known;
  const form = view.course.forms.get(id);
  const received = form && view.occurrences(`${id}-received`).length > 0;
  const complete = form && received && isComplete(form, view.of, view.point);
  const state = !received ? 'not-received' : complete ? 'complete' : 'incomplete';
  view.memo.set(key, state);
  return state;
};

/** Takes a case, gives what its forms bring: received with their first answer, complete when nothing required lacks. */
export const formHappenings = (of: Case): Happened[] => {
  // What somebody recorded himself has been recorded.
  const told = new Set(of.line.happened.map(({ what }) => what));
  return of.course.bundle.forms.flatMap((form) => ofForm(form, of)).filter(({ what }) => !told.has(what));
};

const ofForm = (form: Form, of: Case): Happened[] => {
  const { course, line } = of;
  const facts = new Set([...factsOf(form)].filter((id) => isHers(form, course) || !course.hers.has(id)));
  const found: Happened[] = [];
  let complete = false;
  for (const { place, start } of line.facts) {
    const event = line.events[place];
    if (!event || !Object.keys(event.values).some((id) => facts.has(id) && !course.isSetAside(id, event))) continue;
    const at = anchorOf(event.happened, course.clock);
    const made = (what: Id): Happened => happened(what, event, place, at);
    if (found.length === 0) {
      found.push(made(`${form.id}-received`));
      if (form.id === of.firstForm) found.push(made('referral-received'));
    }
    if (complete) continue;
    complete = isComplete(form, of, pointAt(start, course.clock));
    if (complete) found.push(made(`${form.id}-complete`));
  }
  return found;
};

const happened = (what: Id, event: CaseEvent, place: number, at: Anchor): Happened => ({
  what,
  at,
  learned: event.learned,
  place,
  id: event.id,
  by: event.by.role,
  values: {},
});
