/** Decisions that wait for somebody lie on a pile of their own; how each case stands is worked out again when the server starts. */
import type { Migration } from 'kysely';
import { statement } from '../guarded.js';

const statements = [
  // The index goes with it.
  'alter table rubric.work drop column pile',
  // The piles of a day: see `piles.ts`.
  `alter table rubric.work add pile text collate "C" generated always as (case item ->> 'kind'
     when 'recommendation' then case item ->> 'state' when 'open' then 'answers' else 'find-out' end
     when 'decision' then 'decisions'
     when 'duty' then case when item ->> 'state' = 'missed' then 'late' when due is null then 'undated' else 'dated' end
     when 'document' then 'documents'
     when 'review' then 'review'
     else 'undated' end) stored`,
  'create index on rubric.work (programme, pile, due, ref, ordinal)',
  'update rubric.case_file set as_of = null where not closed',
];

export const decisionsThatWait: Migration = {
  async up(db) {
    for (const each of statements) await statement(each).execute(db);
  },
};
