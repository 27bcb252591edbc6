/** A page of what a definition says, of no case: it follows saved files and tells their mistakes. */
import type { RouteOptions } from 'fastify';
import { createElement, type ReactElement } from 'react';
import type { Bundle } from '../../engine/contract/index.js';
import { renderPage } from '../portal/layout/render.js';
import { navigationOf } from './navigation.js';
import { presentProblems } from './problems/presenter.js';
import { Mistakes } from './problems/view.js';
import { openProgramme, type Studio } from './studio.js';

interface ProgrammePage {
  /** Its place in the navigation, which ends its address. */
  at: 'handbook' | 'path' | 'trace';
  title: string;
  wide?: true;
  content: (bundle: Bundle, at: string) => ReactElement;
}

/** Takes a page; gives its route, `/<programme>/<at>`. */
export const programmePage = (studio: Studio, { at: place, title, wide, content }: ProgrammePage): RouteOptions => ({
  method: 'GET',
  url: `/:definition/${place}`,
  async handler(request, reply) {
    const { definition: programme } = request.params as { definition: string };
    const { at, live, bundle, loaded } = openProgramme(studio, programme);
    const frame = {
      title,
      where: bundle.programme.title,
      navigation: navigationOf(at, bundle, { at: place }),
      live,
      ...(wide && { wide }),
    };
    const problems = presentProblems(loaded.problems, loaded.texts, loaded.stale);
    const page = renderPage(frame, content(bundle, at), createElement(Mistakes, { problems }));
    return reply.type('text/html; charset=utf-8').send(page);
  },
});
