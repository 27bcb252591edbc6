/** Whether everything that the request being answered can reach is invented: then every page says so. */
import { AsyncLocalStorage } from 'node:async_hooks';

const inventions = new AsyncLocalStorage<boolean>();

/** From here on, in whatever answers the same request. Called for every request of a server that shows invented cases. */
export const markAsDemonstration = (): void => inventions.enterWith(true);

export const isDemonstration = (): boolean => inventions.getStore() ?? false;
