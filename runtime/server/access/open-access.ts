/** What the server puts before all of its pages: who asks, in which role, whether he may, and that it is on record. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Library } from '../../definition/library.js';
import type { People } from '../people/people.js';
import type { Within } from '../store/people-store.js';
import { type Door, openDoor } from './actor-of.js';
import { type Audit, keepAudit } from './audit.js';
import { type FormGuard, guardForms } from './csrf.js';
import { faultAnswers, guardAccess } from './enforce.js';
import { type KeptForms, keepForms } from './kept-form.js';

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
  /**
   * Puts the hooks into an app: after whatever reads bodies, before any route. `open` names routes, as they are declared,
   * that are nobody's: the stylesheet, the scripts.
   */
  guard(app: FastifyInstance, open?: readonly string[]): void;
  /** The app's error handler. */
  showFault(fault: unknown, request: FastifyRequest, reply: FastifyReply): Promise<void>;
}

export const openAccess = ({ people, store, library, now, secret, url }: AccessOptions): Access => {
  const within: Within = (view, work) => store.within(view, work);
  const secure = url.startsWith('https:');
  const door = openDoor(people.visits, library);
  const audit = keepAudit(within, { door, library, now });
  const kept = keepForms(within, { secret, secure, now });
  const forms = guardForms({ secret, secure, sessionCookie: people.auth.sessionCookie });
  const guards = { library, door, forms, kept, audit };
  return {
    door,
    audit,
    kept,
    forms,
    guard: (app, open = ['/assets/*', '/document.css']) => guardAccess(app, { ...guards, open }),
    showFault: faultAnswers(guards),
  };
};
