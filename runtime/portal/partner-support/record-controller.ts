/** What is recorded of one partner that the definition declares: happenings of hers, judgements, scores. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import type { CaseEvent, Fact, Happening } from '../../../engine/contract/index.js';
import { access, type PortalRoute } from '../../server/access/access.js';
import type { Sent } from '../../server/bodies.js';
import type { OpenCase } from '../../server/cases/contract.js';
import type { HerCase } from '../../server/partner-support/partner-support.js';
import { aboutHer, listOf } from '../../server/partner-support/partners.js';
import { changesBetween } from '../case/changes.js';
import { shownEvent } from '../case/event-words.js';
import { NotFound } from '../error-page/faults.js';
import { versionSent } from '../layout/form-start.js';
import { keySent, newKey } from '../layout/new-key.js';
import type { Office } from '../office.js';
import { readRecord, takenBack, typedIn } from '../record/read-record.js';
import {
  askedFor,
  firstTyped,
  presentRecord,
  type RecordPresenter,
  type Typed,
  typedOf,
} from '../record/record-presenter.js';
import { Record } from '../record/record-view.js';
import { mayBeRecordedBy, type Wanted } from '../record/wanted.js';
import { happeningInWords } from '../words/course.js';
import { localDay } from '../words/dates.js';
import { capital } from '../words/lists.js';
import { sentenceInWords } from '../words/names.js';
import { herAddress } from './addresses.js';
import { answerHers, herAt } from './her-page.js';
import { HersMark } from './hers-view.js';

const simple: readonly Fact['kind'][] = [
  'yes-no',
  'choice',
  'choices',
  'number',
  'date',
  'date-time',
  'text',
  'long-text',
];
/** Documents, forms and attempts to reach her have pages of their own. */
const elsewhere: readonly Happening['source'][] = ['form', 'message', 'report', 'any', 'contact'];

/** Whose it is stands in the address; what she is asked is asked here. */
const asHers = ({ about: _, ...happening }: Happening): Happening => ({
  ...happening,
  source: 'act',
  fields: happening.fields.map(({ hers: _hers, ...field }) => field),
});

const happeningsOf = ({ bundle }: OpenCase): Happening[] =>
  (bundle.course?.happenings ?? []).filter(
    ({ hers, anyOf, source, about }) =>
      hers && !anyOf && !elsewhere.includes(source) && (about === undefined || about === listOf(bundle)?.id),
  );
const factsOf = ({ bundle }: OpenCase): Fact[] =>
  bundle.facts.filter(
    ({ hers, within, kind, source }) => hers && within === undefined && simple.includes(kind) && source !== 'form',
  );

const wantedIn = (found: OpenCase, what: string): Wanted | undefined => {
  const happening = happeningsOf(found).find(({ id }) => id === what);
  const fact = factsOf(found).find(({ id }) => `fact.${id}` === what);
  const wanted: Wanted | undefined = happening
    ? { kind: 'happened', happening: asHers(happening) }
    : fact && { kind: 'fact', fact };
  return wanted && mayBeRecordedBy(found.bundle, wanted, found.actor.role) ? wanted : undefined;
};

/** Whether whoever looks has a page to record that on. */
export const hasRecordPage = ({ found }: HerCase, what: string): boolean => wantedIn(found, what) !== undefined;

/** The page that could have recorded something of hers, if whoever looks has it; details and attempts have pages of their own. */
export const wantedFor = ({ found }: HerCase, event: CaseEvent): Wanted | undefined => {
  if (event.kind === 'happened') return wantedIn(found, event.what ?? '');
  const [fact, ...more] = Object.keys(event.values);
  return fact !== undefined && more.length === 0 ? wantedIn(found, `fact.${fact}`) : undefined;
};

/** What whoever looks may record of her, as links. */
export const recordsOf = (her: HerCase): { words: string; href: string }[] => {
  const { found } = her;
  const link = (what: string, words: string) =>
    wantedIn(found, what) ? [{ words, href: `${herAddress(her)}/record/${what}` }] : [];
  return [
    // What shows a duty done is offered with the duty.
    ...happeningsOf(found)
      .filter(({ source }) => source !== 'duty')
      .flatMap(({ id }) => link(id, capital(happeningInWords(found.bundle, id)))),
    ...factsOf(found).flatMap(({ id, ask }) => link(`fact.${id}`, sentenceInWords(found.bundle, ask))),
  ];
};

type Shown = Partial<Pick<RecordPresenter, 'faults' | 'preview' | 'since' | 'refused'>> & { key: string; typed: Typed };

const answer = (
  office: Office,
  request: FastifyRequest,
  reply: FastifyReply,
  { her, ending, wanted, corrected }: Errand,
  shown: Shown,
): Promise<FastifyReply> => {
  const at = herAddress(her);
  const page = {
    ...presentRecord(her.found, wanted, {
      ...shown,
      action: `${at}${ending}`,
      ...(corrected && { corrects: shownOf(her, corrected), takeBack: true }),
    }),
    caption: corrected ? `Correct what was recorded of ${her.called}` : her.called,
    back: { href: at, words: 'Back to the partner' },
  };
  const status = shown.since || shown.refused !== undefined ? 409 : shown.faults?.length ? 422 : 200;
  const about = { title: 'Record something of hers', back: { href: at, words: 'Back to the partner' }, status };
  return answerHers(
    office,
    request,
    reply,
    her.found,
    { ...about, failed: status !== 200 },
    createElement('div', { className: 'rubric-support' }, createElement(HersMark), createElement(Record, { page })),
  );
};

interface Errand {
  her: HerCase;
  /** What stands after her address. */
  ending: string;
  wanted: Wanted;
  corrected?: CaseEvent;
}
const nothing = (): NotFound => new NotFound('There is no page at this address.');

/** Whom it is about is the page's. */
const shownOf = ({ found: { bundle } }: HerCase, { about: _, ...event }: CaseEvent) =>
  shownEvent(bundle, event, localDay(event.happened, bundle.programme.timeZone));

const errandAt = async (office: Office, request: FastifyRequest): Promise<Errand> => {
  const her = await herAt(office, request);
  const { what } = request.params as { what: string };
  const wanted = wantedIn(her.found, what);
  if (!wanted) throw nothing();
  return { her, ending: `/record/${what}`, wanted };
};

const correctionAt = async (office: Office, request: FastifyRequest): Promise<Errand & { corrected: CaseEvent }> => {
  const her = await herAt(office, request);
  const { event: id } = request.params as { event: string };
  const corrected = her.found.events.find((event) => event.id === id);
  const wanted = corrected && wantedFor(her, corrected);
  if (!corrected || !wanted) throw nothing();
  return { her, ending: `/corrections/${encodeURIComponent(id)}`, wanted, corrected };
};

const take = async (office: Office, request: FastifyRequest, reply: FastifyReply, errand: Errand) => {
  const { her, wanted, corrected } = errand;
  const sent = (request.body ?? {}) as Sent;
  const typed = typedIn(sent, askedFor(her.found, wanted));
  const key = keySent(sent.key);
  const read =
    sent.do === 'take-back' && corrected
      ? { event: takenBack(her.found, corrected, typed) }
      : readRecord(her.found, wanted, typed, corrected);
  if ('faults' in read) return answer(office, request, reply, errand, { key, typed, faults: read.faults });
  const event = { ...read.event, ...aboutHer(her.found.whole, her.partner.key) };
  if (sent.do === 'preview') {
    const after = office.cases.preview(her.found, [event]);
    const preview = changesBetween(her.found.bundle, her.found.evaluation, after);
    return answer(office, request, reply, errand, { key, typed, preview });
  }
  const expected = versionSent(sent.version) ?? her.found.stored.version;
  const done = await office.cases.record(her.found.actor, her.found.stored.ref, { key, expected, events: [event] });
  if (done?.kind === 'recorded') return reply.redirect(herAddress(her), 303);
  const now = { ...errand, her: await herAt(office, request) };
  if (done?.kind === 'refused') return answer(office, request, reply, now, { key, typed, refused: done.because });
  return answer(office, request, reply, now, { key, typed, since: [] });
};

/** The pages that record one thing of hers, and that correct what was recorded. */
export const herRecordRoutes = (office: Office): PortalRoute[] => [
  {
    method: 'GET',
    url: '/:programme/partner-support/:ref/:entry/record/:what',
    config: { access: access.caseSupporters },
    async handler(request, reply) {
      const errand = await errandAt(office, request);
      return answer(office, request, reply, errand, {
        key: newKey(),
        typed: firstTyped(errand.her.found, errand.wanted),
      });
    },
  },
  {
    method: 'POST',
    url: '/:programme/partner-support/:ref/:entry/record/:what',
    config: { access: access.caseSupporters },
    handler: async (request, reply) => take(office, request, reply, await errandAt(office, request)),
  },
  {
    method: 'GET',
    url: '/:programme/partner-support/:ref/:entry/corrections/:event',
    config: { access: access.caseSupporters },
    async handler(request, reply) {
      const errand = await correctionAt(office, request);
      const typed = typedOf(errand.her.found, errand.corrected, errand.wanted);
      return answer(office, request, reply, errand, { key: newKey(), typed });
    },
  },
  {
    method: 'POST',
    url: '/:programme/partner-support/:ref/:entry/corrections/:event',
    config: { access: access.caseSupporters },
    handler: async (request, reply) => take(office, request, reply, await correctionAt(office, request)),
  },
];
