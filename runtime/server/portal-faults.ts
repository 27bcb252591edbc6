/** What a fault of a request comes to: for the person a page, for whoever runs the server a line without anybody's words. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { NotFound } from '../portal/error-page/faults.js';
import { presentError } from '../portal/error-page/presenter.js';
import { ErrorPage } from '../portal/error-page/view.js';
import { renderPage } from '../portal/layout/render.js';
import type { ShowFault } from './app-basis.js';

/** Where in our own sources it was thrown: "runtime/server/x.js:12". */
const placesOf = (fault: unknown): string[] =>
  fault instanceof Error
    ? [...(fault.stack ?? '').matchAll(/\((?:file:\/\/)?([^()\s]+:\d+):\d+\)$/gm)]
        .map(([, place]) => place ?? '')
        .filter((place) => !place.includes('node_modules') && !place.startsWith('node:'))
        .map((place) => place.split('/').slice(-3).join('/'))
        .slice(0, 5)
    : [];

/**
 * Takes a fault of ours; gives its line: which route, what kind of fault, and where. A message may quote what somebody
 * typed, and an address names a case, so that neither is in it.
 */
export const lineOf = (fault: unknown, { method, route }: { method: string; route: string }, now: string): string => {
  const { name, code } = (fault ?? {}) as { name?: unknown; code?: unknown };
  const kind = typeof name === 'string' ? name : typeof fault;
  const named = typeof code === 'string' && /^\w{1,40}$/.test(code) ? ` ${code}` : '';
  const places = placesOf(fault);
  return `${now} ${method} ${route}: ${kind}${named}${places.length > 0 ? ` at ${places.join(', ')}` : ''}\n`;
};

/** Of what is not there, or not for whoever asks, nothing more is said: the page is the same to the last letter. */
const nothingThere = (): NotFound => new NotFound('There is no page at this address.');

/** Of a fault while something was being sent, the portal can say that what was saved before is kept for good. */
const advised = (error: ReturnType<typeof presentError>) =>
  error.status >= 500 ? { ...error, advice: 'Try again. What was saved before is kept.' } : error;

/** Answers faults of the portal. In the `studio` people are told more of what is not there. */
export const showFaults =
  ({ now, log }: { now: () => string; log: (line: string) => void }, studio = '/studio'): ShowFault =>
  (fault, request: FastifyRequest, reply: FastifyReply) => {
    const isStudio = request.url === studio || request.url.startsWith(`${studio}/`);
    const error = advised(presentError(fault instanceof NotFound && !isStudio ? nothingThere() : fault));
    const route = request.routeOptions?.url ?? 'no route';
    if (error.status >= 500) log(lineOf(fault, { method: request.method, route }, now()));
    const page = renderPage({ title: error.heading }, createElement(ErrorPage, error));
    void reply.code(error.status).type('text/html; charset=utf-8').send(page);
  };
