import { watch } from 'chokidar';
import { folderOf } from '../bundle-files/definition-texts.js';
import { exit, faultInWords, type Io } from './io.js';
import type { Located } from './located.js';

/** Milliseconds of quiet before a change counts: an editor often writes one file in several steps. */
const quiet = 80;

/**
 * Runs `again` now and after every change of a YAML file of these definitions, until `io.stop`. What goes wrong in one
 * run is said, and the next change starts another.
 */
export const watching = async (located: Located[], again: () => Promise<number>, io: Io): Promise<number> => {
  const folders = await Promise.all(located.map(({ path }) => folderOf(path)));
  const run = async (): Promise<void> => {
    await again().catch((fault) => io.err(`${faultInWords(fault)}\n`));
    io.out('Waiting for a change. Stop with Ctrl+C.\n');
  };
  let turn = run();
  let soon: NodeJS.Timeout | undefined;
  const watcher = watch(folders, { ignoreInitial: true, depth: 5 });
  watcher.on('all', (_what, path) => {
    if (!/\.yaml$/i.test(path)) return;
    clearTimeout(soon);
    soon = setTimeout(() => {
      turn = turn.then(run);
    }, quiet);
  });
  await stopped(io);
  clearTimeout(soon);
  await watcher.close();
  await turn;
  return exit.well;
};

/** Resolves when `io.stop` says so; without one, never. */
export const stopped = ({ stop }: Io): Promise<void> =>
  new Promise((resolve) => {
    if (stop?.aborted === true) resolve();
    stop?.addEventListener('abort', () => resolve(), { once: true });
  });
