/** What can be said of a number or a score. */
import type { Comparison, LeafCompares } from '../../../../engine/contract/index.js';
import { nearest } from '../../../problem/nearest.js';
import type { NumberNode, SaysBetween, SaysCompares, SaysIs, Sentence, Span, Value } from '../ast.js';
import { amount, comparisonWords } from '../english/amount.js';
import { either, labelInside, neither } from '../english/label.js';
import { subjectOf } from '../english/subject.js';
import { type Fault, fault } from '../fault.js';
import { joined, type LoweredSentence } from '../lowered.js';
import { printValue } from '../print.js';
import type { FactShape } from '../scope.js';
import { orLess, orMore, spanUnitOf, toKebab } from '../words.js';
import { type Checking, type Outcome, saying } from './checking.js';
import { isOfApplicable, leafNotApplicable, orNotApplicable } from './not-applicable.js';
import { offersNotApplicable } from './options.js';

const leaf = (fact: FactShape, comparison: Comparison, to: number, negated: boolean): LoweredSentence => {
  const { text, is } = subjectOf(fact);
  const words = comparisonWords[comparison];
  const tail = orNotApplicable(fact, negated && comparison !== 'exactly');
  const reads = `${text} ${is} ${negated ? words.denied : words.says}${amount(to, fact)}${tail}`;
  return { kind: 'compares', fact: fact.id, comparison, to, negated, reads };
};

/** `N is at least 3`: takes it of a number or score, inside its limits and in its unit. */
export const checkNumberCompares = ({ sentence, says, fact }: Checking<SaysCompares>): Outcome => {
  const faults = faultsOf(says.to, fact, sentence);
  const meant = withoutUnit(says.to, fact);
  if (faults.length > 0) return { faults, ...(meant && { meant: saying(sentence, { ...says, to: meant }) }) };
  const settled = settledBy(fact, says.comparison, says.to.n);
  const stillTells = settled === true && offersNotApplicable(fact);
  if (settled === undefined || stillTells) return { lowered: leaf(fact, says.comparison, says.to.n, sentence.negated) };
  const always = settled !== sentence.negated;
  return {
    faults: [fault('sentence/always-or-never', says, { name: sentence.subject.text, always, limits: limits(fact) })],
  };
};

/** What is wrong with a figure beside this number. */
const faultsOf = (node: NumberNode, fact: FactShape, { subject }: Sentence): Fault[] => {
  const name = subject.text;
  const { n, unit } = node;
  const counted = fact.number?.unit;
  if (unit && !isUnitOf(unit.text, counted)) {
    return [
      fault('sentence/wrong-unit', unit, {
        name,
        unit: unit.text,
        ...(counted !== undefined && {
          counted,
          over: spanUnitOf(toKebab(counted)) !== undefined && spanUnitOf(unit.text) !== undefined,
        }),
      }),
    ];
  }
  if (isOutside(n, fact)) return [fault('sentence/out-of-limits', node, { name, n, limits: limits(fact) })];
  if (fact.number?.whole && !Number.isInteger(n)) return [fault('sentence/whole-number', node, { name, n })];
  return [];
};

const isUnitOf = (word: string, counted: string | undefined): boolean => {
  const unit = toKebab(counted ?? '');
  return word === unit || `${word}s` === unit || word === `${unit}s`;
};

const withoutUnit = ({ unit, ...figure }: NumberNode, fact: FactShape): NumberNode | undefined => {
  const counted = fact.number?.unit;
  const n = unit && counted !== undefined ? inUnit(figure.n, unit.text, counted) : figure.n;
  if (n === undefined || isOutside(n, fact)) return undefined;
  const converted = unit && n !== figure.n && counted !== undefined;
  return { ...figure, n, ...(converted && { unit: { ...unit, text: toKebab(counted) } }) };
};

/** How many of one unit make one of the other, where that is always so. */
const makes: Record<string, [unit: string, times: number][]> = {
  weeks: [['days', 7]],
  years: [['months', 12]],
  days: [['hours', 24]],
};

/** So many of a unit, in another; nothing where that cannot be told. Whatever is no unit of time is left out. */
const inUnit = (n: number, from: string, to: string): number | undefined => {
  const [said, counted] = [spanUnitOf(toKebab(from)), spanUnitOf(toKebab(to))];
  if (!said || !counted || said === counted || !overTime(counted)) return n;
  const into = makes[said]?.find(([unit]) => unit === counted)?.[1];
  if (into !== undefined) return n * into;
  const back = makes[counted]?.find(([unit]) => unit === said)?.[1];
  return back !== undefined && n % back === 0 ? n / back : undefined;
};
/** Hours counted in a form are hours of work as often as not. */
const overTime = (unit: string): boolean => unit !== 'hours';

const isOutside = (n: number, { number }: FactShape): boolean =>
  n < (number?.atLeast ?? Number.NEGATIVE_INFINITY) || n > (number?.atMost ?? Number.POSITIVE_INFINITY);

const limits = (fact: FactShape): string => {
  const { atLeast, atMost } = fact.number ?? {};
  if (atLeast !== undefined && atMost !== undefined) return `from ${amount(atLeast, fact)} to ${amount(atMost, fact)}`;
  return atLeast === undefined ? `at most ${amount(atMost ?? 0, fact)}` : `at least ${amount(atLeast, fact)}`;
};

/** What the declared limits alone make of a comparison with a figure inside them. */
const settledBy = ({ number }: FactShape, comparison: LeafCompares['comparison'], to: number): boolean | undefined => {
  const { atLeast, atMost } = number ?? {};
  if (comparison === 'at-least' && to === atLeast) return true;
  if (comparison === 'at-most' && to === atMost) return true;
  if (comparison === 'more-than' && to === atMost) return false;
  return comparison === 'less-than' && to === atLeast ? false : undefined;
};

/** `N is between 3 and 5`: both ends as comparisons. */
export const checkNumberBetween = ({ sentence, says, fact }: Checking<SaysBetween>): Outcome => {
  const { from, to } = says;
  const [low, high] = [asFigure(from), asFigure(to)];
  if (!low || !high) {
    const wrong = low ? to : from;
    return { faults: [notAFigure(wrong, fact, sentence)] };
  }
  const faults = [...faultsOf(low, fact, sentence), ...faultsOf(high, fact, sentence)];
  if (faults.length > 0) return { faults };
  if (low.n > high.n) {
    const swapped = fault('sentence/ends-swapped', says, { from: printValue(low), to: printValue(high) });
    return { faults: [swapped], meant: saying(sentence, { ...says, from: to, to: from }) };
  }
  const { negated } = sentence;
  const ends = [leaf(fact, 'at-least', low.n, negated), leaf(fact, 'at-most', high.n, negated)];
  const { text, is } = subjectOf(fact);
  const reads = negated
    ? `${text} ${is} less than ${amount(low.n, fact)} or more than ${amount(high.n, fact)}${orNotApplicable(fact, true)}`
    : `${text} ${is} between ${low.n} and ${amount(high.n, fact)} inclusive`;
  return { lowered: joined(negated ? 'any' : 'all', ends, reads) };
};

const asFigure = (value: Value): NumberNode | undefined => (value.kind === 'number' ? value : undefined);

const bandsOf = (fact: FactShape): NonNullable<FactShape['bands']> => fact.bands ?? [];
const notAFigure = (value: Value & Span, fact: FactShape, { subject }: Sentence): Fault =>
  fault('sentence/option-for-number', value, {
    name: subject.text,
    found: printValue(value),
    bands: bandsOf(fact).map(({ id }) => id),
  });

type Band = NonNullable<FactShape['bands']>[number];

/** `N is 3 or 5`, `ric is high`. */
export const checkNumberIs = (checking: Checking<SaysIs>): Outcome => {
  const { sentence, says, fact } = checking;
  const orMore = checkOrMore(checking);
  if (orMore) return orMore;
  const faults = says.values.flatMap((value) => faultsOfValue(value, fact, sentence));
  if (faults.length > 0) return { faults, ...withBands(checking) };
  const { negated } = sentence;
  const parts = says.values.map((value) => partFor(value, fact, negated));
  const { text, is } = subjectOf(fact);
  const words = says.values.filter((value) => !isApplicable(value)).map((value) => wordFor(value, fact));
  const applicable = words.length < says.values.length ? [`${is} ${negated ? '' : 'not '}applicable`] : [];
  const said = words.length === 0 ? [] : [`${is} ${negated ? neither(words) : either(words)}`];
  const reads = `${text} ${negated ? [...applicable, ...said].join(' and ') : [...said, ...applicable].join(' or ')}`;
  return { lowered: joined(negated ? 'all' : 'any', parts, reads) };
};

/** `18 or over`, which is well-formed: over might have been a band. */
const checkOrMore = ({ sentence, says, fact }: Checking<SaysIs>): Outcome | undefined => {
  const [to, word, ...rest] = says.values;
  if (to?.kind !== 'number' || word?.kind !== 'word' || rest.length > 0 || bandNamed(word, fact)) return undefined;
  const comparison = orMore.has(word.text) ? 'at-least' : orLess.has(word.text) ? 'at-most' : undefined;
  if (comparison === undefined) return undefined;
  const words = comparison.replace('-', ' ');
  const { start, end } = says;
  return {
    faults: [fault('sentence/comparison', word, { found: `or ${word.text}`, words })],
    meant: saying(sentence, { kind: 'compares', comparison, to, start, end }),
  };
};

const isApplicable = (value: Value): boolean => isOfApplicable({ kind: 'is', values: [value], start: 0, end: 0 });
const bandNamed = (value: Value, fact: FactShape): Band | undefined =>
  value.kind === 'word' ? bandsOf(fact).find(({ id }) => id === value.text) : undefined;

const faultsOfValue = (value: Value, fact: FactShape, sentence: Sentence): Fault[] => {
  if (value.kind === 'number') return faultsOf(value, fact, sentence);
  if (isApplicable(value)) {
    const offered = fact.options.some(({ means }) => means === 'not-applicable');
    return offered ? [] : [fault('sentence/never-not-applicable', value, { name: sentence.subject.text })];
  }
  return bandNamed(value, fact) ? [] : [notAFigure(value, fact, sentence)];
};

const withBands = ({ sentence, says, fact }: Checking<SaysIs>): { meant?: Sentence } => {
  const ids = bandsOf(fact).map(({ id }) => id);
  const values = says.values.map((value): Value | undefined => {
    if (value.kind === 'number') return withoutUnit(value, fact);
    const near = value.kind === 'word' ? nearest(value.text, ids) : undefined;
    return near === undefined || value.kind !== 'word' ? undefined : { ...value, text: near };
  });
  return values.every((value) => value !== undefined) ? { meant: saying(sentence, { ...says, values }) } : {};
};

const wordFor = (value: Value, fact: FactShape): string => {
  const band = bandNamed(value, fact);
  if (band) return labelInside(band.label);
  return value.kind === 'number' ? amount(value.n, fact) : printValue(value);
};

const partFor = (value: Value, fact: FactShape, negated: boolean): LoweredSentence => {
  const band = bandNamed(value, fact);
  if (band) return inBand(fact, band, negated);
  return value.kind === 'number' ? leaf(fact, 'exactly', value.n, negated) : leafNotApplicable(fact, negated);
};

const inBand = (fact: FactShape, { label, from, to }: Band, negated: boolean): LoweredSentence => {
  const ends = [
    ...(from === undefined ? [] : [leaf(fact, 'at-least', from, negated)]),
    ...(to === undefined ? [] : [leaf(fact, 'at-most', to, negated)]),
  ];
  const { text, is } = subjectOf(fact);
  return joined(negated ? 'any' : 'all', ends, `${text} ${is} ${negated ? 'not ' : ''}${labelInside(label)}`);
};
