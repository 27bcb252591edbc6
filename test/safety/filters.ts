/**
 * What keeps her side apart, each by its own, and where it would show that it is gone. Nothing is taken away here: the test
 * beside this file does that.
 */
import type { Bundle, CaseEvent, Document } from '../../engine/contract/index.js';
import { runStore } from '../../runtime/server/store/open-store.js';
import { asOwner } from '../../runtime/server/store/roles.js';
import { isOfHerSide } from './crawl.js';
import { tablesOf } from './database.js';
import { fillIn } from './her-pages.js';
import { type Canary, everythingOfHers, heldIn, planter } from './her-side.js';
import { everybodyIn, fullCases, type House, openHouse, type Person, system } from './house.js';
import { sendPaper, sendPapers } from './papers.js';
import { richScenarios } from './scenarios.js';

const folder = 'definitions/my-time';
let house: House;
let people: Person[];
let staff: Person;
let supporter: Person;
let referrer: Person;
let ref: string;
const full = planter();
let tries = 0;

export const fillHouse = async (): Promise<void> => {
  house = await openHouse(folder);
  overlook();
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
  await sendPapers({ house, people, ref, words: (name) => `Of ${name}.` });
};

const reportOf = ({ documents = [] }: Bundle): Document => {
  const report = documents.find(({ headings }) => headings.some(({ releasedBy }) => releasedBy.length > 0));
  if (!report) throw new Error('Nothing in any report is released.');
  return report;
};

/** As if the compiler had overlooked it: a report to whoever referred him shows an answer of hers. */
const overlook = (): void => {
  const { facts } = house.bundle;
  const answer = facts.find(({ hers, kind, within }) => hers && within === undefined && /text|number/.test(kind));
  const heading = reportOf(house.bundle).headings.find(({ releasedBy }) => releasedBy.length === 0);
  if (!answer || !heading) throw new Error('There is nothing to overlook.');
  heading.shows.push({ kind: 'fact', fact: answer.id, called: 'What she said' });
};

/** Has that report go out with nothing released; gives what of hers whoever it went to reads in it. */
const inReport = async (): Promise<string[]> => {
  const going = { house, people, ref, words: (name: string) => `Of ${name}.`, releases: false };
  const { issue, because } = await sendPaper(going, reportOf(house.bundle), '');
  if (issue === undefined) throw new Error(`It did not go out: ${because}`);
  const { html } = await referrer.visitor.look(`/${house.slug}/my-referrals/${ref}/documents/${issue}`);
  return heldIn(html, full.planted).map(({ field }) => field);
};

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

export const owner = async (statements: readonly string[]): Promise<void> => {
  const { server, stop } = await runStore({ dataFolder: house.portal.folder });
  await asOwner(server, async (client) => {
    for (const each of statements) await client.query(each);
  });
  await stop();
};

export interface Filter {
  filter: string;
  /** Its name among what is taken away; or how the database is altered and put right again. */
  by: string | { take: string[]; give: string[] };
  /** What then shows; nothing where it is in force. */
  shows(): Promise<string[]>;
}

export const filters: Filter[] = [
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

filters.push(
  {
    filter: 'whoever looks at a case gets it without what he may not see, and so does his side of the store',
    by: 'case',
    async shows() {
      const plant = planter(500 * ++tries);
      const events = everythingOfHers(house.bundle, house.now, plant, `case ${tries}`);
      await house.portal.opened.store.append(system(house.slug), { ref, key: `case ${tries}`, events });
      return inTables(plant.planted);
    },
  },
  {
    filter: 'how a case stands in lists is worked out without what is hers',
    by: 'standing',
    async shows() {
      const { course } = house.bundle;
      const hers = [...(course?.duties ?? []), ...(course?.rules ?? [])].filter((each) => each.hers);
      const made = { form: house.bundle.forms[0]?.id ?? '', name: `Man of ${++tries}`, bundle: house.bundle };
      const events = (await richScenarios(folder, house.bundle, house.now, 3))[2] ?? [];
      await house.portal.opened.store.begin(system(house.slug), { ...made, key: `standing ${tries}`, events });
      const read = staff.view ? await tablesOf(house.portal, staff.view) : [];
      const lists = read.filter(({ table }) => table !== 'rubric.definition').map(({ said }) => said);
      return hers.map(({ id }) => id).filter((id) => lists.some((said) => said.includes(`"${id}"`)));
    },
  },
  {
    filter: 'whoever referred him is told of the documents that went to him alone',
    by: 'sent',
    async shows() {
      const others = (house.bundle.documents ?? []).filter(({ to }) => !to.includes(referrer.who));
      const { words } = await referrer.visitor.look(`/${house.slug}/my-referrals/${ref}`);
      return others.map(({ title }) => `We sent you this: ${title}`).filter((said) => words.includes(said));
    },
  },
  {
    filter: 'a document is filled with what its recipients may see, whatever the compiler overlooked',
    by: 'clearance',
    shows: inReport,
  },
  { filter: 'what of hers waits for a release is in no document before it', by: 'release', shows: inReport },
  {
    filter: 'the page that somebody got is read by nobody inside',
    by: {
      take: ['alter table rubric.copy disable row level security'],
      give: ['alter table rubric.copy enable row level security'],
    },
    async shows() {
      const read = staff.view ? await tablesOf(house.portal, staff.view) : [];
      return read
        .filter(({ table }) => table === 'rubric.copy')
        .flatMap(({ said }) => said.split('\n').filter(Boolean));
    },
  },
  {
    filter: 'why somebody who supports her signs for a decision lies on her side',
    by: 'sign-off',
    async shows() {
      const plant = planter(500 * ++tries);
      const at = `/${house.slug}/cases/${ref}/assessment`;
      const page = (await supporter.visitor.look(at)).document;
      const agreesTo = [...page.querySelectorAll<HTMLInputElement>('[name=agreesTo]')].at(-1)?.value ?? '';
      await supporter.visitor.send(at, { agreesTo, reason: `She said ${plant.plant('reason')}` }, 'sign-offs');
      return inTables(plant.planted);
    },
  },
);

const holdsHers = (id: string): boolean =>
  house.bundle.facts.some((fact) => (fact.id === id || fact.within === id) && fact.hers === true);

/** What everybody who reads the audit is told of pages of her side that were answered. */
const recorded = async (): Promise<string[]> => {
  const { deeds } = await house.portal.opened.access.audit.find(house.slug, { page: 1, size: 10_000 });
  return deeds
    .filter(({ route, answer }) => isOfHerSide(route.replace(/^\w+ /, '')) && answer === 200)
    .map(({ route }) => route);
};

/** Words of hers that those who support her read on her page. */
export const onHerPage = (): Promise<string[]> =>
  onPages(supporter, [`/${house.slug}/partner-support/${ref}/1`], full.planted);
