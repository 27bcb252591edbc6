/** People of a programme: who is there, inviting, giving and taking roles, leaving. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { access, type PortalRoute } from '../../server/access/access.js';
import type { Outcome, WantedRole } from '../../server/people/grants.js';
import { NotFound } from '../error-page/faults.js';
import type { Office } from '../office.js';
import { type Faults, goTo, sendPage } from '../sign-in/answers.js';
import { emailTyped, typed } from '../sign-in/typed.js';
import { type AdministrationOf, addressOf, administrationFrame, administrationOf } from './frame.js';
import { presentInvitations, presentPeople, presentPerson, roleOptions, siteOptions } from './people-presenter.js';
import { InvitePage, PeoplePage, PersonPage } from './people-view.js';

const config = { access: access.administrators };
const said: Record<string, string> = {
  invited: 'The invitation is on its way.',
  'taken-back': 'The invitation does not work any more.',
  given: 'The role is given. It counts at once.',
  taken: 'The role is taken away. It counts at once.',
  left: 'All roles are taken away, and every session has ended.',
};
const saidIn = (request: FastifyRequest): string | undefined =>
  said[String((request.query as { done?: unknown }).done)];

/** Only a digest of it is kept, so that it is shown this once. */
const handOverWords = ({ protocol, host }: FastifyRequest, email: string, path: string): string =>
  `No mail is sent from here. Give this link to ${email} yourself; it works once, and is not shown again: ${protocol}://${host}${path}`;

/** The role and the site that were chosen. */
const wantedOf = (request: FastifyRequest): WantedRole => {
  const [role, site] = [typed(request, 'role'), typed(request, 'site')];
  return { role, ...(site === '' ? {} : { site }) };
};

export const peopleRoutes = (office: Office): PortalRoute[] => {
  const { people } = office;
  const base = '/administration/programmes/:programme';

  const showInvite = (reply: FastifyReply, of: AdministrationOf, shown: Record<string, string>, faults: Faults) => {
    const here = addressOf(of.programme);
    const content = createElement(InvitePage, {
      base: here,
      roles: roleOptions(of.bundle),
      sites: siteOptions(of.bundle),
      shown,
      faults,
    });
    const frame = administrationFrame('Invite somebody', of.by, 'people', of, { href: here, words: 'People' });
    return sendPage(reply, frame, content, faults);
  };

  const showPeople = async (reply: FastifyReply, of: AdministrationOf, words: string | undefined) => {
    const { inside, outside } = presentPeople(of.bundle, await people.grants.peopleOf(of.programme));
    const content = createElement(PeoplePage, {
      base: addressOf(of.programme),
      inside,
      outside,
      invitations: presentInvitations(of.bundle, await people.invitations.open(of.programme)),
      said: words,
    });
    const back = { href: '/administration', words: 'Administration' };
    return sendPage(reply, administrationFrame('People', of.by, 'people', of, back), content);
  };

  const invite = async (request: FastifyRequest, reply: FastifyReply) => {
    const of = await administrationOf(office, request);
    const [email, wanted] = [typed(request, 'email'), wantedOf(request)];
    const shown = { email, role: wanted.role, site: wanted.site ?? '' };
    const address = emailTyped(email);
    const faults: Faults = {
      ...('faults' in address
        ? { email: 'Enter the e-mail address of whoever you invite, like name@example.org.' }
        : {}),
      ...(wanted.role === '' ? { role: 'Choose a role.' } : {}),
    };
    if ('faults' in address || wanted.role === '') return showInvite(reply, of, shown, faults);
    const administers = wanted.role === '*';
    const outcome = await people.invitations.invite(of.by, {
      programme: of.programme,
      email: address.email,
      roles: administers ? [] : [wanted],
      administers,
    });
    if (outcome.kind === 'refused') return showInvite(reply, of, shown, { role: outcome.because });
    if (outcome.path !== undefined) return showPeople(reply, of, handOverWords(request, address.email, outcome.path));
    return goTo(reply, addressOf(of.programme, '?done=invited'));
  };

  const personOf = async (request: FastifyRequest) => {
    const of = await administrationOf(office, request);
    const { person: id } = request.params as { person: string };
    const person = (await people.grants.peopleOf(of.programme)).find((each) => each.id === id);
    if (!person) throw new NotFound('There is no page at this address.');
    return { of, person, here: addressOf(of.programme, `/people/${id}`) };
  };

  const showPerson = async (request: FastifyRequest, reply: FastifyReply, faults: Faults = {}) => {
    const { of, person } = await personOf(request);
    const wanted = wantedOf(request);
    const content = createElement(PersonPage, {
      base: addressOf(of.programme),
      person: presentPerson(of.bundle, person),
      roles: roleOptions(of.bundle),
      sites: siteOptions(of.bundle),
      shown: { role: wanted.role, site: wanted.site ?? '' },
      faults,
      isSelf: person.id === of.by.id,
      said: saidIn(request),
    });
    const back = { href: addressOf(of.programme), words: 'People' };
    const title = person.name || person.email;
    return sendPage(reply, administrationFrame(title, of.by, 'people', of, back), content, faults);
  };

  /** Something about one person; refused, the page is shown again with the sentence. */
  const change =
    (done: string, act: (of: AdministrationOf, person: string, wanted: WantedRole) => Promise<Outcome>) =>
    async (request: FastifyRequest, reply: FastifyReply) => {
      const { of, person, here } = await personOf(request);
      const outcome = await act(of, person.id, wantedOf(request));
      if (outcome.kind === 'refused') return showPerson(request, reply, { role: outcome.because });
      const gone = done === 'left' || !(await people.grants.peopleOf(of.programme)).some(({ id }) => id === person.id);
      return goTo(reply, gone ? addressOf(of.programme, `?done=${done}`) : `${here}?done=${done}`);
    };

  return [
    {
      method: 'GET',
      url: base,
      config,
      async handler(request, reply) {
        return showPeople(reply, await administrationOf(office, request), saidIn(request));
      },
    },
    {
      method: 'GET',
      url: `${base}/invite`,
      config,
      handler: async (request, reply) => showInvite(reply, await administrationOf(office, request), {}, {}),
    },
    { method: 'POST', url: `${base}/invite`, config, handler: invite },
    {
      method: 'POST',
      url: `${base}/invitations/:invitation`,
      config,
      async handler(request, reply) {
        const { programme } = await administrationOf(office, request);
        await people.invitations.takeBack(programme, (request.params as { invitation: string }).invitation);
        return goTo(reply, addressOf(programme, '?done=taken-back'));
      },
    },
    {
      method: 'GET',
      url: `${base}/people/:person`,
      config,
      handler: async (request, reply) => showPerson(request, reply),
    },
    {
      method: 'POST',
      url: `${base}/people/:person/give`,
      config,
      handler: change('given', async (of, person, wanted) =>
        wanted.role === ''
          ? { kind: 'refused', because: 'Choose a role.' }
          : people.grants.give(of.by, of.programme, person, wanted),
      ),
    },
    {
      method: 'POST',
      url: `${base}/people/:person/take`,
      config,
      handler: change('taken', (of, person, wanted) => people.grants.take(of.by, of.programme, person, wanted)),
    },
    {
      method: 'POST',
      url: `${base}/people/:person/leave`,
      config,
      handler: change('left', (of, person) => people.grants.leave(of.by, of.programme, person)),
    },
  ];
};
