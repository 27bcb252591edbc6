/** Groups as they are run, who has a place in them, what was said of their sessions, and days on which nothing is held. */
import type { Migration } from 'kysely';
import { guarded, statement } from '../guarded.js';

const tables = [
  `create table rubric.meeting_group (
    programme text not null check (programme <> ''),
    id text not null,
    key text not null,
    site text,
    about json not null,
    person text not null,
    primary key (programme, id),
    unique (programme, key)
  )`,
  `create table rubric.group_place (
    programme text not null,
    group_id text not null,
    ref text not null,
    since text collate "C" not null,
    until text collate "C",
    person text not null,
    primary key (programme, group_id, ref, since),
    foreign key (programme, group_id) references rubric.meeting_group,
    foreign key (programme, ref) references rubric.case_file
  )`,
  `create table rubric.closure_day (
    programme text not null check (programme <> ''),
    id text not null,
    day text collate "C" not null,
    because text not null,
    site text,
    group_id text,
    person text not null,
    primary key (programme, id)
  )`,
  // Each change is a row of its own, so that what was said before stays; two of one edition cannot be.
  `create table rubric.group_session (
    programme text not null,
    group_id text not null,
    day text collate "C" not null,
    edition integer not null,
    topic text,
    facilitators json not null,
    cancelled text,
    marked integer not null,
    by text not null,
    at text not null,
    person text not null,
    primary key (programme, group_id, day, edition),
    foreign key (programme, group_id) references rubric.meeting_group
  )`,
  `create table rubric.catch_up (
    programme text not null,
    group_id text not null,
    day text collate "C" not null,
    ref text not null,
    about text not null,
    person text not null,
    primary key (programme, ref, about),
    foreign key (programme, group_id) references rubric.meeting_group,
    foreign key (programme, ref) references rubric.case_file
  )`,
  'create index on rubric.group_place (programme, ref)',
];

/** What is of one site is for those of that site; what is of none, for all inside. */
const ofSite = (table: string): string =>
  `create policy of_site on rubric.${table} as restrictive using (site is null
     or (select current_setting('rubric.sites', true)) = '*'
     or site = any (string_to_array((select current_setting('rubric.sites', true)), ',')))`;
/** What is of a group, for those who see the group. */
const ofGroup = (table: string): string =>
  `create policy of_group on rubric.${table} as restrictive using (exists (select from rubric.meeting_group g
     where g.programme = ${table}.programme and g.id = ${table}.group_id))`;

export const groups: Migration = {
  async up(db) {
    for (const each of tables) await statement(each).execute(db);
    await guarded(db, 'rubric.meeting_group', { rights: 'select, insert, update', seenBy: 'inside' });
    await guarded(db, 'rubric.closure_day', { rights: 'select, insert, delete', seenBy: 'inside' });
    await guarded(db, 'rubric.group_session', { rights: 'select, insert', seenBy: 'inside' });
    await guarded(db, 'rubric.group_place', { rights: 'select, insert, update', seenBy: 'case' });
    await guarded(db, 'rubric.catch_up', { rights: 'select, insert, update', seenBy: 'case' });
    for (const each of [ofSite('meeting_group'), ofSite('closure_day'), ofGroup('group_session')])
      await statement(each).execute(db);
  },
};
