import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { access, type PortalRoute } from '../../server/access/access.js';
import { outsideFrame, signInAddress } from '../home/outside-frame.js';
import { renderPage } from '../layout/render.js';
import { bundleOf, type Office } from '../office.js';
import { type Desks, draftRoutes, slugIn } from './draft-pages.js';
import { asksForMissing } from './missing.js';
import { forItsSender, forSenders, senderOf, worksInside } from './sender.js';
import { presentStart } from './start-presenter.js';
import { ForStaff, Start } from './start-view.js';

const lead = 'Answer what you know. You can stop at any page and come back to it: what you answered is kept for you.';

const outsideDesks = (office: Office): Desks => ({
  base: (slug) => `/${slug}/refer`,
  url: '/:programme/refer',
  begin: forSenders,
  own: forItsSender,
  actor: (request) => {
    const slug = slugIn(request);
    return senderOf(office, request, slug, bundleOf(office, slug));
  },
  frame: (request, { programme: slug }, bundle, page) =>
    outsideFrame(office, request, { ...page, place: 'refer', of: { slug, bundle } }),
  back: (slug, ref) =>
    ref === undefined
      ? { href: `/${slug}/my-referrals`, words: 'Back to my referrals' }
      : { href: `/${slug}/my-referrals/${ref}`, words: 'Back to the referral' },
  mayLack: ({ open, part }) => asksForMissing(open.bundle, part.form.id, open.kept.role),
  after: ({ programme }, ref, isNew) => `/${programme}/my-referrals/${ref}${isNew ? '/sent' : ''}`,
  words: {
    send: 'Send the referral',
    asItIs: 'Send what there is, without the rest',
    afterwards: 'We will ask for what is missing, and you can add it afterwards.',
  },
});

const startPage = async (office: Office, request: FastifyRequest, reply: FastifyReply) => {
  const slug = slugIn(request);
  const bundle = bundleOf(office, slug);
  const person = await office.signedIn(request);
  const isInside = await worksInside(office, request, slug, bundle);
  const drafts =
    person && !isInside ? await office.referrals.drafts.list(await senderOf(office, request, slug, bundle)) : [];
  const start = presentStart(bundle, slug, drafts);
  const around = { title: start.title, place: 'refer', of: { slug, bundle } } as const;
  const shown = { ...start, ...(!person && { signIn: signInAddress(start.action) }) };
  const frame = await outsideFrame(office, request, around);
  const content = isInside
    ? createElement(ForStaff, { title: start.title, href: `/${slug}/cases/new` })
    : createElement(Start, { start: shown, lead });
  const page = renderPage(frame, content);
  return reply.type('text/html; charset=utf-8').send(page);
};

/** Referring somebody: `/<programme>/refer`, and the pages of what was begun below it. */
export const referringRoutes = (office: Office): PortalRoute[] => {
  const desks = outsideDesks(office);
  return [
    {
      method: 'GET',
      url: desks.url,
      config: { access: access.anybody },
      handler: async (request, reply) => startPage(office, request, reply),
    },
    ...draftRoutes(office, desks),
  ];
};
