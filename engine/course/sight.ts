/** From where a condition is looked at: the view, what it is about, and what the replay remembers. */
import type { CaseRecord } from '../case/record.js';
import type { Id } from '../contract/bundle.js';
import type { CourseCondition, LeafDuty, LeafRule } from '../contract/course.js';
import type { Anchor } from './anchor.js';
import type { Session } from './ledger.js';
import type { Happened } from './timeline.js';
import type { Found } from './truths.js';
import type { Value } from './value.js';
import type { View } from './view.js';

export type Scope =
  | { kind: 'case' }
  | { kind: 'session'; session: Session }
  | { kind: 'happening'; happened: Happened }
  | { kind: 'entry'; of: Id; key: string; record: CaseRecord };

/** What the replay remembers between points. */
export interface Memory {
  /** Since when (milliseconds) a condition has held without a break, by its key; undefined where it does not. */
  heldSince: Map<string, number>;
  duty(leaf: LeafDuty, sight: Sight): Found;
  rule(leaf: LeafRule, sight: Sight): Found;
}

/** How conditions and names are read; whatever is read from a sight is read through it. */
export interface Reads {
  condition(condition: CourseCondition, sight: Sight): Found;
  /** Nothing of an answer, which is read off the record. */
  value(fact: Id, sight: Sight): Value | undefined;
  day(fact: Id, sight: Sight): Value;
}

export interface Sight {
  reads: Reads;
  view: View;
  memory: Memory;
  scope: Scope;
  /** What rules brought counts only from before this: a rule does not feed on its own effect. */
  actsBefore?: Anchor;
  /** "In the last so long" is reckoned from this: what opened a rule is judged by what was so then. */
  asAt?: Anchor;
  /** Runs count only sessions after this day: those before it have had their answer. */
  spentUntil?: number;
}

/** What scopes are told apart by. */
export const scopeKey = ({ scope }: Sight): string => {
  switch (scope.kind) {
    case 'case':
      return '';
    case 'session':
      return `session ${scope.session.key}`;
    case 'happening':
      return `happening ${scope.happened.id}`;
    case 'entry':
      return `entry ${scope.of} ${scope.key}`;
  }
};

/**
 * Whether something that happened is about what is looked at. What is of the case is about everybody; what is of one of
 * several, and does not say of which, is about none of them.
 */
export const isAbout = ({ scope, view }: Sight, { what, about, at }: Happened): boolean => {
  if (scope.kind === 'session')
    return about === undefined ? at.day >= scope.session.when.day : about === scope.session.key;
  if (scope.kind !== 'entry' || view.course.happenings.get(what)?.about !== scope.of) return true;
  return about === undefined ? view.entries(scope.of).length < 2 : about === scope.key;
};
