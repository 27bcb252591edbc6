/**
 * Every route of the server × every verb × every kind of person × what its case is to him has the answer that stands beside
 * the route; and what is not his answers, to the last letter, as what there is not.
 */
import type { FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import type { CaseEvent, Id } from '../../engine/contract/index.js';
import { portalRoutes } from '../../runtime/portal/portal-routes.js';
import {
  type Access,
  type Answer,
  type Relation,
  relations,
  type Who,
  whos,
} from '../../runtime/server/access/access.js';
import { studioAccess } from '../../runtime/server/mount-studio.js';
import { pageFiles } from '../../runtime/server/page-files.js';
import { sideOfRole } from '../../runtime/server/people/sides.js';
import { bySystem } from '../../runtime/server/store/people-store.js';
import { type PortalForTests, portalForTests, type Visitor } from '../runtime/portal/portal-for-tests.js';
import { addressBook, ask, isLeft, type Route, walk } from './crawl.js';
import { addGroup, furnish } from './furnish.js';
import { everythingOfHers, planter } from './her-side.js';
import { everybodyIn, lately, senderIn, system } from './house.js';
import { richScenarios } from './scenarios.js';

const routes: Route[] = [];
/** The one that has several sites, and another. */
const [here, elsewhere] = ['harbour', 'my-time'];

let portal: PortalForTests;
const visitors = new Map<Who, Visitor>();
const cases = new Map<Relation, { programme: string; ref: string }>();
const accessOf = new Map<string, Access>();
const books = new Map<Relation, ReturnType<typeof addressBook>>();
const missing = new Map<Who, string>();

const bundleOf = (programme: string) => {
  const bundle = portal.library.find(programme)?.loaded().bundle;
  if (!bundle) throw new Error(`${programme} does not compile.`);
  return bundle;
};
const idOf = async ({ email }: Visitor): Promise<string> =>
  (await portal.opened.people.demonstrators()).find((one) => one.email === email)?.id ?? '';

const roleOf = (programme: string, side: 'his' | 'hers'): Id =>
  bundleOf(programme).people.findLast(({ id }) => sideOfRole(bundleOf(programme), id) === side)?.id ?? '';

/** A case of a site, of which everything can be known. */
const begin = async (relation: Relation, programme: string, referrer: string, events: CaseEvent[], site?: Id) => {
  const bundle = bundleOf(programme);
  const { ref } = await portal.opened.store.begin(system(programme), {
    ...{
      form: bundle.forms[0]?.id ?? '',
      name: `Man of ${relation}`,
      bundle,
      referrer,
      key: `case ${relation}`,
      events,
    },
    ...(site !== undefined && { site }),
  });
  const hers = everythingOfHers(bundle, lately, planter(), relation);
  await portal.opened.store.append(system(programme), { ref, key: `hers ${relation}`, events: hers });
  cases.set(relation, { programme, ref });
};

beforeAll(async () => {
  portal = await portalForTests('definitions', { now: lately, onRoute: (route) => routes.push(route) });
  for (const { method, url, config } of portalRoutes(portal.opened.office))
    for (const verb of [method].flat()) accessOf.set(`${verb} ${url}`, config.access);
  const bundle = bundleOf(here);
  const [site, other] = bundle.sites.map(({ id }) => id);
  const sender = senderIn(bundle) ?? '';
  const inHere = { programme: here, ...(site !== undefined && { site }) };
  const referrer = await portal.as(sender, { programme: here, name: 'Rae Referrer' });
  const another = await portal.as(sender, { programme: here, name: 'Rob Referrer' });
  visitors.set('nobody', portal.anybody());
  visitors.set('referrer', referrer);
  visitors.set('staff', await portal.as(roleOf(here, 'his'), { ...inHere, name: 'Sam Staff' }));
  visitors.set('supporter', await portal.as(roleOf(here, 'hers'), { ...inHere, name: 'Sue Supporter' }));
  visitors.set('administrator', await administratorOf(here));
  const [one = []] = await richScenarios('definitions/harbour', bundle, lately, 1);
  const over = await closedScenario();
  await begin('own', here, await idOf(referrer), one, site);
  await begin('others', here, await idOf(another), one, site);
  await begin('other-site', here, await idOf(another), one, other);
  await begin('closed', here, await idOf(referrer), over, site);
  const [far = []] = await richScenarios('definitions/my-time', bundleOf(elsewhere), lately, 1);
  await begin('other-programme', elsewhere, await idOf(another), far, bundleOf(elsewhere).sites[0]?.id);
  await portal.opened.refresh();
  const people = await everybodyIn({ portal, bundle, slug: here });
  const room = { portal, bundle, slug: here, cases, people, sender, role: roleOf(here, 'his') };
  const made = await furnish(room, visitors.get('staff') as Visitor, visitors.get('referrer') as Visitor);
  await lookAround();
  for (const url of made) books.get('own')?.sees(url);
}, 600_000);

/** Somebody who administers one programme and no other: invited by whoever administers all. */
const administratorOf = async (programme: string): Promise<Visitor> => {
  const first = await portal.as('administrator', { name: 'Eve Administrator' });
  const [name, email] = ['Ada Administrator', 'ada@people.example'];
  const by = { id: await idOf(first), name: '', email: first.email, grants: [], administers: 'all' } as const;
  const { people } = portal.opened;
  await people.invitations.invite(by, { programme, email, roles: [], administers: true });
  const path = await portal.opened.store.within(bySystem(), async (db) => {
    const { rows } = await sql<{ key: string }>`select key from rubric.message where key like 'invitation %'`.execute(
      db,
    );
    return rows[0]?.key ?? '';
  });
  await people.invitations.accept(path.replace(/^.*\//, ''), { name });
  return portal.signedIn(email, name);
};

/** A case that is over. */
const closedScenario = async (): Promise<CaseEvent[]> => {
  const bundle = bundleOf(here);
  const all = await richScenarios('definitions/harbour', bundle, lately, 200);
  const ends = new Set(['completed', 'closed', 'declined', 'transferred']);
  const found = all.find((events) => events.some(({ what }) => what !== undefined && ends.has(what)));
  if (!found) throw new Error('No scenario ends.');
  return found;
};

/** Whoever may see a case is shown its addresses: what then stands in them is real. */
const lookAround = async (): Promise<void> => {
  for (const relation of relations) {
    const { programme, ref } = cases.get(relation) ?? { programme: here, ref: '' };
    const book = addressBook(routes, programme);
    books.set(relation, book);
    const sees = (url: string): void => {
      // What is of another case, or of another programme, stands in the book of that one.
      const own = url.startsWith(`/${programme}/`) || url === `/${programme}` || !/^\/(harbour|my-time)\b/.test(url);
      if (own && (url.includes(ref) || !/[0-9A-Z]{4}-[0-9A-Z]{4}/.test(url))) book.sees(url);
    };
    const pages = (...names: string[]): string[] => names.map((name) => `/${programme}/${name}`);
    const ofCase = ['', '/documents', '/timeline', '/assessment'].map((page) => `cases/${ref}${page}`);
    const lists = ['groups', 'groups/closure-days', 'messages', 'reports', 'cases/new'];
    const [his, hers] = [roleOf(programme, 'his'), roleOf(programme, 'hers')];
    const everywhere: [Visitor, string[]][] = [
      [await portal.as(his, { programme, name: 'Ann Everywhere' }), pages(...ofCase)],
      [await portal.as(hers, { programme, name: 'Wen Everywhere' }), pages(`partner-support/${ref}`)],
      [visitors.get('referrer') as Visitor, pages(`my-referrals/${ref}`)],
    ];
    // What is of no case is looked for once.
    const own: [Visitor, string[]][] = [
      [visitors.get('staff') as Visitor, [...pages(...lists), '/studio']],
      [visitors.get('supporter') as Visitor, pages('partner-support', 'releases')],
      [visitors.get('referrer') as Visitor, pages('refer')],
      [visitors.get('administrator') as Visitor, [`/administration/programmes/${programme}`]],
    ];
    // First by those who are asked for: whoever is at every site is shown what they are not.
    const looks = relation === 'own' ? [...own, ...everywhere] : everywhere;
    for (const [visitor, from] of looks) await walk(portal, visitor, { from, routes, sees, atMost: 1 });
  }
};

/** What is asked of a route: `undefined` where nothing in it is anybody's. */
const relationsOf = (url: string): readonly Relation[] =>
  url.includes(':ref') ? relations : url.includes(':programme') ? ['own', 'other-programme'] : ['own'];

const answerOf = ({ status, said }: { status: number; said: string }): Answer => {
  if (status === 404) return 'not-found';
  if (status === 403) return 'refused';
  return status === 303 && /"location":"\/sign-in\?next=/.test(said) ? 'sign-in' : 'yes';
};

const proofs = new Map<Who, string>();
const post = async (who: Who): Promise<{ payload: string; type: string }> => {
  const visitor = visitors.get(who) as Visitor;
  if (!proofs.has(who)) {
    await visitor.look(who === 'nobody' ? '/sign-in' : '/working-as');
    const request = { headers: { cookie: visitor.cookie() } } as FastifyRequest;
    proofs.set(who, encodeURIComponent(portal.opened.access.forms.proofFor(request) ?? ''));
  }
  return { type: 'application/x-www-form-urlencoded', payload: `_csrf=${proofs.get(who)}` };
};

test('every route of the server says whom it is for, and what each kind of person is to get', () => {
  const all = routes.filter(
    ({ method, url }) => method !== 'HEAD' && !url.startsWith('/studio') && !pageFiles.includes(url),
  );
  expect(all.map(({ method, url }) => `${method} ${url}`).filter((one) => !accessOf.has(one))).toEqual([]);
  for (const { expects } of [...accessOf.values(), studioAccess])
    for (const who of whos) expect(expects[who]).toBeDefined();
});

interface Asked {
  verb: string;
  url: string;
  who: Who;
  relation: Relation;
  expected: Answer;
}

const matrix = (): Asked[] =>
  routes
    .filter(({ url }) => !pageFiles.includes(url) && !isLeft(url))
    .flatMap(({ method, url }) => {
      const verb = method === 'HEAD' ? 'GET' : method;
      const { expects } = url.startsWith('/studio') ? studioAccess : (accessOf.get(`${verb} ${url}`) as Access);
      return whos.flatMap((who) =>
        // Asked only for what stands above it, a page answers as it does when it is asked for.
        (method === 'HEAD' ? (['own'] as const) : relationsOf(url)).map((relation): Asked => {
          const expected = expects[who];
          return {
            verb: method,
            url,
            who,
            relation,
            expected: typeof expected === 'string' ? expected : expected[relation],
          };
        }),
      );
    });

/** Routes at which whoever may is given nothing here, because the cases of this test have nothing of that kind: of these
 *  it is shown only who gets nothing. */
const withoutAnything: readonly string[] = [
  // Harbour asks whoever refers a man for nothing more, gives him no copy that he asks for, and lets no session be made up for.
  '/:programme/my-referrals/:ref/tell/:what',
  '/:programme/my-referrals/:ref/ask-for/:what',
  '/:programme/groups/:group/sessions/:date/catch-ups',
];

/** Those that end something come last, so that it is there for whoever is asked for before. */
const lastOf = ({ url }: Asked): number => (/\/(delete|leave|take|end|give)$/.test(url) ? 1 : 0);

test('each route × verb × person × relation has the answer that stands beside the route', {
  timeout: 600_000,
}, async () => {
  const wrong: string[] = [];
  const told: string[] = [];
  const empty: string[] = [];
  let [asked, real] = [0, 0];
  for (const who of whos) {
    const { said } = await ask(portal, (visitors.get(who) as Visitor).cookie(), `/${here}/no-such-page`, routes);
    missing.set(who, said.slice(said.indexOf('\n')));
  }
  for (const { verb, url, who, relation, expected } of matrix().sort((a, b) => lastOf(a) - lastOf(b))) {
    const book = books.get(relation);
    const [address = ''] = book?.of(url, 1) ?? [];
    const isReal = book?.knows(url) === true || !/:(?!programme|ref)/.test(url);
    const sent = verb === 'POST' ? await post(who) : undefined;
    const answer = await ask(portal, (visitors.get(who) as Visitor).cookie(), address, routes, sent);
    const is = answerOf(answer);
    asked += 1;
    real += isReal ? 1 : 0;
    const line = `${verb} ${url} ${who} ${relation}: ${is} (${answer.status}) and not ${expected}, at ${address}`;
    if (answer.status >= 500) wrong.push(line);
    else if (is !== expected && !(expected === 'yes' && is === 'not-found' && !isReal)) wrong.push(line);
    else if (is !== expected && relation === 'own') empty.push(url);
    // Like what there is not, and nothing else in the world.
    const isPage = is === 'not-found' && verb !== 'HEAD' && !url.startsWith('/studio');
    if (isPage && answer.said.slice(answer.said.indexOf('\n')) !== missing.get(who)) told.push(line);
  }
  const none = [...new Set(empty)];
  console.info(
    `${asked} answers of ${routes.length} routes, ${real} at addresses of what there is. Nothing there: ${none.join(' ')}`,
  );
  expect(told).toEqual([]);
  expect(wrong).toEqual([]);
  expect(none.filter((url) => !withoutAnything.includes(url) && !url.startsWith('/studio'))).toEqual([]);
});

test('what Harbour has nothing of is there in My Time for whom it is for, and for nobody else', {
  timeout: 300_000,
}, async () => {
  const bundle = bundleOf(elsewhere);
  const as = (role: Id, name: string): Promise<Visitor> => portal.as(role, { programme: elsewhere, name });
  const [mine, other] = [
    await as(senderIn(bundle) ?? '', 'Mo Referrer'),
    await as(senderIn(bundle) ?? '', 'Nan Referrer'),
  ];
  const staff = await as(roleOf(elsewhere, 'his'), 'Sid Staff');
  const [events = []] = await richScenarios('definitions/my-time', bundle, lately, 1);
  const { ref } = await portal.opened.store.begin(system(elsewhere), {
    ...{ form: bundle.forms[0]?.id ?? '', name: 'Man of Mo', bundle, key: 'of Mo', events, referrer: await idOf(mine) },
  });
  await addGroup({ portal, bundle, slug: elsewhere, role: roleOf(elsewhere, 'his') });
  const book = addressBook(routes, elsewhere);
  const at = `/${elsewhere}/my-referrals/${ref}`;
  await walk(portal, mine, { from: [at], routes, sees: book.sees, atMost: 1 });
  await walk(portal, staff, { from: [`/${elsewhere}/groups`], routes, sees: book.sees, atMost: 1 });
  for (const url of withoutAnything) {
    const [address = ''] = book.of(url, 1);
    expect(book.knows(url), url).toBe(true);
    const given = async (who: Visitor): Promise<number> => (await who.look(address)).status;
    const isOfGroup = url.includes('/groups/');
    expect(await given(isOfGroup ? staff : mine), address).toBe(200);
    for (const who of [other, isOfGroup ? mine : staff, visitors.get('referrer') as Visitor])
      expect(await given(who), `${address} as ${who.email}`).toBe(404);
  }
});

test('what somebody who supports her asks for after a pause is on the record of her side alone', async () => {
  const { ref } = cases.get('own') ?? { ref: '' };
  const supporter = visitors.get('supporter') as Visitor;
  const person = await idOf(supporter);
  const lines = async (path: string, who: Visitor): Promise<string[]> =>
    [...(await who.look(`${path}case=${ref}&person=${person}`)).document.querySelectorAll('tbody tr')].map(
      (row) => row.textContent ?? '',
    );
  portal.at('2026-11-20T11:00:00Z');
  expect((await supporter.look(`/${here}/partner-support/${ref}/1`)).location).toMatch(/^\/sign-in/);
  const signedIn = await portal.signedIn(supporter.email, 'Sue Supporter');
  const hers = await lines(`/${here}/partner-support/audit?`, signedIn);
  expect(hers[0]).toContain('Was refused');
  const administrator = await portal.as('administrator', { name: 'Eve Administrator' });
  const seen = await lines(`/administration/audit?programme=${here}&`, administrator);
  expect(seen.filter((line) => /partner support/i.test(line))).toEqual([]);
});
