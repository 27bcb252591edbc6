/** What can be said of a date. A date-time counts by its day. */
import { type LeafApart, type LeafDated, months } from '../../../../engine/contract/index.js';
import { nearest } from '../../../problem/nearest.js';
import type {
  DayNode,
  Moment,
  SaysApart,
  SaysBetween,
  SaysCompares,
  SaysDated,
  SaysIs,
  Sentence,
  Value,
} from '../ast.js';
import { longDay, orderWords } from '../english/amount.js';
import { subjectOf } from '../english/subject.js';
import { type Fault, fault } from '../fault.js';
import { joined, type LoweredSentence } from '../lowered.js';
import { printDuration, printValue } from '../print.js';
import { type FactShape, factOf, findNamed, type Scope } from '../scope.js';
import { unitOf } from '../words.js';
import { type Checking, familyOf, type Outcome, saying, whatIs } from './checking.js';
import { isOfApplicable, leafNotApplicable, orNotApplicable } from './not-applicable.js';

/** What a date is compared with, and its English. */
interface Than {
  than: LeafDated['than'];
  reads: string;
}
type ThanFound = Than | { fault: Fault; instead?: Moment };

const findThan = (moment: Moment, { fact, scope }: Checking): ThanFound => {
  if (moment.kind === 'day') return dayFault(moment) ?? { than: { day: printValue(moment) }, reads: longDay(moment) };
  const named = findNamed(scope, moment.text);
  const other = factOf(named);
  const name = moment.text;
  if (!named) return unknownDate(moment, scope);
  if (!other || familyOf(other) !== 'date') {
    const what = other ? whatIs(other) : 'a criterion';
    return {
      fault: fault('sentence/not-a-date', moment, { name, what, advice: 'Name a date, or write a day: 2026-01-31' }),
    };
  }
  if (other.id === fact.id) return { fault: fault('sentence/same-date', moment, { name }) };
  return { than: { fact: other.id }, reads: subjectOf(other).text };
};

const unknownDate = (moment: Extract<Moment, { kind: 'word' }>, scope: Scope): ThanFound => {
  const name = moment.text;
  const elsewhere = scope.elsewhere?.(name);
  if (elsewhere !== undefined) return { fault: fault('sentence/unknown-name', moment, { name, elsewhere }) };
  const dates = scope.names.filter((known) => {
    const found = factOf(scope.find(known));
    return found !== undefined && familyOf(found) === 'date';
  });
  const near =
    nearest(name, [...dates, 'today']) ?? (['now', 'the-day', 'current-date'].includes(name) ? 'today' : undefined);
  if (near === undefined) return { fault: fault('sentence/unknown-name', moment, { name }) };
  return { fault: fault('sentence/unknown-name', moment, { name, nearest: near }), instead: { ...moment, text: near } };
};

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const daysIn = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
const years = { first: 1800, last: 2200 };

/** What is wrong with a day, on the calendar alone. */
const dayFault = (day: DayNode): { fault: Fault; instead?: DayNode } | undefined => {
  const found = printValue(day);
  if (day.month < 1 || day.month > 12) {
    const because = day.month < 1 ? 'months count from 1' : 'a year has 12 months';
    const turned = { ...day, month: day.day, day: day.month };
    const fits = day.day >= 1 && day.day <= 12 && day.month >= 1 && day.month <= daysIn(day.year, day.day);
    return { fault: fault('sentence/no-such-day', day, { found, because }), ...(fits && { instead: turned }) };
  }
  const last = daysIn(day.year, day.month);
  if (day.day < 1 || day.day > last) {
    const because = day.day < 1 ? 'days count from 1' : `${months[day.month - 1]} ${day.year} has ${last} days`;
    return { fault: fault('sentence/no-such-day', day, { found: longDay(day), because }) };
  }
  if (day.year >= years.first && day.year <= years.last) return undefined;
  return { fault: fault('sentence/unlikely-year', day, { year: day.year }) };
};

const dated = (
  fact: FactShape,
  order: LeafDated['order'],
  { than, reads }: Than,
  negated: boolean,
): LoweredSentence => {
  const { text, is } = subjectOf(fact);
  const words = negated ? orderWords[order].denied : orderWords[order].says;
  const english = `${text} ${is} ${words} ${reads}${orNotApplicable(fact, negated && order !== 'on')}`;
  return { kind: 'dated', fact: fact.id, order, than, negated, reads: english };
};

/** `D is before …`: takes a day of the calendar or another date. */
export const checkDated = (checking: Checking<SaysDated>): Outcome => {
  const { sentence, says, fact } = checking;
  const found = findThan(says.than, checking);
  if ('fault' in found) return withThan(found, sentence, says);
  return { lowered: dated(fact, says.order, found, sentence.negated) };
};

const withThan = (
  found: { fault: Fault; instead?: Moment },
  sentence: Sentence,
  says: SaysDated | SaysApart,
): Outcome => ({
  faults: [found.fault],
  ...(found.instead && { meant: saying(sentence, { ...says, than: found.instead }) }),
});

/** No two days of a case lie further apart than this. */
const furthest = { days: 73_000, weeks: 10_400, months: 2400, years: 200 };

/** `D is at least 18 years before …`. */
export const checkApart = (checking: Checking<SaysApart>): Outcome => {
  const { sentence, says, fact } = checking;
  const { duration, comparison, direction } = says;
  const words = printDuration(duration);
  const tooFar =
    duration.n > furthest[duration.unit] ? [fault('sentence/too-far-apart', duration, { found: words })] : [];
  const found = findThan(says.than, checking);
  if ('fault' in found) return { ...withThan(found, sentence, says), faults: [...tooFar, found.fault] };
  if (tooFar.length > 0) return { faults: tooFar };
  const { negated } = sentence;
  const { text, is } = subjectOf(fact);
  const not = negated ? 'not ' : '';
  const reads = `${text} ${is} ${not}${comparison.replace('-', ' ')} ${words} ${direction} ${found.reads}`;
  const { n, unit } = duration;
  const leaf: LeafApart = {
    kind: 'apart',
    fact: fact.id,
    comparison,
    duration: { n, unit },
    direction,
    than: found.than,
  };
  return { lowered: { ...leaf, negated, reads } };
};

const isMoment = (value: Value): value is Moment => value.kind !== 'number';

/** `D is between … and …`: both days included. */
export const checkDateBetween = (checking: Checking<SaysBetween>): Outcome => {
  const { sentence, says, fact } = checking;
  const { from, to } = says;
  if (!isMoment(from) || !isMoment(to)) {
    const wrong = isMoment(from) ? to : from;
    return { faults: [fault('sentence/is-a-date', wrong, { name: sentence.subject.text, found: printValue(wrong) })] };
  }
  const [first, last] = [findThan(from, checking), findThan(to, checking)];
  if ('fault' in first || 'fault' in last) {
    return { faults: [first, last].flatMap((found) => ('fault' in found ? [found.fault] : [])) };
  }
  if ('day' in first.than && 'day' in last.than && first.than.day > last.than.day) {
    const swapped = fault('sentence/ends-swapped', says, { from: first.than.day, to: last.than.day });
    return { faults: [swapped], meant: saying(sentence, { ...says, from: to, to: from }) };
  }
  const { negated } = sentence;
  const ends = [dated(fact, 'on-or-after', first, negated), dated(fact, 'on-or-before', last, negated)];
  const { text, is } = subjectOf(fact);
  const reads = negated
    ? `${text} ${is} before ${first.reads} or after ${last.reads}${orNotApplicable(fact, true)}`
    : `${text} ${is} between ${first.reads} and ${last.reads} inclusive`;
  return { lowered: joined(negated ? 'any' : 'all', ends, reads) };
};

/** `date-of-birth is at least 18`: so many years before today is most likely meant. */
export const checkDateCompares = ({ sentence, says }: Checking<SaysCompares>): Outcome => {
  const { n, unit, ...place } = says.to;
  const found = `${says.comparison.replace('-', ' ')} ${printValue(says.to)}`;
  const faults = [fault('sentence/is-a-date', says, { name: sentence.subject.text, found })];
  const known = unit ? unitOf(unit.text) : 'years';
  if (!known || !Number.isInteger(n) || n < 0 || n > furthest[known]) return { faults };
  const duration = { start: place.start, end: place.end, n, unit: known };
  const than = { kind: 'word', text: 'today', start: says.end, end: says.end } as const;
  const { start, end, comparison } = says;
  return {
    faults,
    meant: saying(sentence, { kind: 'apart', comparison, duration, direction: 'before', than, start, end }),
  };
};

/** A date is not a value, unless it is not applicable. */
export const checkDateIs = (checking: Checking<SaysIs>): Outcome => {
  const { sentence, says, fact, scope } = checking;
  const [value] = says.values;
  const name = sentence.subject.text;
  if (isOfApplicable(says) && fact.options.some(({ means }) => means === 'not-applicable')) {
    return { lowered: leafNotApplicable(fact, sentence.negated) };
  }
  if (!value || isOfApplicable(says)) return { faults: [fault('sentence/never-not-applicable', says, { name })] };
  if (value.kind === 'number') return numberOfADate(checking, value);
  const other = value.kind === 'word' ? factOf(findNamed(scope, value.text)) : undefined;
  const onIt =
    says.values.length === 1 &&
    (value.kind === 'day' ? !dayFault(value) : other !== undefined && familyOf(other) === 'date');
  const { start, end } = says;
  return {
    faults: [fault('sentence/say-on', says, { name })],
    ...(onIt && { meant: saying(sentence, { kind: 'dated', order: 'on', than: value, start, end }) }),
  };
};

const numberOfADate = (checking: Checking<SaysIs>, to: Extract<Value, { kind: 'number' }>): Outcome => {
  const { start, end } = checking.says;
  const outcome = checkDateCompares({
    ...checking,
    says: { kind: 'compares', comparison: 'at-least', to, start, end },
  });
  const found = fault('sentence/is-a-date', checking.says, {
    name: checking.sentence.subject.text,
    found: printValue(to),
  });
  return 'faults' in outcome ? { ...outcome, faults: [found] } : outcome;
};
