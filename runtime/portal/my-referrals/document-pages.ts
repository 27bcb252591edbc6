/** Documents that went out to whoever sent a referral, as pages and as files. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { hasChromium } from '../../documents/chromium.js';
import { howToPrint } from '../../documents/how-to-print.js';
import { renderDocument } from '../../documents/render-document.js';
import { toPdf } from '../../documents/to-pdf.js';
import { toWord } from '../../documents/to-word.js';
import type { PortalRoute } from '../../server/access/access.js';
import type { Actor } from '../../server/access/actor.js';
import { Refused } from '../error-page/faults.js';
import { outsideFrame } from '../home/outside-frame.js';
import { renderPage } from '../layout/render.js';
import type { Office } from '../office.js';
import { notHere } from '../referring/draft-desk.js';
import { forItsSender } from '../referring/sender.js';
import { ownReferral } from './own-referral.js';
import type { OwnReferral } from './presenter.js';
import { asItWent, sentTo } from './sent-documents.js';
import { DocumentPage } from './telling-view.js';

interface Went {
  title: string;
  fileName: string;
  /** The whole page. */
  html: string;
}

/** Of an invented case there are no copies: what would have gone out is made as it would have been. */
const madeAgain = ({ bundle, events, role }: OwnReferral, id: string): Went | undefined => {
  const sent = sentTo(bundle, events, [], role).find(({ event }) => event.id === id);
  const data = sent && asItWent(bundle, events, sent, role);
  if (!sent || !data) return undefined;
  const html = renderDocument(bundle, sent.document, data);
  return { title: sent.document.title, fileName: data.document.fileName, html };
};

const went = async (office: Office, actor: Actor, own: OwnReferral, issue: string): Promise<Went> => {
  const copy = await office.referrals.copy(actor, own.ref, issue);
  if (copy) return { title: copy.title, fileName: copy.file_name, html: copy.html };
  const made = own.demonstration ? madeAgain(own, issue) : undefined;
  if (!made) throw notHere();
  return made;
};

/** What stands between the head and the foot of a page that stands by itself. */
const bodyOf = (html: string): string => /<main>([\s\S]*)<\/main>/.exec(html)?.[1] ?? html;

const types = {
  word: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', ending: 'docx' },
  pdf: { type: 'application/pdf', ending: 'pdf' },
} as const;

/** What a saved copy may be called: nothing in it can end the header it stands in. */
const safe = (name: string): string => name.replace(/[^\w.-]+/g, '-').slice(0, 100) || 'document';

const fileOf = async (html: string, as: keyof typeof types): Promise<Buffer> => {
  if (as === 'word') return toWord(html);
  const pdf = await toPdf(html);
  if (pdf === 'no-chromium') throw new Refused(404, 'There is no PDF here', howToPrint);
  return pdf;
};

const url = '/:programme/my-referrals/:ref/documents/:issue';
const issueIn = (request: FastifyRequest): string => (request.params as { issue: string }).issue;

const sendFile = async (office: Office, request: FastifyRequest, reply: FastifyReply, as: keyof typeof types) => {
  const { own, actor } = await ownReferral(office, request);
  const { html, fileName } = await went(office, actor, own, issueIn(request));
  const { type, ending } = types[as];
  return reply
    .type(type)
    .header('content-disposition', `attachment; filename="${safe(fileName)}.${ending}"`)
    .send(await fileOf(html, as));
};

export const sentDocumentRoutes = (office: Office): PortalRoute[] => [
  {
    method: 'GET',
    url,
    config: { access: forItsSender },
    async handler(request, reply) {
      const { own, actor } = await ownReferral(office, request);
      const { title, html } = await went(office, actor, own, issueIn(request));
      const at = `/${own.slug}/my-referrals/${own.ref}`;
      const frame = await outsideFrame(office, request, {
        title,
        place: 'my-referrals',
        of: { slug: own.slug, bundle: own.bundle },
        back: { href: at, words: 'Back to the referral' },
        document: true,
      });
      const howTo = (await hasChromium()) ? {} : { howTo: howToPrint };
      const content = createElement(DocumentPage, {
        body: bodyOf(html),
        at: `${at}/documents/${issueIn(request)}`,
        ...howTo,
      });
      return reply.type('text/html; charset=utf-8').send(renderPage(frame, content));
    },
  },
  {
    method: 'GET',
    url: `${url}/word`,
    config: { access: forItsSender },
    handler: async (request, reply) => sendFile(office, request, reply, 'word'),
  },
  {
    method: 'GET',
    url: `${url}/pdf`,
    config: { access: forItsSender },
    handler: async (request, reply) => sendFile(office, request, reply, 'pdf'),
  },
];
