/**
 * A register of 12 saved and decided again while 50 people work: through the whole server, over a Postgres of our own that
 * writes to disk before it answers.
 *
 * What the 50 do: each leads a group of 12 men who have been there for 20 weeks, opens the register of an evening, and
 * saves it, one evening after the other. Nobody fills in a register of 12 in less than a minute or two; so 50 who all do
 * that at once save 1 a second at the most (each every 50 seconds), and that is what is meant by 50 people working. 5 and
 * 10 a second (each every 10 or 5 seconds) are beyond it, and tell how far it is to the edge.
 *
 * An open loop: registers come at their times whether or not those before are answered, and what is measured is from the
 * time at which one is due to its answer, so that waiting is in it. A page is opened half a second before it is saved, by
 * the same server, and is not in it. Those who ask are in the process of the server (`inject`), and what asking costs it is
 * said as well: a process of its own would take its turns on the same cores.
 *
 * Beside it: the same 12 rows put plainly into a table of the same Postgres, in one transaction, at the same times.
 */

import { chmodSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { CaseEvent } from '../../engine/index.js';
import { dayNumber, dayText, evaluate } from '../../engine/index.js';
import { compile } from '../../generator/index.js';
import { openLibrary } from '../../runtime/definition/library.js';
import { buildPortal } from '../../runtime/server/build-portal.js';
import { openOffice } from '../../runtime/server/open-office.js';
import type { Viewpoint } from '../../runtime/server/store/contract.js';
import { runStore } from '../../runtime/server/store/open-store.js';
import { folders } from './folders.js';

const people = 50;
const each = 12;
const recorded = 20;
const now = '2026-10-01T12:00:00Z';
const first = '2026-03-02';
const monday = (n: number): string => dayText(dayNumber(first) + 7 * n);

/** How many a second, and for how many seconds. */
const rates: readonly [perSecond: number, seconds: number][] = [
  [1, 100],
  [5, 20],
  [10, 20],
];

/** Somebody who has been on the programme for so many weeks: of 20 weeks 49 events, of 25 weeks 60. */
export const history = (id: string, group: string, many = recorded): CaseEvent[] => {
  const event = (n: number, kind: CaseEvent['kind'], on: string, more: Partial<CaseEvent>): CaseEvent => ({
    id: `${id}-${n}`,
    kind,
    happened: on,
    learned: on,
    recorded: on,
    by: { role: 'facilitator' },
    values: {},
    ...more,
  });
  const weeks = Array.from({ length: many }, (_, n) => n);
  return [
    event(0, 'answered', '2026-01-12', { values: { 'referrer-name': 'Ada Example', sex: 'man', 'has-abused': 'yes' } }),
    event(1, 'happened', '2026-01-20', { what: 'assessment-offered' }),
    event(2, 'happened', '2026-01-28', { what: 'assessment-attended' }),
    event(3, 'happened', '2026-02-02', { what: 'suitability-issued' }),
    event(4, 'happened', '2026-02-10', { what: 'accepted', by: { role: 'service-lead' } }),
    event(5, 'happened', first, { what: 'started' }),
    ...weeks.flatMap((n) => {
      const session = { on: monday(n), key: `${monday(n)} ${group}`, group };
      const outcome = n % 6 === 4 ? 'absent' : 'attended';
      return [
        event(10 + 3 * n, 'session', monday(Math.max(0, n - 4)), { session: { mark: 'planned', ...session } }),
        event(11 + 3 * n, 'session', monday(n), { session: { mark: 'held', outcome, ...session } }),
        ...(outcome === 'absent'
          ? [event(12 + 3 * n, 'happened', monday(n), { what: 'heard-from-participant', about: session.key })]
          : []),
      ];
    }),
  ];
};

const percentile = (sorted: readonly number[], share: number): string =>
  (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0);

/** Prints the times of each rate; nothing where that definition is not there. */
export const benchRegister = async (): Promise<void> => {
  const folder = folders.find((one) => one.endsWith('my-time'));
  if (folder === undefined) return;
  const place = await mkdtemp(join(tmpdir(), 'rubric-bench-'));
  chmodSync(place, 0o755);
  const library = await openLibrary(folder, (texts) => compile(texts, { play: evaluate }), { watching: false });
  const database = { dataFolder: place };
  const opened = await openOffice({
    library,
    database,
    now: () => now,
    secret: 'a secret of the bench, and of nothing else whatever',
    url: () => 'http://localhost',
  });
  const app = await buildPortal({
    office: opened.office,
    guardAccess: (to, open) => opened.access.guard(to, open),
    perMinute: 1_000_000,
  });
  const beside = await runStore(database);
  const plain = new pg.Pool({ ...(beside.server as pg.PoolConfig), max: 20 });
  try {
    const [programme] = (await library.all()).map(({ slug }) => slug);
    await measure(opened, app, programme ?? '', plain);
  } finally {
    await plain.end();
    await beside.stop();
    await app.close();
    await opened.close();
    await library.close();
    await rm(place, { recursive: true, force: true });
  }
};

type Opened = Awaited<ReturnType<typeof openOffice>>;
type App = Awaited<ReturnType<typeof buildPortal>>;

interface Desk {
  group: string;
  refs: string[];
  cookie: string;
  token: string;
  week: number;
}

const measure = async (opened: Opened, app: App, programme: string, plain: pg.Pool): Promise<void> => {
  const desks: Desk[] = [];
  for (let n = 0; n < people; n += 1) desks.push(await deskOf(opened, app, programme, n));
  await plain.query('create table if not exists public.plain (ref text, number integer, at text, event json)');
  // As in a server that has been up for a while.
  for (const desk of desks) {
    await look(app, programme, desk);
    await save(app, programme, desk);
  }
  for (const [perSecond, seconds] of rates) {
    const [many, every] = [perSecond * seconds, 1_000 / perSecond];
    const called = `${perSecond} a second (${people} people, every ${people / perSecond} s)`;
    const at = (n: number): Desk => desks[n % people] as Desk;
    await openLoop(`register of ${each} saved, ${called}`, many, every, {
      before: (n) => look(app, programme, at(n)),
      work: (n) => save(app, programme, at(n)),
    });
    await openLoop(`  beside it: ${each} plain rows, one transaction, ${perSecond} a second`, many, every, {
      work: (n) => plainly(plain, at(n)),
    });
  }
  const started = performance.now();
  for (let n = 0; n < 200; n += 1) await app.inject({ url: '/nothing-is-here', headers: { host: 'localhost' } });
  process.stdout.write(
    `  asking, and an answer that there is nothing: ${((performance.now() - started) / 200).toFixed(1)} ms\n`,
  );
};

interface Loop {
  /** Half a second ahead of its turn; its time is not measured. */
  before?(n: number): Promise<void>;
  /** Gives what went wrong, if anything did. */
  work(n: number): Promise<string | undefined>;
}

/** Prints how long each of so many took, which come one every so many milliseconds. */
const openLoop = async (what: string, many: number, every: number, { before, work }: Loop): Promise<void> => {
  const times: number[] = [];
  const faults: string[] = [];
  const used = process.cpuUsage();
  const begun = performance.now() + ahead;
  const until = (time: number): Promise<unknown> => new Promise((ready) => setTimeout(ready, time - performance.now()));
  const each = Array.from({ length: many }, async (_, n) => {
    const due = begun + n * every;
    await until(due - ahead);
    await before?.(n);
    await until(due);
    const fault = await work(n);
    times.push(performance.now() - due);
    if (fault !== undefined) faults.push(fault);
  });
  await Promise.all(each);
  const { user, system } = process.cpuUsage(used);
  const busy = ((user + system) / 1_000 / many).toFixed(0);
  times.sort((a, b) => a - b);
  const [p50, p90, p99] = [0.5, 0.9, 0.99].map((share) => percentile(times, share));
  process.stdout.write(
    `${what}: p50 ${p50} ms, p90 ${p90} ms, p99 ${p99} ms, of ${many}; ${busy} ms of processor each\n`,
  );
  if (faults.length > 0) process.stdout.write(`  ${faults.length} FAILED, the first of them: ${faults[0]}\n`);
};
const ahead = 500;

/** What anybody would write who wanted 12 rows in a table, and no more. */
const plainly = async (pool: pg.Pool, { refs, week }: Desk): Promise<undefined> => {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const event = JSON.stringify({ kind: 'session', session: { mark: 'held', outcome: 'attended', on: monday(week) } });
    const rows = refs.flatMap((ref) => [ref, week, now, event]);
    const places = refs.map((_, n) => `($${4 * n + 1}, $${4 * n + 2}, $${4 * n + 3}, $${4 * n + 4})`);
    await client.query(`insert into public.plain values ${places.join(', ')}`, rows);
    await client.query('commit');
  } finally {
    client.release();
  }
};

const deskOf = async (opened: Opened, app: App, programme: string, n: number): Promise<Desk> => {
  const { office, store } = opened;
  const email = `leader-${n}@people.example`;
  await opened.people.demonstrate([
    { name: `Leader ${n}`, email, grants: [{ programme, role: 'facilitator' }], administers: false },
  ]);
  const { cookies } = await opened.people.signIn.known(email, `Leader ${n}`);
  const cookie = cookies.map((line) => line.split(';')[0] ?? '').join('; ');
  const view: Viewpoint = {
    programme,
    person: 'bench',
    role: 'facilitator',
    side: 'inside',
    seesHers: false,
    sites: 'all',
  };
  const group = `group-${n}`;
  await office.groups.add(
    view,
    { id: group, name: `Group ${n}`, days: [1], from: '18:00', to: '20:00', first, everyWeeks: 1 },
    `made ${n}`,
  );
  const bundle = office.groups.bundle(programme);
  const refs: string[] = [];
  for (let man = 0; man < each; man += 1) {
    const id = `h-${n}-${man}`;
    const made = { form: 'referral', name: `Man ${n} ${man}`, bundle, key: id, events: history(id, group) };
    const { ref } = await store.begin(view, made);
    await office.groups.write(view, office.groups.writes.place(view, { group, ref, from: first }));
    refs.push(ref);
  }
  const page = await app.inject({
    url: `/${programme}/groups/${group}/sessions/${monday(recorded)}`,
    headers: { cookie, host: 'localhost' },
  });
  const token = /name="_csrf" value="([^"]*)"/.exec(page.body)?.[1] ?? '';
  const more = page.cookies.map(({ name, value }) => `${name}=${value}`);
  return { group, refs, cookie: [cookie, ...more].join('; '), token, week: recorded };
};

/** Opens the register that is saved next. */
const look = async (app: App, programme: string, { group, week, cookie }: Desk): Promise<void> => {
  const url = `/${programme}/groups/${group}/sessions/${monday(week)}`;
  const { statusCode } = await app.inject({ url, headers: { cookie, host: 'localhost' } });
  if (statusCode !== 200) throw new Error(`${url}: ${statusCode}`);
};

/** Gives what was answered, where that is anything but that it is saved. */
const save = async (app: App, programme: string, desk: Desk): Promise<string | undefined> => {
  const day = monday(desk.week);
  desk.week += 1;
  const body = new URLSearchParams({
    _csrf: desk.token,
    key: `bench-${desk.group}-${day}-00000`,
    edition: '0',
    act: 'save',
  });
  desk.refs.forEach((ref, n) => {
    body.set(`people[${ref}][mark]`, (n + desk.week) % 6 === 0 ? 'absent' : 'attended');
    body.set(`people[${ref}][seen]`, '');
  });
  const answer = await app.inject({
    method: 'POST',
    url: `/${programme}/groups/${desk.group}/sessions/${day}`,
    headers: {
      cookie: desk.cookie,
      host: 'localhost',
      origin: 'http://localhost',
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
    },
    payload: body.toString(),
  });
  if (answer.statusCode === 303) return undefined;
  return `${answer.statusCode} ${answer.body
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 300)}`;
};
