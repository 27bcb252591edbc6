/** Whether a condition over time holds at a point. */
import { no, type Truth, unknown, yes } from '../condition/truth.js';
import type { Leaf } from '../contract/bundle.js';
import { dayNumber, dayText, isApart, isOrdered } from '../contract/calendar.js';
import type { CourseCondition, CourseLeaf, LeafLasted, Span } from '../contract/course.js';
import { today } from '../contract/regions.js';
import { anchorOf, endOfDay } from './anchor.js';
import { dueAfter } from './calendar/due.js';
import type { CompiledCourse } from './compiled-course.js';
import { happenedFound } from './happened.js';
import { type Reads, type Sight, scopeKey } from './sight.js';
import { compared, denied, type Found, found, joined, truthOf } from './truths.js';
import type { Value } from './value.js';
import { dayOf, namedValue } from './values.js';

/** Takes a condition and from where it is looked at; gives its truth, and what that rests on and lacks. */
export const evaluateCondition = (condition: CourseCondition, sight: Sight): Found => {
  if (condition.kind === 'all' || condition.kind === 'any')
    return joined(
      condition.kind,
      condition.of.map((part) => evaluateCondition(part, sight)),
    );
  const leaf = condition as Leaf | CourseLeaf;
  return denied(leafFound(leaf, sight), leaf.negated);
};

const leafFound = (leaf: Leaf | CourseLeaf, sight: Sight): Found => {
  switch (leaf.kind) {
    case 'happened':
      return happenedFound(leaf, sight);
    case 'lasted':
      return lastedFound(leaf, sight);
    case 'duty':
      return sight.memory.duty(leaf, sight);
    case 'rule':
      return sight.memory.rule(leaf, sight);
    case 'dated':
    case 'apart':
      return daysFound(leaf, sight);
    case 'is': {
      const value = namedValue(leaf.fact, sight);
      if (!value) return answerFound(leaf, sight);
      return ofValue(value, (known) => truthOf(known.kind === 'option' && leaf.anyOf.includes(known.option)));
    }
    case 'compares': {
      const value = namedValue(leaf.fact, sight);
      if (!value) return answerFound(leaf, sight);
      return comparedFound(leaf, value);
    }
    default:
      return answerFound(leaf, sight);
  }
};

const ofValue = (value: Value, holds: (known: Value) => Truth): Found =>
  value.kind === 'unknown'
    ? found(unknown, value.used, value.lacks, value.wakes)
    : found(value.kind === 'none' ? no : holds(value), value.used, value.lacks, value.wakes);

/** Of a number that grows by itself: when it gets to where the comparison turns. */
const comparedFound = (leaf: Extract<Leaf, { kind: 'compares' }>, value: Value): Found => {
  // What is no number counts as not told.
  if (value.kind === 'option' || value.kind === 'day') return found(unknown, value.used, value.lacks, value.wakes);
  if (value.kind !== 'number') return ofValue(value, () => no);
  const truth = compared(leaf.comparison, value, leaf.to);
  let wakes = value.wakes;
  if (value.wakesAt && value.least <= leaf.to)
    wakes = Math.min(wakes, value.wakesAt(leaf.to), value.wakesAt(leaf.to + smallest));
  return found(truth, value.used, value.lacks, wakes);
};
/** So that "more than" is looked at when the next unit has begun. */
const smallest = 1e-6;

/** An answer is read as everywhere else. */
const answerFound = (leaf: Leaf, { view, scope }: Sight): Found => {
  const record = scope.kind === 'entry' ? scope.record : view.record();
  const reader = view.course.readerOf(leaf);
  const truth = reader.read(record);
  const number = view.course.table.numbers.get(leaf.fact);
  const event = number === undefined ? undefined : record.event[number];
  const place = event === undefined ? -1 : (view.of.places.get(event) ?? -1);
  if (truth !== unknown) return found(truth, place < 0 ? [] : [place]);
  const lacking = new Set<number>();
  reader.lacks(record, lacking);
  const lacks = [...lacking].flatMap((each) => {
    const fact = view.course.table.facts[each];
    return fact
      ? [{ kind: fact.source === 'judgement' ? ('judgement' as const) : ('fact' as const), of: fact.id }]
      : [];
  });
  return found(unknown, [], lacks.length > 0 ? lacks : [{ kind: 'fact', of: leaf.fact }]);
};

/** Days compare by the calendar; a time since is judged once its day is over. */
const daysFound = (leaf: Extract<Leaf, { kind: 'dated' | 'apart' }>, sight: Sight): Found => {
  const { point, course } = sight.view;
  const now = leaf.kind === 'apart' ? point.complete : point.day;
  const one = leaf.fact === today ? asDay(now) : dayOf(leaf.fact, sight);
  const than =
    'day' in leaf.than
      ? asDay(dayNumber(leaf.than.day))
      : leaf.than.fact === today
        ? asDay(now)
        : dayOf(leaf.than.fact, sight);
  const reads = leaf.fact === today || ('fact' in leaf.than && leaf.than.fact === today);
  const wakes = reads ? endOfDay(Math.max(point.day, point.complete + 1), course.clock) : Number.POSITIVE_INFINITY;
  const used = [...one.used, ...than.used];
  if (one.kind === 'none' || than.kind === 'none') return found(no, used, [], wakes);
  if (one.kind !== 'day' || than.kind !== 'day') return found(unknown, used, [...one.lacks, ...than.lacks], wakes);
  const holds = leaf.kind === 'dated' ? isOrdered(leaf.order, one.day, than.day) : isApart(leaf, one.day, than.day);
  return found(truthOf(holds), used, [], wakes);
};
const asDay = (day: number): Value => ({ kind: 'day', day, used: [], lacks: [], wakes: Number.POSITIVE_INFINITY });

/** A condition that has held so long without a break. The replay looks at it wherever it may have changed. */
const lastedFound = ({ condition, span, more }: LeafLasted, sight: Sight): Found => {
  const inner = evaluateCondition(condition, sight);
  const key = `${scopeKey(sight)} ${condition.reads}`;
  const { heldSince } = sight.memory;
  const { course, point } = sight.view;
  if (inner.truth !== yes) {
    heldSince.delete(key);
    return inner.truth === no ? found(no, inner.used, [], inner.wakes) : inner;
  }
  const since = heldSince.get(key) ?? point.ms;
  heldSince.set(key, since);
  const anchor = anchorOf(
    span.unit === 'hours' ? new Date(since).toISOString() : dayText(course.clock.dayNumber(since)),
    course.clock,
  );
  // Complete at the end of the last day, so that what happens on that day still comes first.
  const { endsAt } = dueAfter(course.calendar, anchor, span);
  const complete = more ? longer(endsAt, span, course) : endsAt - 1;
  if (point.ms >= complete) return found(yes, inner.used, [], inner.wakes);
  return found(no, inner.used, [], Math.min(inner.wakes, complete));
};

/** When it has been longer: of hours an instant later, of days at the end of the day after. */
const longer = (endsAt: number, span: Span, { clock }: CompiledCourse): number =>
  span.unit === 'hours' ? endsAt : endOfDay(clock.dayNumber(endsAt), clock);

/** How conditions over time are read. */
export const reads: Reads = { condition: evaluateCondition, value: namedValue, day: dayOf };
