/** Who has signed in, for pages that are served below the portal and know nothing of it. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Frame } from './layout.js';

const visitors = new AsyncLocalStorage<Frame['visitor']>();

/** From here on, in whatever answers the same request, pages without anybody at their head have this person there. */
export const giveVisitor = (visitor: Frame['visitor']): void => visitors.enterWith(visitor);

/** Whoever was given; nobody where the pages are served by themselves. */
export const visitorHere = (): Frame['visitor'] => visitors.getStore();
