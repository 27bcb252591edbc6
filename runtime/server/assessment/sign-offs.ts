/**
 * Decisions that several roles make together. Each signs what it agrees to; a decision can be recorded once all of them
 * have signed for that one. Where they do not agree it stays open, with what each said.
 */
import { type Bundle, type CaseEvent, type Id, isOneOf, kindsOf } from '../../../engine/contract/index.js';
import type { Actor } from '../access/actor.js';
import type { OpenCase } from '../cases/contract.js';
import type { Connections } from '../store/connections.js';
import { type SignOff, signOffStore } from '../store/sign-off-store.js';

/** The happenings by which a case is decided. */
export const decidedBy: readonly Id[] = ['accepted', 'declined', 'suitable-not-ready'];

/** How far those who decide together have come. */
export interface Agreement {
  /** Each role that has to agree, and what it said last in this round. */
  roles: { role: Id; said?: SignOff }[];
  /** What all of them agree to, once they do. */
  agreed?: Id;
  /** All have signed, and not for the same. */
  disagreed: boolean;
}

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
  refusal(found: OpenCase, events: readonly Pick<CaseEvent, 'kind' | 'what'>[]): Promise<string | undefined>;
  /** What those who may see her side gave as their reasons; for them alone. */
  reasonsOfHers(actor: Actor, ref: string): Promise<{ name: string; at: string; reason: string }[]>;
}

/** The decision is reached again after each one that was recorded before. */
const roundOf = (events: readonly CaseEvent[]): number =>
  events.filter(({ kind, what }) => kind === 'happened' && decidedBy.includes(what ?? '')).length;

/** Takes the definition and all sign-offs of a case, gives how they stand in a round; nothing where nobody decides together. */
export const agreementOf = (bundle: Bundle, all: readonly SignOff[], round: number): Agreement | undefined => {
  const { decision, people } = bundle;
  if (!decision?.jointly || decision.by.length < 2) return undefined;
  const kinds = kindsOf(people);
  const here = all.filter((one) => one.round === round);
  const roles = decision.by.map((role) => {
    const said = here.filter((one) => isOneOf(one.role, [role], kinds)).at(-1);
    return { role, ...(said && { said }) };
  });
  const said = new Set(roles.map((one) => one.said?.agreesTo));
  const [only] = said;
  return {
    roles,
    ...(said.size === 1 && only !== undefined && { agreed: only }),
    disagreed: said.size > 1 && !said.has(undefined),
  };
};

/** The role of those who decide together that this one is, or is a kind of. */
const seatOf = ({ decision, people }: Bundle, role: Id): Id | undefined =>
  decision?.by.find((one) => isOneOf(role, [one], kindsOf(people)));

/** `within`: the store's transactions. */
export const signOffsIn = ({ within }: Pick<Connections, 'within'>, now: () => string): SignOffs => {
  const of = async ({ actor, whole, stored }: OpenCase): Promise<Agreement | undefined> => {
    if (!whole.decision?.jointly) return undefined;
    const view = { ...actor, seesHers: false };
    const all = await within(view, (db) => signOffStore.of(db, actor.programme, stored.ref));
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
        if (added && ofHers) await signOffStore.addReasonOfHers(db, programme, stored.ref, key, reason);
      });
      return true;
    },
    async refusal(found, events) {
      const decided = events.find(({ kind, what }) => kind === 'happened' && decidedBy.includes(what ?? ''));
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
