/** The portal over the invented programme with a course, worked out by a planted evaluation. */
import type { FastifyInstance } from 'fastify';
import type { Bundle, CaseEvent, Evaluation } from '../../../engine/contract/index.js';
import type { Library } from '../../../runtime/definition/library.js';
import { appForTests, post } from '../server/app-for-tests.js';
import { courseBundle, courseEvaluation } from './course-by-hand.js';

export const libraryOf = (bundle: Bundle, folder = ''): Library => {
  const definition = {
    folder,
    loaded: () => ({ bundle, problems: [], texts: [], stale: false, edition: 1 }),
    subscribe: () => () => undefined,
    close: async () => undefined,
  };
  return {
    folder,
    all: async () => [{ slug: 'example', definition }],
    find: (slug) => (slug === 'example' ? definition : undefined),
    close: async () => undefined,
  };
};

/** As the case by hand stands, on whatever day; with an incident the state is suspended. */
export const planted = (_bundle: Bundle, events: readonly CaseEvent[], { asOf }: { asOf: string }): Evaluation => ({
  ...courseEvaluation,
  asOf,
  ...(events.some(({ what }) => what === 'incident') ? { state: 'suspended' as const } : {}),
});

export const playerApp = (folder = '', mayWrite = false): Promise<FastifyInstance> =>
  appForTests({ library: libraryOf(courseBundle, folder), evaluate: planted, mayWrite });

/** Begins an empty case; gives its address. */
export const beginPlay = async (app: FastifyInstance): Promise<string> =>
  String((await post(app, '/example/play', { empty: 'yes' })).headers.location);
