/** Conditions without what is gone. */
import type { Condition, CourseCondition, EventPick, Id, Leaf, When } from '../../engine/contract/index.js';

/** What was taken away, each by its kind and name: "fact age", "event incident", "duty ring-him". */
export type Gone = Set<string>;
type AnyCondition = Condition | CourseCondition;

const pickGone = (of: EventPick | 'session', gone: Gone): boolean => of !== 'session' && gone.has(`event ${of.event}`);

/** A limit that rests on what is gone falls away. */
const within = (when: When | undefined, gone: Gone): When | undefined =>
  when === undefined || when.kind === 'last' || !pickGone(when.of, gone) ? when : undefined;

const plainGone = (leaf: Leaf, gone: Gone): boolean => {
  const than = 'than' in leaf && 'fact' in leaf.than ? leaf.than.fact : undefined;
  return gone.has(`fact ${leaf.fact}`) || (than !== undefined && gone.has(`fact ${than}`));
};

const leafLeft = (leaf: AnyCondition, gone: Gone): AnyCondition | undefined => {
  switch (leaf.kind) {
    case 'all':
    case 'any':
      return undefined;
    case 'duty':
      return gone.has(`duty ${leaf.duty}`) ? undefined : leaf;
    case 'rule':
      return gone.has(`rule ${leaf.rule}`) ? undefined : leaf;
    case 'lasted': {
      const condition = left(leaf.condition, gone);
      return condition && { ...leaf, condition };
    }
    case 'happened': {
      if (gone.has(`event ${leaf.event}`)) return undefined;
      const where = leaf.where && left(leaf.where, gone);
      if (leaf.where && !where) return undefined;
      const limit = within(leaf.within, gone);
      const { within: _, ...rest } = leaf;
      return { ...rest, ...(where && { where }), ...(limit && { within: limit }) };
    }
    case 'some-entry': {
      const where = plainGone(leaf, gone) ? undefined : left(leaf.where, gone);
      return where && { ...leaf, where };
    }
    default:
      return plainGone(leaf, gone) ? undefined : leaf;
  }
};

/** Takes a condition; gives what is left of it, or nothing where all of it rested on what is gone. */
export const left = <C extends AnyCondition>(condition: C, gone: Gone): C | undefined => {
  if (condition.kind !== 'all' && condition.kind !== 'any') return leafLeft(condition, gone) as C | undefined;
  const of = (condition.of as AnyCondition[]).flatMap((part) => left(part, gone) ?? []);
  return of.length === 0 ? undefined : ({ ...condition, of } as C);
};

/** Without the ids of that kind that are gone. */
export const stay = (ids: readonly Id[], kind: 'fact' | 'event' | 'document', gone: Gone): Id[] =>
  ids.filter((id) => !gone.has(`${kind} ${id}`));
