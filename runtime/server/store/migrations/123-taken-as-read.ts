/**
 * Cases are found and taken without their events where these are as they were read a moment ago: `known` has, beside each
 * reference, how many there were then, or nothing; where there still are as many, `his` is nothing.
 */
import type { Migration } from 'kysely';
import { statement } from '../guarded.js';

const found = `create function rubric.found(refs text[], known integer[] default '{}')
  returns table (file json, his json) language sql stable set search_path = pg_catalog as $$
    select json_build_object('programme', f.programme, 'ref', f.ref, 'name', f.name, 'site', f.site, 'began', f.began,
        'form', f.form, 'referrer', f.referrer, 'definition', f.definition, 'demonstration', f.demonstration, 'his', f.his),
      case when f.his is distinct from known[array_position(refs, f.ref)] then
        coalesce((select json_agg(json_build_array(e.kind, e.event, e.payload) order by e.number)
          from rubric.case_event e where e.programme = f.programme and e.ref = f.ref), '[]') end
    from rubric.case_file f
    where f.programme = (select current_setting('rubric.programme', true)) and f.ref = any (refs)
  $$`;

/** Taken in one order, as before, so that two who take several never wait for each other. */
const take = `create function rubric.take(refs text[], known integer[] default '{}')
  returns table (file json, his json) language plpgsql set search_path = pg_catalog as $$
  begin
    perform from rubric.case_file f
      where f.programme = (select current_setting('rubric.programme', true)) and f.ref = any (refs)
      order by f.ref for update;
    return query select * from rubric.found(refs, known);
  end $$`;

const inPlace = [
  'drop function rubric.take(text[]), rubric.found(text[])',
  found,
  take,
  'revoke all on function rubric.found, rubric.take from public',
  'grant execute on function rubric.found, rubric.take to rubric_app',
];

export const takenAsRead: Migration = {
  async up(db) {
    for (const each of inPlace) await statement(each).execute(db);
  },
};
