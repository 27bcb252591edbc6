/**
 * A provider of one's own, from an empty folder: `rubric new`, `rubric portal --empty` as a process of its own, the first
 * administrator by the printed link, a worker for each role by invitation, and two referrals: one to its completion, one
 * to its closure and an appeal. By keys alone. The clock of that process is set by a file, from outside.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Peer, smtpPeer } from '../../runtime/post/smtp-peer.js';
import { temporaryFolder } from '../../runtime/store/store-for-tests.js';
import { startChromium } from '../chromium.js';
import { idsIn, soon } from '../portal-for-tests.js';
import { counted, record, toPlace } from './steps.js';
import { type Person, seats } from './working-portal.js';

const bin = join(process.cwd(), 'runtime/cli/bin.js');
const long = { timeout: 300_000 };
const looked: string[] = [];
const complaints: string[] = [];
let place = '';
let mail: Peer;
let server: ChildProcess;
let said = '';
let url = '';
let sit: () => Promise<Person>;
let close: () => Promise<void>;

const addressOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      said += String(chunk);
      const address = /Rubric is at (\S+)/.exec(said)?.[1];
      if (address && said.includes('Stop it with')) resolve(address);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => reject(new Error(`It ended with ${code}: ${said}`)));
  });

/** Sets the clock of the portal. */
const at = (instant: string): Promise<void> =>
  writeFile(join(place, 'clock'), String(Date.parse(instant) - Date.now()));

beforeAll(async () => {
  place = await temporaryFolder();
  mail = await smtpPeer();
  const words = [
    '--provider',
    'Larch House',
    '--title',
    'Steady Hands',
    '--for',
    'young person',
    '--minimum-age',
    '16',
  ];
  const more = ['--sessions', '4', '--partners', 'yes'];
  const made = spawnSync(process.execPath, [bin, 'new', 'steady-hands', ...words, ...more], {
    cwd: place,
    encoding: 'utf8',
  });
  expect(made.status, made.stderr).toBe(0);
  await at('2026-03-02T09:00:00Z');
  server = spawn(process.execPath, [bin, 'portal', 'steady-hands', '--empty', '--data', 'data', '--port', '0'], {
    cwd: place,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      SMTP_URL: mail.url,
      NODE_OPTIONS: `--import ${pathToFileURL(join(process.cwd(), 'test/browser/working-portal/clock.js')).href}`,
      CLOCK_FILE: join(place, 'clock'),
    },
  });
  url = await addressOf(server);
  const browser = await startChromium();
  const seat = seats(() => url, await idsIn(join(place, 'steady-hands')), looked, complaints);
  sit = async () => seat(await browser.newContext({ locale: 'en-GB', acceptDownloads: true }));
  close = () => browser.close();
}, 200_000);

afterAll(async () => {
  await close();
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await ended;
  await mail.close();
  await rm(place, { recursive: true, force: true });
  process.stdout.write(counted(looked, 'own provider'));
  expect(complaints).toEqual([]);
});

/** The latest letter to an address, once it has come, as it was written. */
const letterTo = async (email: string, holding: RegExp): Promise<string> => {
  const find = (): string | undefined =>
    mail.taken
      .map((letter) => letter.replace(/=\r?\n/g, '').replace(/=3D/g, '='))
      .filter((letter) => letter.includes(email))
      .map((letter) => holding.exec(letter)?.[1])
      .findLast((found) => found !== undefined);
  await soon(find).toBeDefined();
  return find() ?? '';
};

const people: Record<string, Person> = {};
const roles: [string, RegExp][] = [
  ['facilitator', /^\s*facilitator\s*$/i],
  ['service lead', /^\s*service lead\s*$/i],
  ['support worker', /^\s*support worker\s*$/i],
  ['staff', /^\s*our staff\s*$/i],
];

test('The printed link makes the first administrator, who invites a worker for each role', long, async () => {
  const administrator = await sit();
  await administrator.open(/first administrator: (\S+)/.exec(said)?.[1] ?? '');
  await administrator.look('the first administrator');
  await administrator.type('Your name', 'Ada Admin');
  await administrator.type('Your e-mail address', 'ada@larch.example');
  await administrator.button('Accept and sign in');
  await administrator.open('/administration');
  await administrator.look('administration');
  for (const [n, [, role]] of roles.entries()) {
    await administrator.open('/administration');
    await administrator.follow('Steady Hands');
    if (n === 0) await administrator.look('people, none yet');
    await administrator.follow('Invite somebody');
    await administrator.look('inviting');
    await administrator.type('E-mail address', `worker${n}@larch.example`);
    await administrator.choose('Role', role);
    await administrator.button('Send the invitation');
  }
  await administrator.look('people who were invited');
  for (const [n, [role]] of roles.entries()) {
    const link = await letterTo(`worker${n}@larch.example`, /(\/invitation\/[\w.~-]+)/);
    const worker = await sit();
    await worker.open(link);
    await worker.look('an invitation');
    await worker.type('Your name', `Wil ${role}`);
    await worker.button('Accept and sign in');
    people[role] = worker;
  }
});

const person = (role: string): Person => {
  const found = people[role];
  if (!found) throw new Error(`Nobody came as ${role}.`);
  return found;
};

const rae = 'rae@agency.example';
let referrer: Person;

const refer = async (name: string): Promise<string> => {
  await referrer.button('Start');
  await referrer.follow('About you');
  await referrer.type('Your name', 'Rae Example');
  await referrer.type('Your e-mail address', rae);
  await referrer.day('Date of this referral', '2026-03-02');
  await referrer.button('Save and continue');
  await referrer.type('Full name', name);
  await referrer.day('Date of birth', '2000-03-27');
  await referrer.button('Save and continue');
  await referrer.button('Save and continue');
  await referrer.button('Send the referral');
  return /reference is (\S+)/.exec(await referrer.words())?.[1] ?? '';
};

let [completes, closes] = ['', ''];

test('A referrer refers two, and both are acknowledged by mail', long, async () => {
  referrer = await sit();
  await referrer.open('/steady-hands');
  await referrer.open('/steady-hands/refer');
  await referrer.follow('Start');
  await referrer.type('E-mail address', rae);
  await referrer.button('Send me a code');
  await referrer.type('Code', await letterTo(rae, /Your code is (\d+)/));
  await referrer.button('Sign in');
  completes = await refer('Sam Stays');
  await referrer.open('/steady-hands/refer');
  closes = await refer('Leo Leaves');
  await letterTo(rae, /(Your referral of Sam Stays)/);
  await letterTo(rae, /(Your referral of Leo Leaves)/);
});

const base = '/steady-hands';

/** Signs in by a mailed code and opens an address: days lie between. */
const comes = async (who: Person, email: string, path: string): Promise<void> => {
  mail.taken.splice(0);
  await who.context.clearCookies();
  await who.open(path);
  await who.type('E-mail address', email);
  await who.button('Send me a code');
  await who.type('Code', await letterTo(email, /Your code is (\d+)/));
  await who.button('Sign in');
};
const emailOf = (role: string): string => `worker${roles.findIndex(([one]) => one === role)}@larch.example`;

test('Both are found ready and accepted, have a place, and begin', long, async () => {
  const facilitator = person('facilitator');
  const lead = person('service lead');
  for (const ref of [completes, closes]) {
    await facilitator.open(`${base}/cases/${ref}/assessment`);
    await facilitator.follow(/^Record it.*ready/);
    await facilitator.choose(/ready to take part/, 'Yes');
    await facilitator.type('The reason for this judgement', 'It was talked over.');
    await facilitator.button('Record it');
    await lead.open(`${base}/cases/${ref}`);
    await record(lead, 'Accept');
  }
  await facilitator.open(`${base}/groups/new`);
  await facilitator.type('What is it called?', 'Mondays');
  await facilitator.tick('Monday');
  await facilitator.day('Day of its first session', '2026-03-02');
  await facilitator.button('Make the group');
  for (const name of ['Leo', 'Sam']) {
    await facilitator.pick('Give a place to', name);
    await facilitator.day('From', '2026-03-02', facilitator.page.locator('form[action$="/places"]'));
    await facilitator.button('Give him the place');
  }
  for (const ref of [completes, closes]) {
    await facilitator.open(`${base}/cases/${ref}`);
    await record(facilitator, 'Start the programme');
  }
});

test('Four registers are filled in afterwards: one was there each time, the other was not', long, async () => {
  await at('2026-03-23T20:00:00Z');
  const facilitator = person('facilitator');
  await comes(facilitator, emailOf('facilitator'), `${base}/groups`);
  await facilitator.follow('Mondays');
  const group = new URL(facilitator.page.url()).pathname;
  for (const day of ['2026-03-02', '2026-03-09', '2026-03-16', '2026-03-23']) {
    await facilitator.open(`${group}/sessions/${day}`);
    await facilitator.choose(/^\s*Sam.*was he there/, 'Attended');
    await facilitator.choose(/^\s*Leo.*was he there/, 'Absent');
    await facilitator.button('Save the register');
  }
});

test('The report is written, reviewed, looked at and issued, and whoever has been there completes', long, async () => {
  const facilitator = person('facilitator');
  const lead = person('service lead');
  const supporter = person('support worker');
  await toPlace(facilitator, 'Reports');
  await facilitator.follow(/^Progress report.*Sam/);
  await facilitator.typeAll(facilitator.page.locator('#writing textarea'), () => 'He takes part.');
  await facilitator.button('Hand it in for review');
  await comes(lead, emailOf('service lead'), `${base}/reports`);
  await lead.follow(/^Progress report.*Sam/);
  await lead.look('a report to review');
  await lead.button('Approve it');
  await comes(supporter, emailOf('support worker'), `${base}/releases`);
  await supporter.follow(/^Progress report/);
  await supporter.button('It may go out');
  await facilitator.page.reload();
  await facilitator.button('Issue it');
  await lead.open(`${base}/cases/${completes}`);
  await record(lead, 'Complete the programme');
  expect(await lead.words()).toContain('Completed Since Monday 23 March 2026');
});

test('The other is closed by a person, and the closure is appealed against and answered', long, async () => {
  const lead = person('service lead');
  await lead.open(`${base}/cases/${closes}`);
  const recommended = lead.page.locator('#recommendations li').filter({ hasText: 'Close as non-attendance' });
  await lead.follow(/^Confirm or refuse/, recommended);
  await lead.choose('What do you decide?', 'Confirm it');
  await lead.button('Record it');
  expect(await lead.words()).toContain('Closed Since Monday 23 March 2026');

  await comes(referrer, rae, `${base}/my-referrals`);
  await referrer.follow('Leo Leaves');
  await referrer.follow('Review', referrer.page.locator('[aria-labelledby=appeal]'));
  await referrer.type('Why the decision should be looked at again', 'He was in hospital.');
  await referrer.button('Send the appeal');
  await lead.open(`${base}/cases/${closes}`);
  await lead.follow(
    /^Record that it is done/,
    lead.page.locator('#duties li').filter({ hasText: 'Answer the appeal' }),
  );
  await lead.button('Record it');
  expect(await lead.words()).toContain('was answered');

  await referrer.open(`${base}/my-referrals`);
  await referrer.follow('Sam Stays');
  await referrer.follow(/^Read it.*Progress report/);
  expect(await referrer.words()).toContain('4 sessions were due: 4 attended, 0 missed.');
});
