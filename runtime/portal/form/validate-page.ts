import { Ajv } from 'ajv';
import type { Answer, Bundle, Form, Id } from '../../../engine/contract/index.js';
import { fieldFaults } from '../../../generator/emit/message-for.js';
import { toMessages } from '../../../generator/emit/to-messages.js';
import { answersSchema } from './page-schema.js';
import type { Asked } from './questions.js';

/** A fault at a field: where the field stands, and the sentence for it. */
export interface FieldFault {
  path: (string | number)[];
  message: string;
}

const ajv = new Ajv({ allErrors: true, strict: false });

/**
 * Holds answers against the questions that are asked now. Gives them back, or what is wrong with them, never both.
 * Only whether something was answered and in what form: who is eligible is never a fault of the form.
 */
export const validatePage = (
  bundle: Bundle,
  form: Form,
  asked: Asked[],
  answers: Record<Id, Answer>,
): { answers: Record<Id, Answer> } | { faults: FieldFault[] } => {
  const schema = answersSchema(asked);
  const fits = ajv.compile(schema);
  // What is asked differs from case to case: a compiled schema is of no use a second time.
  ajv.removeSchema(schema);
  if (fits(answers)) return { answers };
  const found = fieldFaults(toMessages(bundle, form), fits.errors ?? [], answers);
  const faults = found.map(({ path, message }) => ({ path, message }));
  return {
    faults: faults.length > 0 ? faults : [{ path: [], message: 'An answer on this page does not fit its question' }],
  };
};

/** The id that the control of a field carries on the page. */
export const fieldId = (path: (string | number)[]): string => ['root', ...path].join('_');
