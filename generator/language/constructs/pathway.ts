import { stepNames } from '../../../engine/contract/course.js';
import type { Construct } from '../construct.js';
import { name, oneOrMore, optional, type ReadBy, type RecordOf, record, required } from '../shape/shape.js';
import { span } from './amounts.js';
import { isCondition, needs, type WrittenNeeds } from './needs.js';
import { originFields } from './origin.js';
import { orShort } from './short-form.js';

const stepFields = {
  needs: optional(needs, 'what must hold first: a condition, criteria by name, or conditions by names of your own'),
  by: optional(oneOrMore(name('the name of a role')), 'who takes the step; anybody inside if left out'),
  ...originFields,
};
const step = record('a step', stepFields);
const leave = record('leave', { for: optional(span, 'how long at most'), ...stepFields });
export type WrittenStep = RecordOf<typeof step.fields> & Pick<RecordOf<typeof leave.fields>, 'for'>;

/** A condition or a list of criteria stands for what the step needs. */
const stepOrNeeds = orShort<RecordOf<typeof step.fields>, WrittenNeeds>(
  step,
  needs,
  (needed, at) => ({ at, needs: needed }),
  (node) => node.kind !== 'map' || isCondition(node),
);

const docs: Record<(typeof stepNames)[number], string> = {
  assess: 'to be assessed',
  accept: 'to be accepted',
  decline: 'to be declined',
  invite: 'to be invited to start',
  start: 'to start on the programme',
  attend: 'to attend a session',
  suspend: 'to be suspended',
  resume: 'to come back from a suspension',
  leave: 'to go on leave',
  transfer: 'to be transferred elsewhere',
  complete: 'to complete the programme; also the section “completion”',
  close: 'to have the case closed',
  return: 'to come back after the case was closed',
};

const fields = Object.fromEntries(stepNames.map((id) => [id, optional(stepOrNeeds, docs[id])])) as Record<
  Exclude<(typeof stepNames)[number], 'leave'>,
  ReturnType<typeof optional<RecordOf<typeof step.fields>>>
>;
const shape = record('the pathway', { ...fields, leave: optional(leave, docs.leave), ...originFields });
export type WrittenPathway = ReadBy<typeof shape>;

export const pathway: Construct<WrittenPathway> = {
  word: 'pathway',
  title: 'The pathway',
  doc:
    'What each step of a case needs, and who takes it. The steps themselves are the same for every programme. A step ' +
    'is refused while something that it needs does not hold or is not known, and what is missing is listed.',
  example: `criteria:
  adult:
    requires: date-of-birth is at least 18 years before today
    otherwise: He must be 18 or over.
pathway:
  assess: lives-with-children is answered
  accept: { needs: [adult], by: service-lead }
  start:
    needs:
      knows-about-children: { requires: lives-with-children is answered, otherwise: Ask about children first. }
      not-violent: violent-to-agency-staff is no
    by: staff
    clause: EX-001
  leave: { for: 30 days }
`,
  shape,
};

const completionShape = record('completion', {
  needs: required(needs, 'all that must hold, by name'),
  'confirmed-by': optional(oneOrMore(name('the name of a role')), 'who confirms it; anybody inside if left out'),
  ...originFields,
});
export type WrittenCompletion = ReadBy<typeof completionShape>;

export const completion: Construct<WrittenCompletion> = {
  word: 'completion',
  title: 'Completion',
  doc: 'What somebody needs to complete the programme, and who confirms it. It is the step `complete` of the pathway.',
  example: `judgements:
  goals-reached:
    asks: Has he reached the goals that were agreed?
    judged-by: service-lead
completion:
  needs:
    goals: goals-reached is yes
    no-violence: violent-to-agency-staff is no
  confirmed-by: service-lead
  clause: EX-002
`,
  shape: completionShape,
};
