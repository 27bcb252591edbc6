import { randomBytes } from 'node:crypto';

/** A key for one form as it is shown: what is sent with it twice is done once. */
export const newKey = (): string => randomBytes(18).toString('base64url');

/** Takes what a form sent as its key; gives it where it can be one, else a new one, so that nothing sent is lost. */
export const keySent = (sent: unknown): string =>
  typeof sent === 'string' && /^[A-Za-z0-9_-]{16,64}$/.test(sent) ? sent : newKey();
