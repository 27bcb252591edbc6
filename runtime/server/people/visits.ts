/**
 * Who comes with a request. The library says whether a session is one of its own; how long it may be idle, how long it may
 * last at all, and in which role its person acts is kept beside it, by the server's one clock.
 */
import type { Id } from '../../../engine/contract/index.js';
import type { Library } from '../../definition/library.js';
import type { SignedIn } from '../access/actor.js';
import { bySystem, peopleStore, type VisitRow, type Within } from '../store/people-store.js';
import type { Auth } from './auth.js';
import { digestOf } from './seal.js';
import { inForce } from './sides.js';

/** Minutes: without a request, and from signing in. */
export const lasts = { idle: 30, atMost: 12 * 60 };

/** Whoever came. All absent: nobody. */
export interface Presence {
  signedIn?: SignedIn;
  /** By programme, the role that was chosen there. */
  acting?: Record<string, Id>;
  /** Of the session, to name it by. */
  digest?: string;
  /** The person whose visit came to its end just now, or a while ago. */
  expired?: string;
}

export interface Visits {
  of(cookie: string | undefined): Promise<Presence>;
  begin(token: string, person: string): Promise<void>;
  /**
   * Begins the visit of a session that the library has just given in these lines of cookies, as the ways of signing in
   * were changed; every other visit of the person ends.
   */
  follow(lines: readonly string[], person: string): Promise<void>;
  act(digest: string, programme: string, role: Id): Promise<void>;
  end(cookie: string | undefined): Promise<string[]>;
  endAll(person: string): Promise<void>;
}

/** Sessions that are remembered to be the library's own. */
const atMostKnown = 5_000;

const minutesFrom = (instant: string, now: string): number => (Date.parse(now) - Date.parse(instant)) / 60_000;

/** The session's token in a line of cookies; whether it is one that was given out is for the library to say. */
const tokenIn = (cookie: string | undefined, name: string): string | undefined => {
  const found = cookie?.split(/;\s*/).find((each) => each.startsWith(`${name}=`));
  const value = found?.slice(name.length + 1);
  return value ? value.split('.')[0] : undefined;
};

const personIn = (visit: VisitRow, library: Pick<Library, 'find'>): SignedIn => ({
  id: visit.id,
  name: visit.name === '' ? visit.email : visit.name,
  email: visit.email,
  grants: inForce(library, visit.grants),
  administers: visit.administers.includes('') ? 'all' : visit.administers,
});

/** Takes the database, the library that signs in, the definitions and the clock. */
export const openVisits = (within: Within, auth: Auth, library: Pick<Library, 'find'>, now: () => string): Visits => {
  // A visit's own row ends it at once, so what the library said of its session holds for a minute.
  const given = new Map<string, string>();
  const isGivenOut = async (cookie: string, token: string, digest: string): Promise<boolean> => {
    const asked = given.get(digest);
    if (asked !== undefined && Math.abs(minutesFrom(asked, now())) < 1) return true;
    const is = (await auth.token(cookie)) === token;
    given.delete(digest);
    if (is) given.set(digest, now());
    for (const oldest of given.keys()) {
      if (given.size <= atMostKnown) break;
      given.delete(oldest);
    }
    return is;
  };
  const end = async (cookie: string | undefined): Promise<string[]> => {
    const token = tokenIn(cookie, auth.sessionCookie);
    if (token) await within(bySystem(), (db) => peopleStore.end(db, digestOf(token)));
    return (await auth.signOut(cookie)).cookies;
  };
  return {
    end,
    async of(cookie) {
      const token = tokenIn(cookie, auth.sessionCookie);
      if (!cookie || !token) return {};
      const digest = digestOf(token);
      const visit = await within(bySystem(), async (db) => {
        const found = await peopleStore.visit(db, digest);
        if (found && minutesFrom(found.seen, now()) >= 1 && minutesFrom(found.seen, now()) <= lasts.idle)
          await peopleStore.touch(db, digest, now());
        return found;
      });
      if (!visit || visit.gone) return {};
      const over = minutesFrom(visit.seen, now()) > lasts.idle || minutesFrom(visit.began, now()) > lasts.atMost;
      if (over) {
        // The row stays a while, so that what was being typed in another tab is known to be his as well.
        await auth.signOut(cookie);
        return { expired: visit.id };
      }
      if (!(await isGivenOut(cookie, token, digest))) return { expired: visit.id };
      return { signedIn: personIn(visit, library), acting: visit.acting, digest };
    },
    begin: (token, person) => within(bySystem(), (db) => peopleStore.begin(db, digestOf(token), person, now())),
    async follow(lines, person) {
      const line = lines.find((each) => each.startsWith(`${auth.sessionCookie}=`));
      const token = tokenIn(line?.split(';')[0], auth.sessionCookie);
      if (!token) return;
      await within(bySystem(), async (db) => {
        await peopleStore.endOthers(db, person, digestOf(token));
        await peopleStore.begin(db, digestOf(token), person, now());
      });
    },
    act: (digest, programme, role) => within(bySystem(), (db) => peopleStore.act(db, digest, programme, role)),
    async endAll(person) {
      await within(bySystem(), (db) => peopleStore.endAll(db, person));
      await auth.endAll(person);
    },
  };
};
