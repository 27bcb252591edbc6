/**
 * A server that is killed on the way from a register that somebody saves to the letters that it brings about: before each
 * time that it would ask its database, and while the mail server has the letter. Whatever was answered as saved is there
 * afterwards with how cases stand and with its letters; no register is there by halves; no letter arrives twice.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CaseEvent, dayNumber, dayText, evaluate } from '../../engine/index.js';
import { compile } from '../../generator/index.js';
import { openLibrary } from '../../runtime/definition/library.js';
import { type Opened, openOffice } from '../../runtime/server/open-office.js';
import type { Viewpoint } from '../../runtime/server/store/contract.js';
import { asOwner, reachedBy } from '../../runtime/server/store/roles.js';
import { verify } from '../../runtime/server/store/verify.js';
import { databaseForTests } from '../runtime/post/database.js';
import { type Peer, smtpPeer } from '../runtime/post/smtp-peer.js';
import { temporaryFolder } from '../runtime/store/store-for-tests.js';

const kills = process.env.SOAK ? 200 : 10;
const men = 4;
const now = '2026-11-20T10:00:00Z';
/** A Wednesday; of those that follow two are bank holidays. */
const first = '2022-01-05';
const folder = resolve('test/reliability/definitions');
const child = resolve('.build/for-tests/serving.mjs');
const secret = 'a secret for tests, and for nothing else whatever';
const days = Array.from({ length: kills + 3 }, (_, week) => dayText(dayNumber(first) + 7 * week)).filter(
  (day) => day !== '2024-12-25' && day !== '2025-01-01',
);
const dayOf = (week: number): string => days[week] ?? '';
const view: Viewpoint = {
  ...{ programme: 'weekly', person: 'system', role: 'leader', side: 'inside', seesHers: false, sites: 'all' },
};

let data: string;
let database: Awaited<ReturnType<typeof databaseForTests>>;
let peer: Peer;
let cookie = '';
const refs: string[] = [];
const running = new Set<ChildProcess>();
/** Told of each letter before the mail server answers. */
let onLetter: () => Promise<void> = async () => {};

const office = async <T>(work: (opened: Opened) => Promise<T>): Promise<T> => {
  const library = await openLibrary(folder, (texts) => compile(texts, { play: evaluate }), { watching: false });
  const at = { databaseUrl: database.url };
  const opened = await openOffice({ library, database: at, now: () => now, secret, url: () => 'http://localhost' });
  try {
    return await work(opened);
  } finally {
    await opened.close();
    await library.close();
  }
};

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: resolve('test/reliability/serving.ts'),
      outDir: resolve('.build/for-tests'),
      emptyOutDir: false,
      rollupOptions: { output: { entryFileNames: 'serving.mjs' } },
    },
  });
  data = await temporaryFolder();
  database = await databaseForTests();
  peer = await smtpPeer(async () => {
    await onLetter();
    return undefined;
  });
  await office(async ({ office: { store, groups }, people }) => {
    const grants = [{ programme: 'weekly', role: 'leader' }];
    await people.demonstrate([{ name: 'Lee', email: 'lee@people.example', grants, administers: false }]);
    const { cookies } = await people.signIn.known('lee@people.example', 'Lee');
    cookie = cookies.map((line) => line.split(';')[0] ?? '').join('; ');
    // Where somebody is invented no letter is sent.
    await asOwner(reachedBy(database.url), (client) => client.query('update rubric.person set demonstration = false'));
    const group = { id: 'weekly', name: 'Wednesdays', days: [3], from: '18:00', to: '20:00', first, everyWeeks: 1 };
    await groups.add(view, group, 'made weekly');
    const bundle = groups.bundle('weekly');
    for (let man = 0; man < men; man += 1) {
      const event = (id: string, more: Partial<CaseEvent>): CaseEvent => ({
        ...{ id: `${id}-${man}`, kind: 'happened', happened: '2021-12-01', learned: '2021-12-01' },
        ...{ recorded: '2021-12-01', by: { role: 'leader' }, values: {}, ...more },
      });
      const values = { 'full-name': `Man ${man}`, 'referrer-email': `referrer-${man}@agency.example` };
      const events = [
        event('answers', { kind: 'answered', by: { role: 'referrer' }, values }),
        event('accepted', { what: 'accepted' }),
        event('started', { what: 'started' }),
      ];
      const { ref } = await store.begin(view, { form: 'referral', name: `Man ${man}`, bundle, key: `m${man}`, events });
      await groups.write(view, groups.writes.place(view, { group: 'weekly', ref, from: first }));
      refs.push(ref);
    }
  });
}, 240_000);

afterAll(async () => {
  for (const one of running) one.kill('SIGKILL');
  await peer?.close();
  await database?.stop();
  await rm(data, { recursive: true, force: true });
});

interface Server {
  url: string;
  process: ChildProcess;
  /** How often it has asked the database since a form was sent. */
  asked(): number;
  ended: Promise<void>;
}

const serve = async (dies: number): Promise<Server> => {
  const one = spawn(process.execPath, [child, folder, data, database.url, peer.url, now, String(dies)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(one);
  let said = '';
  const ended = new Promise<void>((over) => one.once('close', () => over()));
  void ended.then(() => running.delete(one));
  const url = await new Promise<string>((ready, failed) => {
    one.stdout.on('data', (text: Buffer) => {
      said += text;
      const at = /^at (\S+)$/m.exec(said)?.[1];
      if (at !== undefined) ready(at);
    });
    one.once('exit', (code, signal) => failed(new Error(`It ended before it served: ${code ?? signal}.`)));
  });
  return { url, process: one, ended, asked: () => Number(/asked (\d+)\n$/.exec(said)?.[1] ?? 0) };
};

/** Of two weeks each man misses one. */
const isAbsent = (man: number, week: number): boolean => (man + week) % 2 === 0;

/** Saves the register of a week as a browser does. Gives whether the server said that it is saved. */
const save = async ({ url }: Server, week: number): Promise<boolean> => {
  const address = `${url}/weekly/groups/weekly/sessions/${dayOf(week)}`;
  const page = await fetch(address, { headers: { cookie } });
  const html = await page.text();
  const field = (name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
  const sent = new URLSearchParams({
    _csrf: field('_csrf'),
    key: field('key'),
    edition: field('edition'),
    act: 'save',
  });
  for (const [man, ref] of refs.entries()) {
    sent.set(`people[${ref}][mark]`, isAbsent(man, week) ? 'absent' : 'attended');
    sent.set(`people[${ref}][seen]`, '');
  }
  const set = page.headers.getSetCookie().map((line) => line.split(';')[0]);
  const answer = await fetch(address, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: [cookie, ...set].join('; '), 'content-type': 'application/x-www-form-urlencoded' },
    body: sent.toString(),
  }).catch(() => undefined);
  if (answer && answer.status !== 303) throw new Error(`${answer.status}: ${await answer.text()}`);
  return answer?.status === 303;
};

const kill = async ({ process: one, ended }: Server): Promise<void> => {
  one.kill('SIGKILL');
  await ended;
};

/** The queue looks for letters every two seconds, if it is not told of one. */
const letterCame = async (many: number): Promise<void> => {
  for (let tries = 0; peer.taken.length < many && tries < 70; tries += 1) await wait(50);
  // What follows on a letter that was taken.
  await wait(300);
};

test(`after ${kills} kills every register is whole or not there, what was acknowledged is, and no letter came twice`, {
  timeout: 3_600_000,
}, async () => {
  // Once without a kill, to know how often the database is asked on the way.
  const whole = await serve(0);
  const acknowledged = new Set<number>();
  if (await save(whole, 0)) acknowledged.add(0);
  await letterCame(men / 2);
  const steps = whole.asked();
  await kill(whole);
  expect([acknowledged.size, peer.taken.length]).toEqual([1, men / 2]);
  expect(steps).toBeGreaterThan(20);

  const letters = Math.max(1, Math.floor(kills / 5));
  for (let week = 1; week <= kills; week += 1) {
    const inMail = week > kills - letters;
    const server = await serve(inMail ? 0 : 1 + Math.floor(((week - 1) * steps) / (kills - letters)));
    onLetter = async () => {
      if (!inMail) return;
      // By then whoever saved has often been answered. Every second time the letter is taken, and the server never hears of it.
      await wait(500);
      await kill(server);
      if (week % 2 === 0) await new Promise(() => {});
    };
    if (await save(server, week)) acknowledged.add(week);
    const before = peer.taken.length;
    await Promise.race([server.ended, letterCame(before + men / 2)]);
    await kill(server);
  }
  onLetter = async () => {};
  const last = await serve(0);
  await letterCame(Number.POSITIVE_INFINITY);
  await kill(last);

  await office(async ({ office: { store, desk, groups } }) => {
    const stored = (await store.openAll(view, refs)).flatMap((one) => one ?? []);
    const markOf = (ref: number, week: number): string =>
      stored[ref]?.events
        .flatMap(({ session }) =>
          session?.mark === 'held' && session.key?.startsWith(dayOf(week)) ? [session.outcome ?? ''] : [],
        )
        .join(' and ') ?? '';
    const { rows } = await desk.messages.list(view, { size: 10_000 });
    const lost: string[] = [];
    let saved = 0;
    for (let week = 0; week <= kills; week += 1) {
      const marks = refs.map((_, man) => markOf(man, week));
      const right = refs.map((_, man) => (isAbsent(man, week) ? 'absent' : 'attended'));
      const isThere = marks.join() === right.join();
      if (isThere) saved += 1;
      if (!isThere && (acknowledged.has(week) || marks.join('') !== ''))
        lost.push(`${dayOf(week)}: ${marks.join(', ')}`);
    }
    expect(lost).toEqual([]);
    // What was answered as saved is there; of the others some are, for they were kept and the answer was cut off.
    expect(saved).toBeGreaterThanOrEqual(acknowledged.size);
    const absences = stored.map(({ events }) => events.filter(({ session }) => session?.outcome === 'absent').length);
    const sent = refs.map((ref) => rows.filter((row) => row.ref === ref).length);
    expect(sent).toEqual(absences);
    // Of each letter that the server holds for sent one came; where it may have been sent, one or none.
    const came = (id: string): number => peer.taken.filter((letter) => letter.includes(`<${id}.`)).length;
    const wrong = rows.filter(({ id, state }) =>
      state === 'sent' ? came(id) !== 1 : state !== 'perhaps' || came(id) > 1,
    );
    expect(wrong.map(({ state, id }) => [state, came(id)])).toEqual([]);
    const { notes } = await groups.open(view, 'weekly').then((found) => found ?? { notes: [] });
    expect(notes.length).toBe(saved);
    // How cases stand is what comes of working it out again.
    expect(await store.rebuild(view)).toEqual({ cases: men, differed: 0 });
    const perhaps = rows.filter(({ state }) => state === 'perhaps').length;
    console.info(
      `${kills} kills in ${steps} steps: ${acknowledged.size} of ${saved} registers that were kept were acknowledged; of ${rows.length} letters ${perhaps} may have been sent.`,
    );
  });
  expect(await verify(reachedBy(database.url))).not.toHaveProperty('tampered');
});
