/** A new group as it was typed, read into a group or into what is wrong with it. */
import {
  type Bundle,
  type Group as Declared,
  dayNumber,
  type Id,
  type Rate,
  type Site,
  type Slot,
} from '../../../engine/contract/index.js';
import { weekdays } from '../../../engine/contract/words.js';
import type { Group } from '../../server/groups/contract.js';
import type { Fault } from '../layout/error-summary.js';

/** As typed. */
export interface NewGroup {
  of: string;
  name: string;
  site: string;
  days: string[];
  everyWeeks: string;
  from: string;
  to: string;
  venue: string;
  first: string;
  places: string;
  facilitators: string;
  kind: string;
}

const textOf = (sent: unknown, name: keyof NewGroup): string => {
  const value = typeof sent === 'object' && sent !== null ? (sent as Record<string, unknown>)[name] : undefined;
  return typeof value === 'string' ? value.trim().slice(0, 200) : '';
};

export const readNewGroup = (sent: unknown): NewGroup => {
  const days = typeof sent === 'object' && sent !== null ? (sent as { days?: unknown }).days : undefined;
  return {
    of: textOf(sent, 'of'),
    name: textOf(sent, 'name'),
    site: textOf(sent, 'site'),
    days: (Array.isArray(days) ? days : [days]).filter((day): day is string => typeof day === 'string').slice(0, 7),
    everyWeeks: textOf(sent, 'everyWeeks'),
    from: textOf(sent, 'from'),
    to: textOf(sent, 'to'),
    venue: textOf(sent, 'venue'),
    first: textOf(sent, 'first'),
    places: textOf(sent, 'places'),
    facilitators: textOf(sent, 'facilitators'),
    kind: textOf(sent, 'kind'),
  };
};

const rateOf = ({ course }: Bundle): Rate | undefined => {
  const rate = course?.sessions?.rate;
  return rate === 'not-stated' ? undefined : rate;
};

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length > 3);

/** The site and the time of a declared group, which no definition ties to it: that which has most in common with its name. */
const likeliest = ({ sites }: Bundle, { id, label }: Pick<Declared, 'id' | 'label'>): { site?: Site; slot?: Slot } => {
  const named = new Set(wordsOf(label));
  const scored = sites.flatMap((site) => {
    const ofSite = id.startsWith(site.id) ? 4 : sites.length === 1 ? 1 : 0;
    const slots = (site.slots ?? []).map((slot) => {
      const alike = [...wordsOf(slot.label), ...wordsOf(slot.day ?? '')].filter((word) => named.has(word)).length;
      return { site, slot, score: ofSite + alike, alike };
    });
    return [...slots, { site, slot: undefined, score: ofSite, alike: 0 }];
  });
  const best = scored.sort((a, b) => b.score - a.score || b.alike - a.alike)[0];
  return !best || best.score === 0 ? {} : { site: best.site, ...(best.slot && best.alike > 0 && { slot: best.slot }) };
};

/** What the definition says of it already: the name, the place, the time, how often. */
export const suggested = (bundle: Bundle, of: string): NewGroup => {
  const declared = bundle.course?.groups.find(({ id }) => id === of);
  const [siteId, nth] = of.split('.');
  const ofSlot = bundle.sites.find(({ id }) => id === siteId);
  const { site, slot } = declared
    ? likeliest(bundle, declared)
    : { site: ofSlot ?? (bundle.sites.length === 1 ? bundle.sites[0] : undefined), slot: ofSlot?.slots?.[Number(nth)] };
  const rate = rateOf(bundle);
  return {
    of: declared || slot ? of : '',
    name: declared?.label ?? (site && slot ? `${site.label} ${slot.label.toLowerCase()}` : ''),
    site: site?.id ?? '',
    days: weekdays.flatMap((name, n) => (slot?.day === name ? [String(n + 1)] : [])),
    everyWeeks: rate?.each.unit === 'weeks' ? String(rate.each.n) : '1',
    from: slot?.from ?? '',
    to: slot?.to ?? '',
    venue: slot?.venue ?? '',
    first: '',
    places: '',
    facilitators: '',
    kind: '',
  };
};

const time = /^([01]\d|2[0-3]):[0-5]\d$/;
const reserved = ['new', 'closure-days'];

/** Takes what was typed; gives the group, or what has to be put right. */
export const groupOf = (bundle: Bundle, typed: NewGroup): { group: Group } | { faults: Fault[] } => {
  const faults: Fault[] = [];
  const say = (message: string, field: string): void => void faults.push({ message, href: `#${field}` });
  const days = [...new Set(typed.days.map(Number))].filter((day) => day >= 1 && day <= 7).sort();
  const everyWeeks = Number(typed.everyWeeks || '1');
  const places = typed.places === '' ? undefined : Number(typed.places);
  const facilitators = namesIn(typed.facilitators);
  if (typed.name === '') say('Enter what the group is called.', 'name');
  if (typed.site !== '' && !bundle.sites.some(({ id }) => id === typed.site)) say('Choose a site.', 'site');
  if (days.length === 0) say('Choose the day on which it meets.', 'days-1');
  if (!Number.isInteger(everyWeeks) || everyWeeks < 1 || everyWeeks > 12)
    say('Enter every how many weeks it meets, from 1 to 12.', 'everyWeeks');
  if (typed.from !== '' && !time.test(typed.from)) say('Enter when it begins as a time, like 18:00.', 'from');
  if (typed.to !== '' && (!time.test(typed.to) || typed.to <= typed.from))
    say('Enter an end that is after the beginning, like 20:00.', 'to');
  if (Number.isNaN(dayNumber(typed.first)) || typed.first.length !== 10)
    say('Enter the day of its first session.', 'first');
  if (places !== undefined && (!Number.isInteger(places) || places < 1 || places > 500))
    say('Enter how many places it has as a number, or leave it empty.', 'places');
  if (faults.length > 0) return { faults };
  const declared = bundle.course?.groups.find(({ id }) => id === typed.of);
  const kind = bundle.course?.sessions?.kinds.find(({ id }) => id === typed.kind);
  return {
    group: {
      id: declared?.id ?? idOf(typed.name),
      name: typed.name,
      ...(declared && { declared: declared.id }),
      ...(declared === undefined && typed.of !== '' && { declared: typed.of }),
      ...(typed.site !== '' && { site: typed.site }),
      days,
      ...(typed.from !== '' && { from: typed.from }),
      ...(typed.from !== '' && typed.to !== '' && { to: typed.to }),
      ...(typed.venue !== '' && { venue: typed.venue }),
      first: typed.first,
      everyWeeks,
      ...(places !== undefined && { places }),
      ...(kind && { kind: kind.id }),
      ...(facilitators.length > 0 && { facilitators }),
    },
  };
};

/** Names with commas between. */
export const namesIn = (text: string): string[] =>
  text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

const idOf = (name: string): Id => {
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return slug === '' || reserved.includes(slug) ? `group-${slug === '' ? '1' : slug}` : slug;
};
