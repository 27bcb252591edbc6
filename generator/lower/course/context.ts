/** What the lowering of every section about time is given. */
import type { At, ClauseId, CourseCondition, Id, Origin } from '../../../engine/contract/index.js';
import type { WrittenCondition } from '../../language/constructs/condition.js';
import type { ClauseFinder, WrittenOrigin } from '../../language/constructs/origin.js';
import type { Written } from '../../language/shape/shape.js';
import type { Problem } from '../../problem/problem.js';

/** Where a condition stands: what it may name besides what every condition may. */
export type CourseScope = { kind: 'case' } | { kind: 'session' } | { kind: 'happening' | 'entry'; of: Id };

export interface CourseContext {
  report: (problem: Problem) => void;
  /** Gives undefined where it does not resolve; that has been reported. */
  condition: (written: WrittenCondition, scope?: CourseScope) => CourseCondition | undefined;
  /** Whether a name is one that a condition can name, and which. */
  isCriterion: (name: string) => boolean;
  /** The condition that a criterion is met. */
  criterionMet: (name: string, at: At) => CourseCondition | undefined;
  /** The happening that an event's name stands for; undefined where there is none, which has been reported. */
  event: (written: Written<string>) => Id | undefined;
  /** The derived fact of that name; undefined where there is none, which has been reported. */
  derived: (written: Written<string>) => Id | undefined;
  /** How a role is called, in the provider's words. */
  called: (role: Id) => string;
  clauses: ClauseFinder;
  origin: (written: WrittenOrigin, at: At, inherited?: ClauseId[]) => Origin;
  /** A thing's own words, or the first clause's own sentence, or the rest. */
  words: (own: string | undefined, origin: Origin, otherwise: string) => string;
}
