/**
 * What was erased of a case counts as nothing that was added to it: where anything was, its events are read again, so that
 * what somebody had read before the erasure is not taken for what there is (see `123-taken-as-read.ts`).
 */
import type { Migration } from 'kysely';
import { statement } from '../guarded.js';

const found = `create or replace function rubric.found(refs text[], known integer[] default '{}')
  returns table (file json, his json) language sql stable set search_path = pg_catalog as $$
    select json_build_object('programme', f.programme, 'ref', f.ref, 'name', f.name, 'site', f.site, 'began', f.began,
        'form', f.form, 'referrer', f.referrer, 'definition', f.definition, 'demonstration', f.demonstration, 'his', f.his),
      case when f.his is distinct from known[array_position(refs, f.ref)]
          or exists (select from rubric.erasure x where x.programme = f.programme and x.ref = f.ref) then
        coalesce((select json_agg(json_build_array(e.kind, e.event, e.payload) order by e.number)
          from rubric.case_event e where e.programme = f.programme and e.ref = f.ref), '[]') end
    from rubric.case_file f
    where f.programme = (select current_setting('rubric.programme', true)) and f.ref = any (refs)
  $$`;

export const erasedSince: Migration = {
  async up(db) {
    await statement(found).execute(db);
  },
};
