/**
 * A word is planted in every field of the partner's side that a definition has, and in every field of the pages of those
 * who support her; then everybody asks for everything. Whoever may not see her side gets none of them: by no page, file,
 * letter, message, log line or error, and by no table of the database.
 */
import type { FastifyRequest } from 'fastify';
import { afterAll } from 'vitest';
import { addressBook, ask, type Fetched, isLeft, isOfHerSide, walk } from './crawl.js';
import { postBag, type TableRead, tablesOf } from './database.js';
import { everyFormOf, fillIn } from './her-pages.js';
import { type Canary, everythingOfHers, heldIn, planter } from './her-side.js';
import { everybodyIn, fullCases, type House, openHouse, type Person, system } from './house.js';

/** Something that somebody was given, with who it was. */
interface Told extends Fetched {
  who: Person;
}

/** Everything that this process writes out. */
const overheard = (): string[] => {
  const lines: string[] = [];
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream);
    stream.write = ((chunk: string | Uint8Array, ...rest: never[]) => {
      lines.push(String(chunk));
      return write(chunk, ...rest);
    }) as typeof stream.write;
    afterAll(() => {
      stream.write = write;
    });
  }
  return lines;
};

const plantByPages = async (house: House, worker: Person, refs: readonly string[], plant: Plant): Promise<string[]> => {
  const { slug, now } = house;
  const [ref = ''] = refs;
  const at = `/${slug}/partner-support/${ref}`;
  const page = await worker.visitor.look(at);
  const partners = [...page.document.querySelectorAll<HTMLAnchorElement>(`#content a[href^="${at}/"]`)]
    .map((link) => link.getAttribute('href') ?? '')
    .filter((href) => /\/[^/]+$/.test(href.slice(at.length)) && !/\/(add|documents|contact)$/.test(href));
  const faults: string[] = [];
  for (const partner of new Set(partners.map((href) => href.split('/').slice(0, 5).join('/'))))
    faults.push(...(await everyFormOf(worker.visitor, partner, now, plant)));
  faults.push(...(await fillIn(worker.visitor, `${at}/add`, {}, plant)));
  // What is written to her: to be gone on with by those who support her.
  const papers = (await worker.visitor.look(`${at}/documents`)).document.querySelectorAll(
    `a[href^="${at}/documents/"]`,
  );
  for (const href of new Set([...papers].map((link) => link.getAttribute('href') ?? '')))
    if (!href.includes('/issued/')) faults.push(...(await fillIn(worker.visitor, href, { do: 'save' }, plant)));
  const signing = await worker.visitor.look(`/${slug}/cases/${ref}/assessment`);
  const form = signing.document.querySelector('form[action*="sign-offs"]');
  if (form) {
    const reason = `She said ${plant.plant('sign-off reason')}`;
    const agreesTo = [...form.querySelectorAll<HTMLInputElement>('[name=agreesTo]')].at(-1)?.value ?? '';
    await worker.visitor.send(`/${slug}/cases/${ref}/assessment`, { agreesTo, reason }, 'sign-offs');
  }
  return faults;
};
type Plant = ReturnType<typeof planter>;

/** A referral that is not sent yet, in which everything that is asked of her is answered. */
const plantInDraft = async ({ portal, bundle, slug, now }: House, sender: Person, plant: Plant): Promise<void> => {
  const herAnswers = everythingOfHers(bundle, now, plant, 'draft').filter(({ what }) => what === undefined);
  const form = bundle.forms.find(({ from }) => from.includes(sender.who));
  if (!sender.view || !form) return;
  const { drafts } = portal.opened.office.referrals;
  const view = { ...sender.view, sites: [] };
  const draft = await drafts.begin(view, bundle, { began: form.id, role: sender.who }, now);
  const answers = Object.fromEntries(herAnswers.flatMap(({ values }) => Object.entries(values)));
  await drafts.save(view, bundle, { ...draft, answers }, now);
  await sender.visitor.look(`/${slug}/refer/${draft.id}`);
};

const startsOf = (slug: string, refs: readonly string[]): string[] => [
  ...['/', `/${slug}`, '/sign-in', '/administration', '/administration/audit', '/studio', '/working-as'],
  ...['today', 'cases', 'groups', 'partner-support', 'reports', 'messages', 'releases', 'my-referrals', 'refer'].map(
    (page) => `/${slug}/${page}`,
  ),
  ...refs.flatMap((ref) => [
    `/${slug}/cases/${ref}`,
    `/${slug}/partner-support/${ref}`,
    `/${slug}/my-referrals/${ref}`,
  ]),
];

const garbage = 'key=%00&version=999.999&do=%F0%9F%92%A5&texts[x]=1&values[]=2&page=-1&name=%3Cb%3E&on=yesterday';
/** Forms that nobody could have filled in: with nothing in them, with what no field takes, and without a proof or not to be read. */
const oddForms = (proof: string): { fair: string[]; unfair: { payload: string; type: string }[] } => ({
  fair: [`_csrf=${proof}`, `_csrf=${proof}&${garbage}`],
  unfair: [
    { type: form, payload: garbage },
    { type: 'application/json', payload: '{"_csrf":' },
  ],
});
const form = 'application/x-www-form-urlencoded';

const proofOf = async ({ portal }: House, { visitor, who }: Person): Promise<string> => {
  await visitor.look(who === 'nobody' ? '/sign-in' : '/working-as');
  const request = { headers: { cookie: visitor.cookie() } } as FastifyRequest;
  return encodeURIComponent(portal.opened.access.forms.proofFor(request) ?? '');
};

export interface Findings {
  /** What somebody was given that is not his to see. Empty where her side is kept apart. */
  leaks: string[];
  /** Forms of hers that were not taken, and answers of a server that broke. */
  faults: string[];
  /** Routes of the server that somebody did not ask for. */
  notAsked: string[];
  planted: readonly Canary[];
  /** Fields whose words those who support her read on her pages. */
  seen: ReadonlySet<string>;
  counts: Record<string, number>;
}

const leaksOfPages = (told: readonly Told[], planted: readonly Canary[]): string[] =>
  told
    .filter(({ who, route }) => !(who.supporter && isOfHerSide(route)))
    // Whoever fills in a referral reads what he has answered, until he has sent it.
    .filter(({ who, route }) => !(who.view?.side === 'outside' && route.startsWith('/:programme/refer/:draft')))
    .flatMap(({ who, route, status, said }) =>
      heldIn(said, planted).map(({ token, field }) => `${who.who} at ${route} (${status}): ${token}, ${field}`),
    );

/** To all others there are no pages of her side: each answers, to the last letter, as a page that there is not. */
const pagesGiven = (told: readonly Told[]): string[] => {
  const body = ({ said }: Fetched): string => said.slice(said.indexOf('\n'));
  const missing = told.find(({ url, who }) => url.endsWith('/no-such-page') && who.who !== 'nobody');
  return (
    told
      .filter(
        ({ who, route, url }) => who.who !== 'nobody' && !who.supporter && isOfHerSide(route) && !url.includes('?'),
      )
      // What is no form of ours is refused before it is asked whom a page is for, and of every page in the same words.
      .filter(({ status }) => status !== 403 && status !== 415)
      .filter((one) => !missing || body(one) !== body(missing))
      .map(({ who, route, status }) => `${who.who} is told of ${route} (${status})`)
  );
};

const leaksOfTables = (who: string, tables: readonly TableRead[], planted: readonly Canary[]): string[] =>
  tables.flatMap(({ table, said }) => [
    ...heldIn(said, planted).map(({ token, field }) => `${who} in ${table}: ${token}, ${field}`),
    ...(table.startsWith('hers.') ? [`${who} may read ${table}`] : []),
  ]);

/** Fills a house, and has everybody ask for everything. */
export const searchHouse = async (folder: string, most = 2): Promise<Findings> => {
  const lines = overheard();
  const house = await openHouse(folder);
  const { portal, slug, routes } = house;
  const people = await everybodyIn(house);
  const plant = planter();
  const refs = await fullCases(house, folder, { most, people, planter: plant });
  const faults: string[] = [];
  for (const worker of people.filter(({ supporter }) => supporter).slice(0, 1))
    faults.push(...(await plantByPages(house, worker, refs, plant)));
  for (const sender of people.filter(({ view }) => view?.side === 'outside').slice(0, 1))
    await plantInDraft(house, sender, plant);
  await portal.opened.refresh();
  const { planted } = plant;

  const told: Told[] = [];
  const book = addressBook(routes, slug);
  const asked = new Map<Person, Set<string>>();
  const give = (who: Person, method: string, all: readonly Fetched[]): void => {
    const set = asked.get(who) ?? new Set();
    asked.set(who, set);
    for (const one of all) set.add(`${method} ${one.route}`);
    told.push(...all.map((one) => ({ ...one, who })));
  };
  // Everybody follows what he is shown; then everybody asks for whatever anybody was shown.
  for (const who of people) {
    const from = [...startsOf(slug, refs), `/${slug}/no-such-page`];
    give(who, 'GET', await walk(portal, who.visitor, { from, routes, sees: book.sees }));
  }
  const gets = [...new Set(routes.filter(({ method }) => method === 'GET').map(({ url }) => url))];
  const posts = [...new Set(routes.filter(({ method }) => method === 'POST').map(({ url }) => url))];
  for (const who of people) {
    const before = new Set(told.filter((one) => one.who === who).map(({ url }) => url));
    for (const route of gets.filter((one) => !isLeft(one)))
      for (const url of book.of(route, route.startsWith('/studio') ? 1 : 2))
        if (!before.has(url)) give(who, 'GET', [{ ...(await ask(portal, who.visitor.cookie(), url, routes)), route }]);
  }
  const walked = told.length;
  for (const who of people) {
    const { fair, unfair } = oddForms(await proofOf(house, who));
    for (const route of posts.filter((one) => !isLeft(one) && !one.startsWith('/studio'))) {
      const all = book.of(route, 1);
      // Of people only those whom there is not: nobody is to lose his role meanwhile.
      const [real = ''] = route.includes(':person') ? all.slice(-1) : all;
      const sent = [
        ...fair.map((payload) => ({ url: real, body: { type: form, payload } })),
        ...unfair.map((body, n) => ({ url: all[n] ?? real, body })),
      ];
      for (const { url, body } of sent)
        give(who, 'POST', [{ ...(await ask(portal, who.visitor.cookie(), url, routes, body)), route }]);
    }
  }

  const tables: { who: string; read: TableRead[] }[] = [];
  for (const { who, view } of [...people, { who: 'the server', view: system(slug, false) }])
    if (view) tables.push({ who, read: await tablesOf(portal, { ...view, seesHers: false }) });
  tables.push({ who: 'the post', read: await postBag(portal) });

  const expected = [
    ...gets.filter((one) => !isLeft(one)).map((url) => `GET ${url}`),
    ...posts.filter((one) => !isLeft(one) && !one.startsWith('/studio')).map((url) => `POST ${url}`),
  ];
  const her = told.filter(({ who, route }) => who.supporter && isOfHerSide(route));
  return {
    leaks: [
      ...new Set([
        ...leaksOfPages(told, planted),
        ...pagesGiven(told),
        ...tables.flatMap(({ who, read }) => leaksOfTables(who, read, planted)),
        ...heldIn([...portal.faults, ...lines].join('\n'), planted).map(({ token }) => `a log holds ${token}`),
      ]),
    ],
    faults: [
      ...faults,
      ...told.filter(({ status }) => status >= 500).map(({ route, url }) => `${route} broke: ${url}`),
    ],
    notAsked: people.flatMap((who) =>
      expected.filter((one) => !asked.get(who)?.has(one)).map((one) => `${who.who}: ${one}`),
    ),
    planted,
    seen: new Set(her.flatMap(({ said }) => heldIn(said, planted).map(({ field }) => field))),
    counts: {
      'words planted': planted.length,
      fields: new Set(planted.map(({ field }) => field)).size,
      people: people.length,
      'routes asked for': expected.length,
      'answers to what was asked for': walked,
      'answers to what was sent': told.length - walked,
      'tables read': tables.reduce((sum, { read }) => sum + read.length, 0),
      'rows read': tables.flatMap(({ read }) => read).reduce((sum, { rows }) => sum + rows, 0),
      'lines of logs': portal.faults.length + lines.length,
    },
  };
};
