/** Groups as the database keeps them. What is written for a case's sake goes into the transaction that appends to it. */
import { type Kysely, sql } from 'kysely';
import type { Id } from '../../../engine/contract/index.js';
import {
  type CatchUp,
  type Closure,
  type Group,
  type GroupStore,
  type OpenGroup,
  Overtaken,
  type Seat,
  type SessionNote,
  type Timetable,
  type Writes,
} from '../groups/contract.js';
import type { Connections } from './connections.js';
import type { Viewpoint } from './contract.js';

type Db = Kysely<unknown>;

/** Takes the transactions of a store. */
export const groupStore = ({ within }: Pick<Connections, 'within'>): GroupStore => {
  const run = <T>(view: Viewpoint, work: (db: Db) => Promise<T>): Promise<T> =>
    within(view, (db) => work(db as unknown as Db));
  return {
    all: (view) => run(view, async (db) => timetableOf((await read(db)) ?? nothing)),
    names: (view) =>
      run(view, async (db) => {
        const { rows } = await sql<{ id: Id; name: string }>`select id, about ->> 'name' as name
          from rubric.meeting_group order by about ->> 'name', id`.execute(db);
        return new Map(rows.map(({ id, name }) => [id, name]));
      }),
    open: (view, id, alone) =>
      run(view, async (db): Promise<OpenGroup | undefined> => {
        const rows = (await read(db, id, alone !== undefined)) ?? nothing;
        const all = timetableOf(rows);
        const group = all.groups.find((one) => one.id === id);
        const catchUps = rows.catch_ups.map(({ group_id, ...booked }) => ({ ...booked, group: group_id }));
        return group && { ...all, group, notes: rows.notes.map(noteOf), catchUps };
      }),
    add: (view, group, key) => run(view, (db) => add(db, view, group, key)),
    write: (view, write) => run(view, write),
    writes,
  };
};

interface Rows {
  groups: Group[];
  seats: SeatRow[];
  closures: ClosureRow[];
  notes: NoteRow[];
  catch_ups: (Omit<CatchUp, 'group'> & { group_id: string })[];
}
const nothing: Rows = { groups: [], seats: [], closures: [], notes: [], catch_ups: [] };

/** All of it in one question; `of`: what was said and booked of that group, and if `alone` its places alone. */
const read = async (db: Db, of: Id | null = null, alone = false): Promise<Rows | undefined> =>
  (
    await sql<Rows>`select
      (select coalesce(json_agg(g.about order by g.id), '[]') from rubric.meeting_group g) as groups,
      (select coalesce(json_agg(s order by s.name_key, s.ref, s.since), '[]') from (
        select p.group_id, p.ref, p.since, p.until, f.name, f.name_key, f.closed, f.stage, f.credited, f.sessions
        from rubric.group_place p join rubric.case_file f on f.programme = p.programme and f.ref = p.ref
        where ${alone ? sql`p.group_id = ${of}` : sql`true`}) s) as seats,
      (select coalesce(json_agg(c order by c.day, c.id), '[]') from (
        select id, day, because, site, group_id from rubric.closure_day) c) as closures,
      (select coalesce(json_agg(n order by n.day), '[]') from (
        select distinct on (day) group_id, day, edition, topic, facilitators, cancelled, marked, by, at
        from rubric.group_session where group_id = ${of} order by day, edition desc) n) as notes,
      (select coalesce(json_agg(c order by c.day, c.ref), '[]') from (
        select group_id, day, ref, about from rubric.catch_up where group_id = ${of}) c) as catch_ups`.execute(db)
  ).rows[0];

const timetableOf = ({ groups, seats, closures }: Rows): Timetable => ({
  groups,
  seats: seats.map(seatOf),
  closures: closures.map(({ site, group_id: group, ...closure }) => ({
    ...closure,
    ...(site !== null && { site }),
    ...(group !== null && { group }),
  })),
});

type ClosureRow = Omit<Closure, 'site' | 'group'> & { site: string | null; group_id: string | null };
interface SeatRow {
  group_id: string;
  ref: string;
  since: string;
  until: string | null;
  name: string;
  closed: boolean;
  stage: string | null;
  credited: number | null;
  sessions: number | null;
}

const seatOf = ({ group_id: group, ref, since, until, name, closed, stage, credited, sessions }: SeatRow): Seat => ({
  group,
  ref,
  from: since,
  ...(until !== null && { until }),
  name,
  stage: stage ?? 'referred',
  over: closed,
  ...(credited !== null && { credited }),
  ...(sessions !== null && { sessions }),
});

interface NoteRow {
  group_id: string;
  day: string;
  edition: number;
  topic: string | null;
  facilitators: string[];
  cancelled: string | null;
  marked: number;
  by: string;
  at: string;
}
const noteOf = ({ group_id, topic, cancelled, ...note }: NoteRow): SessionNote => ({
  ...note,
  group: group_id,
  ...(topic !== null && { topic }),
  ...(cancelled !== null && { cancelled }),
});

/** What is asked for twice is made once. */
const add = async (db: Db, view: Viewpoint, group: Group, key: string): Promise<Group> => {
  const { programme, person } = view;
  const ids = new Set(
    (await sql<{ id: string }>`select id from rubric.meeting_group`.execute(db)).rows.map(({ id }) => id),
  );
  // Groups of other sites may be out of sight: the database says so, and the next number is tried.
  for (let n = 1; n < 200; n += 1) {
    const made = { ...group, id: n === 1 ? group.id : `${group.id}-${n}` };
    if (ids.has(made.id) && n < 199) {
      const known = await kept(db, key);
      if (known) return known;
      continue;
    }
    const { rows } = await sql<{ about: Group }>`insert into rubric.meeting_group
      values (${programme}, ${made.id}, ${key}, ${made.site ?? null}, ${JSON.stringify(made)}, ${person})
      on conflict do nothing returning about`.execute(db);
    const found = rows[0]?.about ?? (await kept(db, key));
    if (found) return found;
  }
  throw new Error('There are too many groups of that name.');
};

const kept = async (db: Db, key: string): Promise<Group | undefined> =>
  (await sql<{ about: Group }>`select about from rubric.meeting_group where key = ${key}`.execute(db)).rows[0]?.about;

const done = async (statement: Promise<unknown>): Promise<void> => void (await statement);

const writes: Writes = {
  change: (_view, group) => async (db) => {
    const { rows } = await sql`update rubric.meeting_group set about = ${JSON.stringify(group)}
      where id = ${group.id} and coalesce((about ->> 'edition')::integer, 0) = ${(group.edition ?? 0) - 1}
      returning id`.execute(db);
    if (rows.length === 0) throw new Overtaken();
  },
  place:
    ({ programme, person }, { group, ref, from }) =>
    (db) =>
      done(
        sql`insert into rubric.group_place values (${programme}, ${group}, ${ref}, ${from}, null, ${person})
          on conflict (programme, group_id, ref, since) do update set until = null`.execute(db),
      ),
  leave:
    (_view, { group, ref, until }) =>
    (db) =>
      done(
        sql`update rubric.group_place set until = greatest(since, ${until})
          where group_id = ${group} and ref = ${ref} and (until is null or until > ${until})`.execute(db),
      ),
  close:
    ({ programme, person }, { id, day, because, site, group }) =>
    (db) =>
      done(
        sql`insert into rubric.closure_day
          values (${programme}, ${id}, ${day}, ${because}, ${site ?? null}, ${group ?? null}, ${person})
          on conflict do nothing`.execute(db),
      ),
  reopen: (_view, id) => (db) => done(sql`delete from rubric.closure_day where id = ${id}`.execute(db)),
  note:
    ({ programme, person }, { group, day, topic, facilitators, cancelled, marked, edition, by = '', at = '' }) =>
    async (db) => {
      const { rows } = await sql`insert into rubric.group_session values (${programme}, ${group}, ${day}, ${edition},
          ${topic ?? null}, ${JSON.stringify(facilitators)}, ${cancelled ?? null}, ${marked}, ${by}, ${at}, ${person})
        on conflict do nothing returning edition`.execute(db);
      if (rows.length === 0) throw new Overtaken();
    },
  bookCatchUp:
    ({ programme, person }, { group, day, ref, about }) =>
    (db) =>
      done(
        sql`insert into rubric.catch_up values (${programme}, ${group}, ${day}, ${ref}, ${about}, ${person})
          on conflict (programme, ref, about) do update set group_id = excluded.group_id, day = excluded.day`.execute(
          db,
        ),
      ),
};
