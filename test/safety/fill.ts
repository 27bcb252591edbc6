/**
 * A provider's house with two cases in it, and all that happens beside them: forms of hers filled in, a review asked for,
 * sign-offs, a referral that is not sent yet, documents that went out. What is on his side is the same whether or not her
 * side is full.
 */
import type { CaseEvent } from '../../engine/index.js';
import { everyFormOf, fillIn } from './her-pages.js';
import { type Canary, everythingOfHers, type Planter, planter } from './her-side.js';
import { beginCases, everybodyIn, type House, lately, openHouse, type Person, senderFor, system } from './house.js';
import { type Sent, sendPapers } from './papers.js';

export interface Filled extends House {
  people: Person[];
  refs: string[];
  /** Words that stand on her side and nowhere else. */
  planted: Canary[];
  /** Those of them that were released, so that a document which went out holds them. */
  released: ReadonlySet<string>;
  sent: Sent[];
  /** Forms of hers that were not taken. */
  faults: string[];
}

/** `most`: how many cases. `rich`: whether everything stands on her side that can, or a partner of whom nothing is known. */
export interface Filling {
  most: number;
  rich: boolean;
}

const [before, meanwhile] = ['2026-11-19T09:00:00Z', '2026-11-19T15:20:00Z'];
const minuteOf = (instant: string, n: number): string =>
  new Date(Date.parse(instant) + 60_000 * n).toISOString().replace('.000Z', 'Z');
const asksForReview = 'Please look at how he attends.';
/** Of how many partners the first case has, before another is added. */
const partners = ['1', '2'];

/** What reports attach once it is released. */
const attachedIn = ({ bundle }: House): string[] =>
  (bundle.documents ?? []).flatMap(({ headings }) =>
    headings.flatMap(({ releasedBy, attaches }) => (releasedBy.length > 0 && attaches ? [attaches.of] : [])),
  );

/** Whatever an instrument says of her goes into a report once it is released: that is the same in both houses. */
const toRelease = (house: House, plant: Planter): CaseEvent[] => {
  const { bundle, portal } = house;
  const waits = attachedIn(house);
  return waits.length === 0
    ? []
    : everythingOfHers(bundle, portal.now(), plant, 'released')
        .filter(({ kind, values }) => kind === 'scored' || Object.keys(values).some((name) => waits.includes(name)))
        .map((event) => ({ ...event, happened: portal.now(), learned: portal.now() }));
};

const onHerPages = async (house: House, worker: Person, ref: string, plant: Planter | undefined): Promise<string[]> => {
  const { portal, slug } = house;
  const { visitor } = worker;
  // The same is released in both houses: it is told of nobody besides.
  const isAttached = (url: string): boolean => attachedIn(house).some((id) => url.endsWith(`/record/fact.${id}`));
  const at = `/${slug}/partner-support/${ref}`;
  const faults: string[] = [];
  if (plant) faults.push(...(await fillIn(visitor, `${at}/add`, {}, plant)));
  else await visitor.send(`${at}/add`, { 'her-name': 'Ann' }, `${at}/add`);
  for (const key of plant ? partners : [])
    faults.push(
      ...(await everyFormOf(visitor, `${at}/${key}`, portal.now(), plant as Planter, asksForReview, isAttached)),
    );
  if (plant) return faults;
  // The same is asked for in both, in the same words, though for other reasons.
  const all = [...(await visitor.look(at)).document.querySelectorAll(`#content a[href^="${at}/"]`)];
  const added = all.map((one) => one.getAttribute('href') ?? '').findLast((href) => /\/p[0-9a-f]+$/.test(href));
  for (const _ of partners)
    await visitor.send(`${added}/review`, { ground: 'own', own: asksForReview, why: 'None.' }, `${added}/review`);
  return faults;
};

/** Whoever decides with others signs, and says why; the words of those who support her are hers. */
const sign = async ({ slug }: House, people: readonly Person[], ref: string, plant?: Planter): Promise<void> => {
  const at = `/${slug}/cases/${ref}/assessment`;
  for (const { visitor, supporter } of people.filter(({ view }) => view?.side === 'inside')) {
    const form = (await visitor.look(at)).document.querySelector('form[action*="sign-offs"]');
    const agreesTo = [...(form?.querySelectorAll<HTMLInputElement>('[name=agreesTo]') ?? [])].at(-1)?.value;
    if (agreesTo === undefined) continue;
    const reason = supporter && plant ? `She said ${plant.plant('sign-off reason')}` : 'He did not come.';
    await visitor.send(at, { agreesTo, reason }, 'sign-offs');
  }
};

/** A referral that is not sent yet, in which everything that is asked of her is answered, or nothing. */
const beginDraft = async ({ portal, bundle, slug }: House, sender: Person, plant?: Planter): Promise<void> => {
  const form = bundle.forms.find(({ from }) => from.includes(sender.who));
  if (!sender.view || !form) return;
  const { drafts } = portal.opened.office.referrals;
  const view = { ...sender.view, sites: [] };
  const draft = await drafts.begin(view, bundle, { began: form.id, role: sender.who }, portal.now());
  const told = plant ? everythingOfHers(bundle, portal.now(), plant, 'draft').filter(({ what }) => !what) : [];
  const answers = Object.fromEntries(told.flatMap(({ values }) => Object.entries(values)));
  await drafts.save(view, bundle, { ...draft, answers }, portal.now());
  await sender.visitor.look(`/${slug}/refer/${draft.id}`);
};

/** Words for her, in what is still being written. */
const writeToHer = async ({ slug }: House, { visitor }: Person, ref: string, plant: Planter): Promise<string[]> => {
  const at = `/${slug}/partner-support/${ref}/documents`;
  const papers = (await visitor.look(at)).document.querySelectorAll(`a[href^="${at}/"]`);
  const faults: string[] = [];
  for (const href of new Set([...papers].map((link) => link.getAttribute('href') ?? '')))
    if (!href.includes('/issued/')) faults.push(...(await fillIn(visitor, href, { do: 'save' }, plant)));
  return faults;
};

/** Opens a provider's house and fills it. */
export const fill = async (folder: string, { most, rich }: Filling): Promise<Filled> => {
  const house = await openHouse(folder, before);
  const { portal, slug, bundle } = house;
  const [plant, releasing] = [planter(), planter(9_000)];
  const planting = rich ? plant : undefined;
  const refs = await beginCases(house, folder, {
    ...{ most, referrer: senderFor(bundle, await everybodyIn(house)) },
    // Of those that were begun at one instant the order is their references', which are random.
    minute: (n) => minuteOf(before, n + 1),
    hers: (n) => (rich ? everythingOfHers(bundle, before, plant, `${n}`) : []),
  });
  const [ref = ''] = refs;
  portal.at(meanwhile);
  // Whoever was idle for so long signs in again.
  const people = await everybodyIn(house);
  const worker = people.find(({ supporter }) => supporter);
  const sender = people.find(({ view }) => view?.side === 'outside');
  const faults = worker ? await onHerPages(house, worker, ref, planting) : [];
  // After whatever else is recorded of it.
  let minutes = 1;
  portal.at(minuteOf(meanwhile, minutes));
  const released = toRelease(house, releasing);
  if (released.length > 0) await portal.opened.store.append(system(slug), { ref, key: 'released', events: released });
  await sign(house, people, ref, planting);
  if (sender) await beginDraft(house, sender, planting);
  const sent = await sendPapers({
    ...{ house, people, ref },
    words: (name, { hers }) => (hers && planting ? `She said ${planting.plant(`letter ${name}`)}` : `Of ${name}.`),
    // Of those that went out at one instant as well.
    next({ hers }) {
      minutes += hers ? 0 : 1;
      portal.at(minuteOf(meanwhile, minutes));
    },
  });
  if (worker && planting) faults.push(...(await writeToHer(house, worker, ref, planting)));
  portal.at(lately);
  await portal.opened.refresh();
  return {
    ...{ ...house, now: lately, people: await everybodyIn({ ...house, slug }), refs, faults, sent },
    planted: [...plant.planted, ...releasing.planted],
    released: new Set(releasing.planted.map(({ token }) => token)),
  };
};
