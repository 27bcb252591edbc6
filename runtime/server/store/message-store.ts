/** Messages as the database keeps them: added and looked at by people, and sent by whoever sends them. */
import { Kysely, PostgresDialect, type QueryExecutorProvider, sql } from 'kysely';
import type pg from 'pg';

/**
 * `waiting`: to be sent. `sending`: it is being tried. `sent`: it was taken. `perhaps`: the server stopped while it was
 * tried, so that it may have been sent. `held`: it waits for a person, and `why` says for what. `kept`: no mail is sent
 * from here. `by-hand`: a person has sent it, or said it.
 */
export const messageStates = ['waiting', 'sending', 'sent', 'perhaps', 'held', 'kept', 'by-hand'] as const;
export type MessageState = (typeof messageStates)[number];

export interface MessageRow {
  id: string;
  programme: string;
  key: string;
  ref: string | null;
  /** The issue of a document whose copy it is. */
  issue: string | null;
  document: string | null;
  kind: 'code' | 'document' | 'note';
  /** What it is, as people call it. */
  called: string;
  role: string;
  recipient: string;
  address: string;
  way: string;
  made: string;
  state: MessageState;
  why: string;
  attempts: number;
  runner: number | null;
  ended: string | null;
  ended_by: string;
}
export interface MessageText {
  subject: string;
  text: string;
  html: string | null;
}
export interface MessageStep {
  at: string;
  what: string;
  by: string;
}

/** A message to be added. `open`: people inside may read what it says. */
export type NewMessage = Pick<
  MessageRow,
  'id' | 'programme' | 'key' | 'kind' | 'called' | 'address' | 'way' | 'made' | 'state' | 'why'
> &
  Partial<Pick<MessageRow, 'ref' | 'issue' | 'document' | 'role' | 'recipient'>> &
  MessageText & { open: boolean };

export interface MessageQuery {
  states?: readonly MessageState[];
  ref?: string;
  /** From 1; `size` of them. */
  page?: number;
  size?: number;
}

/** Any transaction; what is asked in it is said in SQL. */
export type Asks = QueryExecutorProvider;
type Db = Asks;
const first = async <T>(rows: Promise<{ rows: T[] }>): Promise<T | undefined> => (await rows).rows[0];

/** One statement each, within the transaction that is given. */
export const messageStore = {
  /** Gives whether it was added: one with that key may be there already. */
  async add(db: Db, made: NewMessage): Promise<boolean> {
    const { rows } = await sql`insert into rubric.message
      (id, programme, key, ref, issue, document, kind, called, role, recipient, address, way, made, state, why)
      values (${made.id}, ${made.programme}, ${made.key}, ${made.ref ?? null}, ${made.issue ?? null},
        ${made.document ?? null}, ${made.kind}, ${made.called}, ${made.role ?? ''}, ${made.recipient ?? ''},
        ${made.address}, ${made.way}, ${made.made}, ${made.state}, ${made.why})
      on conflict (programme, key) do nothing returning id`.execute(db);
    if (rows.length === 0) return false;
    await sql`insert into rubric.message_text (message, programme, open, subject, text, html)
      values (${made.id}, ${made.programme}, ${made.open}, ${made.subject}, ${made.text}, ${made.html})`.execute(db);
    await messageStore.note(db, made, { at: made.made, what: made.state, by: '' });
    return true;
  },

  async note(db: Db, { id, programme }: Pick<MessageRow, 'id' | 'programme'>, step: MessageStep): Promise<void> {
    await sql`insert into rubric.message_step (message, programme, at, what, by)
      values (${id}, ${programme}, ${step.at}, ${step.what}, ${step.by})`.execute(db);
  },

  find: (db: Db, id: string): Promise<MessageRow | undefined> =>
    first(sql<MessageRow>`select * from rubric.message where id = ${id}`.execute(db)),

  text: (db: Db, id: string): Promise<MessageText | undefined> =>
    first(sql<MessageText>`select subject, text, html from rubric.message_text where message = ${id}`.execute(db)),

  /** What the latest code for an address says, of those that are open. */
  async keptCode(db: Db, address: string): Promise<string | undefined> {
    const found = sql<{
      text: string;
    }>`select t.text from rubric.message m join rubric.message_text t on t.message = m.id
      where m.kind = 'code' and lower(m.address) = ${address.toLowerCase()} order by m.made desc, m.number desc limit 1`;
    return (await first(found.execute(db)))?.text;
  },

  async steps(db: Db, id: string): Promise<MessageStep[]> {
    const steps = sql<MessageStep>`select at, what, by from rubric.message_step where message = ${id} order by number`;
    return (await steps.execute(db)).rows;
  },

  /** The latest first; of one instant, that which was added last. */
  async list(db: Db, query: MessageQuery): Promise<{ rows: MessageRow[]; all: number }> {
    const { states = messageStates, ref = null, page = 1, size = 50 } = query;
    const of = sql`from rubric.message where state = any(${[...states]}) and (${ref}::text is null or ref = ${ref})`;
    const { rows } = await sql<MessageRow>`select * ${of} order by made desc, number desc
      limit ${size} offset ${(page - 1) * size}`.execute(db);
    const counted = await first(sql<{ n: number }>`select count(*)::int as n ${of}`.execute(db));
    return { rows, all: counted?.n ?? 0 };
  },

  /** How many wait for a person, of those in sight: as few as there are, by an index of their own. */
  async forAPerson(db: Db): Promise<number> {
    const counted = sql<{ n: number }>`select count(*)::int as n from rubric.message
      where programme = current_setting('rubric.programme', true) and state in ('perhaps', 'held')`;
    return (await first(counted.execute(db)))?.n ?? 0;
  },

  /** Ids of the issues of a case whose copy for a role has not gone, or may not have. */
  async notGone(db: Db, { ref, role }: { ref: string; role: string }): Promise<string[]> {
    const found = sql<{ issue: string }>`select issue from rubric.message
      where programme = current_setting('rubric.programme', true) and ref = ${ref} and role = ${role}
        and issue is not null and state in ('waiting', 'sending', 'perhaps', 'held')`;
    return (await found.execute(db)).rows.map(({ issue }) => issue);
  },

  /**
   * A person has it sent, says that it went out, or that it may be kept (and `why` it is). Gives whether it was still
   * waiting for a person.
   */
  async settle(
    db: Db,
    {
      id,
      to,
      at,
      by,
      why = '',
    }: { id: string; to: 'waiting' | 'by-hand' | 'kept'; at: string; by: string; why?: string },
  ): Promise<MessageRow | undefined> {
    const settled = await first(
      sql<MessageRow>`update rubric.message set state = ${to}, why = ${why},
        ended = ${to === 'by-hand' ? at : null}, ended_by = ${to === 'by-hand' ? by : ''}
        where id = ${id} and state in ('perhaps', 'held', 'kept') returning *`.execute(db),
    );
    if (settled) await messageStore.note(db, settled, { at, what: to, by });
    return settled;
  },

  /** The e-mail address of somebody who signs in. Asked by the server itself. */
  async emailOf(db: Db, person: string): Promise<string | undefined> {
    const found = sql<{ email: string }>`select email from rubric.person where id = ${person}`;
    return (await first(found.execute(db)))?.email;
  },

  async secure(db: Db, address: string): Promise<boolean> {
    const found = sql`select from rubric.secure_address where address = ${address.toLowerCase()}`;
    return (await found.execute(db)).rows.length > 0;
  },

  async markSecure(db: Db, mark: { programme: string; address: string; by: string; at: string }): Promise<void> {
    await sql`insert into rubric.secure_address (programme, address, marked_by, marked)
      values (${mark.programme}, ${mark.address.toLowerCase()}, ${mark.by}, ${mark.at}) on conflict do nothing`.execute(
      db,
    );
  },
};

/** The connections of whoever sends: the queue's, and one held for as long as it runs. */
export interface Sender {
  db: Db;
  pool: pg.Pool;
  /** Takes a number of its own, which everybody can see to be taken until this process ends. */
  begin(): Promise<number>;
  end(): Promise<void>;
}

/** Any number, the same for every server: locks of those who send. */
const sending = 6_021_023;

/** Takes the connections of the role that sends. They stay whose they were. */
export const senderBy = (pool: pg.Pool): Sender => {
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  // The queue listens on connections of its own; one that breaks is replaced, and must not end the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  let held: pg.PoolClient | undefined;
  return {
    db,
    pool,
    async begin() {
      held = await pool.connect();
      const { rows } = await held.query<{ n: number }>("select nextval('rubric.runner')::int as n");
      const n = rows[0]?.n ?? 0;
      await held.query('select pg_advisory_lock($1, $2)', [sending, n]);
      return n;
    },
    async end() {
      // Not given back: with the connection goes its lock.
      held?.release(true);
      held = undefined;
    },
  };
};

interface Closed {
  id: string;
  runner: number | null;
  state: MessageState;
  why: string;
  at: string;
}

/** What the one who sends asks, each statement a transaction of its own. */
export const sendingStore = {
  /** Puts on record that it is tried now, before it is. Only one gets it, and only what still waits. */
  claim: (db: Db, id: string, runner: number): Promise<MessageRow | undefined> =>
    first(
      sql<MessageRow>`update rubric.message set state = 'sending', runner = ${runner}, attempts = attempts + 1
        where id = ${id} and state = 'waiting' returning *`.execute(db),
    ),

  text: (db: Db, id: string): Promise<MessageText | undefined> => messageStore.text(db, id),

  /** What came of it. Whoever was slow may still say so, where nobody has done anything since. */
  async close(db: Db, { id, runner, state, why, at }: Closed): Promise<void> {
    const row = await first(
      sql<MessageRow>`update rubric.message set state = ${state}, why = ${why}, ended = ${state === 'sent' ? at : null}
        where id = ${id} and state in ('sending', 'perhaps') and runner is not distinct from ${runner} returning *`.execute(
        db,
      ),
    );
    if (row) await messageStore.note(db, row, { at, what: state, by: '' });
  },

  /** Those being tried by somebody who does not run any more. */
  async left(db: Db): Promise<MessageRow[]> {
    const { rows } = await sql<MessageRow>`select * from rubric.message m where m.state = 'sending' and not exists (
      select from pg_locks l where l.locktype = 'advisory' and l.classid = ${sending}::int and l.objid = m.runner
        and l.database = (select oid from pg_database where datname = current_database()))`.execute(db);
    return rows;
  },

  /** Ids of those that wait and have nobody in the queue to send them. */
  async forgotten(db: Db): Promise<string[]> {
    const { rows } = await sql<{
      id: string;
    }>`select id from rubric.message m where m.state = 'waiting' and not exists (
      select from graphile_worker._private_jobs j where j.key = m.id and j.locked_at is null)`.execute(db);
    return rows.map(({ id }) => id);
  },
};
