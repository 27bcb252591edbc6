/** Fills an empty store with a demonstration. */
import type { Bundle, CaseEvent, Moment } from '../../../engine/contract/index.js';
import { localDay } from '../../../engine/document/words/dates.js';
import { instantAt } from '../../../generator/scenario/clock.js';
import { readScenarios } from '../../../generator/scenario/read-scenarios.js';
import { scenarioTexts } from '../../bundle-files/definition-texts.js';
import type { Library } from '../../definition/library.js';
import type { People } from '../people/people.js';
import type { CaseStore, Viewpoint } from '../store/contract.js';
import { type DemonstrationCase, demonstrationCases } from './cases.js';
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
  clock: Clock;
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
  { events, fromOutside, ...made }: DemonstrationCase,
  referrer: string | undefined,
): Promise<void> => {
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
  if (later.length === 0) return;
  clock.set(instantOf(later.at(-1)?.recorded ?? first.recorded, zone));
  await store.append(view(programme), { ref: kept.ref, key, events: later });
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
  const cases = demonstrationCases(bundle, scenarios, { last, names, from });
  const outside = cast.find(({ role }) => bundle.people.some(({ id, side }) => id === role && side === 'outside'));
  const referrer = (await parts.people.demonstrators()).find(({ email }) => email === outside?.email)?.id;
  try {
    for (const one of cases) await keepCase(parts, programme, bundle, one, referrer);
  } finally {
    parts.clock.set();
  }
  return cases.length;
};

/** Makes people and cases for every definition that compiles. What stands in the store already is not looked at. */
export const fillWithDemonstration = async (parts: FilledBy): Promise<{ cases: number }> => {
  const all = (await parts.library.all()).flatMap(({ slug, definition }) => {
    const { bundle } = definition.loaded();
    return bundle ? [{ programme: slug, bundle, folder: definition.folder }] : [];
  });
  let cases = 0;
  let person = 1;
  await parts.people.demonstrate([administrator(0)]);
  for (const { programme, bundle, folder } of all) {
    const cast = partsOf(programme, bundle, person);
    person += cast.length;
    await parts.people.demonstrate(cast);
    cases += await fillProgramme(parts, { programme, bundle, folder, cast }, cases);
  }
  return { cases };
};
