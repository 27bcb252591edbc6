/** What each of those who decide together says of a decision; the reason of whoever may see her side lies on her side. */
import type { Migration } from 'kysely';
import { guarded, statement } from '../guarded.js';

const tables = [
  // Nothing is changed: whoever thinks better of it signs again, and the latest of each role in a round counts.
  `create table rubric.sign_off (
    programme text not null,
    ref text not null,
    key text not null,
    number bigint generated always as identity,
    round integer not null,
    role text not null,
    agrees_to text not null,
    reason text,
    person text not null,
    name text not null,
    at text not null,
    primary key (programme, key),
    foreign key (programme, ref) references rubric.case_file
  )`,
  `create table hers.sign_off_reason (
    programme text not null,
    ref text not null,
    key text not null,
    reason text not null,
    primary key (programme, key)
  )`,
  'create index on rubric.sign_off (programme, ref, number)',
];

export const signOffs: Migration = {
  async up(db) {
    for (const each of tables) await statement(each).execute(db);
    await guarded(db, 'rubric.sign_off', { rights: 'select, insert', seenBy: 'case' });
    await guarded(db, 'hers.sign_off_reason', { rights: 'select, insert', seenBy: 'case' });
  },
};
