/**
 * The one place at which a request is let in: who may use its route, whether its form is one of ours, what becomes of it
 * when the visit has ended, and that it is put on record before it is answered.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Library } from '../../definition/library.js';
import { NotFound } from '../../portal/error-page/faults.js';
import type { Presence } from '../people/visits.js';
import type { For } from './access.js';
import { actorIn, type Door } from './actor-of.js';
import type { Audit } from './audit.js';
import { type FormGuard, isLocal, notOurs, sentFrom, takeFields } from './csrf.js';
import { type KeptForms, mayHaveKept, putBack } from './kept-form.js';
import { mayUse } from './may-use.js';

export interface Guards {
  library: Pick<Library, 'find'>;
  door: Door;
  forms: FormGuard;
  kept: KeptForms;
  audit: Audit;
  /** Routes that have no access of their own because they are nobody's: the stylesheet, the scripts. As declared. */
  open?: readonly string[];
}

const isAsking = ({ method }: FastifyRequest): boolean => method === 'GET' || method === 'HEAD';
const isPage = (reply: FastifyReply, payload: unknown): payload is string =>
  typeof payload === 'string' && String(reply.getHeader('content-type') ?? '').startsWith('text/html');

/** Whether somebody may use a route: in its programme, or, of one that is in none, in any of his. */
const allows = (library: Pick<Library, 'find'>, whom: For, came: Presence, programme: string | undefined) => {
  const { signedIn } = came;
  const asActing = (one: string) => mayUse(whom, { signedIn, programme, actor: actorIn(library, came, one, false) });
  if (programme !== undefined) return asActing(programme);
  const programmes = [...new Set(signedIn?.grants.map((grant) => grant.programme))];
  if (programmes.some((one) => asActing(one) === 'yes')) return 'yes';
  // Outside of any programme an administrator is one of those inside.
  return mayUse(whom === 'inside' && signedIn?.administers.length ? 'administrators' : whom, { signedIn });
};

const proven = new WeakSet<FastifyRequest>();
/** Whether a form of ours was sent, by whoever was looking at it. Its two fields are then taken out of what was sent. */
const isOurs = (forms: FormGuard, request: FastifyRequest): boolean => {
  if (!proven.has(request) && forms.isOurs(request)) {
    proven.add(request);
    takeFields(request);
  }
  return proven.has(request);
};

/** Sends whoever asks to sign in, and keeps what was sent by a form of ours by somebody whose visit has just ended. */
const askToSignIn = async (
  { door, forms, kept }: Guards,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const { expired } = await door.presence(request);
  const isForm = !isAsking(request) && isOurs(forms, request);
  const page = isAsking(request) ? request.url : (sentFrom(request) ?? '/');
  if (isForm && expired) await kept.keep(request, reply, expired, page);
  const next = encodeURIComponent(isLocal(page) ? page : '/');
  return reply.code(303).header('location', `/sign-in?next=${next}`).send();
};

/** For whom a route is; nothing of one that is nobody's. A route that does not say whom it is for is for nobody. */
const ruleOf = ({ open }: Guards, request: FastifyRequest): For | undefined => {
  const { config, url } = request.routeOptions;
  if (request.is404 || open?.includes(url ?? '')) return undefined;
  if (!config.access) throw new NotFound('There is no page at this address.');
  return config.access.for;
};

/**
 * Before anything is read of what was sent: to whoever may not use a route it answers as one that is not there, with a
 * proof or without, whatever was sent to it. What was typed by somebody whose visit has just ended is still read.
 */
const turnAway = (guards: Guards) => async (request: FastifyRequest, reply: FastifyReply) => {
  const rule = ruleOf(guards, request);
  if (rule === undefined || rule === 'anybody') return;
  const came = await guards.door.presence(request);
  const { programme } = request.params as { programme?: string };
  const may = allows(guards.library, rule, came, programme);
  if (may === 'no') throw new NotFound('There is no page at this address.');
  if (may === 'sign-in' && (isAsking(request) || !came.expired)) return askToSignIn(guards, request, reply);
};

/** Whoever may use it sends nothing but forms of ours. */
const letIn = (guards: Guards) => async (request: FastifyRequest, reply: FastifyReply) => {
  const rule = ruleOf(guards, request);
  if (rule === undefined || isAsking(request)) return;
  const { signedIn } = await guards.door.presence(request);
  if (rule !== 'anybody' && !signedIn) return askToSignIn(guards, request, reply);
  if (!isOurs(guards.forms, request)) throw notOurs();
};

const recorded = new WeakSet<FastifyRequest>();

const sendOut = (guards: Guards) => async (request: FastifyRequest, reply: FastifyReply, payload: unknown) => {
  // What fails here is answered by an error page, which comes by here as well.
  if (recorded.has(request)) return payload;
  recorded.add(request);
  await guards.audit.answered(request, reply.statusCode);
  const page = isPage(reply, payload) ? await withKept(guards, request, reply, payload) : payload;
  if (!isAsking(request) && reply.statusCode < 400) await dropKept(guards, request, reply);
  return typeof page === 'string' && isPage(reply, page) ? guards.forms.prepare(request, reply, page) : page;
};

const withKept = async ({ door, kept }: Guards, request: FastifyRequest, reply: FastifyReply, page: string) => {
  if (request.method !== 'GET' || reply.statusCode !== 200 || !mayHaveKept(request)) return page;
  const { signedIn } = await door.presence(request);
  const found = signedIn && (await kept.find(request, signedIn.id));
  return found ? putBack(page, found, request.url) : page;
};

const dropKept = async ({ door, kept }: Guards, request: FastifyRequest, reply: FastifyReply): Promise<void> => {
  if (!mayHaveKept(request)) return;
  const { signedIn } = await door.presence(request);
  if (!signedIn) return;
  const found = await kept.find(request, signedIn.id);
  if (found?.action === request.url) await kept.drop(request, reply, signedIn.id);
};

/**
 * Puts the hooks into an app: after whatever reads bodies, before any route of the portal. Gives what answers a thrown
 * `SignInFirst`.
 */
export const guardAccess = (app: FastifyInstance, guards: Guards) => {
  app.addHook('onRequest', turnAway(guards));
  app.addHook('preHandler', letIn(guards));
  app.addHook('onSend', sendOut(guards));
  return async (_fault: unknown, request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    await askToSignIn(guards, request, reply);
  };
};
