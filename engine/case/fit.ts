/** Whether an answer fits its question, and what it then comes down to. */
import type { Fact, Id } from '../contract/bundle.js';
import { dayNumber } from '../contract/calendar.js';
import type { Answer } from '../contract/event.js';
import { notApplicable, notKnown, unanswered, valued } from './record.js';

export interface Fit {
  state: number;
  number: number;
  answer: Answer;
  chosen?: readonly Id[];
  /** Why the answer cannot be used; it then counts as none. */
  because?: string;
}

const none: Fit = { state: unanswered, number: 0, answer: null };
const unknown: Fit = { state: notKnown, number: 0, answer: null };
const inapplicable: Fit = { state: notApplicable, number: 0, answer: 'not-applicable' };
const unfit = (because: string): Fit => ({ ...none, because });

/** Takes a fact, gives what to make of an answer to it. The entries of a list are not looked into. */
export const fitterOf = (fact: Fact): ((answer: Answer | undefined) => Fit) => {
  const meanings = new Map(fact.options.flatMap((option) => (option.means ? [[option.id, option.means]] : [])));
  const offered = new Set(meanings.values());
  const meant = (word: Id): Fit | undefined => {
    const means = meanings.get(word) ?? (word === 'not-known' || offersIt(word, offered) ? word : undefined);
    if (means === 'not-known') return unknown;
    return means === 'not-applicable' ? inapplicable : undefined;
  };
  const value = valueFitter(fact, meant);
  return (answer) => {
    if (answer === null || answer === undefined || answer === '') return none;
    if (typeof answer === 'string') {
      const special = meant(answer);
      if (special) return special;
    }
    return value(answer);
  };
};

const offersIt = (word: Id, offered: ReadonlySet<string>): boolean => word === 'not-applicable' && offered.has(word);

type Meant = (word: Id) => Fit | undefined;
type ValueFitter = (answer: NonNullable<Answer>) => Fit;

const valueFitter = (fact: Fact, meant: Meant): ValueFitter => {
  switch (fact.kind) {
    case 'yes-no':
    case 'choice':
      return choiceFitter(fact);
    case 'choices':
      return choicesFitter(fact, meant);
    case 'number':
      return numberFitter(fact);
    case 'date':
    case 'date-time':
      return dayFitter(fact.kind);
    case 'entries':
      return (answer) =>
        Array.isArray(answer) && answer.every((entry) => typeof entry === 'object' && entry !== null)
          ? { state: valued, number: answer.length, answer }
          : unfit('It is not a list of entries.');
    default:
      return (answer) =>
        typeof answer === 'string' ? { state: valued, number: 0, answer } : unfit('It is not written in words.');
  }
};

const optionNumbers = (fact: Fact): Map<unknown, number> =>
  new Map(fact.options.flatMap((option, i) => (option.means ? [] : [[option.id, i]])));

const choiceFitter = (fact: Fact): ValueFitter => {
  const fits = new Map(
    [...optionNumbers(fact)].map(([id, number]) => [id, { state: valued, number, answer: id as Id }]),
  );
  const other = unfit('It is not one of the options.');
  return (answer) => fits.get(answer) ?? other;
};

const choicesFitter = (fact: Fact, meant: Meant): ValueFitter => {
  const numbers = optionNumbers(fact);
  return (answer) => {
    if (!Array.isArray(answer)) return unfit('It is not a list of options.');
    const chosen: Id[] = [];
    let special: Fit | undefined;
    for (const option of answer) {
      if (typeof option !== 'string') return unfit('It is not a list of options.');
      const means = meant(option);
      if (means) special = special === unknown ? special : means;
      else if (numbers.has(option)) chosen.push(option);
      else return unfit('One of them is not among the options.');
    }
    if (special === inapplicable && chosen.length > 0) return unfit('It says "not applicable" and something else too.');
    if (special) return special;
    return chosen.length === 0 ? none : { state: valued, number: 0, answer: chosen, chosen };
  };
};

const numberFitter = (fact: Fact): ValueFitter => {
  const {
    atLeast = Number.NEGATIVE_INFINITY,
    atMost = Number.POSITIVE_INFINITY,
    whole,
  } = fact.number ?? { whole: false };
  return (answer) => {
    if (typeof answer !== 'number' || !Number.isFinite(answer)) return unfit('It is not a number.');
    if (whole && !Number.isInteger(answer)) return unfit('It is not a whole number.');
    if (answer < atLeast) return unfit(`It is less than ${atLeast}.`);
    if (answer > atMost) return unfit(`It is more than ${atMost}.`);
    return { state: valued, number: answer, answer };
  };
};

const dayFitter =
  (kind: 'date' | 'date-time'): ValueFitter =>
  (answer) => {
    if (typeof answer !== 'string') return unfit('It is not a date.');
    const day = dayNumber(answer);
    if (Number.isNaN(day)) return unfit('There is no such date.');
    if (answer.includes('T') !== (kind === 'date-time')) {
      return unfit(kind === 'date' ? 'It is a date and a time, not a date.' : 'It is a date without a time.');
    }
    return { state: valued, number: day, answer };
  };
