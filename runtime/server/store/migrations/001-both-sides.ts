/** Cases and their events: his side and hers, each in a schema of its own. */
import type { Kysely, Migration } from 'kysely';
import { guarded, inSight, statement } from '../guarded.js';

const schemas = [
  'create schema rubric',
  'create schema hers',
  'create schema auth authorization rubric_auth',
  'grant usage on schema rubric to rubric_app',
  'grant usage on schema hers to rubric_supporter',
];

const tables = [
  `create table rubric.definition (
    programme text not null check (programme <> ''),
    digest text not null,
    bundle json not null,
    primary key (programme, digest)
  )`,
  // What is said of a case here is made of his side alone. `his` and `head` say how far his stream has come.
  `create table rubric.case_file (
    programme text not null check (programme <> ''),
    ref text not null,
    name text not null,
    name_key text collate "C" not null,
    site text,
    form text not null,
    referrer text,
    definition text not null,
    demonstration boolean not null default false,
    began text collate "C" not null,
    changed text collate "C" not null,
    his integer not null default 0,
    head bytea not null default decode(repeat('00', 32), 'hex'),
    standing json,
    as_of text collate "C",
    stage text,
    stage_order smallint,
    closed boolean not null default false,
    in_group text,
    due text collate "C",
    primary key (programme, ref),
    foreign key (programme, definition) references rubric.definition
  )`,
  // `event`: it says what happened. `withdrawn`: what is said to have happened under that id is not so any more.
  `create table rubric.case_event (
    programme text not null,
    ref text not null,
    number integer not null,
    kind text not null check (kind in ('event', 'withdrawn')),
    event text not null,
    person text not null,
    recorded text not null,
    payload json,
    digest bytea not null,
    hash bytea not null,
    primary key (programme, ref, number),
    unique (programme, ref, event, kind),
    foreign key (programme, ref) references rubric.case_file
  )`,
  `create table hers.stream (
    programme text not null,
    ref text not null,
    number integer not null,
    head bytea not null,
    primary key (programme, ref),
    foreign key (programme, ref) references rubric.case_file
  )`,
  // `after`: how far his stream had come, which says where it belongs among his.
  `create table hers.case_event (
    programme text not null,
    ref text not null,
    number integer not null,
    after integer not null,
    event text not null,
    person text not null,
    recorded text not null,
    payload json,
    digest bytea not null,
    hash bytea not null,
    primary key (programme, ref, number),
    unique (programme, ref, event),
    foreign key (programme, ref) references rubric.case_file
  )`,
  // What was asked for already. What somebody who sees her side asked for is kept on her side: it may concern her alone.
  ...['rubric', 'hers'].map(
    (schema) => `create table ${schema}.command (
    programme text not null,
    key text not null,
    ref text not null,
    person text not null,
    primary key (programme, key),
    foreign key (programme, ref) references rubric.case_file deferrable initially deferred
  )`,
  ),
  `create table rubric.work (
    programme text not null,
    ref text not null,
    ordinal integer not null,
    roles text[] not null,
    due text collate "C",
    item json not null,
    primary key (programme, ref, ordinal),
    foreign key (programme, ref) references rubric.case_file
  )`,
  // Why an event was emptied, on the side where it was.
  ...['rubric', 'hers'].map(
    (schema) => `create table ${schema}.erasure (
    programme text not null,
    ref text not null,
    event text not null,
    person text not null,
    because text not null,
    at text not null,
    primary key (programme, ref, event),
    foreign key (programme, ref) references rubric.case_file
  )`,
  ),
];

const indexes = [
  'create index on rubric.case_file (programme, name_key, ref)',
  'create index on rubric.case_file (programme, due, name_key, ref)',
  'create index on rubric.case_file (programme, began, ref)',
  'create index on rubric.case_file (programme, stage_order, name_key, ref)',
  'create index on rubric.case_file (programme, referrer) where referrer is not null',
  'create index on rubric.case_file (programme, in_group) where in_group is not null',
  'create index on rubric.case_file (programme, as_of)',
  'create index on rubric.work (programme, due)',
  'create index on rubric.work using gin (roles)',
];

const rights = async (db: Kysely<unknown>): Promise<void> => {
  await guarded(db, 'rubric.definition', { rights: 'select, insert', seenBy: 'programme' });
  await guarded(db, 'rubric.case_event', { rights: 'select', seenBy: 'case' });
  await guarded(db, 'rubric.work', { rights: 'select, insert, delete', seenBy: 'case' });
  await guarded(db, 'rubric.command', { rights: 'select, insert', seenBy: 'programme' });
  await guarded(db, 'rubric.erasure', { rights: 'select', seenBy: 'case' });
  for (const table of ['hers.stream', 'hers.case_event', 'hers.erasure'] as const)
    await guarded(db, table, { rights: 'select', seenBy: 'case' });
  await guarded(db, 'hers.command', { rights: 'select, insert', seenBy: 'case' });
};

const described = 'name, name_key, site, referrer, standing, as_of, stage, stage_order, closed, in_group, due';
const ofCases = [
  'alter table rubric.case_file enable row level security',
  // A case may be given to another site: then it is out of sight for whoever gave it.
  `create policy in_sight on rubric.case_file using (${inSight('case_file')})
     with check (programme = (select current_setting('rubric.programme', true)))`,
  'grant select on rubric.case_file to rubric_app',
  `grant insert (programme, ref, form, definition, demonstration, began, changed, ${described})
     on rubric.case_file to rubric_app`,
  `grant update (${described}) on rubric.case_file to rubric_app`,
];

/** The chain: each row with the digest of what it says, so that it holds also when that was erased. */
const chained = `create function rubric.chained(before bytea, digest bytea, variadic parts text[]) returns bytea
  language sql immutable set search_path = pg_catalog as $$
    select sha256(before || convert_to(string_agg(octet_length(convert_to(part, 'UTF8')) || ':' || part, ',' order by place), 'UTF8') || digest)
    from unnest(parts) with ordinality as each (part, place)
  $$`;

/**
 * The one way in which events come in. It runs as the owner, so that the server itself can write no row that does not
 * belong to the chain, and so that whoever may not see her side can put something there without being able to read it.
 * Whether the case is in sight is asked here once more.
 */
const append = `create function rubric.append(a_ref text, a_at text, his_rows json, her_rows json) returns integer
  language plpgsql security definer set search_path = pg_catalog as $$
  declare
    a_programme text := current_setting('rubric.programme', true);
    a_person text := current_setting('rubric.person', true);
    n integer; m integer; h bytea; d bytea; each record;
  begin
    select f.his, f.head into n, h from rubric.case_file f where f.ref = a_ref and ${inSight('f')} for update;
    if not found then raise exception 'There is no such case.'; end if;
    if json_array_length(his_rows) > 0 then
      for each in select r ->> 'kind' as kind, r ->> 'event' as event, r ->> 'recorded' as recorded, r ->> 'payload' as payload
        from json_array_elements(his_rows) r loop
        n := n + 1;
        d := sha256(convert_to(each.payload, 'UTF8'));
        h := rubric.chained(h, d, 'his', a_programme, a_ref, n::text, each.kind, each.event, a_person, each.recorded);
        insert into rubric.case_event values
          (a_programme, a_ref, n, each.kind, each.event, a_person, each.recorded, each.payload::json, d, h);
      end loop;
      update rubric.case_file f set his = n, head = h, changed = a_at where f.programme = a_programme and f.ref = a_ref;
    end if;
    if json_array_length(her_rows) > 0 then
      select s.number, s.head into m, h from hers.stream s where s.programme = a_programme and s.ref = a_ref;
      if not found then
        m := 0;
        h := decode(repeat('00', 32), 'hex');
        insert into hers.stream values (a_programme, a_ref, m, h);
      end if;
      for each in select (r ->> 'after')::integer as after, r ->> 'event' as event, r ->> 'recorded' as recorded, r ->> 'payload' as payload
        from json_array_elements(her_rows) r loop
        m := m + 1;
        d := sha256(convert_to(each.payload, 'UTF8'));
        h := rubric.chained(h, d, 'hers', a_programme, a_ref, m::text, each.after::text, each.event, a_person, each.recorded);
        insert into hers.case_event values
          (a_programme, a_ref, m, each.after, each.event, a_person, each.recorded, each.payload::json, d, h);
      end loop;
      update hers.stream s set number = m, head = h where s.programme = a_programme and s.ref = a_ref;
    end if;
    return n;
  end $$`;

/** A case as far as it is in sight: what is said of it, and its rows in order. */
const found = `create function rubric.found(refs text[])
  returns table (file json, his json) language sql stable set search_path = pg_catalog as $$
    select json_build_object('programme', f.programme, 'ref', f.ref, 'name', f.name, 'site', f.site, 'began', f.began,
        'form', f.form, 'referrer', f.referrer, 'definition', f.definition, 'demonstration', f.demonstration, 'his', f.his),
      coalesce((select json_agg(json_build_array(e.kind, e.event, e.payload) order by e.number)
        from rubric.case_event e where e.programme = f.programme and e.ref = f.ref), '[]')
    from rubric.case_file f
    where f.programme = (select current_setting('rubric.programme', true)) and f.ref = any (refs)
  $$`;
/** Of those who may see them: her rows of a case. */
const foundOfHers = `create function hers.found(refs text[])
  returns table (ref text, number integer, rows json) language sql stable set search_path = pg_catalog as $$
    select s.ref, s.number, coalesce((select json_agg(json_build_array(e.after, e.event, e.payload) order by e.number)
        from hers.case_event e where e.programme = s.programme and e.ref = s.ref), '[]')
    from hers.stream s
    where s.programme = (select current_setting('rubric.programme', true)) and s.ref = any (refs)
  $$`;

/** Before anything is added. Cases are taken in one order, so that two who take several never wait for each other. */
const take = `create function rubric.take(refs text[])
  returns table (file json, his json) language plpgsql set search_path = pg_catalog as $$
  begin
    perform from rubric.case_file f
      where f.programme = (select current_setting('rubric.programme', true)) and f.ref = any (refs)
      order by f.ref for update;
    return query select * from rubric.found(refs);
  end $$`;

/** How cases stand, and the work that follows, in place of what was kept. */
const stand = `create function rubric.stand(standings json) returns void
  language plpgsql set search_path = pg_catalog as $$
  declare
    a_programme text := current_setting('rubric.programme', true);
  begin
    update rubric.case_file f set standing = s -> 'standing', as_of = s ->> 'asOf', stage = s ->> 'stage',
        stage_order = (s ->> 'order')::smallint, closed = (s ->> 'closed')::boolean, in_group = s ->> 'group', due = s ->> 'due'
      from json_array_elements(standings) s where f.programme = a_programme and f.ref = s ->> 'ref';
    delete from rubric.work w using json_array_elements(standings) s
      where w.programme = a_programme and w.ref = s ->> 'ref';
    insert into rubric.work
      select a_programme, s ->> 'ref', place, array(select json_array_elements_text(item -> 'by')), item ->> 'due', item
      from json_array_elements(standings) s, json_array_elements(s -> 'standing' -> 'work') with ordinality as each (item, place);
  end $$`;

/** What is added to cases and how they then stand, in one go. */
const keep = `create function rubric.keep(a_at text, added json, standings json) returns void
  language plpgsql set search_path = pg_catalog as $$
  begin
    perform rubric.append(each ->> 'ref', a_at, each -> 'his', each -> 'hers') from json_array_elements(added) each;
    if json_array_length(standings) > 0 then perform rubric.stand(standings); end if;
  end $$`;

/** Empties an event on both sides; the rows stay, and so does the chain. For the owner alone. */
const erase = `create function rubric.erase(a_programme text, a_ref text, a_event text, a_person text, a_because text, a_at text)
  returns integer language plpgsql set search_path = pg_catalog as $$
  declare n integer; m integer;
  begin
    update rubric.case_event e set payload = null
      where e.programme = a_programme and e.ref = a_ref and e.event = a_event and e.payload is not null;
    get diagnostics n = row_count;
    update hers.case_event e set payload = null
      where e.programme = a_programme and e.ref = a_ref and e.event = a_event and e.payload is not null;
    get diagnostics m = row_count;
    if n > 0 then insert into rubric.erasure values (a_programme, a_ref, a_event, a_person, a_because, a_at); end if;
    if m > 0 then insert into hers.erasure values (a_programme, a_ref, a_event, a_person, a_because, a_at); end if;
    return n + m;
  end $$`;

const functions = [chained, append, found, foundOfHers, take, stand, keep, erase];
const callers = [
  'revoke all on all functions in schema rubric, hers from public',
  'grant execute on function rubric.append, rubric.found, rubric.take, rubric.stand, rubric.keep to rubric_app',
  'grant execute on function hers.found to rubric_supporter',
];

export const bothSides: Migration = {
  async up(db) {
    for (const each of [...schemas, ...tables, ...indexes]) await statement(each).execute(db);
    await rights(db);
    for (const each of [...ofCases, ...functions, ...callers]) await statement(each).execute(db);
  },
};
