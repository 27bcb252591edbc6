/** A sentence in its canonical spelling: one space between words, dates as 2026-01-31. */
import type { Meant, NumberNode, Says, Sentence, Value } from './ast.js';
import { notApplicable } from './words.js';

const two = (n: number): string => String(n).padStart(2, '0');

/** Takes a value of a sentence; gives it as it is to be written. */
export const printValue = (value: Value): string => {
  switch (value.kind) {
    case 'word':
      return value.text === notApplicable ? 'not applicable' : value.text;
    case 'number':
      return printNumber(value);
    case 'day':
      return `${String(value.year).padStart(4, '0')}-${two(value.month)}-${two(value.day)}`;
  }
};

const printNumber = ({ n, unit }: NumberNode): string => (unit ? `${n} ${unit.text}` : String(n));

const spaced = (hyphened: string): string => hyphened.replaceAll('-', ' ');

/** `1 year`, `18 years`. */
export const printDuration = ({ n, unit }: { n: number; unit: string }): string =>
  `${n} ${n === 1 ? unit.slice(0, -1) : unit}`;

const printSays = (says: Says): string => {
  switch (says.kind) {
    case 'is':
      return says.values.map(printValue).join(' or ');
    case 'compares':
      return `${spaced(says.comparison)} ${printNumber(says.to)}`;
    case 'between':
      return `between ${printValue(says.from)} and ${printValue(says.to)}`;
    case 'dated':
      return `${spaced(says.order)} ${printMoment(says.than)}`;
    case 'apart':
      return `${spaced(says.comparison)} ${printDuration(says.duration)} ${says.direction} ${printMoment(says.than)}`;
    case 'answered':
    case 'met':
      return says.kind;
  }
};

const printMoment = (moment: Extract<Value, { kind: 'word' | 'day' }>): string =>
  moment.kind === 'word' ? moment.text : printValue(moment);

/** Takes a sentence; gives its canonical text. Parsing that gives the sentence back, its positions aside. */
export const printSentence = ({ subject, negated, says }: Sentence): string => {
  const only = says.kind === 'is' && says.values.length === 1 ? says.values[0] : undefined;
  if (negated && only?.kind === 'word' && only.text === notApplicable) return `${subject.text} is applicable`;
  return `${subject.text} is ${negated ? 'not ' : ''}${printSays(says)}`;
};

/** Takes what an author meant; gives the sentence, or the `all-of` and `any-of` lists of sentences as YAML. */
export const printMeant = (meant: Meant, indent = ''): string => {
  if (meant.kind === 'one') return printSentence(meant.sentence);
  const items = meant.of.map((inner) => `\n${indent}  - ${printMeant(inner, `${indent}    `)}`);
  return `${meant.kind}-of:${items.join('')}`;
};
