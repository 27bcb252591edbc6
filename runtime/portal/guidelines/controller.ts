import { createElement } from 'react';
import { access, type PortalRoute } from '../../server/access/access.js';
import { presentHandbook } from '../handbook/presenter.js';
import { HandbookPage } from '../handbook/view.js';
import { outsideFrame } from '../home/outside-frame.js';
import { renderPage } from '../layout/render.js';
import { bundleOf, type Office } from '../office.js';

/** The provider's guidelines, `/<programme>/guidelines`. */
export const guidelinesRoutes = (office: Office): PortalRoute[] => [
  {
    method: 'GET',
    url: '/:programme/guidelines',
    config: { access: access.anybody },
    async handler(request, reply) {
      const { programme: slug } = request.params as { programme: string };
      const bundle = bundleOf(office, slug);
      const frame = await outsideFrame(office, request, {
        title: 'Guidelines',
        place: 'guidelines',
        of: { slug, bundle },
      });
      const content = createElement(HandbookPage, { handbook: presentHandbook(bundle) });
      return reply.type('text/html; charset=utf-8').send(renderPage(frame, content));
    },
  },
];
