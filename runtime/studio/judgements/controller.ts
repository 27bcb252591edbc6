import type { FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import type { Fact } from '../../../engine/contract/index.js';
import { evaluate } from '../../../engine/index.js';
import { NotFound } from '../../portal/error-page/faults.js';
import { isKeptApart } from '../../portal/form/kept-apart.js';
import { QuestionForm } from '../../portal/form/question-form.js';
import { postedValues, type TypedValues, valuesShown } from '../../portal/form/typed-answers.js';
import { type FieldFault, fieldId } from '../../portal/form/validate-page.js';
import { renderPage } from '../../portal/layout/render.js';
import { localDay } from '../../portal/words/dates.js';
import { clauseInWords, factNamed, sentenceInWords } from '../../portal/words/names.js';
import { answerInWords } from '../../portal/words/values.js';
import type { Sent } from '../../server/bodies.js';
import { caseAddress } from '../addresses.js';
import { keptOnlyHere, navigationOf } from '../navigation.js';
import { presentProblems } from '../problems/presenter.js';
import { Mistakes } from '../problems/view.js';
import { type Here, openHere, type Studio } from '../studio.js';
import { recordedFor } from './in-force.js';
import { kindsRecorded, presentJudgements, type Recorded } from './presenter.js';
import { firstValues, type RecordForm, readRecord, recordForm } from './record-form.js';
import { Judgements, RecordPage } from './view.js';

const factToRecord = ({ opened }: Here, request: FastifyRequest): Fact => {
  const { fact: id } = request.params as { fact: string };
  const fact = factNamed(opened.bundle, id);
  if (!fact || fact.source === 'form' || fact.within)
    throw new NotFound('There is nothing of that name to record in this programme.');
  return fact;
};

const framed = ({ opened, draft }: Here, title: string, back: { href: string; words: string }, failed = false) => ({
  frame: {
    title,
    failed,
    where: opened.bundle.programme.title,
    navigation: navigationOf(opened.at, opened.bundle, { at: 'judgements' }, draft),
    back,
    live: opened.live,
    note: keptOnlyHere,
  },
  notices: createElement(Mistakes, {
    problems: presentProblems(opened.loaded.problems, opened.loaded.texts, opened.loaded.stale),
  }),
});

const listPage = (here: Here): string => {
  const { opened, draft, today } = here;
  const asOf = draft.asOf ?? today;
  const evaluation = evaluate(opened.loaded.bundle ?? opened.bundle, draft.events, { asOf });
  const judgements = presentJudgements(opened.bundle, draft, opened.at, evaluation, asOf);
  const { frame, notices } = framed(here, 'What people decide', {
    href: judgements.decision,
    words: 'Back to the decision',
  });
  return renderPage(frame, createElement(Judgements, { judgements }), notices);
};

/** Whoever records something does so today, whichever day is decided for. */
const inForceOf = ({ opened, draft, today }: Here, fact: string) =>
  recordedFor(opened.bundle, draft.events, fact, today).inForce;

const looksAt = (here: Here, fact: Fact) =>
  (fact.looksAt ?? []).flatMap((id) => {
    const seen = factNamed(here.opened.bundle, id);
    if (!seen) return [];
    const lines = answerInWords(here.opened.bundle, seen, inForceOf(here, id)?.values[id]);
    return [{ question: seen.ask, lines: lines.length > 0 ? lines : ['Not answered'] }];
  });

const recordPage = (here: Here, fact: Fact, record: RecordForm, typed: TypedValues, faults: FieldFault[]): string => {
  const { bundle, at } = here.opened;
  const base = `${caseAddress(at, here.draft)}/judgements`;
  const questions = renderToString(
    createElement(QuestionForm, {
      asked: record.asked,
      typed,
      faults,
      action: `${base}/${fact.id}`,
      button: 'Record it',
    }),
  );
  const presented = {
    heading: kindsRecorded[fact.source as Recorded].record,
    faults: faults.map(({ path, message }) => ({ message, href: `#${fieldId(path)}` })),
    looksAt: looksAt(here, fact),
    clauses: fact.origin.clauses.flatMap((id) => {
      const clause = bundle.clauses.find((one) => one.id === id);
      return clause ? [{ label: clauseInWords(bundle, id), says: sentenceInWords(bundle, clause.says) }] : [];
    }),
  };
  const { frame, notices } = framed(
    here,
    presented.heading,
    { href: base, words: 'Back to what people decide' },
    faults.length > 0,
  );
  return renderPage(frame, createElement(RecordPage, { record: presented, questions }), notices);
};

const typedBefore = (here: Here, fact: Fact, record: RecordForm): TypedValues => {
  const event = inForceOf(here, fact.id);
  if (!event || isKeptApart(here.opened.bundle)(fact)) return firstValues(record, here.today);
  const answers = {
    ...event.values,
    rubric_who: event.by.role,
    rubric_name: event.by.name ?? null,
    rubric_when: localDay(event.happened, here.opened.bundle.programme.timeZone),
    rubric_reason: event.reason ?? null,
  };
  return valuesShown(record.facts, record.facts, (one) => (answers as typeof event.values)[one.id]);
};

const takeRecord = async (studio: Studio, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
  const here = await openHere(studio, request);
  const fact = factToRecord(here, request);
  const record = recordForm(here.opened.bundle, fact, here.today);
  const { root } = (request.body ?? {}) as Sent;
  const typed = postedValues(record.facts, record.facts, root);
  const read = readRecord(record, fact, typed, { draft: here.draft, today: here.today, now: studio.now() });
  if ('faults' in read) {
    return reply.type('text/html; charset=utf-8').send(recordPage(here, fact, record, typed, read.faults));
  }
  await studio.drafts.save({ ...here.draft, events: [...here.draft.events, read.event] });
  return reply.redirect(`${caseAddress(here.opened.at, here.draft)}/judgements`, 303);
};

export const judgementRoutes = (studio: Studio): RouteOptions[] => [
  {
    method: 'GET',
    url: '/:definition/cases/:draft/judgements',
    async handler(request, reply) {
      return reply.type('text/html; charset=utf-8').send(listPage(await openHere(studio, request)));
    },
  },
  {
    method: 'GET',
    url: '/:definition/cases/:draft/judgements/:fact',
    async handler(request, reply) {
      const here = await openHere(studio, request);
      const fact = factToRecord(here, request);
      const record = recordForm(here.opened.bundle, fact, here.today);
      return reply
        .type('text/html; charset=utf-8')
        .send(recordPage(here, fact, record, typedBefore(here, fact, record), []));
    },
  },
  {
    method: 'POST',
    url: '/:definition/cases/:draft/judgements/:fact',
    handler: async (request, reply) => takeRecord(studio, request, reply),
  },
];
