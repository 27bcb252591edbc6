/** The first administrator, invitations, roles, leaving, hand-over, the audit. */
import { expect, test, vi } from 'vitest';
import { migrations } from '../../../runtime/server/store/migrations.js';
import { Browser, portalOfPeople } from './portal-of-people.js';
import { riverSteps } from './programmes.js';

const portal = await portalOfPeople();
const { app, at, ask, people, invitations, signIn, idOf, bundles } = portal;
const river = '/administration/programmes/river';

const invited = (email: string): string => invitations.findLast((each) => each.email === email)?.path ?? '';
/** Ada invites somebody, who accepts. */
const comes = async (ada: Browser, email: string, name: string, fields: Record<string, string>) => {
  await ada.get(`${river}/invite`);
  const sent = await ada.post(`${river}/invite`, { email, ...fields });
  expect([sent.statusCode, sent.headers.location]).toEqual([303, `${river}?done=invited`]);
  const browser = new Browser(app);
  await browser.get(invited(email));
  const accepted = await browser.post(invited(email), { name });
  expect(accepted.statusCode).toBe(303);
  return browser;
};

const first = (await people.firstAdministrator()) ?? '';
const ada = new Browser(app);

test('the first start makes one administrator by a link that works once', async () => {
  expect(first).toMatch(/^\/invitation\/[A-Za-z0-9_-]{32}$/);
  expect((await ada.get(first)).payload).toContain('Set up the first administrator');
  const empty = await ada.post(first, { name: '', email: 'no' });
  expect(empty.payload).toContain('Enter your name.');
  const done = await ada.send(first, { name: 'Ada Lane', email: 'ada@example.org' });
  expect(done.statusCode).toBe(303);
  const administration = (await ada.get('/administration')).payload;
  expect(administration).toContain('River Steps');
  // Whatever stands at the head of it opens.
  const header = /<nav class="rubric-header__nav".*?<\/nav>/s.exec(administration)?.[0] ?? '';
  const leads = [...header.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href.replace(/&amp;/g, '&'));
  expect(leads).toEqual(expect.arrayContaining(['/administration', '/administration/audit', '/studio']));
  for (const href of leads) expect((await ada.get(href)).statusCode, href).toBe(200);
  expect((await new Browser(app).get(first)).statusCode).toBe(404);
  expect(await people.firstAdministrator()).toBeUndefined();
  expect(JSON.stringify(await ask('owner', 'select * from rubric.invitation'))).not.toContain(first.slice(12));
});

test('an administrator sees no page of a programme’s cases', async () => {
  for (const address of ['/river/today', '/river/cases/7K3Q-9F2M', '/river/partner-support'])
    expect((await ada.get(address)).statusCode).toBe(404);
  expect((await ada.get('/studio')).statusCode).toBe(200);
});

test('whoever was invited to a role at a site has it once the invitation is accepted', async () => {
  const fay = await comes(ada, 'fay@example.org', 'Fay Hill', { role: 'facilitator', site: 'north' });
  expect((await fay.get('/river/today')).statusCode).toBe(200);
  expect((await fay.get('/river/partner-support')).statusCode).toBe(404);
  expect((await fay.get('/evening/today')).statusCode).toBe(404);
  expect((await fay.get('/administration')).statusCode).toBe(404);
  expect((await ada.get(river)).payload).toContain('Group worker, North');
});

test('an invitation is void after seven days', async () => {
  at('2026-03-10T09:00:00Z');
  await signIn('ada@example.org', ada);
  await ada.get(`${river}/invite`);
  await ada.post(`${river}/invite`, { email: 'late@example.org', role: 'facilitator' });
  at('2026-03-17T09:00:01Z');
  expect((await new Browser(app).get(invited('late@example.org'))).statusCode).toBe(404);
});

test('nobody is given roles on both sides of one programme: not by a page, not by an invitation, not by the database', async () => {
  await signIn('ada@example.org', ada);
  await comes(ada, 'sue@example.org', 'Sue Marsh', { role: 'support-worker' });
  const sue = await idOf('sue@example.org');
  await ada.get(`${river}/people/${sue}`);
  const both = await ada.post(`${river}/people/${sue}/give`, { role: 'facilitator', site: 'north' });
  expect(both.statusCode).toBe(422);
  expect(both.payload).toContain('Nobody in a programme works both with the man and with his partner.');
  await ada.get(`${river}/invite`);
  const again = await ada.post(`${river}/invite`, { email: 'sue@example.org', role: 'facilitator', site: 'north' });
  expect(again.payload).toContain('Nobody in a programme works both with the man and with his partner.');
  expect(again.payload).toContain('value="sue@example.org"');
  await expect(
    ask(
      'owner',
      `insert into rubric.grant (programme, person, role, side, given_by, given)
       values ('river', $1, 'facilitator', 'his', 'x', now())`,
      [sue],
    ),
  ).rejects.toMatchObject({ code: '23503' });
  // In another programme she may.
  await ada.get(`/administration/programmes/evening/invite`);
  const elsewhere = await ada.post('/administration/programmes/evening/invite', {
    email: 'sue@example.org',
    role: 'facilitator',
  });
  expect(elsewhere.statusCode).toBe(303);
});

test('nobody gives a role to himself', async () => {
  await ada.get(`${river}/invite`);
  const own = await ada.post(`${river}/invite`, { email: 'Ada@example.org', role: 'facilitator', site: '' });
  expect(own.payload).toContain('Nobody gives a role to himself');
});

test('a role that comes to see her side counts for nothing until it is given again', async () => {
  await signIn('ada@example.org', ada);
  const lee = await comes(ada, 'lee@example.org', 'Lee Ford', { role: 'service-lead' });
  expect((await lee.get('/river/staff-only')).statusCode).toBe(200);
  const { information } = riverSteps;
  if (!information) throw new Error('The programme keeps nothing apart.');
  const kept = information.kept.map((each) => ({ ...each, seenBy: [...each.seenBy, 'service-lead'] }));
  bundles.set('river', { ...riverSteps, information: { ...information, kept } });
  expect((await lee.get('/river/staff-only')).statusCode).toBe(404);
  expect((await lee.get('/river/partner-support')).statusCode).toBe(404);
  expect((await ada.get(river)).payload).toContain('Service lead, all sites (has to be given again)');
  bundles.set('river', riverSteps);
  expect((await lee.get('/river/staff-only')).statusCode).toBe(200);
});

test('of two roles in a programme one is acted in at a time, and can be changed', async () => {
  await signIn('ada@example.org', ada);
  const fay = await signIn('fay@example.org');
  const id = await idOf('fay@example.org');
  await people.grants.admit('river', id, 'referrer');
  expect((await fay.get('/river/my-referrals')).statusCode).toBe(404);
  const page = await fay.get('/working-as');
  expect(page.payload).toContain('Work as Group worker');
  const changed = await fay.post('/working-as', { programme: 'river', role: 'referrer' });
  expect([changed.statusCode, changed.headers.location]).toEqual([303, '/river/my-referrals']);
  expect((await fay.get('/river/my-referrals')).statusCode).toBe(200);
  expect((await fay.get('/river/today')).statusCode).toBe(404);
  await fay.get('/working-as');
  const not = await fay.post('/working-as', { programme: 'river', role: 'support-worker' });
  expect(not.headers.location).toBe('/working-as');
  expect((await fay.get('/river/partner-support')).statusCode).toBe(404);
  await expect(people.grants.admit('river', id, 'support-worker')).rejects.toThrow('without an invitation');
});

test('work is handed over to somebody with the same role on the same side, for the days that were said', async () => {
  await signIn('ada@example.org', ada);
  await comes(ada, 'gus@example.org', 'Gus Wood', { role: 'facilitator', site: '' });
  const [fay, gus, sue, lee] = await Promise.all(
    ['fay', 'gus', 'sue', 'lee'].map((name) => idOf(`${name}@example.org`)),
  );
  const days = {
    'since-day': '23',
    'since-month': '3',
    'since-year': '2026',
    'until-day': '27',
    'until-month': '3',
    'until-year': '2026',
  };
  const hand = async (away = '', covers = '', more = {}) => {
    await ada.get(`${river}/hand-over`);
    return ada.post(`${river}/hand-over`, { away, covers, ...days, ...more });
  };
  expect((await hand(fay, sue)).payload).toContain('cannot stand in for each other');
  expect((await hand(sue, fay)).payload).toContain('cannot stand in for each other');
  expect((await hand(fay, lee)).payload).toContain('needs the same role');
  const wrong = await hand(fay, gus, { 'until-day': '31', 'until-month': '2' });
  expect(wrong.payload).toContain('Enter the last day');
  expect(wrong.payload).toContain('value="31"');
  expect((await hand(fay, gus)).statusCode).toBe(303);
  expect((await ada.get(`${river}/hand-over`)).payload).toContain(
    'Gus Wood looks after the work of Fay Hill from Monday 23 March 2026 to Friday 27 March 2026',
  );
  const standsIn = (day: string) => people.standIns.standsInFor(gus ?? '', 'river', day);
  expect(await standsIn('2026-03-22')).toEqual([]);
  expect(await standsIn('2026-03-23')).toEqual([fay]);
  expect(await standsIn('2026-03-27')).toEqual([fay]);
  expect(await standsIn('2026-03-28')).toEqual([]);
  expect(await people.standIns.standsInFor(sue ?? '', 'river', '2026-03-23')).toEqual([]);
});

test('whoever goes away hands her own work over, and takes it back; nobody ends what is another’s', async () => {
  const [fay, gus] = [await signIn('fay@example.org'), await signIn('gus@example.org')];
  const gusId = await idOf('gus@example.org');
  const own = '/river/hand-over';
  const page = (await fay.get(own)).payload;
  // What the administrator did for her stands here as well.
  expect(page).toContain('Gus Wood looks after your work from Monday 23 March 2026 to Friday 27 March 2026.');
  // Somebody of her side, with her role at her site, and nobody else.
  const offered = [...page.matchAll(/<option value="[^"]+"[^>]*>([^<]*)</g)].map(([, name]) => name);
  expect(offered).toEqual(['Gus Wood']);
  expect((await fay.post(own, {})).payload).toContain('Choose who stands in for you.');
  const days = (from: string, to: string) => ({
    ...{ covers: gusId, 'since-day': from, 'since-month': '4', 'since-year': '2026' },
    ...{ 'until-day': to, 'until-month': '4', 'until-year': '2026' },
  });
  expect((await fay.post(own, days('9', '8'))).payload).toContain('The last day cannot be before the first.');
  expect((await fay.post(own, days('7', '9'))).headers.location).toBe(`${own}?done=kept`);
  const words = 'from Tuesday 7 April 2026 to Thursday 9 April 2026';
  expect((await gus.get(own)).payload).toContain(`You look after the work of Fay Hill ${words}.`);
  const [row] = await ask<{ id: string }>('owner', `select id from rubric.stand_in where since = '2026-04-07'`);
  await gus.post(own, { ends: row?.id ?? '' });
  expect((await gus.get(own)).payload).toContain(words);
  await fay.get(own);
  expect((await fay.post(own, { ends: row?.id ?? '' })).headers.location).toBe(`${own}?done=ended`);
  expect((await gus.get(own)).payload).not.toContain(words);
});

test('whoever has left is signed out at once, has no role, and what was handed to him has ended', async () => {
  await signIn('ada@example.org', ada);
  const gus = await signIn('gus@example.org');
  expect((await gus.get('/river/today')).statusCode).toBe(200);
  const id = await idOf('gus@example.org');
  await ada.get(`${river}/people/${id}`);
  const left = await ada.post(`${river}/people/${id}/leave`, {});
  expect(left.headers.location).toBe(`${river}?done=left`);
  expect((await gus.get('/river/today')).statusCode).toBe(303);
  expect(await ask('owner', 'select 1 from rubric.stand_in')).toEqual([]);
});

test('what is read, changed and refused is on record, by person, case and day, and what is of her side apart', async () => {
  at('2026-04-01T22:30:00Z');
  await signIn('ada@example.org', ada);
  const [fay, sue] = [await signIn('fay@example.org'), await signIn('sue@example.org')];
  await fay.get('/river/cases/7K3Q-9F2M');
  await fay.get('/river/partner-support/7K3Q-9F2M');
  await sue.get('/working-as');
  await sue.post('/working-as', { programme: 'river', role: 'support-worker' });
  await sue.get('/river/cases/7K3Q-9F2M');
  await sue.get('/river/partner-support/8M4R-AA22');
  const [fayId, sueId] = [await idOf('fay@example.org'), await idOf('sue@example.org')];

  const his = await ask<Record<string, unknown>>(
    'owner',
    `select act, route, case_ref, answer from rubric.audit where person = $1 and case_ref is not null order by id`,
    [fayId],
  );
  expect(his).toEqual([
    { act: 'read', route: 'GET /:programme/cases/:ref', case_ref: '7K3Q-9F2M', answer: 200 },
    { act: 'refused', route: 'GET /:programme/partner-support/:ref', case_ref: '7K3Q-9F2M', answer: 404 },
  ]);
  // 22:30 in UTC is 11:30 at night on 1 April in London, where it is summer.
  const found = await ada.get(`/administration/audit?programme=river&person=${sueId}&day=1/4/2026`);
  expect(found.payload).toContain('11:30pm, Wednesday 1 April 2026');
  expect(found.payload).toContain('7K3Q-9F2M');
  expect(found.payload).not.toContain('8M4R-AA22');
  // Ada’s attempt of before, Fay’s two, and what Sue read outside of her side’s pages.
  expect((await ada.get('/administration/audit?programme=river&case=7k3q-9f2m')).payload).toContain('4 entries');
  expect((await ada.get('/administration/audit?programme=river&day=2/4/2026')).payload).toContain(
    'Nothing is on record for this.',
  );
  const wrong = await ada.get('/administration/audit?programme=river&day=31/2/2026');
  expect(wrong.payload).toContain('Enter a day like 27/3/2026.');

  const hers = await sue.get('/river/partner-support/audit');
  expect(hers.payload).toContain('8M4R-AA22');
  expect((await ada.get('/river/partner-support/audit')).statusCode).toBe(404);
  const file = await ada.get('/administration/audit.csv?programme=river&case=7K3Q-9F2M');
  expect(file.headers['content-type']).toBe('text/csv; charset=utf-8');
  expect(file.payload.split('\r\n')).toHaveLength(5);
  expect(await ask('owner', `select 1 from rubric.audit where act = 'export'`)).toHaveLength(1);
});

test('what cannot be put on record is not shown', async () => {
  const fay = await signIn('fay@example.org');
  await fay.get('/working-as');
  await fay.post('/working-as', { programme: 'river', role: 'facilitator' });
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await ask('owner', 'revoke insert on rubric.audit from rubric_app');
  const refused = await fay.get('/river/today');
  expect([refused.statusCode, refused.payload.includes('Here.')]).toEqual([500, false]);
  expect(told).toHaveBeenCalledOnce();
  told.mockRestore();
  await ask('owner', 'grant insert on rubric.audit to rubric_app');
  expect((await fay.get('/river/today')).statusCode).toBe(200);
});

test('nobody who serves pages can alter or remove what is on record, or add to that of another programme', async () => {
  for (const role of ['app', 'supporter', 'auth', 'worker'] as const)
    for (const table of ['rubric.audit', 'hers.audit'])
      for (const change of [`delete from ${table}`, `update ${table} set act = 'read'`, `truncate ${table}`])
        await expect(ask(role, change)).rejects.toMatchObject({ code: '42501' });
  const elsewhere = `select set_config('rubric.programme', 'evening', false)`;
  await expect(
    ask(
      'app',
      `with told as (${elsewhere}) insert into rubric.audit (programme, at, person, role, act, route, answer)
      select 'river', now(), 'x', 'x', 'read', 'x', 200 from told`,
    ),
  ).rejects.toMatchObject({ code: '42501' });
});

test('the tables of the library that signs people in are as it asks for them', async () => {
  const { getMigrations } = await import('better-auth/db/migration');
  const { toBeAdded, toBeCreated } = await getMigrations(people.auth.options);
  expect([toBeAdded, toBeCreated]).toEqual([[], []]);
  expect(Object.keys(migrations)).toContain('010-people');
});

test('somebody who administers one programme sees nothing of another', async () => {
  await signIn('ada@example.org', ada);
  const ben = await comes(ada, 'ben@example.org', 'Ben Cole', { role: '*' });
  expect((await ben.get(river)).statusCode).toBe(200);
  expect((await ben.get('/administration/programmes/evening')).statusCode).toBe(404);
  expect((await ben.get('/administration/audit?programme=evening')).statusCode).toBe(404);
  expect((await ben.get('/administration/audit')).statusCode).toBe(200);
  expect((await ben.get(`${river}/sites`)).payload).toContain('North');
});
