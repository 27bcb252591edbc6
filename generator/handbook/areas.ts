/** Where and when: a table where days are given, else the names of what is held in each area. */
import { type Bundle, listed, type Site, type Slot } from '../../engine/contract/index.js';
import type { Block } from './handbook-types.js';
import { dayOfSlot, hourSays } from './number-words.js';
import { paragraph, phraseOf, type Teller } from './teller.js';

const hours = ({ from, to }: Slot): string => {
  if (from === undefined) return '';
  return to === undefined ? `from ${hourSays(from)}` : `${hourSays(from)} to ${hourSays(to)}`;
};
const slotSays = (slot: Slot | undefined, besides: string | undefined): string => {
  if (!slot) return '';
  const day = slot.day ? dayOfSlot(slot.day, slot.from) : '';
  const when = [day, hours(slot)].filter((part) => part !== '').join(', ');
  const where = slot.venue !== undefined && slot.venue !== besides ? slot.venue : '';
  return [when, where].filter((part) => part !== '').join(', ');
};

const detail = (site: Site, called: string): string | undefined =>
  site.details.find(({ label }) => label === called)?.value;
const nameOf = (site: Site): string => {
  const other = detail(site, 'Also called');
  return other === undefined ? site.label : `${site.label} (also called ${other})`;
};
const placeOf = (site: Site): string =>
  [detail(site, 'Venue'), detail(site, 'Address')].filter((each) => each !== undefined).join(', ');

const tableOf = (sites: Site[], slots: string[]): Block => {
  const placed = sites.some((site) => placeOf(site) !== '');
  const rows = sites.map((site) => [
    nameOf(site),
    ...(placed ? [placeOf(site)] : []),
    ...slots.map((label) =>
      slotSays(
        site.slots?.find((slot) => slot.label === label),
        detail(site, 'Venue'),
      ),
    ),
  ]);
  return {
    kind: 'table',
    caption: 'Where and when we meet',
    head: ['Area', ...(placed ? ['Where'] : []), ...slots],
    rows,
    clauses: sites.flatMap(({ origin }) => origin.clauses),
  };
};

/** Where areas hold different things, each has its own lines. */
const linesOf = (sites: Site[]): Block[] =>
  sites.map((site) => ({
    kind: 'list',
    intro: `${nameOf(site)}${placeOf(site) === '' ? '' : `, at ${placeOf(site)}`}:`,
    items: (site.slots ?? []).map((slot) => {
      const said = slotSays(slot, detail(site, 'Venue'));
      return said === '' ? slot.label : `${slot.label}: ${said}`;
    }),
    clauses: site.origin.clauses,
  }));

const isDated = (site: Site): boolean =>
  (site.slots ?? []).some(({ day, from }) => day !== undefined || from !== undefined);

const article = (words: string): string => `${/^[aeiou]/i.test(words) ? 'an' : 'a'} ${words}`;
const undated = (sites: Site[]): Block[] => {
  const held = sites.map((site) => {
    const slots = (site.slots ?? []).map(({ label }) => article(phraseOf(label)));
    return slots.length === 0 ? site.label : `${listed(slots, 'and')} in ${nameOf(site)}`;
  });
  if (!sites.some(({ slots }) => slots)) return [paragraph(`The programme is offered in ${listed(held, 'and')}.`, [])];
  return [paragraph(`There is ${listed(held, 'and')}. Please ask us about days, times and places.`)];
};

/** Gives the blocks, and tells the clauses of areas whose days they give. */
export const areas = (teller: Teller): Block[] => {
  const { sites }: Bundle = teller.bundle;
  if (sites.length === 0) return [];
  if (!sites.some(isDated)) return undated(sites);
  const labels = [...new Set(sites.flatMap(({ slots = [] }) => slots.map(({ label }) => label)))];
  const alike =
    sites.length > 1 &&
    sites.every((site) => labels.every((label) => site.slots?.some((slot) => slot.label === label)));
  teller.tell(sites.flatMap(({ origin }) => origin.clauses));
  return alike ? [tableOf(sites, labels)] : linesOf(sites);
};
