import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runDatabase } from '../../../runtime/server/store/open-store.js';

/** A Postgres of its own for a test file, by its address; several processes can use it. */
export const databaseForTests = async (): Promise<{ url: string; stop(): Promise<void> }> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'rubric-post-'));
  const running = await runDatabase({ dataFolder: path.join(folder, 'data') });
  const { user, password, host, port, database } = running.server;
  return {
    url: `postgres://${user}:${encodeURIComponent(password)}@${host}:${port}/${database}`,
    stop: async () => {
      await running.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
