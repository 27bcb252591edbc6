/**
 * A register of 12 saved and decided again while 50 people work: through the whole server, over a Postgres of our own that
 * writes to disk before it answers. An open loop: registers come at their times whether or not those before are answered,
 * and what is measured is from the time at which one comes to its answer. 50 people who save every 50 seconds are 1 each
 * second; every 10 seconds, 5; every 5 seconds, 10.
 */

import { chmodSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CaseEvent } from '../../engine/index.js';
import { dayNumber, dayText, evaluate } from '../../engine/index.js';
import { compile } from '../../generator/index.js';
import { openLibrary } from '../../runtime/definition/library.js';
import { buildPortal } from '../../runtime/server/build-portal.js';
import { openOffice } from '../../runtime/server/open-office.js';
import type { Viewpoint } from '../../runtime/server/store/contract.js';
import { folders } from './folders.js';

const people = 50;
const each = 12;
const recorded = 20;
const now = '2026-10-01T12:00:00Z';
const first = '2026-03-02';
const monday = (n: number): string => dayText(dayNumber(first) + 7 * n);

/** How many a second, and for how many seconds. */
const rates: readonly [perSecond: number, seconds: number][] = [
  [1, 20],
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
  const opened = await openOffice({
    library,
    database: { dataFolder: place },
    now: () => now,
    secret: 'a secret of the bench, and of nothing else whatever',
    url: () => 'http://localhost',
  });
  const app = await buildPortal({
    office: opened.office,
    guardAccess: (to, open) => opened.access.guard(to, open),
    perMinute: 1_000_000,
  });
  try {
    const [programme] = (await library.all()).map(({ slug }) => slug);
    await measure(opened, app, programme ?? '');
  } finally {
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

const measure = async (opened: Opened, app: App, programme: string): Promise<void> => {
  const desks: Desk[] = [];
  for (let n = 0; n < people; n += 1) desks.push(await deskOf(opened, app, programme, n));
  for (const [perSecond, seconds] of rates) {
    const times: number[] = [];
    let failed = 0;
    const before = process.cpuUsage();
    const saves = Array.from({ length: perSecond * seconds }, async (_, n) => {
      const due = performance.now() + (1_000 * n) / perSecond;
      await new Promise((ready) => setTimeout(ready, (1_000 * n) / perSecond));
      const status = await save(app, programme, desks[n % people] as Desk);
      times.push(performance.now() - due);
      if (status !== 303) failed += 1;
    });
    await Promise.all(saves);
    const { user, system } = process.cpuUsage(before);
    const busy = ((user + system) / 1_000 / times.length).toFixed(0);
    times.sort((a, b) => a - b);
    const [p50, p90, p99] = [0.5, 0.9, 0.99].map((share) => percentile(times, share));
    process.stdout.write(
      `register of ${each} saved, ${perSecond} a second (${people} people, every ${people / perSecond} s): ` +
        `p50 ${p50} ms, p90 ${p90} ms, p99 ${p99} ms, of ${times.length}; ${busy} ms of processor each${failed > 0 ? `, ${failed} FAILED` : ''}\n`,
    );
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

const save = async (app: App, programme: string, desk: Desk): Promise<number> => {
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
  return answer.statusCode;
};
