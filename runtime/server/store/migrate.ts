/** Brings the tables to where this version of Rubric expects them. */
import { type Migration, Migrator } from 'kysely';
import { ownerOf } from './connections.js';
import { migrations } from './migrations.js';
import type { Reached } from './roles.js';

const migrationTable = 'rubric_migration';

/**
 * Runs the migrations that have not been run; several servers that start at once wait for each other. Throws a sentence where one fails, or where the database is ahead of this version of Rubric.
 */
export const migrate = async (server: Reached, all = migrations): Promise<void> => {
  const db = ownerOf(server);
  try {
    const migrator = new Migrator({
      db,
      provider: { getMigrations: async () => ({ ...all }) as Record<string, Migration> },
      migrationTableSchema: 'rubric_migrations',
      migrationTableName: migrationTable,
      migrationLockTableName: `${migrationTable}_lock`,
      allowUnorderedMigrations: true,
    });
    const { error, results } = await migrator.migrateToLatest();
    if (error === undefined) return;
    const failed = results?.find(({ status }) => status === 'Error')?.migrationName;
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(
      failed === undefined
        ? `The database is of another version of Rubric than this one: ${why}.`
        : `The database could not be brought up to this version: ${failed} failed. ${why}.`,
      { cause: error },
    );
  } finally {
    await db.destroy();
  }
};
