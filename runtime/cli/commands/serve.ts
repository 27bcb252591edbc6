import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { exit, type Io, UsageFault } from '../io.js';
import { port } from '../options.js';
import { stopped } from '../watching.js';

/** Tried first; where another program has it, any free port is taken. */
const usualPort = 3000;

/** `rubric serve`: serves the portal. */
export const serve = (program: Command, io: Io, done: (code: number) => void): void => {
  program
    .command('serve')
    .summary('serve the forms and decisions of definitions in a browser')
    .description('Serves definitions in a browser until it is stopped. A saved YAML file updates the open page.')
    .argument('[folder]', 'a definition, or a folder of definitions (default: definitions)')
    .option('--port <number>', `the port; without it ${usualPort}, or any other that is free`, port)
    .action(async (folder: string | undefined, options: { port?: number }) =>
      done(await run(folder ?? (existsSync('definitions') ? 'definitions' : '.'), options.port, io)),
    );
};

const run = async (folder: string, asked: number | undefined, io: Io): Promise<number> => {
  if (!existsSync(folder)) throw new UsageFault(`There is no folder “${folder}”.`);
  // Loaded only here: the other commands do without a server, and start the sooner.
  const { startServer } = await import('../../server/start-server.js');
  try {
    const server = await startServer({ folder, port: asked ?? usualPort }).catch((fault) => {
      if (asked === undefined && isTaken(fault)) return startServer({ folder, port: 0 });
      throw fault;
    });
    io.out(`Rubric is at ${server.url}\nStop it with Ctrl+C.\n`);
    await stopped(io);
    await server.close();
    return exit.well;
  } catch (fault) {
    if (!isTaken(fault)) throw fault;
    io.err(`Another program uses port ${asked}. Choose another one with --port.\n`);
    return exit.failed;
  }
};

const isTaken = (fault: unknown): boolean => (fault as NodeJS.ErrnoException).code === 'EADDRINUSE';
