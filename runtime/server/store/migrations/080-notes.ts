/** What staff note of a case beside what its definition has recorded. His side alone: what is hers has notes of its own. */
import type { Migration } from 'kysely';
import { guarded, statement } from '../guarded.js';

export const notes: Migration = {
  async up(db) {
    // Nothing is changed: a note that takes another back names it, and both stay.
    await statement(`create table rubric.note (
      programme text not null,
      ref text not null,
      key text not null,
      number bigint generated always as identity,
      says text not null,
      takes_back text,
      person text not null,
      name text not null,
      role text not null,
      at text not null,
      primary key (programme, key),
      foreign key (programme, ref) references rubric.case_file
    )`).execute(db);
    await statement('create index on rubric.note (programme, ref, number)').execute(db);
    await guarded(db, 'rubric.note', { rights: 'select, insert', seenBy: 'case' });
    // A note is for those who work with him: nobody outside reads one of the man whom he referred.
    await statement(`create policy of_inside on rubric.note as restrictive
      using ((select current_setting('rubric.side', true)) = 'inside')`).execute(db);
  },
};
