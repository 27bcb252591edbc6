/**
 * A server that only sends, in a process of its own, so that it can be killed at any step. Arguments: the database, the
 * mail server, and the step at which it kills itself, if any. It says `ready` once it runs.
 */
import { openPost } from '../../../runtime/server/post/post.js';
import type { Step } from '../../../runtime/server/post/runner.js';
import { openStore } from '../../../runtime/server/store/open-store.js';
import { standingOf } from './standing.js';

const [databaseUrl = '', smtpUrl = '', dies] = process.argv.slice(2);
const now = (): string => new Date().toISOString();

const at = async (step: Step): Promise<void> => {
  if (step === dies) process.kill(process.pid, 'SIGKILL');
  // Nothing after that is done while the signal is under way.
  if (step === dies) await new Promise(() => {});
};

const store = await openStore({ databaseUrl, now, project: standingOf });
await openPost({ store, now, smtpUrl, from: 'Office <office@example.org>', runner: { at } });
process.stdout.write('ready\n');
setInterval(() => {}, 60_000);
