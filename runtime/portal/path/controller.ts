import type { RouteOptions } from 'fastify';
import { createElement } from 'react';
import { navigationOf } from '../layout/navigation.js';
import { renderPage } from '../layout/render.js';
import { openProgramme, type Portal } from '../portal.js';
import { presentProblems } from '../problems/presenter.js';
import { Mistakes } from '../problems/view.js';
import { presentPath } from './presenter.js';
import { Path } from './view.js';

export const pathRoutes = (portal: Portal): RouteOptions[] => [
  {
    method: 'GET',
    url: '/:programme/path',
    async handler(request, reply) {
      const { programme } = request.params as { programme: string };
      const { slug, bundle, loaded } = openProgramme(portal, programme);
      const frame = {
        title: 'Path',
        where: bundle.programme.title,
        navigation: navigationOf(slug, bundle, { at: 'path' }),
        live: { href: `/live/${slug}`, edition: loaded.edition },
        wide: true,
      };
      const problems = presentProblems(loaded.problems, loaded.texts, loaded.stale);
      const page = renderPage(
        frame,
        createElement(Path, { path: presentPath(bundle, slug) }),
        createElement(Mistakes, { problems }),
      );
      return reply.type('text/html; charset=utf-8').send(page);
    },
  },
];
