/**
 * The portal in a process of its own, which ends itself as by `kill -9` where it is told to: when it is about to ask the
 * database for the n-th time since somebody sent a form, or (`kept n`) as soon as something is kept of a case for the n-th
 * time since. Arguments: the folder of definitions, the data folder, the database, the mail server, the present instant,
 * when it ends (0 for never). It says where it serves, and then how often it has asked.
 */
import { channel } from 'node:diagnostics_channel';
import pg from 'pg';
import { startPortal } from '../../runtime/server/start-portal.js';

const [folder = '', data = '', databaseUrl = '', smtpUrl = '', instant = '', last = '0'] = process.argv.slice(2);

const lastKept = Number(/^kept (\d+)$/.exec(last)?.[1]);

let asked = Number.NaN;
let kept = Number.NaN;
channel('http.server.request.start').subscribe((message) => {
  if ((message as { request: { method?: string } }).request.method !== 'POST') return;
  asked = 0;
  kept = 0;
});

/** Connections on which something of a case was written that is not kept yet. */
const writing = new WeakSet<object>();
const isKeptOn = (connection: object, [query]: unknown[]): boolean => {
  const text = typeof query === 'string' ? query : ((query as { text?: string } | undefined)?.text ?? '');
  if (text.includes('rubric.keep(')) writing.add(connection);
  return text === 'commit' && writing.delete(connection);
};

const query = pg.Client.prototype.query as (...given: unknown[]) => unknown;
pg.Client.prototype.query = function counting(this: object, ...given: unknown[]) {
  asked += 1;
  if (asked === Number(last)) process.kill(process.pid, 'SIGKILL');
  if (asked > 0) process.stdout.write(`asked ${asked}\n`);
  if (!isKeptOn(this, given)) return query.apply(this, given);
  return (query.apply(this, given) as Promise<unknown>).then((answer) => {
    kept += 1;
    if (kept === lastKept) process.kill(process.pid, 'SIGKILL');
    return answer;
  });
} as typeof pg.Client.prototype.query;

const { url } = await startPortal({
  ...{ folder, data, databaseUrl, smtpUrl, port: 0, empty: true },
  ...{ now: () => instant, secret: 'a secret for tests, and for nothing else whatever' },
  from: 'Office <office@example.org>',
});
process.stdout.write(`at ${url}\n`);
