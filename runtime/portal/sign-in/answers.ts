/** What the pages of signing in send: pages, redirects, cookies. */
import type { FastifyReply } from 'fastify';
import type { ReactNode } from 'react';
import { createElement, Fragment } from 'react';
import { ErrorSummary, type Fault } from '../layout/error-summary.js';
import { fieldId } from '../layout/fields.js';
import type { Frame } from '../layout/layout.js';
import { renderPage } from '../layout/render.js';

/** Faults by field. `page` is one that is of no field. */
export type Faults = Partial<Record<string, string>>;

/** The faults of a form as the list at its head. */
export const faultList = (faults: Faults): Fault[] =>
  Object.entries(faults).flatMap(([name, message]) =>
    message === undefined ? [] : [name === 'page' ? { message } : { message, href: `#${fieldId(name)}` }],
  );

/** Sends a page; with faults it says so first, in its title and at its head. */
export const sendPage = (reply: FastifyReply, frame: Frame, content: ReactNode, faults: Faults = {}): FastifyReply => {
  const list = faultList(faults);
  const page = renderPage(
    { ...frame, ...(list.length > 0 ? { failed: true } : {}) },
    createElement(Fragment, null, createElement(ErrorSummary, { faults: list }), content),
  );
  return reply
    .code(list.length > 0 ? 422 : 200)
    .type('text/html; charset=utf-8')
    .send(page);
};

/** After a form was taken: on to another page. */
export const goTo = (reply: FastifyReply, address: string): FastifyReply =>
  reply.code(303).header('location', address).send();
