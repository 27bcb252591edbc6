import type { RouteOptions } from 'fastify';
import { createElement } from 'react';
import type { Portal } from '../portal.js';
import { programmePage } from '../programme-page.js';
import { presentPath } from './presenter.js';
import { Path } from './view.js';

export const pathRoutes = (portal: Portal): RouteOptions[] => [
  programmePage(portal, {
    at: 'path',
    title: 'Path',
    wide: true,
    content: (bundle, slug) => createElement(Path, { path: presentPath(bundle, slug) }),
  }),
];
