/** The command of `npm start`, as a process of its own, in a folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from '../../store/store-for-tests.js';
import { type Visitor, visitorTo } from './visitor.js';

interface Started {
  child: ChildProcess;
  url: string;
  said: string;
  ended: Promise<unknown>;
}

const start = (folder: string, ...words: string[]): Promise<Started> =>
  new Promise((resolve, reject) => {
    const asked = [
      'runtime/cli/bin.js',
      'portal',
      'examples/tollbeck-clear-road',
      '--data',
      folder,
      '--port',
      '0',
      ...words,
    ];
    const child = spawn(process.execPath, asked, { stdio: ['ignore', 'pipe', 'pipe'] });
    const ended = new Promise((end) => child.once('exit', end));
    let said = '';
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      const url = /Rubric is at (\S+)/.exec(said)?.[1];
      if (url && said.includes('Stop it with')) resolve({ child, url, said, ended });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => reject(new Error(`It ended with ${code}: ${said}`)));
  });

/** Milliseconds: three starts, on a machine that has other things to do. */
const patience = 240_000;

let folder = '';
let running: Started | undefined;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(async () => {
  running?.child.kill('SIGTERM');
  await running?.ended;
  await rm(folder, { recursive: true, force: true });
});

const signInAs = async (url: string, role: RegExp): Promise<Visitor> => {
  const visitor = visitorTo(url);
  const { html } = await visitor.to('/demonstration');
  const person = html.split('<li').find((part) => role.test(part));
  const name = /Sign in as ([^<]+)</.exec(person ?? '')?.[1] ?? 'nobody';
  await visitor.send({ action: '/demonstration', button: `Sign in as ${name}` });
  return visitor;
};

const programme = '/tollbeck-clear-road';

test(
  'it serves a demonstration, takes up a kill, and has everything that was there before',
  async () => {
    running = await start(folder);
    expect(running.said).toContain(`Sign in as any of these people at ${running.url}/demonstration`);
    expect(running.said).toMatch(/Programme manager +\w+ \w+ +\S+\.example/);

    const staff = await signInAs(running.url, /[Cc]ourse leader/);
    const list = await staff.to(`${programme}/cases`);
    expect(list.status).toBe(200);
    expect(list.words).toContain('Demonstration');
    const ref = new RegExp(`${programme}/cases/([0-9A-Z]{4}-[0-9A-Z]{4})`).exec(list.html)?.[1];
    expect(ref).toBeDefined();
    const before = await staff.to(`${programme}/cases/${ref}`);
    expect(before.status).toBe(200);
    expect(before.words).toContain(String(ref));

    const supporter = await signInAs(running.url, /[Hh]ome worker/);
    expect((await supporter.to(`${programme}/cases/${ref}`)).status).toBe(200);

    running.child.kill('SIGKILL');
    await running.ended;
    running = await start(folder);

    // The database outlived the process, and so did the visit: only the address is another.
    const again = await signInAs(running.url, /[Cc]ourse leader/);
    const after = await again.to(`${programme}/cases/${ref}`);
    expect(after.status).toBe(200);
    const lines = (html: string): string[] =>
      [...html.matchAll(/cases\/([0-9A-Z]{4}-[0-9A-Z]{4})"/g)].map(([, one]) => one ?? '');
    expect(lines((await again.to(`${programme}/cases`)).html)).toEqual(lines(list.html));
  },
  patience,
);

test(
  'a second start in the same folder is answered with a sentence',
  async () => {
    await expect(start(folder)).rejects.toThrow(/ended with 1: .*folder.*use/s);
  },
  patience,
);

test(
  'it stops when it is told to, and lets go of the folder',
  async () => {
    running?.child.kill('SIGTERM');
    expect(await running?.ended).toBe(0);
    running = await start(folder, '--empty');
    // What is there stays: empty means that nothing is filled in.
    expect(running.said).toContain('/demonstration');
    expect(running.said).toContain('Name another folder with --data to begin with nothing.');
  },
  patience,
);
