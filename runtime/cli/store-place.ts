import { join } from 'node:path';
import process from 'node:process';
import { Option } from 'commander';
import { projectFolder } from '../bundle-files/project-folder.js';
import type { Whereabouts } from '../server/store/open-store.js';

/** `--data`, of every command that opens a store. */
export const dataOption = (): Option =>
  new Option('--data <folder>', 'where the database lies (default: .rubric/data beside the program)');

/** Said with each of them. */
export const ofDatabaseUrl =
  '\nWith DATABASE_URL in the environment it is that Postgres; the data folder then holds only the secret of the server.\n';

/** The data folder that is meant. */
export const dataFolder = (asked: string | undefined): string => asked ?? join(projectFolder(), '.rubric', 'data');

/** Where the store is: the Postgres of DATABASE_URL, else the one in the data folder. */
export const storePlace = (asked: string | undefined): Whereabouts => {
  const { DATABASE_URL } = process.env;
  return DATABASE_URL ? { databaseUrl: DATABASE_URL } : { dataFolder: dataFolder(asked) };
};
