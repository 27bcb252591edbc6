/** A man is referred to each of the two programmes through the pages of the portal, over a real database. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { portalForReferring, type Visitor } from '../runtime/portal/referring/portal-for-referring.js';

const definitions = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'definitions');
const { nobody, outside, ask } = await portalForReferring(definitions);

type Pages = Record<string, Record<string, string>>;
const day = (name: string, [d, m, y]: [string, string, string]): Record<string, string> => ({
  [`root[${name}][day]`]: d,
  [`root[${name}][month]`]: m,
  [`root[${name}][year]`]: y,
});

const begin = async (visitor: Visitor, programme: string, role = 'referrer'): Promise<string> => {
  await visitor.get(`/${programme}/refer`);
  await visitor.send(`/${programme}/refer`, { form: 'referral', role });
  return visitor.at;
};
/** As a browser without a script sends a page: again, where answers brought up further questions. */
const fillIn = async (visitor: Visitor, form: string, pages: Pages): Promise<void> => {
  for (const [page, fields] of Object.entries(pages)) {
    await visitor.get(`${form}/pages/${page}`);
    for (const _time of ['first', 'further questions']) {
      const seen = /name="seen" value="([^"]*)"/.exec(visitor.page)?.[1] ?? '';
      await visitor.send(`${form}/pages/${page}`, { ...fields, seen });
      if (!visitor.at.includes(`/pages/${page}`)) break;
    }
  }
};
const sendIt = async (visitor: Visitor, form: string): Promise<string> => {
  await visitor.get(`${form}/check`);
  const words = await visitor.send(`${form}/check`);
  expect(words).toContain('We have received your referral');
  return /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(visitor.at)?.[0] ?? '';
};

const harbour: Pages = {
  'the-referrer': {
    'root[referral-source]': 'agency',
    ...day('referral-date', ['2', '3', '2026']),
    'root[area]': 'stockton',
    'root[referrer-name]': 'Kim Example',
  },
  'the-client': {
    'root[full-name]': 'Arno Invented',
    ...day('date-of-birth', ['27', '3', '2010']),
    'root[sex]': 'man',
    'root[relationship]': 'same-sex',
  },
  family: {
    'root[partner-known]': 'yes',
    'root[partners][0][name]': 'Petra Canary',
    'root[partners][0][phone]': '07700 900 982',
  },
  confirmation: { 'root[declaration]': 'Kim Example' },
};

test('Harbour: the referrer hears by when he is answered, and what the programme asks for that his words do not have', async () => {
  const kim = await outside('Kim');
  const form = await begin(kim, 'harbour');
  await fillIn(kim, form, harbour);
  const ref = await sendIt(kim, form);
  // 48 hours after noon on Monday.
  expect(kim.page).toContain('We aim to get in touch with you, by midday on Wednesday 4 March 2026.');
  // He is fifteen, and in a same-sex partnership.
  expect(kim.page).toContain('The programme is not suitable for men in same-sex partnerships.');
  expect(kim.page).toMatch(/<li>[^<]*18[^<]*<\/li>/);
  // What a person has to judge or he has to agree to is not said to be lacking.
  expect(kim.page).not.toContain('He must accept responsibility');
  expect(kim.page).not.toContain('He must agree');
  const own = `/harbour/my-referrals/${ref}`;
  const words = await kim.get(own);
  expect(words).toContain('Received');
  // Nothing has been decided against which he could appeal.
  expect(words).not.toContain('Review of the decision');
  expect(kim.page).not.toContain('Canary');
  const [found] = await ask<{ site: string; name: string }>(
    'owner',
    'select site, name from rubric.case_file where ref = $1',
    [ref],
  );
  expect(found).toEqual({ site: 'stockton', name: 'Arno Invented' });
  const [his] = await ask<{ all: string }>(
    'owner',
    `select string_agg(payload::text, ' ') as all from rubric.case_event where ref = $1`,
    [ref],
  );
  expect(his?.all).not.toMatch(/Canary|07700/);
});

test('Harbour: a man who refers himself is not asked who refers him, and nobody else can say that it was he', async () => {
  const sam = await outside('Sam');
  const form = await begin(sam, 'harbour', 'participant');
  const page = await sam.get(`${form}/pages/the-referrer`);
  expect(page).not.toContain('Who is making the referral?');
  expect(page).not.toContain('kept apart');
  expect(page).not.toContain('Name of the referrer');
  // A page that was opened by somebody else, or made up, does not change it.
  const { 'root[referrer-name]': _name, ...first } = harbour['the-referrer'] ?? {};
  await fillIn(sam, form, { ...harbour, 'the-referrer': first });
  const check = await sam.get(`${form}/check`);
  expect(check).toContain('Who is making the referral? The client himself Date of the referral');
  expect(check).toContain('Once sent, what was told about the partner is kept apart and no longer shown.');
  const ref = await sendIt(sam, form);
  const [sent] = await ask<{ source: string }>(
    'owner',
    `select payload -> 'values' ->> 'referral-source' as source from rubric.case_event where ref = $1 and number = 1`,
    [ref],
  );
  expect(sent).toEqual({ source: 'participant' });

  const kim = await outside('Kim');
  const other = await begin(kim, 'harbour');
  const asked = await kim.get(`${other}/pages/the-referrer`);
  expect(asked).toContain(
    'Who is making the referral? (required) An agency or another person CAFCASS Date of the referral',
  );
});

test('My Time: a referral without what it insists on is sent as it is, acknowledged at once, and asked for the rest', async () => {
  const kim = await outside('Kim');
  const form = await begin(kim, 'my-time');
  await fillIn(kim, form, { 'the-man': { 'root[full-name]': 'Bodo Invented', 'root[sex]': 'man' } });
  await kim.get(`${form}/check`);
  expect(await kim.send(`${form}/check`)).toContain('Enter your agency');
  const sent = await kim.send(`${form}/check`, { as: 'it-is' });
  expect(sent).toContain('Something is missing from it.');
  expect(sent).toContain('We send you this: Acknowledgement of a referral');
  const ref = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(kim.at)?.[0] ?? '';
  const words = await kim.get(`/my-time/my-referrals/${ref}`);
  expect(words).toContain('Your referral does not say this yet: Your name Your agency Your e-mail address');
  for (const told of [
    'you came to know of an incident',
    'you learnt something about risk',
    'you had news of a change or a plan',
  ])
    expect(words).toContain(told);
  expect(words).toContain('Ask for a copy Suitability report');
  // My Time declares no appeals.
  expect(words).not.toContain('If you disagree');
});

test('both programmes, and what each of them is, stand on the first page', async () => {
  const visitor = nobody();
  const words = await visitor.get('/');
  expect(words).toContain('Men’s Group Work Programme Harbour');
  expect(words).toContain('Working to build healthier and safer relationships within families');
  expect(await visitor.get('/harbour')).toContain('The programme is for men in heterosexual relationships');
  expect(await visitor.get('/my-time/guidelines')).toContain('The programme follows the Duluth model');
});
