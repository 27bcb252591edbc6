/** Signing in and out. All forms work without a script; what the library gives as cookies is passed on as it is. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { access, type PortalRoute } from '../../server/access/access.js';
import { addCookies } from '../../server/access/csrf.js';
import type { Entered } from '../../server/people/sign-in.js';
import type { Office } from '../office.js';
import { claimTold } from '../referring/told-sender.js';
import { type Faults, goTo, sendPage } from './answers.js';
import { landingOf } from './landing.js';
import { codeTyped, emailTyped, nextOf, typed } from './typed.js';
import { CodePage, PasswordPage, SecondStepPage, SignInPage } from './view.js';
import { lockedUntil, sentTooOften, staleCode, wrongCode, wrongPassword, wrongStep } from './words.js';

/** Requests of one address in a minute, to what can be guessed at. */
const few = { rateLimit: { max: 120, timeWindow: '1 minute' } };
const anybody = { access: access.anybody, ...few };

const home = { href: '/', words: 'Programmes' };

/** Where people are, for times in sentences: where the first programme is. */
export const timeZoneOf = async ({ library }: Pick<Office, 'library'>): Promise<string> => {
  const [first] = await library.all();
  return first?.definition.loaded().bundle?.programme.timeZone ?? 'Europe/London';
};

/** Somebody has come in: what came of it is put on record, and he goes on to where he wanted to go. */
export const enter = async (
  { people }: Pick<Office, 'people'>,
  request: FastifyRequest,
  reply: FastifyReply,
  entered: Extract<Entered, { kind: 'in' }>,
  next?: string,
): Promise<FastifyReply> => {
  await people.audit.record({
    person: entered.person,
    act: 'sign-in',
    route: `POST ${request.routeOptions.url}`,
    answer: 303,
  });
  // Whoever was signed in here before is not any more.
  await people.visits.end(request.headers.cookie);
  people.signingIn.write(reply, undefined);
  addCookies(reply, entered.cookies);
  return goTo(reply, next ?? '/sign-in/on');
};

const faultsOf = (field: string, entered: Entered, wrong: string, timeZone: string): Faults => {
  if (entered.kind === 'locked') return { [field]: lockedUntil(entered.until, timeZone) };
  return { [field]: entered.kind === 'stale' ? staleCode : wrong };
};

export const signInRoutes = (office: Office): PortalRoute[] => {
  const { people } = office;

  /** An attempt that did not work is put on record without what was tried. */
  const failed = (request: FastifyRequest): Promise<void> =>
    people.audit.record({ person: '', act: 'refused', route: `POST ${request.routeOptions.url}`, answer: 422 });

  const askForEmail = (reply: FastifyReply, next: string | undefined, email?: string, faults?: Faults) =>
    sendPage(
      reply,
      { title: 'Sign in', back: home },
      createElement(SignInPage, { next, email, faults: faults ?? {} }),
      faults,
    );
  const askForCode = (reply: FastifyReply, email: string, faults?: Faults, again = false) =>
    sendPage(
      reply,
      { title: 'Check your e-mail', back: { href: '/sign-in', words: 'Back' } },
      createElement(CodePage, { email, faults: faults ?? {}, again }),
      faults,
    );
  const askForPassword = (reply: FastifyReply, next: string | undefined, email?: string, faults?: Faults) =>
    sendPage(
      reply,
      { title: 'Sign in with a password', back: home },
      createElement(PasswordPage, { next, email, faults: faults ?? {} }),
      faults,
    );
  const askForStep = (reply: FastifyReply, words: Record<string, string>, faults?: Faults) =>
    sendPage(
      reply,
      { title: 'One more step', back: { href: '/sign-in/password', words: 'Back' } },
      createElement(SecondStepPage, {
        app: words.app === 'yes',
        sent: words.sent === 'yes',
        email: words.email,
        faults: faults ?? {},
      }),
      faults,
    );

  const send = async (reply: FastifyReply, email: string, next: string | undefined, again: boolean) => {
    const sent = await people.signIn.sendCode(email);
    people.signingIn.write(reply, { email, ...(next ? { next } : {}), ...(again ? { again: 'yes' } : {}) });
    if (sent.kind === 'sent') return goTo(reply, '/sign-in/code');
    return askForCode(reply, email, { code: sentTooOften(sent.until, await timeZoneOf(office)) });
  };

  return [
    {
      method: 'GET',
      url: '/sign-in',
      config: { access: access.anybody },
      handler: async (request, reply) => askForEmail(reply, nextOf(request)),
    },
    {
      method: 'POST',
      url: '/sign-in',
      config: anybody,
      async handler(request, reply) {
        const text = typed(request, 'email');
        const taken = emailTyped(text);
        if ('faults' in taken) return askForEmail(reply, nextOf(request), text, taken.faults);
        return send(reply, taken.email, nextOf(request), false);
      },
    },
    {
      method: 'POST',
      url: '/sign-in/again',
      config: anybody,
      async handler(request, reply) {
        const words = people.signingIn.read(request);
        return words?.email ? send(reply, words.email, words.next, true) : goTo(reply, '/sign-in');
      },
    },
    {
      method: 'GET',
      url: '/sign-in/code',
      config: { access: access.anybody },
      async handler(request, reply) {
        const words = people.signingIn.read(request);
        return words?.email ? askForCode(reply, words.email, {}, words.again === 'yes') : goTo(reply, '/sign-in');
      },
    },
    {
      method: 'POST',
      url: '/sign-in/code',
      config: anybody,
      async handler(request, reply) {
        const { email, next } = people.signingIn.read(request) ?? {};
        if (!email) return goTo(reply, '/sign-in');
        const taken = codeTyped(typed(request, 'code'));
        if ('faults' in taken) return askForCode(reply, email, taken.faults);
        const entered = await people.signIn.withCode(email, taken.code);
        if (entered.kind === 'in') {
          await claimTold(office, { email, person: entered.person, route: `POST ${request.routeOptions.url}` });
          return enter(office, request, reply, entered, next);
        }
        await failed(request);
        return askForCode(reply, email, faultsOf('code', entered, wrongCode, await timeZoneOf(office)));
      },
    },
    {
      method: 'GET',
      url: '/sign-in/password',
      config: { access: access.anybody },
      handler: async (request, reply) => askForPassword(reply, nextOf(request)),
    },
    {
      method: 'POST',
      url: '/sign-in/password',
      config: anybody,
      async handler(request, reply) {
        const [text, next] = [typed(request, 'email'), nextOf(request)];
        const password = (request.body as { password?: unknown }).password;
        const taken = emailTyped(text);
        const faults: Faults = {
          ...('faults' in taken ? taken.faults : {}),
          ...(typeof password === 'string' && password !== '' ? {} : { password: 'Enter your password.' }),
        };
        if ('faults' in taken || typeof password !== 'string' || password === '')
          return askForPassword(reply, next, text, faults);
        const entered = await people.signIn.withPassword(taken.email, password, request.headers.cookie);
        if (entered.kind === 'second-step') {
          people.signingIn.write(reply, {
            email: taken.email,
            ...(next ? { next } : {}),
            ...(entered.app ? { app: 'yes' } : { sent: 'yes' }),
          });
          addCookies(reply, entered.cookies);
          return goTo(reply, '/sign-in/second-step');
        }
        await failed(request);
        return askForPassword(
          reply,
          next,
          text,
          faultsOf('password', entered, wrongPassword, await timeZoneOf(office)),
        );
      },
    },
    {
      method: 'GET',
      url: '/sign-in/second-step',
      config: { access: access.anybody },
      async handler(request, reply) {
        const words = people.signingIn.read(request);
        return words?.email ? askForStep(reply, words) : goTo(reply, '/sign-in/password');
      },
    },
    {
      method: 'POST',
      url: '/sign-in/second-step/send',
      config: anybody,
      async handler(request, reply) {
        const words = people.signingIn.read(request);
        if (!words?.email) return goTo(reply, '/sign-in/password');
        const until = await people.signIn.sendSecondStep(words.email, request.headers.cookie);
        if (until) return askForStep(reply, words, { code: sentTooOften(until, await timeZoneOf(office)) });
        people.signingIn.write(reply, { ...words, sent: 'yes' });
        return goTo(reply, '/sign-in/second-step');
      },
    },
    {
      method: 'POST',
      url: '/sign-in/second-step',
      config: anybody,
      async handler(request, reply) {
        const words = people.signingIn.read(request);
        if (!words?.email) return goTo(reply, '/sign-in/password');
        const chosen = typed(request, 'way');
        const way = words.app !== 'yes' ? 'code' : chosen === 'code' || chosen === 'spare' ? chosen : 'app';
        const text = typed(request, 'code');
        const taken = way === 'spare' && text !== '' ? { code: text } : codeTyped(text);
        if ('faults' in taken) return askForStep(reply, words, taken.faults);
        const entered = await people.signIn.secondStep(words.email, way, taken.code, request.headers.cookie);
        if (entered.kind === 'in') return enter(office, request, reply, entered, words.next);
        await failed(request);
        return askForStep(reply, words, faultsOf('code', entered, wrongStep, await timeZoneOf(office)));
      },
    },
    {
      method: 'GET',
      url: '/sign-in/on',
      config: { access: access.signedIn, recordedAs: 'none' },
      async handler(request, reply) {
        const { signedIn, acting } = await people.door.presence(request);
        return goTo(reply, signedIn ? landingOf(office.library, signedIn, acting ?? {}) : '/');
      },
    },
    {
      method: 'POST',
      url: '/sign-out',
      config: { access: access.anybody },
      async handler(request, reply) {
        const { signedIn } = await people.door.presence(request);
        if (signedIn)
          await people.audit.record({ person: signedIn.id, act: 'sign-out', route: 'POST /sign-out', answer: 303 });
        addCookies(reply, await people.visits.end(request.headers.cookie));
        return goTo(reply, '/');
      },
    },
  ];
};
