import type { FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import { createElement, type ReactNode } from 'react';
import { type CaseForm, formNamed, formOfCase } from '../../portal/form/case-form.js';
import { type Desk, inTheWay, showCheck, showQuestions, showTasks, takeQuestions } from '../../portal/form/desk.js';
import { isHersAlone } from '../../portal/form/kept-apart.js';
import { sendForm } from '../../portal/form/send-form.js';
import { StartPage } from '../../portal/form/task-list-view.js';
import { renderPage } from '../../portal/layout/render.js';
import { localDay } from '../../portal/words/dates.js';
import { statementsOn } from '../../portal/words/names.js';
import type { Sent } from '../../server/bodies.js';
import type { Draft } from '../../server/drafts.js';
import { caseAddress, formAddress, programmeAt } from '../addresses.js';
import { keptOnlyHere, navigationOf } from '../navigation.js';
import { presentProblems } from '../problems/presenter.js';
import { Mistakes } from '../problems/view.js';
import { type Opened, openCase, openProgramme, type Studio } from '../studio.js';

interface Params {
  definition: string;
  form: string;
  draft: string;
  page: string;
}

const openForm = async (studio: Studio, request: FastifyRequest): Promise<Desk> => {
  const { definition: programme, form, draft: id } = request.params as Params;
  const { opened, draft } = await openCase(studio, programme, id);
  const { bundle } = opened;
  const today = localDay(studio.now(), bundle.programme.timeZone);
  const { back } = request.query as { back?: unknown };
  const part = { bundle, form: formOfCase(bundle, draft.began, form), draft, today };
  return {
    part,
    way: { at: formAddress(opened.at, form, draft), toCheck: back === 'check' },
    back: { href: opened.at, words: 'Back to the definition' },
    decision: `${caseAddress(opened.at, draft)}/decision`,
    async keep(changed) {
      await studio.drafts.save(changed);
      return true;
    },
    around: (frame, content) => around(opened, part, frame, content),
  };
};

const html = (reply: FastifyReply, page: string): FastifyReply => reply.type('text/html; charset=utf-8').send(page);

const around = (
  { loaded, at, live, bundle }: Opened,
  { form, draft }: CaseForm,
  frame: Parameters<Desk['around']>[0],
  content: ReactNode,
): string => {
  const problems = presentProblems(loaded.problems, loaded.texts, loaded.stale);
  const whole = {
    ...frame,
    where: bundle.programme.title,
    navigation: navigationOf(at, bundle, { at: 'form', form: form.id }, draft),
    live,
    note: keptOnlyHere,
  };
  return renderPage(whole, content, createElement(Mistakes, { problems }));
};

const begin = async (studio: Studio, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
  const { definition: programme, form } = request.params as Params;
  formNamed(openProgramme(studio, programme).bundle, form);
  const draft: Draft = await studio.drafts.create(programme, form);
  return reply.redirect(formAddress(programmeAt(studio.base, programme), form, draft), 303);
};

const startPage = (studio: Studio, request: FastifyRequest): string => {
  const { definition: programme, form: id } = request.params as Params;
  const { bundle, at, live, loaded } = openProgramme(studio, programme);
  const form = formNamed(bundle, id);
  const frame = {
    title: form.title,
    where: bundle.programme.title,
    navigation: navigationOf(at, bundle, { at: 'form', form: form.id }),
    live,
  };
  const start = {
    title: form.title,
    says: statementsOn(bundle, form.id),
    headings: form.pages.map((page) => page.heading),
    action: formAddress(at, form.id),
  };
  const problems = presentProblems(loaded.problems, loaded.texts, loaded.stale);
  return renderPage(frame, createElement(StartPage, start), createElement(Mistakes, { problems }));
};

export const formRoutes = (studio: Studio): RouteOptions[] => [
  {
    method: 'GET',
    url: '/:definition/forms/:form',
    handler: async (request, reply) => html(reply, startPage(studio, request)),
  },
  {
    method: 'POST',
    url: '/:definition/forms/:form',
    handler: async (request, reply) => begin(studio, request, reply),
  },
  {
    method: 'GET',
    url: '/:definition/cases/:draft/forms/:form',
    handler: async (request, reply) => showTasks(await openForm(studio, request), reply),
  },
  {
    method: 'GET',
    url: '/:definition/cases/:draft/forms/:form/pages/:page',
    handler: async (request, reply) =>
      showQuestions(await openForm(studio, request), (request.params as Params).page, reply),
  },
  {
    method: 'POST',
    url: '/:definition/cases/:draft/forms/:form/pages/:page',
    handler: async (request, reply) =>
      takeQuestions(
        () => openForm(studio, request),
        (request.params as Params).page,
        (request.body ?? {}) as Sent,
        reply,
      ),
  },
  {
    method: 'GET',
    url: '/:definition/cases/:draft/forms/:form/check',
    handler: async (request, reply) => showCheck(await openForm(studio, request), reply),
  },
  {
    method: 'POST',
    url: '/:definition/cases/:draft/forms/:form/check',
    async handler(request, reply) {
      const desk = await openForm(studio, request);
      const faults = inTheWay(desk);
      if (faults.length > 0) return showCheck(desk, reply, { faults });
      await desk.keep(sendForm(desk.part, studio.now()));
      const { bundle, form } = desk.part;
      return reply.redirect(isHersAlone(bundle, form) ? desk.way.at : (desk.decision ?? desk.way.at), 303);
    },
  },
];
