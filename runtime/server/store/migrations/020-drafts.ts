/**
 * Forms while somebody fills them in. Nobody but he reads them, whoever else works here. What he types of hers lies in her
 * schema from the first letter on: no role of the server reads that table, and two functions reach a draft's own row of it
 * for whoever types it. Once it is sent the draft is gone, and with it what he could still read of hers.
 */
import type { Migration } from 'kysely';
import { guarded, statement } from '../guarded.js';

const tables = [
  `create table rubric.draft (
    programme text not null check (programme <> ''),
    id text not null,
    person text not null,
    role text not null,
    form text not null,
    ref text,
    version integer not null default 1,
    begun text collate "C" not null,
    touched text collate "C" not null,
    kept json not null,
    primary key (programme, id)
  )`,
  'create index on rubric.draft (programme, person, touched)',
  `create table hers.draft (
    programme text not null,
    id text not null,
    kept json not null,
    primary key (programme, id),
    foreign key (programme, id) references rubric.draft on delete cascade
  )`,
  'alter table hers.draft enable row level security',
  'revoke all on hers.draft from public',
  // Whether a person has found two cases to be of the same man.
  `create table rubric.likeness (
    programme text not null,
    ref text not null,
    other text not null,
    same boolean not null,
    person text not null,
    name text not null,
    role text not null,
    at text collate "C" not null,
    because text not null,
    foreign key (programme, ref) references rubric.case_file,
    foreign key (programme, other) references rubric.case_file (programme, ref)
  )`,
  'create index on rubric.likeness (programme, ref)',
];

const own = `d.programme = current_setting('rubric.programme', true) and d.person = current_setting('rubric.person', true)`;
const functions = [
  `create function rubric.her_part_of_draft(a_id text) returns json
    language sql stable security definer set search_path = pg_catalog as $$
      select h.kept from rubric.draft d join hers.draft h on h.programme = d.programme and h.id = d.id
      where d.id = a_id and ${own}
    $$`,
  `create function rubric.keep_her_part_of_draft(a_id text, a_kept json) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
    begin
      insert into hers.draft (programme, id, kept)
        select d.programme, d.id, a_kept from rubric.draft d where d.id = a_id and ${own}
        on conflict (programme, id) do update set kept = excluded.kept;
      if not found then raise exception 'There is no such draft.'; end if;
    end $$`,
  'revoke all on function rubric.her_part_of_draft, rubric.keep_her_part_of_draft from public',
  'grant execute on function rubric.her_part_of_draft, rubric.keep_her_part_of_draft to rubric_app',
];

export const drafts: Migration = {
  async up(db) {
    for (const each of tables) await statement(each).execute(db);
    await guarded(db, 'rubric.draft', { rights: 'select, insert, update, delete', seenBy: 'person' });
    await guarded(db, 'rubric.likeness', { rights: 'select, insert', seenBy: 'case' });
    for (const each of [
      // A case is in sight for whoever sent it, too; this is for people inside alone.
      `create policy inside_alone on rubric.likeness as restrictive using (current_setting('rubric.side', true) = 'inside')`,
      ...functions,
    ])
      await statement(each).execute(db);
  },
};
