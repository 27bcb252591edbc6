import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { differences } from '../../../generator/index.js';
import { access, type PortalRoute } from '../../server/access/access.js';
import type { Sent } from '../../server/bodies.js';
import type { OpenCase } from '../../server/cases/contract.js';
import { changesBetween } from '../case/changes.js';
import { fieldId } from '../layout/fields.js';
import { versionSent } from '../layout/form-start.js';
import { keySent, newKey } from '../layout/new-key.js';
import { renderPage } from '../layout/render.js';
import { staffFrame } from '../layout/staff-frame.js';
import { caseAt, type Office } from '../office.js';
import { presentVersions, type VersionsPresenter } from './presenter.js';
import { Versions } from './view.js';

const show = async (
  office: Office,
  request: FastifyRequest,
  reply: FastifyReply,
  found: OpenCase,
  more: Partial<Pick<VersionsPresenter, 'faults' | 'because'>> = {},
): Promise<FastifyReply> => {
  const { versions } = office;
  const later = versions.later(found);
  const asked = {
    isEarlier: later !== undefined,
    hindrance: later && versions.hindrance(found, later),
    changes: later ? changesBetween(later, found.evaluation, versions.evaluation(found, later)) : [],
    differences: later ? differences(found.whole, later) : [],
    moves: await versions.moves(found),
  };
  const page = presentVersions(found, asked, more);
  const sent = {
    keyed: newKey(),
    version: found.stored.version,
    was: found.stored.definition,
    to: later?.digest ?? '',
  };
  const frame = await staffFrame(office, request, found.actor, {
    title: `Version of the definition: ${found.stored.name}`,
    at: 'cases',
    back: { href: page.back, words: 'The case' },
    failed: page.faults.length > 0,
  });
  return reply
    .code(page.faults.length > 0 ? 422 : 200)
    .type('text/html; charset=utf-8')
    .send(renderPage(frame, createElement(Versions, { page, sent })));
};

const changedMeanwhile =
  'The case or the definition has been changed since this page was shown. Look at what it would come to now, and move it then.';

const move = async (office: Office, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
  const { versions } = office;
  const found = await caseAt(office, request);
  const sent = (request.body ?? {}) as Sent;
  const because = typeof sent.because === 'string' ? sent.because.slice(0, 20_000).trim() : '';
  const { programme, ref, definition, version } = found.stored;
  const [key, to] = [keySent(sent.key), versions.later(found)];
  const done = (): FastifyReply => reply.redirect(`/${programme}/cases/${ref}/version`, 303);
  // It has been moved already, perhaps by this very form.
  if (!to && sent.to === definition) return done();
  const refuse = (message: string, href?: string) =>
    show(office, request, reply, found, { because, faults: [{ message, ...(href !== undefined && { href }) }] });
  if (because === '') return refuse('Enter why the case is moved', `#${fieldId('because')}`);
  const hindrance = to && versions.hindrance(found, to);
  if (hindrance !== undefined) return refuse(hindrance);
  if (!to || sent.to !== to.digest || sent.was !== definition) return refuse(changedMeanwhile);
  const expected = versionSent(sent.version) ?? version;
  return (await versions.move(found, { to, key, because, expected })) === 'moved' ? done() : refuse(changedMeanwhile);
};

/** By which version of its definition a case goes; for those who work with him. */
export const versionRoutes = (office: Office): PortalRoute[] => [
  {
    method: 'GET',
    url: '/:programme/cases/:ref/version',
    config: { access: access.caseStaff },
    handler: async (request, reply) => show(office, request, reply, await caseAt(office, request)),
  },
  {
    method: 'POST',
    url: '/:programme/cases/:ref/version',
    config: { access: access.caseStaff },
    handler: (request, reply) => move(office, request, reply),
  },
];
