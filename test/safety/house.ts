/** One provider's portal with everybody in it, and cases whose partner's side is full of words that stand nowhere else. */
import { type Bundle, type CaseEvent, type Id, isOneOf, kindsOf } from '../../engine/contract/index.js';
import { rolesToGive, seesHers } from '../../runtime/server/people/sides.js';
import type { Viewpoint } from '../../runtime/server/store/contract.js';
import { type PortalForTests, portalForTests, type Visitor } from '../runtime/portal/portal-for-tests.js';
import type { Route } from './crawl.js';
import { everythingOfHers, type Planter } from './her-side.js';
import { richScenarios } from './scenarios.js';

/** Somebody who asks. */
export interface Person {
  who: string;
  visitor: Visitor;
  supporter: boolean;
  /** How the database is told who asks; absent of nobody and of administrators. */
  view?: Viewpoint;
}
export interface House {
  portal: PortalForTests;
  slug: string;
  bundle: Bundle;
  /** Every route that the server has, in the order in which it was given them. */
  routes: Route[];
  now: string;
}

/** A later day than anything in the scenarios of the definitions. */
export const lately = '2026-11-20T10:00:00Z';

/** What the server does by itself, of both sides. */
export const system = (programme: string, seesHers = true): Viewpoint => ({
  ...{ programme, person: 'system', role: 'system', side: 'inside', seesHers, sites: 'all' },
});

export const openHouse = async (folder: string, now = lately): Promise<House> => {
  const routes: Route[] = [];
  const portal = await portalForTests(folder, { now, onRoute: (route) => routes.push(route) });
  const [{ slug = '', definition } = {}] = await portal.library.all();
  const bundle = definition?.loaded().bundle;
  if (!bundle) throw new Error(`${folder} does not compile.`);
  return { portal, slug, bundle, routes, now };
};

const idOf = async (portal: PortalForTests, { email }: Visitor): Promise<string> =>
  (await portal.opened.people.demonstrators()).find((one) => one.email === email)?.id ?? '';

/** Somebody of each role that can be given, an administrator, and somebody who has not signed in. */
export const everybodyIn = async ({
  portal,
  slug,
  bundle,
}: Pick<House, 'portal' | 'slug' | 'bundle'>): Promise<Person[]> => {
  const people: Person[] = [];
  for (const { id, side } of rolesToGive(bundle)) {
    const visitor = await portal.as(id, { programme: slug, name: `Some ${id}` });
    const person = await idOf(portal, visitor);
    const view: Viewpoint = { programme: slug, person, role: id, side, seesHers: false, sites: 'all' };
    people.push({ who: id, visitor, supporter: seesHers(bundle, id), view });
  }
  people.push({ who: 'administrator', visitor: await portal.as('administrator'), supporter: false });
  people.push({ who: 'nobody', visitor: portal.anybody(), supporter: false });
  return people;
};

/** Roles that fill in the first form from outside. */
export const senderIn = ({ forms, people }: Bundle): Id | undefined =>
  forms[0]?.from.find((id) => people.some((one) => one.id === id && one.side === 'outside'));

interface Begun {
  most: number;
  referrer?: string | undefined;
  hers(n: number): CaseEvent[];
  /** The instants at which they are begun; all at once where it is left out. */
  minute?(n: number): string;
}
/** The cases of the richest scenarios; gives their references. `hers`: what her side is to hold, by which case it is. */
export const beginCases = async (
  { portal, slug, bundle, now }: House,
  folder: string,
  { most, referrer, hers, minute }: Begun,
): Promise<string[]> => {
  const refs: string[] = [];
  for (const [n, events] of (await richScenarios(folder, bundle, now, most)).entries()) {
    if (minute) portal.at(minute(n));
    const { ref } = await portal.opened.store.begin(system(slug), {
      ...{ form: bundle.forms[0]?.id ?? '', name: `Man ${n + 1}`, bundle, key: `begin ${n}`, events },
      ...(referrer !== undefined && { referrer }),
    });
    const added = hers(n);
    if (added.length > 0) await portal.opened.store.append(system(slug), { ref, key: `hers ${n}`, events: added });
    refs.push(ref);
  }
  await portal.opened.refresh();
  return refs;
};

/** Whoever sends the referrals of these. */
export const senderFor = (bundle: Bundle, people: readonly Person[]): string | undefined => {
  const sender = senderIn(bundle);
  const kinds = kindsOf(bundle.people);
  return people.find(({ who }) => sender !== undefined && isOneOf(who, [sender], kinds))?.view?.person;
};

/** The same, with a word planted in every field that her side has by the definition. */
export const fullCases = async (
  house: House,
  folder: string,
  { most, people, planter }: { most: number; people: readonly Person[]; planter: Planter },
): Promise<string[]> => {
  return beginCases(house, folder, {
    ...{ most, referrer: senderFor(house.bundle, people) },
    hers: (n) => everythingOfHers(house.bundle, house.now, planter, `${n}`),
  });
};
