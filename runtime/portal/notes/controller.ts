import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { access, type PortalRoute } from '../../server/access/access.js';
import type { Sent } from '../../server/bodies.js';
import type { OpenCase } from '../../server/cases/contract.js';
import { fieldId } from '../layout/fields.js';
import { keySent, newKey } from '../layout/new-key.js';
import { renderPage } from '../layout/render.js';
import { staffFrame } from '../layout/staff-frame.js';
import { caseAt, type Office } from '../office.js';
import { presentNotes } from './presenter.js';
import { Notes } from './view.js';

const show = async (
  office: Office,
  request: FastifyRequest,
  reply: FastifyReply,
  found: OpenCase,
  more?: Parameters<typeof presentNotes>[2],
): Promise<FastifyReply> => {
  const page = presentNotes(found, await office.notes.of(found.actor, found.stored.ref), more);
  const frame = await staffFrame(office, request, found.actor, {
    title: `Notes: ${found.stored.name}`,
    at: 'cases',
    back: { href: `/${found.stored.programme}/cases`, words: 'Cases' },
    failed: page.faults.length > 0,
  });
  return reply
    .code(page.faults.length > 0 ? 422 : 200)
    .type('text/html; charset=utf-8')
    .send(renderPage(frame, createElement(Notes, { page, keyOf: newKey })));
};

const text = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 20_000).trim() : '');

const take = async (office: Office, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
  const found = await caseAt(office, request);
  const sent = (request.body ?? {}) as Sent;
  const { ref, programme } = found.stored;
  const key = keySent(sent.key);
  const takesBack = text(sent.takesBack);
  const add = (note: { says: string; takesBack?: string }) =>
    office.notes.add(found.actor, ref, { key, ...note }, office.now());
  if (takesBack === '') {
    const says = text(sent.says);
    if (says === '')
      return show(office, request, reply, found, {
        faults: [{ message: 'Enter a note', href: `#${fieldId('says')}` }],
      });
    await add({ says });
  } else {
    const because = text(sent.because);
    const isThere = (await office.notes.of(found.actor, ref)).some((note) => note.key === takesBack && !note.takenBack);
    if (isThere && because === '')
      return show(office, request, reply, found, {
        faults: [{ message: 'Enter why the note is taken back', href: `#${fieldId('because')}` }],
        taking: { key: takesBack, because },
      });
    if (isThere) await add({ says: because, takesBack });
  }
  return reply.redirect(`/${programme}/cases/${ref}/notes#notes`, 303);
};

/** Notes of a case, for those who work with him. */
export const noteRoutes = (office: Office): PortalRoute[] => [
  {
    method: 'GET',
    url: '/:programme/cases/:ref/notes',
    config: { access: access.caseStaff },
    handler: async (request, reply) => show(office, request, reply, await caseAt(office, request)),
  },
  {
    method: 'POST',
    url: '/:programme/cases/:ref/notes',
    config: { access: access.caseStaff },
    handler: (request, reply) => take(office, request, reply),
  },
];
