import type { RouteOptions } from 'fastify';
import { createElement } from 'react';
import type { Portal } from '../portal.js';
import { programmePage } from '../programme-page.js';
import { presentTrace } from './presenter.js';
import { Trace } from './view.js';

export const traceRoutes = (portal: Portal): RouteOptions[] => [
  programmePage(portal, {
    at: 'trace',
    title: 'Trace',
    wide: true,
    content: (bundle) => createElement(Trace, { trace: presentTrace(bundle) }),
  }),
];
