/** Somebody outside who sends referrals. That they are his own is what he has of a role: nobody has to give him one. */
import type { FastifyRequest } from 'fastify';
import type { Bundle, Id } from '../../../engine/contract/index.js';
import type { Access } from '../../server/access/access.js';
import type { Actor } from '../../server/access/actor.js';
import { SignInFirst } from '../../server/access/faults.js';
import { NotFound } from '../error-page/faults.js';
import type { Office } from '../office.js';
import { isInside, outsideForms, sendersOf } from './outside-forms.js';

/** Whether somebody works here inside, so that he takes referrals and sends none. */
export const worksInside = async (
  office: Office,
  request: FastifyRequest,
  slug: string,
  bundle: Bundle,
): Promise<boolean> => {
  const person = await office.signedIn(request);
  return person !== undefined && isInside(person, slug, bundle);
};

/**
 * Takes a request and a programme; gives who asks, as a sender of referrals. `role`: as which of those that the programme
 * lets refer; the first of them where it is left out. Throws `SignInFirst`, and `NotFound` for people inside and where
 * nobody outside refers.
 */
export const senderOf = async (
  office: Office,
  request: FastifyRequest,
  slug: string,
  bundle: Bundle,
  role?: Id,
): Promise<Actor> => {
  const person = await office.signedIn(request);
  if (!person) throw new SignInFirst();
  const roles = [...new Set(outsideForms(bundle).flatMap((form) => sendersOf(bundle, form)))];
  const own = role ?? roles[0];
  if (own === undefined || !roles.includes(own) || (await worksInside(office, request, slug, bundle)))
    throw new NotFound('There is no page at this address.');
  return {
    programme: slug,
    person: person.id,
    name: person.name,
    email: person.email,
    role: own,
    called: bundle.people.find(({ id }) => id === own)?.called ?? own,
    roles,
    side: 'outside',
    supporter: false,
    seesHers: false,
    sites: [],
  };
};

const of = <T extends string>(own: T) =>
  ({ own, others: 'not-found', 'other-site': 'not-found', 'other-programme': 'not-found', closed: own }) as const;

/** People inside send no referrals to their own programme, and may send some to another. */
const onlyElsewhere = { ...of('not-found'), 'other-programme': 'yes' } as const;
/** Whoever has signed in, but for people inside. */
export const forSenders: Access = {
  for: 'signed-in',
  expects: {
    nobody: 'sign-in',
    referrer: 'yes',
    staff: onlyElsewhere,
    supporter: onlyElsewhere,
    administrator: 'yes',
  },
};
/** A draft or a referral, for whoever it is of. */
export const forItsSender: Access = {
  for: 'signed-in',
  expects: {
    nobody: 'sign-in',
    referrer: of('yes'),
    staff: 'not-found',
    supporter: 'not-found',
    administrator: 'not-found',
  },
};
