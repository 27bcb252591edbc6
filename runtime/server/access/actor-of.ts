/** Who asks, and in which role. Worked out once a request. */
import type { FastifyRequest } from 'fastify';
import type { Library } from '../../definition/library.js';
import { NotFound } from '../../portal/error-page/faults.js';
import { bundleIn, seesHers } from '../people/sides.js';
import type { Presence, Visits } from '../people/visits.js';
import type { Actor, SignedIn } from './actor.js';
import { SignInFirst } from './faults.js';

export interface Door {
  /** Everything about whoever came. */
  presence(request: FastifyRequest): Promise<Presence>;
  /** As `Office.signedIn`. */
  signedIn(request: FastifyRequest): Promise<SignedIn | undefined>;
  /** As `Office.actor`. Her side is in sight only on pages that are for those who support her. */
  actor(request: FastifyRequest, programme: string): Promise<Actor>;
  /** What was worked out of a request is worked out again: somebody has signed in by it. */
  forget(request: FastifyRequest): void;
}

/** Whether a request is for a page of her side. */
const isOfHerSide = (request: FastifyRequest): boolean => request.routeOptions.config.access?.for === 'supporters';

/**
 * Takes who came and a programme, gives how he acts there. `apart`: on a page of her side. Undefined where he has no role
 * in it.
 */
export const actorIn = (
  library: Pick<Library, 'find'>,
  { signedIn, acting }: Presence,
  programme: string,
  apart: boolean,
): Actor | undefined => {
  const bundle = bundleIn(library, programme);
  const grants = signedIn?.grants.filter((grant) => grant.programme === programme) ?? [];
  const roles = [...new Set(grants.map(({ role }) => role))];
  const chosen = acting?.[programme];
  const role = chosen !== undefined && roles.includes(chosen) ? chosen : roles[0];
  const declared = bundle?.people.find(({ id }) => id === role);
  if (!bundle || !signedIn || role === undefined || !declared) return undefined;
  const held = grants.filter((grant) => grant.role === role);
  const supporter = seesHers(bundle, role);
  return {
    programme,
    person: signedIn.id,
    name: signedIn.name,
    email: signedIn.email,
    role,
    called: declared.called,
    roles,
    side: declared.side,
    supporter,
    seesHers: supporter && apart,
    sites: held.some(({ site }) => site === undefined) ? 'all' : held.flatMap(({ site }) => site ?? []),
  };
};

/** Takes the visits and the definitions, gives what tells who a request is from. */
export const openDoor = (visits: Visits, library: Pick<Library, 'find'>): Door => {
  const known = new WeakMap<FastifyRequest, Promise<Presence>>();
  const presence = (request: FastifyRequest): Promise<Presence> => {
    const found = known.get(request) ?? visits.of(request.headers.cookie);
    known.set(request, found);
    return found;
  };
  return {
    presence,
    forget: (request) => void known.delete(request),
    signedIn: async (request) => (await presence(request)).signedIn,
    async actor(request, programme) {
      const came = await presence(request);
      if (!came.signedIn) throw new SignInFirst();
      const actor = actorIn(library, came, programme, isOfHerSide(request));
      if (!actor) throw new NotFound('There is no page at this address.');
      return actor;
    },
  };
};
