/** Pages for those who work with him, a line each. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { access, type PortalRoute } from '../../server/access/access.js';
import type { Office } from '../office.js';

export type StaffHandler = (office: Office, request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

/** Takes what each page answers to; all of them are for those alone. */
export const staffRoutes = (
  office: Office,
  pages: readonly (readonly ['GET' | 'POST', string, StaffHandler])[],
): PortalRoute[] =>
  pages.map(([method, url, handler]) => ({
    method,
    url,
    config: { access: access.staff },
    handler: (request, reply) => handler(office, request, reply),
  }));
