/** How far those have come who make a decision together: each signs what it agrees to, and the latest of each counts. */
import { type Bundle, type CaseEvent, type Id, isOneOf, kindsOf } from '../../../engine/contract/index.js';
import type { SignOff } from '../store/sign-off-store.js';

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

/** Whether an event is one by which a case is decided, also where it was taken back since. */
export const isDecision = ({ kind, what }: Pick<CaseEvent, 'kind' | 'what'>): boolean =>
  kind === 'happened' && decidedBy.includes(what ?? '');

/** The decision is reached again after each one that was recorded before. */
export const roundOf = (events: readonly CaseEvent[]): number => events.filter(isDecision).length;

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
