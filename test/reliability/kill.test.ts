/**
 * A server that is killed on the way from a register that somebody saves to the letters that it brings about: before each
 * time that it would ask its database, and while the mail server has the letter. Whatever was answered as saved is there
 * afterwards with how cases stand and with its letters; no register is there by halves; no letter arrives twice. The same
 * of what a person confirms and of a duty that something else than its letter meets, at the two places that matter there:
 * what was done is kept and its letter is not made yet, and both are kept and nobody was told.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { JSDOM } from 'jsdom';
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
/** What is done of men who are in no group, and the letter that it calls for. */
const alone = [
  { act: 'rule.incident-reported', fields: { answer: 'confirmed' }, letter: 'incident-notice' },
  { act: 'visit-asked-for', fields: {}, letter: 'visit-notice' },
];
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
/** Of those who are in no group, two for each act. */
const others: string[] = [];
const running = new Set<ChildProcess>();
/** Told of each letter before the mail server answers. */
let onLetter: () => Promise<void> = async () => {};

const office = async <T>(work: (opened: Opened) => Promise<T>, definitions = folder): Promise<T> => {
  const library = await openLibrary(definitions, (texts) => compile(texts, { play: evaluate }), { watching: false });
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
    for (let man = 0; man < men + 2 * alone.length + 1; man += 1) {
      const event = (id: string, more: Partial<CaseEvent>): CaseEvent => ({
        ...{ id: `${id}-${man}`, kind: 'happened', happened: '2021-12-01', learned: '2021-12-01' },
        ...{ recorded: '2021-12-01', by: { role: 'leader' }, values: {}, ...more },
      });
      const values = { 'full-name': `Man ${man}`, 'referrer-email': `referrer-${man}@agency.example` };
      const events = [
        event('answers', { kind: 'answered', by: { role: 'referrer' }, values }),
        event('accepted', { what: 'accepted' }),
        event('started', { what: 'started' }),
        ...(man < men ? [] : [event('incident', { what: 'incident' })]),
      ];
      const { ref } = await store.begin(view, { form: 'referral', name: `Man ${man}`, bundle, key: `m${man}`, events });
      if (man >= men) {
        others.push(ref);
        continue;
      }
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

const serve = async (dies: number | `kept ${number}`): Promise<Server> => {
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

/** Opens a page and sends its form as a browser does, with these filled in. Gives whether the server said that it is kept. */
const send = async ({ url }: Server, path: string, fill: (sent: URLSearchParams) => void): Promise<boolean> => {
  const address = `${url}${path}`;
  const page = await fetch(address, { headers: { cookie } });
  const { document } = new JSDOM(await page.text()).window;
  const form = [...document.querySelectorAll('#content form')].find((one) => one.querySelector('[name=key]'));
  const sent = new URLSearchParams();
  for (const field of form?.querySelectorAll<HTMLInputElement>('input, textarea, select') ?? [])
    if (field.name !== '' && (!['radio', 'checkbox'].includes(field.type) || field.checked))
      sent.append(field.name, field.value);
  fill(sent);
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

/** Saves the register of a week. */
const save = (server: Server, week: number): Promise<boolean> =>
  send(server, `/weekly/groups/weekly/sessions/${dayOf(week)}`, (sent) => {
    sent.set('act', 'save');
    for (const [man, ref] of refs.entries())
      sent.set(`people[${ref}][mark]`, isAbsent(man, week) ? 'absent' : 'attended');
  });

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
    expect(await store.rebuild(view)).toEqual({ cases: men + others.length, differed: 0 });
    const perhaps = rows.filter(({ state }) => state === 'perhaps').length;
    console.info(
      `${kills} kills in ${steps} steps: ${acknowledged.size} of ${saved} registers that were kept were acknowledged; of ${rows.length} letters ${perhaps} may have been sent.`,
    );
  });
  expect(await verify(reachedBy(database.url))).not.toHaveProperty('tampered');
});

/** What a case has been sent, by its document, and in what state that is. */
const lettersOf = async ({ office: { desk } }: Opened, ref: string): Promise<string[]> =>
  (await desk.messages.list(view, { ref })).rows.map(({ document, state }) => `${document} ${state}`);

/** Until every letter has gone, and that it has is on record. */
const allGone = async (): Promise<void> => {
  const waits = "select from rubric.message where state in ('waiting', 'sending')";
  for (let tries = 0; tries < 600; tries += 1) {
    if ((await asOwner(reachedBy(database.url), (client) => client.query(waits))).rowCount === 0) return;
    await wait(100);
  }
};

test('killed once something is kept and before it is told, a server that is started again tells it, and only once', {
  timeout: 240_000,
}, async () => {
  const before = peer.taken.length;
  for (const [n, { act, fields, letter }] of alone.entries())
    for (const [m, dies] of (['kept 1', 'kept 2'] as const).entries()) {
      const ref = others[2 * n + m] ?? '';
      const server = await serve(dies);
      // What the one before it was killed over goes out as soon as it starts.
      await allGone();
      const isSaved = await send(server, `/weekly/cases/${ref}/record/${act}`, (sent) => {
        for (const [name, value] of Object.entries(fields)) sent.set(name, value);
      });
      await server.ended;
      expect([act, dies, isSaved]).toEqual([act, dies, false]);
      const { rows } = await asOwner(reachedBy(database.url), (client) =>
        client.query('select document from rubric.message where ref = $1', [ref]),
      );
      expect([act, dies, rows]).toEqual([act, dies, dies === 'kept 1' ? [] : [{ document: letter }]]);
    }
  const last = await serve(0);
  await allGone();
  await kill(last);
  expect(peer.taken.length - before).toBe(others.length - 1);
  await office(async (opened) => {
    // What was told once is not told at the next start again.
    await opened.refresh();
    for (const [n, { letter }] of alone.entries())
      for (const ref of others.slice(2 * n, 2 * n + 2)) {
        expect(await lettersOf(opened, ref)).toEqual([`${letter} sent`]);
        const stored = await opened.store.open(view, ref);
        expect(stored?.events.filter(({ what }) => what === `${letter}-sent`)).toHaveLength(1);
      }
  });
});

test('what was not told is told by the definition of its case, also where there is a newer one, and once for each act', async () => {
  const ref = others.at(-1) ?? '';
  // Kept and not told of, as by a server that was killed between the two.
  const add = async ({ store }: Opened, id: string, more: Partial<CaseEvent> = {}): Promise<unknown> => {
    const event: CaseEvent = {
      ...{ id, kind: 'happened', what: 'visit-asked-for', by: { role: 'leader' }, values: {} },
      ...{ happened: now, learned: now, recorded: now, ...more },
    };
    return store.append(view, { ref, key: id, events: [event] });
  };
  await office((opened) => add(opened, 'visit'));
  const text = await readFile(join(folder, 'weekly/programme.yaml'), 'utf8');
  const without = text.replace(/^ {2}tell-of-visit: .*\n/m, '').replace(/^ {2}visit-notice:\n(?: {4}.*\n)+/m, '');
  expect(without).not.toContain('visit-notice');
  const newer = join(data, 'newer/weekly');
  await mkdir(newer, { recursive: true });
  await writeFile(join(newer, 'programme.yaml'), without);
  await office(
    async (opened) => {
      expect(opened.office.groups.bundle('weekly').documents?.map(({ id }) => id)).not.toContain('visit-notice');
      for (let times = 0; times < 2; times += 1) {
        await opened.refresh();
        expect(await lettersOf(opened, ref)).toEqual(['visit-notice kept']);
      }
    },
    join(data, 'newer'),
  );
});
