/** Each route × each kind of person × each relation gets the answer that stands beside the route. */
import { expect, test } from 'vitest';
import { type Answer, type Relation, relations, type Who, whos } from '../../../runtime/server/access/access.js';
import { Browser, portalOfPeople } from '../people/portal-of-people.js';

const { app, people, routes, idOf, invitations } = await portalOfPeople();
const inRiver = (name: string, role: string) => ({
  name,
  email: `${name.toLowerCase()}@example.org`,
  grants: [{ programme: 'river', role }],
});
const vic = inRiver('Vic', 'facilitator');
await people.demonstrate([
  inRiver('Ray', 'referrer'),
  inRiver('Fay', 'facilitator'),
  inRiver('Sue', 'support-worker'),
  { name: 'Ada', email: 'ada@example.org', grants: [] },
  { name: 'Eve', email: 'eve@example.org', grants: [], administers: true },
  vic,
]);
const whoIs: Record<Who, string | undefined> = {
  nobody: undefined,
  referrer: 'ray@example.org',
  staff: 'fay@example.org',
  supporter: 'sue@example.org',
  administrator: 'ada@example.org',
};
const eve = {
  id: await idOf('eve@example.org'),
  name: 'Eve',
  email: 'eve@example.org',
  grants: [],
  administers: 'all',
} as const;
// Ada administers the one programme and not the other.
await people.invitations.invite(eve, { programme: 'river', email: 'ada@example.org', roles: [], administers: true });
await people.invitations.accept(String(invitations[0]?.path.slice(12)), { name: 'Ada' });

const open = new Map<Who, Browser>();
/** A browser of that kind of person, on a page with a form. */
const browserOf = async (who: Who): Promise<Browser> => {
  const kept = open.get(who);
  if (kept) {
    await kept.get(who === 'nobody' ? '/sign-in' : '/working-as');
    return kept;
  }
  const browser = new Browser(app);
  open.set(who, browser);
  await browser.get('/demonstration');
  const email = whoIs[who];
  if (email !== undefined) {
    await browser.post('/demonstration', { person: await idOf(email) });
    await browser.get('/working-as');
  }
  return browser;
};
/** Pages after which somebody is signed in or out. */
const changes = /^\/(sign-|invitation|demonstration)/;

const tokenFor = async (n: string): Promise<string> => {
  await people.invitations.invite(eve, {
    programme: 'river',
    email: `${n}@example.org`,
    roles: [{ role: 'facilitator' }],
    administers: false,
  });
  return String(invitations.at(-1)?.path.slice(12));
};

const answerTo = async (browser: Browser, method: string, url: string): Promise<Answer> => {
  const answer = method === 'POST' ? await browser.post(url, {}) : await browser.get(url);
  expect(answer.statusCode).toBeLessThan(500);
  if (answer.statusCode === 404) return 'not-found';
  if (answer.statusCode === 403) return 'refused';
  return String(answer.headers.location).startsWith('/sign-in?next=') ? 'sign-in' : 'yes';
};

/** Of routes without a case only these two relations tell anything apart; of those without a programme, only one. */
const relationsOf = (url: string): Relation[] =>
  relations.filter((relation) => relation === 'own' || (url.includes(':programme') && relation === 'other-programme'));

const each = routes.flatMap(({ method, url, config }) =>
  whos.flatMap((who) =>
    relationsOf(url).map((relation) => {
      const expected = config.access.expects[who];
      return {
        method: String(method),
        url,
        who,
        relation,
        expected: typeof expected === 'string' ? expected : expected[relation],
      };
    }),
  ),
);

test('there are as many answers as routes, people and relations make', () => {
  const ofProgrammes = routes.filter(({ url }) => url.includes(':programme')).length;
  expect(each).toHaveLength(whos.length * (routes.length + ofProgrammes));
});

test.each(routes.map(({ method, url }) => ({ method: String(method), url })))(
  '$method $url',
  async ({ method, url }) => {
    for (const one of each.filter((some) => some.method === method && some.url === url)) {
      if (url.endsWith('/leave')) await people.demonstrate([vic]);
      const address = url
        .replace(':programme', one.relation === 'own' ? 'river' : 'evening')
        .replace(':ref', '7K3Q-9F2M')
        .replace(':person', await idOf(vic.email))
        .replace(':token', url.includes(':token') ? await tokenFor(`${method}-${one.who}`.toLowerCase()) : '')
        .replace(/:\w+/g, 'AAAAAAAAAAAAAAAAAAAAAAAA');
      const answer = await answerTo(await browserOf(one.who), method, address);
      expect({ ...one, expected: answer }).toEqual(one);
      if (method === 'POST' && changes.test(url)) open.delete(one.who);
    }
  },
);

test('a programme that does not exist is answered as one in which somebody has no role', async () => {
  for (const who of whos) {
    const browser = await browserOf(who);
    const [other, none] = [await browser.get('/evening/today'), await browser.get('/nowhere/today')];
    expect([other.statusCode, other.payload]).toEqual([none.statusCode, none.payload]);
  }
});

test('a route that does not say whom it is for is for nobody', async () => {
  const browser = await browserOf('staff');
  expect((await browser.get('/unsaid')).statusCode).toBe(404);
});
