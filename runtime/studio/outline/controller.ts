import type { RouteOptions } from 'fastify';
import { createElement } from 'react';
import type { Loaded } from '../../definition/load-definition.js';
import { renderPage } from '../../portal/layout/render.js';
import { liveAt, programmeAt } from '../addresses.js';
import { navigationOf } from '../navigation.js';
import { presentProblems } from '../problems/presenter.js';
import { Problems } from '../problems/view.js';
import { openDefinition, type Studio } from '../studio.js';
import { presentOutline } from './presenter.js';
import { NoOutline, Outline } from './view.js';

const outlinePage = (base: string, slug: string, { bundle, problems, texts, stale, edition }: Loaded): string => {
  const at = programmeAt(base, slug);
  const notices = createElement(Problems, { problems: presentProblems(problems, texts, stale) });
  const frame = {
    title: 'Definition',
    where: bundle?.programme.title ?? slug.replace(/-/g, ' '),
    navigation: navigationOf(at, bundle, { at: 'definition' }),
    live: { href: liveAt(base, slug), edition },
    wide: true,
  };
  const content = bundle
    ? createElement(Outline, { outline: presentOutline(bundle, at) })
    : createElement(NoOutline, { name: slug.replace(/-/g, ' ') });
  return renderPage(frame, content, notices);
};

export const outlineRoutes = (studio: Studio): RouteOptions[] => [
  {
    method: 'GET',
    url: '/:definition',
    async handler(request, reply) {
      const { definition: programme } = request.params as { definition: string };
      const { loaded } = openDefinition(studio, programme);
      return reply.type('text/html').send(outlinePage(studio.base, programme, loaded));
    },
  },
];
