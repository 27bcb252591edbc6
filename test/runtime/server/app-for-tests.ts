/** The portal over the invented programme of this folder, at a fixed moment, and a person at its pages. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { compile } from '../../../generator/index.js';
import { openLibrary } from '../../../runtime/definition/library.js';
import { type AppOptions, buildApp } from '../../../runtime/server/build-app.js';

export const definitions = join(dirname(fileURLToPath(import.meta.url)), 'definitions');
/** A Monday. */
export const now = '2026-03-02T12:00:00Z';

/** The app, listening nowhere, with its files not watched. */
export const appForTests = async (options: Partial<AppOptions> = {}): Promise<FastifyInstance> => {
  const library = await openLibrary(definitions, compile, { watching: false });
  const app = await buildApp({ library, now: () => now, ...options });
  app.addHook('onClose', () => library.close());
  return app;
};

export const get = (app: FastifyInstance, url: string) => app.inject({ method: 'GET', url });

/** Sends a form as a browser does. */
export const post = (app: FastifyInstance, url: string, fields: Record<string, string | string[]> = {}) =>
  app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    payload: new URLSearchParams(
      Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
    ).toString(),
  });

/** Begins a case; gives its address, "/gardening/cases/…". */
export const beginCase = async (app: FastifyInstance): Promise<string> => {
  const { headers } = await post(app, '/gardening/forms/application');
  return String(headers.location).replace('/forms/application', '');
};

const page = (name: string): string => `/forms/application/pages/${name}`;

export const whoYouAre = {
  'root[full-name]': 'Sam Reed',
  'root[date-of-birth][day]': '27',
  'root[date-of-birth][month]': '3',
  'root[date-of-birth][year]': '1985',
  'root[application-date][day]': '1',
  'root[application-date][month]': '3',
  'root[application-date][year]': '2026',
  'root[source]': 'self',
  seen: 'full-name date-of-birth application-date source',
};

/** Fills in every page of the form as an applicant with a partner, and sends it. */
export const sendApplication = async (app: FastifyInstance, at: string): Promise<void> => {
  await post(app, `${at}${page('who-you-are')}`, whoYouAre);
  await post(app, `${at}${page('garden')}`, { 'root[poisons-used]': 'no', 'root[experience]': '4' });
  await post(app, `${at}${page('family')}`, {
    'root[partner-known]': 'yes',
    'root[partners][0][name]': 'Ann Onymous',
    'root[partners][0][phone]': '07700 900 982',
    'root[children][0][age]': '7',
    'root[children][0][at-school]': 'no',
  });
  await post(app, `${at}${page('confirmation')}`, { 'root[signed-by-hand]': 'Sam Reed' });
  await post(app, `${at}/forms/application/check`);
};

/** Records a judgement, a consent or a signature. */
export const record = (
  app: FastifyInstance,
  at: string,
  fact: string,
  answer: string,
  more: Record<string, string> = {},
) =>
  post(app, `${at}/judgements/${fact}`, {
    [`root[${fact}]`]: answer,
    'root[rubric_who]': 'service-lead',
    'root[rubric_when][day]': '2',
    'root[rubric_when][month]': '3',
    'root[rubric_when][year]': '2026',
    'root[rubric_reason]': 'That was said when we met.',
    ...more,
  });

/** The words that a page shows, without its markup. */
export const wordsOf = (html: string): string =>
  html
    .replace(/<(script|style|head)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<!--.*?-->/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#x27;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
