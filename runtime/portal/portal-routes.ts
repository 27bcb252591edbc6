import type { PortalRoute } from '../server/access/access.js';
import { administrationRoutes } from './administration/routes.js';
import { assessmentRoutes } from './assessment/controller.js';
import { caseRoutes } from './case/controller.js';
import { caseDocumentsRoutes } from './case-documents/controller.js';
import { casesRoutes } from './cases/controller.js';
import { groupChangeRoutes } from './groups/change-controller.js';
import { groupRoutes } from './groups/controller.js';
import { guidelinesRoutes } from './guidelines/controller.js';
import { handOverRoutes } from './hand-over/controller.js';
import { homeRoutes } from './home/controller.js';
import { messagesRoutes } from './messages/controller.js';
import { myReferralsRoutes } from './my-referrals/controller.js';
import { noteRoutes } from './notes/controller.js';
import type { Office } from './office.js';
import { partnerSupportRoutes } from './partner-support/controller.js';
import { programmeRoutes } from './programme/controller.js';
import { recordRoutes } from './record/controller.js';
import { referringRoutes } from './referring/controller.js';
import { takenReferralRoutes } from './referring/staff-controller.js';
import { catchUpRoutes } from './register/catch-ups-controller.js';
import { registerRoutes } from './register/controller.js';
import { releasesRoutes } from './releases/controller.js';
import { reportsRoutes } from './reports/controller.js';
import { peopleRoutes } from './sign-in/routes.js';
import { todayRoutes } from './today/controller.js';
import { versionRoutes } from './versions/controller.js';

/** One feature's pages. */
type Feature = (office: Office) => PortalRoute[];

/** Every page of the working portal. A new feature is one folder and one line here. */
const features: Feature[] = [
  homeRoutes,
  programmeRoutes,
  guidelinesRoutes,
  referringRoutes,
  takenReferralRoutes,
  myReferralsRoutes,
  assessmentRoutes,
  caseRoutes,
  caseDocumentsRoutes,
  casesRoutes,
  recordRoutes,
  noteRoutes,
  versionRoutes,
  groupRoutes,
  groupChangeRoutes,
  registerRoutes,
  catchUpRoutes,
  todayRoutes,
  handOverRoutes,
  partnerSupportRoutes,
  peopleRoutes,
  administrationRoutes,
  reportsRoutes,
  releasesRoutes,
  messagesRoutes,
];

export const portalRoutes = (office: Office): PortalRoute[] => features.flatMap((feature) => feature(office));
