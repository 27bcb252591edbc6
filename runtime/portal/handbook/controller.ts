import type { RouteOptions } from 'fastify';
import { createElement } from 'react';
import type { Portal } from '../portal.js';
import { programmePage } from '../programme-page.js';
import { presentHandbook } from './presenter.js';
import { HandbookPage } from './view.js';

export const handbookRoutes = (portal: Portal): RouteOptions[] => [
  programmePage(portal, {
    at: 'handbook',
    title: 'Handbook',
    content: (bundle) => createElement(HandbookPage, { handbook: presentHandbook(bundle) }),
  }),
];
