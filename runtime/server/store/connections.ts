/** The connections of a server: of each role its own, and within each transaction the viewpoint that it is for. */
import { createHash } from 'node:crypto';
import {
  CompiledQuery,
  Kysely,
  PostgresDialect,
  PostgresDriver,
  type PostgresPool,
  type PostgresPoolClient,
} from 'kysely';
import pg from 'pg';
import type { Viewpoint } from './contract.js';
import { asLogin, type Login, type Reached } from './roles.js';

export interface Connections {
  /** One transaction with the viewpoint told to the database; all that is done in it is kept, or nothing. */
  within<T>(view: Viewpoint, work: (db: Kysely<unknown>) => Promise<T>): Promise<T>;
  /** The connections of a library that has a schema of its own. */
  pool(of: 'auth' | 'worker'): pg.Pool;
  close(): Promise<void>;
}

/** Takes how the database is reached, and of how many connections each role may have. */
export const connect = (server: Reached, most = 20): Connections => {
  const pools = new Map<Login, pg.Pool>();
  const pool = (login: Login): pg.Pool => {
    const made = pools.get(login) ?? poolOf(server, login, most);
    pools.set(login, made);
    return made;
  };
  const kept = new Map<Login, Kysely<unknown>>();
  const kysely = (login: Login): Kysely<unknown> => {
    const made = kept.get(login) ?? new Kysely<unknown>({ dialect: new ToldAtOnce({ pool: planning(pool(login)) }) });
    kept.set(login, made);
    return made;
  };
  return {
    within: (view, work) =>
      kysely(view.seesHers ? 'supporter' : 'app')
        .transaction()
        .execute(async (db) => {
          await tell(view, db);
          return work(db);
        })
        .catch(discreetly),
    pool,
    close: async () => {
      await Promise.all([...pools.values()].map((each) => each.end()));
    },
  };
};

const poolOf = (server: Reached, login: Login, most: number): pg.Pool => {
  const own = login === 'auth' ? { options: '-c search_path=auth' } : {};
  const made = new pg.Pool({
    ...(asLogin(server, login) as pg.PoolConfig),
    ...own,
    max: most,
    idleTimeoutMillis: 30_000,
  });
  return unbroken(made);
};

/** A connection that breaks is replaced by the pool; whoever uses it just then is told by his query. Without this the
 *  process would end. */
const unbroken = (pool: pg.Pool): pg.Pool =>
  pool.on('error', () => {}).on('connect', (client) => void client.on('error', () => {}));

/**
 * What is asked is planned once on each connection, not each time: behind row-level security planning takes longer than most
 * answers. Gives the pool with each question named by its words; values are never part of them.
 */
const planning = (pool: pg.Pool): PostgresPool => {
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  const ofClient = (client: pg.PoolClient): PostgresPoolClient => {
    const known = clients.get(client) ?? named(client);
    clients.set(client, known);
    return known;
  };
  return { connect: async () => ofClient(await pool.connect()), end: () => pool.end() };
};

const named = (client: pg.PoolClient): PostgresPoolClient => {
  const query = (text: string, values: unknown[]): Promise<pg.QueryResult> => {
    const name = values.length === 0 ? undefined : nameOf(text);
    return client.query({ text, values, ...(name !== undefined && { name }) });
  };
  // Nothing here is read by a cursor.
  return { query: query as unknown as PostgresPoolClient['query'], release: () => client.release() };
};

/** As many as there are in the program; what has more and more forms, as a list of any length, is not kept for ever. */
const mostNames = 200;
const names = new Map<string, string>();
const nameOf = (text: string): string | undefined => {
  const known = names.get(text);
  if (known !== undefined || names.size >= mostNames) return known;
  const name = createHash('sha256').update(text).digest('base64url');
  names.set(text, name);
  return name;
};

/** A transaction is begun by `tell`, in one message with what it is told: most ask for one thing, and then are over. */
class ToldAtOnce extends PostgresDialect {
  readonly #pool: PostgresPool;
  constructor(config: { pool: PostgresPool }) {
    super(config);
    this.#pool = config.pool;
  }
  override createDriver(): PostgresDriver {
    return new BegunByTell({ pool: this.#pool });
  }
}
class BegunByTell extends PostgresDriver {
  override async beginTransaction(): Promise<void> {}
}

/** Until the end of the transaction, so that whoever has the connection next has none of it. */
const tell = async (view: Viewpoint, db: Kysely<unknown>): Promise<void> => {
  const { programme, person, role, side, sites } = view;
  const told = { programme, person, role, side, sites: sites === 'all' ? '*' : sites.join(',') };
  const settings = Object.entries(told).map(
    ([name, value]) => `set_config('rubric.${name}', ${pg.escapeLiteral(value)}, true)`,
  );
  await db.executeQuery(CompiledQuery.raw(`begin; select ${settings.join(', ')}`));
};

/** What the database says of a row that it refused would hold the row. */
const discreetly = (fault: unknown): never => {
  if (fault instanceof pg.DatabaseError) {
    delete fault.detail;
    delete fault.where;
    delete fault.internalQuery;
  }
  throw fault;
};

/** Kysely as the owner of all tables: for migrations, standings made again, and back-ups. Its `destroy` ends it. */
export const ownerOf = (server: Reached): Kysely<unknown> =>
  new Kysely<unknown>({
    dialect: new PostgresDialect({
      pool: unbroken(new pg.Pool({ ...(server as pg.PoolConfig), max: 1 })),
      onCreateConnection: async (connection) => {
        await connection.executeQuery(CompiledQuery.raw('set role rubric_owner'));
      },
    }),
  });
