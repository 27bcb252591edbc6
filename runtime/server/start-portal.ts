import { join } from 'node:path';
import { evaluate } from '../../engine/index.js';
import { compile as compileTexts } from '../../generator/index.js';
import { openLibrary } from '../definition/library.js';
import type { Compile } from '../definition/load-definition.js';
import { buildPortal } from './build-portal.js';
import { type Clock, fillWithDemonstration } from './demonstration/fill.js';
import { type Introduced, introductions } from './demonstration/introductions.js';
import { isEmpty } from './demonstration/whose-store.js';
import { type Opened, openOffice } from './open-office.js';
import { secretOf } from './secret.js';

const compilePlaying: Compile = (texts) => compileTexts(texts, { play: evaluate });

export interface PortalServerOptions {
  /** A definition, or a folder that holds some. */
  folder: string;
  /** Where the database of our own, the secret and the lock lie; made where there is none. */
  data: string;
  /** Another Postgres, 15 or later, in place of one of our own. */
  databaseUrl?: string;
  /** 0 for any that is free. */
  port: number;
  /** Default: this machine only. */
  host?: string;
  /** The present instant; the only clock. */
  now?: () => string;
  /** Leaves an empty store empty. Default: it is filled with a demonstration, where this serves its own machine alone. */
  empty?: boolean;
  /** "https://rubric.example.org", where people reach it by another name than its own. */
  url?: string;
  secret?: string;
  smtpUrl?: string;
  from?: string;
  assets?: string;
  compile?: Compile;
  /** Where a fault of ours is told. Default: stderr. */
  log?: (line: string) => void;
}

export interface PortalServer {
  url: string;
  /** The link that makes the first administrator, as long as there is none. */
  firstAdministrator?: string;
  /** Who can be signed in as, where this is a demonstration. */
  demonstration?: Introduced[];
  close(): Promise<void>;
}

const codeWords = (email: string, code: string): string =>
  `No mail is sent from here. The code to sign in as ${email} is ${code}\n`;

const local = ['localhost', '127.0.0.1', '[::1]'];
/** Milliseconds between two looks at whether a new day has begun. */
const often = 10 * 60_000;

const clockFrom = (now: () => string): Clock => {
  let stopped: string | undefined;
  return {
    now: () => stopped ?? now(),
    set: (instant) => {
      stopped = instant;
    },
  };
};

/** Whatever was opened is closed again, the last first, each once. */
const closing = () => {
  const open: (() => Promise<unknown>)[] = [];
  return {
    add: (close: () => Promise<unknown>) => void open.push(close),
    async all() {
      for (let close = open.pop(); close; close = open.pop()) await close();
    },
  };
};

const keepFresh = (opened: Opened, log: (line: string) => void): (() => Promise<void>) => {
  let turn: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    turn = turn.then(opened.refresh).catch(() => log('How cases stand today could not be worked out.\n'));
  }, often);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await turn;
  };
};

/**
 * Serves the working portal until it is closed. Rejects with a sentence where the folder cannot be read, the data folder is
 * used by another process, or the database or the port cannot be had.
 */
export const startPortal = async (options: PortalServerOptions): Promise<PortalServer> => {
  const { folder, data, host = '127.0.0.1', compile = compilePlaying, log = toStderr } = options;
  const clock = clockFrom(options.now ?? (() => new Date().toISOString()));
  const close = closing();
  try {
    const library = await openLibrary(folder, compile);
    close.add(() => library.close());
    let url = options.url ?? `http://localhost:${options.port}`;
    const isHere = options.url === undefined && (local.includes(host) || host === '::1');
    const invents = !options.empty && isHere;
    const opened = await openOffice({
      ...options,
      invents,
      // Whoever sees the terminal of a server for its own machine alone is at that machine.
      ...(isHere && { codeKept: (email, code) => log(codeWords(email, code)) }),
      library,
      now: clock.now,
      secret: await secretOf(data, options.secret),
      url: () => url,
      database: options.databaseUrl === undefined ? { dataFolder: join(data) } : { databaseUrl: options.databaseUrl },
    });
    close.add(opened.close);
    if (invents && (await isEmpty({ store: opened.store, library })))
      await fillWithDemonstration({ ...opened.office, store: opened.store, people: opened.people, clock });
    await opened.refresh();
    close.add(keepFresh(opened, log));
    const demonstration = await introductions(opened);
    // Whoever can reach it could be anybody of these: never but on the machine of whoever looks.
    const mayTry = isHere && demonstration.length > 0;
    opened.introduced.demonstration = mayTry;
    const app = await buildPortal({
      office: opened.office,
      guardAccess: opened.access.guard,
      demonstration: demonstration.length > 0,
      mayWrite: isHere,
      log,
      tls: url.startsWith('https:'),
      ...(isHere && { hosts: local }),
      ...(options.assets !== undefined && { assets: options.assets }),
    });
    close.add(() => app.close());
    const at = await app.listen({ port: options.port, host });
    url = options.url ?? at;
    const link = await opened.people.firstAdministrator();
    return {
      url,
      ...(link !== undefined && { firstAdministrator: `${url}${link}` }),
      ...(mayTry && { demonstration }),
      close: close.all,
    };
  } catch (fault) {
    await close.all();
    throw fault;
  }
};

const toStderr = (line: string): void => void process.stderr.write(line);
