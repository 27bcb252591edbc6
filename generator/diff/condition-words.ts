/** A condition's leaves in words, parted into what is asked and with which value, so that two can be laid side by side. */
import {
  type Comparison,
  type Condition,
  type CourseCondition,
  type CourseLeaf,
  type EventPick,
  type Leaf,
  listed,
  spanInWords,
  type When,
} from '../../engine/contract/index.js';
import type { Names } from './names.js';

export type AnyCondition = Condition | CourseCondition;
export type AnyLeaf = AnyCondition & (Leaf | CourseLeaf);

/** Words with one value among them: "date of birth is at least", "18 years", "before today". */
export interface Framed {
  before: string;
  value: string;
  after: string;
}
export const framed = (before: string, value: string | number, after = ''): Framed => ({
  before,
  value: String(value),
  after,
});
const joined = (...parts: string[]): string => parts.filter((part) => part !== '').join(' ');
/** All of the words. */
export const whole = ({ before, value, after }: Framed): string => joined(before, value, after);
/** The words without the value. */
export const frameOf = ({ before, after }: Framed): string => (after === '' ? before : joined(before, '…', after));

const comparisons: Record<Comparison, string> = {
  'at-least': 'at least',
  'at-most': 'at most',
  'more-than': 'more than',
  'less-than': 'less than',
  exactly: 'exactly',
};

const than = (what: { fact: string } | { day: string }, names: Names): string =>
  'fact' in what ? names.fact(what.fact) : what.day;

const pickSays = (of: EventPick | 'session', names: Names): string => {
  if (of === 'session') return 'the session';
  const which = of.which === undefined ? '' : of.which === 'latest' ? 'latest ' : `${of.which}. `;
  return `${which}“${names.event(of.event)}”`;
};

const within = (when: When | undefined, before: string, negated: boolean, names: Names): Framed => {
  const happened = negated ? 'not happened' : 'happened';
  switch (when?.kind) {
    case 'last':
      return framed(`${before} has ${happened} in the last`, spanInWords(when.span));
    case 'since':
      return framed(`${before} has ${happened} since`, pickSays(when.of, names));
    case 'before':
      return when.span
        ? framed(`${before} has ${happened} at least`, spanInWords(when.span), `before ${pickSays(when.of, names)}`)
        : framed(`${before} has ${happened} before`, pickSays(when.of, names));
    case 'within':
      return framed(`${before} has ${happened} within`, spanInWords(when.span), `of ${pickSays(when.of, names)}`);
    case 'by':
      return framed(
        `${before} has ${happened} by`,
        `${when.time}, ${spanInWords(when.span)}`,
        `after ${pickSays(when.of, names)}`,
      );
    default:
      return framed(`${before} has`, happened);
  }
};

/** What a leaf asks about, in a few words. */
export const subjectOf = (leaf: AnyLeaf, names: Names): string => {
  switch (leaf.kind) {
    case 'happened':
      return `“${names.event(leaf.event)}”`;
    case 'lasted':
      return conditionSays(leaf.condition, names);
    case 'duty':
      return `the duty “${names.thing(leaf.duty)}”`;
    case 'rule':
      return `the rule “${names.thing(leaf.rule)}”`;
    default:
      return names.fact(leaf.fact);
  }
};

/** A leaf in words. */
export const leafSays = (leaf: AnyLeaf, names: Names): Framed => {
  const is = `${subjectOf(leaf, names)} is${leaf.negated ? ' not' : ''}`;
  switch (leaf.kind) {
    case 'is':
      return framed(
        is,
        listed(
          [...leaf.anyOf].map((option) => names.option(leaf.fact, option)),
          'or',
        ),
      );
    case 'includes':
      return framed(
        `${names.fact(leaf.fact)} ${leaf.negated ? 'does not include' : 'includes'}`,
        names.option(leaf.fact, leaf.option),
      );
    case 'compares':
      return framed(`${is} ${comparisons[leaf.comparison]}`, leaf.to);
    case 'dated':
      return framed(`${is} ${leaf.order.replaceAll('-', ' ')}`, than(leaf.than, names));
    case 'apart':
      return framed(
        `${is} ${comparisons[leaf.comparison]}`,
        spanInWords(leaf.duration),
        `${leaf.direction} ${than(leaf.than, names)}`,
      );
    case 'answered':
      return framed(is, 'answered');
    case 'some-entry':
      return framed(
        `${leaf.negated ? 'none' : 'some'} of ${names.fact(leaf.fact)} is such that`,
        conditionSays(leaf.where, names),
      );
    case 'happened': {
      const where = leaf.where ? ` where ${conditionSays(leaf.where, names)}` : '';
      return within(leaf.within, `${subjectOf(leaf, names)}${where}`, leaf.negated, names);
    }
    case 'lasted':
      return framed(
        `${leaf.negated ? 'not ' : ''}${conditionSays(leaf.condition, names)} for ${leaf.more ? 'more than' : 'at least'}`,
        spanInWords(leaf.span),
      );
    case 'duty':
    case 'rule':
      return framed(is, leaf.is);
  }
};

/** A whole condition in words. */
export const conditionSays = (condition: AnyCondition, names: Names): string => {
  if (condition.kind !== 'all' && condition.kind !== 'any') return whole(leafSays(condition as AnyLeaf, names));
  const parts = condition.of.map((part) =>
    part.kind === 'all' || part.kind === 'any' ? `(${conditionSays(part, names)})` : conditionSays(part, names),
  );
  return listed(parts, condition.kind === 'all' ? 'and' : 'or');
};
