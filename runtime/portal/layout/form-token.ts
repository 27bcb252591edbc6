/** The token of the forms of the request being answered. */
import { AsyncLocalStorage } from 'node:async_hooks';

const tokens = new AsyncLocalStorage<string>();

/** From here on, in whatever answers the same request, forms carry this token. Called by what checks it. */
export const giveFormToken = (token: string): void => tokens.enterWith(token);

/** The token for the forms of the page being made; none where nobody has signed in. */
export const formToken = (): string | undefined => tokens.getStore();
