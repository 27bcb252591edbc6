/** From the first page to the reference: a referral is begun, kept, gone on with, sent. */
import { expect, test } from 'vitest';
import { aReferral, begin, fillIn, portalForReferring, refer } from './portal-for-referring.js';

const portal = await portalForReferring();
const { ask, at, nobody, outside } = portal;

test('whoever is not signed in reads how to refer, and is sent to sign in before anything is kept', async () => {
  const visitor = nobody();
  const words = await visitor.get('/still-river/refer');
  expect(words).toContain('Refer somebody Answer what you know.');
  expect(words).toContain('First we send a code to your e-mail address');
  expect(visitor.page).toContain('href="/sign-in?next=%2Fstill-river%2Frefer"');
  expect((await visitor.ask('GET', '/still-river/my-referrals')).headers.location).toBe(
    '/sign-in?next=%2Fstill-river%2Fmy-referrals',
  );
  expect(await ask('owner', 'select id from rubric.draft')).toEqual([]);
});

test('a referral is kept page by page, gone on with another day, sent once, and gone from the drafts', async () => {
  const kim = await outside('Kim');
  const form = await begin(kim);
  expect(kim.page).toContain('0 of 3 pages completed.');
  await fillIn(kim, form, { 'who-refers': aReferral['who-refers'], 'the-man': aReferral['the-man'] });
  at('2026-03-04T12:00:00Z');
  const again = await outside('Kim');
  const list = await again.get('/still-river/my-referrals');
  expect(list).toContain('Zoltan Invented Referral form, last changed on Monday 2 March 2026');
  expect(again.page).toContain(`href="${form}"`);
  expect(await again.get(form)).toContain('2 of 3 pages completed.');
  await fillIn(again, form, { family: aReferral.family });
  expect(await again.get(`${form}/check`)).toContain('Petra Canary');
  const sent = await again.send(`${form}/check`);
  expect(sent).toMatch(/We have received your referral Its reference is [0-9A-Z]{4}-[0-9A-Z]{4}/);
  expect((await again.ask('GET', form)).statusCode).toBe(404);
  expect(
    await ask(
      'owner',
      'select (select count(*) from rubric.draft)::int as drafts, (select count(*) from hers.draft)::int as hers',
    ),
  ).toEqual([{ drafts: 0, hers: 0 }]);
  at('2026-03-02T12:00:00Z');
});

test('what happens next is said with its day: 48 hours after noon on Monday are noon on Wednesday', async () => {
  const kim = await outside('Kim');
  await refer(kim);
  const { page } = kim;
  expect(page).toContain('We send you this: Acknowledgement of a referral');
  expect(page).toContain('We aim to get in touch with you, by midday on Wednesday 4 March 2026.');
  expect(page).toContain('call 999');
});

test('the draft of somebody else is not there, like one that never was', async () => {
  const [kim, ines] = [await outside('Kim'), await outside('Ines')];
  const form = await begin(kim);
  const others = await ines.ask('GET', form);
  const none = await ines.ask('GET', '/still-river/refer/AAAAAAAAAAAAAAAAAAAAAAAA');
  expect([others.statusCode, none.statusCode]).toEqual([404, 404]);
  expect(others.payload).toBe(none.payload);
  expect(await ines.get('/still-river/my-referrals')).not.toContain('last changed');
  await ines.get('/still-river/refer');
  expect((await ines.ask('POST', `${form}/pages/family`, aReferral.family)).statusCode).toBe(404);
});

test('what is typed of her lies on her side alone, and no role of the server can read that table', async () => {
  const kim = await outside('Mo');
  const form = await begin(kim);
  await fillIn(kim, form, {
    family: { 'root[partners][0][name]': 'Typed Canary', 'root[partners][0][phone]': 'not a number' },
  });
  // It could not be taken, and is shown again to whoever typed it.
  expect(kim.page).toContain('Typed Canary');
  const id = form.split('/').at(-1);
  const [his] = await ask<{ kept: unknown }>('owner', 'select kept from rubric.draft where id = $1', [id]);
  const [hers] = await ask<{ kept: unknown }>('owner', 'select kept from hers.draft where id = $1', [id]);
  expect(JSON.stringify(his)).not.toContain('Canary');
  expect(JSON.stringify(hers)).toContain('Typed Canary');
  for (const role of ['app', 'supporter'] as const)
    await expect(ask(role, 'select * from hers.draft')).rejects.toThrow(/permission denied/);
  expect(
    await ask(
      'app',
      `select set_config('rubric.programme', 'still-river', false), rubric.her_part_of_draft('${id}') as hers`,
    ),
  ).toMatchObject([{ hers: null }]);
});

test('a draft is deleted after one more question, with what was typed of her', async () => {
  const kim = await outside('Una');
  const form = await begin(kim);
  await fillIn(kim, form, { family: aReferral.family });
  expect(await kim.get(`${form}/delete`)).toContain('Delete what was not sent?');
  await kim.send(`${form}/delete`);
  expect(kim.at).toBe('/still-river/my-referrals');
  const id = form.split('/').at(-1);
  expect(
    await ask('owner', 'select id from rubric.draft where id = $1 union select id from hers.draft where id = $1', [id]),
  ).toEqual([]);
});

test('two tabs that save two pages of one draft lose neither', async () => {
  const kim = await outside('Tab');
  const form = await begin(kim);
  await kim.get(`${form}/pages/the-man`);
  await Promise.all([
    kim.ask('POST', `${form}/pages/the-man`, aReferral['the-man']),
    kim.ask('POST', `${form}/pages/who-refers`, aReferral['who-refers']),
  ]);
  expect(await kim.get(form)).toContain('2 of 3 pages completed.');
});

test('a draft that is sent twice is one case', async () => {
  const kim = await outside('Twice');
  const form = await begin(kim);
  await fillIn(kim, form, aReferral);
  await kim.get(`${form}/check`);
  const both = await Promise.all([kim.ask('POST', `${form}/check`), kim.ask('POST', `${form}/check`)]);
  const places = both.filter(({ statusCode }) => statusCode === 303).map(({ headers }) => headers.location);
  expect(new Set(places).size).toBe(1);
  const [{ n } = { n: 0 }] = await ask<{ n: number }>(
    'owner',
    `select count(*)::int as n from rubric.case_file f join rubric.person p on p.id = f.referrer where p.email = 'twice@agency.example'`,
  );
  expect(n).toBe(1);
});

test('a man whom the programme is not for is received like any other, and what it asks for is said beside it', async () => {
  const kim = await outside('Kim');
  await refer(kim, { 'root[sex]': 'woman' });
  const { page } = kim;
  expect(page).toContain('We have received your referral');
  expect(page).toContain('<li>The programme is for men.</li>');
  // He is forty, and whether he is suitable nobody has judged: neither is said.
  expect(page).not.toContain('He must be 18 or over');
  expect(page).toContain('Nothing has been decided.');
  const again = await outside('Kim');
  await refer(again);
  expect(again.page).not.toContain('What the programme asks for');
});

test('a man may refer himself where the form is for him', async () => {
  const man = await outside('Himself');
  const form = await begin(man, '/still-river/refer', 'participant');
  await fillIn(man, form, aReferral);
  await man.get(`${form}/check`);
  await man.send(`${form}/check`);
  const ref = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(man.at)?.[0];
  const [event] = await ask<{ payload: { by: object } }>(
    'owner',
    'select payload from rubric.case_event where ref = $1 order by number limit 1',
    [ref],
  );
  expect(event?.payload.by).toEqual({ role: 'participant', name: 'Himself' });
});

test('the first pages say what there is, whom to refer, and what to do in danger', async () => {
  const visitor = nobody();
  const home = await visitor.get('/');
  expect(home).toContain('Still River Example Trust. A course of evenings for men who want to stop');
  expect(home).toContain('call 999');
  const programme = await visitor.get('/still-river');
  expect(programme).toContain('The programme is for men.');
  expect(programme).toContain('01632');
  expect(programme).toContain('What happens next');
  expect(await visitor.get('/still-river/guidelines')).toContain('Example Trust');
  expect((await visitor.ask('GET', '/nowhere')).statusCode).toBe(404);
});
