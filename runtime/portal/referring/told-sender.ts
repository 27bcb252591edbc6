/**
 * A referral that was taken by telephone is of whoever proves the address that was told: who signs in with a code that
 * went there finds it among his own. The man himself, whose address others of his household may read, is not tied so.
 */
import type { Answer, Bundle, Id } from '../../../engine/contract/index.js';
import type { Viewpoint } from '../../server/store/contract.js';
import type { Office } from '../office.js';

/** Takes what was told, and in which role; gives the address of whoever told it, if it was among that. */
const addressIn = (bundle: Bundle, role: Id, values: Readonly<Record<Id, Answer>>): string | undefined =>
  bundle.facts
    .filter(({ kind, about, hers, within }) => kind === 'email' && about === role && !hers && within === undefined)
    .flatMap(({ id }) => {
      const told = values[id];
      return typeof told === 'string' && told.includes('@') ? [told] : [];
    })[0];

/** Takes a case that staff have begun or changed, and what was told of it. */
export const tieToSender = async (
  office: Pick<Office, 'referrals'>,
  view: Viewpoint,
  ref: string,
  { bundle, role, values }: { bundle: Bundle; role: Id; values: Readonly<Record<Id, Answer>> },
): Promise<void> => {
  const email = role === 'participant' ? undefined : addressIn(bundle, role, values);
  if (email !== undefined) await office.referrals.tellSender(view, ref, email);
};

/**
 * Whoever has just proved an address finds what was taken by telephone from it, in every programme. That each of those
 * cases is his from now on is put on record. `route`: the page on which he proved it.
 */
export const claimTold = async (
  { library, referrals, people }: Pick<Office, 'library' | 'referrals' | 'people'>,
  { route, ...proved }: { email: string; person: string; route: string },
): Promise<void> => {
  for (const { slug: programme } of await library.all())
    for (const caseRef of await referrals.claim(programme, proved))
      await people.audit.record({ programme, person: proved.person, act: 'claim', route, caseRef, answer: 303 });
};
