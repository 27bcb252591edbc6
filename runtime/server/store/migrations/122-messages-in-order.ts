/**
 * Messages of one instant stand in the order in which they were added: what tells them apart is random, and so was the
 * order in which they were listed. Those that are there already are numbered by when the first step of each was noted.
 */
import type { Migration } from 'kysely';
import { statement } from '../guarded.js';

const inOrder = [
  'alter table rubric.message add number integer',
  `update rubric.message set number = numbered.n from (
     select m.id, row_number() over (order by m.made, min(s.number), m.id) as n
     from rubric.message m left join rubric.message_step s on s.message = m.id group by m.id, m.made) numbered
   where numbered.id = message.id`,
  'alter table rubric.message alter number set not null',
  'alter table rubric.message alter number add generated always as identity',
  `select setval(pg_get_serial_sequence('rubric.message', 'number'),
     (select coalesce(max(number), 0) + 1 from rubric.message), false)`,
  'drop index rubric.message_programme_made_id_idx',
  'create index on rubric.message (programme, made desc, number desc)',
];

export const messagesInOrder: Migration = {
  async up(db) {
    for (const each of inOrder) await statement(each).execute(db);
  },
};
