import type { RouteOptions } from 'fastify';
import { createElement } from 'react';
import { renderPage } from '../../portal/layout/render.js';
import type { Studio } from '../studio.js';
import { presentChoice } from './presenter.js';
import { Programmes } from './view.js';

export const programmeRoutes = (studio: Studio): RouteOptions[] => [
  {
    method: 'GET',
    url: '/',
    async handler(_request, reply) {
      const all = await studio.library.all();
      const choices = all.map(({ slug, definition }) => presentChoice(slug, definition.loaded(), studio.base));
      return reply
        .type('text/html')
        .send(renderPage({ title: 'Choose a programme' }, createElement(Programmes, { choices })));
    },
  },
];
