import { createElement } from 'react';
import { access, type PortalRoute } from '../../server/access/access.js';
import { outsideFrame } from '../home/outside-frame.js';
import { renderPage } from '../layout/render.js';
import { bundleOf, type Office } from '../office.js';
import { presentProgramme } from './presenter.js';
import { ProgrammePage } from './view.js';

/** The public page of each programme, `/<programme>`. */
export const programmeRoutes = (office: Office): PortalRoute[] => [
  {
    method: 'GET',
    url: '/:programme',
    config: { access: access.anybody },
    async handler(request, reply) {
      const { programme: slug } = request.params as { programme: string };
      const bundle = bundleOf(office, slug);
      const frame = await outsideFrame(office, request, {
        title: bundle.programme.title,
        place: 'programme',
        of: { slug, bundle },
      });
      const content = createElement(ProgrammePage, { programme: presentProgramme(slug, bundle) });
      // The name of the programme is the title already.
      const { where: _where, ...around } = frame;
      return reply.type('text/html; charset=utf-8').send(renderPage(around, content));
    },
  },
];
