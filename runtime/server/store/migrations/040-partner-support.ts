/**
 * What those who support a partner keep beside the case: how she can be reached, what she wishes, attempts to reach her, who
 * supports her. Rows are only ever added. A review of his place is on his side, without who asked for it or why; why is on
 * hers.
 */
import type { Migration } from 'kysely';
import { guarded, statement } from '../guarded.js';

const setting = (name: string): string => `(select current_setting('rubric.${name}', true))`;

const tables = [
  // `place`: in which order they were kept. `body`: as `kind` has it.
  `create table hers.said (
    programme text not null,
    ref text not null,
    entry text not null,
    place bigint generated always as identity,
    id text not null,
    kind text not null check (kind in ('reach', 'wishes', 'attempt', 'assigned')),
    at text collate "C" not null,
    person text not null,
    by_name text not null,
    role text not null,
    body json not null,
    primary key (programme, id),
    foreign key (programme, ref) references rubric.case_file
  )`,
  'create index on hers.said (programme, ref, entry, kind, place)',
  // Nothing here says who asked for it.
  `create table rubric.review (
    programme text not null,
    ref text not null,
    id text not null,
    asked text collate "C" not null,
    words text not null,
    for_role text not null,
    answered text collate "C",
    answered_by text,
    answered_name text,
    answered_role text,
    outcome text,
    says text,
    primary key (programme, id),
    foreign key (programme, ref) references rubric.case_file
  )`,
  'create index on rubric.review (programme, ref)',
  `create table hers.review_ground (
    programme text not null,
    ref text not null,
    entry text not null,
    review text not null,
    at text collate "C" not null,
    person text not null,
    by_name text not null,
    role text not null,
    ground text not null,
    primary key (programme, review),
    foreign key (programme, ref) references rubric.case_file
  )`,
];

const ofReviews = [
  'alter table rubric.review enable row level security',
  `create policy inside on rubric.review using (
    programme = ${setting('programme')} and ${setting('side')} = 'inside' and exists (select from rubric.case_file f
      where f.programme = review.programme and f.ref = review.ref))`,
  'revoke all on rubric.review from public',
  'grant select, insert on rubric.review to rubric_app',
  'grant update (answered, answered_by, answered_name, answered_role, outcome, says) on rubric.review to rubric_app',
  // What waits for people: what follows from a case, and reviews that were asked for.
  `create view rubric.waiting with (security_invoker = true) as
    select programme, ref, ordinal, roles, due, item from rubric.work
    union all
    select programme, ref, 1000000, array[for_role], null,
      json_build_object('kind', 'review', 'of', 'review-of-place', 'words', 'A review of his place was asked for',
        'state', 'open', 'by', array[for_role])
    from rubric.review where answered is null`,
  'grant select on rubric.waiting to rubric_app',
];

export const partnerSupport: Migration = {
  async up(db) {
    for (const each of tables) await statement(each).execute(db);
    await guarded(db, 'hers.said', { rights: 'select, insert', seenBy: 'case' });
    await guarded(db, 'hers.review_ground', { rights: 'select, insert', seenBy: 'case' });
    for (const each of ofReviews) await statement(each).execute(db);
  },
};
