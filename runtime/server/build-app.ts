import fastifyStatic from '@fastify/static';
import Fastify, { type FastifyInstance } from 'fastify';
import { documentData, evaluate } from '../../engine/index.js';
import type { Library } from '../definition/library.js';
import { showError } from '../portal/error-page/controller.js';
import { NotFound } from '../portal/error-page/faults.js';
import type { Evaluate } from '../studio/player/now-presenter.js';
import { playsInMemory } from '../studio/player/plays.js';
import { routes } from '../studio/routes.js';
import { readBodies } from './bodies.js';
import { type Drafts, draftsInMemory } from './drafts.js';
import { streamChanges } from './live.js';
import { clientFolder } from './root.js';
import { guard } from './security.js';

export interface AppOptions {
  library: Library;
  drafts?: Drafts;
  now?: () => string;
  perMinute?: number;
  hosts?: string[];
  /** Where the stylesheet and the script lie. */
  assets?: string;
  /** Whether scenarios may be saved beside the definitions. Default: no. */
  mayWrite?: boolean;
  /** What works a played case out, if not the engine. */
  evaluate?: Evaluate;
  /** What fills documents in, if not the engine. */
  documentData?: typeof documentData;
}

/** The portal as a Fastify app that listens nowhere yet. */
export const buildApp = async (options: AppOptions): Promise<FastifyInstance> => {
  const app = Fastify({
    logger: false,
    bodyLimit: 12 * 1024 * 1024,
    routerOptions: { maxParamLength: 128 },
    forceCloseConnections: true,
    frameworkErrors: showError,
  });
  app.setErrorHandler(showError);
  app.setNotFoundHandler(() => {
    throw new NotFound('There is no page at this address.');
  });
  await guard(app, { perMinute: options.perMinute ?? 1_200, ...(options.hosts ? { hosts: options.hosts } : {}) });
  await readBodies(app);
  await app.register(fastifyStatic, {
    root: options.assets ?? clientFolder(),
    prefix: '/assets/',
    index: false,
    dotfiles: 'ignore',
  });
  streamChanges(app, options.library);
  const portal = {
    library: options.library,
    drafts: options.drafts ?? draftsInMemory(),
    plays: playsInMemory(),
    evaluate: options.evaluate ?? evaluate,
    documentData: options.documentData ?? documentData,
    mayWrite: options.mayWrite ?? false,
    now: options.now ?? (() => new Date().toISOString()),
  };
  for (const route of routes(portal)) app.route(route);
  return app;
};
