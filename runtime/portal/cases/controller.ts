import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { access, type PortalRoute } from '../../server/access/access.js';
import type { Sent } from '../../server/bodies.js';
import { isDemonstration } from '../layout/demonstration.js';
import { renderPage } from '../layout/render.js';
import { staffFrame } from '../layout/staff-frame.js';
import { type Handler, routesFor } from '../layout/staff-routes.js';
import { bundleOf, type Office } from '../office.js';
import { outsideForms } from '../referring/outside-forms.js';
import { localDay } from '../words/dates.js';
import { addressOf, askedIn, presentCases, queryOf } from './presenter.js';
import { Cases } from './view.js';

const show = async (
  office: Office,
  request: FastifyRequest,
  reply: FastifyReply,
  sent: Sent,
): Promise<FastifyReply> => {
  const { programme } = request.params as { programme: string };
  const actor = await office.actor(request, programme);
  const bundle = bundleOf(office, programme);
  const groups = await office.groups.names(actor);
  const asked = askedIn(bundle, groups, sent);
  const listed = await office.store.list({ ...actor, seesHers: false }, queryOf(asked));
  // Where all is invented every page says so, and no line has to.
  const isMarked = (demonstration: boolean): boolean => demonstration && !isDemonstration();
  const lines = listed.lines.map((line) => ({ ...line, demonstration: isMarked(line.demonstration) }));
  const today = localDay(office.now(), bundle.programme.timeZone);
  const page = presentCases(bundle, programme, asked, { lines, all: listed.all, groups }, today);
  const frame = await staffFrame(office, request, actor, { title: page.title, at: 'cases' });
  const takes = !actor.supporter && outsideForms(bundle).length > 0;
  const content = createElement(Cases, { page, ...(takes && { telephone: `/${programme}/cases/new` }) });
  return reply.type('text/html; charset=utf-8').send(renderPage(frame, content));
};

const list: Handler = (office, request, reply) =>
  show(office, request, reply, { ...(request.query as Sent), search: '' });

const search: Handler = async (office, request, reply) => {
  const sent = (request.body ?? {}) as Sent;
  if (typeof sent.search === 'string' && sent.search.trim() !== '') return show(office, request, reply, sent);
  const { programme } = request.params as { programme: string };
  const groups = await office.groups.names(await office.actor(request, programme));
  const asked = askedIn(bundleOf(office, programme), groups, sent);
  return reply.redirect(addressOf(`/${programme}/cases`, asked, asked.page), 303);
};

/** The list of cases; by an address that can be kept, and for a search by a form, since a name stands in no address. */
export const casesRoutes = (office: Office): PortalRoute[] =>
  routesFor(access.inside, office, [
    ['GET', '/:programme/cases', list],
    ['POST', '/:programme/cases', search],
  ]);
