import type { Construct } from '../construct.js';
import {
  mapOf,
  name,
  oneOrMore,
  optional,
  type ReadBy,
  type RecordOf,
  record,
  required,
  text,
  word,
} from '../shape/shape.js';
import { orNotStated, span } from './amounts.js';
import { originFields } from './origin.js';

const inWriting = word(['writing']);
const answered = record('an answer', {
  within: optional(orNotStated(span), 'how long there is to answer it; not stated if left out'),
  in: optional(inWriting, 'writing, where it must be'),
  with: optional(name('the name of a message'), 'the message that answers it'),
});

const step = record('a step of an appeal', {
  called: optional(text(), 'its title; made from its short name if left out'),
  to: optional(name('the name of a role'), 'who answers it'),
  saying: optional(text(), 'what the appeal has to say'),
  within: optional(
    orNotStated(span),
    'how long after the decision it can be lodged, of a later step after the answer to the one before; not stated if left out',
  ),
  in: optional(inWriting, 'writing, where it must be'),
  answered: optional(answered, 'how it is answered'),
  ...originFields,
});
export type WrittenAppealStep = RecordOf<typeof step.fields>;

const shape = record('the appeals', {
  from: required(oneOrMore(name('the name of somebody outside')), 'who can appeal'),
  against: required(
    oneOrMore(name('the name of an event')),
    'what can be appealed against: declined, closed and so on',
  ),
  steps: required(mapOf(step), 'the steps, each open once the one before is answered'),
  ...originFields,
});
export type WrittenAppeals = ReadBy<typeof shape>;

export const appeals: Construct<WrittenAppeals> = {
  word: 'appeals',
  title: 'Appeals',
  doc:
    'Who can ask for which decisions to be looked at again, and who answers. Each step brings the events ' +
    '`<step>-lodged` and `<step>-answered`, and the duty `answer-<step>`.',
  example: `appeals:
  from: [referrer, participant]
  against: [declined, closed]
  steps:
    review: { to: staff, saying: Why the decision should be reviewed, within: 10 working days, clause: EX-001 }
    formal-appeal:
      to: service-lead
      in: writing
      answered: { within: 5 working days, in: writing, with: answer }
messages:
  answer: { to: [referrer, participant], by: service-lead, asks: The answer and the reasons for it, clause: EX-001 }
`,
  shape,
};
