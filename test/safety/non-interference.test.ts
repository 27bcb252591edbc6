/**
 * Two houses that are alike but for her side. Whoever may not see it gets the same from both, letter by letter: what they
 * are shown and in which order, what it measures, what the lists count, and every row that the database gives to them.
 */
import { beforeAll, expect, test } from 'vitest';
import { addressBook, ask, type Fetched, isLeft, isOfHerSide, walk } from './crawl.js';
import { tablesOf } from './database.js';
import { everyFormOf } from './her-pages.js';
import { everythingOfHers, planter } from './her-side.js';
import { beginCases, everybodyIn, type House, openHouse, type Person } from './house.js';

const folder = 'definitions/my-time';
const [before, meanwhile, after] = ['2026-11-19T09:00:00Z', '2026-11-19T15:20:00Z', '2026-11-20T10:00:00Z'];

interface Twin extends House {
  people: Person[];
  refs: string[];
  faults: string[];
}

/** What both houses hold of him; of hers the one a great deal, the other one partner of whom nothing is known. */
const twin = async (rich: boolean): Promise<Twin> => {
  const house = await openHouse(folder, before);
  const { portal, slug } = house;
  const referrer = (await everybodyIn(house)).find(({ view }) => view?.side === 'outside')?.view?.person;
  const plant = planter();
  const refs = await beginCases({ ...house, now: before }, folder, {
    ...{ most: 2, referrer },
    // Of those that were begun at one instant the order is their references', which are random.
    minute: (n) => before.replace(':00:', `:0${n + 1}:`),
    hers: (n) => (rich ? everythingOfHers(house.bundle, before, plant, `${n}`) : []),
  });
  const [ref = ''] = refs;
  portal.at(meanwhile);
  // Whoever was idle for so long signs in again.
  const worker = (await everybodyIn(house)).find(({ supporter }) => supporter)?.visitor;
  if (!worker) throw new Error('Nobody supports her.');
  const faults: string[] = [];
  const at = `/${slug}/partner-support/${ref}`;
  await worker.send(`${at}/add`, { 'her-name': rich ? 'Mrs Quokka' : 'Ann' }, `${at}/add`);
  const partners = await worker.look(at);
  const all = [...partners.document.querySelectorAll(`#content a[href^="${at}/"]`)].map((one) =>
    one.getAttribute('href'),
  );
  const added = all.findLast((href) => /\/p[0-9a-f]+$/.test(href ?? '')) ?? '';
  if (rich) faults.push(...(await everyFormOf(worker, added, meanwhile, plant)));
  // The same is asked for in both, in the same words, though for other reasons.
  else
    await worker.send(
      `${added}/review`,
      { ground: 'own', own: 'Please look at how he attends.', why: 'None.' },
      `${added}/review`,
    );
  // Those who support her sign for a decision, and say why; in both the same is signed for.
  const assessment = `/${slug}/cases/${ref}/assessment`;
  const signing = (await worker.look(assessment)).document.querySelectorAll<HTMLInputElement>('[name=agreesTo]');
  const agreesTo = [...signing].at(-1)?.value;
  if (agreesTo !== undefined)
    await worker.send(assessment, { agreesTo, reason: rich ? 'She told us of Quokka Lane.' : 'None.' }, 'sign-offs');
  portal.at(after);
  await portal.opened.refresh();
  return { ...house, people: await everybodyIn(house), refs, faults };
};

let rich: Twin;
let bare: Twin;
beforeAll(async () => {
  rich = await twin(true);
  bare = await twin(false);
}, 300_000);

/**
 * Without what is made anew in each house: references with the chain that is made of them, ids of people, what cannot be
 * guessed; and how often the machine that asks has asked.
 */
const asAlways = (said: string, { refs, people }: Twin): string => {
  let text = said;
  for (const [n, ref] of refs.entries()) text = text.replaceAll(ref, `REF${n + 1}`);
  for (const { who, view } of people) if (view) text = text.replaceAll(view.person, `the ${who}`);
  text = text.replace(/"(?:x-ratelimit-\w+|date)":"[^"]*",?/g, '').replace(/"(?:hash|head)": "[^"]*"/g, '"hash"');
  // No word of a page is as long as a key and has a capital, a figure or a low line in it.
  return text.replace(/(?<![\w-])(?=[\w-]*[A-Z0-9_])[\w-]{20,64}(?![\w-])/g, (token) => `ANY${token.length}`);
};

const fetchedBy = async (twin: Twin, person: Person): Promise<Fetched[]> => {
  const { portal, routes, slug, refs } = twin;
  const book = addressBook(routes, slug);
  const from = [
    ...['/', `/${slug}`, '/administration', '/administration/audit', '/administration/audit.csv'],
    ...['today', 'cases', 'groups', 'reports', 'messages', 'my-referrals', 'releases'].map(
      (page) => `/${slug}/${page}`,
    ),
    ...['?sort=due', '?sort=began', '?sort=stage', '?closed=yes', '?search=Man'].map(
      (query) => `/${slug}/cases${query}`,
    ),
    ...refs.flatMap((ref) => [`/${slug}/cases/${ref}`, `/${slug}/my-referrals/${ref}`]),
  ].filter((url) => !person.supporter || !url.endsWith('/releases'));
  const sees = (url: string): void => book.sees(url);
  const told = await walk(portal, person.visitor, { from, routes, sees, atMost: 3 });
  const gets = [...new Set(routes.filter(({ method }) => method === 'GET').map(({ url }) => url))];
  for (const route of gets.filter((one) => !isLeft(one) && !one.startsWith('/studio')))
    if (!(person.supporter && isOfHerSide(route)))
      for (const url of book.of(route, 1)) told.push(await ask(portal, person.visitor.cookie(), url, routes));
  return told.filter(({ route }) => !(person.supporter && isOfHerSide(route)));
};

test('her side of the one house is full, and of the other all but empty', async () => {
  expect([...rich.faults, ...bare.faults]).toEqual([]);
  const herPages = async ({ people, slug, refs }: Twin) => {
    const worker = people.find(({ supporter }) => supporter);
    return (await worker?.visitor.look(`/${slug}/partner-support/${refs[0]}`))?.words.length ?? 0;
  };
  expect(await herPages(rich)).toBeGreaterThan((await herPages(bare)) + 50);
});

test('everybody who may not see her side is given the same in both houses, letter by letter', {
  timeout: 300_000,
}, async () => {
  let compared = 0;
  for (const [n, person] of rich.people.entries()) {
    const other = bare.people[n] as Person;
    const [here, there] = [await fetchedBy(rich, person), await fetchedBy(bare, other)];
    const lines = (told: Fetched[], twin: Twin): string[] =>
      told.map(({ url, status }) => `${person.who} ${status} ${asAlways(url, twin)}`);
    expect(lines(here, rich)).toEqual(lines(there, bare));
    for (const [at, one] of here.entries()) {
      const twinned = there[at] as Fetched;
      expect(asAlways(one.said, rich), `${person.who} at ${one.url}`).toBe(asAlways(twinned.said, bare));
      compared += 1;
    }
  }
  console.info(`${compared} answers to ${rich.people.length} people are the same, whatever is known of her.`);
  expect(compared).toBeGreaterThan(300);
});

test('the database gives the same rows to each of them', { timeout: 120_000 }, async () => {
  const rowsOf = async (twin: Twin, { view }: Person): Promise<string[]> =>
    view
      ? (await tablesOf(twin.portal, view)).map(({ table, said }) =>
          [table, ...asAlways(said, twin).split('\n').sort()].join('\n'),
        )
      : [];
  for (const [n, person] of rich.people.entries()) {
    const [here, there] = [await rowsOf(rich, person), await rowsOf(bare, bare.people[n] as Person)];
    for (const [at, rows] of here.entries()) expect(rows, `as ${person.who}`).toBe(there[at]);
  }
});
