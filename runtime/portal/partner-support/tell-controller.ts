/** What she may be told, word for word, to be read to her; and that she was told it. Nothing is sent from here. */
import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { type Document, herSideOf } from '../../../engine/index.js';
import { outOf, writersOf } from '../../documents/acts.js';
import { asIfOut, dataOf, pageFor } from '../../documents/fill.js';
import { renderBody } from '../../documents/render-document.js';
import { access, type PortalRoute } from '../../server/access/access.js';
import type { Sent } from '../../server/bodies.js';
import { isAmong } from '../../server/cases/may-record.js';
import type { HerCase } from '../../server/partner-support/partner-support.js';
import { aboutHer, only } from '../../server/partner-support/partners.js';
import type { Issue } from '../../server/store/document-store.js';
import { versionSent } from '../layout/form-start.js';
import { keySent, newKey } from '../layout/new-key.js';
import type { Office } from '../office.js';
import { herAddress } from './addresses.js';
import { cautionsNow } from './attempt-form.js';
import { answerHers, herAt } from './her-page.js';
import { type ForHer, Tell, type TellPresenter } from './tell-view.js';

/** Documents whose only recipient is she. */
const documentsFor = ({ found }: HerCase): Document[] => {
  const { isHer } = herSideOf(found.whole.people);
  return (found.whole.documents ?? []).filter(({ to }) => to.length > 0 && to.every(isHer));
};

const entryOf = ({ partner }: HerCase, { forEach }: Document): string =>
  forEach === undefined || partner.key === only ? '' : partner.key;

/** The case as if she were told now: what has gone out before stays as it was, and this is another. */
const asToldNow = (her: HerCase, document: Document) => {
  const { stored, now, actor } = her.found;
  const entry = entryOf(her, document);
  const by = { role: actor.role, name: actor.name };
  return { events: asIfOut(stored.events, document, { entry, at: now, by }), asked: { entry, asOf: now } };
};

const forHer = (her: HerCase, document: Document): ForHer => {
  const { whole, actor } = her.found;
  const { events, asked } = asToldNow(her, document);
  return {
    id: document.id,
    title: document.title,
    html: renderBody(whole, document, dataOf(whole, events, document, asked)),
    mayTell: isAmong(whole, actor.role, writersOf(whole, document)),
  };
};

/** What she wants decides whether anything is read to her. */
const notNow = ({ known }: HerCase, some: boolean): string | undefined => {
  const told = known.wishes.at(-1)?.said.told ?? 'not-asked';
  if (!some) return 'The programme’s rules declare nothing about him that she is told. Tell her nothing of him.';
  if (told === 'no') return 'She does not want to be told of his attendance and progress. Tell her nothing of him.';
  if (told === 'not-asked')
    return 'She has not been asked whether she wants to be told of his attendance and progress. Ask her, and record what she says, before you tell her anything of him.';
  return undefined;
};

interface Shown {
  key: string;
  changed?: boolean;
  refused?: string;
}
const answer = (
  office: Office,
  request: FastifyRequest,
  reply: FastifyReply,
  her: HerCase,
  { key, changed = false, refused }: Shown,
): Promise<FastifyReply> => {
  const declared = documentsFor(her);
  const not = notNow(her, declared.length > 0);
  const at = herAddress(her);
  const page: TellPresenter = {
    called: her.called,
    cautions: cautionsNow(her, office.now()),
    ...(not !== undefined && { not }),
    documents: not === undefined ? declared.map((each) => forHer(her, each)) : [],
    changed,
    ...(refused !== undefined && { refused }),
    action: `${at}/tell`,
    back: at,
    wishes: `${at}/wishes`,
    key,
    version: her.found.stored.version,
  };
  return answerHers(
    office,
    request,
    reply,
    her.found,
    {
      title: 'What you may tell her today',
      back: { href: at, words: 'Back to the partner' },
      document: true,
      status: changed || refused !== undefined ? 409 : 200,
    },
    createElement(Tell, { page }),
  );
};

const issueOf = (her: HerCase, document: Document): Issue => {
  const { whole, stored, now, actor } = her.found;
  const { events, asked } = asToldNow(her, document);
  const { html, data } = pageFor(whole, events, document, asked);
  return {
    id: randomBytes(12).toString('base64url'),
    programme: stored.programme,
    ref: stored.ref,
    document: document.id,
    entry: asked.entry,
    title: document.title,
    kind: document.kind,
    at: now,
    recipients: document.to,
    written: '',
    reviewed: '',
    issued: actor.name,
    file_name: data.document.fileName,
    html,
  };
};

const tell = async (office: Office, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
  const her = await herAt(office, request);
  const sent = (request.body ?? {}) as Sent;
  const key = keySent(sent.key);
  const declared = documentsFor(her);
  const document = declared.find(({ id }) => id === sent.document);
  // Her wishes may have changed since the page was opened.
  if (!document || notNow(her, true) !== undefined) return answer(office, request, reply, her, { key, changed: true });
  const { stored, now, whole, actor } = her.found;
  const done = await office.partnerSupport.told(actor, her, {
    key,
    expected: versionSent(sent.version) ?? stored.version,
    events: [
      {
        kind: 'happened',
        what: outOf(document),
        happened: now,
        learned: now,
        values: {},
        ...(document.forEach === undefined ? {} : aboutHer(whole, her.partner.key)),
      },
    ],
    issue: issueOf(her, document),
  });
  if (done?.kind === 'recorded') return reply.redirect(`${herAddress(her)}#told`, 303);
  const again = await herAt(office, request);
  return answer(office, request, reply, again, {
    key: newKey(),
    ...(done?.kind === 'refused' ? { refused: done.because } : { changed: true }),
  });
};

/** The page that is read to her, and the recording that it was. */
export const tellRoutes = (office: Office): PortalRoute[] => [
  {
    method: 'GET',
    url: '/:programme/partner-support/:ref/:entry/tell',
    config: { access: access.caseSupporters },
    async handler(request, reply) {
      return answer(office, request, reply, await herAt(office, request), { key: newKey() });
    },
  },
  {
    method: 'POST',
    url: '/:programme/partner-support/:ref/:entry/tell',
    config: { access: access.caseSupporters },
    handler: (request, reply) => tell(office, request, reply),
  },
];
