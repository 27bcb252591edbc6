/** All that those who support her can type on her pages, each answer with a word that stands nowhere else. */
import type { Visitor } from '../runtime/portal/portal-for-tests.js';
import type { Planter } from './her-side.js';

const writable = 'textarea, input:not([type]), input[type=text], input[type=tel], input[type=email]';

/** Answers to what takes no words of one's own; whatever else is asked gets a planted word. */
const reach = {
  ...{ 'way-telephone': 'yes', 'way-text': 'not-asked', 'way-email': 'not-asked', 'way-letter': 'no' },
  ...{ 'way-in-person': 'not-asked', 'way-through-somebody': 'not-asked', voicemail: 'no' },
  ...{ 'days-1': ['1'], 'from-1': '09:00', 'to-1': '10:00', 'from-2': '', 'to-2': '' },
};

/** Opens a page, plants a word in each of its fields that takes words, and sends it. */
export const fillIn = async (
  worker: Visitor,
  url: string,
  given: Record<string, string | string[]>,
  { plant }: Planter,
): Promise<string[]> => {
  const page = await worker.look(url);
  const form = [...page.document.querySelectorAll<HTMLFormElement>('#content form')].find(
    (one) => (one.getAttribute('action') ?? url) === url,
  );
  if (page.status !== 200 || !form) return [`${url} (${page.status}) has no form`];
  const fields: Record<string, string | string[]> = {};
  for (const { name, inputMode } of form.querySelectorAll<HTMLInputElement>(writable))
    if (name !== '')
      fields[name] = inputMode === 'decimal' ? '7' : `She said ${plant(`${url.replace(/^.*\//, '')} ${name}`)}`;
  for (const { name, value } of form.querySelectorAll<HTMLInputElement>('input[type=radio]')) fields[name] ??= value;
  const own = Object.fromEntries(Object.entries(given).filter(([name]) => form.elements.namedItem(name) !== null));
  const sent = await worker.send(url, { ...fields, ...own }, url);
  return sent.status === 200 ? [] : [`${url} ${sent.status} ${sent.words.slice(0, 600)}`];
};

/** Fills in every form of one partner's pages. Gives what was not taken. `review`: in which words a review is asked for. `leaves`: forms
 *  that are not filled in. */
export const everyFormOf = async (
  worker: Visitor,
  at: string,
  now: string,
  plant: Planter,
  review = 'Please look at how he attends.',
  leaves: (url: string) => boolean = () => false,
): Promise<string[]> => {
  const [today, then] = [now.slice(0, 10), `${now.slice(0, 11)}09:30`];
  const attempt = { when: then, way: 'telephone', 'next-on': today };
  const faults = [
    ...(await fillIn(worker, `${at}/reach`, reach, plant)),
    ...(await fillIn(worker, `${at}/wishes`, { support: 'yes', told: 'yes', on: today }, plant)),
    ...(await fillIn(worker, `${at}/contact`, { ...attempt, outcome: 'no-answer' }, plant)),
    ...(await fillIn(worker, `${at}/contact`, { ...attempt, outcome: 'reached' }, plant)),
    ...(await fillIn(worker, `${at}/details`, {}, plant)),
  ];
  const own = await worker.look(at);
  const records = new Set(
    [...own.document.querySelectorAll('a[href*="/record/"]')].map((link) => link.getAttribute('href') ?? ''),
  );
  for (const url of [...records].filter((one) => !leaves(one)))
    faults.push(...(await fillIn(worker, url, { on: today }, plant)));
  const tell = await worker.look(`${at}/tell`);
  if (tell.document.querySelector('[name=document]')) faults.push(...(await fillIn(worker, `${at}/tell`, {}, plant)));
  faults.push(...(await fillIn(worker, `${at}/review`, { ground: 'own', own: review }, plant)));
  return faults;
};
