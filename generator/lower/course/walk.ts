/** What a lowered condition names: facts, events, duties, rules. */
import type { CourseCondition, DerivedFact, Id, Trigger, When } from '../../../engine/contract/index.js';

export interface NamedIn {
  facts: Set<Id>;
  events: Set<Id>;
  duties: Set<Id>;
  rules: Set<Id>;
}
export const nothing = (): NamedIn => ({ facts: new Set(), events: new Set(), duties: new Set(), rules: new Set() });

const ofWhen = (when: When | undefined, found: NamedIn): void => {
  if (when && 'of' in when && when.of !== 'session') found.events.add(when.of.event);
};

/** Adds what a condition names to what was found. */
export const collect = (condition: CourseCondition | undefined, found: NamedIn): NamedIn => {
  if (!condition) return found;
  switch (condition.kind) {
    case 'all':
    case 'any':
      for (const part of condition.of) collect(part, found);
      return found;
    case 'lasted':
      return collect(condition.condition, found);
    case 'duty':
      found.duties.add(condition.duty);
      return found;
    case 'rule':
      found.rules.add(condition.rule);
      return found;
    case 'happened':
      found.events.add(condition.event);
      ofWhen(condition.within, found);
      return collect(condition.where, found);
    case 'some-entry':
      found.facts.add(condition.fact);
      return collect(condition.where, found);
    default:
      if ('fact' in condition) found.facts.add(condition.fact);
      if ('than' in condition && 'fact' in condition.than) found.facts.add(condition.than.fact);
      return found;
  }
};

/** What a trigger names. */
export const inTrigger = (trigger: Trigger, found: NamedIn): NamedIn => {
  switch (trigger.kind) {
    case 'while':
    case 'becomes':
      return collect(trigger.condition, found);
    case 'reaches':
    case 'given':
      found.facts.add(trigger.fact);
      return found;
    case 'on':
      found.events.add(trigger.event);
      if (trigger.since) found.events.add(trigger.since);
      return collect(trigger.where, found);
    case 'missed':
      found.duties.add(trigger.duty);
      return found;
  }
};

/** What a derived fact is worked out from; `session` is no event. */
export const inDerivation = ({ from }: DerivedFact): NamedIn => {
  const found = nothing();
  const event = (id: Id): void => void (id !== 'session' && found.events.add(id));
  switch (from.kind) {
    case 'whether':
      return collect(from.condition, found);
    case 'elapsed':
      for (const point of [from.since, from.until])
        if (point && 'fact' in point) found.facts.add(point.fact);
        else if (point) event(point.event.event);
      return found;
    case 'places':
    case 'spent':
      return found;
    case 'count':
      for (const each of from.plus ?? []) found.facts.add(each);
      break;
    case 'share':
      collect(from.ofThose, found);
      break;
    case 'run':
      for (const each of from.brokenBy) if ('event' in each) event(each.event);
      collect(from.skips, found);
  }
  event(from.of);
  if (from.window.since) event(from.window.since.event);
  return collect(from.where, found);
};
