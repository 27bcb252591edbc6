/**
 * A whole store in one file, whatever features keep in it: every row of our schemas as of one moment, and a digest of it
 * all. Rows are in the database's own writing, so that each comes back exactly. Jobs that wait are not in it: what they are
 * to do is kept in our own tables, and they are made again from these.
 */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type pg from 'pg';
import { migrate } from './migrate.js';
import { migrations } from './migrations.js';
import { asOwner, makeRoles, type Reached } from './roles.js';

const schemas = ['rubric', 'hers', 'auth'];

interface Head {
  rubric: 'back-up';
  format: 1;
  made: string;
  migrations: string[];
}
interface Table {
  table: string;
  columns: string[];
}
interface Sequence {
  sequence: string;
  last: string;
  called: boolean;
}
interface End {
  rows: number;
  digest: string;
}
/** What lies beside the database and is needed with it, by name. */
interface Beside {
  beside: string;
  text: string;
}
type Line = Head | Table | Sequence | Beside | End | string;

/** With what lay beside the database. */
export interface Restored extends BackedUp {
  beside: Record<string, string>;
}

/** How much was written or read. */
export interface BackedUp {
  tables: number;
  rows: number;
}

/**
 * Takes a database, a file that is made, the present instant, and what else is to be in it. People may go on working. The file holds everything, so
 * only its owner can read it. All of it is written, or there is no file.
 */
export const backUp = async (
  server: Reached,
  file: string,
  now: string,
  beside: Readonly<Record<string, string>> = {},
): Promise<BackedUp> => {
  const half = `${file}.${process.pid}.half`;
  const done: BackedUp = { tables: 0, rows: 0 };
  try {
    await asOwner(server, async (client) => {
      await client.query('begin isolation level repeatable read read only');
      await pipeline(
        Readable.from(sealed(linesOf(client, now, beside, done), done)),
        createGzip(),
        createWriteStream(half, { mode: 0o600, flags: 'wx', flush: true }),
      );
      await client.query('commit');
    });
    await rename(half, file);
    return done;
  } finally {
    await rm(half, { force: true });
  }
};

async function* linesOf(
  client: pg.Client,
  made: string,
  beside: Readonly<Record<string, string>>,
  done: BackedUp,
): AsyncGenerator<Line> {
  const { rows: run } = await client.query<{ name: string }>(
    'select name from rubric_migrations.rubric_migration order by name',
  );
  yield { rubric: 'back-up', format: 1, made, migrations: run.map(({ name }) => name) };
  for (const { table, columns } of await tablesIn(client)) {
    yield { table, columns };
    done.tables += 1;
    await client.query(`declare every_row no scroll cursor for select t::text as row from ${table} t`);
    for (;;) {
      const { rows } = await client.query<{ row: string }>('fetch 500 from every_row');
      if (rows.length === 0) break;
      done.rows += rows.length;
      for (const { row } of rows) yield row;
    }
    await client.query('close every_row');
  }
  for (const [name, text] of Object.entries(beside)) yield { beside: name, text };
  const { rows: sequences } = await client.query<{ name: string }>(
    `select format('%I.%I', schemaname, sequencename) as name from pg_sequences where schemaname = any($1) order by 1`,
    [schemas],
  );
  for (const { name } of sequences) {
    const { rows } = await client.query<{ last: string; called: boolean }>(
      `select last_value::text as last, is_called as called from ${name}`,
    );
    if (rows[0]) yield { sequence: name, ...rows[0] };
  }
}

/** One line each, and at the end how many rows there were and a digest of all lines. */
async function* sealed(lines: AsyncIterable<Line>, done: BackedUp): AsyncGenerator<string> {
  const digest = createHash('sha256');
  for await (const line of lines) {
    const text = `${JSON.stringify(line)}\n`;
    digest.update(text);
    yield text;
  }
  yield `${JSON.stringify({ rows: done.rows, digest: digest.digest('hex') } satisfies End)}\n`;
}

/** Those that others refer to first. Columns that the database works out by itself are left out. */
const tablesIn = async (client: pg.Client): Promise<Table[]> => {
  const { rows } = await client.query<Table & { needs: string[] }>(
    `select c.oid::regclass::text as table,
       array(select quote_ident(a.attname) from pg_attribute a
         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
       array(select k.confrelid::regclass::text from pg_constraint k
         where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as needs
     from pg_class c where c.relkind = 'r' and c.relnamespace::regnamespace::text = any($1)
     order by c.oid::regclass::text collate "C"`,
    [schemas],
  );
  const sorted: Table[] = [];
  const left = new Map(rows.map((each) => [each.table, each]));
  while (left.size > 0) {
    const ready = [...left.values()].filter(({ needs }) => !needs.some((table) => left.has(table)));
    // Tables that refer to each other in a circle: whoever makes such has to let their constraints wait.
    for (const { table, columns } of ready.length > 0 ? ready : [...left.values()]) {
      sorted.push({ table, columns });
      left.delete(table);
    }
  }
  return sorted;
};

/**
 * Takes an empty database and a back-up; gives it what is in it, and then brings it up to this version of Rubric. What lay
 * beside the database is given back. Throws a
 * sentence, with nothing changed, where the file is no back-up, is damaged or of a later version, or where something is in
 * the database already.
 */
export const restore = async (server: Reached, file: string): Promise<Restored> => {
  const head = await checked(file);
  const unknown = head.migrations.find((name) => !(name in migrations));
  if (unknown !== undefined)
    throw new Error(`The back-up “${file}” was made by a later version of Rubric: this one does not know ${unknown}.`);
  await makeRoles(server);
  await refuseFull(server);
  const then = Object.fromEntries(Object.entries(migrations).filter(([name]) => head.migrations.includes(name)));
  await migrate(server, then);
  const done = await asOwner(server, async (client) => {
    await client.query('begin');
    const tables = (await tablesIn(client)).map(({ table }) => table);
    await client.query(`truncate ${tables.join(', ')}`);
    const read = await fill(client, file);
    await client.query('commit');
    return read;
  });
  await migrate(server);
  return done;
};

const linesIn = async function* (file: string): AsyncGenerator<{ text: string; line: Line }> {
  const input = createReadStream(file);
  const unpacked = createGunzip();
  // What goes wrong with the file is thrown where its lines are read.
  input.once('error', (fault) => unpacked.destroy(fault));
  for await (const text of createInterface({ input: input.pipe(unpacked), crlfDelay: Number.POSITIVE_INFINITY }))
    yield { text, line: JSON.parse(text) as Line };
};

/** Reads all of it once before anything is changed. */
const checked = async (file: string): Promise<Head> => {
  const digest = createHash('sha256');
  let head: Head | undefined;
  let end: End | undefined;
  try {
    for await (const { text, line } of linesIn(file)) {
      if (typeof line === 'object' && 'rubric' in line) head = line;
      if (typeof line === 'object' && 'digest' in line) end = line;
      else digest.update(`${text}\n`);
    }
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).path !== undefined) throw fault;
    throw new Error(`The file “${file}” is no back-up, or is damaged.`, { cause: fault });
  }
  if (!head || end?.digest !== digest.digest('hex')) throw new Error(`The back-up “${file}” is damaged.`);
  return head;
};

const refuseFull = (server: Reached): Promise<void> =>
  asOwner(server, async (client) => {
    for (const { table } of await tablesIn(client)) {
      const { rowCount } = await client.query(`select from ${table} limit 1`);
      if (rowCount)
        throw new Error(
          'There is something in this store already. A back-up is restored into a new data folder or an empty database.',
        );
    }
  });

const fill = async (client: pg.Client, file: string): Promise<Restored> => {
  const done: Restored = { tables: 0, rows: 0, beside: {} };
  let table: Table | undefined;
  let rows: string[] = [];
  const write = async (): Promise<void> => {
    if (table && rows.length > 0) await client.query(insertInto(table), [rows]);
    done.rows += rows.length;
    rows = [];
  };
  for await (const { line } of linesIn(file)) {
    if (typeof line === 'string') {
      rows.push(line);
      if (rows.length === 500) await write();
      continue;
    }
    await write();
    if ('table' in line) {
      table = line;
      done.tables += 1;
    }
    if ('beside' in line) done.beside[line.beside] = line.text;
    if ('sequence' in line) await client.query('select setval($1, $2, $3)', [line.sequence, line.last, line.called]);
  }
  return done;
};

const insertInto = ({ table, columns }: Table): string =>
  `insert into ${table} (${columns.join(', ')}) overriding system value
   select ${columns.map((column) => `(r).${column}`).join(', ')}
   from (select each::${table} as r from unnest($1::text[]) each offset 0) rows`;
