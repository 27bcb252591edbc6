/**
 * A message that was held because its address was not known to be secure, and is now, is kept where nothing is sent from:
 * it waits for a person still, and no longer says that the address is not secure.
 */
import type { Migration } from 'kysely';
import { statement } from '../guarded.js';

const setting = (name: string): string => `(select current_setting('rubric.${name}', true))`;

/** As in 060, with what is kept beside what is sent and what went by hand. */
const alters = `alter policy alters on rubric.message
  with check (programme = ${setting('programme')}
    and (${setting('side')} = 'inside' or ${setting('person')} = 'system')
    and (message.ref is null or exists (select from rubric.case_file f
      where f.programme = message.programme and f.ref = message.ref))
    and state in ('waiting', 'by-hand', 'kept'))`;

export const keptMessages: Migration = {
  async up(db) {
    await statement(alters).execute(db);
  },
};
