/**
 * A case of 60 events shown, and a caseload of 10,000 listed, filtered and sorted: each by itself, through the whole server
 * over a Postgres of our own. Beside the list stands what Postgres alone takes for the plainest list of as many rows.
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
const now = '2026-10-01T12:00:00Z';
const secret = 'a secret of the bench, and of nothing else whatever';

/** Asks so often, the first few not counted; prints milliseconds, and those of our processor. */
const measure = async (what: string, ask: () => Promise<unknown>): Promise<void> => {
  for (let n = 0; n < 5; n += 1) await ask();
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
      const { statusCode, body } = await app.inject({ url, headers });
      if (statusCode !== 200) throw new Error(`${url}: ${statusCode} ${body.slice(0, 300)}`);
    };
    const form = bundle.forms[0]?.id ?? '';
    const events = history('sixty', 'evening', 25);
    const { ref } = await opened.store.begin(view, { form, name: 'Pat Example', bundle, key: 'sixty', events });
    await measure(`a case page of ${events.length} events`, () => look(`/${programme}/cases/${ref}`));
    await measure('  its timeline', () => look(`/${programme}/cases/${ref}/timeline`));
    await measure('  its documents', () => look(`/${programme}/cases/${ref}/documents`));

    // As many cases as one that is copied: how each stands is in its row, and that is what lists read.
    await client.query(
      `insert into rubric.case_file select (jsonb_populate_record(f, jsonb_build_object('ref', 'B' || n, 'name', 'Man ' || n, 'name_key', 'man ' || n))).*
       from rubric.case_file f, generate_series(1, ${cases}) n where f.ref = $1`,
      [ref],
    );
    await client.query('analyze rubric.case_file');
    const list = `/${programme}/cases`;
    await measure(`a caseload of ${cases} listed`, () => look(list));
    await measure('  filtered by its stage', () => look(`${list}?stage=on-programme`));
    await measure('  searched by a name', () => look(`${list}?q=Man%20777`));
    await measure('  sorted by name, its last page', () => look(`${list}?sort=name&page=${Math.ceil(cases / 50)}`));
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
