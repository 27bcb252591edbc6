/** A demonstration has no mail server: nothing of it goes out, whatever is configured. */
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { evaluate } from '../../../engine/index.js';
import { compile } from '../../../generator/index.js';
import { openLibrary } from '../../../runtime/definition/library.js';
import { openOffice } from '../../../runtime/server/open-office.js';
import { temporaryFolder } from '../store/store-for-tests.js';
import { smtpPeer } from './smtp-peer.js';

const peer = await smtpPeer();
const folder = await temporaryFolder();
const library = await openLibrary(
  resolve('examples/tollbeck-clear-road'),
  (texts) => compile(texts, { play: evaluate }),
  {
    watching: false,
  },
);
afterAll(async () => {
  await library.close();
  await peer.close();
  await rm(folder, { recursive: true, force: true });
});

const open = (invents: boolean) =>
  openOffice({
    library,
    database: { dataFolder: folder, embedded: { durable: false } },
    now: () => '2026-03-02T09:00:00Z',
    secret: 'a secret for tests, and for nothing else whatever',
    url: () => 'http://localhost',
    smtpUrl: peer.url,
    invents,
  });

test('nothing is sent of what is invented, when it is filled in and ever after', async () => {
  const filled = await open(true);
  expect(filled.post.sends).toBe(false);
  await filled.people.demonstrate([
    { name: 'Ann Example', email: 'ann@people.example', grants: [], administers: true },
  ]);
  await filled.close();

  // Begun again with nothing to be filled in: the people in it are still invented.
  const later = await open(false);
  expect(later.post.sends).toBe(false);
  await later.post.sendCode('somebody@people.example', '123456');
  await later.close();
  expect(peer.taken).toEqual([]);
});
