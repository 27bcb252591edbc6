/**
 * A word is planted in every field of the partner's side that a definition has; then everybody asks for everything. None
 * of those who may not see her side gets one of them: by no page, file, letter, message, log line or error.
 */
import { expect, test } from 'vitest';
import type { Bundle, CaseEvent, Id } from '../../engine/contract/index.js';
import { rolesToGive, seesHers } from '../../runtime/server/people/sides.js';
import type { Viewpoint } from '../../runtime/server/store/contract.js';
import { type PortalForTests, portalForTests, type Visitor } from '../runtime/portal/portal-for-tests.js';
import { type Fetched, type Route, walk } from './crawl.js';
import { type Canary, everythingOfHers, planter } from './her-side.js';
import { richScenarios } from './scenarios.js';

const now = '2026-11-20T10:00:00Z';

/** All that everybody was given, with who it was. */
interface Told extends Fetched {
  who: string;
  supporter: boolean;
}

const mayHold = ({ supporter, route }: Told): boolean =>
  supporter && (route.startsWith('/:programme/partner-support') || route.startsWith('/:programme/releases'));

const everybody = async (portal: PortalForTests, programme: string, bundle: Bundle) => {
  const roles = rolesToGive(bundle);
  const people: { who: Id; visitor: Visitor; supporter: boolean }[] = [];
  for (const { id, side } of roles)
    people.push({
      who: id,
      visitor: await portal.as(id, { programme, name: side === 'outside' ? 'Rae Referrer' : `Some ${id}` }),
      supporter: seesHers(bundle, id),
    });
  people.push({ who: 'administrator', visitor: await portal.as('administrator'), supporter: false });
  people.push({ who: 'nobody', visitor: portal.anybody(), supporter: false });
  return people;
};

const system = (programme: string): Viewpoint => ({
  ...{ programme, person: 'system', role: 'system', side: 'inside', seesHers: true, sites: 'all' },
});

/** Cases of scenarios, each with everything of hers added. */
const fill = async (
  portal: PortalForTests,
  programme: string,
  bundle: Bundle,
  histories: CaseEvent[][],
  referrer: string | undefined,
): Promise<{ planted: Canary[]; refs: string[] }> => {
  const plant = planter();
  const refs: string[] = [];
  for (const [n, history] of histories.entries()) {
    const { ref } = await portal.opened.store.begin(system(programme), {
      ...{ form: bundle.forms[0]?.id ?? '', name: `Man ${n + 1}`, bundle, key: `begin canary ${n}` },
      ...(referrer !== undefined && { referrer }),
      events: history,
    });
    await portal.opened.store.append(system(programme), {
      ...{ ref, key: `plant canary ${n}` },
      events: everythingOfHers(bundle, now, plant, `${n}`),
    });
    refs.push(ref);
  }
  return { planted: plant.planted, refs };
};

const tokensIn = (said: string, planted: readonly Canary[]): Canary[] =>
  planted.filter(({ token }) => (token.startsWith('canary') ? said.includes(token) : false));

test.each(['definitions/my-time', 'definitions/harbour', 'examples/tollbeck-clear-road'])(
  'Nothing that is planted on her side in %s reaches anybody who may not see it',
  { timeout: 600_000 },
  async (folder) => {
    const routes: Route[] = [];
    const portal = await portalForTests(folder, { now, onRoute: (route) => routes.push(route) });
    const [{ slug = '', definition } = {}] = await portal.library.all();
    const bundle = definition?.loaded().bundle;
    if (!bundle) throw new Error(`${folder} does not compile.`);
    const people = await everybody(portal, slug, bundle);
    const referrer = (await portal.opened.people.demonstrators()).find(({ name }) => name === 'Rae Referrer')?.id;
    const histories = await richScenarios(folder, bundle, now, 2);
    const { planted, refs } = await fill(portal, slug, bundle, histories, referrer);
    await portal.opened.refresh();

    const told: Told[] = [];
    for (const { who, visitor, supporter } of people) {
      const from = [
        ...['/', `/${slug}`, '/sign-in', '/administration', '/administration/audit', '/studio', '/demonstration'],
        ...['today', 'cases', 'groups', 'partner-support', 'reports', 'messages', 'releases', 'my-referrals'].map(
          (page) => `/${slug}/${page}`,
        ),
        ...refs.flatMap((ref) => [
          `/${slug}/cases/${ref}`,
          `/${slug}/partner-support/${ref}`,
          `/${slug}/my-referrals/${ref}`,
          `/${slug}/cases/${ref}/documents`,
          `/${slug}/cases/${ref}/assessment`,
        ]),
      ];
      for (const one of await walk(portal, visitor, { from, routes })) told.push({ ...one, who, supporter });
    }

    const found = told
      .filter((one) => !mayHold(one))
      .flatMap((one) =>
        tokensIn(one.said, planted).map(
          ({ token, field }) => `${one.who} at ${one.route} (${one.status}): ${token}, ${field}`,
        ),
      );
    expect([...new Set(found)].slice(0, 20)).toEqual([]);
    expect(tokensIn(portal.faults.join('\n'), planted)).toEqual([]);
    // It is there to be found: whoever supports her reads it.
    const seen = new Set(told.filter(mayHold).flatMap((one) => tokensIn(one.said, planted).map(({ field }) => field)));
    const fields = new Set(planted.map(({ field }) => field));
    console.info(
      `${folder}: ${planted.length} words in ${fields.size} fields; ${told.length} answers of ${new Set(told.map(({ route }) => route)).size} routes to ${people.length} people; those who support her saw ${seen.size} of the fields.`,
    );
    expect(seen.size).toBeGreaterThan(0);
    expect(told.filter(({ status }) => status >= 500)).toEqual([]);
  },
);
