/** `F is [not] applicable`, of what has no options to choose from. */
import type { SaysIs } from '../ast.js';
import { subjectOf } from '../english/subject.js';
import { fault } from '../fault.js';
import type { LoweredSentence } from '../lowered.js';
import type { FactShape } from '../scope.js';
import { notApplicable } from '../words.js';
import type { Checking, Outcome } from './checking.js';
import { offersNotApplicable } from './options.js';

/** Whether all that is said is that it is applicable, or not. */
export const isOfApplicable = ({ values }: SaysIs): boolean =>
  values.every((value) => value.kind === 'word' && value.text === notApplicable);

/** The condition that a fact is not applicable, or with `negated` that it is. */
export const leafNotApplicable = (fact: FactShape, negated: boolean): LoweredSentence => {
  const { text, is } = subjectOf(fact);
  const reads = `${text} ${is} ${negated ? '' : 'not '}applicable`;
  return { kind: 'is', fact: fact.id, anyOf: [notApplicable], negated, reads };
};

/** `F is [not] applicable`, of a fact without options to choose from. */
export const checkApplicable = ({ sentence, says, fact }: Checking<SaysIs>): Outcome =>
  offersNotApplicable(fact)
    ? { lowered: leafNotApplicable(fact, sentence.negated) }
    : { faults: [fault('sentence/never-not-applicable', says, { name: sentence.subject.text })] };

/** What a denied comparison also holds of. */
export const orNotApplicable = (fact: FactShape, negated: boolean): string =>
  negated && offersNotApplicable(fact) ? ' or not applicable' : '';
