/** What stands in a report or a message: its headings, and what of a message stands without one. */
import { mapOf, name, oneOrMore, optional, type RecordOf, record, text, word, yesNo } from '../shape/shape.js';
import { condition } from './condition.js';
import { originFields } from './origin.js';

/** `absences with absence-reason.reason`: what is shown, with a column added. */
export const contentFields = {
  says: optional(oneOrMore(text()), 'words as they stand, a paragraph or several; <name> is filled in'),
  shows: optional(
    oneOrMore(text('attendance, topics, absences, progress, standing, decision, appeal, contact, risk, or a name')),
    'what it shows from the record: attendance, topics, absences, progress, standing, decision, appeal, contact, risk, ' +
      'duties, decisions, “missing referral” of a form, or the name of an answer, a fact, a record, a duty or a rule; ' +
      '“absences with absence-reason.reason” adds what was told about the session',
  ),
  asks: optional(text('a question'), 'what its author is asked to write here'),
  rows: optional(mapOf(text()), 'of what is asked, as a table: its rows, by name'),
  columns: optional(mapOf(text()), 'of what is asked, as a table: its columns, by name'),
  required: optional(yesNo, 'yes: what is asked has to be written before it goes out'),
  offers: optional(word(['reasons']), 'reasons: what counts against him is offered to the author to choose from'),
  attaches: optional(name('an instrument, a form, or a question that takes a file'), 'what goes with it as a copy'),
  'released-by': optional(
    oneOrMore(name('the name of a role')),
    'who releases it: it stands there only once one of them has recorded that',
  ),
};

const heading = record('a heading', {
  heading: optional(text(), 'the words of the heading; none if left out'),
  ...contentFields,
  'only-when': optional(condition.shape, 'there only if this holds'),
  ...originFields,
});
export type WrittenHeading = RecordOf<typeof heading.fields>;
export const headings = mapOf(heading);
/** What a heading holds besides its words. */
export type WrittenContent = RecordOf<typeof contentFields>;
