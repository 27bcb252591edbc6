/** What is asked of somebody outside who tells of something, or appeals: the questions declared for it, and his words. */
import type { Answer, Bundle, Fact, Field, Form, Happening, Id } from '../../../engine/contract/index.js';
import type { Recorded } from '../../server/cases/contract.js';
import type { Asked } from '../form/questions.js';
import { answersTyped, type TypedValues } from '../form/typed-answers.js';
import { type FieldFault, validatePage } from '../form/validate-page.js';
import { dayInWords } from '../words/dates.js';

export interface TellingForm {
  bundle: Bundle;
  form: Form;
  asked: Asked[];
  facts: Fact[];
}

/** Ids that no question of a definition can have, as they are not in kebab-case. */
const when = 'rubric_when';
const words = 'rubric_words';

const nowhere = { at: { file: '', line: 1, column: 1, endLine: 1, endColumn: 1 }, clauses: [] };
const question = (id: Id, kind: Fact['kind'], ask: string, more: Partial<Fact> = {}): Fact => ({
  id,
  kind,
  source: 'form',
  ask,
  called: ask,
  options: [],
  about: 'participant',
  from: [],
  required: { kind: 'always' },
  hers: false,
  origin: nowhere,
  ...more,
});

const fieldAsked = (field: Field): Fact =>
  question(field.name, field.kind, field.ask, {
    called: field.called,
    options: field.options,
    required: { kind: field.required ? 'always' : 'as-known' },
    ...(field.kind === 'number' && { number: { whole: false, ...(field.unit !== undefined && { unit: field.unit }) } }),
  });

/** Takes what can be told of, and how its words are asked for. `today`: the latest day; left out where none is asked. */
export const tellingForm = (
  bundle: Bundle,
  { id, fields }: Pick<Happening, 'id' | 'fields'>,
  { asks, called, today }: { asks: string; called: string; today?: string },
): TellingForm => {
  const facts = [
    ...(today === undefined
      ? []
      : [
          question(when, 'date', 'When was that?', {
            called: 'date',
            hint: `Not after today, ${dayInWords(today)}`,
          }),
        ]),
    ...fields.filter(({ hers }) => !hers).map(fieldAsked),
    question(words, 'long-text', asks, { called }),
  ];
  const form: Form = {
    id: 'telling',
    title: id,
    from: [],
    pages: [{ id: 'telling', heading: asks, asks: facts.map((fact) => fact.id), origin: nowhere }],
    origin: nowhere,
  };
  const asked = facts.map((fact) => ({
    fact,
    name: fact.id,
    required: fact.required.kind === 'always',
    inner: [],
    entries: [],
  }));
  return { bundle: { ...bundle, facts, forms: [form] }, form, asked, facts };
};

/** What the page shows before anything was typed. */
export const firstTyped = (telling: TellingForm, today: string): TypedValues =>
  telling.facts.some(({ id }) => id === when) ? { [when]: today } : {};

/** Takes what was typed; gives what is to be recorded, or what is wrong, never both. `now` is an instant. */
export const readTelling = (
  { bundle, form, asked, facts }: TellingForm,
  what: Id,
  typed: TypedValues,
  { now, today }: { now: string; today: string },
): { event: Recorded } | { faults: FieldFault[] } => {
  const answers: Record<Id, Answer> = answersTyped(facts, facts, typed);
  const result = validatePage(bundle, form, asked, answers);
  if ('faults' in result) return result;
  const { [when]: day, [words]: reason, ...values } = answers;
  if (typeof day === 'string' && day > today)
    return { faults: [{ path: [when], message: 'The date must be today or in the past' }] };
  const happened = typeof day === 'string' && day !== today ? day : now;
  return {
    event: {
      kind: 'happened',
      what,
      happened,
      learned: now,
      values,
      ...(typeof reason === 'string' && { reason }),
    },
  };
};
