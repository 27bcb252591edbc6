import type { RouteOptions } from 'fastify';
import { createElement } from 'react';
import { navigationOf } from '../layout/navigation.js';
import { renderPage } from '../layout/render.js';
import { openProgramme, type Portal } from '../portal.js';
import { presentProblems } from '../problems/presenter.js';
import { Mistakes } from '../problems/view.js';
import { presentTrace } from './presenter.js';
import { Trace } from './view.js';

export const traceRoutes = (portal: Portal): RouteOptions[] => [
  {
    method: 'GET',
    url: '/:programme/trace',
    async handler(request, reply) {
      const { programme } = request.params as { programme: string };
      const { slug, bundle, loaded } = openProgramme(portal, programme);
      const frame = {
        title: 'Trace',
        where: bundle.programme.title,
        navigation: navigationOf(slug, bundle, { at: 'trace' }),
        live: { href: `/live/${slug}`, edition: loaded.edition },
        wide: true,
      };
      const problems = presentProblems(loaded.problems, loaded.texts, loaded.stale);
      const page = renderPage(
        frame,
        createElement(Trace, { trace: presentTrace(bundle) }),
        createElement(Mistakes, { problems }),
      );
      return reply.type('text/html; charset=utf-8').send(page);
    },
  },
];
