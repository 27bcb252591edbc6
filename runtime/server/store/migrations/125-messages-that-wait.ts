/** Messages that wait for a person are counted on the page of every day: of all those kept they are found at once. */
import type { Migration } from 'kysely';
import { statement } from '../guarded.js';

export const messagesThatWait: Migration = {
  async up(db) {
    await statement(
      "create index message_for_a_person on rubric.message (programme) where state in ('perhaps', 'held')",
    ).execute(db);
  },
};
