import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { access, type PortalRoute } from '../../server/access/access.js';
import type { Sent } from '../../server/bodies.js';
import type { OpenLook } from '../../server/post/looks.js';
import { NotFound } from '../error-page/faults.js';
import type { Fault } from '../layout/error-summary.js';
import { keySent, newKey } from '../layout/new-key.js';
import { renderPage } from '../layout/render.js';
import { staffFrame } from '../layout/staff-frame.js';
import { type Handler, routesFor } from '../layout/staff-routes.js';
import { bundleOf, type Office } from '../office.js';
import { presentRelease, presentReleases, wordsFaults } from './presenter.js';
import { Release, Releases } from './view.js';

const html = 'text/html; charset=utf-8';
const programmeIn = (request: FastifyRequest): string => (request.params as { programme: string }).programme;

const openHere = async (office: Office, request: FastifyRequest): Promise<OpenLook> => {
  const actor = await office.actor(request, programmeIn(request));
  const open = await office.desk.looks.open(actor, (request.params as { look: string }).look);
  if (!open) throw new NotFound('There is no page at this address.');
  return open;
};

interface Shown {
  status?: number;
  faults?: Fault[];
  typed?: string;
  key?: string;
}

const releasePage = async (
  office: Office,
  request: FastifyRequest,
  reply: FastifyReply,
  open: OpenLook,
  { status = 200, faults = [], typed = '', key = newKey() }: Shown = {},
): Promise<FastifyReply> => {
  const programme = programmeIn(request);
  const page = presentRelease(open);
  const frame = await staffFrame(office, request, open.found.actor, {
    title: page.title,
    at: 'releases',
    document: true,
    failed: faults.length > 0,
    back: { href: `/${programme}/releases`, words: 'Releases' },
  });
  const action = `/${programme}/releases/${open.look.id}`;
  const content = createElement(Release, { page, action, keyed: key, faults, typed });
  return reply.code(status).type(html).send(renderPage(frame, content));
};

const listIn = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string');

const answer = async (office: Office, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
  const open = await openHere(office, request);
  const sent = (request.body ?? {}) as Sent;
  const typed = typeof sent.words === 'string' ? sent.words.trim().slice(0, 2_000) : '';
  const key = keySent(sent.key);
  const again = (shown: Shown) => releasePage(office, request, reply, open, { typed, key, ...shown });
  if (sent.do === 'refuse' && typed === '')
    return again({ status: 422, faults: [{ message: 'Say what its author should change.', href: '#words' }] });
  const { looks } = office.desk;
  const done =
    sent.do === 'refuse' ? await looks.refuse(open, typed) : await looks.give(open, listIn(sent.releases), key);
  switch (done.kind) {
    case 'answered':
      return reply.redirect(`/${programmeIn(request)}/releases`, 303);
    case 'found':
      return again({ status: 422, faults: wordsFaults(done.found) });
    case 'refused':
      return again({ status: 422, faults: [{ message: done.because }] });
    case 'overtaken':
      return releasePage(office, request, reply, await openHere(office, request), {
        status: 409,
        typed,
        faults: [{ message: 'It was answered or taken back meanwhile: this is how it stands now.' }],
      });
  }
};

const list: Handler = async (office, request, reply) => {
  const programme = programmeIn(request);
  const actor = await office.actor(request, programme);
  const waiting = await office.desk.looks.list(actor, ['waiting']);
  const answered = (await office.desk.looks.list(actor, ['given', 'not-given'])).slice(0, 30);
  const zone = bundleOf(office, programme).programme.timeZone;
  const page = presentReleases([...waiting, ...answered], programme, zone);
  const frame = await staffFrame(office, request, actor, { title: 'Releases', at: 'releases' });
  return reply.type(html).send(renderPage(frame, createElement(Releases, { page })));
};

/** What waits for somebody who may see her side before it goes out. To all others there is no such page. */
export const releasesRoutes = (office: Office): PortalRoute[] =>
  routesFor(access.supporters, office, [
    ['GET', '/:programme/releases', list],
    [
      'GET',
      '/:programme/releases/:look',
      async (_, request, reply) => releasePage(office, request, reply, await openHere(office, request)),
    ],
    ['POST', '/:programme/releases/:look', answer],
  ]);
