import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refused } from '../portal/error-page/faults.js';

const self = ["'self'"];
const none = ["'none'"];
/** Seconds. */
const aYear = 31_536_000;

/** What a page may load and where it may send: only here. Data URLs are for pictures in the stylesheet. */
const policy = {
  'default-src': self,
  'script-src': self,
  'style-src': self,
  'img-src': ["'self'", 'data:'],
  'connect-src': self,
  'form-action': self,
  'frame-ancestors': none,
  'base-uri': none,
  'object-src': none,
};

const untold = { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false };

export interface Guard {
  /** Requests that one address may make in a minute. */
  perMinute: number;
  /** Names this server answers to, without ports; any where it is left out. */
  hosts?: string[];
  /** Whether browsers come by TLS, and are to come by nothing else. */
  tls?: boolean;
}

const nameOf = (host: string): string => host.replace(/:\d+$/, '').toLowerCase();

const refuseOtherHosts = (hosts: string[]) => async (request: FastifyRequest) => {
  if (!hosts.includes(nameOf(request.headers.host ?? ''))) {
    throw new Refused(421, 'Wrong address', 'This server does not answer to that name.');
  }
};

/** Whether a page of that origin, "https://example.org", was served from here. */
const isOurs = (origin: string, host: string): boolean => {
  try {
    const from = new URL(origin);
    return from.host === new URL(`${from.protocol}//${host}`).host;
  } catch {
    return false;
  }
};

/**
 * Browsers say where a form was sent from; one of another site is refused. A client that says nothing is no browser,
 * and brings nobody's rights along; where there are cookies, forms are asked for a proof as well.
 */
const refuseOtherSites = async (request: FastifyRequest) => {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const site = request.headers['sec-fetch-site'];
  const { origin } = request.headers;
  const foreign =
    site !== undefined
      ? site !== 'same-origin' && site !== 'none'
      : origin !== undefined && !isOurs(origin, request.headers.host ?? '');
  if (foreign) throw new Refused(403, 'Not sent from here', 'This page takes answers only from its own forms.');
};

/** Sets the headers of every answer, and turns away what is too much or comes from elsewhere. */
export const guard = async (app: FastifyInstance, { perMinute, hosts, tls = false }: Guard): Promise<void> => {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: policy },
    referrerPolicy: { policy: 'no-referrer' },
    // Not so where it is served over plain HTTP on one's own machine.
    strictTransportSecurity: tls && { maxAge: aYear },
    // Without TLS and on another machine's name, browsers complain of these two in the console and ignore them.
    crossOriginOpenerPolicy: tls && { policy: 'same-origin' },
    originAgentCluster: tls,
    xFrameOptions: { action: 'deny' },
  });
  await app.register(rateLimit, {
    max: perMinute,
    timeWindow: '1 minute',
    // How much is left tells how much others behind the same address ask for.
    addHeaders: untold,
    addHeadersOnExceeding: untold,
  });
  if (hosts) app.addHook('onRequest', refuseOtherHosts(hosts));
  app.addHook('onRequest', refuseOtherSites);
  app.addHook('onSend', async (request, reply) => {
    // Pages of a case hold somebody's answers; nothing between here and the screen is to keep them.
    if (!request.url.startsWith('/assets/')) reply.header('cache-control', 'no-store');
  });
};
