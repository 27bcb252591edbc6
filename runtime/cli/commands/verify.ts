import type { Command } from 'commander';
import type { Tampered } from '../../server/store/contract.js';
import { exit, type Io } from '../io.js';
import { dataOption, ofDatabaseUrl, storePlace } from '../store-place.js';

/** `rubric verify`: whether everything in the store is what was recorded. */
export const verify = (program: Command, io: Io, done: (code: number) => void): void => {
  program
    .command('verify')
    .summary('say whether what the store holds is what was recorded')
    .description(
      'Reads every row of every case and says whether each is what was recorded and follows from the one before it. Names the first that does not, and then ends with 1. People may go on working.',
    )
    .addOption(dataOption())
    .addHelpText('after', ofDatabaseUrl)
    .action(async ({ data }: { data?: string }) => done(await run(data, io)));
};

const run = async (data: string | undefined, io: Io): Promise<number> => {
  const [{ runStore }, { verify: verifyStore }] = await Promise.all([
    import('../../server/store/open-store.js'),
    import('../../server/store/verify.js'),
  ]);
  const { server, stop } = await runStore(storePlace(data));
  try {
    const { cases, rows, tampered } = await verifyStore(server);
    if (tampered) {
      io.err(`${tamperedInWords(tampered)}\n`);
      return exit.failed;
    }
    const [of, all] = [`${cases} ${cases === 1 ? 'case' : 'cases'}`, `${rows} ${rows === 1 ? 'row' : 'rows'}`];
    io.out(`All is as it was recorded: ${of}, ${all}, each following from the one before it.\n`);
    return exit.well;
  } finally {
    await stop();
  }
};

const tamperedInWords = ({ programme, ref, stream, number, because }: Tampered): string =>
  `In ${programme}, case ${ref}, row ${number} of ${stream === 'his' ? 'his side' : 'the partner’s side'} is not as it was recorded: ${because}.`;
