/** `F is [not] a or b`, of what has options. */
import type { Option } from '../../../../engine/contract/index.js';
import { nearest } from '../../../problem/nearest.js';
import type { SaysIs, Sentence, Value, WordNode } from '../ast.js';
import { either, inARow, labelInside, neither } from '../english/label.js';
import { subjectOf } from '../english/subject.js';
import { type Fault, fault } from '../fault.js';
import { joined, type LoweredSentence } from '../lowered.js';
import { printValue } from '../print.js';
import type { FactShape } from '../scope.js';
import { notApplicable, toKebab } from '../words.js';
import { type Checking, type Outcome, saying, whatIs } from './checking.js';

const ready = (labels: Record<string, string>): Option[] =>
  Object.entries(labels).map(([id, label]) => ({ id, label }));
const yesAndNo = ready({ yes: 'Yes', no: 'No' });

/** The options of a fact, those that go without saying among them. */
export const optionsOf = ({ kind, source, options }: FactShape): Option[] => {
  if (source === 'consent' && options.length === 0)
    return ready({ given: 'Given', refused: 'Refused', withdrawn: 'Withdrawn' });
  if (source === 'document' && options.length === 0) return ready({ signed: 'Signed', refused: 'Refused' });
  if (kind !== 'yes-no') return options;
  return [...yesAndNo.filter(({ id }) => !options.some((option) => option.id === id)), ...options];
};

/** What can be asked for: an option's id, and `not-applicable` for whatever means that. */
const idSaid = ({ id, means }: Option): string => (means === 'not-applicable' ? notApplicable : id);
/** All that a fact can be, in order; options that mean not known are no values. */
const valuesOf = (fact: FactShape): string[] =>
  optionsOf(fact)
    .filter(({ means }) => means !== 'not-known')
    .map(idSaid);
/** All that a sentence can say a fact is, in order: its values, and the words for several of them. */
export const idsSaid = (fact: FactShape): string[] => [...valuesOf(fact), ...Object.keys(fact.groups ?? {})];
/** The values that words of a sentence stand for, each once. */
const meantBy = (fact: FactShape, words: string[]): string[] => [
  ...new Set(words.flatMap((word) => (Object.hasOwn(fact.groups ?? {}, word) ? (fact.groups?.[word] ?? []) : [word]))),
];
/** Whether "not applicable" can be the answer. */
export const offersNotApplicable = (fact: FactShape): boolean => idsSaid(fact).includes(notApplicable);

/** An option as it is written in a sentence. */
export const printedId = (value: string): string => (value === notApplicable ? 'not applicable' : value);

type Found = { value: string } | { fault: Fault; instead?: Value[] };

/** `F is [not] a or b`: takes it of a fact with options, gives an `is` leaf, or `includes` of several choices. */
export const checkOptions = (checking: Checking<SaysIs>): Outcome => {
  const { sentence, says, fact } = checking;
  const found = says.values.map((value) => findOption(value, fact, sentence));
  const faults = found.flatMap((one) => ('fault' in one ? [one.fault] : []));
  if (faults.length > 0) return { faults, ...putRight(sentence, says, found) };
  const values = found.flatMap((one) => ('value' in one ? [one.value] : []));
  const twice = values.findIndex((value, index) => values.indexOf(value) < index);
  const again = says.values[twice];
  if (again) {
    const once = says.values.filter((_, index) => values.indexOf(values[index] ?? '') === index);
    const word = printValue(again);
    return {
      faults: [fault('sentence/named-twice', again, { name: fact.id, word })],
      meant: saying(sentence, { ...says, values: once }),
    };
  }
  if (
    sentence.negated &&
    fact.kind !== 'choices' &&
    valuesOf(fact).every((value) => meantBy(fact, values).includes(value))
  ) {
    return { faults: [fault('sentence/nothing-left', says, { name: fact.id })] };
  }
  return { lowered: lower(fact, values, sentence.negated) };
};

const putRight = (sentence: Sentence, says: SaysIs, found: Found[]): { meant?: Sentence } => {
  const values = says.values.flatMap((value, index) => {
    const one = found[index];
    return one && 'fault' in one ? (one.instead ?? []) : [value];
  });
  const all = found.every((one) => 'value' in one || one.instead);
  return all ? { meant: saying(sentence, { ...says, values }) } : {};
};

const findOption = (value: Value, fact: FactShape, sentence: Sentence): Found => {
  const options = optionsOf(fact);
  const word = value.kind === 'day' ? printValue(value) : value.kind === 'word' ? value.text : String(value.n);
  const found = options.find((option) => option.id === word || idSaid(option) === word);
  const name = sentence.subject.text;
  if (found?.means === 'not-known') return { fault: fault('sentence/not-known', value, { name, word }) };
  if (value.kind === 'word' && Object.hasOwn(fact.groups ?? {}, word)) return { value: word };
  if (found && !(value.kind === 'number' && value.unit)) return { value: idSaid(found) };
  if (value.kind !== 'word') {
    const particulars = { name, what: whatIs(fact), found: printValue(value), options: idsSaid(fact).map(printedId) };
    return { fault: fault('sentence/number-for-option', value, particulars) };
  }
  return noSuchOption(value, fact, name);
};

const noSuchOption = (value: WordNode, fact: FactShape, name: string): Found => {
  const word = value.text;
  const instead = (...words: string[]): Value[] => words.map((text) => ({ ...value, text }));
  if (word === notApplicable) return { fault: fault('sentence/never-not-applicable', value, { name }) };
  const trueOrFalse = otherWords.get(word);
  const values = idsSaid(fact);
  if (trueOrFalse !== undefined && values.includes(trueOrFalse)) {
    const found = fault('sentence/true-or-false', value, { name, found: word, words: trueOrFalse });
    return { fault: found, instead: instead(trueOrFalse) };
  }
  const two = bothNamed(word, values);
  const near = two ? undefined : insteadOf(word, fact, values);
  const options = values.map(printedId);
  const particulars = { name, word, options, ...(near !== undefined && { nearest: near }) };
  const found = fault('sentence/unknown-option', value, particulars);
  const meant = two ?? (near === undefined ? undefined : [near]);
  return meant ? { fault: found, instead: instead(...meant) } : { fault: found };
};

/** `man woman`, once it has its hyphen, names two options. */
const bothNamed = (word: string, values: string[]): string[] | undefined => {
  const first = values.find((value) => word.startsWith(`${value}-`) && values.includes(word.slice(value.length + 1)));
  return first === undefined ? undefined : [first, word.slice(first.length + 1)];
};

/** The option that a word most likely means: by its label, as yes or no to a consent, or as nearly spelt. */
const insteadOf = (word: string, fact: FactShape, values: string[]): string | undefined => {
  const labelled = optionsOf(fact).find(({ label }) => toKebab(label) === word);
  if (labelled && labelled.means !== 'not-known') return idSaid(labelled);
  const answer = word === 'yes' ? ['given', 'signed'] : word === 'no' ? ['refused'] : [];
  return answer.find((option) => values.includes(option)) ?? nearest(word, values);
};

const otherWords = new Map([
  ['true', 'yes'],
  ['y', 'yes'],
  ['false', 'no'],
  ['n', 'no'],
]);
const labelOf = (fact: FactShape, value: string): string =>
  labelInside(optionsOf(fact).find((option) => idSaid(option) === value)?.label ?? value.replaceAll('-', ' '));

/** `values` are ids of options, or `not-applicable`. */
export const lower = (fact: FactShape, values: string[], negated: boolean): LoweredSentence => {
  const reads = (some: string[]): string => readOptions(fact, some, negated);
  if (fact.kind !== 'choices') {
    const anyOf = meantBy(fact, values);
    return { kind: 'is', fact: fact.id, anyOf, negated, reads: reads(values) };
  }
  const leaves = values.map(
    (option): LoweredSentence => ({ kind: 'includes', fact: fact.id, option, negated, reads: reads([option]) }),
  );
  return joined(negated ? 'all' : 'any', leaves, reads(values));
};

const readOptions = (fact: FactShape, values: string[], negated: boolean): string => {
  const { text, is } = subjectOf(fact);
  if (fact.kind === 'yes-no') return `${text} is ${readYesNo(fact, values, negated)}`;
  const chosen = values.filter((value) => value !== notApplicable);
  const labels = inARow(chosen.map((value) => labelOf(fact, value)));
  const alone = chosen.length < values.length;
  const applicable = alone ? [`${is} ${negated ? '' : 'not '}applicable`] : [];
  const said =
    labels.length === 0
      ? []
      : [
          `${fact.kind === 'choices' ? includes(is, labels, negated) : `${is} ${negated ? neither(labels) : either(labels)}`}`,
        ];
  const both = negated ? [...applicable, ...said].join(' and ') : [...said, ...applicable].join(' or ');
  return `${text} ${both}`;
};

const includes = (is: 'is' | 'are', labels: string[], negated: boolean): string => {
  const verb = is === 'are' ? 'include' : 'includes';
  if (!negated) return `${verb} ${either(labels)}`;
  return labels.length === 1
    ? `${is === 'are' ? 'do' : 'does'} not include ${labels[0]}`
    : `${verb} ${neither(labels)}`;
};

/** Of yes and no, what is not the one is the other. */
const readYesNo = (fact: FactShape, values: string[], negated: boolean): string => {
  const meant = negated ? idsSaid(fact).filter((value) => !values.includes(value)) : values;
  const last = meant.filter((value) => value === notApplicable);
  const inOrder = [...meant.filter((value) => value !== notApplicable), ...last];
  return either(inOrder.map((value) => (value === notApplicable ? 'not applicable' : labelOf(fact, value))));
};
