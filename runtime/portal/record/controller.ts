import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import type { CaseEvent } from '../../../engine/contract/index.js';
import { access, type PortalRoute } from '../../server/access/access.js';
import type { Sent } from '../../server/bodies.js';
import type { OpenCase, Recorded } from '../../server/cases/contract.js';
import { mayLieAhead } from '../../server/cases/may-record.js';
import { isAhead } from '../../server/cases/refusal.js';
import type { Version } from '../../server/store/contract.js';
import { caseAddress } from '../case/addresses.js';
import { changesBetween } from '../case/changes.js';
import { shownEvent } from '../case/event-words.js';
import { NotFound } from '../error-page/faults.js';
import { versionSent } from '../layout/form-start.js';
import { keySent, newKey } from '../layout/new-key.js';
import { renderPage } from '../layout/render.js';
import { staffFrame } from '../layout/staff-frame.js';
import { type Handler, routesFor } from '../layout/staff-routes.js';
import { caseAt, type Office } from '../office.js';
import { tieToSender } from '../referring/told-sender.js';
import { nameOf } from '../referring/who-it-is.js';
import { dayInWords, localDay } from '../words/dates.js';
import { readRecord, takenBack, typedIn } from './read-record.js';
import { askedFor, firstTyped, presentRecord, type RecordPresenter, type Typed, typedOf } from './record-presenter.js';
import { Record } from './record-view.js';
import { mayBeRecordedBy, type Wanted, wantedFor, wantedOf } from './wanted.js';

/** What a page is for: something new, or something in place of what was recorded. */
interface Errand {
  found: OpenCase;
  wanted: Wanted;
  corrected?: CaseEvent;
}

const nothing = (): NotFound => new NotFound('There is nothing of that name that you can record in this case.');

const errandAt = async (office: Office, request: FastifyRequest): Promise<Errand> => {
  const found = await caseAt(office, request);
  const { what } = request.params as { what: string };
  const { about } = request.query as { about?: string };
  const wanted = wantedOf(found, what, typeof about === 'string' ? about : undefined);
  if (!wanted || !mayBeRecordedBy(found.bundle, wanted, found.actor.role)) throw nothing();
  return { found, wanted };
};

const correctionAt = async (office: Office, request: FastifyRequest): Promise<Errand & { corrected: CaseEvent }> => {
  const found = await caseAt(office, request);
  const { event } = request.params as { event: string };
  const corrected = found.events.find(({ id }) => id === event);
  const wanted = corrected && wantedFor(found, corrected);
  if (!corrected || !wanted || !mayBeRecordedBy(found.bundle, wanted, found.actor.role)) throw nothing();
  return { found, wanted, corrected };
};

const shownOf = ({ bundle }: OpenCase, event: CaseEvent) =>
  shownEvent(bundle, event, localDay(event.happened, bundle.programme.timeZone));

type Shown = Partial<Pick<RecordPresenter, 'faults' | 'preview' | 'previewFrom' | 'since' | 'refused'>> & {
  key: string;
  typed: Typed;
};

const answer = async (
  office: Office,
  request: FastifyRequest,
  reply: FastifyReply,
  { found, wanted, corrected }: Errand,
  shown: Shown,
): Promise<FastifyReply> => {
  const page = presentRecord(found, wanted, {
    ...shown,
    ...(corrected && {
      corrects: shownOf(found, corrected),
      action: `${caseAddress(found)}/corrections/${corrected.id}`,
      takeBack: true,
    }),
  });
  const frame = await staffFrame(office, request, found.actor, {
    title: page.title,
    at: 'cases',
    back: { href: page.back.href, words: found.stored.name },
    failed: page.faults.length > 0 || page.refused !== undefined,
  });
  const status = shown.since || shown.refused !== undefined ? 409 : shown.faults?.length ? 422 : 200;
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .send(renderPage(frame, createElement(Record, { page })));
};

/** What was recorded of him since a version was seen. */
const eventsSince = (found: OpenCase, seen: Version | undefined): RecordPresenter['since'] => {
  const more = found.stored.version.his - (seen?.his ?? found.stored.version.his);
  return found.events.slice(Math.max(0, found.events.length - more)).map((event) => shownOf(found, event));
};

/** What something would change: now, or from the day on which it begins, against how the case would stand then without it. */
const previewed = (
  { cases }: Office,
  found: OpenCase,
  event: Recorded,
): Pick<RecordPresenter, 'preview' | 'previewFrom'> => {
  const { bundle, now, evaluation } = found;
  const day = localDay(event.happened, bundle.programme.timeZone);
  if (!mayLieAhead(event) || !isAhead(event, now, bundle.programme.timeZone))
    return { preview: changesBetween(bundle, evaluation, cases.preview(found, [event])) };
  const after = cases.preview(found, [event], day);
  return { preview: changesBetween(bundle, cases.asOf(found, day), after), previewFrom: dayInWords(day) };
};

const take = async (office: Office, request: FastifyRequest, reply: FastifyReply, errand: Errand) => {
  const { found, wanted, corrected } = errand;
  const sent = (request.body ?? {}) as Sent;
  const typed = typedIn(sent, askedFor(found, wanted));
  const key = keySent(sent.key);
  const back = (shown: Omit<Shown, 'key' | 'typed'>, on: Errand = errand) =>
    answer(office, request, reply, on, { key, typed, ...shown });
  const isTakenBack = sent.do === 'take-back' && corrected !== undefined;
  const read = isTakenBack
    ? { event: takenBack(found, corrected, typed) }
    : readRecord(found, wanted, typed, corrected);
  if ('faults' in read) return back({ faults: read.faults });
  if (sent.do === 'preview') return back(previewed(office, found, read.event));
  const expected = versionSent(sent.version) ?? found.stored.version;
  const done = await office.cases.record(found.actor, found.stored.ref, { key, expected, events: [read.event] });
  if (!done) throw nothing();
  if (done.kind === 'recorded') {
    // Whoever is called otherwise now is found under that name.
    const name = wanted.kind === 'fact' ? nameOf(found.bundle, read.event.values) : undefined;
    if (name !== undefined) await office.store.describe(found.actor, found.stored.ref, { name });
    if (wanted.kind === 'fact')
      await tieToSender(office, found.actor, found.stored.ref, {
        bundle: found.bundle,
        role: wanted.fact.about,
        values: read.event.values,
      });
  }
  if (done.kind === 'recorded') return reply.redirect(`${caseAddress(found)}#timeline`, 303);
  const now = { ...errand, found: done.case };
  if (done.kind === 'refused') return back({ refused: done.because }, now);
  return back({ since: eventsSince(done.case, expected) ?? [] }, now);
};

const show: Handler = async (office, request, reply) => {
  const errand = await errandAt(office, request);
  const { about } = request.query as { about?: string };
  const typed = firstTyped(errand.found, errand.wanted, about);
  return answer(office, request, reply, errand, { key: newKey(), typed });
};

const showCorrection: Handler = async (office, request, reply) => {
  const errand = await correctionAt(office, request);
  const typed = typedOf(errand.found, errand.corrected, errand.wanted);
  return answer(office, request, reply, errand, { key: newKey(), typed });
};

const ofCase = '/:programme/cases/:ref';

/** The pages that record: one for each kind of thing, and one that corrects what was recorded. */
export const recordRoutes = (office: Office): PortalRoute[] =>
  routesFor(access.caseInside, office, [
    ['GET', `${ofCase}/record/:what`, show],
    [
      'POST',
      `${ofCase}/record/:what`,
      async (_, request, reply) => take(office, request, reply, await errandAt(office, request)),
    ],
    ['GET', `${ofCase}/corrections/:event`, showCorrection],
    [
      'POST',
      `${ofCase}/corrections/:event`,
      async (_, request, reply) => take(office, request, reply, await correctionAt(office, request)),
    ],
  ]);
