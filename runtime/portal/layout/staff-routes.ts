/** Pages of which those of one folder are for the same people, a line each. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Access, access, type PortalRoute } from '../../server/access/access.js';
import type { Office } from '../office.js';

/** Answers a request of a page; rejects with `NotFound` or `Refused` where it cannot. */
export type Handler = (office: Office, request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;
type Pages = readonly (readonly ['GET' | 'POST', string, Handler])[];

/** Takes for whom they are, and what each page answers to. */
export const routesFor = (whom: Access, office: Office, pages: Pages): PortalRoute[] =>
  pages.map(([method, url, handler]) => ({
    method,
    url,
    config: { access: whom },
    handler: (request, reply) => handler(office, request, reply),
  }));

/** Of those who work with him alone. */
export const staffRoutes = (office: Office, pages: Pages): PortalRoute[] => routesFor(access.staff, office, pages);
