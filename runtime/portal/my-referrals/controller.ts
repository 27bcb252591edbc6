import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement, type ReactNode } from 'react';
import type { Answer, Bundle, CaseEvent, Id } from '../../../engine/contract/index.js';
import type { PortalRoute } from '../../server/access/access.js';
import type { Actor } from '../../server/access/actor.js';
import { type Around, outsideFrame } from '../home/outside-frame.js';
import { contactOf } from '../home/presenter.js';
import { renderPage } from '../layout/render.js';
import { bundleOf, type Office } from '../office.js';
import { askedForByOwnAnswers } from '../referring/by-own-answers.js';
import { stillNeeded } from '../referring/missing.js';
import { forItsSender, forSenders, senderOf } from '../referring/sender.js';
import { presentDrafts } from '../referring/start-presenter.js';
import { whatFollows } from '../referring/what-follows.js';
import { sentDocumentRoutes } from './document-pages.js';
import { ownReferral, ownReferrals } from './own-referral.js';
import { type OwnReferral, presentLine, presentReferral } from './presenter.js';
import { SentPage } from './sent-view.js';
import { tellingRoutes } from './telling-pages.js';
import { Referral, Referrals } from './view.js';

const url = '/:programme/my-referrals';

const shown = async (
  office: Office,
  request: FastifyRequest,
  reply: FastifyReply,
  around: Omit<Around, 'place'>,
  content: ReactNode,
): Promise<FastifyReply> => {
  const frame = await outsideFrame(office, request, { ...around, place: 'my-referrals' });
  return reply.type('text/html; charset=utf-8').send(renderPage(frame, content));
};

/** Forms of a case that were begun and add to it stand with all others. */
const draftsOf = async (office: Office, actor: Actor, bundle: Bundle, slug: string) =>
  presentDrafts(bundle, await office.referrals.drafts.list(actor), `/${slug}/refer`);

const listPage = async (office: Office, request: FastifyRequest, reply: FastifyReply) => {
  const { programme: slug } = request.params as { programme: string };
  const bundle = bundleOf(office, slug);
  const actor = await senderOf(office, request, slug, bundle);
  const content = createElement(Referrals, {
    lines: (await ownReferrals(office, actor)).map(presentLine),
    drafts: await draftsOf(office, actor, bundle, slug),
    refer: `/${slug}/refer`,
  });
  return shown(office, request, reply, { title: 'My referrals', of: { slug, bundle } }, content);
};

/** What he sent himself, and nothing that anybody else recorded. */
const sentByHim = ({ events, role }: OwnReferral) =>
  events.filter(({ kind, by, toldBy }) => kind === 'answered' && by.role === role && toldBy === undefined);

const sentPage = async (office: Office, request: FastifyRequest, reply: FastifyReply) => {
  const { own } = await ownReferral(office, request);
  const { bundle, slug, ref, role, now, form, events } = own;
  const sent = sentByHim(own);
  const content = createElement(SentPage, {
    sent: {
      reference: ref,
      at: `/${slug}/my-referrals/${ref}`,
      follows: whatFollows(bundle, sent, now, role),
      askedFor: askedForByOwnAnswers(bundle, sent, now),
      needed: stillNeeded(bundle, events, { form, role, now })?.asks.length ?? 0,
      guidelines: `/${slug}/guidelines`,
      provider: bundle.programme.provider,
      contact: contactOf(bundle),
    },
  });
  const around = { title: 'We have received your referral', of: { slug, bundle } };
  return shown(office, request, reply, around, content);
};

/** Each answer as it was last given; none that was taken back. */
const answersIn = (sent: readonly CaseEvent[]): Record<Id, Answer> => {
  const all = Object.fromEntries(sent.flatMap(({ values }) => Object.entries(values)));
  return Object.fromEntries(Object.entries(all).filter(([, answer]) => answer !== null));
};

/** A draft that adds to what was sent: the one that is there, or a new one that holds what he answered himself. */
const beginMore = async (office: Office, request: FastifyRequest, reply: FastifyReply) => {
  const { own, actor } = await ownReferral(office, request);
  const { bundle, slug, ref, role, now, form, events } = own;
  const { drafts } = office.referrals;
  const begun = (await drafts.list(actor)).find((draft) => draft.ref === ref && draft.began === form.id);
  const sent = sentByHim(own);
  const made = {
    began: form.id,
    role,
    ref,
    answers: answersIn(sent),
    events: [...sent],
    sent: [form.id],
    asked: form.pages.flatMap(({ asks }) => asks),
  };
  const { id } = begun ?? (await drafts.begin(actor, bundle, made, now));
  const page = stillNeeded(bundle, events, { form, role, now })?.page;
  return reply.redirect(`/${slug}/refer/${id}${page === undefined ? '' : `/pages/${page}`}`, 303);
};

/** My referrals: `/<programme>/my-referrals`, and each of them below it. */
export const myReferralsRoutes = (office: Office): PortalRoute[] => [
  {
    method: 'GET',
    url,
    config: { access: forSenders },
    handler: async (request, reply) => listPage(office, request, reply),
  },
  {
    method: 'GET',
    url: `${url}/:ref`,
    config: { access: forItsSender },
    async handler(request, reply) {
      const { own } = await ownReferral(office, request);
      const { slug, bundle, ref } = own;
      const back = { href: `/${slug}/my-referrals`, words: 'Back to my referrals' };
      const content = createElement(Referral, { referral: presentReferral(own) });
      return shown(office, request, reply, { title: `Referral ${ref}`, of: { slug, bundle }, back }, content);
    },
  },
  {
    method: 'GET',
    url: `${url}/:ref/sent`,
    config: { access: forItsSender },
    handler: async (request, reply) => sentPage(office, request, reply),
  },
  {
    method: 'POST',
    url: `${url}/:ref/answers`,
    config: { access: forItsSender },
    handler: async (request, reply) => beginMore(office, request, reply),
  },
  ...sentDocumentRoutes(office),
  ...tellingRoutes(office),
];
