/** From plain rules to the contract's. */
import {
  type CourseCondition,
  type CourseRule,
  capital,
  type Effect,
  type Force,
  type Id,
  listed,
  type Trigger,
} from '../../../engine/contract/index.js';
import type { PlainDuty, PlainRule } from '../../check/course/declare-course.js';
import { effectReads, readEffect } from './effects.js';
import { allOf, forEachOf, idsOf, type Lowering, scopeOfEach } from './lowering.js';
import { triggerOf } from './openings.js';

export const forceWords: Record<Force, string> = {
  must: 'must',
  should: 'should',
  may: 'may',
  block: 'the system has to',
  warn: 'a warning',
};

/** What rules and duties have alike; undefined where what opens it is not understood. */
export const openingOf = (plain: PlainRule | PlainDuty, lowering: Lowering) => {
  const each = forEachOf(plain.forEach, lowering);
  const scope = scopeOfEach(each);
  const trigger = triggerOf(plain.opens, scope, lowering);
  const onlyWhen = allOf(plain.onlyWhen, 'all', scope, lowering);
  const unless = allOf(plain.unless, 'any', scope, lowering);
  const until = plain.until.flatMap((event) => lowering.event(event) ?? []);
  if (!trigger) return undefined;
  return {
    id: plain.id,
    chapter: plain.chapter,
    ...(plain.within && { within: plain.within }),
    trigger,
    ...(onlyWhen && { onlyWhen }),
    ...(unless && { unless }),
    until,
    ...(each && { forEach: each }),
    force: plain.force,
    by: idsOf(plain.by),
    hers: false,
    origin: lowering.origin(plain.written, plain.idAt, lowering.clauses(plain.inherited)),
  };
};

interface Opened {
  trigger: Trigger;
  onlyWhen?: CourseCondition;
  unless?: CourseCondition;
  forEach?: Id;
}
/** "When … , only when …, unless …". */
export const openingReads = ({ trigger, onlyWhen, unless, forEach }: Opened): string => {
  const each = forEach
    ? `For each ${forEach === 'session' ? 'session' : `of the ${forEach.replaceAll('-', ' ')}`}, w`
    : 'W';
  const only = onlyWhen ? `, only when ${onlyWhen.reads}` : '';
  const except = unless ? `, unless ${unless.reads}` : '';
  return `${each}hen ${trigger.reads}${only}${except}`;
};

const rolesRead = (roles: Id[], called: (role: Id) => string): string =>
  listed(
    roles.map((role) => `the ${called(role)}`),
    'or',
  );

const ruleReads = (
  rule: Omit<CourseRule, 'reads' | 'words'>,
  first: Effect[],
  then: Effect[],
  called: (role: Id) => string,
  names: Lowering['names'],
): string => {
  const read = (effects: Effect[], join: 'and' | 'or'): string =>
    listed(
      effects.map((each) => effectReads(each, called, names)),
      join,
    );
  const what = rule.either ? `either ${read(first, 'or')}` : read(first, 'and');
  const confirmed = rule.confirmedBy.length > 0 ? `, confirmed by ${rolesRead(rule.confirmedBy, called)}` : '';
  const by = rule.by.length > 0 ? `, done by ${rolesRead(rule.by, called)}` : '';
  const after = then.length > 0 ? `; then ${read(then, 'and')}` : '';
  const colon = rule.force === 'warn' ? ': ' : ' ';
  return `${openingReads(rule)}: ${forceWords[rule.force]}${colon}${what}${by}${confirmed}${after}.`;
};

const lowerRule = (plain: PlainRule, lowering: Lowering): CourseRule | undefined => {
  const opening = openingOf(plain, lowering);
  const questionOf = (fact: Id | undefined) => lowering.names.plain.asks.find(({ id }) => id === fact);
  const effect = (written: PlainRule['effects'][number]): Effect | [] => {
    const read = readEffect(written, plain.id, lowering.effectNames, lowering.report);
    const question = read?.verb === 'ask' ? questionOf(read.object) : undefined;
    return read && question ? { ...read, says: question.asks } : (read ?? []);
  };
  const asked = questionOf(plain.asks);
  const ask: Effect[] = asked
    ? [{ verb: 'ask', object: asked.id, says: asked.asks, doneBy: [`${plain.id}-done`] }]
    : [];
  const own = plain.effects.flatMap(effect);
  // The question comes after what is to be done; alone, it is what is to be done.
  const first = own.length > 0 ? own : ask;
  const then = [...plain.then.flatMap(effect), ...(own.length > 0 ? ask : [])];
  if (!opening) return undefined;
  const rule = {
    ...opening,
    effects: [...first, ...then],
    either: plain.either,
    confirmedBy: idsOf(plain.confirmedBy),
    conflicts: [],
  };
  const reads = ruleReads(rule, first, then, lowering.called, lowering.names);
  const words = lowering.words(plain.reason, rule.origin, capital(`${opening.trigger.reads}.`));
  return { ...rule, words, reads };
};

/** Gives the rules, in the order written; one that is not understood is left out, and was reported. */
export const lowerRules = (lowering: Lowering): CourseRule[] =>
  lowering.names.plain.rules.flatMap((plain) => lowerRule(plain, lowering) ?? []);
