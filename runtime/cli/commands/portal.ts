import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import type { Command } from 'commander';
import { projectFolder } from '../../bundle-files/project-folder.js';
import type { PortalServer, PortalServerOptions } from '../../server/start-portal.js';
import { exit, type Io, UsageFault } from '../io.js';
import { port } from '../options.js';
import { stopped } from '../watching.js';

/** Tried first; where another program has it, any free port is taken. */
const usualPort = 3000;

const settings = `
Settings from the environment:
  DATABASE_URL   a Postgres, 15 or later, in place of the one that is made in the data folder
  RUBRIC_URL     where people reach it, "https://rubric.example.org", if not at its own address
  RUBRIC_SECRET  at least 32 random characters that seal cookies, in place of those in the data folder
  SMTP_URL       a mail server, "smtp://user:password@host:587"; without one mail is kept and shown,
                 and codes to sign in stand in the terminal, if it is for this machine alone
  MAIL_FROM      whom letters are from, "My Service <office@example.org>"
`;

interface Asked {
  data?: string;
  port?: number;
  host?: string;
  empty?: boolean;
}

/** `rubric portal`: serves the working portal. */
export const portal = (program: Command, io: Io, done: (code: number) => void): void => {
  program
    .command('portal')
    .summary('serve the working portal: real cases, kept in a database')
    .description(
      'Serves the working portal of definitions until it is stopped. A store that is still empty is filled with invented cases, to show what there is, if it is for this machine alone.',
    )
    .argument('[folder]', 'a definition, or a folder of definitions (default: definitions)')
    .option('--data <folder>', 'where the database lies (default: .rubric/data beside the program)')
    .option('--port <number>', `the port; without it ${usualPort}, or any other that is free`, port)
    .option('--host <name>', 'the address to listen at (default: this machine only)')
    .option('--empty', 'fills nothing in, and prints the link that makes the first administrator')
    .addHelpText('after', settings)
    .action(async (folder: string | undefined, asked: Asked) =>
      done(await run(folder ?? (existsSync('definitions') ? 'definitions' : '.'), asked, io)),
    );
};

/** What is named in the environment; what is empty there is not named. */
const fromEnvironment = (): Partial<PortalServerOptions> => {
  const { DATABASE_URL, RUBRIC_URL, RUBRIC_SECRET, SMTP_URL, MAIL_FROM } = process.env;
  return {
    ...(DATABASE_URL && { databaseUrl: DATABASE_URL }),
    ...(RUBRIC_URL && { url: RUBRIC_URL.replace(/\/+$/, '') }),
    ...(RUBRIC_SECRET && { secret: RUBRIC_SECRET }),
    ...(SMTP_URL && { smtpUrl: SMTP_URL }),
    ...(MAIL_FROM && { from: MAIL_FROM }),
  };
};

const run = async (folder: string, asked: Asked, io: Io): Promise<number> => {
  if (!existsSync(folder)) throw new UsageFault(`There is no folder “${folder}”.`);
  // Loaded only here: the other commands do without a server, and start the sooner.
  const [{ startPortal }, { freePort }] = await Promise.all([
    import('../../server/start-portal.js'),
    import('../../server/free-port.js'),
  ]);
  const chosen = await freePort(asked.port ?? usualPort, asked.port === undefined, asked.host);
  if (chosen === undefined) {
    io.err(`Another program uses port ${asked.port}. Choose another one with --port.\n`);
    return exit.failed;
  }
  io.out('Rubric is starting …\n');
  const data = asked.data ?? join(projectFolder(), '.rubric', 'data');
  const server = await startPortal({
    folder,
    data,
    port: chosen,
    ...(asked.host !== undefined && { host: asked.host }),
    ...(asked.empty && { empty: true }),
    ...fromEnvironment(),
  });
  io.out(greeting(server, asked.empty && server.demonstration ? [notEmpty(data)] : []));
  await stopped(io);
  await server.close();
  return exit.well;
};

/** The people of a demonstration as a table, programme by programme. */
const table = ({ demonstration = [] }: PortalServer): string => {
  const widths = (['role', 'name'] as const).map((column) =>
    Math.max(...demonstration.map((one) => one[column].length)),
  );
  const programmes = [...new Set(demonstration.map(({ programme }) => programme))];
  return programmes
    .map((programme) => {
      const rows = demonstration
        .filter((one) => one.programme === programme)
        .map(
          ({ role, name, email }) => `    ${role.padEnd(widths[0] ?? 0)}  ${name.padEnd(widths[1] ?? 0)}  ${email}\n`,
        );
      return `\n  ${programme ?? 'All programmes'}\n${rows.join('')}`;
    })
    .join('');
};

/** What is there stays: whoever wants to begin with nothing is told how, and does not take a demonstration for it. */
const notEmpty = (data: string): string => {
  const [lies, other] = fromEnvironment().databaseUrl ? ['this database', 'database'] : [data, 'folder with --data'];
  return `Nothing was filled in now, but what was invented earlier is still in ${lies}. Name another ${other} to begin with nothing.\n`;
};

const greeting = (server: PortalServer, more: readonly string[]): string => {
  const { url, demonstration, firstAdministrator } = server;
  return [
    `Rubric is at ${url}\n`,
    ...(firstAdministrator
      ? [`Nobody administers it yet. This link makes the first administrator: ${firstAdministrator}\n`]
      : []),
    ...(demonstration
      ? [`Everything in it is invented. Sign in as any of these people at ${url}/demonstration\n`, table(server), '\n']
      : []),
    ...more,
    'Stop it with Ctrl+C.\n',
  ].join('');
};
