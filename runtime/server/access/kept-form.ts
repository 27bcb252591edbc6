/**
 * What somebody was typing when the visit ended. It is kept for an hour, encrypted, for that person alone, and put back into
 * the same form once he has signed in again.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { newToken, seal, unseal } from '../people/seal.js';
import { bySystem, peopleStore, type Within } from '../store/people-store.js';
import { addCookies, cookieLine, cookiesOf } from './csrf.js';
import { fillForms, type Typed } from './fill-form.js';

export interface KeptForms {
  /** Keeps what a request sent. `page` is the address that the form stood on. */
  keep(request: FastifyRequest, reply: FastifyReply, person: string, page: string): Promise<void>;
  /** What was kept in this browser for this person, if it is still there. */
  find(request: FastifyRequest, person: string): Promise<Kept | undefined>;
  drop(request: FastifyRequest, reply: FastifyReply, person: string): Promise<void>;
}
export interface Kept extends Typed {
  page: string;
}

const cookie = 'rubric.kept';
const purpose = 'kept form';
const hour = 60 * 60;
/** Characters: of one value, past which it is a file that has to be chosen again, and of all together. */
const longest = { value: 100_000, all: 1_000_000 };

const withoutFiles = (body: unknown): string =>
  JSON.stringify(body ?? {}, (_key, value: unknown) =>
    typeof value === 'string' && (value.length > longest.value || value.startsWith('data:')) ? undefined : value,
  );

/** Whether this browser may have something that was kept. */
export const mayHaveKept = (request: FastifyRequest): boolean => cookiesOf(request)[cookie] !== undefined;

export const keepForms = (
  within: Within,
  { secret, secure, now }: { secret: string; secure: boolean; now: () => string },
): KeptForms => {
  const idOf = (request: FastifyRequest): string | undefined => cookiesOf(request)[cookie];
  return {
    async keep(request, reply, person, page) {
      const body = withoutFiles(request.body);
      if (body.length > longest.all) return;
      const kept: Kept = { page, action: request.url, body: JSON.parse(body) as Kept['body'] };
      const id = newToken();
      const sealed = seal(secret, `${purpose} ${person}`, JSON.stringify(kept));
      await within(bySystem(), (db) => peopleStore.keepForm(db, { id, person, made: now(), sealed }));
      addCookies(reply, [cookieLine(cookie, id, secure, hour)]);
    },
    async find(request, person) {
      const id = idOf(request);
      if (id === undefined) return undefined;
      const sealed = await within(bySystem(), (db) => peopleStore.keptForm(db, id, person, now()));
      const text = sealed === undefined ? undefined : unseal(secret, `${purpose} ${person}`, sealed);
      return text === undefined ? undefined : (JSON.parse(text) as Kept);
    },
    async drop(request, reply, person) {
      const id = idOf(request);
      if (id === undefined) return;
      await within(bySystem(), (db) => peopleStore.dropForm(db, id, person));
      addCookies(reply, [cookieLine(cookie, undefined, secure)]);
    },
  };
};

/** The page with what was kept put back, where it is the page that it was typed on. */
export const putBack = (html: string, kept: Kept, address: string): string =>
  kept.page === address ? fillForms(html, kept) : html;
