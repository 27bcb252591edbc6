import type { RouteOptions } from 'fastify';
import { createElement } from 'react';
import { navigationOf } from '../layout/navigation.js';
import { renderPage } from '../layout/render.js';
import { openProgramme, type Portal } from '../portal.js';
import { presentProblems } from '../problems/presenter.js';
import { Mistakes } from '../problems/view.js';
import { presentHandbook } from './presenter.js';
import { HandbookPage } from './view.js';

export const handbookRoutes = (portal: Portal): RouteOptions[] => [
  {
    method: 'GET',
    url: '/:programme/handbook',
    async handler(request, reply) {
      const { programme } = request.params as { programme: string };
      const { slug, bundle, loaded } = openProgramme(portal, programme);
      const frame = {
        title: 'Handbook',
        where: bundle.programme.title,
        navigation: navigationOf(slug, bundle, { at: 'handbook' }),
        live: { href: `/live/${slug}`, edition: loaded.edition },
      };
      const problems = presentProblems(loaded.problems, loaded.texts, loaded.stale);
      const page = renderPage(
        frame,
        createElement(HandbookPage, { handbook: presentHandbook(bundle) }),
        createElement(Mistakes, { problems }),
      );
      return reply.type('text/html; charset=utf-8').send(page);
    },
  },
];
