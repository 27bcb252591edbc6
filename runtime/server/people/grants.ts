/** Giving and taking roles. What may not be is refused in words here, and by the database without any. */
import type { Id } from '../../../engine/contract/index.js';
import type { Library } from '../../definition/library.js';
import type { SignedIn } from '../access/actor.js';
import { bySystem, type GrantRow, type PersonRow, peopleStore, type Within } from '../store/people-store.js';
import { bundleIn, rolesToGive, sideOfRole } from './sides.js';
import type { Visits } from './visits.js';

/** Done, or a sentence for whoever asked. */
export type Outcome = { kind: 'done' } | { kind: 'refused'; because: string };

/** A role at a site; at all of them where it names none. */
export interface WantedRole {
  role: Id;
  site?: Id;
}
export type Colleague = PersonRow & { grants: GrantRow[] };

export interface Grants {
  /** Whether somebody could be given these together with what he has, in words where not. */
  check(programme: string, wanted: readonly WantedRole[], person?: string): Promise<Outcome>;
  give(by: SignedIn, programme: string, person: string, wanted: WantedRole): Promise<Outcome>;
  take(by: SignedIn, programme: string, person: string, wanted: WantedRole): Promise<Outcome>;
  /** Gives a role outside to somebody who comes by himself: a referrer who begins a referral. Rejects for one inside. */
  admit(programme: string, person: string, role: Id): Promise<void>;
  /** Gives a role that nobody asked for: of invented people. Rejects where it cannot be. */
  seed(programme: string, person: string, wanted: WantedRole): Promise<void>;
  /** All roles in the programme are taken, and every visit of the person ends at once. */
  leave(by: SignedIn, programme: string, person: string): Promise<Outcome>;
  peopleOf(programme: string): Promise<Colleague[]>;
  /** What people are called, by their ids. Those of the programme alone. */
  namesIn(programme: string): Promise<Map<string, string>>;
}

export const done: Outcome = { kind: 'done' };
export const refuse = (because: string): Outcome => ({ kind: 'refused', because });

/** Said of somebody who would be on both sides. */
export const bothSides =
  'Nobody in a programme works both with the man and with his partner. Take the roles of the one side away first, or ask somebody else.';

const rowOf = (programme: string, { role, site }: WantedRole) => ({ programme, role, site: site ?? '' });
/** Of a foreign key: that of the one side that each person has in a programme. */
const isOtherSide = (fault: unknown): boolean => (fault as { code?: unknown }).code === '23503';

interface Parts {
  within: Within;
  library: Pick<Library, 'find'>;
  visits: Visits;
  now: () => string;
}

/** Takes the database, the definitions and the visits that end when somebody leaves. */
export const openGrants = ({ within, library, visits, now }: Parts): Grants => {
  const check: Grants['check'] = async (programme, wanted, person) => {
    const bundle = bundleIn(library, programme);
    if (!bundle) return refuse('There is no such programme.');
    const given = rolesToGive(bundle).map(({ id }) => id);
    for (const { role, site } of wanted) {
      if (!given.includes(role)) return refuse('This role cannot be given to anybody in this programme.');
      if (site !== undefined && !bundle.sites.some(({ id }) => id === site))
        return refuse('There is no such site in this programme.');
    }
    const sides = wanted.flatMap(({ role }) => sideOfRole(bundle, role) ?? []);
    const has = person && (await within(bySystem(programme), (db) => peopleStore.sideOf(db, programme, person)));
    return new Set([...sides, ...(has && sides.length > 0 ? [has] : [])]).size > 1 ? refuse(bothSides) : done;
  };

  const add = async (programme: string, person: string, wanted: WantedRole, by: string): Promise<Outcome> => {
    const checked = await check(programme, [wanted], person);
    const bundle = bundleIn(library, programme);
    if (checked.kind === 'refused' || !bundle) return checked;
    const side = sideOfRole(bundle, wanted.role);
    try {
      await within(bySystem(programme), (db) =>
        peopleStore.grant(db, { ...rowOf(programme, wanted), side, person, by, now: now() }),
      );
      return done;
    } catch (fault) {
      if (isOtherSide(fault)) return refuse(bothSides);
      throw fault;
    }
  };

  return {
    check,
    async give(by, programme, person, wanted) {
      if (by.id === person) return refuse('Nobody gives a role to himself. Ask somebody else who administers.');
      const found = await within(bySystem(), (db) => peopleStore.person(db, { id: person }));
      if (!found || found.gone) return refuse('This person has left. Send an invitation first.');
      return add(programme, person, wanted, by.id);
    },
    async take(_by, programme, person, wanted) {
      await within(bySystem(programme), (db) => peopleStore.revoke(db, { ...rowOf(programme, wanted), person }));
      return done;
    },
    async admit(programme, person, role) {
      const bundle = bundleIn(library, programme);
      if (!bundle || sideOfRole(bundle, role) !== null)
        throw new Error('Nobody is taken in to a role inside without an invitation.');
      const outcome = await add(programme, person, { role }, person);
      if (outcome.kind === 'refused') throw new Error(outcome.because);
    },
    async seed(programme, person, wanted) {
      const outcome = await add(programme, person, wanted, 'system');
      if (outcome.kind === 'refused') throw new Error(outcome.because);
    },
    async leave(by, programme, person) {
      if (by.id === person) return refuse('You cannot end your own work here. Ask somebody else who administers.');
      await within(bySystem(programme), async (db) => {
        const found = (await peopleStore.peopleOf(db, programme)).find(({ id }) => id === person);
        for (const grant of found?.grants ?? []) await peopleStore.revoke(db, { ...grant, person });
        await peopleStore.unadminister(db, person, programme);
        if (!(await peopleStore.hasWork(db, person))) await peopleStore.mark(db, person, { gone: now() });
      });
      await visits.endAll(person);
      return done;
    },
    peopleOf: (programme) => within(bySystem(programme), (db) => peopleStore.peopleOf(db, programme)),
    namesIn: (programme) =>
      within(bySystem(programme), async (db) => {
        const people = await peopleStore.peopleOf(db, programme);
        return new Map(people.map(({ id, name, email }) => [id, name === '' ? email : name]));
      }),
  };
};
