/** What the database itself refuses, whatever the server above it asks for. */
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import type { Viewpoint } from '../../../runtime/server/store/contract.js';
import { course, did, told } from '../../engine/course/story.js';
import { storeForTests, viewOf } from './store-for-tests.js';

const { store, ask } = await storeForTests();
const bundle = course(`
records:
  worry: { called: the support worker was worried, by: support-worker, ours: test }
`);
const staff = viewOf('staff');
const ofNorth = viewOf('staff', { sites: ['north'] });
const ofNone = viewOf('staff', { sites: [] });
const anna = viewOf('referrer', { side: 'outside', person: 'anna' });
const bert = viewOf('referrer', { side: 'outside', person: 'bert' });
const elsewhere = viewOf('staff', { programme: 'daytime' });
const supporter = viewOf('support-worker', { seesHers: true });

const refs: Record<string, string> = {};
const begin = async (name: string, view: Viewpoint, site?: string): Promise<void> => {
  const referral = told('answered', '2026-01-02', { 'full-name': name }, 'referrer');
  const made = { form: 'referral', name, bundle, key: name, events: [referral], ...(site !== undefined && { site }) };
  refs[name] = (await store.begin(view, made)).ref;
};
beforeAll(async () => {
  await begin('of Anna', anna);
  await begin('of Bert', bert);
  await begin('in the north', staff, 'north');
  await begin('in the south', staff, 'south');
  await begin('elsewhere', elsewhere);
  const worry = did('2026-01-04', 'worry', { by: 'support-worker' });
  for (const name of ['of Anna', 'in the south'])
    await store.append(supporter, { ref: refs[name] ?? '', key: 'w', events: [worry] });
});

const sees: [string, Viewpoint, string[]][] = [
  ['staff of all sites', staff, ['in the north', 'in the south', 'of Anna', 'of Bert']],
  ['staff of one site', ofNorth, ['in the north', 'of Anna', 'of Bert']],
  ['staff of no site', ofNone, ['of Anna', 'of Bert']],
  ['supporters', supporter, ['in the north', 'in the south', 'of Anna', 'of Bert']],
  ['supporters of one site', { ...supporter, sites: ['north'] }, ['in the north', 'of Anna', 'of Bert']],
  ['a referrer', anna, ['of Anna']],
  ['staff of another programme', elsewhere, ['elsewhere']],
  ['somebody on no side', { ...staff, side: 'nowhere' as 'inside' }, []],
  ['somebody of no programme', { ...staff, programme: '' }, []],
];

test.each(sees)('%s see their own cases and no others, however they ask', async (_who, view, names) => {
  const { lines, all } = await store.list(view, {});
  expect(lines.map(({ name }) => name)).toEqual(names);
  expect(all).toBe(names.length);
  for (const [name, ref] of Object.entries(refs)) {
    const isSeen = names.includes(name);
    expect((await store.open(view, ref)) !== undefined).toBe(isSeen);
    const added = await store.append(view, { ref, key: `by ${_who}`, events: [] });
    expect(added?.kind).toBe(isSeen ? 'appended' : undefined);
    expect(await store.describe(view, ref, {})).toBe(isSeen);
  }
});

/** Counts the rows of a table as some viewpoint sees it. */
const rowsOf = (view: Viewpoint, table: string): Promise<number> =>
  store.within(view, async (db) => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(db);
    return rows[0]?.n ?? 0;
  });

test('rows of events follow the cases that they are of', async () => {
  expect(await rowsOf(staff, 'rubric.case_event')).toBe(4);
  expect(await rowsOf(ofNorth, 'rubric.case_event')).toBe(3);
  expect(await rowsOf(anna, 'rubric.case_event')).toBe(1);
  expect(await rowsOf(supporter, 'hers.case_event')).toBe(2);
  expect(await rowsOf({ ...supporter, sites: ['north'] }, 'hers.case_event')).toBe(1);
  expect(await rowsOf({ ...supporter, programme: 'daytime' }, 'hers.case_event')).toBe(0);
});

test.each(['hers.case_event', 'hers.stream', 'hers.command', 'hers.erasure'])(
  'the role of those who work with him is refused %s itself',
  async (table) => {
    await expect(rowsOf(staff, table)).rejects.toThrow('permission denied for schema hers');
  },
);

test.each(['app', 'supporter'] as const)('without a viewpoint the role %s sees no row of anything', async (role) => {
  const tables = await ask<{ name: string }>(
    'owner',
    `select schemaname || '.' || tablename as name from pg_tables
     where schemaname in ('rubric', 'hers') and has_table_privilege($1, schemaname || '.' || tablename, 'select')
       and exists (select from information_schema.columns c
         where c.table_schema = schemaname and c.table_name = tablename and c.column_name = 'programme')`,
    [`rubric_${role}`],
  );
  const readable = tables.filter(({ name }) => role === 'supporter' || name.startsWith('rubric.'));
  expect(readable.map(({ name }) => name)).toContain('rubric.case_event');
  for (const { name } of readable) expect(await ask(role, `select from ${name}`)).toEqual([]);
});

test('every table that holds something of a programme is guarded', async () => {
  const unguarded = await ask(
    'owner',
    `select c.oid::regclass::text as name from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relkind in ('r', 'p') and a.attname = 'programme' and c.relnamespace::regnamespace::text in ('rubric', 'hers')
       and not c.relrowsecurity`,
  );
  expect(unguarded).toEqual([]);
});

test('a viewpoint ends with its transaction, also on the same connection and after a fault', async () => {
  const fault = store.within(staff, async () => {
    throw new Error('Something went wrong.');
  });
  await expect(fault).rejects.toThrow('Something went wrong.');
  const settings = await Promise.all(
    Array.from({ length: 30 }, (_, n) =>
      store.within(n % 2 === 0 ? staff : elsewhere, async (db) => {
        const { rows } = await sql<{ programme: string; seen: string[] }>`
          select current_setting('rubric.programme') as programme,
            array(select distinct programme from rubric.case_file) as seen`.execute(db);
        return rows[0];
      }),
    ),
  );
  for (const [n, found] of settings.entries()) {
    const programme = n % 2 === 0 ? 'evening' : 'daytime';
    expect(found).toEqual({ programme, seen: [programme] });
  }
});

test('the roles that the server logs in as own nothing of people, pass by nothing, and cannot become more', async () => {
  const owned = await ask(
    'owner',
    `select oid::regclass::text from pg_class where relowner in ('rubric_app'::regrole, 'rubric_supporter'::regrole)`,
  );
  expect(owned).toEqual([]);
  const roles = await ask(
    'owner',
    `select rolname as name from pg_roles where rolname like 'rubric%' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)`,
  );
  expect(roles).toEqual([]);
  for (const [role, more] of [
    ['app', 'rubric_supporter'],
    ['app', 'rubric_owner'],
    ['supporter', 'rubric_owner'],
    ['auth', 'rubric_app'],
    ['worker', 'rubric_supporter'],
    ['app', 'postgres'],
  ] as const)
    await expect(ask(role, `set role ${more}`)).rejects.toThrow('permission denied to set role');
});

test.each([
  ['write an event', `insert into rubric.case_event select * from rubric.case_event`],
  ['alter an event', `update rubric.case_event set payload = '{}'`],
  ['take an event away', 'delete from rubric.case_event'],
  ['say how far a stream has come', 'update rubric.case_file set his = 0'],
  ['take a case away', 'delete from rubric.case_file'],
  ['give a case to another programme', `update rubric.case_file set programme = 'daytime'`],
  ['empty an event', `select rubric.erase('evening', 'x', 'x', 'x', 'x', 'x')`],
  ['switch its own walls off', 'alter table rubric.case_file disable row level security'],
  ['write a function', `create function rubric.mine() returns int language sql as 'select 1'`],
  ['forget a key', 'delete from rubric.command'],
])('the server cannot %s', async (_what, statement) => {
  for (const role of ['app', 'supporter'] as const)
    await expect(ask(role, statement)).rejects.toThrow(/permission denied|must be owner/);
});

test('what is appended past the store goes through the same wall', async () => {
  const append = (view: Viewpoint, ref: string | undefined) =>
    store.within(view, (db) => sql`select rubric.append(${ref}, 'now', '[]', '[]')`.execute(db));
  await expect(append(anna, refs['of Bert'])).rejects.toThrow('There is no such case.');
  await expect(append(ofNorth, refs['in the south'])).rejects.toThrow('There is no such case.');
  await expect(append(elsewhere, refs['of Anna'])).rejects.toThrow('There is no such case.');
  await append(anna, refs['of Anna']);
});

test('nobody begins a case that would be out of his sight', async () => {
  const referral = told('answered', '2026-01-02', { 'full-name': 'Tom' }, 'referrer');
  const made = { form: 'referral', name: 'Tom', bundle, events: [referral] };
  await expect(store.begin(ofNorth, { ...made, key: 'x', site: 'south' })).rejects.toThrow(RangeError);
  await expect(store.begin(anna, { ...made, key: 'y', referrer: 'bert' })).rejects.toThrow(RangeError);
  await expect(store.begin(bert, { ...made, key: 'of Anna' })).rejects.toThrow('Somebody else has begun a case');
});
