/** What becomes of a link that somebody was sent. It works once, and is not used up by looking at it. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { access, type PortalRoute } from '../../server/access/access.js';
import type { Invited } from '../../server/people/invitations.js';
import { NotFound } from '../error-page/faults.js';
import type { Office } from '../office.js';
import { type Faults, sendPage } from './answers.js';
import { enter } from './controller.js';
import { InvitationPage } from './invitation-view.js';
import { roleInWords } from './roles-presenter.js';
import { emailTyped, typed } from './typed.js';

const gone = (): NotFound =>
  new NotFound('This invitation was used already, or is older than 7 days. Ask whoever sent it for another one.');

/** Takes what was typed, gives who he is, or the faults. */
const readAcceptance = (request: FastifyRequest, invited: Invited) => {
  const [name, email] = [typed(request, 'name'), typed(request, 'email')];
  const address = invited.email === undefined ? emailTyped(email) : { email: invited.email };
  const faults: Faults = {
    ...(name === '' ? { name: 'Enter your name.' } : name.length > 100 ? { name: 'Enter a shorter name.' } : {}),
    ...('faults' in address ? address.faults : {}),
  };
  return Object.keys(faults).length > 0 || 'faults' in address
    ? { faults, shown: { name, email } }
    : { name, email: address.email };
};

export const invitationRoutes = (office: Office): PortalRoute[] => {
  const { people, library } = office;
  const tokenOf = (request: FastifyRequest): string => (request.params as { token: string }).token;
  const find = async (request: FastifyRequest): Promise<Invited> => {
    const invited = await people.invitations.find(tokenOf(request));
    if (!invited) throw gone();
    return invited;
  };
  const show = (
    request: FastifyRequest,
    reply: FastifyReply,
    invited: Invited,
    shown: { name?: string; email?: string } = {},
    faults: Faults = {},
  ) => {
    const bundle = library.find(invited.programme)?.loaded().bundle;
    const content = createElement(InvitationPage, {
      action: `/invitation/${tokenOf(request)}`,
      email: invited.email,
      title: bundle?.programme.title ?? (invited.email === undefined ? undefined : 'Rubric'),
      roles: invited.roles.map((role) => roleInWords(bundle, role)),
      administers: invited.administers,
      shown,
      faults,
    });
    return sendPage(reply, { title: 'Invitation' }, content, faults);
  };

  return [
    {
      method: 'GET',
      url: '/invitation/:token',
      config: { access: access.anybody },
      handler: async (request, reply) => show(request, reply, await find(request)),
    },
    {
      method: 'POST',
      url: '/invitation/:token',
      config: { access: access.anybody, rateLimit: { max: 120, timeWindow: '1 minute' } },
      async handler(request, reply) {
        const invited = await find(request);
        const taken = readAcceptance(request, invited);
        if ('faults' in taken) return show(request, reply, invited, taken.shown, taken.faults);
        const entered = await people.invitations.accept(tokenOf(request), taken);
        if (!entered) throw gone();
        if (entered.kind === 'refused') return show(request, reply, invited, taken, { page: entered.because });
        return enter(office, request, reply, entered);
      },
    },
  ];
};
