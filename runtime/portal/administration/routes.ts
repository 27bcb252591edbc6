import type { PortalRoute } from '../../server/access/access.js';
import { auditRoutes } from '../audit/controller.js';
import type { Office } from '../office.js';
import { peopleRoutes } from './people-controller.js';
import { workRoutes } from './work-controller.js';

/** Every page of whoever administers. */
export const administrationRoutes = (office: Office): PortalRoute[] => [
  ...workRoutes(office),
  ...peopleRoutes(office),
  ...auditRoutes(office),
];
