/**
 * Who may use a route, said beside the route itself; and what each kind of person is expected to get, which a test holds
 * the running server to. One that may not know of something gets the answer that there is no such thing.
 */
import type { FastifyContextConfig, RouteOptions } from 'fastify';

/** Kinds of people: of roles that a definition declares, only the side they are on tells them apart here. */
export const whos = ['nobody', 'referrer', 'staff', 'supporter', 'administrator'] as const;
export type Who = (typeof whos)[number];

/** What a case that a route names is to the one who asks. Of routes without a case, only `own` and `other-programme`. */
export const relations = ['own', 'others', 'other-site', 'other-programme', 'closed'] as const;
export type Relation = (typeof relations)[number];

/** `sign-in`: sent to sign in first. `not-found`: as if there were no such thing. `refused`: told that this is not theirs. */
export type Answer = 'yes' | 'sign-in' | 'not-found' | 'refused';
export type Expected = Record<Who, Answer | Record<Relation, Answer>>;

/** For whom a route is. Those that name a case ask the store for it as well, from the viewpoint of whoever asks. */
export type For = 'anybody' | 'signed-in' | 'outside' | 'inside' | 'staff' | 'supporters' | 'administrators';

export interface Access {
  for: For;
  expects: Expected;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
    /** How it is put on record, where that is not told by its verb: something leaves the service, or nothing is kept. */
    recordedAs?: 'export' | 'none';
  }
}

/** A route of the portal: none without its access. */
export type PortalRoute = RouteOptions & { config: FastifyContextConfig & { access: Access } };

const all = (answer: Answer): Record<Relation, Answer> => ({
  own: answer,
  others: answer,
  'other-site': answer,
  'other-programme': answer,
  closed: answer,
});
const ofSite: Record<Relation, Answer> = { ...all('yes'), 'other-site': 'not-found', 'other-programme': 'not-found' };
const here: Record<Relation, Answer> = { ...all('yes'), 'other-programme': 'not-found' };

/** The usual accesses; a route with another one spells it out. */
export const access = {
  /** Anybody, also without signing in. */
  anybody: {
    for: 'anybody',
    expects: { nobody: 'yes', referrer: 'yes', staff: 'yes', supporter: 'yes', administrator: 'yes' },
  },
  /** Whoever has signed in. */
  signedIn: {
    for: 'signed-in',
    expects: { nobody: 'sign-in', referrer: 'yes', staff: 'yes', supporter: 'yes', administrator: 'yes' },
  },
  /** A page of a programme for everybody inside it. */
  inside: {
    for: 'inside',
    expects: { nobody: 'sign-in', referrer: 'not-found', staff: here, supporter: here, administrator: 'not-found' },
  },
  /** A case, for everybody inside whose site it is of. */
  caseInside: {
    for: 'inside',
    expects: { nobody: 'sign-in', referrer: 'not-found', staff: ofSite, supporter: ofSite, administrator: 'not-found' },
  },
  /** A page of a programme for those who work with him. */
  staff: {
    for: 'staff',
    expects: {
      nobody: 'sign-in',
      referrer: 'not-found',
      staff: here,
      supporter: 'not-found',
      administrator: 'not-found',
    },
  },
  /** A case, for those who work with him. */
  caseStaff: {
    for: 'staff',
    expects: {
      nobody: 'sign-in',
      referrer: 'not-found',
      staff: ofSite,
      supporter: 'not-found',
      administrator: 'not-found',
    },
  },
  /** A page of a programme for those who support her; to all others there is no such page. */
  supporters: {
    for: 'supporters',
    expects: {
      nobody: 'sign-in',
      referrer: 'not-found',
      staff: 'not-found',
      supporter: here,
      administrator: 'not-found',
    },
  },
  /** A case, for those who support her. */
  caseSupporters: {
    for: 'supporters',
    expects: {
      nobody: 'sign-in',
      referrer: 'not-found',
      staff: 'not-found',
      supporter: ofSite,
      administrator: 'not-found',
    },
  },
  /** A referral, for whoever sent it. */
  ownReferral: {
    for: 'outside',
    expects: {
      nobody: 'sign-in',
      referrer: { ...all('not-found'), own: 'yes', closed: 'yes' },
      staff: 'not-found',
      supporter: 'not-found',
      administrator: 'not-found',
    },
  },
  /** People, roles, sites and the audit. */
  administrators: {
    for: 'administrators',
    expects: {
      nobody: 'sign-in',
      referrer: 'not-found',
      staff: 'not-found',
      supporter: 'not-found',
      administrator: here,
    },
  },
} as const satisfies Record<string, Access>;
