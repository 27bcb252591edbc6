/** Opens the store: brings the database up, its roles and tables to where they should be, and gives what keeps cases. */
import { caseStore } from './case-store.js';
import { type Connections, connect } from './connections.js';
import type { CaseStore, Project } from './contract.js';
import { type EmbeddedOptions, startEmbedded } from './embedded.js';
import { migrate } from './migrate.js';
import { asOwner, hasStore, makeRoles, type Reached, reachedBy } from './roles.js';

/** Cases and events, and the transactions and connections that other features keep their own things with. */
export interface Store extends CaseStore, Connections {}

export interface StoreOptions extends Whereabouts {
  /** The present instant, "2026-03-02T17:30:00Z". */
  now(): string;
  project: Project;
}
export interface Whereabouts {
  /** A folder of our own, in which a Postgres is made and kept. */
  dataFolder?: string;
  /** Any Postgres 15 or later; then nothing is started. */
  databaseUrl?: string;
  embedded?: EmbeddedOptions;
}

/** A Postgres that answers, with what stops it if it was started here. */
export interface Running {
  server: Reached;
  stop(): Promise<void>;
}

/** Throws a sentence where there is no database to be had. */
export const runDatabase = async ({ dataFolder, databaseUrl, embedded }: Whereabouts): Promise<Running> => {
  if (databaseUrl !== undefined) return { server: reachedBy(databaseUrl), stop: async () => {} };
  if (dataFolder === undefined) throw new Error('Name a data folder, or a Postgres in DATABASE_URL.');
  return startEmbedded(dataFolder, embedded);
};

/** The same for a store that is there already, which may be in use. Throws a sentence where there is none. */
export const runStore = async (where: Whereabouts): Promise<Running> => {
  const running = await runDatabase({ ...where, embedded: { ...where.embedded, use: 'beside' } });
  if (await hasStore(running.server)) return running;
  await running.stop();
  throw new Error('There is no store of Rubric in this database.');
};

/** The programmes that have cases in a store. */
export const programmesOf = async (where: Whereabouts): Promise<string[]> => {
  const { server, stop } = await runStore(where);
  try {
    return await asOwner(server, async (client) => {
      const { rows } = await client.query<{ programme: string }>(
        'select distinct programme from rubric.case_file order by programme',
      );
      return rows.map(({ programme }) => programme);
    });
  } finally {
    await stop();
  }
};

/** Takes where it is, the clock, and what works out how a case stands. Throws a sentence for a person where it cannot. */
export const openStore = async ({ now, project, ...where }: StoreOptions): Promise<Store> => {
  const running = await runDatabase(where);
  try {
    await makeRoles(running.server);
    await migrate(running.server);
  } catch (fault) {
    await running.stop();
    throw fault;
  }
  const connections = connect(running.server);
  return {
    ...caseStore(running.server, connections, { now, project }),
    ...connections,
    close: async () => {
      await connections.close();
      await running.stop();
    },
  };
};
