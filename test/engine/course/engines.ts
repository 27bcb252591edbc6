/** Engines that look at more, or at less, than the engine does wherever anything happens. */
import { vi } from 'vitest';
import type { evaluate } from '../../../engine/index.js';

const module = '../../../engine/course/reach.js';
const all = { everything: true, sessions: true, happenings: new Set() };
const none = { everything: false, sessions: false, happenings: new Set() };
const engineWith = async (planted: object): Promise<typeof evaluate> => {
  vi.resetModules();
  vi.doMock(module, async (original) => ({ ...(await original<object>()), ...planted }));
  const { evaluate: made } = await import('../../../engine/index.js');
  vi.doUnmock(module);
  vi.resetModules();
  return made;
};

/** The engine that leaves nothing alone. */
export const thoroughEngine = (): Promise<typeof evaluate> =>
  engineWith({
    changesOf: () => ({ get: () => all }),
    reachOf: () => ({ happenings: new Set(), sessions: 'any', duties: [], always: true }),
  });
/** The engine that forgets what rules and duties read. */
export const forgetfulEngine = (): Promise<typeof evaluate> =>
  engineWith({
    changesOf: () => ({ get: () => none }),
    reachOf: () => ({ happenings: new Set(), sessions: 'none', duties: [], always: false }),
  });
