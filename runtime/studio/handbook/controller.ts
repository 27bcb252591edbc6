import type { RouteOptions } from 'fastify';
import { createElement } from 'react';
import { presentHandbook } from '../../portal/handbook/presenter.js';
import { HandbookPage } from '../../portal/handbook/view.js';
import { programmePage } from '../programme-page.js';
import type { Studio } from '../studio.js';

export const handbookRoutes = (studio: Studio): RouteOptions[] => [
  programmePage(studio, {
    at: 'handbook',
    title: 'Handbook',
    content: (bundle) => createElement(HandbookPage, { handbook: presentHandbook(bundle) }),
  }),
];
