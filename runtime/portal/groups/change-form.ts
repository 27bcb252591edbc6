/** A change of a group, or its end, as it was typed: read into what is to be, or into what is wrong with it. */
import { type Bundle, dayNumber } from '../../../engine/contract/index.js';
import { changeableFrom, stillThere } from '../../server/groups/changing.js';
import type { Group, OpenGroup, Seat } from '../../server/groups/contract.js';
import { hasEnded } from '../../server/groups/timetable.js';
import type { Fault } from '../layout/error-summary.js';
import { dayInWords } from '../words/dates.js';
import { groupOf, type NewGroup } from './new-form.js';
import { fullnessOf } from './words.js';

/** A day of this century or the next: what lies beyond is a slip of the pen. */
const isDay = (text: string): boolean => text.length === 10 && text < '2200' && !Number.isNaN(dayNumber(text));
const textIn = (sent: unknown, name: string): string => {
  const value = typeof sent === 'object' && sent !== null ? (sent as Record<string, unknown>)[name] : undefined;
  return typeof value === 'string' ? value.trim().slice(0, 200) : '';
};
/** Which edition was looked at. */
export const editionIn = (sent: unknown): number => Number(textIn(sent, 'edition')) || 0;
export const startingIn = (sent: unknown): string => textIn(sent, 'starting');

/** A group as a form asks for it. */
export const typedOf = (group: Group): NewGroup => ({
  of: group.declared ?? '',
  name: group.name,
  site: group.site ?? '',
  days: group.days.map(String),
  everyWeeks: String(group.everyWeeks),
  from: group.from ?? '',
  to: group.to ?? '',
  venue: group.venue ?? '',
  first: group.first,
  places: group.places === undefined ? '' : String(group.places),
  facilitators: (group.facilitators ?? []).join(', '),
  kind: group.kind ?? '',
});

/** Takes what was typed; gives how the group is to be and from when, or what has to be put right. */
export const changeOf = (
  bundle: Bundle,
  open: OpenGroup,
  typed: NewGroup,
  starting: string,
  today: string,
): { to: Group } | { faults: Fault[] } => {
  const { group } = open;
  const read = groupOf(bundle, { ...typed, first: group.first });
  const faults = 'faults' in read ? [...read.faults] : [];
  const earliest = changeableFrom(open, today);
  if (!isDay(starting)) faults.push({ message: 'Enter the day from which it meets like this.', href: '#starting' });
  else if (starting < earliest)
    faults.push({
      message: `What was held stays as it was. Enter ${dayInWords(earliest)} or a later day.`,
      href: '#starting',
    });
  return 'group' in read && faults.length === 0 ? { to: read.group } : { faults };
};

export interface TypedEnd {
  last: string;
  /** A group, “waits”, or nothing, by the references of the members' cases. */
  goes: Record<string, string>;
  anyway: boolean;
}
export const readEnd = (sent: unknown): TypedEnd => {
  const goes = typeof sent === 'object' && sent !== null ? (sent as { goes?: unknown }).goes : undefined;
  const all = typeof goes === 'object' && goes !== null ? Object.keys(goes) : [];
  return {
    last: textIn(sent, 'last'),
    goes: Object.fromEntries(all.map((ref) => [ref, textIn(goes, ref)])),
    anyway: textIn(sent, 'anyway') === 'yes',
  };
};

/** Whoever has a place after a day; of a day that is none, after today. */
export const membersAt = (open: OpenGroup, last: string, today: string): Seat[] =>
  stillThere(open, isDay(last) ? last : today, today);

/** The groups that its members can go to. */
export const groupsToGoTo = ({ group, groups }: OpenGroup, today: string): Group[] =>
  groups.filter((one) => one.id !== group.id && !hasEnded(one, today) && one.last === undefined);

/** Takes what was typed; gives the last day and where each goes, or what has to be put right. */
export const endOf = (
  bundle: Bundle,
  open: OpenGroup,
  { last, goes, anyway }: TypedEnd,
  today: string,
): { last: string; goes: Map<string, string> } | { faults: Fault[]; isFull: boolean } => {
  const earliest = earliestEnd(open, today);
  const faults: Fault[] = [];
  if (!isDay(last)) faults.push({ message: 'Enter its last day.', href: '#last' });
  else if (last < earliest)
    faults.push({
      message: `What was held stays as it was. Enter ${dayInWords(earliest)} or a later day.`,
      href: '#last',
    });
  const others = new Set(groupsToGoTo(open, today).map(({ id }) => id));
  const members = membersAt(open, last, today);
  for (const { ref, name } of members)
    if (goes[ref] !== 'waits' && !others.has(goes[ref] ?? ''))
      faults.push({ message: `Choose where ${name} goes.`, href: `#goes-${ref}` });
  const full = anyway ? [] : fullAfter(bundle, open, members, goes, today);
  faults.push(...full);
  if (faults.length > 0) return { faults, isFull: full.length > 0 };
  return { last, goes: new Map(members.map(({ ref }) => [ref, goes[ref] === 'waits' ? '' : (goes[ref] ?? '')])) };
};

/** A group may end today, or the day before it begins to be recorded next. */
const earliestEnd = ({ notes }: OpenGroup, today: string): string =>
  [today, ...notes.filter(({ marked }) => marked > 0).map(({ day }) => day)].sort().at(-1) ?? today;

const fullAfter = (
  bundle: Bundle,
  open: OpenGroup,
  members: readonly Seat[],
  goes: TypedEnd['goes'],
  today: string,
): Fault[] =>
  groupsToGoTo(open, today).flatMap(({ id, name }): Fault[] => {
    const coming = members.filter(({ ref }) => goes[ref] === id);
    const free = freeOnceEnded(bundle, open, id, today);
    if (free === undefined || coming.length <= free) return [];
    const message = `${name} has ${free === 0 ? 'no place' : free === 1 ? '1 place' : `${free} places`} free, and ${coming.length} would go there. Say that they get places all the same, or choose otherwise.`;
    return [{ message, href: `#goes-${coming[0]?.ref}` }];
  });

/** Places free in another group once those of the one that ends are given up: some share their places. */
export const freeOnceEnded = (bundle: Bundle, open: OpenGroup, id: string, today: string): number | undefined => {
  const other = open.groups.find((one) => one.id === id);
  const seats = open.seats.filter(({ group }) => group !== open.group.id);
  return other && fullnessOf(bundle, { ...open, seats }, other, today).free;
};
