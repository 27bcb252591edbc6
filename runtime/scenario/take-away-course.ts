/** What a bundle says of time, without what is gone; what cannot stand without it goes too. */
import type {
  Course,
  CourseRule,
  DerivedFact,
  Duty,
  Effect,
  Point,
  Return,
  Sessions,
  Step,
  Trigger,
  Window,
} from '../../engine/contract/index.js';
import { type Gone, left, stay } from './take-away-condition.js';

/** Gives those that are left; the name of each other is added to what is gone. */
export const remaining = <T extends { id: string }>(
  kind: string,
  things: readonly T[],
  gone: Gone,
  without: (thing: T) => T | undefined,
): T[] =>
  things.flatMap((thing) => {
    const found = gone.has(`${kind} ${thing.id}`) ? undefined : without(thing);
    if (!found) gone.add(`${kind} ${thing.id}`);
    return found ?? [];
  });

const isGone = (point: Point, gone: Gone): boolean =>
  'fact' in point ? gone.has(`fact ${point.fact}`) : gone.has(`event ${point.event.event}`);

const windowLeft = ({ since, ...window }: Window, gone: Gone): Window => ({
  ...window,
  ...(since && !gone.has(`event ${since.event}`) && { since }),
});

const derivationLeft = (from: DerivedFact['from'], gone: Gone): DerivedFact['from'] | undefined => {
  switch (from.kind) {
    case 'places':
    case 'spent':
      return from;
    case 'whether': {
      const condition = left(from.condition, gone);
      return condition && { ...from, condition };
    }
    case 'elapsed': {
      const { until, ...rest } = from;
      if (isGone(from.since, gone)) return undefined;
      return { ...rest, ...(until && !isGone(until, gone) && { until }) };
    }
    default: {
      const where = from.where && left(from.where, gone);
      if (gone.has(`event ${from.of}`) || (from.where && !where)) return undefined;
      const window = windowLeft(from.window, gone);
      const kept = { ...from, window, ...(where && { where }) };
      if (kept.kind === 'run')
        return {
          ...kept,
          brokenBy: kept.brokenBy.filter((one) => !('event' in one) || !gone.has(`event ${one.event}`)),
        };
      return kept.kind === 'count' && kept.plus ? { ...kept, plus: stay(kept.plus, 'fact', gone) } : kept;
    }
  }
};

const derivedLeft = (fact: DerivedFact, gone: Gone): DerivedFact | undefined => {
  const from = derivationLeft(fact.from, gone);
  const scopeGone = fact.scope !== undefined && (gone.has(`fact ${fact.scope}`) || gone.has(`event ${fact.scope}`));
  return from && !scopeGone ? { ...fact, from } : undefined;
};

const triggerLeft = (trigger: Trigger, gone: Gone): Trigger | undefined => {
  switch (trigger.kind) {
    case 'while':
    case 'becomes': {
      const condition = left(trigger.condition, gone);
      return condition && { ...trigger, condition };
    }
    case 'reaches':
    case 'given':
      return gone.has(`fact ${trigger.fact}`) ? undefined : trigger;
    case 'missed':
      return gone.has(`duty ${trigger.duty}`) ? undefined : trigger;
    case 'on': {
      if (gone.has(`event ${trigger.event}`)) return undefined;
      const { where: whole, since, ...rest } = trigger;
      const where = whole && left(whole, gone);
      if (whole && !where) return undefined;
      return { ...rest, ...(where && { where }), ...(since && !gone.has(`event ${since}`) && { since }) };
    }
  }
};

/** What a rule does to something that is gone, it does no more. */
const effectsLeft = (effects: Effect[], gone: Gone): Effect[] =>
  effects
    .filter(({ object }) => !['document', 'fact', 'event', 'appointment'].some((kind) => gone.has(`${kind} ${object}`)))
    .map((effect) => ({ ...effect, doneBy: stay(effect.doneBy, 'event', gone) }));

const openingLeft = <T extends CourseRule | Duty>(one: T, gone: Gone): T | undefined => {
  const trigger = triggerLeft(one.trigger, gone);
  if (!trigger || (one.forEach && gone.has(`fact ${one.forEach}`))) return undefined;
  const { onlyWhen: only, unless: except, ...rest } = one;
  const onlyWhen = only && left(only, gone);
  const unless = except && left(except, gone);
  return {
    ...(rest as T),
    trigger,
    ...(onlyWhen && { onlyWhen }),
    ...(unless && { unless }),
    until: stay(one.until, 'event', gone),
  };
};

const ruleLeft = (rule: CourseRule, gone: Gone): CourseRule | undefined => {
  const opening = openingLeft(rule, gone);
  const effects = effectsLeft(rule.effects, gone);
  return opening && (effects.length > 0 || rule.effects.length === 0) ? { ...opening, effects } : undefined;
};

const fromLeft = (from: Duty['from'], gone: Gone): Duty['from'] => {
  const isLost =
    (from.kind === 'event' && gone.has(`event ${from.event}`)) ||
    (from.kind === 'fact' && gone.has(`fact ${from.fact}`));
  return isLost ? { kind: 'happened' } : from;
};

const dutyLeft = (duty: Duty, gone: Gone): Duty | undefined => {
  const opening = openingLeft(duty, gone);
  const does = effectsLeft(duty.does, gone);
  if (!opening || does.length === 0) return undefined;
  const { due } = duty;
  const dueGone = due.kind === 'before' && (gone.has(`event ${due.event}`) || gone.has(`fact ${due.fact}`));
  return {
    ...opening,
    does,
    metBy: stay(duty.metBy, 'event', gone),
    from: fromLeft(duty.from, gone),
    due: dueGone ? { kind: 'not-stated' } : due,
  };
};

const stepLeft = (step: Step, gone: Gone): Step => ({
  ...step,
  needs: step.needs.flatMap((need) => {
    const condition = gone.has(`need ${step.id}/${need.id}`) ? undefined : left(need.condition, gone);
    return condition ? [{ ...need, condition }] : [];
  }),
});

const returnLeft = ({ when: whole, needs: asked, ...one }: Return, gone: Gone): Return | undefined => {
  const when = whole && left(whole, gone);
  const needs = asked && left(asked, gone);
  if (whole && !when) return undefined;
  return { ...one, ...(when && { when }), ...(needs && { needs }), keeps: stay(one.keeps, 'fact', gone) };
};

const wholeSessions = ({ outcomes, kinds, phases, topics, origin }: Sessions): Sessions => ({
  total: { kind: 'not-stated' },
  totalCounts: [],
  endMovesWith: [],
  order: 'not-stated',
  entry: 'not-stated',
  outcomes,
  kinds,
  phases,
  topics,
  credits: [],
  origin,
});

const sessionsLeft = (given: Sessions, gone: Gone): Sessions => {
  const { catchUp, ...sessions } = gone.has('sessions') ? wholeSessions(given) : given;
  const phases = sessions.phases
    .filter(({ id }) => !gone.has(`phase ${id}`))
    .map(({ needs: whole, ...phase }) => {
      const needs = whole && left(whole, gone);
      return { ...phase, ...(needs && { needs }) };
    });
  return {
    ...sessions,
    phases,
    totalCounts: sessions.totalCounts.filter((id) => !gone.has(`phase ${id}`)),
    kinds: sessions.kinds.filter(({ id }) => !gone.has(`kind ${id}`) || phases.some(({ kind }) => kind === id)),
    topics: sessions.topics.filter(({ id }) => !gone.has(`topic ${id}`)),
    credits: sessions.credits.filter(({ event }) => !gone.has(`credit ${event}`) && !gone.has(`event ${event}`)),
    ...(catchUp && !gone.has('catch-up') && { catchUp }),
  };
};

/** Takes a course; gives it without what is gone, to which the names of what goes with it are added. */
export const courseLeft = (course: Course, gone: Gone): Course => ({
  ...course,
  ...(course.sessions && { sessions: sessionsLeft(course.sessions, gone) }),
  // A group remains, as somebody may be in it; nothing is said of its places.
  groups: course.groups.map(({ id, label, origin, ...group }) =>
    gone.has(`group ${id}`)
      ? { id, label, origin, places: { kind: 'not-stated' }, pool: [], thresholds: [] }
      : { id, label, origin, ...group },
  ),
  happenings: remaining('event', course.happenings, gone, (one) =>
    one.about && gone.has(`fact ${one.about}`)
      ? undefined
      : { ...one, ...(one.anyOf && { anyOf: stay(one.anyOf, 'event', gone) }) },
  ),
  derived: remaining('fact', course.derived, gone, (one) => derivedLeft(one, gone)),
  rules: remaining('rule', course.rules, gone, (one) => ruleLeft(one, gone)),
  duties: remaining('duty', course.duties, gone, (one) => dutyLeft(one, gone)),
  steps: course.steps.filter(({ id }) => !gone.has(`step ${id}`)).map((step) => stepLeft(step, gone)),
  returns: remaining('return', course.returns, gone, (one) => returnLeft(one, gone)),
  appeals: remaining('appeal', course.appeals, gone, ({ after, ...one }) => ({
    ...one,
    ...(after && !gone.has(`appeal ${after}`) && { after }),
  })),
});
