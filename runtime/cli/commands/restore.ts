import type { Command } from 'commander';
import { exit, type Io } from '../io.js';
import { dataFolder, dataOption, ofDatabaseUrl, storePlace } from '../store-place.js';

/** `rubric restore`: a store from a back-up. */
export const restore = (program: Command, io: Io, done: (code: number) => void): void => {
  program
    .command('restore')
    .summary('make a store from a back-up')
    .description(
      'Puts what `rubric backup` wrote into a new data folder or an empty database, brings it up to this version of Rubric, and says whether all of it is as it was recorded. Never over anything.',
    )
    .argument('<file>', 'what `rubric backup` wrote')
    .addOption(dataOption())
    .addHelpText('after', ofDatabaseUrl)
    .action(async (file: string, { data }: { data?: string }) => done(await run(file, data, io)));
};

const run = async (file: string, data: string | undefined, io: Io): Promise<number> => {
  const [{ runDatabase }, { restore: restoreStore }, { verify }, { keepSecret }] = await Promise.all([
    import('../../server/store/open-store.js'),
    import('../../server/store/back-up.js'),
    import('../../server/store/verify.js'),
    import('../../server/secret.js'),
  ]);
  const { server, stop } = await runDatabase(storePlace(data));
  try {
    const { tables, rows, beside } = await restoreStore(server, file);
    if (beside.secret !== undefined) await keepSecret(dataFolder(data), beside.secret);
    io.out(`${rows} rows of ${tables} tables were restored.\n`);
    const { tampered } = await verify(server);
    if (!tampered) return exit.well;
    io.err('Not all of it is as it was recorded; it was not when the back-up was made either. See rubric verify.\n');
    return exit.failed;
  } finally {
    await stop();
  }
};
