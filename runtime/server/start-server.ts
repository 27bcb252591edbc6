import { evaluate } from '../../engine/index.js';
import { compile as compileTexts } from '../../generator/index.js';
import { openLibrary } from '../definition/library.js';
import type { Compile } from '../definition/load-definition.js';
import { buildApp } from './build-app.js';

const compilePlaying: Compile = (texts) => compileTexts(texts, { play: evaluate });

export interface ServerOptions {
  /** A definition, or a folder that holds some. */
  folder: string;
  /** 0 for any that is free. */
  port: number;
  /** Default: this machine only. */
  host?: string;
  now?: () => string;
  compile?: Compile;
  /** Where the stylesheet and the script lie, if not where the set-up puts them. */
  assets?: string;
}

const local = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Serves the definitions in `folder` until it is closed, and gives the address. Rejects where the folder cannot be
 * read or the port is taken.
 */
export const startServer = async (options: ServerOptions): Promise<{ url: string; close(): Promise<void> }> => {
  const { folder, port, host = '127.0.0.1', compile = compilePlaying, now, assets } = options;
  const library = await openLibrary(folder, compile);
  const onlyHere = local.includes(host) || host === '::1';
  const app = await buildApp({
    library,
    ...(now ? { now } : {}),
    ...(assets ? { assets } : {}),
    ...(onlyHere ? { hosts: local, mayWrite: true } : {}),
  });
  try {
    const url = await app.listen({ port, host });
    return {
      url,
      async close() {
        await app.close();
        await library.close();
      },
    };
  } catch (fault) {
    await library.close();
    throw fault;
  }
};
