import Fastify, { type FastifyInstance } from 'fastify';
import { showError } from '../portal/error-page/controller.js';
import { NotFound } from '../portal/error-page/faults.js';
import { readBodies } from './bodies.js';
import { mountStudio, type StudioOptions } from './mount-studio.js';
import { servePageFiles } from './page-files.js';
import { guard } from './security.js';

export interface AppOptions extends Omit<StudioOptions, 'now' | 'base'> {
  now?: () => string;
  perMinute?: number;
  hosts?: string[];
  /** Where the stylesheet and the script lie. */
  assets?: string;
}

/** The studio on its own, without a database, as a Fastify app that listens nowhere yet. */
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
  await servePageFiles(app, options.assets);
  await mountStudio(app, { ...options, now: options.now ?? (() => new Date().toISOString()) });
  return app;
};
