import type { RouteOptions } from 'fastify';
import { decisionRoutes } from './decision/controller.js';
import { documentRoutes } from './documents/controller.js';
import { formRoutes } from './form/controller.js';
import { handbookRoutes } from './handbook/controller.js';
import { judgementRoutes } from './judgements/controller.js';
import { outlineRoutes } from './outline/controller.js';
import { pathRoutes } from './path/controller.js';
import { playChangeRoutes } from './player/change-controller.js';
import { playRoutes } from './player/controller.js';
import type { Portal } from './portal.js';
import { programmeRoutes } from './programmes/controller.js';
import { traceRoutes } from './trace/controller.js';

/** Every page of the portal. A new page is one folder and one line here. */
export const routes = (portal: Portal): RouteOptions[] => [
  ...programmeRoutes(portal),
  ...outlineRoutes(portal),
  ...handbookRoutes(portal),
  ...pathRoutes(portal),
  ...traceRoutes(portal),
  ...playRoutes(portal),
  ...playChangeRoutes(portal),
  ...documentRoutes(portal),
  ...formRoutes(portal),
  ...judgementRoutes(portal),
  ...decisionRoutes(portal),
];
