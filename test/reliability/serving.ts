/**
 * The portal in a process of its own, which ends itself as by `kill -9` where it is told to: when it is about to ask the
 * database for the n-th time since somebody sent a form. Arguments: the folder of definitions, the data folder, the
 * database, the mail server, the present instant, n (0 for never). It says where it serves, and then how often it has asked.
 */
import { channel } from 'node:diagnostics_channel';
import pg from 'pg';
import { startPortal } from '../../runtime/server/start-portal.js';

const [folder = '', data = '', databaseUrl = '', smtpUrl = '', instant = '', last = '0'] = process.argv.slice(2);

let asked = Number.NaN;
channel('http.server.request.start').subscribe((message) => {
  if ((message as { request: { method?: string } }).request.method === 'POST') asked = 0;
});

const query = pg.Client.prototype.query as (...given: unknown[]) => unknown;
pg.Client.prototype.query = function counting(this: unknown, ...given: unknown[]) {
  asked += 1;
  if (asked === Number(last)) process.kill(process.pid, 'SIGKILL');
  if (asked > 0) process.stdout.write(`asked ${asked}\n`);
  return query.apply(this, given);
} as typeof pg.Client.prototype.query;

const { url } = await startPortal({
  ...{ folder, data, databaseUrl, smtpUrl, port: 0, empty: true },
  ...{ now: () => instant, secret: 'a secret for tests, and for nothing else whatever' },
  from: 'Office <office@example.org>',
});
process.stdout.write(`at ${url}\n`);
