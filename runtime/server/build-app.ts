import type { FastifyInstance } from 'fastify';
import { showError } from '../portal/error-page/controller.js';
import { appBasis, type BasisOptions } from './app-basis.js';
import { mountStudio, type StudioOptions } from './mount-studio.js';

export interface AppOptions extends Omit<StudioOptions, 'now' | 'base'>, BasisOptions {
  now?: () => string;
}

/** The studio on its own, without a database, as a Fastify app that listens nowhere yet. */
export const buildApp = async ({ perMinute, hosts, assets, ...options }: AppOptions): Promise<FastifyInstance> => {
  const given = { ...(perMinute !== undefined && { perMinute }), ...(hosts && { hosts }), ...(assets && { assets }) };
  const app = await appBasis(given, showError);
  await mountStudio(app, { ...options, now: options.now ?? (() => new Date().toISOString()) });
  return app;
};
