/** The studio may be mounted below any address: no link, form or stream of it leads elsewhere. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import Fastify, { type FastifyInstance } from 'fastify';
import { expect, test } from 'vitest';
import { compile } from '../../../generator/index.js';
import { openLibrary } from '../../../runtime/definition/library.js';
import { showError } from '../../../runtime/portal/error-page/controller.js';
import { readBodies } from '../../../runtime/server/bodies.js';
import { mountStudio } from '../../../runtime/server/mount-studio.js';
import { definitions, get, now, post, record, sendApplication } from '../server/app-for-tests.js';

const mounted = async (base: string): Promise<FastifyInstance> => {
  const library = await openLibrary(definitions, compile, { watching: false });
  const app = Fastify({ logger: false, frameworkErrors: showError });
  app.setErrorHandler(showError);
  await readBodies(app);
  await mountStudio(app, { library, now: () => now, base });
  app.addHook('onClose', () => library.close());
  return app;
};

/** The addresses that a page leads or sends to, but for files of every page and the way home. */
const leadsTo = (html: string): string[] =>
  [...html.matchAll(/(?:href|action|data-live)="(\/[^"#?]*)/g)]
    .map(([, address]) => address ?? '')
    .filter((address) => address !== '/' && !address.startsWith('/assets/') && address !== '/document.css');

test('no file of the studio but one writes an address from the root', () => {
  const files = execFileSync('git', ['ls-files', 'runtime/studio'], { encoding: 'utf8' }).split('\n').filter(Boolean);
  const written = files
    .filter((file) => !file.endsWith('/addresses.ts'))
    .filter((file) =>
      /`\/\$\{|href=["{]+["'`]?\/(?!\$)|redirect\(['"`]\/|href: ['"`]\//.test(readFileSync(file, 'utf8')),
    );
  expect(files.length).toBeGreaterThan(50);
  expect(written).toEqual([]);
});

test('below an address of its own, every page that can be walked to leads nowhere but below it', async () => {
  const app = await mounted('/studio');
  const begun = await post(app, '/studio/gardening/forms/application');
  const at = String(begun.headers.location).replace('/forms/application', '');
  expect(at).toMatch(/^\/studio\/gardening\/cases\/[\w-]+$/);
  await sendApplication(app, at);
  await record(app, at, 'ready', 'yes');
  const play = String((await post(app, '/studio/gardening/play')).headers.location);
  expect(play).toMatch(/^\/studio\/gardening\/play\/[\w-]+$/);

  const walked = new Set<string>();
  const ahead = ['/studio', `${at}/forms/application`, `${at}/decision`, play, `${play}/documents`];
  for (let next = ahead.shift(); next !== undefined; next = ahead.shift()) {
    if (walked.has(next)) continue;
    walked.add(next);
    if (next.startsWith('/studio/live/') || /\/(remove|save|case)$/.test(next)) continue;
    const { statusCode, headers, body } = await get(app, next);
    expect(`${statusCode < 500 ? '' : statusCode} ${next}`).toBe(` ${next}`);
    if (!String(headers['content-type']).startsWith('text/html')) continue;
    const found = leadsTo(body);
    expect(found.filter((address) => !address.startsWith('/studio'))).toEqual([]);
    ahead.push(...found);
  }
  expect(walked.size).toBeGreaterThan(20);
  expect([...walked]).toEqual(
    expect.arrayContaining(['/studio/gardening', '/studio/gardening/handbook', `${at}/judgements`]),
  );
  await app.close();
});

test('on its own it begins at the root', async () => {
  const app = await mounted('');
  expect(leadsTo((await get(app, '/')).body)).toEqual(['/gardening']);
  await app.close();
});
