import type { FastifyInstance, FastifyRequest } from 'fastify';
import { documentData, evaluate } from '../../engine/index.js';
import type { Library } from '../definition/library.js';
import { giveVisitor } from '../portal/layout/visitor-here.js';
import type { Evaluate } from '../studio/player/now-presenter.js';
import { playsInMemory } from '../studio/player/plays.js';
import { routes } from '../studio/routes.js';
import type { Access } from './access/access.js';
import { type Drafts, draftsInMemory } from './drafts.js';
import { streamChanges } from './live.js';

export interface StudioOptions {
  library: Library;
  now: () => string;
  /** What its addresses begin with: '' where it is all that is served, or, say, '/studio'. */
  base?: string;
  drafts?: Drafts;
  /** Whether scenarios may be saved beside the definitions. Default: no. */
  mayWrite?: boolean;
  /** What works a played case out, if not the engine. */
  evaluate?: Evaluate;
  /** What fills documents in, if not the engine. */
  documentData?: typeof documentData;
  /** Who has signed in, where it is served within the portal: stands at the head of each page, with a way back. */
  visitor?(request: FastifyRequest): Promise<{ name: string } | undefined>;
}

/** Whoever works with a programme, in whatever role, or administers one; invented cases and definitions are all there is. */
export const studioAccess = {
  for: 'inside',
  expects: { nobody: 'sign-in', referrer: 'not-found', staff: 'yes', supporter: 'yes', administrator: 'yes' },
} as const satisfies Access;

const backToWork = { href: '/sign-in/on', words: 'Back to work' };

/** Serves the studio's pages, and the stream that says when a file was saved, below `base`. Without `access`: for anybody. */
export const mountStudio = async (app: FastifyInstance, options: StudioOptions, access?: Access): Promise<void> => {
  const { library, now, base = '' } = options;
  const studio = {
    base,
    library,
    now,
    drafts: options.drafts ?? draftsInMemory(),
    plays: playsInMemory(),
    evaluate: options.evaluate ?? evaluate,
    documentData: options.documentData ?? documentData,
    mayWrite: options.mayWrite ?? false,
  };
  const config = access ? { access } : {};
  const { visitor } = options;
  await app.register(
    async (below) => {
      if (visitor)
        below.addHook('preHandler', (request, _reply, done) => {
          visitor(request).then((found) => {
            giveVisitor(found && { name: found.name, to: backToWork });
            done();
          }, done);
        });
      streamChanges(below, library, config);
      for (const route of routes(studio)) below.route({ ...route, config: { ...route.config, ...config } });
    },
    { prefix: base },
  );
};
