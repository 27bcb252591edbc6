import cookie from '@fastify/cookie';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { markAsDemonstration } from '../portal/layout/demonstration.js';
import type { Office } from '../portal/office.js';
import { portalRoutes } from '../portal/portal-routes.js';
import { SignInFirst } from './access/faults.js';
import { appBasis, type BasisOptions } from './app-basis.js';
import { mountStudio, studioAccess } from './mount-studio.js';
import { pageFiles } from './page-files.js';
import { showFaults } from './portal-faults.js';

/** Answers a fault by sending whoever asked to sign in. */
type SendToSignIn = (fault: unknown, request: FastifyRequest, reply: FastifyReply) => Promise<void>;

export interface PortalOptions extends BasisOptions {
  office: Office;
  /**
   * Puts in what lets people in, checks their forms and puts on record what they do; before any route is added. `open`:
   * routes that are nobody's. Gives what answers `SignInFirst`.
   */
  guardAccess(app: FastifyInstance, open: readonly string[]): SendToSignIn;
  /** Everything in the store is invented, and every page says so. */
  demonstration?: boolean;
  /** Whether scenarios may be saved beside the definitions from the studio. */
  mayWrite?: boolean;
  /** Where a fault of ours is told, a line each. Default: to stderr. */
  log?: (line: string) => void;
}

/** The working portal with the studio below it, as a Fastify app that listens nowhere yet. */
export const buildPortal = async ({ office, guardAccess, ...options }: PortalOptions): Promise<FastifyInstance> => {
  const log = options.log ?? ((line: string) => process.stderr.write(line));
  const showFault = showFaults({ now: office.now, log });
  let sendToSignIn: SendToSignIn | undefined;
  const app = await appBasis(options, (fault, request, reply) => {
    // Not awaited: whoever answers from here sends by itself.
    if (fault instanceof SignInFirst && sendToSignIn) void sendToSignIn(fault, request, reply);
    else showFault(fault, request, reply);
  });
  await app.register(cookie);
  if (options.demonstration)
    app.addHook('onRequest', (_request, _reply, done) => {
      markAsDemonstration();
      done();
    });
  sendToSignIn = guardAccess(app, pageFiles);
  for (const route of portalRoutes(office)) app.route(route);
  const { library, now } = office;
  const studio = { library, now, base: '/studio', mayWrite: options.mayWrite ?? false };
  await mountStudio(app, { ...studio, visitor: office.signedIn }, studioAccess);
  return app;
};
