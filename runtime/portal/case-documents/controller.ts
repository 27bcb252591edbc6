import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement, type ReactElement } from 'react';
import { offeredReasons } from '../../../engine/index.js';
import { hasChromium } from '../../documents/chromium.js';
import { asIfWritten, dataOf } from '../../documents/fill.js';
import { howToPrint } from '../../documents/how-to-print.js';
import { renderBody } from '../../documents/render-document.js';
import { access, type PortalRoute } from '../../server/access/access.js';
import type { OpenCase } from '../../server/cases/contract.js';
import type { Done, OpenPaper, Saved } from '../../server/post/papers.js';
import type { Side } from '../../server/store/document-store.js';
import { presentHead } from '../case/case-presenter.js';
import { NotFound } from '../error-page/faults.js';
import type { Fault } from '../layout/error-summary.js';
import type { Frame } from '../layout/layout.js';
import { newKey } from '../layout/new-key.js';
import { renderPage } from '../layout/render.js';
import { staffFrame } from '../layout/staff-frame.js';
import { type Handler, routesFor } from '../layout/staff-routes.js';
import { caseAt, type Office } from '../office.js';
import { hersNote } from '../partner-support/her-page.js';
import { entriesOf } from '../words/entries.js';
import { documentAddress, documentsAddress, issueAddress } from './addresses.js';
import { bodyOfPage, type FileKind, sendFile, underAHeading } from './files.js';
import { IssuedDocument } from './issued-view.js';
import { presentDocuments, presentIssue } from './list-presenter.js';
import { CaseDocuments } from './list-view.js';
import { nothingToAnswer } from './nothing-to-answer.js';
import { releaseNote, takeReleaseBack } from './releases.js';
import { readWriting, type WriteSent } from './write-form.js';
import { type Again, presentWriting, type WritePresenter } from './write-presenter.js';
import { Writing } from './write-view.js';

const nothing = (): NotFound => new NotFound('There is no page at this address.');

/** A document that an address names, and where its entry stands among those of the case. */
interface Here {
  open: OpenPaper;
  number: number;
  of: string;
}

const openHere = async (office: Office, request: FastifyRequest): Promise<Here> => {
  const found = await caseAt(office, request);
  const { document: id } = request.params as { document: string };
  const { for: asked } = request.query as { for?: unknown };
  const document = found.bundle.documents?.find((one) => one.id === id);
  if (!document) throw nothing();
  const number = document.forEach === undefined ? 0 : Number(asked ?? 1);
  const entry = document.forEach && entriesOf(found.bundle, found.events, document.forEach)[number - 1];
  const open = await office.desk.papers.open(found, id, entry ? entry.id : '');
  if (!open) throw nothing();
  return { open, number, of: entry ? entry.words : '' };
};

/** What it would read like, with what is typed and not yet on record. */
const previewOf = ({ found, document, entry, recipients, paper }: OpenPaper, again: Again) => {
  const texts = { ...paper?.texts, ...again.texts };
  const by = { role: found.actor.role, name: found.actor.name };
  const isOpen = !paper || paper.state === 'writing';
  const has = Object.keys(texts).length > 0 && isOpen;
  const at = found.now;
  const events = has ? asIfWritten(found.stored.events, document, texts, { entry, at, by }) : found.stored.events;
  const to = recipients.length === document.to.length ? undefined : recipients[0];
  const data = dataOf(found.whole, events, document, { entry, asOf: at, ...(to === undefined ? {} : { to }) });
  return { data, body: underAHeading(renderBody(found.whole, document, data)) };
};

const offeredIn = ({ found, document }: OpenPaper): string[] =>
  document.headings.some(({ asks }) => asks?.offers === 'reasons')
    ? offeredReasons(found.whole, found.stored.events, found.now).map(({ words }) => words)
    : [];

interface Shown {
  status?: number;
  faults?: Fault[];
  /** What has to be written and is not, by its heading. */
  lacking?: string[];
  again?: Again;
  key?: string;
}

const frameOf = async (office: Office, request: FastifyRequest, found: OpenCase, side: Side, more: Partial<Frame>) =>
  staffFrame(office, request, found.actor, {
    title: 'Documents',
    at: side === 'hers' ? 'partner-support' : 'cases',
    document: true,
    ...(side === 'hers' && { note: hersNote }),
    ...more,
  });

const headOf = (found: OpenCase, side: Side) => (side === 'hers' ? undefined : presentHead(found, 'documents'));

/** A page of hers stands within the edge that marks her side. */
const onSide = (side: Side, content: ReactElement): ReactElement =>
  side === 'hers' ? createElement('div', { className: 'rubric-support' }, content) : content;

const lackingFault = ({ parts }: WritePresenter, what: string): Fault => {
  const part = parts.find(({ heading, prompt }) => (heading || prompt) === what);
  const box = part?.boxes[0] ?? part?.rows[0]?.boxes[0];
  return { message: `This has to be written first: ${what}`, ...(box && { href: `#${box.id}` }) };
};

const writePage = async (
  office: Office,
  request: FastifyRequest,
  reply: FastifyReply,
  { open, number, of }: Here,
  { status = 200, faults: others = [], lacking = [], again = {}, key = newKey() }: Shown = {},
): Promise<FastifyReply> => {
  const { found, document, side } = open;
  const { data, body } = previewOf(open, again);
  const stands = (id: string): boolean => data.headings[id]?.stands === true;
  const page = presentWriting(open, { number, of, offered: offeredIn(open), stands }, again);
  const faults = [...others, ...lacking.map((what) => lackingFault(page, what))];
  const frame = await frameOf(office, request, found, side, {
    title: `${document.title}: ${found.stored.name}`,
    back: { href: page.back, words: 'Documents' },
    failed: faults.length > 0,
  });
  const content = createElement(Writing, { page, keyed: key, faults, head: headOf(found, side), body });
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .send(renderPage(frame, onSide(side, content)));
};

const bothFaults = (saved: Extract<Saved, { kind: 'both' }>): Fault[] =>
  saved.both.map(({ name, by }) => ({
    message: `${by} wrote at the same place at the same time. Nothing of either is lost: look at both, and save again.`,
    href: `#text-${name}`,
  }));

const closed: Fault = { message: 'It was handed in meanwhile, so it cannot be changed. What you typed is still here.' };

const doneFaults = (done: Exclude<Done, { kind: 'done' | 'lacking' }>): Fault[] => {
  switch (done.kind) {
    case 'refused':
      return [{ message: done.because }];
    case 'changed':
      return [
        {
          message:
            'What it is filled from has changed since it was looked at, so it waits to be looked at once more before it goes out.',
        },
      ];
    case 'overtaken':
      return [{ message: 'Somebody else was faster: this is how it stands now.' }];
  }
};

const withReason = ({ open }: Here, sent: WriteSent): WriteSent => {
  const words = sent.put && offeredIn(open)[sent.put.place];
  if (!sent.put || words === undefined) return sent;
  const { heading } = sent.put;
  const before = sent.typed.texts[heading]?.trimEnd() ?? '';
  const texts = { ...sent.typed.texts, [heading]: before === '' ? words : `${before}\n\n${words}` };
  return { ...sent, does: 'save', typed: { ...sent.typed, texts } };
};

const actsOn = (office: Office, open: OpenPaper, { does, key, note, heading }: WriteSent): Promise<Done> => {
  const { papers } = office.desk;
  switch (does) {
    case 'submit':
      return papers.submit(open, key);
    case 'approve':
      return papers.approve(open, key);
    case 'send-back':
      return papers.sendBack(open, note);
    case 'take-back':
      return papers.takeBack(open);
    case 'issue':
      return papers.issue(open, key);
    case 'take-release-back':
      return takeReleaseBack(office, open, { key, heading, note });
    default:
      return Promise.resolve({ kind: 'done' });
  }
};

/** Why nothing of what was sent is done, if there is a reason that the page itself gives. */
const refusedHere = ({ found, document }: OpenPaper, { does, note, heading }: WriteSent): Fault | undefined => {
  const unasked = nothingToAnswer(found, document);
  if (unasked !== undefined) return { message: unasked };
  return does === 'take-release-back' && note === ''
    ? { message: 'Enter why the release is taken back', href: `#${releaseNote(heading)}` }
    : undefined;
};

/** Answers a script that keeps what is typed: with the version to go on from, and a sentence. */
const keptAnswer = (reply: FastifyReply, saved: Saved): FastifyReply => {
  const says =
    saved.kind === 'saved'
      ? 'Kept just now.'
      : saved.kind === 'both'
        ? 'Somebody else wrote at the same place. Save, to see both.'
        : 'It was handed in meanwhile, so it cannot be changed.';
  const version = saved.kind === 'saved' ? { version: saved.version } : {};
  return reply.type('application/json; charset=utf-8').send({ says, ...version });
};

const post = async (office: Office, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
  const here = await openHere(office, request);
  const { open } = here;
  const sent = withReason(here, readWriting(open, request.body));
  const refused = refusedHere(open, sent);
  if (refused && sent.does !== 'keep')
    return writePage(office, request, reply, here, {
      status: 422,
      faults: [refused],
      again: { texts: sent.typed.texts },
    });
  if (refused) return reply.code(422).send({ says: refused.message });
  const choosesTo = sent.does === 'issue' && sent.typed.recipients !== undefined;
  const types = sent.does === 'save' || sent.does === 'keep' || sent.does === 'submit' || choosesTo;
  const saved = types ? await office.desk.papers.save(open, sent.typed) : undefined;
  if (sent.does === 'keep' && saved) return keptAnswer(reply, saved);
  if (saved?.kind === 'both')
    return writePage(office, request, reply, await openHere(office, request), {
      status: 409,
      faults: bothFaults(saved),
      again: { texts: sent.typed.texts, both: saved.both },
    });
  const now = saved ? await openHere(office, request) : here;
  if (saved?.kind === 'closed')
    return writePage(office, request, reply, now, {
      status: 409,
      faults: [closed],
      again: { texts: sent.typed.texts },
    });
  const address = documentAddress(open.found, open.side, open.document.id, here.number);
  const done = await actsOn(office, now.open, sent);
  if (done.kind === 'done')
    return reply.redirect(done.issue === undefined ? address : issueAddress(open.found, open.side, done.issue), 303);
  const status = done.kind === 'lacking' || done.kind === 'refused' ? 422 : 409;
  const wrong = done.kind === 'lacking' ? { lacking: done.what } : { faults: doneFaults(done) };
  return writePage(office, request, reply, await openHere(office, request), { status, ...wrong });
};

const issueHere = async (office: Office, request: FastifyRequest, side: Side) => {
  const found = await caseAt(office, request);
  const { issue: id } = request.params as { issue: string };
  const issue = await office.desk.papers.issued(found, side, id);
  const isSeen = issue && found.bundle.documents?.some((one) => one.id === issue.document);
  if (!issue || !isSeen) throw nothing();
  return { found, issue };
};

const list =
  (side: Side): Handler =>
  async (office, request, reply) => {
    const found = await caseAt(office, request);
    const { papers, issues } = await office.desk.ofCase(found, side);
    const page = presentDocuments(found, side, { papers, issues, prints: await hasChromium() });
    const frame = await frameOf(office, request, found, side, {
      title: `Documents: ${found.stored.name}`,
      back:
        side === 'hers'
          ? { href: `/${found.stored.programme}/partner-support/${found.stored.ref}`, words: 'Partner support' }
          : { href: `/${found.stored.programme}/cases`, words: 'Cases' },
    });
    const content = createElement(CaseDocuments, { page, head: headOf(found, side), name: found.stored.name });
    return reply.type('text/html; charset=utf-8').send(renderPage(frame, onSide(side, content)));
  };

const issued =
  (side: Side): Handler =>
  async (office, request, reply) => {
    const { found, issue } = await issueHere(office, request, side);
    const prints = await hasChromium();
    const frame = await frameOf(office, request, found, side, {
      title: issue.title,
      back: { href: documentsAddress(found, side), words: 'Documents' },
    });
    const content = createElement(IssuedDocument, {
      issue: presentIssue(found, side, issue, { prints }),
      body: bodyOfPage(issue.html),
      print: prints ? '' : howToPrint,
    });
    return reply.type('text/html; charset=utf-8').send(renderPage(frame, onSide(side, content)));
  };

const file =
  (side: Side, as: FileKind): Handler =>
  async (office, request, reply) => {
    const { issue } = await issueHere(office, request, side);
    return sendFile(reply, as, { html: issue.html, fileName: issue.file_name });
  };

const accessOf = { his: access.caseInside, hers: access.caseSupporters } as const;
const baseOf = { his: '/:programme/cases/:ref/documents', hers: '/:programme/partner-support/:ref/documents' } as const;

/** The documents of a case, of one side: what is written to her is served with what else is hers, and nowhere else. */
const pagesOf = (office: Office, side: Side): PortalRoute[] => {
  const base = baseOf[side];
  return routesFor(accessOf[side], office, [
    ['GET', base, list(side)],
    [
      'GET',
      `${base}/:document`,
      async (_, request, reply) => writePage(office, request, reply, await openHere(office, request)),
    ],
    ['POST', `${base}/:document`, post],
    ['GET', `${base}/issued/:issue`, issued(side)],
    ['GET', `${base}/issued/:issue/word`, file(side, 'word')],
    ['GET', `${base}/issued/:issue/pdf`, file(side, 'pdf')],
  ]);
};

export const caseDocumentsRoutes = (office: Office): PortalRoute[] => [
  ...pagesOf(office, 'his'),
  ...pagesOf(office, 'hers'),
];
