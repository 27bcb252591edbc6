import type { RouteOptions } from 'fastify';
import { createElement } from 'react';
import { programmePage } from '../programme-page.js';
import type { Studio } from '../studio.js';
import { presentPath } from './presenter.js';
import { Path } from './view.js';

export const pathRoutes = (studio: Studio): RouteOptions[] => [
  programmePage(studio, {
    at: 'path',
    title: 'Path',
    wide: true,
    content: (bundle, at) => createElement(Path, { path: presentPath(bundle, at) }),
  }),
];
