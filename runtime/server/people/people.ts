/** Everything about people: who they are, what they may do, and how they come in. The one door to this folder. */
import type { Id } from '../../../engine/contract/index.js';
import type { Library } from '../../definition/library.js';
import type { Connections } from '../store/connections.js';
import { bySystem, type DefinitionInUse, definitionsInUse, peopleStore } from '../store/people-store.js';
import { type Attempts, countAttempts } from './attempts.js';
import { type Auth, openAuth } from './auth.js';
import { type Grants, openGrants, type WantedRole } from './grants.js';
import { type Invitations, openInvitations } from './invitations.js';
import { openSignIn, type SignIn } from './sign-in.js';
import { openStandIns, type StandIns } from './stand-ins.js';
import { openVisits, type Visits } from './visits.js';

export interface PeopleOptions {
  store: Pick<Connections, 'within' | 'pool'>;
  library: Pick<Library, 'find'>;
  /** The present instant; the one clock. */
  now(): string;
  /** At least 32 random characters, the same at every start: it seals cookies and what was kept. */
  secret: string;
  /** Where the server is, "https://example.org". */
  url: string;
  sendCode(email: string, code: string): Promise<void>;
  /** Takes an address and the path of a link, "/invitation/…". */
  sendInvitation(email: string, path: string): Promise<void>;
  /** Whether these go out by mail. Default: they do. */
  mails?: boolean;
}

/** Somebody invented, to show what the portal does. */
export interface Demonstrator {
  name: string;
  email: string;
  grants: (WantedRole & { programme: string })[];
  administers?: boolean;
}

export interface People {
  visits: Visits;
  signIn: SignIn;
  grants: Grants;
  invitations: Invitations;
  standIns: StandIns;
  attempts: Attempts;
  /** Passwords and second steps of somebody who is signed in. */
  auth: Auth;
  firstAdministrator(): Promise<string | undefined>;
  /** Makes invented people, each once. Rejects where one would be on both sides. */
  demonstrate(people: readonly Demonstrator[]): Promise<void>;
  demonstrators(): Promise<
    { id: string; name: string; email: string; administers: boolean; grants: Demonstrator['grants'] }[]
  >;
  /** What people are called: those of a programme, also who has left it; without one, everybody. */
  namesFor(programme: string): Promise<Map<string, string>>;
  /** By which definitions the cases of a programme are decided. */
  definitionsInUse(programme: string): Promise<DefinitionInUse[]>;
  /** People of a programme with one of these roles, at a site where one is named; who have not left. */
  holding(programme: string, roles: readonly Id[], site?: Id): Promise<{ id: string; name: string; email: string }[]>;
}

/** Opens the people of a store. */
export const openPeople = (options: PeopleOptions): People => {
  const { store, library, now, secret, url, sendCode, sendInvitation } = options;
  const within: Connections['within'] = (view, work) => store.within(view, work);
  const auth = openAuth({ database: store.pool('auth'), secret, url, sendCode });
  const visits = openVisits(within, auth, library, now);
  const attempts = countAttempts(within, now);
  const signIn = openSignIn({ within, auth, visits, now, attempts });
  const grants = openGrants({ within, library, visits, now });
  const invitations = openInvitations({
    within,
    library,
    grants,
    signIn,
    now,
    sendInvitation,
    ...(options.mails !== undefined && { mails: options.mails }),
  });

  const demonstrateOne = async ({ name, email, grants: roles, administers }: Demonstrator): Promise<void> => {
    const there = await within(bySystem(), (db) => peopleStore.person(db, { email }));
    const person = there?.id ?? (await signIn.known(email, name)).person;
    if (!there) await visits.endAll(person);
    for (const { programme, ...wanted } of roles) await grants.seed(programme, person, wanted);
    await within(bySystem(), async (db) => {
      await peopleStore.mark(db, person, { demonstration: true });
      if (administers) await peopleStore.administer(db, person, '');
    });
  };

  return {
    visits,
    signIn,
    grants,
    invitations,
    standIns: openStandIns(within, library),
    attempts,
    auth,
    firstAdministrator: () => invitations.firstAdministrator(),
    async demonstrate(people) {
      for (const one of people) await demonstrateOne(one);
    },
    demonstrators: () =>
      within(bySystem(), async (db) =>
        (await peopleStore.demonstrating(db)).map(({ id, name, email, grants: rows, administers }) => ({
          id,
          name,
          email,
          administers: administers.length > 0,
          grants: rows.map(({ programme, role, site }) => ({ programme, role, ...(site ? { site } : {}) })),
        })),
      ),
    namesFor: (programme) => within(bySystem(programme), async (db) => new Map(await peopleStore.names(db, programme))),
    definitionsInUse: (programme) => definitionsInUse(within, programme),
    async holding(programme, roles, site) {
      const people = await grants.peopleOf(programme);
      return people
        .filter(({ gone }) => !gone)
        .filter((person) =>
          person.grants.some(
            (held) => roles.includes(held.role) && (site === undefined || held.site === '' || held.site === site),
          ),
        )
        .map(({ id, name, email }) => ({ id, name: name === '' ? email : name, email }));
    },
  };
};
