import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { NotFound } from '../portal/error-page/faults.js';
import { readBodies } from './bodies.js';
import { servePageFiles } from './page-files.js';
import { type Guard, guard } from './security.js';

/** Answers a fault of a request with a page. */
export type ShowFault = (fault: unknown, request: FastifyRequest, reply: FastifyReply) => void;

/** What every server of pages is told. */
export interface BasisOptions extends Partial<Guard> {
  /** Where the stylesheet and the scripts lie, if not where the set-up puts them. */
  assets?: string;
}

/** A Fastify app with headers, limits, error pages and the files that pages link to; still without a page. */
export const appBasis = async (
  { assets, perMinute = 1_200, ...more }: BasisOptions,
  showFault: ShowFault,
): Promise<FastifyInstance> => {
  const app = Fastify({
    logger: false,
    bodyLimit: 12 * 1024 * 1024,
    routerOptions: { maxParamLength: 128 },
    forceCloseConnections: true,
    frameworkErrors: showFault,
    // Behind TLS stands something that says whom it speaks for.
    trustProxy: more.tls ?? false,
  });
  app.setErrorHandler((fault, request, reply) => showFault(fault, request, reply));
  app.setNotFoundHandler(() => {
    throw new NotFound('There is no page at this address.');
  });
  await guard(app, { perMinute, ...more });
  // No address of ours has one in it, and the database takes none.
  app.addHook('onRequest', async ({ url }) => {
    if (url.includes('%00')) throw new NotFound('There is no page at this address.');
  });
  await readBodies(app);
  await servePageFiles(app, assets);
  return app;
};
