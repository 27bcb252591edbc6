/** `rubric verify`, `rebuild`, `backup` and `restore`, as whoever looks after a store says them. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { main } from '../../../runtime/cli/main.js';
import { startEmbedded } from '../../../runtime/server/store/embedded.js';
import { openStore } from '../../../runtime/server/store/open-store.js';
import { asOwner } from '../../../runtime/server/store/roles.js';
import { course, did, told } from '../../engine/course/story.js';
import { plainStanding, temporaryFolder, viewOf } from './store-for-tests.js';

const folder = await temporaryFolder();
afterAll(() => rm(folder, { recursive: true, force: true }));
const data = join(folder, 'data');
const copy = join(folder, 'copy');
const file = join(folder, 'kept.backup');
const secret = 'a secret of more than thirty-two letters';

const rubric = async (...words: string[]) => {
  let [out, err] = ['', ''];
  const code = await main(words, {
    out: (text) => (out += text),
    err: (text) => (err += text),
    colour: { out: false, err: false },
  });
  return { code, out, err };
};

const bundle = course(`
records:
  worry: { called: the support worker was worried, by: support-worker, ours: test }
`);
const open = () => openStore({ dataFolder: data, now: () => '2026-03-02T09:00:00Z', project: plainStanding });
const fill = async (): Promise<string> => {
  const store = await open();
  const referral = told('answered', '2026-01-02', { 'full-name': 'Tom' }, 'referrer');
  const made = { form: 'referral', name: 'Tom', bundle, key: 'a', events: [referral] };
  const { ref } = await store.begin(viewOf('staff'), made);
  const worry = did('2026-01-04', 'worry', { by: 'support-worker' });
  await store.append(viewOf('support-worker', { seesHers: true }), { ref, key: 'b', events: [worry] });
  await store.close();
  writeFileSync(join(data, 'secret'), secret);
  return ref;
};
const tamper = async (folder: string, query: string): Promise<void> => {
  const { server, stop } = await startEmbedded(folder);
  await asOwner(server, (client) => client.query(query));
  await stop();
};

test('where nothing was ever kept that is said, and nothing is made', async () => {
  const place = join(folder, 'nothing');
  mkdirSync(place);
  for (const command of [['verify'], ['rebuild'], ['backup', '--out', file]]) {
    const { code, err } = await rubric(...command, '--data', place);
    expect({ code, err }).toEqual({ code: 1, err: `There is no store in “${place}”.\n` });
  }
  expect(existsSync(join(place, 'database'))).toBe(false);
});

test('a store is verified, backed up, restored elsewhere, and found out when somebody altered it', async () => {
  const ref = await fill();
  const agrees = 'All is as it was recorded: 1 case, 2 rows, each following from the one before it.\n';
  expect(await rubric('verify', '--data', data)).toEqual({ code: 0, out: agrees, err: '' });

  const written = await rubric('backup', '--data', data, '--out', file);
  expect(written).toMatchObject({ code: 0, err: '' });
  expect(written.out).toMatch(/^\d+ rows of \d+ tables are in .*kept\.backup\.\n$/);
  expect(await rubric('backup', '--data', data, '--out', file)).toMatchObject({ code: 2 });

  expect(await rubric('restore', file, '--data', copy)).toMatchObject({ code: 0, err: '' });
  expect(readFileSync(join(copy, 'secret'), 'utf8').trim()).toBe(secret);
  expect(await rubric('verify', '--data', copy)).toEqual({ code: 0, out: agrees, err: '' });
  expect(await rubric('restore', file, '--data', copy)).toMatchObject({
    code: 1,
    err: 'There is something in this store already. A back-up is restored into a new data folder or an empty database.\n',
  });

  await tamper(copy, `update hers.case_event set payload = replace(payload::text, 'worry', 'worse')::json`);
  expect(await rubric('verify', '--data', copy)).toEqual({
    code: 1,
    out: '',
    err: `In evening, case ${ref}, row 1 of the partner’s side is not as it was recorded: what it says is not what was recorded.\n`,
  });
});

test('standings are worked out again, and how many differed is said', async () => {
  expect(await rubric('rebuild', '--data', data)).toEqual({
    code: 0,
    out: 'One case was worked out again; 1 differed from what was kept.\n',
    err: '',
  });
  expect((await rubric('rebuild', '--data', data)).out).toContain('none differed');
});

test('a store in use is verified and backed up beside those who use it, and not restored into', async () => {
  const store = await open();
  try {
    expect(await rubric('verify', '--data', data)).toMatchObject({ code: 0 });
    expect(await rubric('backup', '--data', data, '--out', join(folder, 'while'))).toMatchObject({ code: 0 });
    const { code, err } = await rubric('restore', file, '--data', data);
    expect(code).toBe(1);
    expect(err).toBe(
      `The data folder “${data}” is in use by another process (number ${process.pid}). Stop that one first, or use another folder.\n`,
    );
    expect((await store.list(viewOf('staff'), {})).all).toBe(1);
  } finally {
    await store.close();
  }
});
