/** Where a form is filled in: its list of pages, its pages, the check of its answers; whoever keeps the draft. */
import type { FastifyReply } from 'fastify';
import { createElement, type ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import type { Sent } from '../../server/bodies.js';
import type { Draft } from '../../server/drafts.js';
import type { Fault } from '../layout/error-summary.js';
import type { Frame } from '../layout/layout.js';
import { type CaseForm, pageNamed } from './case-form.js';
import { faultsBeforeSending, presentCheck } from './check-presenter.js';
import { type AsItIs, Check } from './check-view.js';
import { addressAfter, presentPage, type Way } from './page-presenter.js';
import { FormPage, type PagePresenter } from './page-view.js';
import { QuestionPage } from './question-page.js';
import { savePage } from './save-page.js';
import { presentTaskList } from './task-list-presenter.js';
import { TaskList } from './task-list-view.js';

/** A form on somebody's desk. */
export interface Desk {
  part: CaseForm;
  way: Way;
  /** Where the list of pages leads back to. */
  back: NonNullable<Frame['back']>;
  /** Where it is decided, for those who may see that. */
  decision?: string;
  /** Gives whether it was kept: no, where it was changed from elsewhere since it was opened. */
  keep(draft: Draft): Promise<boolean>;
  /** A page around its content. */
  around(frame: Pick<Frame, 'title' | 'back' | 'failed' | 'script'>, content: ReactNode): Promise<string> | string;
}

const html = (reply: FastifyReply, page: string): FastifyReply => reply.type('text/html; charset=utf-8').send(page);

/** The pages of the form, each with how far it is. */
export const showTasks = async (desk: Desk, reply: FastifyReply): Promise<FastifyReply> => {
  const list = presentTaskList(desk.part, desk.way.at, desk.decision);
  return html(reply, await desk.around({ title: list.title, back: desk.back }, createElement(TaskList, { list })));
};

const pageOf = async (desk: Desk, page: PagePresenter): Promise<string> => {
  const { at, toCheck } = desk.way;
  const back = toCheck
    ? { href: `${at}/check`, words: 'Back to your answers' }
    : { href: at, words: 'Back to the list of pages' };
  const questions = page.empty ? '' : renderToString(createElement(QuestionPage, { part: page.part }));
  const frame = { title: page.heading, back, failed: page.faults.length > 0, script: 'questions' } as const;
  return desk.around(frame, createElement(FormPage, { page, questions }));
};

/** One page of questions. Throws `NotFound` where the form has no such page. */
export const showQuestions = async (desk: Desk, page: string, reply: FastifyReply): Promise<FastifyReply> =>
  html(reply, await pageOf(desk, presentPage(desk.part, pageNamed(desk.part.form, page), desk.way)));

const moreToAsk = 'Because of what you answered, there are further questions on this page.';
/** How often somebody else may have saved another page of it in the meantime. */
const mostTries = 5;

/**
 * Takes a page as it was sent: keeps what was typed, and says where to go on or shows it again. `open` gives the desk as
 * it stands; it is asked again where another page was saved meanwhile, so that neither is lost.
 */
export const takeQuestions = async (
  open: () => Promise<Desk>,
  name: string,
  sent: Sent,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  for (let tries = 1; ; tries += 1) {
    const desk = await open();
    const page = pageNamed(desk.part.form, name);
    const result = savePage(desk.part, page, desk.way, sent);
    if (!(await desk.keep(result.draft)) && tries < mostTries) continue;
    const part = { ...desk.part, draft: result.draft };
    const same = `${desk.way.at}/pages/${page.id}${desk.way.toCheck ? '?back=check' : ''}`;
    if (result.kind === 'faults') return reply.redirect(same, 303);
    if (result.kind === 'edited') return reply.redirect(`${same}#root_${result.field}`, 303);
    if (result.kind === 'saved') return reply.redirect(addressAfter(part, page, desk.way), 303);
    return html(reply, await pageOf({ ...desk, part }, presentPage(part, page, desk.way, [moreToAsk])));
  }
};

/** All answers before they are sent, with what stands in the way of that. `asItIs`: it can be sent without the rest. */
export const showCheck = async (
  desk: Desk,
  reply: FastifyReply,
  { faults = [], asItIs, words }: { faults?: Fault[]; asItIs?: AsItIs; words?: string } = {},
): Promise<FastifyReply> => {
  const { part, way } = desk;
  const content = createElement(Check, {
    check: presentCheck(part, way.at),
    faults,
    ...(asItIs && { asItIs }),
    ...(words !== undefined && { words }),
  });
  const back = { href: way.at, words: 'Back to the list of pages' };
  return html(reply, await desk.around({ title: 'Check your answers', back, failed: faults.length > 0 }, content));
};

/** What stands in the way of sending it; nothing where all that must be answered is. */
export const inTheWay = ({ part, way }: Desk): Fault[] => faultsBeforeSending(part, way.at);
