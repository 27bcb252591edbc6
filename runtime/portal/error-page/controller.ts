import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { renderPage } from '../layout/render.js';
import { presentError } from './presenter.js';
import { ErrorPage } from './view.js';

/** Answers a fault with a page that a person can act on. Our own faults are printed for whoever runs the server. */
export const showError = (fault: unknown, _request: FastifyRequest, reply: FastifyReply): void => {
  const error = presentError(fault);
  if (error.status >= 500) console.error(fault);
  const page = renderPage({ title: error.heading }, createElement(ErrorPage, error));
  void reply.code(error.status).type('text/html; charset=utf-8').send(page);
};
