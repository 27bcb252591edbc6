import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { isOneOf, kindsOf } from '../../../engine/contract/index.js';
import { access, type PortalRoute } from '../../server/access/access.js';
import type { Sent } from '../../server/bodies.js';
import type { OpenCase } from '../../server/cases/contract.js';
import { Refused } from '../error-page/faults.js';
import { newKey } from '../layout/new-key.js';
import { renderPage } from '../layout/render.js';
import { staffFrame } from '../layout/staff-frame.js';
import { type Handler, routesFor } from '../layout/staff-routes.js';
import { caseAt, type Office } from '../office.js';
import { presentAssessment } from './presenter.js';
import { readSigning } from './sign-form.js';
import { Assessment } from './view.js';

const isSeat = ({ whole, actor }: OpenCase): boolean =>
  whole.decision?.by.some((role) => isOneOf(actor.role, [role], kindsOf(whole.people))) === true;

const show = async (
  office: Office,
  request: FastifyRequest,
  reply: FastifyReply,
  found: OpenCase,
  more?: Parameters<typeof presentAssessment>[3],
): Promise<FastifyReply> => {
  const page = presentAssessment(found, await office.signOffs.of(found), isSeat(found), more);
  const frame = await staffFrame(office, request, found.actor, {
    title: 'Assessment and decision',
    at: 'cases',
    back: { href: `/${found.stored.programme}/cases`, words: 'Cases' },
    failed: page.faults.length > 0,
  });
  return reply
    .code(page.faults.length > 0 ? 422 : 200)
    .type('text/html; charset=utf-8')
    .send(renderPage(frame, createElement(Assessment, { page, keyed: newKey() })));
};

const sign: Handler = async (office, request, reply) => {
  const found = await caseAt(office, request);
  const read = readSigning(found, (request.body ?? {}) as Sent);
  if ('faults' in read) return show(office, request, reply, found, read);
  if (!(await office.signOffs.sign(found, read.signing)))
    throw new Refused(403, 'Not for you to sign', 'Only those who decide together sign for a decision.');
  return reply.redirect(`/${found.stored.programme}/cases/${found.stored.ref}/assessment#together`, 303);
};

/** What a decision rests on, and what those who decide together sign. */
export const assessmentRoutes = (office: Office): PortalRoute[] =>
  routesFor(access.caseInside, office, [
    [
      'GET',
      '/:programme/cases/:ref/assessment',
      async (_, request, reply) => show(office, request, reply, await caseAt(office, request)),
    ],
    ['POST', '/:programme/cases/:ref/assessment/sign-offs', sign],
  ]);
