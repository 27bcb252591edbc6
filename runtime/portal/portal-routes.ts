import type { PortalRoute } from '../server/access/access.js';
import { assessmentRoutes } from './assessment/controller.js';
import { guidelinesRoutes } from './guidelines/controller.js';
import { homeRoutes } from './home/controller.js';
import type { Office } from './office.js';
import { programmeRoutes } from './programme/controller.js';

/** One feature's pages. */
type Feature = (office: Office) => PortalRoute[];

/** Every page of the working portal. A new feature is one folder and one line here. */
const features: Feature[] = [homeRoutes, programmeRoutes, guidelinesRoutes, assessmentRoutes];

export const portalRoutes = (office: Office): PortalRoute[] => features.flatMap((feature) => feature(office));
