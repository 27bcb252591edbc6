/**
 * The roles of the database. Whoever the given user is, he only makes these and lets the owner run the migrations; what the
 * portal does, it does as one of the others, which own nothing that people's data is in and cannot pass by row-level
 * security. They log in with passwords of their own, made from the given user's: nothing more has to be kept, and several
 * servers on one database come to the same. The given user need not be a superuser: CREATEROLE, and that the database is
 * his, are enough, as on a managed Postgres. One cluster serves one such user.
 */
import { createHmac } from 'node:crypto';
import pg from 'pg';
import type { Server } from './embedded.js';

/** Those that log in. `app` sees his side; `supporter` both; `auth` and `worker` only the schemas of their libraries. */
export const logins = ['app', 'supporter', 'auth', 'worker'] as const;
export type Login = (typeof logins)[number];

/** How a Postgres is reached; `ssl` as `pg` takes it. */
export interface Reached extends Omit<Server, 'host' | 'port'> {
  host?: string;
  port?: number;
  ssl?: unknown;
}

/** Takes a `DATABASE_URL`, gives its parts. */
export const reachedBy = (databaseUrl: string): Reached => {
  const { host, port, user, password, database, ssl } = new pg.Client({ connectionString: databaseUrl });
  return {
    host,
    port,
    user: user ?? '',
    password: typeof password === 'string' ? password : '',
    database: database ?? '',
    ssl,
  };
};

/** The same, as one of the roles. */
export const asLogin = (server: Reached, login: Login): Reached => ({
  ...server,
  user: `rubric_${login}`,
  password: passwordOf(server, login),
});

const passwordOf = ({ user, password, database }: Reached, login: Login): string =>
  createHmac('sha256', password === '' ? `${user}/${database}` : password)
    .update(`rubric_${login}`)
    .digest('base64url');

/** Asks something as the given user, or as the owner, over a connection of its own. */
export const asOwner = async <T>(server: Reached, work: (client: pg.Client) => Promise<T>): Promise<T> =>
  connected(server, async (client) => {
    await client.query('set role rubric_owner');
    return work(client);
  });

/** Whether Rubric has ever kept anything in this database. */
export const hasStore = (server: Reached): Promise<boolean> =>
  connected(server, async (client) => {
    const { rowCount } = await client.query(`select from pg_namespace where nspname = 'rubric_migrations'`);
    return rowCount !== null && rowCount > 0;
  });

const connected = async <T>(server: Reached, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client(server as pg.ClientConfig).on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

/** Any number, the same for every server: only one at a time makes roles or migrates. */
const turn = 7_182_818;

/** Makes the roles where they are not there. Throws a sentence where the Postgres is too old or the user may not do so. */
export const makeRoles = (server: Reached): Promise<void> =>
  connected(server, async (client) => {
    await client.query('select pg_advisory_lock($1)', [turn]);
    await checkServer(client);
    await makeOne(client, 'rubric_owner', 'nologin');
    for (const login of logins)
      await makeOne(
        client,
        `rubric_${login}`,
        `login password ${client.escapeLiteral(passwordOf(server, login))} connection limit -1`,
      );
    const database = client.escapeIdentifier(server.database);
    for (const grant of [
      'rubric_owner to current_user',
      'rubric_app to rubric_supporter',
      'rubric_auth to rubric_owner',
      'rubric_worker to rubric_owner',
      `create on database ${database} to rubric_owner`,
      `create on database ${database} to rubric_worker`,
    ])
      await client.query(`grant ${grant}`);
    await checkRoles(client);
  });

const checkServer = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query<{ version: number; may: boolean; name: string }>(
    `select current_setting('server_version_num')::int as version, rolsuper or rolcreaterole as may, rolname as name
     from pg_roles where rolname = current_user`,
  );
  const [found] = rows;
  if (!found || found.version < 150_000) throw new Error('The database has to be Postgres 15 or later.');
  if (!found.may)
    throw new Error(
      `The database user “${found.name}” may not make roles. Give DATABASE_URL a user with CREATEROLE that owns the database.`,
    );
};

const makeOne = async (client: pg.Client, role: string, as: string): Promise<void> => {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
  await client.query(rowCount ? `alter role ${role} ${as}` : `create role ${role} nobypassrls ${as}`);
};

/** Roles of these names may have been there before us, with more rights than they should have. */
const checkRoles = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query<{ name: string }>(
    `select rolname as name from pg_roles
     where rolname = any($1) and (rolsuper or rolbypassrls or rolcreaterole or rolreplication)`,
    [['rubric_owner', ...logins.map((login) => `rubric_${login}`)]],
  );
  if (rows[0])
    throw new Error(
      `The database role “${rows[0].name}” may do more than it should: take SUPERUSER, BYPASSRLS, CREATEROLE and REPLICATION from it.`,
    );
};
