/** Appointments: their events are declared with the other happenings; here is the duty to offer one. */

import type { Duty } from '../../../engine/contract/course.js';
import { listed } from '../../../engine/contract/index.js';
import type { WrittenAppointment, WrittenAppointments } from '../../language/constructs/appointments.js';
import { sentence } from '../outline-words.js';
import type { CourseContext } from './context.js';
import { sectionDuty } from './section-duty.js';

export const offeringForces = ['must', 'should', 'may'] as const;
/** How binding it is to offer it; undefined where the section says nothing of that. */
export const offeringForce = (written: WrittenAppointment): (typeof offeringForces)[number] | undefined =>
  offeringForces.find((force) => written[force] !== undefined);

/** What an appointment is called, with its article. */
export const appointmentCalled = (id: string, written: WrittenAppointment): string =>
  written.called?.value ?? `the ${id.replaceAll('-', ' ')}`;

/** Gives the duty `offer-<appointment>` of each that says when it is to be offered. */
export const dutiesOfAppointments = (written: WrittenAppointments, context: CourseContext): Duty[] =>
  written.flatMap(({ id, idAt, value }) => {
    const force = value && offeringForce(value);
    const condition = value?.['only-when'] && context.condition(value['only-when']);
    if (!value || !force || !condition) return [];
    const origin = context.origin(value, idAt);
    const by = (value.by ?? []).map((role) => role.value);
    const called = appointmentCalled(id, value);
    const whoever = by.length > 0 ? `the ${listed(by.map(context.called), 'or')}` : 'somebody';
    const reads = sentence(`when ${condition.reads}, ${whoever} ${force} offer ${called}`);
    const says = `offer ${called}`;
    return [
      sectionDuty({
        id: `offer-${id}`,
        chapter: 'appointments',
        trigger: { kind: 'while', condition, reads: `when ${condition.reads}` },
        force,
        by,
        does: [{ verb: 'offer', object: id, says, doneBy: [`${id}-offered`] }],
        words: context.words(undefined, origin, reads),
        reads,
        origin,
      }),
    ];
  });
