/** Fills an empty store with a demonstration. */
import type { Bundle, CaseEvent, Moment } from '../../../engine/contract/index.js';
import { localDay } from '../../../engine/document/words/dates.js';
import { instantAt } from '../../../generator/scenario/clock.js';
import { readScenarios } from '../../../generator/scenario/read-scenarios.js';
import { scenarioTexts } from '../../bundle-files/definition-texts.js';
import type { Library } from '../../definition/library.js';
import type { Office } from '../../portal/office.js';
import type { Actor } from '../access/actor.js';
import { type Group, Overtaken } from '../groups/contract.js';
import { planned, plannedAhead } from '../groups/plan.js';
import { meetingsFrom } from '../groups/timetable.js';
import type { People } from '../people/people.js';
import { sideOfRole } from '../people/sides.js';
import type { CaseStore, StoredCase, Viewpoint } from '../store/contract.js';
import { type DemonstrationCase, demonstrationCases } from './cases.js';
import { notesOf } from './groups.js';
import { administrator, type Part, partsOf } from './people.js';

/** The server's clock, which is set back while cases of the past are kept. */
export interface Clock {
  now(): string;
  /** From now on it stands at that instant; without one it goes again. */
  set(instant?: string): void;
}

export interface FilledBy {
  library: Library;
  store: CaseStore;
  people: People;
  cases: Office['cases'];
  groups: Office['groups'];
  clock: Clock;
}

/** A case that is kept, with the day from which he has a place. */
interface Kept {
  stored: StoredCase;
  seatedFrom?: string;
}

/** Both sides of every case, for what is kept here was told by nobody. */
const view = (programme: string): Viewpoint => ({
  programme,
  person: 'system',
  role: 'system',
  side: 'inside',
  seesHers: true,
  sites: 'all',
});

/** What was recorded on a day was recorded at noon. */
const instantOf = (moment: Moment, zone: string): string =>
  moment.length === 10 ? instantAt(moment, '12:00', zone) : moment;

const keepCase = async (
  { store, clock }: FilledBy,
  programme: string,
  bundle: Bundle,
  { events, fromOutside, seatedFrom, ...made }: DemonstrationCase,
  referrer: string | undefined,
): Promise<Kept> => {
  const [first, ...later] = events as [CaseEvent, ...CaseEvent[]];
  const zone = bundle.programme.timeZone;
  const key = `demonstration ${programme} ${made.name}`;
  clock.set(instantOf(first.recorded, zone));
  const kept = await store.begin(view(programme), {
    ...made,
    ...(fromOutside && referrer !== undefined && { referrer }),
    bundle,
    demonstration: true,
    key,
    events: [first],
  });
  const seat = seatedFrom === undefined ? {} : { seatedFrom };
  if (later.length === 0) return { stored: kept, ...seat };
  clock.set(instantOf(later.at(-1)?.recorded ?? first.recorded, zone));
  const appended = await store.append(view(programme), { ref: kept.ref, key, events: later });
  return { stored: appended?.case ?? kept, ...seat };
};

const dayBefore = (instant: string): string => new Date(Date.parse(instant) - 24 * 3_600_000).toISOString();

const fillProgramme = async (
  parts: FilledBy,
  { programme, bundle, folder, cast }: { programme: string; bundle: Bundle; folder: string; cast: readonly Part[] },
  from: number,
): Promise<number> => {
  const { scenarios } = readScenarios(await scenarioTexts(folder), bundle);
  const names = Object.fromEntries(cast.map(({ role, name }) => [role, name]));
  const last = localDay(dayBefore(parts.clock.now()), bundle.programme.timeZone);
  const shown = demonstrationCases(bundle, scenarios, { last, names, from });
  const outside = cast.find(({ role }) => bundle.people.some(({ id, side }) => id === role && side === 'outside'));
  const introduced = await parts.people.demonstrators();
  const referrer = introduced.find(({ email }) => email === outside?.email)?.id;
  const kept: Kept[] = [];
  try {
    for (const one of shown.cases) kept.push(await keepCase(parts, programme, bundle, one, referrer));
  } finally {
    parts.clock.set();
  }
  const staff = introduced.flatMap((person) => actorOf(programme, bundle, person) ?? [])[0];
  if (shown.group && staff) await seatIn(parts, bundle, shown.group, kept, staff);
  return kept.length;
};

/** Somebody who works with him, to plan sessions in his name. */
const actorOf = (
  programme: string,
  bundle: Bundle,
  { id, name, email, grants }: Awaited<ReturnType<People['demonstrators']>>[number],
): Actor | undefined => {
  const role = grants.find((grant) => grant.programme === programme)?.role;
  const declared = bundle.people.find((one) => one.id === role);
  if (!declared || sideOfRole(bundle, declared.id) !== 'his') return undefined;
  const { called } = declared;
  const known = { name, email, called, role: declared.id, roles: [declared.id], supporter: false };
  return { ...known, programme, person: id, side: 'inside', seesHers: false, sites: 'all' };
};

/** Makes the group with its registers so far, gives them their places, and plans its next sessions in their cases. */
const seatIn = async (
  { groups, cases, clock }: FilledBy,
  bundle: Bundle,
  group: Group,
  kept: readonly Kept[],
  staff: Actor,
): Promise<void> => {
  const key = `demonstration ${staff.programme} ${group.id}`;
  const made = await groups.add(staff, group, key);
  const now = clock.now();
  const at = { now, today: localDay(now, bundle.programme.timeZone) };
  const ahead = meetingsFrom(made, at.today, plannedAhead, { bundle, closures: [] });
  for (const { stored, seatedFrom } of kept) {
    if (seatedFrom === undefined) continue;
    await groups.write(staff, groups.writes.place(staff, { group: made.id, ref: stored.ref, from: seatedFrom }));
    const events = planned(stored.events, made, ahead, at);
    // Where the definition does not let him plan, nothing is: the register shows the meetings all the same.
    await cases.record(staff, stored.ref, { key: `${key} ${stored.ref}`, events });
  }
  const there = kept.flatMap(({ stored, seatedFrom }) => (seatedFrom === undefined ? [] : [stored.events]));
  for (const note of notesOf(made, there, bundle.programme.timeZone, staff.name)) {
    await groups.write(staff, groups.writes.note(staff, note)).catch((fault: unknown) => {
      // Of a filling that was cut off some are there.
      if (!(fault instanceof Overtaken)) throw fault;
    });
  }
};

/** Makes people and cases for every definition that compiles; each of them once, however often it is done. */
export const fillWithDemonstration = async (parts: FilledBy): Promise<{ cases: number }> => {
  const all = (await parts.library.all()).flatMap(({ slug, definition }) => {
    const { bundle } = definition.loaded();
    return bundle ? [{ programme: slug, bundle, folder: definition.folder }] : [];
  });
  let cases = 0;
  let person = 1;
  for (const { programme, bundle, folder } of all) {
    const cast = partsOf(programme, bundle, person);
    person += cast.length;
    await parts.people.demonstrate(cast);
    cases += await fillProgramme(parts, { programme, bundle, folder, cast }, cases);
  }
  // Last: whoever is killed before goes on with what is missing at the next start.
  await parts.people.demonstrate([administrator(0)]);
  return { cases };
};
