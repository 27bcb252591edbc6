import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { exit, type Io, UsageFault } from '../io.js';
import { dataFolder, dataOption, ofDatabaseUrl, storePlace } from '../store-place.js';

interface Asked {
  data?: string;
  out: string;
}

/** `rubric backup`: the whole store in one file. */
export const backup = (program: Command, io: Io, done: (code: number) => void): void => {
  program
    .command('backup')
    .summary('write the whole store into one file')
    .description(
      'Writes everything that the store holds, as of one moment, into one file that only its owner can read. People may go on working. The file holds people’s data of both sides, and the secret of the server: keep it as you keep the store.',
    )
    .requiredOption('--out <file>', 'the file that is written; never over one that is there')
    .addOption(dataOption())
    .addHelpText('after', ofDatabaseUrl)
    .action(async (asked: Asked) => done(await run(asked, io)));
};

const run = async ({ data, out }: Asked, io: Io): Promise<number> => {
  if (existsSync(out)) throw new UsageFault(`There is a file “${out}” already.`);
  const [{ runStore }, { backUp }, { keptSecret }] = await Promise.all([
    import('../../server/store/open-store.js'),
    import('../../server/store/back-up.js'),
    import('../../server/secret.js'),
  ]);
  const { server, stop } = await runStore(storePlace(data));
  try {
    const secret = await keptSecret(dataFolder(data));
    const { tables, rows } = await backUp(
      server,
      out,
      new Date().toISOString(),
      secret === undefined ? {} : { secret },
    );
    io.out(`${rows} rows of ${tables} tables are in ${out}.\n`);
    return exit.well;
  } finally {
    await stop();
  }
};
