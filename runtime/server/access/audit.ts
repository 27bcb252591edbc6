/**
 * What is put on record: every read and write of a programme's pages by whoever is signed in, every export, every attempt
 * that was refused, and signing in and out. Never a value, and no name of a case but its reference. What those who support
 * her do on her side's pages is on a record of her side, which they alone can read: it tells that there is such a side. So
 * is what somebody not signed in asks for there, for mostly it is one of them who was idle for a while.
 */
import type { FastifyRequest } from 'fastify';
import type { Library } from '../../definition/library.js';
import { auditStore, type Deed, type DeedQuery } from '../store/audit-store.js';
import type { Viewpoint } from '../store/contract.js';
import { bySystem, peopleStore, type Within } from '../store/people-store.js';
import type { Actor } from './actor.js';
import { actorIn, type Door } from './actor-of.js';

export interface Audit {
  /** Records what a request came to. Rejects where that cannot be kept: then it is not answered either. */
  answered(request: FastifyRequest, status: number): Promise<void>;
  find(programme: string, query: DeedQuery): Promise<{ deeds: Deed[]; all: number }>;
  /** The record of her side, for somebody who supports her, on her side's pages. */
  findOfHers(actor: Actor, query: DeedQuery): Promise<{ deeds: Deed[]; all: number }>;
  /**
   * Records what has no page of a programme, as a sign-in: in every programme in which the person has a role; or, where it
   * is of one programme, in that.
   */
  record(
    deed: Pick<Deed, 'person' | 'act' | 'route' | 'answer'> & Partial<Pick<Deed, 'programme' | 'role' | 'caseRef'>>,
  ): Promise<void>;
}

const aReference = /^[0-9A-Za-z]{2,8}-[0-9A-Za-z]{2,8}$/;

const actOf = (request: FastifyRequest, status: number): string => {
  if (status === 401 || status === 403 || status === 404) return 'refused';
  if (request.routeOptions.config.recordedAs === 'export') return 'export';
  return request.method === 'GET' || request.method === 'HEAD' ? 'read' : 'write';
};

export const keepAudit = (
  within: Within,
  { door, library, now }: { door: Door; library: Pick<Library, 'find'>; now: () => string },
): Audit => {
  const add = (deed: Deed, hers?: Viewpoint): Promise<void> =>
    within(hers ?? bySystem(deed.programme), (db) => auditStore.add(db, deed, hers !== undefined));

  return {
    async answered(request, status) {
      const { access: rule, recordedAs } = request.routeOptions.config;
      if (!rule || rule.for === 'anybody' || recordedAs === 'none') return;
      const came = await door.presence(request);
      const { programme: named, ref } = request.params as { programme?: string; ref?: string };
      const programme = named !== undefined && library.find(named) ? named : '';
      const actor = programme ? actorIn(library, came, programme, rule.for === 'supporters') : undefined;
      const deed: Deed = {
        programme,
        at: now(),
        person: came.signedIn?.id ?? came.expired ?? '',
        role: actor?.role ?? '',
        act: came.signedIn ? actOf(request, status) : 'refused',
        route: `${request.method === 'HEAD' ? 'GET' : request.method} ${request.routeOptions.url ?? ''}`,
        answer: status,
        ...(ref !== undefined && aReference.test(ref) ? { caseRef: ref } : {}),
      };
      const isUnknownThere = rule.for === 'supporters' && programme !== '' && !came.signedIn;
      const unknown = isUnknownThere ? { ...bySystem(programme), seesHers: true } : undefined;
      await add(deed, actor?.seesHers ? actor : unknown);
    },
    find: (programme, query) => within(bySystem(programme), (db) => auditStore.find(db, programme, query)),
    findOfHers: (actor, query) => within(actor, (db) => auditStore.find(db, actor.programme, query, true)),
    async record(deed) {
      const programmes =
        deed.programme === undefined
          ? await within(bySystem(), (db) => peopleStore.programmesOf(db, deed.person))
          : [deed.programme];
      for (const programme of programmes.length > 0 ? programmes : [''])
        await add({ role: '', ...deed, programme, at: now() });
    },
  };
};
