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
  yesNo,
} from '../shape/shape.js';
import { condition } from './condition.js';
import { originFields } from './origin.js';
import { mapOfQuestions } from './question.js';

const page = record('a page', {
  heading: required(text(), 'its heading, as the document has it'),
  about: optional(name('the name of somebody outside'), 'whom its answers are about'),
  'only-when': optional(condition.shape, 'when the page is there at all'),
  asks: required(mapOfQuestions, 'its questions, in order'),
  ...originFields,
});
export type WrittenPage = RecordOf<typeof page.fields>;

const form = record('a form', {
  title: required(text(), 'its title'),
  from: required(oneOrMore(name('the name of a role')), 'who fills it in'),
  about: optional(name('the name of somebody outside'), 'whom its answers are about; the participant if left out'),
  pages: optional(mapOf(page), 'its pages, in order'),
  asks: optional(mapOfQuestions, 'the questions of a form of one page'),
  'after-decision': optional(yesNo, 'whether it is filled in only once the decision is made'),
  ...originFields,
});
export type WrittenForm = RecordOf<typeof form.fields>;

const shape = mapOf(form);
export type WrittenForms = ReadBy<typeof shape>;

export const forms: Construct<WrittenForms> = {
  word: 'forms',
  title: 'Forms',
  doc: 'What people fill in: pages, each with a heading and its questions. An answer is named by its question.',
  example: `forms:
  referral:
    title: Referral form
    from: [referrer, participant]
    pages:
      the-client:
        heading: Personal details
        asks:
          full-name: { ask: Full name, type: name, required: yes }
          date-of-birth: { ask: Date of birth, type: date, required: yes }
`,
  shape,
};
