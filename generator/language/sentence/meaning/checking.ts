/** What the checks of a sentence are given, and what they give. */
import type { Says, Sentence } from '../ast.js';
import type { Fault } from '../fault.js';
import type { LoweredSentence } from '../lowered.js';
import type { FactShape, Scope } from '../scope.js';

export interface Checking<S extends Says = Says> {
  sentence: Sentence;
  says: S;
  /** What the sentence is about. */
  fact: FactShape;
  scope: Scope;
}

/** `meant` is the sentence put right, where one can tell how. */
export type Outcome = { lowered: LoweredSentence } | { faults: Fault[]; meant?: Sentence };

/** The sentence with something in place of what it says. */
export const saying = (sentence: Sentence, says: Says, negated = sentence.negated): Sentence => ({
  ...sentence,
  says,
  negated,
});

/** The families of facts: what can be said of one can be said of all. */
export type Family = 'options' | 'number' | 'date' | 'text' | 'entries';
const families: Record<FactShape['kind'], Family> = {
  'yes-no': 'options',
  choice: 'options',
  choices: 'options',
  number: 'number',
  date: 'date',
  'date-time': 'date',
  text: 'text',
  'long-text': 'text',
  name: 'text',
  address: 'text',
  phone: 'text',
  email: 'text',
  file: 'text',
  signature: 'text',
  entries: 'entries',
};
/** Which family a fact belongs to. */
export const familyOf = ({ kind }: FactShape): Family => families[kind];

const kinds: Record<FactShape['kind'], string> = {
  'yes-no': 'a yes or no question',
  choice: 'a choice',
  choices: 'a choice of several',
  number: 'a number',
  date: 'a date',
  'date-time': 'a date and time',
  text: 'text',
  'long-text': 'text',
  name: 'a name',
  address: 'an address',
  phone: 'a phone number',
  email: 'an email address',
  file: 'a file',
  signature: 'a signature',
  entries: 'a list',
};
/** What a fact is, for a message: "a date", "a consent". */
export const whatIs = ({ kind, source, groups }: FactShape): string => {
  if (groups) return groups.received ? 'a form' : 'a phase';
  if (source === 'consent') return 'a consent';
  if (source === 'document') return 'a signed document';
  if (source === 'instrument') return 'a score';
  return source === 'judgement' ? 'a judgement' : kinds[kind];
};
