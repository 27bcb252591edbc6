import type { FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import { createElement, type ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import type { Page } from '../../../engine/contract/index.js';
import { type CaseForm, formNamed, formOfCase, pageNamed } from '../../portal/form/case-form.js';
import { faultsBeforeSending, presentCheck } from '../../portal/form/check-presenter.js';
import { Check } from '../../portal/form/check-view.js';
import { isHersAlone } from '../../portal/form/kept-apart.js';
import { addressAfter, presentPage, type Way } from '../../portal/form/page-presenter.js';
import { FormPage, type PagePresenter } from '../../portal/form/page-view.js';
import { QuestionPage } from '../../portal/form/question-page.js';
import { savePage } from '../../portal/form/save-page.js';
import { sendForm } from '../../portal/form/send-form.js';
import { presentTaskList } from '../../portal/form/task-list-presenter.js';
import { StartPage, TaskList } from '../../portal/form/task-list-view.js';
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
  programme: string;
  form: string;
  draft: string;
  page: string;
}
interface Here {
  opened: Opened;
  part: CaseForm;
  way: Way;
}

const openForm = async (studio: Studio, request: FastifyRequest): Promise<Here> => {
  const { programme, form, draft: id } = request.params as Params;
  const { opened, draft } = await openCase(studio, programme, id);
  const { bundle } = opened;
  const today = localDay(studio.now(), bundle.programme.timeZone);
  const { back } = request.query as { back?: unknown };
  return {
    opened,
    part: { bundle, form: formOfCase(bundle, draft.began, form), draft, today },
    way: { at: formAddress(opened.at, form, draft), toCheck: back === 'check' },
  };
};

const decisionOf = ({ opened, part }: Here): string => `${caseAddress(opened.at, part.draft)}/decision`;

const html = (reply: FastifyReply, page: string, status = 200): FastifyReply =>
  reply.code(status).type('text/html; charset=utf-8').send(page);

const shown = (
  { opened, part }: Here,
  title: string,
  back: { href: string; words: string },
  content: ReactNode,
  { failed = false, ...more }: { failed?: boolean; script?: 'questions' } = {},
): string => {
  const { loaded, at, live, bundle } = opened;
  const problems = presentProblems(loaded.problems, loaded.texts, loaded.stale);
  const frame = {
    title,
    failed,
    where: bundle.programme.title,
    navigation: navigationOf(at, bundle, { at: 'form', form: part.form.id }, part.draft),
    back,
    live,
    note: keptOnlyHere,
    ...more,
  };
  return renderPage(frame, content, createElement(Mistakes, { problems }));
};

const showPage = (here: Here, page: PagePresenter): string => {
  const list = here.way.at;
  const back = here.way.toCheck
    ? { href: `${list}/check`, words: 'Back to your answers' }
    : { href: list, words: 'Back to the list of pages' };
  const questions = page.empty ? '' : renderToString(createElement(QuestionPage, { part: page.part }));
  const failed = page.faults.length > 0;
  const content = createElement(FormPage, { page, questions });
  return shown(here, page.heading, back, content, { failed, script: 'questions' });
};

const showCheck = (here: Here, trying: boolean): { page: string; faults: number } => {
  const { part, way } = here;
  const faults = trying ? faultsBeforeSending(part, way.at) : [];
  const content = createElement(Check, { check: presentCheck(part, way.at), faults });
  const back = { href: way.at, words: 'Back to the list of pages' };
  return {
    page: shown(here, 'Check your answers', back, content, { failed: faults.length > 0 }),
    faults: faults.length,
  };
};

const moreToAsk = 'Because of what you answered, there are further questions on this page.';

/** Saves a page and says where to go on, or shows it again. */
const takePage = async (
  studio: Studio,
  here: Here,
  page: Page,
  sent: Sent,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const result = savePage(here.part, page, here.way, sent);
  await studio.drafts.save(result.draft);
  const after: Here = { ...here, part: { ...here.part, draft: result.draft } };
  const same = `${here.way.at}/pages/${page.id}`;
  const query = here.way.toCheck ? '?back=check' : '';
  if (result.kind === 'faults') return reply.redirect(`${same}${query}`, 303);
  if (result.kind === 'edited') return reply.redirect(`${same}${query}#root_${result.field}`, 303);
  if (result.kind === 'more-to-ask')
    return html(reply, showPage(after, presentPage(after.part, page, here.way, [moreToAsk])));
  return reply.redirect(addressAfter(after.part, page, here.way), 303);
};

const begin = async (studio: Studio, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
  const { programme, form } = request.params as Params;
  formNamed(openProgramme(studio, programme).bundle, form);
  const draft: Draft = await studio.drafts.create(programme, form);
  return reply.redirect(formAddress(programmeAt(studio.base, programme), form, draft), 303);
};

const startPage = (studio: Studio, request: FastifyRequest): string => {
  const { programme, form: id } = request.params as Params;
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
    url: '/:programme/forms/:form',
    handler: async (request, reply) => html(reply, startPage(studio, request)),
  },
  {
    method: 'POST',
    url: '/:programme/forms/:form',
    handler: async (request, reply) => begin(studio, request, reply),
  },
  {
    method: 'GET',
    url: '/:programme/cases/:draft/forms/:form',
    async handler(request, reply) {
      const here = await openForm(studio, request);
      const list = presentTaskList(here.part, here.way.at, decisionOf(here));
      const back = { href: here.opened.at, words: 'Back to the definition' };
      return html(reply, shown(here, list.title, back, createElement(TaskList, { list })));
    },
  },
  {
    method: 'GET',
    url: '/:programme/cases/:draft/forms/:form/pages/:page',
    async handler(request, reply) {
      const here = await openForm(studio, request);
      const page = pageNamed(here.part.form, (request.params as Params).page);
      return html(reply, showPage(here, presentPage(here.part, page, here.way)));
    },
  },
  {
    method: 'POST',
    url: '/:programme/cases/:draft/forms/:form/pages/:page',
    async handler(request, reply) {
      const here = await openForm(studio, request);
      const page = pageNamed(here.part.form, (request.params as Params).page);
      return takePage(studio, here, page, (request.body ?? {}) as Sent, reply);
    },
  },
  {
    method: 'GET',
    url: '/:programme/cases/:draft/forms/:form/check',
    async handler(request, reply) {
      return html(reply, showCheck(await openForm(studio, request), false).page);
    },
  },
  {
    method: 'POST',
    url: '/:programme/cases/:draft/forms/:form/check',
    async handler(request, reply) {
      const here = await openForm(studio, request);
      const { page, faults } = showCheck(here, true);
      if (faults > 0) return html(reply, page);
      await studio.drafts.save(sendForm(here.part, studio.now()));
      const { bundle, form } = here.part;
      const after = isHersAlone(bundle, form) ? here.way.at : decisionOf(here);
      return reply.redirect(after, 303);
    },
  },
];
