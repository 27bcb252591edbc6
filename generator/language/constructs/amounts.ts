/** Lengths of time, numbers and rates as a document gives them: `2 weeks`, `at least 3`, `at most 1 each week`. */
import {
  type Amount,
  type Rate,
  type Span,
  type SpanUnit,
  spanInWords,
  unitInWords,
} from '../../../engine/contract/index.js';
import { raiseShape } from '../shape/problems.js';
import { type Shape, scalar, type Written } from '../shape/shape.js';
import { raiseAmount } from './amount-problems.js';
import { mendAmount, mendSpan } from './amounts-mend.js';

const units: Record<string, SpanUnit> = {
  hour: 'hours',
  day: 'days',
  'working day': 'working-days',
  week: 'weeks',
  month: 'months',
  year: 'years',
};
const unitPattern = '(hour|working[ -]day|day|week|month|year)s?';
const spanPattern = new RegExp(`^(\\d+(?:\\.\\d+)?) +${unitPattern}$`);

const minutesPattern = /^(\d+) +minutes?$/;

/**
 * Takes `2 weeks`, `5 working days`, `48 hours`, `90 minutes`, which are parts of hours; gives undefined for anything
 * else, also for no time at all. Only hours can be parts.
 */
export const parseSpan = (text: string): Span | undefined => {
  const minutes = Number(minutesPattern.exec(text.trim())?.[1]);
  if (minutes > 0) return { n: minutes / 60, unit: 'hours' };
  const found = spanPattern.exec(text.trim());
  const unit = units[found?.[2]?.replace('-', ' ') ?? ''];
  const n = Number(found?.[1]);
  if (!unit || !(n > 0) || (unit !== 'hours' && !Number.isInteger(n))) return undefined;
  return { n, unit };
};

type Pattern = [RegExp, (found: string[]) => Amount];
const one =
  (kind: 'exactly' | 'at-least' | 'at-most' | 'about') =>
  ([n]: string[]): Amount => ({ kind, n: Number(n) });
const patterns: Pattern[] = [
  [/^(\d+)$/, one('exactly')],
  [/^at least (\d+)$/, one('at-least')],
  [/^at most (\d+)$/, one('at-most')],
  [/^about (\d+)$/, one('about')],
  [/^(\d+) to (\d+)$/, ([from, to]) => ({ kind: 'range', from: Number(from), to: Number(to) })],
  [/^for a person to say$/, () => ({ kind: 'for-a-person' })],
  [/^for ([a-z][a-z0-9-]*) to say$/, ([role]) => ({ kind: 'for-a-person', ...(role && { role }) })],
  [/^not-stated$/, () => ({ kind: 'not-stated' })],
];
const alternatives = /^\d+(?:(?:, | or )\d+)*? or \d+$/;

/** Takes an amount's text; gives undefined where it is none. A range may still be backwards. */
export const parseAmount = (text: string): Amount | undefined => {
  const written = text.trim();
  if (alternatives.test(written)) return { kind: 'one-of', of: written.split(/, | or /).map(Number) };
  for (const [pattern, make] of patterns) {
    const found = pattern.exec(written);
    if (found) return make(found.slice(1));
  }
  return undefined;
};

/** Takes `1 week` (one each week), `2 each week`, `at least 1 every 2 weeks`; gives undefined for anything else. */
export const parseRate = (text: string): Rate | undefined => {
  const written = text.trim();
  const alone = parseSpan(written);
  if (alone) return { amount: { kind: 'exactly', n: 1 }, each: alone };
  const [, much = '', join, often = ''] = /^(.+?) (each|every) (.+)$/.exec(written) ?? [];
  if (!join) return undefined;
  const amount = parseAmount(much);
  const each = parseSpan(/^\d/.test(often) ? often : `1 ${often}`);
  return amount && each && amount.kind !== 'not-stated' ? { amount, each } : undefined;
};

const given = (suggestion: string | undefined) => (suggestion ? { suggestion } : {});

/** A length of time. */
export const span: Shape<Written<Span>> = scalar(
  'a length of time, such as 2 weeks or 5 working days',
  { title: 'a length of time', type: 'string' },
  (node, reading) => {
    const value = parseSpan(node.text);
    if (value) return { value, at: node.at };
    const suggestion = mendSpan(node.text, parseSpan);
    reading.report(raiseAmount('amount/span', node.at, { found: node.text, ...given(suggestion) }));
    return undefined;
  },
);

/** A number as a document gives it. */
export const amount: Shape<Written<Amount>> = scalar(
  'a number, such as 30, at least 3, 8 to 12 or not-stated',
  { title: 'a number', type: ['string', 'number'] },
  (node, reading) => {
    const value = parseAmount(node.text);
    if (value?.kind === 'range' && value.from > value.to) {
      const better = `${value.to} to ${value.from}`;
      reading.report(raiseAmount('amount/backwards', node.at, { found: node.text, better }));
      return undefined;
    }
    if (value) return { value, at: node.at };
    const suggestion = mendAmount(node.text, parseAmount);
    reading.report(raiseAmount('amount/amount', node.at, { found: node.text, ...given(suggestion) }));
    return undefined;
  },
);

/** How often. */
export const rate: Shape<Written<Rate>> = scalar(
  'how often, such as 1 week or at most 1 each week',
  { title: 'how often', type: 'string' },
  (node, reading) => {
    const value = parseRate(node.text);
    if (value) return { value, at: node.at };
    const suggestion = mendAmount(node.text, parseRate);
    reading.report(raiseAmount('amount/rate', node.at, { found: node.text, ...given(suggestion) }));
    return undefined;
  },
);

/** A whole number from 1. */
export const ordinal: Shape<Written<number>> = scalar(
  'a whole number from 1',
  { title: 'a whole number from 1', type: 'integer', minimum: 1 },
  (node, reading) => {
    if (typeof node.value === 'number' && Number.isInteger(node.value) && node.value >= 1)
      return { value: node.value, at: node.at };
    const particulars = { name: reading.name, expected: 'a whole number from 1', found: `“${node.text}”` };
    reading.report(raiseShape('value/wrong-kind', node.at, particulars));
    return undefined;
  },
);

/** What a shape takes, or `not-stated`. */
export const orNotStated = <T>(shape: Shape<Written<T>>): Shape<Written<T | 'not-stated'>> => ({
  called: `${shape.called}, or not-stated`,
  schema: () => ({ anyOf: [shape.schema(), { const: 'not-stated' }] }),
  read: (node, reading) =>
    node.kind === 'scalar' && node.text.trim() === 'not-stated'
      ? { value: 'not-stated', at: node.at }
      : shape.read(node, reading),
});

const counted = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;
/**
 * Takes an amount, the noun of what is counted in the singular ("session") and how roles are called; gives it in
 * English: "at least 3 sessions", "as many sessions as the service lead says".
 */
export const amountSays = (
  written: Amount,
  noun: string,
  called: (role: string) => string = (role) => role.replaceAll('-', ' '),
): string => {
  switch (written.kind) {
    case 'exactly':
      return counted(written.n, noun);
    case 'at-least':
      return `at least ${counted(written.n, noun)}`;
    case 'at-most':
      return `at most ${counted(written.n, noun)}`;
    case 'about':
      return `about ${counted(written.n, noun)}`;
    case 'range':
      return `${written.from} to ${counted(written.to, noun)}`;
    case 'one-of':
      return `${written.of.slice(0, -1).join(', ')} or ${counted(written.of.at(-1) ?? 0, noun)}`;
    case 'for-a-person':
      return `as many ${noun}s as ${written.role ? `the ${called(written.role)}` : 'a person'} says`;
    case 'not-stated':
      return `a number of ${noun}s that is not stated`;
  }
};

/** In English: "one session each week", "at most 2 sessions every 3 weeks". */
export const rateSays = ({ amount: much, each }: Rate, noun: string, called?: (role: string) => string): string => {
  const often = each.n === 1 ? `each ${unitInWords[each.unit]}` : `every ${spanInWords(each)}`;
  return `${much.kind === 'exactly' && much.n === 1 ? `one ${noun}` : amountSays(much, noun, called)} ${often}`;
};

/** The least and the most that an amount can be; "about" and what a person says bind nothing. */
export const boundsOf = (written: Amount): { least: number; most: number } => {
  switch (written.kind) {
    case 'exactly':
      return { least: written.n, most: written.n };
    case 'at-least':
      return { least: written.n, most: Number.POSITIVE_INFINITY };
    case 'at-most':
      return { least: 0, most: written.n };
    case 'range':
      return { least: written.from, most: written.to };
    case 'one-of':
      return { least: Math.min(...written.of), most: Math.max(...written.of) };
    default:
      return { least: 0, most: Number.POSITIVE_INFINITY };
  }
};
