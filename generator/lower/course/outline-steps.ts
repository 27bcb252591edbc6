/** Appointments, the pathway, completion, returns, appeals, messages and reports in plain English. */
import type { AppealStep, Happening, Return, Step } from '../../../engine/contract/course.js';
import { capital, listed, type OutlineItem, spanInWords } from '../../../engine/contract/index.js';
import type { WrittenAppointments } from '../../language/constructs/appointments.js';
import { type Called, headingOf, item, sentence, theRoles } from '../outline-words.js';
import { appointmentCalled } from './appointments.js';
import type { CourseContext } from './context.js';
import { stepSays } from './pathway.js';

const headings: Partial<Record<Step['id'], string>> = { complete: 'Completion' };

/** Gives the steps of the pathway as items of the outline, what each needs below it. */
export const courseOutlineOfSteps = (steps: Step[], called: Called): OutlineItem[] =>
  steps.map((step) =>
    item(
      step.id,
      headings[step.id] ?? `To ${stepSays[step.id]}`,
      step.origin,
      [
        step.atMost && `For at most ${spanInWords(step.atMost)}.`,
        step.needs.length > 1 ? 'All of these are needed.' : undefined,
        step.by.length > 0
          ? `${step.id === 'complete' ? 'Confirmed' : 'Done'} by ${theRoles(step.by, called, 'or')}.`
          : undefined,
      ],
      step.needs.map((need) => {
        const reads = sentence(need.condition.reads);
        return item(`${step.id}-${need.id}`, headingOf(need.id), { at: need.at, clauses: need.clauses }, [
          need.words,
          need.words === reads ? undefined : reads,
        ]);
      }),
    ),
  );

/** Gives the returns as items of the outline, in the order in which they apply. */
export const courseOutlineOfReturns = (returns: Return[]): OutlineItem[] =>
  returns.map(({ id, origin, words, reads }) =>
    item(id, headingOf(id), origin, words === reads ? [reads] : [words, reads]),
  );

const against = (step: AppealStep, happenings: Happening[]): string =>
  listed(
    step.against.map((id) => happenings.find((each) => each.id === id)?.called ?? id.replaceAll('-', ' ')),
    'or',
  );

/** Gives the steps of an appeal as items of the outline. */
export const courseOutlineOfAppeals = (appeals: AppealStep[], happenings: Happening[], called: Called): OutlineItem[] =>
  appeals.map((step) => {
    const earlier = appeals.find(({ id }) => id === step.after);
    const how = step.inWriting ? ' in writing' : '';
    const long = step.lodgedWithin ? `, within ${spanInWords(step.lodgedWithin)}` : '';
    return item(step.id, step.title, step.origin, [
      `${capital(theRoles(step.from, called, 'or'))} can appeal${how} when ${against(step, happenings)}${long}.`,
      earlier && `Open once “${earlier.title}” has been answered.`,
      step.saying && `It says: ${sentence(step.saying)}`,
      `Answered by the ${called(step.to)}.`,
    ]);
  });

/** Gives the appointments as items of the outline; the duty to offer one is told with the duties. */
export const courseOutlineOfAppointments = (
  written: WrittenAppointments,
  { origin }: Pick<CourseContext, 'origin'>,
  called: Called,
): OutlineItem[] =>
  written.flatMap(({ id, idAt, value }) => {
    if (!value) return [];
    const heading = capital(appointmentCalled(id, value).replace(/^the /, ''));
    const people = value.with.map((role) => role.value);
    const by = (value.by ?? []).map((role) => role.value);
    return [
      item(id, heading, origin(value, idAt), [
        `With ${theRoles(people, called, 'and')}.`,
        value.about && sentence(`about ${value.about.value.charAt(0).toLowerCase()}${value.about.value.slice(1)}`),
        by.length > 0 ? `Offered by ${theRoles(by, called, 'or')}.` : undefined,
      ]),
    ];
  });
