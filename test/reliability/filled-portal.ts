/** A portal with cases in it, everybody who can use it, and what its database holds: for tests of every route at once. */
import pg from 'pg';
import { afterAll } from 'vitest';
import type { Bundle } from '../../engine/index.js';
import { rolesToGive } from '../../runtime/server/people/sides.js';
import type { Viewpoint } from '../../runtime/server/store/contract.js';
import { runStore } from '../../runtime/server/store/open-store.js';
import { type PortalForTests, portalForTests, type Visitor } from '../runtime/portal/portal-for-tests.js';
import type { Route } from '../safety/crawl.js';
import { richScenarios } from '../safety/scenarios.js';

export const system = (programme: string): Viewpoint => ({
  ...{ programme, person: 'system', role: 'system', side: 'inside', seesHers: true, sites: 'all' },
});

export interface FilledPortal {
  portal: PortalForTests;
  programme: string;
  bundle: Bundle;
  routes: Route[];
  refs: string[];
  people: { who: string; visitor: Visitor }[];
}

/** Two cases of the richest scenarios, and somebody of every role, an administrator, and nobody. */
export const filledPortal = async (folder: string, now: string): Promise<FilledPortal> => {
  const routes: Route[] = [];
  const portal = await portalForTests(folder, { now, onRoute: (route) => routes.push(route) });
  const [{ slug: programme = '', definition } = {}] = await portal.library.all();
  const bundle = definition?.loaded().bundle;
  if (!bundle) throw new Error(`${folder} does not compile.`);
  const people: FilledPortal['people'] = [];
  for (const { id } of rolesToGive(bundle)) people.push({ who: id, visitor: await portal.as(id, { programme }) });
  people.push({ who: 'administrator', visitor: await portal.as('administrator') });
  people.push({ who: 'nobody', visitor: portal.anybody() });
  const refs: string[] = [];
  for (const [n, events] of (await richScenarios(folder, bundle, now, 2)).entries()) {
    const made = { form: bundle.forms[0]?.id ?? '', name: `Man ${n + 1}`, bundle, key: `filled ${n}`, events };
    refs.push((await portal.opened.store.begin(system(programme), made)).ref);
  }
  return { portal, programme, bundle, routes, refs, people };
};

/** Of each table how many rows it has and which transaction changed it last; but those of `leaves`. */
export const tablesOf = async (folder: string, leaves: RegExp): Promise<() => Promise<Record<string, string>>> => {
  const { server, stop } = await runStore({ dataFolder: folder });
  const client = new pg.Client(server as pg.ClientConfig).on('error', () => {});
  await client.connect();
  // Before the portal is closed, whose database this is.
  afterAll(async () => {
    await client.end();
    await stop();
  });
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('rubric', 'hers')`,
  );
  const names = rows.map(({ name }) => name).filter((name) => !leaves.test(name));
  const one = (name: string): string =>
    `select '${name}' as name, count(*) || ' at ' || coalesce(max(xmin::text::bigint), 0) as stands from ${name}`;
  const query = names.map(one).join(' union all ');
  return async () => {
    const found = await client.query<{ name: string; stands: string }>(query);
    return Object.fromEntries(found.rows.map(({ name, stands }) => [name, stands]));
  };
};
