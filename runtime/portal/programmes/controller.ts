import type { RouteOptions } from 'fastify';
import { createElement } from 'react';
import { renderPage } from '../layout/render.js';
import type { Portal } from '../portal.js';
import { presentChoice } from './presenter.js';
import { Programmes } from './view.js';

export const programmeRoutes = (portal: Portal): RouteOptions[] => [
  {
    method: 'GET',
    url: '/',
    async handler(_request, reply) {
      const all = await portal.library.all();
      const choices = all.map(({ slug, definition }) => presentChoice(slug, definition.loaded()));
      return reply
        .type('text/html')
        .send(renderPage({ title: 'Choose a programme' }, createElement(Programmes, { choices })));
    },
  },
];
