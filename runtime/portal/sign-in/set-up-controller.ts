/** Passwords and second steps of whoever is signed in; and what was being typed when somebody was signed out. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { access, type PortalRoute } from '../../server/access/access.js';
import { addCookies } from '../../server/access/csrf.js';
import { SignInFirst } from '../../server/access/faults.js';
import type { Answered } from '../../server/people/auth.js';
import type { Office } from '../office.js';
import { type Faults, goTo, sendPage } from './answers.js';
import { timeZoneOf } from './controller.js';
import { flatFields, writtenTexts } from './kept-presenter.js';
import { AppPage, KeptPage, SetUpPage } from './set-up-view.js';
import { codeTyped, passwordFault, typed } from './typed.js';
import { lockedUntil } from './words.js';

const back = { href: '/working-as', words: 'Back' };
const few = { access: access.signedIn, rateLimit: { max: 120, timeWindow: '1 minute' } };

/** A password as it was typed, spaces and all. */
const secret = (request: FastifyRequest, name: string): string => {
  const value = (request.body as Record<string, unknown> | null)?.[name];
  return typeof value === 'string' ? value.slice(0, 1_000) : '';
};

export const setUpRoutes = (office: Office): PortalRoute[] => {
  const { people } = office;
  const me = async (request: FastifyRequest) => {
    const signedIn = await people.door.signedIn(request);
    if (!signedIn) throw new SignInFirst();
    return signedIn;
  };
  const show = async (request: FastifyRequest, reply: FastifyReply, faults: Faults = {}, said?: string) => {
    const { id, name } = await me(request);
    const [hasPassword, hasApp] = [await people.auth.hasPassword(id), await people.auth.hasApp(id)];
    const content = createElement(SetUpPage, { hasPassword, hasApp, said, faults });
    return sendPage(reply, { title: 'How you sign in', back, visitor: { name } }, content, faults);
  };
  /** Tries a password of somebody who is signed in already; wrong ones count as they do at the door. */
  const tried = async (
    request: FastifyRequest,
    ask: () => Promise<Answered>,
  ): Promise<Answered | { because: string }> => {
    const { email } = await me(request);
    const until = await people.attempts.begin(email);
    if (until) return { because: lockedUntil(until, await timeZoneOf(office)) };
    const answer = await ask();
    if (answer.ok) await people.attempts.right(email);
    else await people.attempts.wrong(email);
    return answer.ok ? answer : { because: 'That is not your password.' };
  };
  /** The library gives another session where the ways of signing in change. */
  const follow = async (request: FastifyRequest, reply: FastifyReply, answer: Answered): Promise<void> => {
    await people.visits.follow(answer.cookies, (await me(request)).id);
    addCookies(reply, answer.cookies);
  };

  const choose = async (request: FastifyRequest, reply: FastifyReply) => {
    const { id } = await me(request);
    const [was, password] = [secret(request, 'was'), secret(request, 'password')];
    const has = await people.auth.hasPassword(id);
    const wrong = passwordFault(password);
    const faults: Faults = {
      ...(has && was === '' ? { was: 'Enter your password now.' } : {}),
      ...(wrong ? { password: wrong } : {}),
    };
    if (Object.keys(faults).length > 0) return show(request, reply, faults);
    const { cookie } = request.headers;
    if (has) {
      const answer = await tried(request, () => people.auth.changePassword(was, password, cookie));
      if ('because' in answer) return show(request, reply, { was: answer.because });
      await follow(request, reply, answer);
    } else {
      await people.auth.setPassword(password, cookie);
      await follow(request, reply, await people.auth.stepByMail(password, cookie));
    }
    return goTo(reply, '/sign-in/set-up?done=password');
  };

  const beginApp = async (request: FastifyRequest, reply: FastifyReply) => {
    const password = secret(request, 'current');
    if (password === '') return show(request, reply, { current: 'Enter your password.' });
    const answer = await tried(request, () => people.auth.stepByApp(password, request.headers.cookie));
    if ('because' in answer) return show(request, reply, { current: answer.because });
    const { totpURI, backupCodes } = answer.body as { totpURI: string; backupCodes: string[] };
    people.signingIn.write(reply, { address: totpURI, spare: backupCodes.join(' ') });
    return goTo(reply, '/sign-in/set-up/app');
  };

  const showApp = (request: FastifyRequest, reply: FastifyReply, faults: Faults = {}) => {
    const { address, spare } = people.signingIn.read(request) ?? {};
    if (!address || !spare) return goTo(reply, '/sign-in/set-up');
    const key = new URL(address).searchParams.get('secret') ?? '';
    const content = createElement(AppPage, {
      address,
      groups: key.match(/.{1,4}/g) ?? [],
      spare: spare.split(' '),
      faults,
    });
    return sendPage(
      reply,
      { title: 'Set up the app', back: { href: '/sign-in/set-up', words: 'Back' } },
      content,
      faults,
    );
  };

  const confirmApp = async (request: FastifyRequest, reply: FastifyReply) => {
    const taken = codeTyped(typed(request, 'code'));
    if ('faults' in taken) return showApp(request, reply, taken.faults);
    const answer = await tried(request, () => people.auth.confirmApp(taken.code, request.headers.cookie));
    if ('because' in answer)
      return showApp(request, reply, {
        code: 'The app shows another code now. Check that the phone has the right time.',
      });
    await follow(request, reply, answer);
    people.signingIn.write(reply, undefined);
    return goTo(reply, '/sign-in/set-up?done=app');
  };

  const said: Record<string, string> = {
    password:
      'Your password is set. The next time you use it you are asked for a code as well. On other devices you are signed out.',
    app: 'The app gives your codes from now on. On other devices you are signed out.',
  };

  const showKept = async (request: FastifyRequest, reply: FastifyReply) => {
    const kept = await people.kept.find(request, (await me(request)).id);
    // It was sent, or it is more than an hour ago.
    if (!kept) return goTo(reply, '/sign-in/on');
    const content = createElement(KeptPage, {
      page: kept.page,
      action: kept.action,
      fields: flatFields(kept.body),
      texts: writtenTexts(kept.body),
    });
    return sendPage(reply, { title: 'What you had typed' }, content);
  };

  return [
    {
      method: 'GET',
      url: '/sign-in/set-up',
      config: { access: access.signedIn },
      handler: async (request, reply) =>
        show(request, reply, {}, said[String((request.query as { done?: unknown }).done)]),
    },
    { method: 'POST', url: '/sign-in/set-up/password', config: few, handler: choose },
    { method: 'POST', url: '/sign-in/set-up/app', config: few, handler: beginApp },
    {
      method: 'GET',
      url: '/sign-in/set-up/app',
      config: { access: access.signedIn },
      handler: async (request, reply) => showApp(request, reply),
    },
    { method: 'POST', url: '/sign-in/set-up/app/confirm', config: few, handler: confirmApp },
    { method: 'GET', url: '/sign-in/kept', config: { access: access.signedIn }, handler: showKept },
  ];
};
