/** What whoever sent a referral tells of it afterwards: an incident, news, an appeal; and what he asks for. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement, type ReactNode } from 'react';
import type { Id } from '../../../engine/contract/index.js';
import type { PortalRoute } from '../../server/access/access.js';
import type { Actor } from '../../server/access/actor.js';
import type { Sent } from '../../server/bodies.js';
import type { Recorded } from '../../server/cases/contract.js';
import { postedValues, type TypedValues } from '../form/typed-answers.js';
import type { FieldFault } from '../form/validate-page.js';
import { outsideFrame } from '../home/outside-frame.js';
import { keySent, newKey } from '../layout/new-key.js';
import { renderPage } from '../layout/render.js';
import type { Office } from '../office.js';
import { notHere } from '../referring/draft-desk.js';
import { forItsSender } from '../referring/sender.js';
import { localDay } from '../words/dates.js';
import { roleInWords } from '../words/names.js';
import { toAppeal, toAskFor, toldBy } from './own-acts.js';
import { ownReferral } from './own-referral.js';
import { endingIn, type OwnReferral, tellingInWords } from './presenter.js';
import { firstTyped, readTelling, type TellingForm, tellingForm } from './telling-form.js';
import { AskFor, Telling } from './telling-view.js';

/** A page on which something is told. */
interface Asked {
  what: Id;
  heading: string;
  says: string[];
  telling: TellingForm;
  action: string;
  button: string;
}

const at = ({ slug, ref }: OwnReferral): string => `/${slug}/my-referrals/${ref}`;
const named = (request: FastifyRequest): string => (request.params as { what: string }).what;
const todayOf = ({ now, bundle }: OwnReferral): string => localDay(now, bundle.programme.timeZone);

const toTell = (own: OwnReferral, id: string): Asked => {
  const happening = toldBy(own.bundle, own.role).find((one) => one.id === id);
  if (!happening) throw notHere();
  return {
    what: id,
    heading: tellingInWords(own.bundle, own.role, id),
    says: ['If anybody is in danger now, call 999 first.'],
    telling: tellingForm(own.bundle, happening, {
      asks: 'What is there to tell us?',
      called: 'what there is to tell us',
      today: todayOf(own),
    }),
    action: `${at(own)}/tell/${id}`,
    button: 'Send it',
  };
};

const toLodge = (own: OwnReferral, id: string): Asked => {
  const { bundle } = own;
  const step = toAppeal(bundle, endingIn(own)).find((one) => one.id === id);
  if (!step) throw notHere();
  const what = `${id}-lodged`;
  return {
    what,
    heading: step.title,
    says: [`It goes to the ${roleInWords(bundle, step.to)}.`],
    telling: tellingForm(
      bundle,
      { id: what, fields: [] },
      {
        asks: step.saying ?? 'What do you disagree with, and why?',
        called: 'your reason',
      },
    ),
    action: `${at(own)}/appeal/${id}`,
    button: 'Send the appeal',
  };
};

const page = async (
  office: Office,
  request: FastifyRequest,
  own: OwnReferral,
  { title, failed = false }: { title: string; failed?: boolean },
  content: ReactNode,
): Promise<string> => {
  const frame = await outsideFrame(office, request, {
    title,
    place: 'my-referrals',
    of: { slug: own.slug, bundle: own.bundle },
    back: { href: at(own), words: 'Back to the referral' },
    failed,
  });
  return renderPage(frame, content);
};

interface Shown {
  typed: TypedValues;
  faults?: FieldFault[];
  refused?: string;
  keyed: string;
}
const tellingPage = (office: Office, request: FastifyRequest, own: OwnReferral, asked: Asked, shown: Shown) => {
  const { faults = [], refused } = shown;
  const failed = faults.length > 0 || refused !== undefined;
  const content = createElement(Telling, { ...asked, ...shown, faults, caption: `Referral ${own.ref}` });
  return page(office, request, own, { title: asked.heading, failed }, content);
};

const html = (reply: FastifyReply, text: string): FastifyReply => reply.type('text/html; charset=utf-8').send(text);

/** Records it; gives why it was not taken, if it was not. */
const record = async (office: Office, actor: Actor, own: OwnReferral, key: string, event: Recorded) => {
  const outcome = await office.cases.record(actor, own.ref, { key, events: [event] });
  if (!outcome) throw notHere();
  return outcome.kind === 'refused' ? outcome.because : undefined;
};

const take = async (
  office: Office,
  request: FastifyRequest,
  reply: FastifyReply,
  askedOf: (own: OwnReferral, id: string) => Asked,
): Promise<FastifyReply> => {
  const { own, actor } = await ownReferral(office, request);
  const asked = askedOf(own, named(request));
  const sent = (request.body ?? {}) as Sent;
  const typed = postedValues(asked.telling.facts, asked.telling.facts, sent.root, {});
  const keyed = keySent(sent.key);
  const result = readTelling(asked.telling, asked.what, typed, { now: own.now, today: todayOf(own) });
  if ('faults' in result)
    return html(reply, await tellingPage(office, request, own, asked, { typed, faults: result.faults, keyed }));
  const refused = await record(office, actor, own, keyed, result.event);
  if (refused !== undefined)
    return html(reply, await tellingPage(office, request, own, asked, { typed, refused, keyed }));
  return reply.redirect(at(own), 303);
};

const told = (office: Office, url: string, askedOf: (own: OwnReferral, id: string) => Asked): PortalRoute[] => [
  {
    method: 'GET',
    url,
    config: { access: forItsSender },
    async handler(request, reply) {
      const { own } = await ownReferral(office, request);
      const asked = askedOf(own, named(request));
      const typed = firstTyped(asked.telling, todayOf(own));
      return html(reply, await tellingPage(office, request, own, asked, { typed, keyed: newKey() }));
    },
  },
  {
    method: 'POST',
    url,
    config: { access: forItsSender },
    handler: async (request, reply) => take(office, request, reply, askedOf),
  },
];

const copyAsked = (own: OwnReferral, id: string) => {
  const document = toAskFor(own.bundle, own.role).find((one) => one.id === id);
  if (!document) throw notHere();
  return document;
};

const askingFor = (office: Office): PortalRoute[] => {
  const url = '/:programme/my-referrals/:ref/ask-for/:what';
  return [
    {
      method: 'GET',
      url,
      config: { access: forItsSender },
      async handler(request, reply) {
        const { own } = await ownReferral(office, request);
        const { id, title } = copyAsked(own, named(request));
        const content = createElement(AskFor, {
          caption: `Referral ${own.ref}`,
          heading: `Ask for a copy: ${title}`,
          says: 'Once it is written, somebody of ours decides on your request and sends it to you.',
          action: `${at(own)}/ask-for/${id}`,
          button: 'Ask for it',
          keyed: newKey(),
          back: at(own),
        });
        return html(reply, await page(office, request, own, { title }, content));
      },
    },
    {
      method: 'POST',
      url,
      config: { access: forItsSender },
      async handler(request, reply) {
        const { own, actor } = await ownReferral(office, request);
        const { id } = copyAsked(own, named(request));
        const key = keySent(((request.body ?? {}) as Sent).key);
        const event: Recorded = {
          kind: 'happened',
          what: `${id}-requested`,
          happened: own.now,
          learned: own.now,
          values: {},
        };
        await record(office, actor, own, key, event);
        return reply.redirect(at(own), 303);
      },
    },
  ];
};

export const tellingRoutes = (office: Office): PortalRoute[] => [
  ...told(office, '/:programme/my-referrals/:ref/tell/:what', toTell),
  ...told(office, '/:programme/my-referrals/:ref/appeal/:what', toLodge),
  ...askingFor(office),
];
