// @ts-check
/**
 * The operators that the emitted rules use, for a stock json-rules-engine. Each is false of what is not known, and so
 * is its opposite: "is not …" is an operator of its own, true only where it is known not to be. "Not applicable" is
 * known, and no comparison holds of it.
 *
 * A fact holds its answer; null, or the word `not-known`, alone or among several choices, is none, and so is an empty
 * list of choices. Days are written "2026-03-02"; of a date with a time the day counts. A number that is only known to
 * lie between two is `{ least: 1, most: 3 }`, with `most` null where there is no telling. This file stands alone: it is
 * handed out as it is.
 *
 * The operators do not check answers. Hold them to the form's own schema first, which is built beside this file: it
 * refuses an option that is not offered, "not known" or "not applicable" together with something else, a number out of
 * its limits and a day that there is not, all of which the rules would take at their word. Then put the case about the
 * entries of its lists, and run the rules on an engine of their own:
 *
 *     import { Engine } from 'json-rules-engine';
 *     import register, { surround } from './operators.mjs';
 *
 *     const engine = register(new Engine());
 *     for (const [name, condition] of Object.entries(rules.conditions)) engine.setCondition(name, condition);
 *     for (const rule of rules.rules) engine.addRule(rule);
 *     // Every fact that the rules name, null where there is no answer; `today` is the day that is asked about.
 *     const facts = { today: '2026-03-02', 'date-of-birth': '1985-03-27', abuse: null, children: [{ age: 5 }] };
 *     const { events } = await engine.run(surround(facts));
 *
 * @typedef {{ name: string, holds: (factValue: unknown, value: unknown) => boolean, known: (factValue: unknown) => boolean }} NamedOperator
 * @typedef {(factValue: unknown, value: unknown) => boolean} Test
 */

const notApplicable = 'not-applicable';

/** @param {unknown} value */
const isKnown = (value) =>
  value !== null &&
  value !== undefined &&
  value !== '' &&
  value !== 'not-known' &&
  !asList(value).includes('not-known');
/** @param {unknown} value */
const asList = (value) => (Array.isArray(value) ? value : []);

/**
 * What was chosen, of one choice or of several: nothing where no answer was chosen.
 * @param {unknown} value
 */
const chosen = (value) => (Array.isArray(value) ? value : [value]);
/**
 * Whether something was chosen, and none of these.
 * @param {unknown} value
 * @param {unknown} options
 */
const isNoneOf = (value, options) =>
  chosen(value).length > 0 && chosen(value).every((option) => !asList(options).includes(option));

/**
 * Of a number that lies between two bounds: whether it surely compares so, and whether it surely does not.
 * @type {Record<string, { is: (least: number, most: number, to: number) => boolean, isNot: (least: number, most: number, to: number) => boolean }>}
 */
const comparisons = {
  'is-at-least': { is: (least, _, to) => least >= to, isNot: (_, most, to) => most < to },
  'is-at-most': { is: (_, most, to) => most <= to, isNot: (least, _, to) => least > to },
  'is-more-than': { is: (least, _, to) => least > to, isNot: (_, most, to) => most <= to },
  'is-less-than': { is: (_, most, to) => most < to, isNot: (least, _, to) => least >= to },
  'is-exactly': {
    is: (least, most, to) => least === to && most === to,
    isNot: (least, most, to) => to < least || to > most,
  },
};

/** @type {Record<string, (a: string, b: string) => boolean>} */
const orders = {
  'is-before': (a, b) => a < b,
  'is-on-or-before': (a, b) => a <= b,
  'is-after': (a, b) => a > b,
  'is-on-or-after': (a, b) => a >= b,
  'is-on': (a, b) => a === b,
};

const written = /^(\d{4})-(\d\d)-(\d\d)/;
/**
 * The day of a date, or undefined where it is none.
 * @param {unknown} value
 */
const dayOf = (value) => (typeof value === 'string' && written.test(value) ? value.slice(0, 10) : undefined);

/**
 * The year, month and day of a day.
 * @param {string} day
 * @returns {[number, number, number]}
 */
const partsOf = (day) => [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];

/**
 * Days from one day to another.
 * @param {string} from
 * @param {string} to
 */
const daysBetween = (from, to) => {
  const [a, b] = [partsOf(from), partsOf(to)];
  return Math.round((Date.UTC(b[0], b[1] - 1, b[2]) - Date.UTC(a[0], a[1] - 1, a[2])) / 86_400_000);
};

/**
 * How the time from one day to a later one stands to so many units: below zero, zero on the very day on which they are
 * complete, above zero. 29 February comes round on 1 March in a common year; a month that is too short ends it on its
 * last day.
 * @param {string} from
 * @param {string} to
 * @param {number} n
 * @param {string} unit
 */
const beyond = (from, to, n, unit) => {
  if (unit === 'day') return daysBetween(from, to) - n;
  if (unit === 'week') return daysBetween(from, to) - 7 * n;
  const [year, month, day] = partsOf(from);
  const months = unit === 'year' ? 12 * n : n;
  const due = year * 12 + (month - 1) + months;
  const [toYear, toMonth, toDay] = partsOf(to);
  const at = toYear * 12 + (toMonth - 1);
  const last = new Date(Date.UTC(Math.floor(due / 12), (due % 12) + 1, 0)).getUTCDate();
  if (unit === 'year' && day > last) return at === due + 1 ? toDay - 1 : at > due ? 1 : -1;
  return at === due ? toDay - Math.min(day, last) : at - due;
};

/** @type {Record<string, (beyond: number) => boolean>} */
const spans = {
  'at-least': (over) => over >= 0,
  'at-most': (over) => over <= 0,
  'more-than': (over) => over > 0,
  'less-than': (over) => over < 0,
};

/**
 * Of two days, both of which must be known. Where either is not applicable, it does not hold, whatever the other is.
 * @param {(day: string, than: string) => boolean} test
 * @param {boolean} negated
 * @returns {Test}
 */
const ofDays = (test, negated) => (factValue, value) => {
  if (factValue === notApplicable || value === notApplicable) return negated;
  if (!isKnown(factValue) || !isKnown(value)) return false;
  const [day, than] = [dayOf(factValue), dayOf(value)];
  return day !== undefined && than !== undefined && test(day, than) !== negated;
};

/**
 * Between what a number lies: both bounds are itself where it is known; `{ least: 1, most: null }` has no upper one.
 * @param {any} value
 * @returns {[number, number] | undefined}
 */
const boundsOf = (value) => {
  if (typeof value === 'number') return [value, value];
  if (value === null || typeof value !== 'object' || typeof value.least !== 'number') return undefined;
  if (value.most === null) return [value.least, Number.POSITIVE_INFINITY];
  return typeof value.most === 'number' ? [value.least, value.most] : undefined;
};

/**
 * Of a number, or of what is only known to lie between two.
 * @param {(least: number, most: number, to: number) => boolean} test
 * @param {boolean} negated
 * @returns {Test}
 */
const ofNumbers = (test, negated) => (factValue, value) => {
  if (factValue === notApplicable) return negated;
  const bounds = boundsOf(factValue);
  return bounds !== undefined && typeof value === 'number' && test(bounds[0], bounds[1], value);
};

/** @typedef {{ holds: Test, known: (factValue: unknown) => boolean }} Meaning */

/** @type {(holds: Test) => Meaning} */
const ofKnown = (holds) => ({ holds, known: isKnown });
/** @type {(holds: Test) => Meaning} */
const ofAnything = (holds) => ({ holds, known: () => true });

/** @type {Record<string, Test>} */
const plain = {
  'is-one-of': (factValue, value) => asList(value).includes(factValue),
  'is-none-of': isNoneOf,
  includes: (factValue, value) => chosen(factValue).includes(value),
  'does-not-include': (factValue, value) => isNoneOf(factValue, [value]),
  // `value` lists the options that are no answer, where there are such; an empty list of options is none either.
  'is-answered': (factValue, value) => (Array.isArray(value) ? isNoneOf(factValue, value) : true),
  'is-not-answered': () => false,
  'has-an-entry-where': (factValue, value) => asList(factValue).some((entry) => entryHolds(entry, value)),
  'has-no-entry-where': (factValue, value) =>
    factValue === notApplicable || (Array.isArray(factValue) && factValue.every((entry) => entryHolds(entry, value))),
};

/** Of anything, known or not: `value` says whether it holds. */
const anything = ofAnything((_, value) => value === true);

const span = /^(at-least|at-most|more-than|less-than)-(\d+)-(day|week|month|year)s?-(before|after)$/;

/**
 * What an operator means, by its name; undefined where there is no such operator.
 * @param {string} name
 * @returns {Meaning | undefined}
 */
const meaningOf = (name) => {
  if (name === 'is-anything') return anything;
  const own = Object.hasOwn(plain, name) ? plain[name] : undefined;
  if (own) return ofKnown(own);
  const negated = name.startsWith('is-not-');
  const positive = negated ? `is-${name.slice('is-not-'.length)}` : name;
  const order = Object.hasOwn(orders, positive) ? orders[positive] : undefined;
  if (order) return ofAnything(ofDays(order, negated));
  const comparison = Object.hasOwn(comparisons, positive) ? comparisons[positive] : undefined;
  if (comparison) return ofKnown(ofNumbers(negated ? comparison.isNot : comparison.is, negated));
  const parts = positive.startsWith('is-') ? span.exec(positive.slice('is-'.length)) : null;
  const [, howFar = '', n = '', unit = '', direction = ''] = parts ?? [];
  const test = spans[howFar];
  if (!test) return undefined;
  /** @type {(day: string, than: string) => boolean} */
  const isApart = (day, than) => {
    const [earlier, later] = direction === 'before' ? [day, than] : [than, day];
    return earlier <= later && test(beyond(earlier, later, Number(n), unit));
  };
  return ofAnything(ofDays(isApart, negated));
};

/**
 * Whether an entry is such, by a condition of the same kind as the rules' own. A question of the entry is named
 * `children.age` and held as `age`; what the condition says of anything else is read from what `surround` put there.
 * @param {any} entry
 * @param {any} condition
 * @returns {boolean}
 */
const entryHolds = (entry, condition) => {
  if (condition.all) return condition.all.every((/** @type {unknown} */ part) => entryHolds(entry, part));
  if (condition.any) return condition.any.some((/** @type {unknown} */ part) => entryHolds(entry, part));
  const [operator] = operatorsNamed([condition.operator]);
  const factValue = entryValue(entry, condition.fact);
  const than = condition.value;
  const value = than !== null && typeof than === 'object' && 'fact' in than ? entryValue(entry, than.fact) : than;
  return operator ? operator.known(factValue) && operator.holds(factValue, value) : false;
};

const surroundings = '..';
/**
 * @param {any} entry
 * @param {string} fact
 */
const entryValue = (entry, fact) => {
  const dot = fact.indexOf('.');
  return dot < 0 ? entry?.[surroundings]?.[fact] : entry?.[fact.slice(dot + 1)];
};

/**
 * Takes all facts by name, gives them with the case put about each entry of a list (under `..`), for conditions on
 * entries that name something else as well, such as today.
 * @param {Record<string, unknown>} facts
 * @returns {Record<string, unknown>}
 */
export const surround = (facts) =>
  Object.fromEntries(
    Object.entries(facts).map(([fact, value]) => [
      fact,
      Array.isArray(value) && value.every((entry) => entry !== null && typeof entry === 'object')
        ? value.map((entry) => ({ ...entry, [surroundings]: facts }))
        : value,
    ]),
  );

/**
 * Takes names of operators, gives each: whether it holds of a fact's value and the rule's value, and whether a fact's
 * value is known at all. Throws a RangeError for a name that is no operator's.
 * @param {Iterable<string>} names
 * @returns {NamedOperator[]}
 */
export const operatorsNamed = (names) =>
  [...new Set(names)].map((name) => {
    const meaning = meaningOf(name);
    if (!meaning) throw new RangeError(`There is no operator "${name}".`);
    return { name, ...meaning };
  });
