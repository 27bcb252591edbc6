import { createServer } from 'node:net';

const isFree = (port: number, host: string): Promise<boolean> =>
  new Promise((resolve) => {
    const tried = createServer();
    tried.once('error', () => resolve(false));
    tried.listen(port, host, () => tried.close(() => resolve(true)));
  });

/**
 * Takes a port; gives it where no other program has it, else 0, which is any that is free, or undefined where it has to be
 * that one.
 */
export const freePort = async (port: number, orAny: boolean, host = '127.0.0.1'): Promise<number | undefined> => {
  if (port === 0 || (await isFree(port, host))) return port;
  return orAny ? 0 : undefined;
};
