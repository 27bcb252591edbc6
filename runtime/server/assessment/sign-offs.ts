/**
 * Decisions that several roles make together. Each signs what it agrees to; a decision can be recorded once all of them
 * have signed for that one. Where they do not agree it stays open, with what each said.
 */
import { type Bundle, type CaseEvent, type Id, isOneOf, kindsOf } from '../../../engine/contract/index.js';
import type { Actor } from '../access/actor.js';
import type { OpenCase } from '../cases/contract.js';
import type { Store } from '../store/open-store.js';
import { signOffStore } from '../store/sign-off-store.js';
import { type Agreement, agreementOf, isDecision, roundOf } from './agreement.js';

/** What is signed; a reason is asked of whoever agrees to anything but that he is accepted. */
export interface Signing {
  key: string;
  agreesTo: Id;
  reason?: string;
}

export interface SignOffs {
  /** Nothing where the definition does not have several roles decide together. */
  of(found: OpenCase): Promise<Agreement | undefined>;
  /** False where this role is none of those who decide. Signing twice with one key is signing once. */
  sign(found: OpenCase, signing: Signing): Promise<boolean>;
  /** Why a decision may not be recorded yet; nothing where it may, or where it is none. */
  refusal(
    found: OpenCase,
    events: readonly Pick<CaseEvent, 'kind' | 'what' | 'supersedes'>[],
  ): Promise<string | undefined>;
  /** What those who may see her side gave as their reasons; for them alone. */
  reasonsOfHers(actor: Actor, ref: string): Promise<{ name: string; at: string; reason: string }[]>;
}

/** The role of those who decide together that this one is, or is a kind of. */
const seatOf = ({ decision, people }: Bundle, role: Id): Id | undefined =>
  decision?.by.find((one) => isOneOf(role, [one], kindsOf(people)));

/** `within`: the store's transactions; `stand`: works out anew, in one of them, how a case stands. */
export const signOffsIn = ({ within, stand }: Pick<Store, 'within' | 'stand'>, now: () => string): SignOffs => {
  const of = async ({ actor, whole, stored }: OpenCase): Promise<Agreement | undefined> => {
    if (!whole.decision?.jointly) return undefined;
    const view = { ...actor, seesHers: false };
    const all = await within(view, (db) => signOffStore.of(db, stored.ref));
    return agreementOf(whole, all, roundOf(stored.events));
  };
  return {
    of,
    async sign({ actor, whole, stored }, { key, agreesTo, reason }) {
      if (seatOf(whole, actor.role) === undefined || !whole.decision?.jointly) return false;
      const { programme, person, role, name, supporter } = actor;
      const ofHers = supporter && reason !== undefined;
      await within({ ...actor, seesHers: supporter }, async (db) => {
        const added = await signOffStore.add(db, {
          ...{ programme, key, person, role, name, agreesTo, ref: stored.ref },
          ...{ round: roundOf(stored.events), at: now() },
          ...(reason !== undefined && !ofHers && { reason }),
        });
        if (!added) return;
        if (ofHers) await signOffStore.addReasonOfHers(db, programme, stored.ref, key, reason);
        // For whom the decision waits follows from who has signed.
        await stand(db, actor, stored.ref);
      });
      return true;
    },
    async refusal(found, events) {
      const { events: recorded } = found.stored;
      const gone = new Set(recorded.map(({ supersedes }) => supersedes));
      const stands = (id: string | undefined, what: Id | undefined): boolean =>
        recorded.some((one) => one.id === id && one.what === what && !gone.has(one.id));
      // When it was, or why, can be put right: what they signed for stays.
      const decided = events.find((one) => isDecision(one) && !stands(one.supersedes, one.what));
      const agreement = decided && (await of(found));
      if (!agreement || agreement.agreed === decided?.what) return undefined;
      return agreement.disagreed
        ? 'Those who decide together do not agree, so the decision stays open.'
        : 'This is decided together: each of those who decide has to sign for it first, under Assessment.';
    },
    reasonsOfHers: (actor, ref) =>
      within({ ...actor, seesHers: true }, (db) => signOffStore.reasonsOfHers(db, actor.programme, ref)),
  };
};
