import type { FastifyInstance, onRequestAsyncHookHandler } from 'fastify';
import { documentData, evaluate } from '../../engine/index.js';
import type { Library } from '../definition/library.js';
import type { Evaluate } from '../studio/player/now-presenter.js';
import { playsInMemory } from '../studio/player/plays.js';
import { routes } from '../studio/routes.js';
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
}

/** Serves the studio's pages, and the stream that says when a file was saved, below `base`. */
export const mountStudio = async (
  app: FastifyInstance,
  options: StudioOptions,
  mayEnter?: onRequestAsyncHookHandler,
): Promise<void> => {
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
  await app.register(
    async (below) => {
      if (mayEnter) below.addHook('onRequest', mayEnter);
      streamChanges(below, library);
      for (const route of routes(studio)) below.route(route);
    },
    { prefix: base },
  );
};
