import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { access, type PortalRoute } from '../../server/access/access.js';
import type { Sent } from '../../server/bodies.js';
import { bodyOfPage, underAHeading } from '../case-documents/files.js';
import { NotFound } from '../error-page/faults.js';
import type { Fault } from '../layout/error-summary.js';
import { newKey } from '../layout/new-key.js';
import { renderPage } from '../layout/render.js';
import { staffFrame } from '../layout/staff-frame.js';
import { bundleOf, type Office } from '../office.js';
import { filters, pageSize, presentMessage, presentMessages } from './presenter.js';
import { Message, Messages } from './view.js';

const html = 'text/html; charset=utf-8';
const programmeIn = (request: FastifyRequest): string => (request.params as { programme: string }).programme;

const messageHere = async (office: Office, request: FastifyRequest) => {
  const actor = await office.actor(request, programmeIn(request));
  const open = await office.desk.messages.open(actor, (request.params as { message: string }).message);
  if (!open) throw new NotFound('There is no page at this address.');
  return { actor, open };
};

const messagePage = async (
  office: Office,
  request: FastifyRequest,
  reply: FastifyReply,
  faults: Fault[] = [],
): Promise<FastifyReply> => {
  const { actor, open } = await messageHere(office, request);
  const bundle = bundleOf(office, actor.programme);
  const stored =
    open.row.ref === null ? undefined : await office.store.open({ ...actor, seesHers: false }, open.row.ref);
  const body = open.issue ? underAHeading(bodyOfPage(open.issue.html)) : '';
  const page = presentMessage(bundle, actor.programme, open, {
    sends: office.desk.post.sends,
    body,
    name: stored?.name,
  });
  const frame = await staffFrame(office, request, actor, {
    title: page.called,
    at: 'messages',
    document: true,
    failed: faults.length > 0,
    back: { href: `/${actor.programme}/messages`, words: 'Messages' },
  });
  return reply
    .code(faults.length > 0 ? 409 : 200)
    .type(html)
    .send(renderPage(frame, createElement(Message, { page, keyed: newKey(), faults })));
};

const settle = async (office: Office, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
  const { actor, open } = await messageHere(office, request);
  const { messages } = office.desk;
  const does = ((request.body ?? {}) as Sent).do;
  const { id } = open.row;
  const done =
    does === 'secure'
      ? await messages.markSecure(actor, id)
      : await messages.settle(actor, id, does === 'send' ? 'waiting' : 'by-hand');
  if (done) return reply.redirect(`/${actor.programme}/messages/${id}`, 303);
  return messagePage(office, request, reply, [
    { message: 'This message does not wait for a person any more: this is how it stands now.' },
  ]);
};

/** The outbox of a programme: what is on the way, what became of it, and what waits for a person. */
export const messagesRoutes = (office: Office): PortalRoute[] => [
  {
    method: 'GET',
    url: '/:programme/messages',
    config: { access: access.inside },
    async handler(request, reply) {
      const programme = programmeIn(request);
      const actor = await office.actor(request, programme);
      const { which, page: asked } = request.query as { which?: unknown; page?: unknown };
      const filter = filters.find(({ id }) => id === which) ?? filters[0];
      const page = Math.min(10_000, Math.max(1, Math.trunc(Number(asked)) || 1));
      const found = await office.desk.messages.list(actor, {
        page,
        size: pageSize,
        ...(filter && { states: filter.states }),
      });
      const shown = { filter: filter?.id ?? 'all', page, sends: office.desk.post.sends };
      const view = presentMessages(bundleOf(office, programme), programme, found, shown);
      const frame = await staffFrame(office, request, actor, { title: 'Messages', at: 'messages' });
      return reply.type(html).send(renderPage(frame, createElement(Messages, { page: view })));
    },
  },
  {
    method: 'GET',
    url: '/:programme/messages/:message',
    config: { access: access.inside },
    handler: (request, reply) => messagePage(office, request, reply),
  },
  {
    method: 'POST',
    url: '/:programme/messages/:message',
    config: { access: access.inside },
    handler: (request, reply) => settle(office, request, reply),
  },
];
