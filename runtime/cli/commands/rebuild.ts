import type { Command } from 'commander';
import { exit, type Io } from '../io.js';
import { dataOption, ofDatabaseUrl, storePlace } from '../store-place.js';

/** `rubric rebuild`: works out again how every case stands. */
export const rebuild = (program: Command, io: Io, done: (code: number) => void): void => {
  program
    .command('rebuild')
    .summary('work out again how every case of the store stands')
    .description(
      'Works out again, from what was recorded, how every case stands and what is owed: what lists and the day’s work are made of. Says how many differed from what was kept. People may go on working.',
    )
    .addOption(dataOption())
    .addHelpText('after', ofDatabaseUrl)
    .action(async ({ data }: { data?: string }) => done(await run(data, io)));
};

const run = async (data: string | undefined, io: Io): Promise<number> => {
  const [{ openStore, programmesOf }, { ofItself }, { standingOf }, { keptEvaluations }] = await Promise.all([
    import('../../server/store/open-store.js'),
    import('../../server/store/definitions.js'),
    import('../../server/cases/standing.js'),
    import('../../server/cases/seen-case.js'),
  ]);
  const where = storePlace(data);
  const programmes = await programmesOf(where);
  const evaluations = keptEvaluations();
  const store = await openStore({
    ...where,
    embedded: { use: 'beside' },
    now: () => new Date().toISOString(),
    project: (found, bundle, now, signed) => standingOf(bundle, found, now, evaluations, signed),
  });
  try {
    let [cases, differed] = [0, 0];
    for (const programme of programmes) {
      const again = await store.rebuild(ofItself(programme));
      cases += again.cases;
      differed += again.differed;
    }
    const of = cases === 1 ? 'One case was' : `${cases} cases were`;
    io.out(`${of} worked out again; ${differed === 0 ? 'none' : differed} differed from what was kept.\n`);
    return exit.well;
  } finally {
    await store.close();
  }
};
