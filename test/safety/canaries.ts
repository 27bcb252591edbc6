/**
 * A word is planted in every field of the partner's side that a definition has, and in every field of the pages of those
 * who support her; then everybody asks for everything. Whoever may not see her side gets none of them: by no page, file,
 * letter, message, log line or error, and by no table of the database. And he gets, letter by letter, what he gets in a
 * house that is alike but for her side: what he is shown and in which order, what it measures, what the lists count.
 */
import type { FastifyRequest } from 'fastify';
import { afterAll } from 'vitest';
import { hasChromium } from '../../runtime/documents/chromium.js';
import { unlikeAnswers, unlikeRows } from './alike.js';
import { addressBook, ask, type Fetched, isLeft, isOfHerSide, type Route, walk } from './crawl.js';
import { postBag, type TableRead, tablesOf } from './database.js';
import { type Filled, fill } from './fill.js';
import { type Canary, heldIn } from './her-side.js';
import { type House, type Person, system } from './house.js';

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
  /** What differs from the house of which her side is all but empty. */
  unlike: string[];
  /** Forms of hers that were not taken, and answers of a server that broke. */
  faults: string[];
  /** Routes of the server that somebody did not ask for. */
  notAsked: string[];
  planted: readonly Canary[];
  /** Fields whose words those who support her read on her pages. */
  seen: ReadonlySet<string>;
  /** How many words of hers were read in files of documents that went out, of each kind that there is. */
  inFiles: Record<string, number>;
  counts: Record<string, number>;
}

type Released = Filled['released'];

/** What was released stands in the very page that whoever it went to got, and in no other. */
const isHisCopy = ({ who, route }: Told): boolean =>
  who.view?.side === 'outside' && route.startsWith('/:programme/my-referrals/:ref/documents/:issue');

/** Whoever fills in a referral reads what he has answered, until he has sent it. */
const isOwnDraft = ({ who, route }: Pick<Told, 'who' | 'route'>): boolean =>
  who.view?.side === 'outside' && route.startsWith('/:programme/refer/:draft');

const leaksOfPages = (told: readonly Told[], planted: readonly Canary[], released: Released): string[] =>
  told
    .filter(({ who, route }) => !(who.supporter && isOfHerSide(route)))
    .filter((one) => !isOwnDraft(one))
    .flatMap((one) =>
      heldIn(one.said, planted)
        .filter(({ token }) => !(released.has(token) && isHisCopy(one)))
        .map(({ token, field }) => `${one.who.who} at ${one.route} (${one.status}): ${token}, ${field}`),
    );

/** To all others there are no pages of her side: each answers, to the last letter, as a page that there is not. */
const pagesGiven = (told: readonly Told[]): string[] => {
  const body = ({ said }: Fetched): string => said.slice(said.indexOf('\n'));
  const missing = told.find(({ url, who }) => url.endsWith('/no-such-page') && who.who !== 'nobody');
  return told
    .filter(({ who, route, url }) => who.who !== 'nobody' && !who.supporter && isOfHerSide(route) && !url.includes('?'))
    .filter((one) => !missing || body(one) !== body(missing))
    .map(({ who, route, status }) => `${who.who} is told of ${route} (${status})`);
};

/** Whoever a document went to reads his copy, and whatever sends letters what it is to send. */
const isCopy = (table: string): boolean => /^rubric\.(copy$|message_text, to be sent)/.test(table);

const leaksOfTables = (
  who: string,
  tables: readonly TableRead[],
  { planted, released }: Pick<Filled, 'planted' | 'released'>,
): string[] =>
  tables.flatMap(({ table, said }) => [
    ...heldIn(said, planted)
      .filter(({ token }) => !(released.has(token) && isCopy(table)))
      .map(({ token, field }) => `${who} in ${table}: ${token}, ${field}`),
    ...(table.startsWith('hers.') ? [`${who} may read ${table}`] : []),
  ]);

const askable = (routes: readonly Route[], verb: string): string[] => [
  ...new Set(routes.filter(({ method, url }) => method === verb && !isLeft(url)).map(({ url }) => url)),
];

/** Pages of cases and of lists; those of her side, where somebody sees it; the studio, which holds definitions and no case. */
type Part = 'his' | 'hers' | 'studio';
const partOf = (route: string, { supporter }: Person): Part => {
  if (route.startsWith('/studio')) return 'studio';
  return supporter && isOfHerSide(route) ? 'hers' : 'his';
};

/** Follows what somebody is shown, and asks for every other route as if nothing were there. */
const ownWay = async (
  { portal, slug, refs, routes }: Filled,
  who: Person,
  part: Part,
  sees: (url: string) => void = () => undefined,
): Promise<Fetched[]> => {
  const { visitor } = who;
  const within = (route: string): boolean => partOf(route, who) === part;
  const own = addressBook(routes, slug);
  const told = await walk(portal, visitor, {
    ...{ from: [...startsOf(slug, refs), `/${slug}/no-such-page`], routes, within, atMost: 3 },
    sees(url) {
      own.sees(url);
      sees(url);
    },
  });
  const reached = new Set(told.map(({ route }) => route));
  for (const route of askable(routes, 'GET'))
    if (!reached.has(route) && within(route) && part !== 'studio')
      for (const url of own.of(route, 1)) told.push({ ...(await ask(portal, visitor.cookie(), url, routes)), route });
  return told;
};

const readersOf = ({ people, slug }: Filled) =>
  [...people, { who: 'the server', view: system(slug, false) }].flatMap(({ who, view }) =>
    view ? [{ who, view: { ...view, seesHers: false } }] : [],
  );

/** Fills two houses, one of them with all that her side can hold, and has everybody ask for everything. */
export const searchHouse = async (folder: string, most = 2): Promise<Findings> => {
  const lines = overheard();
  const house = await fill(folder, { most, rich: true });
  const twin = await fill(folder, { most, rich: false });
  const { portal, slug, routes, people, planted, released } = house;
  const unlike: string[] = [];
  let [compared, leftOut] = [0, 0];
  const told: Told[] = [];
  const book = addressBook(routes, slug);
  const asked = new Map<Person, Set<string>>();
  const give = (who: Person, method: string, all: readonly Fetched[]): void => {
    const set = asked.get(who) ?? new Set();
    asked.set(who, set);
    for (const one of all) set.add(`${method} ${one.route}`);
    told.push(...all.map((one) => ({ ...one, who })));
  };
  // Everybody follows what he is shown, in both houses; then everybody asks for whatever anybody was shown.
  for (const [n, who] of people.entries()) {
    const here = await ownWay(house, who, 'his', book.sees);
    give(who, 'GET', here);
    const there = await ownWay(twin, twin.people[n] as Person, 'his');
    // What he types himself he has not typed in the other house, and it leads him to other pages.
    const [mine = [], theirs = []] = [here, there].map((all) => all.filter((one) => !isOwnDraft({ ...one, who })));
    compared += mine.length;
    leftOut += here.length - mine.length;
    unlike.push(...unlikeAnswers(who.who, [mine, house], [theirs, twin]));
  }
  const tables: { who: string; read: TableRead[] }[] = [];
  for (const [n, { who, view }] of readersOf(house).entries()) {
    const read = await tablesOf(portal, view);
    tables.push({ who, read });
    const other = readersOf(twin)[n];
    // What the server itself keeps is nobody's to see: of each visit there, when it was last heard of.
    if (!other || who === 'the server') continue;
    unlike.push(...unlikeRows(who, [read, house], [await tablesOf(twin.portal, other.view), twin]));
  }
  for (const who of people) give(who, 'GET', await ownWay(house, who, 'studio', book.sees));
  for (const who of people.filter(({ supporter }) => supporter))
    give(who, 'GET', await ownWay(house, who, 'hers', book.sees));
  const gets = askable(routes, 'GET');
  const posts = askable(routes, 'POST').filter((one) => !one.startsWith('/studio'));
  for (const who of people) {
    const before = new Set(told.filter((one) => one.who === who).map(({ url }) => url));
    for (const route of gets)
      for (const url of book.of(route, route.startsWith('/studio') ? 1 : 2))
        if (!before.has(url)) give(who, 'GET', [{ ...(await ask(portal, who.visitor.cookie(), url, routes)), route }]);
  }
  const walked = told.length;
  for (const who of people) {
    const { fair, unfair } = oddForms(await proofOf(house, who));
    for (const route of posts) {
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
  for (const { who, view } of readersOf(house)) tables.push({ who, read: await tablesOf(portal, view) });
  tables.push({ who: 'the post', read: await postBag(portal) });

  const expected = [...gets.map((url) => `GET ${url}`), ...posts.map((url) => `POST ${url}`)];
  const her = told.filter(({ who, route }) => who.supporter && isOfHerSide(route));
  const copies = told.filter(isHisCopy);
  const wordsIn = (kind: string, all: readonly Told[]): number =>
    new Set(all.filter(({ route }) => route.endsWith(kind)).flatMap(({ said }) => heldIn(said, planted))).size;
  const kinds = (await hasChromium()) ? ['/word', '/pdf'] : ['/word'];
  const inFiles = Object.fromEntries(
    kinds.flatMap((kind) => [
      ...(house.sent.some(({ document, issue }) => document.hers && issue !== undefined)
        ? [[`to her${kind}`, wordsIn(`/issued/:issue${kind}`, her)] as const]
        : []),
      ...(released.size > 0 ? [[`with what was released${kind}`, wordsIn(kind, copies)] as const] : []),
    ]),
  );
  return {
    leaks: [
      ...new Set([
        ...leaksOfPages(told, planted, released),
        ...pagesGiven(told),
        ...tables.flatMap(({ who, read }) => leaksOfTables(who, read, house)),
        ...heldIn([...portal.faults, ...lines].join('\n'), planted).map(({ token }) => `a log holds ${token}`),
      ]),
    ],
    unlike,
    faults: [
      ...[...house.faults, ...twin.faults],
      ...told.filter(({ status }) => status >= 500).map(({ route, url }) => `${route} broke: ${url}`),
    ],
    notAsked: people.flatMap((who) =>
      expected.filter((one) => !asked.get(who)?.has(one)).map((one) => `${who.who}: ${one}`),
    ),
    planted,
    seen: new Set(her.flatMap(({ said }) => heldIn(said, planted).map(({ field }) => field))),
    inFiles,
    counts: {
      'words planted': planted.length,
      fields: new Set(planted.map(({ field }) => field)).size,
      people: people.length,
      'documents gone out': house.sent.filter(({ issue }) => issue !== undefined).length,
      'routes asked for': expected.length,
      'answers to what was asked for': walked,
      'answers that are the same in both houses': compared,
      'pages of a draft of one’s own left out of that': leftOut,
      'files read': told.filter(({ route, status }) => status === 200 && /\/(?:pdf|word)$/.test(route)).length,
      'answers to what was sent': told.length - walked,
      'tables read': tables.reduce((sum, { read }) => sum + read.length, 0),
      'rows read': tables.flatMap(({ read }) => read).reduce((sum, { rows }) => sum + rows, 0),
      'lines of logs': portal.faults.length + lines.length,
    },
  };
};
