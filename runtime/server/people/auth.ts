/**
 * Signing in, as the library does it: codes by e-mail, passwords, second steps, sessions. It is asked by functions here and
 * has no address of its own on the server.
 *
 * The library reads the system's clock: codes and second steps run out by it, and one-time passwords of an app are
 * reckoned with it. Whatever else there is of time (idle visits, the longest a visit lasts, when a code was sent,
 * lock-outs, invitations, kept forms) goes by the server's one clock and is decided beside the library, in this folder.
 */
import { betterAuth } from 'better-auth';
import { emailOTP, twoFactor } from 'better-auth/plugins';
import type { Connections } from '../store/connections.js';

export interface AuthOptions {
  /** Connections of the role that is for the library alone, and sees its schema alone. */
  database: ReturnType<Connections['pool']>;
  secret: string;
  /** Where the server is, "https://example.org". Cookies are only for TLS where it begins with https. */
  url: string;
  sendCode(email: string, code: string): Promise<void>;
}

/** How the library answered. `cookies` are whole `Set-Cookie` lines, to be passed on as they are. */
export interface Answered {
  ok: boolean;
  cookies: string[];
  /** Of whoever is signed in by this. */
  token?: string;
  user?: { id: string; email: string; name: string };
  /** The password was right; now the second step. */
  secondStep?: boolean;
  body: Record<string, unknown>;
}

const minutes = 60;
/** Seconds: how long a code by e-mail can be used. */
export const codeLasts = 10 * minutes;

const settings = ({ database, secret, url, sendCode }: AuthOptions) => ({
  appName: 'Rubric',
  secret,
  baseURL: url,
  telemetry: { enabled: false },
  logger: { disabled: true },
  database,
  emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 128 },
  // How long a visit may last and how long it may be idle are said in people.ts; this is only an outer limit.
  session: { expiresIn: 24 * 60 * minutes, disableSessionRefresh: true, cookieCache: { enabled: false } },
  advanced: {
    cookiePrefix: 'rubric',
    useSecureCookies: url.startsWith('https:'),
    defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' as const, path: '/' },
  },
  plugins: [
    emailOTP({
      otpLength: 6,
      expiresIn: codeLasts,
      allowedAttempts: 5,
      storeOTP: 'hashed',
      sendVerificationOTP: ({ email, otp }) => sendCode(email, otp),
    }),
    twoFactor({
      issuer: 'Rubric',
      otpOptions: {
        period: codeLasts / minutes,
        storeOTP: 'hashed',
        sendOTP: ({ user, otp }) => sendCode(user.email, otp),
      },
      // Lock-outs are counted over every way of signing in, beside the library.
      accountLockout: { enabled: false },
    }),
  ],
});

const answered = async (response: Response): Promise<Answered> => {
  const body = ((await response.json().catch(() => null)) ?? {}) as Record<string, unknown>;
  const user = body.user as Answered['user'];
  return {
    ok: response.ok,
    cookies: response.headers.getSetCookie(),
    body,
    ...(typeof body.token === 'string' ? { token: body.token } : {}),
    ...(user ? { user: { id: user.id, email: user.email, name: user.name } } : {}),
    ...(body.twoFactorRedirect === true ? { secondStep: true } : {}),
  };
};

const from = (cookie: string | undefined): Headers => new Headers(cookie === undefined ? {} : { cookie });

/** What the server asks of the library. `cookie` is that line of the request. */
export const openAuth = (options: AuthOptions) => {
  const auth = betterAuth(settings(options));
  const { api } = auth;
  return {
    options: auth.options,
    /** Sends a code to an address, whoever's it is. */
    sendCode: async (email: string): Promise<Answered> =>
      answered(await api.sendVerificationOTP({ body: { email, type: 'sign-in' }, asResponse: true })),
    /** Signs in with a code; whoever is new is taken in. */
    withCode: async (email: string, otp: string, name?: string): Promise<Answered> =>
      answered(await api.signInEmailOTP({ body: { email, otp, ...(name ? { name } : {}) }, asResponse: true })),
    /** Signs somebody in who was known in another way: by an invitation, or by the demonstration. */
    known: async (email: string, name?: string): Promise<Answered> => {
      const otp = await api.createVerificationOTP({ body: { email, type: 'sign-in' } });
      return answered(await api.signInEmailOTP({ body: { email, otp, ...(name ? { name } : {}) }, asResponse: true }));
    },
    withPassword: async (email: string, password: string, cookie?: string): Promise<Answered> =>
      answered(await api.signInEmail({ body: { email, password }, headers: from(cookie), asResponse: true })),
    sendSecondStep: async (cookie: string | undefined): Promise<Answered> =>
      answered(await api.sendTwoFactorOTP({ body: {}, headers: from(cookie), asResponse: true })),
    secondStep: async (way: 'app' | 'code' | 'spare', code: string, cookie: string | undefined): Promise<Answered> => {
      const given = { body: { code }, headers: from(cookie), asResponse: true as const };
      if (way === 'app') return answered(await api.verifyTOTP(given));
      return answered(await (way === 'spare' ? api.verifyBackupCode(given) : api.verifyTwoFactorOTP(given)));
    },
    /** The token of the session that a request came with, if the library knows it. */
    async token(cookie: string | undefined): Promise<string | undefined> {
      if (cookie === undefined) return undefined;
      const found = await api.getSession({ headers: from(cookie) });
      return found?.session.token;
    },
    async hasPassword(person: string): Promise<boolean> {
      const account = await (await auth.$context).internalAdapter.findCredentialAccount(person);
      return typeof account?.password === 'string';
    },
    /** Whether an app gives the codes of his second step. */
    async hasApp(person: string): Promise<boolean> {
      const where = [{ field: 'userId', value: person }];
      const found = await (await auth.$context).adapter.findOne<{ verified: boolean }>({ model: 'twoFactor', where });
      return found?.verified === true;
    },
    /** Ends every session of somebody. */
    async endAll(person: string): Promise<void> {
      await (await auth.$context).internalAdapter.deleteUserSessions(person);
    },
    async rename(person: string, name: string): Promise<void> {
      await (await auth.$context).internalAdapter.updateUser(person, { name });
    },
    signOut: async (cookie: string | undefined): Promise<Answered> =>
      answered(await api.signOut({ headers: from(cookie), asResponse: true })),
    setPassword: async (newPassword: string, cookie: string | undefined): Promise<Answered> =>
      answered(await api.setPassword({ body: { newPassword }, headers: from(cookie), asResponse: true })),
    changePassword: async (was: string, newPassword: string, cookie: string | undefined): Promise<Answered> =>
      answered(
        await api.changePassword({
          body: { currentPassword: was, newPassword, revokeOtherSessions: true },
          headers: from(cookie),
          asResponse: true,
        }),
      ),
    /** Second steps by e-mail from now on. */
    stepByMail: async (password: string, cookie: string | undefined): Promise<Answered> =>
      answered(
        await api.enableTwoFactor({ body: { password, method: 'otp' }, headers: from(cookie), asResponse: true }),
      ),
    /** Begins setting an app up: its secret and the spare codes are in the body. It counts once a code was given. */
    stepByApp: async (password: string, cookie: string | undefined): Promise<Answered> =>
      answered(
        await api.enableTwoFactor({ body: { password, method: 'totp' }, headers: from(cookie), asResponse: true }),
      ),
    confirmApp: async (code: string, cookie: string | undefined): Promise<Answered> =>
      answered(await api.verifyTOTP({ body: { code }, headers: from(cookie), asResponse: true })),
    /** The session cookie's name, which says more where it is for TLS only. */
    sessionCookie: `${options.url.startsWith('https:') ? '__Secure-' : ''}rubric.session_token`,
  };
};
export type Auth = ReturnType<typeof openAuth>;
