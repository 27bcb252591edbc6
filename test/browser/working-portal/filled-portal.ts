/** The portal with its demonstration in it, and far more cases than those: some with names that nobody has room for. */
import type { Bundle } from '../../../engine/contract/index.js';
import type { Actor } from '../../../runtime/server/access/actor.js';
import { fillWithDemonstration } from '../../../runtime/server/demonstration/fill.js';
import { type PortalForTests, portalForTests, type Visitor } from '../../runtime/portal/portal-for-tests.js';
import type { Route } from '../../safety/crawl.js';

/** Somebody of the demonstration, with the cookies of a visit. */
export interface Somebody extends Pick<Visitor, 'cookie'> {
  name: string;
  /** What the programme calls the role, or "administrator". */
  role: string;
  programme: string;
}
export interface FilledPortal {
  portal: PortalForTests;
  routes: Route[];
  people: Somebody[];
}

/** As long as a name may be, with no place to break it. */
export const longName = `Bartholomew Featherstonehaugh-${'Cholmondeley'.repeat(6)}`;

const actorFor = (bundle: Bundle, programme: string): Actor => {
  const { id, called } = bundle.people.find(({ side }) => side === 'inside') ?? { id: 'staff', called: 'staff' };
  const known = { person: 'test', name: 'Ada Example', email: 'ada@people.example', sites: 'all' as const };
  return { ...known, programme, role: id, called, roles: [id], side: 'inside', seesHers: false, supporter: false };
};

/** So many referrals that have just come: the first of them under the long name. */
const begun = async (portal: PortalForTests, programme: string, many: number): Promise<void> => {
  const bundle = portal.library.find(programme)?.loaded().bundle;
  const form = bundle?.forms[0]?.id;
  if (!bundle || form === undefined) throw new Error(`${programme} has no form.`);
  const [today] = portal.now().split('T') as [string];
  for (let n = 0; n < many; n += 1)
    await portal.opened.office.cases.begin(actorFor(bundle, programme), {
      form,
      name: n === 0 ? longName : `Person ${n + 1}`,
      ...(bundle.sites[0] && { site: bundle.sites[0].id }),
      key: `one of many ${n}`,
      events: [
        {
          ...{ id: `came-${n}`, kind: 'answered', happened: today, learned: today, recorded: today, values: {} },
          by: { role: bundle.people.find(({ side }) => side === 'outside')?.id ?? '' },
        },
      ],
    });
};

/** Opens it. Every programme of the folder has its demonstration; `crowded` has so many cases more. */
export const filledPortal = async (
  folder: string,
  { now, crowded, many }: { now: string; crowded: string; many: number },
): Promise<FilledPortal> => {
  const routes: Route[] = [];
  const portal = await portalForTests(folder, { now, demonstration: true, onRoute: (route) => routes.push(route) });
  const { opened } = portal;
  await fillWithDemonstration({
    ...opened.office,
    store: opened.store,
    people: opened.people,
    clock: { now: portal.now, set: (instant) => portal.at(instant ?? now) },
  });
  await begun(portal, crowded, many);
  await opened.refresh();
  const people = await Promise.all(
    (await opened.people.demonstrators()).map(async ({ name, email, grants, administers }): Promise<Somebody> => {
      const { cookies } = await opened.people.signIn.known(email, name);
      const pairs = cookies.map((line) => line.split(';')[0] ?? '');
      const [grant] = grants;
      const role = administers ? 'administrator' : (grant?.role ?? '');
      return { name, role, programme: grant?.programme ?? '', cookie: () => pairs.map(encoded).join('; ') };
    }),
  );
  return { portal, routes: routes.filter(({ method }) => method === 'GET'), people };
};

const encoded = (pair: string): string => {
  const at = pair.indexOf('=');
  return `${pair.slice(0, at)}=${pair.slice(at + 1)}`;
};
