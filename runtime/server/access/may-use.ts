/** Whether whoever came may use a route at all. What a route's case is to him, the store says. */

import type { For } from './access.js';
import type { Actor, SignedIn } from './actor.js';

/** How one may stand to a route: in a programme, by the role acted in there; else by all the roles one has. */
export interface Came {
  signedIn?: SignedIn | undefined;
  /** Of a route in a programme. */
  programme?: string | undefined;
  actor?: Actor | undefined;
}

const inProgramme: Record<Exclude<For, 'anybody' | 'signed-in' | 'administrators'>, (actor: Actor) => boolean> = {
  outside: ({ side }) => side === 'outside',
  inside: ({ side }) => side === 'inside',
  staff: ({ side, supporter }) => side === 'inside' && !supporter,
  supporters: ({ side, supporter }) => side === 'inside' && supporter,
};

/** Whether somebody administers a programme; without one, whether he administers any. */
export const administers = ({ administers: which }: SignedIn, programme?: string): boolean =>
  which === 'all' || (programme === undefined ? which.length > 0 : which.includes(programme));

/** Takes for whom a route is and who came; `sign-in` where nobody did. */
export const mayUse = (whom: For, { signedIn, programme, actor }: Came): 'yes' | 'no' | 'sign-in' => {
  if (whom === 'anybody') return 'yes';
  if (!signedIn) return 'sign-in';
  if (whom === 'signed-in') return 'yes';
  if (whom === 'administrators') return administers(signedIn, programme) ? 'yes' : 'no';
  return actor && inProgramme[whom](actor) ? 'yes' : 'no';
};
