/**
 * What keeps her side apart, each taken away by itself: then it shows. So none of them is there for show, and the tests
 * beside this one would notice if it were gone.
 */
import { beforeAll, expect, test, vi } from 'vitest';
import type { CaseEvent } from '../../engine/contract/index.js';
import { runStore } from '../../runtime/server/store/open-store.js';
import { asOwner } from '../../runtime/server/store/roles.js';
import { isOfHerSide } from './crawl.js';
import { tablesOf } from './database.js';
import { fillIn } from './her-pages.js';
import { type Canary, everythingOfHers, heldIn, planter } from './her-side.js';
import { everybodyIn, fullCases, type House, openHouse, type Person, system } from './house.js';

/** What is taken away just now. */
const off = vi.hoisted(() => new Set<string>());

vi.mock('../../engine/viewer/sides.js', async (original) => {
  const real = await original<typeof import('../../engine/viewer/sides.js')>();
  const sidesOf: typeof real.sidesOf = (bundle, before, adding) =>
    off.has('split') ? { added: adding.map((his) => ({ his })), withdrawn: [] } : real.sidesOf(bundle, before, adding);
  return { ...real, sidesOf };
});
vi.mock('../../runtime/server/access/actor-of.js', async (original) => {
  const real = await original<typeof import('../../runtime/server/access/actor-of.js')>();
  const openDoor: typeof real.openDoor = (...given) => {
    const door = real.openDoor(...given);
    return {
      ...door,
      async actor(request, programme) {
        const actor = await door.actor(request, programme);
        return off.has('apart') ? { ...actor, seesHers: actor.supporter } : actor;
      },
    };
  };
  return { ...real, openDoor };
});
vi.mock('../../runtime/server/people/sides.js', async (original) => {
  const real = await original<typeof import('../../runtime/server/people/sides.js')>();
  const seesHers: typeof real.seesHers = (bundle, role) => off.has('role') || real.seesHers(bundle, role);
  return { ...real, seesHers };
});
vi.mock('../../runtime/server/access/may-use.js', async (original) => {
  const real = await original<typeof import('../../runtime/server/access/may-use.js')>();
  const mayUse: typeof real.mayUse = (whom, came) =>
    real.mayUse(off.has('route') && whom === 'supporters' ? 'inside' : whom, came);
  return { ...real, mayUse };
});
vi.mock('../../runtime/server/store/connections.js', async (original) => {
  const real = await original<typeof import('../../runtime/server/store/connections.js')>();
  const connect: typeof real.connect = (...given) => {
    const made = real.connect(...given);
    return {
      ...made,
      within: (view, work) => made.within(off.has('login') ? { ...view, seesHers: true } : view, work),
    };
  };
  return { ...real, connect };
});
vi.mock('../../runtime/server/store/parted-draft.js', async (original) => {
  const real = await original<typeof import('../../runtime/server/store/parted-draft.js')>();
  const parted: typeof real.parted = (bundle, draft) => {
    const { his, hers } = real.parted(bundle, draft);
    return off.has('draft') ? { his: { ...his, answers: draft.answers, typed: draft.typed }, hers } : { his, hers };
  };
  return { ...real, parted };
});
vi.mock('../../runtime/server/store/audit-store.js', async (original) => {
  const real = await original<typeof import('../../runtime/server/store/audit-store.js')>();
  const add: typeof real.auditStore.add = (db, deed, hers) =>
    real.auditStore.add(db, deed, off.has('audit') ? false : hers);
  return { ...real, auditStore: { ...real.auditStore, add } };
});
vi.mock('../../runtime/server/post/search-hers.js', async (original) => {
  const real = await original<typeof import('../../runtime/server/post/search-hers.js')>();
  const foundIn: typeof real.foundIn = (text, hers) => (off.has('search') ? [] : real.foundIn(text, hers));
  return { ...real, foundIn };
});

const folder = 'definitions/my-time';
let house: House;
let people: Person[];
let staff: Person;
let supporter: Person;
let referrer: Person;
let ref: string;
const full = planter();
let tries = 0;

beforeAll(async () => {
  house = await openHouse(folder);
  people = await everybodyIn(house);
  const someone = (which: (one: Person) => boolean): Person => {
    const found = people.find(which);
    if (!found) throw new Error('Somebody is missing.');
    return found;
  };
  staff = someone(({ who }) => who === 'facilitator');
  supporter = someone((one) => one.supporter);
  referrer = someone(({ view }) => view?.side === 'outside');
  [ref = ''] = await fullCases(house, folder, { most: 1, people, planter: full });
}, 120_000);

const tokens = (said: string, planted: readonly Canary[]): string[] =>
  heldIn(said, planted)
    .filter(({ token }) => token.startsWith('canary'))
    .map(({ token }) => token);

/** What of hers stands in these tables, as somebody reads them. */
const inTables = async (planted: readonly Canary[], who = staff): Promise<string[]> =>
  who.view
    ? (await tablesOf(house.portal, who.view)).flatMap(({ table, said }) =>
        table.startsWith('hers.') ? [] : tokens(said, planted),
      )
    : [];

const onPages = async ({ visitor }: Person, urls: readonly string[], planted: readonly Canary[]): Promise<string[]> => {
  const found: string[] = [];
  for (const url of urls) found.push(...tokens((await visitor.look(url)).html, planted));
  return found;
};

/** Tables of hers that somebody gets at who is none of those who support her. */
const herTables = async (): Promise<string[]> =>
  staff.view
    ? (await tablesOf(house.portal, staff.view)).map(({ table }) => table).filter((table) => table.startsWith('hers.'))
    : [];

const owner = async (statements: readonly string[]): Promise<void> => {
  const { server, stop } = await runStore({ dataFolder: house.portal.folder });
  await asOwner(server, async (client) => {
    for (const each of statements) await client.query(each);
  });
  await stop();
};

interface Filter {
  filter: string;
  /** Its name among what is taken away; or how the database is altered and put right again. */
  by: string | { take: string[]; give: string[] };
  /** What then shows; nothing where it is in force. */
  shows(): Promise<string[]>;
}

const filters: Filter[] = [
  {
    filter: 'what is recorded is parted into his side and hers as it is added',
    by: 'split',
    async shows() {
      const plant = planter(500 * ++tries);
      const events = everythingOfHers(house.bundle, house.now, plant, `split ${tries}`);
      const made = { form: house.bundle.forms[0]?.id ?? '', name: `Man of ${tries}`, bundle: house.bundle };
      await house.portal.opened.store.begin(system(house.slug), { ...made, key: `split ${tries}`, events });
      return inTables(plant.planted);
    },
  },
  {
    filter: 'her side is in sight of those who support her on the pages of her side alone',
    by: 'apart',
    shows: () =>
      onPages(
        supporter,
        ['', '/timeline', '/answers', '/decision'].map((page) => `/${house.slug}/cases/${ref}${page}`),
        full.planted,
      ),
  },
  {
    filter: 'only roles that support her see her side',
    by: 'role',
    shows: () =>
      onPages(
        staff,
        [`/${house.slug}/partner-support/${ref}`, `/${house.slug}/partner-support/${ref}/1`],
        full.planted,
      ),
  },
  {
    filter: 'to all others there are no pages of her side',
    by: 'route',
    async shows() {
      const urls = ['', `/${ref}`, '/audit', `/${ref}/documents`].map(
        (page) => `/${house.slug}/partner-support${page}`,
      );
      const given: string[] = [];
      const missing = await staff.visitor.look(`/${house.slug}/no-such-page`);
      for (const url of urls) if ((await staff.visitor.look(url)).html !== missing.html) given.push(url);
      return given;
    },
  },
  { filter: 'her side is read with a role of the database of its own', by: 'login', shows: herTables },
  {
    filter: 'the role that all others are served with has no right to her schema',
    by: {
      take: ['grant usage on schema hers to rubric_app', 'grant select on all tables in schema hers to rubric_app'],
      give: [
        'revoke select on all tables in schema hers from rubric_app',
        'revoke usage on schema hers from rubric_app',
      ],
    },
    shows: herTables,
  },
  {
    filter: 'what is typed of her into a referral lies on her side',
    by: 'draft',
    async shows() {
      const { bundle, now, portal } = house;
      const plant = planter(500 * ++tries);
      const { drafts } = portal.opened.office.referrals;
      if (!referrer.view) return [];
      const form = bundle.forms.find(({ pages }) =>
        pages.some(({ asks }) => asks.some((id) => bundle.facts.some((fact) => fact.id === id && holdsHers(fact.id)))),
      );
      const draft = await drafts.begin(referrer.view, bundle, { began: form?.id ?? '', role: referrer.who }, now);
      const [told] = everythingOfHers(bundle, now, plant, 'draft');
      const answers = (told as CaseEvent).values;
      await drafts.save(referrer.view, bundle, { ...draft, answers }, now);
      const found = await inTables(plant.planted, referrer);
      await drafts.drop(referrer.view, draft.id);
      return found;
    },
  },
  {
    filter: 'what is done on her side is on a record of her side',
    by: 'audit',
    async shows() {
      const before = await recorded();
      await supporter.visitor.look(`/${house.slug}/partner-support/${ref}`);
      return (await recorded()).slice(before.length);
    },
  },
  {
    filter: 'words in which a review is asked for are searched for what is hers',
    by: 'search',
    async shows() {
      const name = full.planted.find(({ field }) => field.endsWith('.name'));
      const own = `Please look at what we know from ${name?.token}.`;
      const at = `/${house.slug}/partner-support/${ref}/1`;
      await fillIn(supporter.visitor, `${at}/review`, { ground: 'own', own, why: 'None.' }, planter(9_000));
      return onPages(staff, [`/${house.slug}/cases/${ref}`], full.planted);
    },
  },
];

const holdsHers = (id: string): boolean =>
  house.bundle.facts.some((fact) => (fact.id === id || fact.within === id) && fact.hers === true);

/** What everybody who reads the audit is told of pages of her side that were answered. */
const recorded = async (): Promise<string[]> => {
  const { deeds } = await house.portal.opened.access.audit.find(house.slug, { page: 1, size: 10_000 });
  return deeds
    .filter(({ route, answer }) => isOfHerSide(route.replace(/^\w+ /, '')) && answer === 200)
    .map(({ route }) => route);
};

test('the house is as it is to be: her side is there to be found', async () => {
  expect(await onPages(supporter, [`/${house.slug}/partner-support/${ref}/1`], full.planted)).not.toEqual([]);
});

test.each(filters)('it shows that $filter', { timeout: 120_000 }, async ({ by, shows }) => {
  expect(await shows()).toEqual([]);
  if (typeof by === 'string') off.add(by);
  else await owner(by.take);
  try {
    expect(await shows()).not.toEqual([]);
  } finally {
    if (typeof by === 'string') off.delete(by);
    else await owner(by.give);
  }
});
