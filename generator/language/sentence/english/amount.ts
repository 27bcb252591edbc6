/** Numbers, durations and days in English. */
import { type Comparison, type LeafDated, months } from '../../../../engine/contract/index.js';
import type { DayNode } from '../ast.js';
import type { FactShape } from '../scope.js';

const before = new Set(['£', '€', '$']);

/** Whether what is counted stands in the fact's name already: "the hours a week are at least 3". */
const isSaid = (unit: string, called: string): boolean =>
  called
    .toLowerCase()
    .split(/\s+/)
    .some((word) => word === unit.toLowerCase() || `${word}s` === unit.toLowerCase());

/** Takes a figure of a fact; gives it with the fact's unit: "3 hours", "1 hour", "£20", "50%". */
export const amount = (n: number, fact: FactShape): string => {
  const unit = fact.number?.unit?.trim().replace('working-days', 'working days');
  if (unit === undefined || unit === '' || isSaid(unit, fact.called)) return String(n);
  if (before.has(unit)) return `${unit}${Number.isInteger(n) ? n : n.toFixed(2)}`;
  if (unit === '%') return `${n}%`;
  return `${n} ${n === 1 && /[a-z]s$/.test(unit) && !unit.endsWith('ss') ? unit.slice(0, -1) : unit}`;
};

/** `31 January 2026`. */
export const longDay = ({ year, month, day }: Pick<DayNode, 'year' | 'month' | 'day'>): string =>
  `${day} ${months[month - 1] ?? ''} ${year}`;

/** The comparison in words, and the one that holds of every number where this one does not. */
export const comparisonWords: Record<Comparison, { says: string; denied: string }> = {
  'at-least': { says: 'at least ', denied: 'less than ' },
  'at-most': { says: 'at most ', denied: 'more than ' },
  'more-than': { says: 'more than ', denied: 'at most ' },
  'less-than': { says: 'less than ', denied: 'at least ' },
  exactly: { says: '', denied: 'not ' },
};

/** The same of days. */
export const orderWords: Record<LeafDated['order'], { says: string; denied: string }> = {
  before: { says: 'before', denied: 'on or after' },
  'on-or-before': { says: 'on or before', denied: 'after' },
  after: { says: 'after', denied: 'on or before' },
  'on-or-after': { says: 'on or after', denied: 'before' },
  on: { says: 'on', denied: 'not on' },
};
