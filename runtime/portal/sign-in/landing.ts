import type { Id } from '../../../engine/contract/index.js';
import type { Library } from '../../definition/library.js';
import type { SignedIn } from '../../server/access/actor.js';
import { actorIn } from '../../server/access/actor-of.js';

/** Where somebody begins who did not ask for a page: his day where he works with one programme, else a choice. */
export const landingOf = (library: Pick<Library, 'find'>, signedIn: SignedIn, acting: Record<string, Id>): string => {
  const programmes = [...new Set(signedIn.grants.map(({ programme }) => programme))];
  const [programme] = programmes;
  if (programme === undefined) return signedIn.administers.length > 0 ? '/administration' : '/';
  if (programmes.length > 1) return '/working-as';
  const actor = actorIn(library, { signedIn, acting }, programme, false);
  return actor?.side === 'inside' ? `/${programme}/today` : `/${programme}/my-referrals`;
};
