import { type FactKind, factKinds } from '../../../engine/contract/index.js';
import type { Construct } from '../construct.js';
import { raiseShape } from '../shape/problems.js';
import {
  either,
  lazy,
  list,
  mapOf,
  type Named,
  name,
  number,
  oneOrMore,
  optional,
  type RecordOf,
  record,
  required,
  type Shape,
  scalar,
  text,
  toKebab,
  type Written,
  word,
  yesNo,
} from '../shape/shape.js';
import { condition, type WrittenCondition } from './condition.js';
import { originFields } from './origin.js';

export type QuestionType = Exclude<FactKind, 'entries'>;
export const questionTypes: readonly QuestionType[] = factKinds.filter((kind) => kind !== 'entries');

const optionShape = record('an option', {
  label: required(text(), 'the words beside the box'),
  means: optional(
    word(['not-known', 'not-applicable']),
    'what choosing it means: somebody does not know, or the question does not apply',
  ),
  'only-when': optional(condition.shape, 'when it is offered'),
});
export type WrittenOption = Written<string> | RecordOf<typeof optionShape.fields>;
const places = ['sites', 'slots'] as const;
/** The options that the section `sites` declares; words strung together are answered with the list they should be. */
const declaredElsewhere = scalar('sites, slots, or a map of options', { enum: [...places] }, (node, reading) => {
  const found = places.find((place) => place === node.text.trim());
  if (found) return { value: found as string, at: node.at };
  const labels = node.text.split(/,|\/|;|\bor\b/).map((label) => label.trim());
  const list = labels.filter((label) => toKebab(label) !== '').map((label) => `${toKebab(label)}: ${label}`);
  reading.report(raiseShape('value/options-in-words', node.at, { found: node.text, list: `{ ${list.join(', ')} }` }));
  return undefined;
});
const options = either<Written<string>, Written<string>[], Named<WrittenOption>[]>('options', {
  scalar: declaredElsewhere,
  list: list(name('a name')),
  map: mapOf(
    either<Written<string>, never, RecordOf<typeof optionShape.fields>>('a text, or a map', {
      scalar: text(),
      map: optionShape,
    }),
  ),
});

export type WrittenRequired =
  | { kind: 'always' | 'never' | 'as-known'; at: Written<string>['at'] }
  | { kind: 'when'; condition: WrittenCondition };
const asKnown = new Set(['as-known', 'as much as is known']);
const requiredShape: Shape<WrittenRequired> = {
  called: 'yes, no, as-known, or a condition',
  schema: () => ({ anyOf: [{ enum: ['yes', 'no', 'as-known'] }, condition.shape.schema()] }),
  read: (node, reading) => {
    if (node.kind === 'scalar') {
      const said = node.text.trim();
      if (said === 'yes') return { kind: 'always', at: node.at };
      if (said === 'no') return { kind: 'never', at: node.at };
      if (asKnown.has(said)) return { kind: 'as-known', at: node.at };
      const bare = node.text.trim().toLowerCase();
      if (['true', 'false', 'on', 'off', 'y', 'n'].includes(bare) || bare === 'yes' || bare === 'no') {
        const meant = ['true', 'on', 'y', 'yes'].includes(bare) ? 'yes' : 'no';
        reading.report(raiseShape('value/yes-or-no', node.at, { name: reading.name, found: node.text, meant }));
        return undefined;
      }
    }
    const read = condition.shape.read(node, reading);
    return read && { kind: 'when', condition: read };
  },
};

const ownFields = {
  ask: optional(text(), 'the words that a person is asked'),
  type: optional(word(questionTypes), 'what kind of answer it takes; text if left out'),
  called: optional(text(), 'the answer as a noun, for sentences: “date of birth”; made from its name if left out'),
  hint: optional(text(), 'a line of help under the question'),
  options: optional(
    options,
    'of a choice or choices: names with their labels, or `sites`, or `slots`; in a choice about the referrer, an option named like a role that may send the form is the answer of whoever begins it in that role',
  ),
  'not-known': optional(text('a label'), 'adds an option, with this label, for somebody who does not know'),
  'not-applicable': optional(text('a label'), 'adds an option, with this label, where the question does not apply'),
  'at-least': optional(number, 'of a number: the least it can be'),
  'at-most': optional(number, 'of a number: the most it can be'),
  unit: optional(text(), 'of a number: what it counts'),
  decimals: optional(yesNo, 'of a number: whether parts of one are allowed'),
  required: optional(
    requiredShape,
    'whether it must be answered: always, when a condition holds, or as much as is known',
  ),
  'only-when': optional(condition.shape, 'when it is asked at all'),
  about: optional(name('the name of somebody outside'), 'whom the answer is about; the participant if left out'),
  from: optional(oneOrMore(name('the name of a role')), 'who answers it, where that is not whoever fills in the form'),
  each: optional(name('the name of somebody outside'), 'asks the questions below once for each of them'),
  ...originFields,
};
export interface WrittenQuestion extends RecordOf<typeof ownFields> {
  asks?: Named<WrittenAsked>[];
}
/** A question in its short form is the words asked. */
export type WrittenAsked = Written<string> | WrittenQuestion;

const oneQuestion: Shape<WrittenAsked> = lazy<WrittenAsked>('question', 'a question', () => askedShape);

const questionRecord: Shape<WrittenQuestion> = record('a question', {
  ...ownFields,
  asks: optional(mapOf(oneQuestion), 'questions of a group, or of each entry'),
});

const askedShape: Shape<WrittenAsked> = either<Written<string>, never, WrittenQuestion>('a text, or a map', {
  scalar: text(),
  map: questionRecord,
});

export { askedShape };

export const question: Construct<WrittenAsked> = {
  word: 'question',
  title: 'Questions',
  doc:
    'A question has a name, which sentences use, and the words that a person is asked. In its short form it is just ' +
    'those words. With `each`, its questions are asked again for each partner, child or agency; with `asks` alone it ' +
    `is a group. Types: ${questionTypes.join(', ')}.`,
  example: `forms:
  referral:
    title: Referral form
    from: referrer
    asks:
      full-name: { ask: Full name, type: name, required: yes }
      date-of-birth: { ask: Date of birth, type: date, hint: For example 27 3 1985 }
      in-court: { ask: Are court proceedings pending?, type: yes-no, not-known: Not known }
      hearing: { ask: Date of the hearing, type: date, only-when: in-court is yes }
      children:
        each: child
        asks:
          age: { ask: Age, type: number, at-least: 0, at-most: 25 }
`,
  shape: oneQuestion,
};

export const mapOfQuestions = mapOf(oneQuestion);
