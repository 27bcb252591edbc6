import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { documentStyle } from '../documents/style.js';
import { clientFolder } from './root.js';

/** The routes of `servePageFiles`, as they are declared. */
export const pageFiles: readonly string[] = ['/assets/*', '/document.css'];

/** Serves what every page links to: scripts and stylesheet from `folder`, and what dresses a report or a message. */
export const servePageFiles = async (app: FastifyInstance, folder = clientFolder()): Promise<void> => {
  await app.register(fastifyStatic, { root: folder, prefix: '/assets/', index: false, dotfiles: 'ignore' });
  app.get('/document.css', async (_request, reply) => reply.type('text/css; charset=utf-8').send(documentStyle));
};
