import type { PortalRoute } from '../../server/access/access.js';
import type { Office } from '../office.js';
import { signInRoutes } from './controller.js';
import { invitationRoutes } from './invitation-controller.js';
import { roleRoutes } from './role-controller.js';
import { setUpRoutes } from './set-up-controller.js';

/** Every page by which somebody comes in, or says how. */
export const peopleRoutes = (office: Office): PortalRoute[] => [
  ...signInRoutes(office),
  ...invitationRoutes(office),
  ...roleRoutes(office),
  ...setUpRoutes(office),
];
