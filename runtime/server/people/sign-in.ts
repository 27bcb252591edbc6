/** The ways of signing in. Each answers the same whether or not an address is anybody's. */
import { bySystem, peopleStore, type Within } from '../store/people-store.js';
import type { Attempts } from './attempts.js';
import { type Answered, type Auth, codeLasts } from './auth.js';
import type { Visits } from './visits.js';

/** How an attempt came out. `cookies` are to be passed on as they are. */
export type Entered =
  | { kind: 'in'; cookies: string[]; person: string }
  /** The password was right; a code has been sent, unless an app gives it. */
  | { kind: 'second-step'; cookies: string[]; app: boolean }
  | { kind: 'wrong' }
  /** The code is older than it may be. */
  | { kind: 'stale' }
  /** Too many attempts: none is looked at until that instant. */
  | { kind: 'locked'; until: string };

export interface SignIn {
  /** Sends a code. Gives the instant until which none is sent, where there were too many. */
  sendCode(email: string): Promise<{ kind: 'sent' } | { kind: 'locked'; until: string }>;
  withCode(email: string, code: string): Promise<Entered>;
  withPassword(email: string, password: string, cookie: string | undefined): Promise<Entered>;
  /** `app`: a code of an app. `code`: one that was sent. `spare`: one of those to be kept for when the app is lost. */
  secondStep(email: string, way: 'app' | 'code' | 'spare', code: string, cookie?: string): Promise<Entered>;
  /** Gives the instant until which none is sent, where there were too many. */
  sendSecondStep(email: string, cookie: string | undefined): Promise<string | undefined>;
  /** Signs in whoever was known by other means. */
  known(email: string, name?: string): Promise<Extract<Entered, { kind: 'in' }>>;
}

/** As addresses are compared. */
export const asEmail = (typed: string): string => typed.trim().toLowerCase();

/** What a browser would send back of cookies that it was just given. */
const cookieOf = (lines: readonly string[]): string => lines.map((line) => line.split(';')[0]).join('; ');

interface Parts {
  within: Within;
  auth: Auth;
  attempts: Attempts;
  visits: Visits;
  now: () => string;
}

/** Takes the library and what is counted and kept beside it. */
export const openSignIn = ({ within, auth, attempts, visits, now }: Parts): SignIn => {
  const hasLeft = (email: string): Promise<boolean> =>
    within(bySystem(), async (db) => Boolean((await peopleStore.person(db, { email }))?.gone));

  const entered = async (answer: Answered): Promise<Extract<Entered, { kind: 'in' }>> => {
    const { user, token } = answer;
    if (!user || !token) throw new Error('The library signed somebody in and did not say whom.');
    await within(bySystem(), (db) => peopleStore.keep(db, user));
    await visits.begin(token, user.id);
    return { kind: 'in', cookies: answer.cookies, person: user.id };
  };

  const sendSecondStep = async (email: string, cookie: string | undefined): Promise<string | undefined> => {
    const until = await attempts.sending(email);
    if (!until) await auth.sendSecondStep(cookie);
    return until;
  };

  const attempt = async (email: string, ask: () => Promise<Answered | undefined>): Promise<Entered> => {
    const until = await attempts.begin(email);
    if (until) return { kind: 'locked', until };
    const answer = await ask();
    if (answer?.secondStep) {
      // The try counts until the second step is done as well.
      const app = (answer.body.twoFactorMethods as unknown[] | undefined)?.includes('totp') ?? false;
      if (!app) await sendSecondStep(email, cookieOf(answer.cookies));
      return { kind: 'second-step', cookies: answer.cookies, app };
    }
    if (answer?.ok && answer.token) {
      await attempts.right(email);
      return entered(answer);
    }
    const locked = await attempts.wrong(email);
    return locked ? { kind: 'locked', until: locked } : { kind: 'wrong' };
  };

  const isStale = async (email: string): Promise<boolean> => {
    const sent = await attempts.sentAt(email);
    return sent === undefined || Date.parse(now()) - Date.parse(sent) > codeLasts * 1000;
  };

  return {
    sendSecondStep,
    async sendCode(email) {
      const until = await attempts.sending(email);
      if (until) return { kind: 'locked', until };
      if (!(await hasLeft(email))) await auth.sendCode(email);
      return { kind: 'sent' };
    },
    async withCode(email, code) {
      if (await isStale(email)) return { kind: 'stale' };
      return attempt(email, async () => ((await hasLeft(email)) ? undefined : auth.withCode(email, code)));
    },
    async withPassword(email, password, cookie) {
      return attempt(email, async () => {
        if (await hasLeft(email)) return undefined;
        const answer = await auth.withPassword(email, password, cookie);
        if (!answer.ok || answer.secondStep) return answer;
        // A password alone is not enough: that session is ended, and this way in is as good as wrong.
        if (answer.user) await auth.endAll(answer.user.id);
        return undefined;
      });
    },
    async secondStep(email, way, code, cookie) {
      if (way === 'code' && (await isStale(email))) return { kind: 'stale' };
      return attempt(email, () => auth.secondStep(way, code, cookie));
    },
    async known(email, name) {
      return entered(await auth.known(email, name));
    },
  };
};
