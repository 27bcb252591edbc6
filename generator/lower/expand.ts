/**
 * Writes out what a condition leaves to be understood: what a criterion that it names stands for, and that a question
 * is asked at all. What comes out names only answers.
 */
import type { Condition, CourseCondition, Id, PlainLeaf } from '../../engine/contract/index.js';
import { raiseCriterion } from '../check/criterion-problems.js';
import type { Declarations, DeclaredCriterion } from '../check/declarations.js';
import type { NamedCondition, NamedTimeLeaf, Resolved } from '../check/resolve.js';
import type { WrittenCondition } from '../language/constructs/condition.js';
import type { Problem } from '../problem/problem.js';
import { testOf } from './criterion-test.js';
import { joined } from './expand-parts.js';

export interface Expander {
  /** A condition as written, or denied. */
  condition: (written: WrittenCondition, holds?: boolean) => Condition;
  /** A condition over time: its leaves also name what happened, what is derived from it, duties and rules. */
  course: (written: WrittenCondition) => CourseCondition;
  /** That a criterion is met. */
  met: (id: Id) => Condition;
  /** Whether a fact is asked; undefined where it always is. */
  asked: (fact: Id, holds?: boolean) => Condition | undefined;
  /** When a criterion counts, and what it tests. */
  criterion: (id: Id) => { applies?: Condition; test: Condition };
}

const factsOf = (leaf: PlainLeaf): Id[] =>
  'than' in leaf && 'fact' in leaf.than ? [leaf.fact, leaf.than.fact] : [leaf.fact];

/** Whether a condition holds of a question that does not apply; all of its leaves are of that one question. */
const holdsUnasked = (condition: Condition): boolean => {
  if (condition.kind === 'all') return condition.of.filter((part) => !part.guard).every(holdsUnasked);
  if (condition.kind === 'any') return condition.of.filter((part) => !part.guard).some(holdsUnasked);
  const positive =
    (condition.kind === 'is' && condition.anyOf.includes('not-applicable')) ||
    (condition.kind === 'includes' && condition.option === 'not-applicable');
  return positive !== condition.negated;
};

const timeKinds = new Set<string>(['happened', 'lasted', 'duty', 'rule']);
const isOfTime = (from: NamedCondition): from is NamedTimeLeaf & { reads: string } => timeKinds.has(from.kind);

const asGuard = (condition: Condition): Condition => ({ ...condition, guard: true });

/**
 * Takes the declarations and their resolved conditions, which are all in order; gives an expander. Definitions that
 * go round in a circle are reported, and cut where they close.
 */
export const expander = (
  { facts, criteria }: Declarations,
  resolved: (written: WrittenCondition) => Resolved,
  report: (problem: Problem) => void,
): Expander => {
  const path: Id[] = [];
  const reported = new Set<Id>();
  const round = <T>(id: Id, go: () => T): T | undefined => {
    const from = path.indexOf(id);
    if (from >= 0) {
      const circle = [...path.slice(from), id];
      const at = (criteria.get(id) ?? facts.get(id.replace('asks ', '')))?.idAt;
      if (at && !circle.some((each) => reported.has(each)))
        report(raiseCriterion('criterion/goes-round', at, { path: circle.map((each) => each.replace('asks ', '')) }));
      for (const each of circle) reported.add(each);
      return undefined;
    }
    path.push(id);
    try {
      return go();
    } finally {
      path.pop();
    }
  };

  const memory = new Map<string, Condition | undefined>();
  const remembered = (key: string, make: () => Condition | undefined): Condition | undefined => {
    if (!memory.has(key)) memory.set(key, make());
    return memory.get(key);
  };

  const asked = (id: Id, holds = true): Condition | undefined => {
    const written = facts.get(id)?.onlyWhen ?? [];
    if (written.length === 0) return undefined;
    return remembered(`asked ${id} ${holds}`, () =>
      round(`asks ${id}`, () =>
        joined(
          holds ? 'all' : 'any',
          written.map((each) => condition(each, holds)),
        ),
      ),
    );
  };

  /** An option that is offered only at times is chosen only then: what is not offered is not among what may be. */
  const offered = (leaf: PlainLeaf & { reads: string }): Condition => {
    const when = facts.get(leaf.fact)?.optionsOnlyWhen;
    if (!when || when.size === 0 || (leaf.kind !== 'is' && leaf.kind !== 'includes')) return leaf;
    const named = leaf.kind === 'is' ? leaf.anyOf : [leaf.option];
    const always = named.filter((option) => !when.has(option));
    const rest = leaf.kind === 'is' && always.length > 0 ? [{ ...leaf, anyOf: always }] : [];
    const sometimes = named.flatMap((option): Condition[] => {
      const written = when.get(option);
      if (!written) return [];
      const chosen: Condition = leaf.kind === 'is' ? { ...leaf, anyOf: [option] } : leaf;
      return [joined(leaf.negated ? 'any' : 'all', [asGuard(condition(written, !leaf.negated)), chosen], leaf.reads)];
    });
    return sometimes.length > 0 ? joined(leaf.negated ? 'all' : 'any', [...rest, ...sometimes], leaf.reads) : leaf;
  };

  const guarded = (leaf: Condition, guards: Id[]): Condition => {
    const unasked = holdsUnasked(leaf);
    const conditions = guards.flatMap((id) => asked(id, !unasked) ?? []).map(asGuard);
    if (conditions.length === 0) return leaf;
    return joined(unasked ? 'any' : 'all', [...conditions, leaf], leaf.reads);
  };

  const criterionMet = (id: Id, met: boolean, reads: string): Condition =>
    remembered(`criterion ${id} ${met}`, () =>
      round(id, () => {
        const declared = criteria.get(id) as DeclaredCriterion;
        const test = testOf(declared, facts.get(id)?.fact, condition);
        const applies = declared.written['only-when'];
        // A requirement that does not apply is met; an exclusion that does not apply does not hold.
        const freed = met === (declared.role === 'requires');
        if (!applies) return { ...test(met), reads };
        return joined(freed ? 'any' : 'all', [condition(applies, !freed), test(met)], reads);
      }),
    ) ?? nothing(reads);

  const ofTime = (from: NamedTimeLeaf & { reads: string }): CourseCondition =>
    from.kind === 'lasted' ? { ...from, condition: expand(from.condition) } : from;

  const expand = (from: NamedCondition): Condition => {
    // Those that stand in criteria are read where only answers count, so that they hold none of these.
    if (isOfTime(from)) return ofTime(from) as unknown as Condition;
    if (from.kind === 'criterion') return { ...criterionMet(from.id, !from.negated, from.reads), at: from.at };
    if ('of' in from) return { ...from, of: from.of.map(expand) };
    if (from.kind === 'some-entry') return guarded({ ...from, where: expand(from.where) }, [from.fact]);
    return guarded(offered(from), factsOf(from));
  };
  const condition = (written: WrittenCondition, holds = true): Condition => {
    const found = resolved(written);
    return expand(holds ? found.condition : found.denied);
  };

  const criterion = (id: Id): { applies?: Condition; test: Condition } => {
    const declared = criteria.get(id) as DeclaredCriterion;
    const applies = declared.written['only-when'];
    const parts = round(id, () => ({
      ...(applies && { applies: condition(applies) }),
      test: testOf(declared, facts.get(id)?.fact, condition)(true),
    }));
    return parts ?? { test: nothing(id) };
  };

  const course = (written: WrittenCondition): CourseCondition => condition(written);
  const met = (id: Id): Condition => criterionMet(id, true, `the criterion “${id.replaceAll('-', ' ')}” is met`);

  return { condition, course, met, asked, criterion };
};

/** Stands in where a circle was cut; the definition has an error and this is never evaluated. */
const nothing = (reads: string): Condition => ({ kind: 'answered', fact: 'today', negated: false, reads });
