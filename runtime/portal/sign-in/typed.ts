/** What the forms of signing in take: what was typed, or its faults by field. */
import type { FastifyRequest } from 'fastify';
import { isLocal } from '../../server/access/csrf.js';
import { asEmail } from '../../server/people/sign-in.js';
import type { Faults } from './answers.js';

/** A field that was sent, without what stands around it. Nothing where it was not sent as one text. */
export const typed = (request: FastifyRequest, name: string): string => {
  const value = (request.body as Record<string, unknown> | null)?.[name];
  return typeof value === 'string' ? value.trim().slice(0, 2_000) : '';
};

/** The same of a field that can be sent several times. */
export const typedAll = (request: FastifyRequest, name: string): string[] => {
  const value = (request.body as Record<string, unknown> | null)?.[name];
  const all = Array.isArray(value) ? value : [value];
  return all.flatMap((each) => (typeof each === 'string' && each !== '' ? [each.slice(0, 200)] : []));
};

/** Where to go on after signing in, from an address or a form; nothing of another server. */
export const nextOf = (request: FastifyRequest): string | undefined => {
  const asked = (request.query as Record<string, unknown>).next;
  const next = typed(request, 'next') || (typeof asked === 'string' ? asked : '');
  return isLocal(next) ? next : undefined;
};

const email = /^[^\s@,;<>"]{1,64}@[^\s@,;<>"]+\.[^\s@,;<>".]{2,}$/;

/** Takes what was typed, gives the address or what is wrong with it. */
export const emailTyped = (text: string): { email: string } | { faults: Faults } => {
  if (text === '') return { faults: { email: 'Enter your e-mail address.' } };
  if (text.length > 200 || !email.test(text))
    return { faults: { email: 'Enter an e-mail address like name@example.org.' } };
  return { email: asEmail(text) };
};

/** Takes what was typed, gives its digits, or what is wrong with it. */
export const codeTyped = (text: string): { code: string } | { faults: Faults } => {
  const code = text.replace(/[\s-]/g, '');
  if (code === '') return { faults: { code: 'Enter the code.' } };
  return /^\d{6}$/.test(code) ? { code } : { faults: { code: 'The code has 6 digits.' } };
};

/** Takes a password that somebody chooses, gives what is wrong with it. */
export const passwordFault = (text: string): string | undefined => {
  if (text === '') return 'Enter a password.';
  if (text.length < 12) return 'The password has to have at least 12 characters. Three words in a row are a good one.';
  return text.length > 128 ? 'The password can have at most 128 characters.' : undefined;
};
