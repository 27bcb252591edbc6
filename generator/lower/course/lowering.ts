/** What the lowering of records, facts, rules and duties needs besides what every section is given. */
import type { CourseCondition, Id, Stage } from '../../../engine/contract/index.js';
import { stages } from '../../../engine/contract/index.js';
import { raiseFact } from '../../check/course/fact-problems.js';
import type { CourseNames } from '../../check/course/names.js';
import type { CourseResolver } from '../../check/course/resolve-course.js';
import { raiseRule } from '../../check/course/rule-problems.js';
import type { WrittenCondition } from '../../language/constructs/condition.js';
import type { Written } from '../../language/shape/shape.js';
import type { CourseContext, CourseScope } from './context.js';
import type { EffectNames } from './effects.js';

export interface Lowering extends CourseContext {
  names: CourseNames;
  resolver: CourseResolver;
  effectNames: EffectNames;
}

/** Where a condition on one event of a kind stands: events of sessions are looked at as sessions. */
export const scopeOfEvent = (event: Id, { names }: Lowering): CourseScope => {
  const found = names.happenings.get(event);
  const of = (found?.anyOf ?? [event]).map((each) => names.happenings.get(each)?.source);
  if (event === 'session' || (of.length > 0 && of.every((source) => source === 'session'))) return { kind: 'session' };
  return { kind: 'happening', of: event };
};

/** Of what there is one for each: a session, or the entries about a role. */
export const forEachOf = (
  written: Written<string> | undefined,
  { names, report }: Lowering,
): 'session' | Id | undefined => {
  if (!written) return undefined;
  if (written.value === 'session') return 'session';
  const entries = names.entriesOf(written.value);
  if (entries) return entries;
  const known = names.people.outside.filter((role) => names.entriesOf(role));
  report(raiseRule('rule/for-each', written.at, { name: written.value, known: ['session', ...known] }));
  return undefined;
};
export const scopeOfEach = (each: 'session' | Id | undefined): CourseScope => {
  if (each === undefined) return { kind: 'case' };
  return each === 'session' ? { kind: 'session' } : { kind: 'entry', of: each };
};

/** The states that are named; others are reported. */
export const statesOf = (written: Written<string>[] | undefined, { report }: Lowering): Stage[] =>
  (written ?? []).flatMap(({ value, at }): Stage[] => {
    const found = stages.find((stage) => stage === value);
    if (!found) report(raiseFact('fact/no-such-state', at, { name: value, known: [...stages] }));
    return found ? [found] : [];
  });

/** Several conditions as one. */
export const allOf = (
  written: WrittenCondition[],
  kind: 'all' | 'any',
  scope: CourseScope,
  lowering: Lowering,
): CourseCondition | undefined => {
  const of = written.flatMap((each) => lowering.condition(each, scope) ?? []);
  const [only] = of;
  if (!only || of.length === 1) return only;
  return { kind, of, reads: of.map((each) => each.reads).join(kind === 'all' ? ', and ' : ', or ') };
};

export const idsOf = (written: Written<string>[] | undefined): Id[] => (written ?? []).map(({ value }) => value);
