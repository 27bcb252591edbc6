/**
 * That a form was sent from a page of this server to the one who was looking at it: a cookie that only this browser has, and
 * in each form a proof made of that cookie and of the session. No page has to think of it: the field is put into every form
 * that is posted as the page goes out, and taken out of what was sent before a controller sees it.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refused } from '../../portal/error-page/faults.js';
import { digestOf, isSame, newToken, signature } from '../people/seal.js';

export interface FormGuardOptions {
  secret: string;
  /** Whether cookies are for TLS only. */
  secure: boolean;
  sessionCookie: string;
}

/** The names of the two fields: the proof, and the address of the page that the form stands on. */
export const fieldNames = { proof: '_csrf', page: '_page' } as const;

const formCookie = 'rubric.form';
const aToken = /^[A-Za-z0-9_-]{32}$/;

/** The cookies that a request came with, as they stand there. */
export const cookiesOf = (request: FastifyRequest): Record<string, string | undefined> =>
  Object.fromEntries(
    (request.headers.cookie ?? '').split(/;\s*/).map((each) => {
      const at = each.indexOf('=');
      return [each.slice(0, at), each.slice(at + 1)];
    }),
  );

/** Adds a line to the answer's cookies; those that are there stay. */
export const addCookies = (reply: FastifyReply, lines: readonly string[]): void => {
  for (const line of lines) reply.header('set-cookie', line);
};

/** A cookie of ours as a line of the answer, with a value that needs no quotes. Without a value it is taken away. */
export const cookieLine = (name: string, value: string | undefined, secure: boolean, seconds?: number): string => {
  const age = value === undefined ? 0 : seconds;
  return [
    `${name}=${value ?? ''}`,
    'Path=/',
    ...(age === undefined ? [] : [`Max-Age=${age}`]),
    'HttpOnly',
    'SameSite=Lax',
    ...(secure ? ['Secure'] : []),
  ].join('; ');
};

export interface FormGuard {
  /** Whether what was sent came from a form of ours to whoever sends it. */
  isOurs(request: FastifyRequest): boolean;
  /** The page with the two fields in each of its forms. */
  prepare(request: FastifyRequest, reply: FastifyReply, html: string): string;
  /** The proof for a request, for what is not a page. */
  proofFor(request: FastifyRequest): string | undefined;
}

/** What is said of a form that is none of ours. */
export const notOurs = (): Refused =>
  new Refused(
    403,
    'This page was open for too long',
    'Nothing was kept, because this form is not from a page that was made for you since you signed in. Go back, copy what you typed, load the page again, and send it from there.',
  );

const posting = /<form\b[^>]*\bmethod="post"[^>]*>/gi;
const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const hidden = (name: string, value: string): string =>
  `<input type="hidden" name="${name}" value="${escaped(value)}"/>`;

/** What a field holds that may have been sent twice. */
export const sentText = (body: unknown, name: string): string | undefined => {
  const value = (body as Record<string, unknown> | null | undefined)?.[name];
  const one: unknown = Array.isArray(value) ? value[0] : value;
  return typeof one === 'string' ? one : undefined;
};

/** Takes the server's secret, gives what guards its forms. */
export const guardForms = ({ secret, secure, sessionCookie }: FormGuardOptions): FormGuard => {
  const proofOf = (request: FastifyRequest, token: string): string =>
    signature(secret, 'form', `${token}.${digestOf(cookiesOf(request)[sessionCookie] ?? '')}`);
  const tokenOf = (request: FastifyRequest): string | undefined => {
    const token = cookiesOf(request)[formCookie];
    return token !== undefined && aToken.test(token) ? token : undefined;
  };
  return {
    isOurs(request) {
      const token = tokenOf(request);
      const proof = sentText(request.body, fieldNames.proof);
      return token !== undefined && proof !== undefined && isSame(proof, proofOf(request, token));
    },
    prepare(request, reply, html) {
      if (!/\bmethod="post"/i.test(html)) return html;
      let token = tokenOf(request);
      if (!token) {
        token = newToken();
        addCookies(reply, [cookieLine(formCookie, token, secure)]);
      }
      const page = request.method === 'GET' ? request.url : (pageSent.get(request) ?? request.url);
      const fields = hidden(fieldNames.proof, proofOf(request, token)) + hidden(fieldNames.page, page);
      return html.replace(posting, (form) => form + fields);
    },
    proofFor(request) {
      const token = tokenOf(request);
      return token && proofOf(request, token);
    },
  };
};

/** The page that what was sent stood on. */
const pageSent = new WeakMap<FastifyRequest, string>();

/** Whether an address is one of this server's, and nothing that a browser takes for another's. */
export const isLocal = (address: string | undefined): address is string =>
  address !== undefined && /^\/(?![/\\])[^\\\s]*$/.test(address) && address.length < 1_000;

/** Takes the two fields out of what was sent, and keeps the page that it was sent from. */
export const takeFields = (request: FastifyRequest): void => {
  const page = sentText(request.body, fieldNames.page);
  if (isLocal(page)) pageSent.set(request, page);
  if (request.body && typeof request.body === 'object') {
    const body = request.body as Record<string, unknown>;
    delete body[fieldNames.proof];
    delete body[fieldNames.page];
  }
};
/** The page that a form stood on, once its fields were taken. */
export const sentFrom = (request: FastifyRequest): string | undefined => pageSent.get(request);
