/** The numbers, lengths of time and days of a rule, which whatever tells of it has to say. */
import {
  type CourseRule,
  type Criterion,
  type Duty,
  type Effect,
  months,
  type Span,
  type Trigger,
} from '../../engine/contract/index.js';
import { saysNumber, saysSpan, saysTime } from './number-words.js';

export interface Needs {
  numbers: number[];
  spans: Span[];
  /** "30 April 2026". */
  days: string[];
  /** "16:00". */
  times?: string[];
  /** Of each, any one: under 17 is up to 16. */
  ages?: number[][];
}

const dayInWords = (day: string): string => {
  const [year, month, date] = day.split('-');
  return `${Number(date)} ${months[Number(month) - 1] ?? ''} ${year}`;
};

interface Node {
  kind?: string;
  comparison?: string;
  direction?: string;
  reads?: string;
  to?: unknown;
  duration?: Span;
  span?: Span;
  within?: { span?: Span };
  than?: { day?: string };
  of?: unknown;
  where?: unknown;
  condition?: unknown;
}

/** “Less than 17 years before the referral” is also said as “up to 16”. */
const underAge = ({ kind, duration, comparison, direction }: Node): number | undefined =>
  kind === 'apart' && comparison === 'less-than' && direction === 'before' && duration?.unit === 'years'
    ? duration.n
    : undefined;

/** What its author wrote of a condition: a band of scores, or a criterion that it names, is a name and no number. */
const inCondition = (node: unknown, needs: Needs, above?: string): void => {
  if (typeof node !== 'object' || node === null) return;
  const { kind, to, duration, span, within, than, of, where, condition } = node as Node;
  const age = underAge(node as Node);
  if (age !== undefined) needs.ages = [...(needs.ages ?? []), [age, age - 1]];
  const reads = above ?? (node as Node).reads ?? '';
  if (kind === 'compares' && typeof to === 'number' && to > 1 && saysNumber(reads, to)) needs.numbers.push(to);
  const spans = [age === undefined ? duration : undefined, kind === 'lasted' ? span : undefined, within?.span].filter(
    (each) => each !== undefined,
  );
  needs.spans.push(...spans.filter((each) => saysSpan(reads, each)));
  const day = than?.day === undefined ? undefined : dayInWords(than.day);
  if (day !== undefined && reads.includes(day)) needs.days.push(day);
  for (const inner of Array.isArray(of) ? of : []) inCondition(inner, needs, reads);
  inCondition(where, needs);
  inCondition(condition, needs);
};

const inTrigger = (trigger: Trigger, needs: Needs): void => {
  if (trigger.kind === 'reaches') needs.numbers.push(trigger.n);
  if (trigger.kind === 'while' || trigger.kind === 'becomes') inCondition(trigger.condition, needs);
  if (trigger.kind === 'on') inCondition(trigger.where, needs);
};
const none = (): Needs => ({ numbers: [], spans: [], days: [] });

export const needsOfCriterion = ({ applies, test }: Criterion): Needs => {
  const needs = none();
  inCondition(applies, needs);
  inCondition(test, needs);
  return needs;
};
export const needsOfCondition = (condition: unknown): Needs => {
  const needs = none();
  inCondition(condition, needs);
  return needs;
};
export const needsOfRule = (rule: CourseRule | Duty): Needs => {
  const needs = none();
  inTrigger(rule.trigger, needs);
  inCondition(rule.onlyWhen, needs);
  inCondition(rule.unless, needs);
  const effects = 'effects' in rule ? rule.effects : rule.does;
  for (const { span } of effects) if (span) needs.spans.push(span);
  if (!('due' in rule)) return needs;
  const { due, recurs, times } = rule;
  if ((due.kind === 'within' || due.kind === 'before') && due.span) needs.spans.push(due.span);
  if ('time' in due && due.time !== undefined) needs.times = [due.time];
  if (recurs && 'span' in recurs) needs.spans.push(recurs.span);
  if (recurs?.kind === 'calendar') needs.spans.push({ n: 1, unit: `${recurs.period}s` });
  if (times > 1) needs.numbers.push(times);
  return needs;
};

/** Whether these words say all of it. */
export const saysAll = (words: string, { numbers, spans, days, times = [], ages = [] }: Needs): boolean =>
  times.every((time) => saysTime(words, time)) &&
  ages.every((either) => either.some((age) => saysNumber(words, age))) &&
  numbers.every((n) => saysNumber(words, n)) &&
  spans.every((span) => saysSpan(words, span)) &&
  days.every((day) => words.includes(day) || words.includes(day.replace(/ \d{4}$/, '')));

const acts: Partial<Record<Effect['verb'], RegExp>> = {
  close: /clos|end|discharg|stop|leave|out\b|given? up|loses?\b/i,
  suspend: /suspen|paus|treatment/i,
  resume: /resum|reinstat|come back|return|again|suspension (?:lasts|ends)/i,
  'refer-back': /refer/i,
  complete: /complet/i,
};
/** Whether these words speak of another act than the rule's: of closing a case, where the rule suspends it. */
export const saysAnotherAct = (words: string, rule: CourseRule | Duty): boolean => {
  const effects = 'effects' in rule ? rule.effects : rule.does;
  const known = effects.map(({ verb }) => acts[verb]);
  return known.length > 0 && known.every((act) => act !== undefined && !act.test(words));
};

/** Whether the one verb of force in these words says another force. */
export const saysAnotherForce = (words: string, force: string): boolean => {
  const found = new Set(words.match(/\b(?:must|should|may)\b/g) ?? []);
  return found.size === 1 && ['must', 'should', 'may'].includes(force) && !found.has(force);
};
