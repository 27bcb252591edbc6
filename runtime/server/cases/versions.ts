/** A case goes by the definition it began under. What the present one would make of it, and moving it there. */
import type { Bundle, EvaluationFor, Information } from '../../../engine/index.js';
import { evaluateWith } from '../../../engine/viewer/case-for.js';
import type { CaseStore, Moved, Version } from '../store/contract.js';
import type { OpenCase } from './contract.js';
import type { Definitions } from './definitions.js';
import { seesOf } from './seen-case.js';

export interface Versions {
  /** The present definition, where the case goes by another one. */
  later(found: OpenCase): Bundle | undefined;
  /** Why the case has to stay with its own; nothing where it may be moved. */
  hindrance(found: OpenCase, later: Bundle): string | undefined;
  /** What the case comes to by that one, for the same viewer, on the same day. */
  evaluation(found: OpenCase, later: Bundle): EvaluationFor;
  move(
    found: OpenCase,
    asked: { to: Bundle; key: string; because: string; expected: Version },
  ): Promise<'moved' | 'overtaken' | undefined>;
  moves(found: OpenCase): Promise<Moved[]>;
}

export interface VersionsOf {
  store: Pick<CaseStore, 'move' | 'moves'>;
  definitions: Definitions;
  present(programme: string): Bundle;
}

const labelsOf = (information: Information | undefined, of: string): Set<string> =>
  new Set(Object.hasOwn(information?.labels ?? {}, of) ? information?.labels[of]?.map(({ kept }) => kept) : []);

/** Whether all that the one keeps from people the other keeps from them too: what was told under that promise stays so. */
export const keepsAll = (old: Bundle, later: Bundle): boolean => {
  const seenBy = (bundle: Bundle, id: string) => bundle.information?.kept.find((one) => one.id === id)?.seenBy;
  if (!old.information || !later.information) return !old.information && !later.information;
  return Object.keys(old.information.labels).every((of) => {
    const kept = labelsOf(later.information, of);
    return [...labelsOf(old.information, of)].every(
      (id) => kept.has(id) && seenBy(later, id)?.every((role) => seenBy(old, id)?.includes(role)),
    );
  });
};

/** Takes the store, the definitions met before, and the present one of each programme. */
export const openVersions = ({ store, definitions, present }: VersionsOf): Versions => ({
  later({ stored }) {
    const bundle = present(stored.programme);
    return bundle.digest === stored.definition ? undefined : bundle;
  },
  hindrance({ whole }, later) {
    if (keepsAll(whole, later)) return undefined;
    return 'The definition as it is now no longer keeps apart everything that it kept apart when this case began. What was told to us then stays as it was promised, so this case stays with the version it began under.';
  },
  evaluation: ({ stored, actor, now }, later) =>
    evaluateWith(later, stored.events, { asOf: now, outlook: false, clearance: { sees: seesOf(later, actor) } }),
  async move({ stored, actor }, { to, ...asked }) {
    const bundle = definitions.keep(to);
    const view = { ...actor, seesHers: false };
    return store.move(view, { ...asked, ref: stored.ref, was: stored.definition, bundle });
  },
  moves: ({ stored, actor }) => store.moves({ ...actor, seesHers: false }, stored.ref),
});
