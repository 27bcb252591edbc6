/** The conditions, triggers and points of the sections about time, each read once in the scope where it stands. */
import type { Id, Point } from '../../../engine/contract/index.js';
import type { WrittenCondition } from '../../language/constructs/condition.js';
import { type Fault, problemOf } from '../../language/sentence/fault.js';
import { readEvent, readPoint } from '../../language/sentence/point.js';
import type { Scope } from '../../language/sentence/scope.js';
import { readTrigger, type TriggerKey, type TriggerText } from '../../language/sentence/trigger.js';
import type { Written } from '../../language/shape/shape.js';
import type { CourseScope } from '../../lower/course/context.js';
import type { Problem } from '../../problem/problem.js';
import type { Declarations } from '../declarations.js';
import { type Resolved, tellable, type UsesOf } from '../resolve.js';

export interface CourseResolver {
  scope: (scope?: CourseScope) => Scope;
  condition: (written: WrittenCondition, scope?: CourseScope) => Resolved | undefined;
  /** Of one sentence. */
  trigger: (
    written: Extract<WrittenCondition, { kind: 'sentence' }>,
    key: TriggerKey,
    scope?: CourseScope,
  ) => TriggerText | undefined;
  point: (written: Written<string>, scope?: CourseScope) => { point: Point; reads: string } | undefined;
  /** An event named alone. */
  event: (written: Written<string>, scope?: CourseScope) => { event: Id; called: string } | undefined;
  /** All that was named so far. */
  uses: UsesOf;
}

type Report = (problem: Problem) => void;
type Resolve = (written: WrittenCondition, scope?: Scope) => Resolved | undefined;
type Uses = { [K in keyof UsesOf]: Iterable<Id> };

/** Takes the scopes and how a condition is resolved; gives how everything else over time is read. */
export const courseResolver = (
  scopeOf: (scope?: CourseScope) => Scope,
  resolve: Resolve,
  declarations: Declarations,
  report: Report,
): CourseResolver => {
  const uses: UsesOf = {
    facts: new Set(),
    criteria: new Set(),
    events: new Set(),
    duties: new Set(),
    rules: new Set(),
  };
  const use = (some: Uses): void => {
    for (const key of Object.keys(uses) as (keyof UsesOf)[]) for (const id of some[key]) uses[key].add(id);
  };
  const isBroken = (text: string): boolean => text.split(/[\s.]+/).some((word) => declarations.broken.has(word));
  const tell = (faults: Fault[], place: (fault: Fault) => Problem['at']): undefined => {
    for (const fault of tellable(faults, declarations.incomplete)) report(problemOf(fault, place(fault)));
    return undefined;
  };
  const triggers = new Map<unknown, TriggerText | undefined>();
  const points = new Map<unknown, { point: Point; reads: string } | undefined>();

  const trigger: CourseResolver['trigger'] = (written, key, scope) => {
    if (!triggers.has(written)) {
      const { node } = written;
      const read = isBroken(node.text) ? undefined : readTrigger(node.text, scopeOf(scope), key);
      if (read && 'faults' in read) tell(read.faults, (fault) => node.within(fault.start, fault.end));
      else if (read) use(read.uses);
      triggers.set(written, read && 'faults' in read ? undefined : read);
    }
    return triggers.get(written);
  };
  const point: CourseResolver['point'] = (written, scope) => {
    if (!points.has(written)) {
      const read = isBroken(written.value) ? undefined : readPoint(written.value, scopeOf(scope));
      if (read && 'faults' in read) tell(read.faults, () => written.at);
      else if (read) use(read.uses);
      points.set(written, read && 'faults' in read ? undefined : read);
    }
    return points.get(written);
  };
  const events = new Map<unknown, { event: Id; called: string } | undefined>();
  const event: CourseResolver['event'] = (written, scope) => {
    if (!events.has(written)) {
      const read = isBroken(written.value) ? undefined : readEvent(written.value, scopeOf(scope));
      if (read && 'faults' in read) tell(read.faults, () => written.at);
      else if (read) use(read.uses);
      events.set(written, read && 'faults' in read ? undefined : read);
    }
    return events.get(written);
  };
  return {
    event,
    scope: scopeOf,
    condition: (written, scope) => {
      const found = resolve(written, scopeOf(scope));
      if (found) use(found.uses);
      return found;
    },
    trigger,
    point,
    uses,
  };
};
