import type { RouteOptions } from 'fastify';
import { createElement } from 'react';
import { programmePage } from '../programme-page.js';
import type { Studio } from '../studio.js';
import { presentTrace } from './presenter.js';
import { Trace } from './view.js';

export const traceRoutes = (studio: Studio): RouteOptions[] => [
  programmePage(studio, {
    at: 'trace',
    title: 'Trace',
    wide: true,
    content: (bundle) => createElement(Trace, { trace: presentTrace(bundle) }),
  }),
];
