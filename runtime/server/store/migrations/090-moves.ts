/** Cases that were moved to a later version of their definition: who did it, when, why, and from which to which. */
import type { Migration } from 'kysely';
import { guarded, statement } from '../guarded.js';

export const moves: Migration = {
  async up(db) {
    await statement(`create table rubric.move (
      programme text not null,
      ref text not null,
      key text not null,
      number bigint generated always as identity,
      was text not null,
      definition text not null,
      because text not null,
      person text not null,
      name text not null,
      role text not null,
      at text not null,
      primary key (programme, key),
      foreign key (programme, ref) references rubric.case_file,
      foreign key (programme, was) references rubric.definition,
      foreign key (programme, definition) references rubric.definition
    )`).execute(db);
    await statement('create index on rubric.move (programme, ref, number)').execute(db);
    await guarded(db, 'rubric.move', { rights: 'select, insert', seenBy: 'case' });
    await statement(`create policy of_inside on rubric.move as restrictive
      using ((select current_setting('rubric.side', true)) = 'inside')`).execute(db);
    await statement('grant update (definition) on rubric.case_file to rubric_app').execute(db);
  },
};
