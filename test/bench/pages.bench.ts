/**
 * A case of 60 events shown, a caseload of 10,000 listed, filtered and sorted, and the day's work of as many: each by itself,
 * through the whole server over a Postgres of our own. A page is asked for a minute after the one before it by the
 * server's clock, so that what a case comes to is worked out for each. Of the 10,000 all are copies of one that has a dozen
 * things that wait; those that are looked at for a near miss have its 60 events as well. Beside the pages stands what
 * Postgres alone takes for the plainest list of as many rows, and for the events of one case.
 */
import { chmodSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { evaluate } from '../../engine/index.js';
import { compile } from '../../generator/index.js';
import { openLibrary } from '../../runtime/definition/library.js';
import { buildPortal } from '../../runtime/server/build-portal.js';
import { openOffice } from '../../runtime/server/open-office.js';
import type { Viewpoint } from '../../runtime/server/store/contract.js';
import { runStore } from '../../runtime/server/store/open-store.js';
import { folders } from './folders.js';
import { history } from './register.bench.js';

const cases = Number(process.env.CASES ?? 10_000);
const times = 40;
let now = '2026-10-01T09:00:00Z';
const aMinuteOn = (): void => {
  now = `${new Date(Date.parse(now) + 61_000).toISOString().slice(0, 19)}Z`;
};
const secret = 'a secret of the bench, and of nothing else whatever';

/** Asks so often, as of a server that has been up for a while; prints milliseconds, and those of our processor. */
const measure = async (what: string, ask: () => Promise<unknown>, first = 5): Promise<void> => {
  for (let n = 0; n < first; n += 1) await ask();
  const taken: number[] = [];
  const before = process.cpuUsage();
  for (let n = 0; n < times; n += 1) {
    const from = performance.now();
    await ask();
    taken.push(performance.now() - from);
  }
  const { user, system } = process.cpuUsage(before);
  taken.sort((a, b) => a - b);
  const at = (share: number): string => (taken[Math.floor(share * (times - 1))] ?? 0).toFixed(1);
  const busy = ((user + system) / 1_000 / times).toFixed(1);
  process.stdout.write(`${what}: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms; ${busy} ms of processor each\n`);
};

/** Prints the times; nothing where that definition is not there. */
export const benchPages = async (): Promise<void> => {
  const folder = folders.find((one) => one.endsWith('my-time'));
  if (folder === undefined) return;
  const place = await mkdtemp(join(tmpdir(), 'rubric-bench-'));
  chmodSync(place, 0o755);
  const library = await openLibrary(folder, (texts) => compile(texts, { play: evaluate }), { watching: false });
  const database = { dataFolder: place };
  const opened = await openOffice({ library, database, now: () => now, secret, url: () => 'http://localhost' });
  const guardAccess = opened.access.guard;
  const app = await buildPortal({ office: opened.office, guardAccess, perMinute: 1_000_000 });
  const beside = await runStore(database);
  const client = new pg.Client(beside.server as pg.ClientConfig);
  await client.connect();
  try {
    const programme = (await library.all())[0]?.slug ?? '';
    const bundle = opened.office.groups.bundle(programme);
    const view: Viewpoint = {
      ...{ programme, person: 'bench', role: 'service-lead', side: 'inside', seesHers: false, sites: 'all' },
    };
    const grants = [{ programme, role: 'service-lead' }];
    await opened.people.demonstrate([{ name: 'Lee', email: 'lee@people.example', grants, administers: false }]);
    const { cookies } = await opened.people.signIn.known('lee@people.example', 'Lee');
    const headers = { host: 'localhost', cookie: cookies.map((line) => line.split(';')[0] ?? '').join('; ') };
    const look = async (url: string): Promise<void> => {
      aMinuteOn();
      const { statusCode, body } = await app.inject({ url, headers });
      if (statusCode !== 200) throw new Error(`${url}: ${statusCode} ${body.slice(0, 300)}`);
    };
    const form = bundle.forms[0]?.id ?? '';
    const events = history('sixty', 'evening', 25);
    const { ref } = await opened.store.begin(view, { form, name: 'Pat Example', bundle, key: 'sixty', events });
    await measure(`a case page of ${events.length} events`, () => look(`/${programme}/cases/${ref}`), 100);
    await measure('  its timeline', () => look(`/${programme}/cases/${ref}/timeline`));
    await measure('  its documents', () => look(`/${programme}/cases/${ref}/documents`));
    await measure('beside it: its events, by Postgres alone', () =>
      client.query('select payload from rubric.case_event where programme = $1 and ref = $2 order by number', [
        programme,
        ref,
      ]),
    );

    // As many cases as one that is copied: how each stands is in its row, and that is what lists read.
    await client.query(
      `insert into rubric.case_file select (jsonb_populate_record(f, jsonb_build_object('ref', 'B' || n, 'name', 'Man ' || lpad(n::text, 5, '0'), 'name_key', 'man ' || lpad(n::text, 5, '0')))).*
       from rubric.case_file f, generate_series(1, ${cases}) n where f.ref = $1`,
      [ref],
    );
    await client.query(
      `insert into rubric.work select w.programme, 'B' || n, w.ordinal, w.roles, w.due, w.item
       from rubric.work w, generate_series(1, ${cases}) n where w.ref = $1`,
      [ref],
    );
    await client.query(
      `insert into rubric.case_event select (jsonb_populate_record(e, jsonb_build_object('ref', 'B' || n))).*
       from rubric.case_event e, generate_series(1, ${Math.min(cases, 1_000)}) n where e.ref = $1`,
      [ref],
    );
    for (const table of ['case_file', 'work', 'case_event']) await client.query(`vacuum analyze rubric.${table}`);
    const list = `/${programme}/cases`;
    await measure(`a caseload of ${cases} listed`, () => look(list));
    await measure('  filtered by its stage', () => look(`${list}?stage=on-programme`));
    await measure('  searched by a name', () => look(`${list}?q=Man%2000777`));
    await measure('  sorted by name, its last page', () => look(`${list}?sort=name&page=${Math.ceil(cases / 50)}`));
    await measure(`the day's work of ${cases} cases, while near misses are looked for`, () =>
      look(`/${programme}/today`),
    );
    await measure("  everybody's", () => look(`/${programme}/today?whose=all`));
    await measure('  a case page meanwhile', () => look(`/${programme}/cases/${ref}`));
    await measure('beside it: 50 rows of as many, ordered by name, by Postgres alone', () =>
      client.query('select * from rubric.case_file where programme = $1 order by name limit 50', [programme]),
    );
  } finally {
    await client.end();
    await beside.stop();
    await app.close();
    await opened.close();
    await library.close();
    await rm(place, { recursive: true, force: true });
  }
};
