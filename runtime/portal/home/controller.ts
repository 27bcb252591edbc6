import { createElement } from 'react';
import { access, type PortalRoute } from '../../server/access/access.js';
import { renderPage } from '../layout/render.js';
import type { Office } from '../office.js';
import { outsideFrame } from './outside-frame.js';
import { presentCard } from './presenter.js';
import { Home } from './view.js';

/** The first page, `/`. */
export const homeRoutes = (office: Office): PortalRoute[] => [
  {
    method: 'GET',
    url: '/',
    config: { access: access.anybody },
    async handler(request, reply) {
      const all = await office.library.all();
      const person = await office.signedIn(request);
      const cards = all.flatMap(({ slug, definition }) => {
        const { bundle } = definition.loaded();
        return bundle ? [presentCard(slug, bundle, person)] : [];
      });
      const frame = await outsideFrame(office, request, { title: 'Programmes', place: 'home' });
      const content = createElement(Home, { cards, ...(person && { signedInAs: person.name || person.email }) });
      return reply.type('text/html; charset=utf-8').send(renderPage(frame, content));
    },
  },
];
