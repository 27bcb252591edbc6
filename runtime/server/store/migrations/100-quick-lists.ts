/**
 * What lists and saving read beside a case, without reading all of it: how far somebody has come in columns of their own, the
 * work that waits once (it stood within the standing as well) and by the pile that it lies on, and of what is kept only what
 * is new written. A case of sixty events has a dozen things that wait, of which a session that was held changes one.
 */
import type { Migration } from 'kysely';
import { statement } from '../guarded.js';

const columns = [
  'alter table rubric.case_file add credited integer, add sessions integer',
  'grant update (credited, sessions) on rubric.case_file to rubric_app',
  `update rubric.case_file set credited = (standing ->> 'credited')::integer, sessions = (standing ->> 'sessions')::integer,
     standing = (standing::jsonb - 'work')::json
   where standing is not null`,
  // Each is updated with every event: a row that finds room beside its last one leaves the indexes as they are.
  'alter table rubric.case_file set (fillfactor = 70)',
  // The piles of a day: see `piles.ts`.
  `alter table rubric.work add pile text collate "C" generated always as (case item ->> 'kind'
     when 'recommendation' then case item ->> 'state' when 'open' then 'answers' else 'find-out' end
     when 'duty' then case when item ->> 'state' = 'missed' then 'late' when due is null then 'undated' else 'dated' end
     when 'document' then 'documents'
     when 'review' then 'review'
     else 'undated' end) stored`,
  'drop index rubric.work_programme_due_idx',
  'create index on rubric.work (programme, pile, due, ref, ordinal)',
];

const setting = (name: string): string => `(select current_setting('rubric.${name}', true))`;

/**
 * Whoever is inside and at no site sees every case of the programme, so for him no case is looked up for each row; the
 * keys between the tables see to it that there is one.
 */
const sight = (table: string): string =>
  `alter policy in_sight on rubric.${table} using (${table}.programme = ${setting('programme')}
     and ((${setting('side')} = 'inside' and ${setting('sites')} = '*') or exists (select from rubric.case_file f
       where f.programme = ${table}.programme and f.ref = ${table}.ref)))`;

/** As in 001, of `{ cases, work }`: each standing and each item a text within the text, and written where it is another one. */
const stand = `create or replace function rubric.stand(standings json) returns void
  language plpgsql set search_path = pg_catalog as $$
  declare
    a_programme text := current_setting('rubric.programme', true);
    refs text[] := array(select s ->> 'ref' from json_array_elements(standings -> 'cases') s);
  begin
    update rubric.case_file f set standing = s.standing::json, as_of = s."asOf", stage = s.stage, stage_order = s."order",
        closed = s.closed, in_group = s."group", due = s.due, credited = s.credited, sessions = s.sessions
      from json_to_recordset(standings -> 'cases') as s (ref text, standing text, "asOf" text, stage text, "order" smallint,
        closed boolean, "group" text, due text, credited integer, sessions integer)
      where f.programme = a_programme and f.ref = s.ref
        and (f.standing::text, f.as_of, f.stage, f.stage_order, f.closed, f.in_group, f.due, f.credited, f.sessions)
          is distinct from (s.standing, s."asOf", s.stage, s."order", s.closed, s."group", s.due, s.credited, s.sessions);
    delete from rubric.work w where w.programme = a_programme and w.ref = any (refs)
      and not exists (select from json_to_recordset(standings -> 'work') as s (ref text, ordinal integer, item text)
        where s.ref = w.ref and s.ordinal = w.ordinal and s.item = w.item::text);
    insert into rubric.work (programme, ref, ordinal, roles, due, item)
      select a_programme, s.ref, s.ordinal, s.roles, s.due, s.item::json
      from json_to_recordset(standings -> 'work') as s (ref text, ordinal integer, roles text[], due text, item text)
      where not exists (select from rubric.work w
        where w.programme = a_programme and w.ref = s.ref and w.ordinal = s.ordinal);
  end $$`;

const keep = `create or replace function rubric.keep(a_at text, added json, standings json) returns void
  language plpgsql set search_path = pg_catalog as $$
  begin
    perform rubric.append(each ->> 'ref', a_at, each -> 'his', each -> 'hers') from json_array_elements(added) each;
    if json_array_length(standings -> 'cases') > 0 then perform rubric.stand(standings); end if;
  end $$`;

/** As in 040, but that reviews of his place that were asked for can be looked at by themselves. */
const waiting = [
  `create view rubric.waiting_review with (security_invoker = true) as
    select programme, ref, 1000000 as ordinal, array[for_role] as roles, null::text collate "C" as due,
      json_build_object('kind', 'review', 'of', 'review-of-place', 'words', 'A review of his place was asked for',
        'state', 'open', 'by', array[for_role]) as item
    from rubric.review where answered is null`,
  `create or replace view rubric.waiting with (security_invoker = true) as
    select programme, ref, ordinal, roles, due, item from rubric.work
    union all select programme, ref, ordinal, roles, due, item from rubric.waiting_review`,
  'grant select on rubric.waiting_review to rubric_app',
];

export const quickLists: Migration = {
  async up(db) {
    for (const each of columns) await statement(each).execute(db);
    for (const each of ['case_event', 'work', 'group_place', 'catch_up']) await statement(sight(each)).execute(db);
    for (const each of [stand, keep, ...waiting]) await statement(each).execute(db);
  },
};
