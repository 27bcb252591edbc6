/** The pages of drafts: the same for whoever refers somebody, and for staff who write down what they are told. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement, type ReactNode } from 'react';
import type { Bundle } from '../../../engine/contract/index.js';
import type { Access, PortalRoute } from '../../server/access/access.js';
import type { Actor } from '../../server/access/actor.js';
import type { Sent } from '../../server/bodies.js';
import { takenAsItIs } from '../form/as-it-is.js';
import { inTheWay, showCheck, showQuestions, showTasks, takeQuestions } from '../form/desk.js';
import type { Frame } from '../layout/layout.js';
import { renderPage } from '../layout/render.js';
import { bundleOf, type Office } from '../office.js';
import { type DraftDesk, deskFor, draftAt, notHere } from './draft-desk.js';
import { outsideForm, outsideForms, sendersOf } from './outside-forms.js';
import { send } from './send.js';
import { presentDrafts } from './start-presenter.js';
import { DeleteDraft } from './start-view.js';

interface Params {
  programme: string;
  draft: string;
  page: string;
}
const paramsOf = (request: FastifyRequest): Params => request.params as Params;
const html = (reply: FastifyReply, page: string): FastifyReply => reply.type('text/html; charset=utf-8').send(page);

/** Those who fill in drafts, and where: people outside who refer, and staff who write down what they are told. */
export interface Desks {
  /** "/<programme>/refer". */
  base(slug: string): string;
  url: string;
  begin: Access;
  own: Access;
  actor(request: FastifyRequest): Promise<Actor>;
  frame(
    request: FastifyRequest,
    actor: Actor,
    bundle: Bundle,
    page: Pick<Frame, 'title' | 'back' | 'failed' | 'script'>,
  ): Promise<Frame>;
  /** Where the list of pages leads back to. */
  back(slug: string, ref?: string): NonNullable<Frame['back']>;
  /** Whether it may be sent although answers are missing. */
  mayLack(desk: DraftDesk): boolean;
  /** Where to go on once it was sent. */
  after(actor: Actor, ref: string, isNew: boolean): Promise<string> | string;
  /** On the button that sends, and on the one that sends without what is missing. */
  words: { send: string; asItIs: string; afterwards: string };
}

const deskAt = async (office: Office, desks: Desks, request: FastifyRequest): Promise<DraftDesk> => {
  const { programme: slug, draft: id } = paramsOf(request);
  const actor = await desks.actor(request);
  const open = await draftAt(office, actor, id);
  return deskFor(office, request, open, {
    at: `${desks.base(slug)}/${id}`,
    back: desks.back(slug, open.kept.ref),
    around: async (page, content: ReactNode) =>
      renderPage(await desks.frame(request, actor, open.bundle, page), content),
  });
};

const sendDraft = async (office: Office, desks: Desks, request: FastifyRequest, reply: FastifyReply) => {
  const desk = await deskAt(office, desks, request);
  const mayLack = desks.mayLack(desk);
  const isAsItIs = mayLack && ((request.body ?? {}) as Sent).as === 'it-is';
  const { words } = desks;
  let part = desk.part;
  const again = (faults: ReturnType<typeof inTheWay>, asItIs: boolean) =>
    showCheck({ ...desk, part }, reply, { faults, words: words.send, ...(asItIs && { asItIs: words }) });
  if (isAsItIs) {
    const taken = takenAsItIs(part, desk.way);
    if ('faults' in taken) return again(taken.faults, true);
    part = { ...part, draft: taken.draft };
  } else {
    const faults = inTheWay(desk);
    const taken = faults.length > 0 && mayLack ? takenAsItIs(part, desk.way) : { faults };
    // What would be sent as it is stands on the page that offers it.
    if ('draft' in taken) part = { ...part, draft: taken.draft };
    if (faults.length > 0) return again(faults, 'draft' in taken);
  }
  const sending = await send(office, { ...desk, part });
  if (sending.kind === 'faults') return again(sending.faults, false);
  const { actor, kept } = desk.open;
  return reply.redirect(await desks.after(actor, sending.case.ref, kept.ref === undefined), 303);
};

const deletePage = async (office: Office, desks: Desks, request: FastifyRequest, reply: FastifyReply) => {
  const desk = await deskAt(office, desks, request);
  const [draft] = presentDrafts(desk.part.bundle, [desk.open.kept], desks.base(paramsOf(request).programme));
  if (!draft) throw notHere();
  const content = createElement(DeleteDraft, { draft, back: desk.way.at });
  return html(reply, await desk.around({ title: 'Delete what was not sent?', back: desk.back }, content));
};

/** The programme that a request names. */
export const slugIn = (request: FastifyRequest): string => (request.params as { programme: string }).programme;

/** What begins a draft, and the pages of drafts below the same address. */
export const draftRoutes = (office: Office, desks: Desks): PortalRoute[] => {
  const config = { access: desks.own };
  const url = `${desks.url}/:draft`;
  return [
    {
      method: 'POST',
      url: desks.url,
      config: { access: desks.begin },
      async handler(request, reply) {
        const id = await beginDraft(office, await desks.actor(request), (request.body ?? {}) as Sent);
        return reply.redirect(`${desks.base(slugIn(request))}/${id}`, 303);
      },
    },
    {
      method: 'GET',
      url,
      config,
      handler: async (request, reply) => showTasks(await deskAt(office, desks, request), reply),
    },
    {
      method: 'GET',
      url: `${url}/pages/:page`,
      config,
      handler: async (request, reply) =>
        showQuestions(await deskAt(office, desks, request), paramsOf(request).page, reply),
    },
    {
      method: 'POST',
      url: `${url}/pages/:page`,
      config,
      handler: async (request, reply) =>
        takeQuestions(
          () => deskAt(office, desks, request),
          paramsOf(request).page,
          (request.body ?? {}) as Sent,
          reply,
        ),
    },
    {
      method: 'GET',
      url: `${url}/check`,
      config,
      handler: async (request, reply) =>
        showCheck(await deskAt(office, desks, request), reply, { words: desks.words.send }),
    },
    {
      method: 'POST',
      url: `${url}/check`,
      config,
      handler: async (request, reply) => sendDraft(office, desks, request, reply),
    },
    {
      method: 'GET',
      url: `${url}/delete`,
      config,
      handler: async (request, reply) => deletePage(office, desks, request, reply),
    },
    {
      method: 'POST',
      url: `${url}/delete`,
      config,
      async handler(request, reply) {
        const desk = await deskAt(office, desks, request);
        await office.referrals.drafts.drop(desk.open.actor, desk.open.kept.id);
        return reply.redirect(desk.back.href, 303);
      },
    },
  ];
};

/** Begins a draft of the form that was asked for. Throws `NotFound` for a form, or a role, that cannot begin. */
const beginDraft = async (office: Office, actor: Actor, sent: Sent): Promise<string> => {
  const bundle = bundleOf(office, actor.programme);
  const [first] = outsideForms(bundle);
  const form = sent.form === undefined && first ? first : outsideForm(bundle, String(sent.form));
  const roles = sendersOf(bundle, form);
  const role = sent.role === undefined ? roles[0] : roles.find((one) => one === sent.role);
  if (role === undefined) throw notHere();
  const { id } = await office.referrals.drafts.begin(actor, bundle, { began: form.id, role }, office.now());
  return id;
};
