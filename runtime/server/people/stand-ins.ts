/** Somebody is away, and somebody else of the same side looks after the work. */

import { isOneOf, kindsOf } from '../../../engine/contract/index.js';
import type { Library } from '../../definition/library.js';
import { bySystem, type GrantRow, peopleStore, type StandInRow, type Within } from '../store/people-store.js';
import type { Colleague, Outcome } from './grants.js';
import { done, refuse } from './grants.js';
import { newToken } from './seal.js';
import { bundleIn } from './sides.js';

/** Local days of the programme, "2026-03-02", both counted in. */
export interface HandOver {
  away: string;
  covers: string;
  since: string;
  until: string;
}
export interface StandIns {
  handOver(by: string, programme: string, wanted: HandOver): Promise<Outcome>;
  /** Those that are not over on that day. */
  all(programme: string, day: string): Promise<StandInRow[]>;
  /** `away`: only where it is this person's own work that was handed over. */
  end(programme: string, id: string, away?: string): Promise<void>;
  /** Those who may look after somebody's work: of the same role, side and site. */
  mayCover(programme: string, away: string): Promise<Colleague[]>;
  /** The people whose work somebody looks after on that day, so that what waits for them is shown to him as well. */
  standsInFor(person: string, programme: string, day: string): Promise<string[]>;
}

const atSites = (grants: readonly GrantRow[], site: string): boolean =>
  grants.some((held) => held.site === '' || held.site === site);

/** Takes the database and the definitions. */
export const openStandIns = (within: Within, library: Pick<Library, 'find'>): StandIns => {
  /** Why the one may not do the other's work; undefined where he may. */
  const cannot = (programme: string, away: Colleague | undefined, covers: Colleague | undefined) => {
    const bundle = bundleIn(library, programme);
    if (!bundle || !away || !covers) return 'Choose two people who have a role in this programme.';
    if (away.id === covers.id) return 'Nobody stands in for himself.';
    const work = away.grants.filter(({ side }) => side !== null);
    const sides = new Set([...work, ...covers.grants].flatMap(({ side }) => side ?? []));
    if (sides.size > 1)
      return 'Whoever works with the partner and whoever works with the man cannot stand in for each other.';
    const kinds = kindsOf(bundle.people);
    const may = work.some(({ role, site }) =>
      atSites(
        covers.grants.filter((held) => isOneOf(held.role, [role], kinds)),
        site,
      ),
    );
    return may ? undefined : 'Whoever stands in needs the same role, at the same site. Give it first.';
  };
  return {
    handOver: (by, programme, { away, covers, since, until }) =>
      within(bySystem(programme), async (db) => {
        if (until < since) return refuse('The last day has to be the first day or a later one.');
        const people = await peopleStore.peopleOf(db, programme);
        const find = (id: string) => people.find((person) => person.id === id);
        const because = cannot(programme, find(away), find(covers));
        const side = find(away)?.grants.find((grant) => grant.side !== null)?.side;
        if (because !== undefined || !side) return refuse(because ?? 'There is no work to hand over.');
        await peopleStore.standIn(db, { id: newToken(), programme, away, covers, since, until, side, by });
        return done;
      }),
    all: (programme, day) => within(bySystem(programme), (db) => peopleStore.standIns(db, programme, day)),
    end: (programme, id, away) => within(bySystem(programme), (db) => peopleStore.noStandIn(db, programme, id, away)),
    mayCover: (programme, id) =>
      within(bySystem(programme), async (db) => {
        const people = await peopleStore.peopleOf(db, programme);
        const away = people.find((person) => person.id === id);
        return people.filter((covers) => !covers.gone && cannot(programme, away, covers) === undefined);
      }),
    standsInFor: (person, programme, day) =>
      within(bySystem(programme), async (db) =>
        (await peopleStore.standIns(db, programme, day))
          .filter(({ covers, since }) => covers === person && since <= day)
          .map(({ away }) => away),
      ),
  };
};
