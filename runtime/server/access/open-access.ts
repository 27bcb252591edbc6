/** What the server puts before all of its pages: who asks, in which role, whether he may, and that it is on record. */
import type { FastifyInstance } from 'fastify';
import type { Library } from '../../definition/library.js';
import type { People } from '../people/people.js';
import type { Within } from '../store/people-store.js';
import { type Door, openDoor } from './actor-of.js';
import { type Audit, keepAudit } from './audit.js';
import { type FormGuard, guardForms } from './csrf.js';
import { guardAccess } from './enforce.js';
import { type KeptForms, keepForms } from './kept-form.js';
import { type SealedCookie, sealedCookie } from './sealed-cookie.js';

export interface AccessOptions {
  people: People;
  store: { within: Within };
  library: Pick<Library, 'find'>;
  now(): string;
  secret: string;
  /** As of `openPeople`. */
  url: string;
}
export interface Access {
  door: Door;
  audit: Audit;
  kept: KeptForms;
  forms: FormGuard;
  /** What is remembered between the pages of one sign-in, in a cookie that only this server can read. */
  signingIn: SealedCookie;
  /**
   * Puts the hooks into an app: after whatever reads bodies, before any route. `open` names routes, as they are declared,
   * that are nobody's: the stylesheet, the scripts. Gives what answers `SignInFirst`, and keeps what was being typed.
   */
  guard(app: FastifyInstance, open: readonly string[]): ReturnType<typeof guardAccess>;
}

/** All that pages are given of people and access. */
export type Reception = People & Access & { demonstration: boolean };

export const openAccess = ({ people, store, library, now, secret, url }: AccessOptions): Access => {
  const within: Within = (view, work) => store.within(view, work);
  const secure = url.startsWith('https:');
  const door = openDoor(people.visits, library);
  const audit = keepAudit(within, { door, library, now });
  const kept = keepForms(within, { secret, secure, now });
  const forms = guardForms({ secret, secure, sessionCookie: people.auth.sessionCookie });
  return {
    door,
    audit,
    kept,
    forms,
    signingIn: sealedCookie('rubric.signing-in', { secret, secure, seconds: 15 * 60 }),
    guard: (app, open) => guardAccess(app, { library, door, forms, kept, audit, open }),
  };
};
