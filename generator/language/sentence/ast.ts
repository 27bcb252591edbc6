/** A sentence as written: what it names and what it says of it. Every node knows where it stands. */
import type { Comparison, LeafDated, SpanUnit, Unit } from '../../../engine/contract/index.js';

/** Offsets into the sentence, in UTF-16 units; the end is exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** A name or an option, in kebab-case. */
export interface WordNode extends Span {
  kind: 'word';
  text: string;
}
/** A number, with the word for its unit where one was written. */
export interface NumberNode extends Span {
  kind: 'number';
  n: number;
  unit?: WordNode;
}
/** A calendar day as written; whether there is such a day is for the check. */
export interface DayNode extends Span {
  kind: 'day';
  year: number;
  month: number;
  day: number;
}
export interface DurationNode extends Span {
  n: number;
  unit: Unit;
}
export type Value = WordNode | NumberNode | DayNode;
export type Moment = WordNode | DayNode;

/** `not applicable` is the value `not-applicable`; `is applicable` is its negation. */
export interface SaysIs extends Span {
  kind: 'is';
  values: Value[];
}
export interface SaysCompares extends Span {
  kind: 'compares';
  comparison: Exclude<Comparison, 'exactly'>;
  to: NumberNode;
}
/** Both ends included. */
export interface SaysBetween extends Span {
  kind: 'between';
  from: Value;
  to: Value;
}
export interface SaysDated extends Span {
  kind: 'dated';
  order: LeafDated['order'];
  than: Moment;
}
export interface SaysApart extends Span {
  kind: 'apart';
  comparison: Exclude<Comparison, 'exactly'>;
  duration: DurationNode;
  direction: 'before' | 'after';
  than: Moment;
}
export interface SaysAnswered extends Span {
  kind: 'answered';
}
export interface SaysMet extends Span {
  kind: 'met';
}
/** A length of time: `2 weeks`, `5 working days`, `48 hours`. */
export interface TimeNode extends Span {
  n: number;
  unit: SpanUnit;
}
/** `more`: longer than so long, not only so long. */
export interface LastsNode extends TimeNode {
  more?: true;
}
/** `which` left out: whichever of them. */
export interface EventNode extends Span {
  kind: 'event';
  event: WordNode;
  which?: 'first' | 'latest';
}
export interface SessionNode extends Span {
  kind: 'session';
}
export type AfterNode = EventNode | SessionNode;
/** `by 16:00 the next day` has no `span`. */
export type WhenNode = Span &
  (
    | { kind: 'last'; span: TimeNode }
    | { kind: 'since'; of: EventNode }
    | { kind: 'before'; span?: TimeNode; of: AfterNode }
    | { kind: 'within'; span: TimeNode; of: AfterNode }
    | { kind: 'by'; time: string; span?: TimeNode; of?: AfterNode }
  );
/** `has [not] happened …`, of an event. */
export interface SaysHappened extends Span {
  kind: 'happened';
  when?: WhenNode;
}
export type SaysOfAFact = SaysIs | SaysCompares | SaysBetween | SaysDated | SaysApart | SaysAnswered | SaysMet;
export type Says = SaysOfAFact | SaysHappened;

/**
 * `negated` is of all that is said: `is not a or b` is neither. `lasts` is of the whole: that it has been so, or not so,
 * for at least, or for more than, so long.
 */
export interface Sentence extends Span {
  subject: WordNode;
  negated: boolean;
  says: Says;
  lasts?: LastsNode;
}

/** What an author seems to have meant by several sentences in one. */
export type Meant = { kind: 'one'; sentence: Sentence } | { kind: 'all' | 'any'; of: Meant[] };
