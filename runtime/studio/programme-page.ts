/** A page of what a definition says, of no case: it follows saved files and tells their mistakes. */
import type { RouteOptions } from 'fastify';
import { createElement, type ReactElement } from 'react';
import type { Bundle } from '../../engine/contract/index.js';
import { navigationOf } from '../portal/layout/navigation.js';
import { renderPage } from '../portal/layout/render.js';
import { presentProblems } from './problems/presenter.js';
import { Mistakes } from './problems/view.js';
import { openProgramme, type Studio } from './studio.js';

interface ProgrammePage {
  /** Its place in the navigation, which ends its address. */
  at: 'handbook' | 'path' | 'trace';
  title: string;
  wide?: true;
  content: (bundle: Bundle, slug: string) => ReactElement;
}

/** Takes a page; gives its route, `/<programme>/<at>`. */
export const programmePage = (studio: Studio, { at, title, wide, content }: ProgrammePage): RouteOptions => ({
  method: 'GET',
  url: `/:programme/${at}`,
  async handler(request, reply) {
    const { programme } = request.params as { programme: string };
    const { slug, bundle, loaded } = openProgramme(studio, programme);
    const frame = {
      title,
      where: bundle.programme.title,
      navigation: navigationOf(slug, bundle, { at }),
      live: { href: `/live/${slug}`, edition: loaded.edition },
      ...(wide && { wide }),
    };
    const problems = presentProblems(loaded.problems, loaded.texts, loaded.stale);
    const page = renderPage(frame, content(bundle, slug), createElement(Mistakes, { problems }));
    return reply.type('text/html; charset=utf-8').send(page);
  },
});
