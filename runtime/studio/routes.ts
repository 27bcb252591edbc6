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
import { programmeRoutes } from './programmes/controller.js';
import type { Studio } from './studio.js';
import { traceRoutes } from './trace/controller.js';

/** Every page of the studio. A new page is one folder and one line here. */
export const routes = (studio: Studio): RouteOptions[] => [
  ...programmeRoutes(studio),
  ...outlineRoutes(studio),
  ...handbookRoutes(studio),
  ...pathRoutes(studio),
  ...traceRoutes(studio),
  ...playRoutes(studio),
  ...playChangeRoutes(studio),
  ...documentRoutes(studio),
  ...formRoutes(studio),
  ...judgementRoutes(studio),
  ...decisionRoutes(studio),
];
