/** What stands around the pages for people outside: few links, always the same ones. */
import type { FastifyRequest } from 'fastify';
import type { Bundle } from '../../../engine/contract/index.js';
import type { SignedIn } from '../../server/access/actor.js';
import type { Frame, NavigationItem } from '../layout/layout.js';
import type { Office } from '../office.js';
import { isInside } from '../referring/outside-forms.js';

export type OutsidePlace = 'home' | 'programme' | 'refer' | 'guidelines' | 'my-referrals';

/** What a page for people outside says of itself. */
export interface Around {
  title: string;
  place: OutsidePlace;
  /** The programme that the page is of, and its address. */
  of?: { slug: string; bundle: Bundle };
  back?: Frame['back'];
  failed?: boolean;
  script?: Frame['script'];
  document?: boolean;
}

const item = (words: string, href: string, current = false): NavigationItem =>
  current ? { words, href, current } : { words, href };

/** Where to sign in, to come back to `next` afterwards. */
export const signInAddress = (next: string): string => `/sign-in?next=${encodeURIComponent(next)}`;

/** The links at the head of a page for people outside. `here` is where to come back to after signing in. */
export const outsideLinks = (
  { place, of }: Pick<Around, 'place' | 'of'>,
  person: SignedIn | undefined,
  here: string,
): NavigationItem[] => {
  const inside = person !== undefined && of !== undefined && isInside(person, of.slug, of.bundle);
  const programme = of
    ? [
        item('The programme', `/${of.slug}`, place === 'programme'),
        item('Refer somebody', `/${of.slug}/refer`, place === 'refer'),
        item('Guidelines', `/${of.slug}/guidelines`, place === 'guidelines'),
        ...(person && !inside ? [item('My referrals', `/${of.slug}/my-referrals`, place === 'my-referrals')] : []),
        ...(inside ? [item('Today', `/${of.slug}/today`)] : []),
      ]
    : [];
  return [...programme, ...(person ? [] : [item('Sign in', signInAddress(here))])];
};

/** Takes a request and what its page is; gives the frame of the page. */
export const outsideFrame = async (office: Office, request: FastifyRequest, around: Around): Promise<Frame> => {
  const { title, of, back, failed, script, document } = around;
  const here = request.url.split('?')[0] ?? '/';
  const person = await office.signedIn(request);
  return {
    title,
    ...(of && { where: of.bundle.programme.title }),
    navigation: outsideLinks(around, person, here),
    ...(person && { visitor: { name: person.name || person.email } }),
    ...(back && { back }),
    ...(failed && { failed }),
    ...(script && { script }),
    ...(document && { document }),
    note: 'If anybody is in danger now, call 999.',
  };
};
