import type { FastifyReply, FastifyRequest } from 'fastify';
import { seal, unseal } from '../people/seal.js';
import { addCookies, cookieLine, cookiesOf } from './csrf.js';

/** A few words that a browser carries for the server without being able to read or change them. */
export interface SealedCookie {
  read(request: FastifyRequest): Record<string, string> | undefined;
  /** Nothing takes it away. */
  write(reply: FastifyReply, words: Record<string, string> | undefined): void;
}

export const sealedCookie = (
  name: string,
  { secret, secure, seconds }: { secret: string; secure: boolean; seconds: number },
): SealedCookie => ({
  read(request) {
    const value = cookiesOf(request)[name];
    const text = value ? unseal(secret, name, value) : undefined;
    return text === undefined ? undefined : (JSON.parse(text) as Record<string, string>);
  },
  write(reply, words) {
    const value = words && seal(secret, name, JSON.stringify(words));
    addCookies(reply, [cookieLine(name, value, secure, value === undefined ? undefined : seconds)]);
  },
});
