/** What opens a rule or a duty: from its written trigger to the contract's. */
import type { Id, Trigger } from '../../../engine/contract/index.js';
import type { Opens } from '../../check/course/declare-course.js';
import type { WrittenCondition } from '../../language/constructs/condition.js';
import type { TriggerText } from '../../language/sentence/trigger.js';
import type { CourseScope } from './context.js';
import { type Lowering, scopeOfEvent } from './lowering.js';

const withWhere = (event: Id, where: WrittenCondition | undefined, lowering: Lowering) => {
  const condition = where && lowering.condition(where, scopeOfEvent(event, lowering));
  return condition ? { where: condition } : {};
};
const saying = (reads: string, where: { where?: { reads: string } }): string =>
  where.where ? `${reads} and ${where.where.reads}` : reads;

const nthWords = (nth: number): string => `${nth}${['th', 'st', 'nd', 'rd'][nth > 3 ? 0 : nth]}`;

type Nth = Extract<Opens, { kind: 'nth' }>;
const nthTime = (opens: Nth, lowering: Lowering): Trigger | undefined => {
  const found = lowering.resolver.event(opens.event);
  if (!found) return undefined;
  const where = withWhere(found.event, opens.where, lowering);
  const { nth, onwards } = opens;
  const since = opens.since && lowering.names.happenings.has(opens.since) ? opens.since : undefined;
  const time = `for the ${nthWords(nth)} time${onwards ? ' or again' : ''}`;
  const after = since ? ` since ${lowering.names.happenings.get(since)?.called}` : '';
  return {
    kind: 'on',
    event: found.event,
    ...where,
    nth,
    ...(onwards && { onwards: true as const }),
    ...(since && { since }),
    reads: `${saying(found.called, where)} ${time}${after}`,
  };
};

const ofText = (
  text: TriggerText,
  opens: Extract<Opens, { kind: 'when' | 'after' }>,
  scope: CourseScope,
  lowering: Lowering,
): Trigger | undefined => {
  const { reads } = text;
  switch (text.kind) {
    case 'condition': {
      const condition = lowering.condition(opens.written, scope);
      return condition && { kind: opens.kind === 'when' ? 'while' : 'becomes', condition, reads };
    }
    case 'reaches':
      return { kind: 'reaches', fact: text.fact, n: text.n, stands: opens.kind === 'when', reads };
    case 'event': {
      const where = withWhere(text.event, opens.where, lowering);
      const nth = text.nth === undefined ? {} : { nth: text.nth, ...(text.again && { again: text.again }) };
      return { kind: 'on', event: text.event, ...where, ...nth, reads: saying(reads, where) };
    }
    case 'given':
      return { kind: 'given', fact: text.fact, anyOf: text.anyOf, reads };
    case 'missed':
      return { kind: 'missed', duty: text.duty, reads };
  }
};

const written = (
  opens: Extract<Opens, { kind: 'when' | 'after' }>,
  scope: CourseScope,
  lowering: Lowering,
): Trigger | undefined => {
  if (opens.written.kind === 'sentence') {
    const text = lowering.resolver.trigger(opens.written, opens.kind, scope);
    return text && ofText(text, opens, scope, lowering);
  }
  const condition = lowering.condition(opens.written, scope);
  return condition && { kind: opens.kind === 'when' ? 'while' : 'becomes', condition, reads: condition.reads };
};

const given = (fact: Id, anyOf: Id[], asks: string | undefined): Trigger => ({
  kind: 'given',
  fact,
  anyOf,
  reads: `the answer to “${asks ?? fact.replaceAll('-', ' ')}” is ${anyOf.join(' or ')}`,
});

/** Gives the trigger, or undefined where it is not understood, which has been reported. */
export const triggerOf = (opens: Opens, scope: CourseScope, lowering: Lowering): Trigger | undefined => {
  switch (opens.kind) {
    case 'when':
    case 'after':
      return written(opens, scope, lowering);
    case 'nth':
      return nthTime(opens, lowering);
    case 'happens': {
      const reads = lowering.names.happenings.get(opens.event)?.called ?? opens.event.replaceAll('-', ' ');
      return { kind: 'on', event: opens.event, reads };
    }
    case 'given': {
      const asked = lowering.names.plain.asks.find(({ id }) => id === opens.fact);
      return given(opens.fact, opens.anyOf, asked?.asks);
    }
    case 'missed':
      return { kind: 'missed', duty: opens.duty, reads: `“${opens.duty.replaceAll('-', ' ')}” was not done in time` };
  }
};
