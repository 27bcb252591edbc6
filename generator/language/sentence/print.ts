/** A sentence in its canonical spelling: one space between words, dates as 2026-01-31. */
import type { AfterNode, Meant, NumberNode, Says, Sentence, Value, WhenNode } from './ast.js';
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

const printNumber = ({ n, unit }: NumberNode): string => (unit ? `${n} ${unitWord(unit.text)}` : String(n));

/** Written as two words, as they are said. */
const unitWord = (unit: string): string => (/^working-days?$/.test(unit) ? spaced(unit) : unit);

const spaced = (hyphened: string): string => hyphened.replaceAll('-', ' ');

/** `1 year`, `18 years`. */
export const printDuration = ({ n, unit }: { n: number; unit: string }): string =>
  `${n} ${unitWord(n === 1 ? unit.slice(0, -1) : unit)}`;

const printAfter = (of: AfterNode): string =>
  of.kind === 'session' ? 'the session' : `${of.which ? `${of.which} ` : ''}${of.event.text}`;

const printWhen = (when: WhenNode): string => {
  switch (when.kind) {
    case 'last':
      return ` in the last ${printDuration(when.span)}`;
    case 'since':
      return ` since ${printAfter(when.of)}`;
    case 'before':
      return `${when.span ? ` at least ${printDuration(when.span)}` : ''} before ${printAfter(when.of)}`;
    case 'within':
      return ` within ${printDuration(when.span)} of ${printAfter(when.of)}`;
    case 'by':
      return when.span && when.of
        ? ` by ${when.time} ${printDuration(when.span)} after ${printAfter(when.of)}`
        : ` by ${when.time} the next day`;
  }
};

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
    case 'happened':
      return `happened${says.when ? printWhen(says.when) : ''}`;
    case 'answered':
    case 'met':
      return says.kind;
  }
};

const printMoment = (moment: Extract<Value, { kind: 'word' | 'day' }>): string =>
  moment.kind === 'word' ? moment.text : printValue(moment);

/** Takes a sentence; gives its canonical text. Parsing that gives the sentence back, its positions aside. */
export const printSentence = (sentence: Sentence): string =>
  sentence.lasts ? `${printNow(sentence)} ${printLasts(sentence.lasts)}` : printNow(sentence);

/** `for at least 4 weeks`, `for more than 4 weeks`. */
export const printLasts = (length: { n: number; unit: string; more?: true }): string =>
  `for ${length.more ? 'more than' : 'at least'} ${printDuration(length)}`;

const printNow = ({ subject, negated, says }: Sentence): string => {
  if (says.kind === 'happened') return `${subject.text} has ${negated ? 'not ' : ''}${printSays(says)}`;
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
