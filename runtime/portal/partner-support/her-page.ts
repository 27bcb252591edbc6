/** What the pages of those who support partners have in common: whose case it is, and what stands around them. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import { mayOpen } from '../../server/access/ability.js';
import type { OpenCase } from '../../server/cases/contract.js';
import type { HerCase } from '../../server/partner-support/partner-support.js';
import { NotFound } from '../error-page/faults.js';
import { renderPage } from '../layout/render.js';
import { type StaffPage, staffFrame } from '../layout/staff-frame.js';
import type { Office } from '../office.js';

/** Stands at the foot of every page of her side. */
export const hersNote = 'Her side. What stands here is for those who support her: it is shown nowhere else.';

const nothing = (): NotFound => new NotFound('There is no page at this address.');

/** One partner of a case. The same answer where there is no such case, and no such partner. */
export const herAt = async (office: Office, request: FastifyRequest): Promise<HerCase> => {
  const { programme, ref, entry } = request.params as { programme: string; ref: string; entry: string };
  const actor = await office.actor(request, programme);
  const her = await office.partnerSupport.ofPartner(actor, ref, entry);
  if (!her || !mayOpen(actor, her.found.stored)) throw nothing();
  return her;
};

/** A case with all its partners. */
export const herCaseAt = async (
  office: Office,
  request: FastifyRequest,
): Promise<{ found: OpenCase; partners: HerCase[] }> => {
  const { programme, ref } = request.params as { programme: string; ref: string };
  const actor = await office.actor(request, programme);
  const found = await office.partnerSupport.ofCase(actor, ref);
  if (!found || !mayOpen(actor, found.found.stored)) throw nothing();
  return found;
};

/** Titles stand in the browser's history: none says who somebody is. */
export const answerHers = async (
  office: Office,
  request: FastifyRequest,
  reply: FastifyReply,
  found: Pick<OpenCase, 'actor'>,
  page: Pick<StaffPage, 'title'> & Partial<Pick<StaffPage, 'back' | 'failed' | 'document'>> & { status?: number },
  content: ReactElement,
): Promise<FastifyReply> => {
  const { status = 200, ...frame } = page;
  const made = await staffFrame(office, request, found.actor, {
    ...frame,
    at: 'partner-support',
    note: hersNote,
  });
  return reply.code(status).type('text/html; charset=utf-8').send(renderPage(made, content));
};
