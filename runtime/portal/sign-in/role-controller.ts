/** Which role to act in; and, of invented people, who to be. */
import { createElement } from 'react';
import { access, type PortalRoute } from '../../server/access/access.js';
import { actorIn } from '../../server/access/actor-of.js';
import type { Office } from '../office.js';
import { goTo, sendPage } from './answers.js';
import { enter } from './controller.js';
import { landingOf } from './landing.js';
import { Demonstration, WorkingAs } from './role-view.js';
import { presentRoles, roleInWords } from './roles-presenter.js';
import { typed } from './typed.js';

const workingAs = ({ people, library }: Office): PortalRoute[] => [
  {
    method: 'GET',
    url: '/working-as',
    config: { access: access.signedIn },
    async handler(request, reply) {
      const { signedIn, acting } = await people.door.presence(request);
      const content = createElement(WorkingAs, {
        roles: presentRoles(library, signedIn?.grants ?? [], acting ?? {}),
        administers: (signedIn?.administers.length ?? 0) > 0,
        hasPassword: signedIn ? await people.auth.hasPassword(signedIn.id) : false,
      });
      const visitor = signedIn ? { visitor: { name: signedIn.name } } : {};
      return sendPage(reply, { title: 'Where to work', back: { href: '/', words: 'Programmes' }, ...visitor }, content);
    },
  },
  {
    method: 'POST',
    url: '/working-as',
    config: { access: access.signedIn },
    async handler(request, reply) {
      const [programme, role] = [typed(request, 'programme'), typed(request, 'role')];
      const came = await people.door.presence(request);
      const acting = { ...came.acting, [programme]: role };
      const actor = actorIn(library, { ...came, acting }, programme, false);
      if (!actor || actor.role !== role || !came.signedIn || !came.digest) return goTo(reply, '/working-as');
      await people.visits.act(came.digest, programme, role);
      const there = came.signedIn.grants.filter((grant) => grant.programme === programme);
      return goTo(reply, landingOf(library, { ...came.signedIn, grants: there }, acting));
    },
  },
];

/** There only where the portal shows what it does, on the machine of whoever looks. */
const demonstration = (office: Office): PortalRoute[] => {
  const { people, library } = office;
  return [
    {
      method: 'GET',
      url: '/demonstration',
      config: { access: access.anybody },
      async handler(_request, reply) {
        const everybody = (await people.demonstrators()).map(({ id, name, grants, administers }) => ({
          id,
          name,
          roles: [
            ...grants.map(({ programme, ...grant }) => {
              const bundle = library.find(programme)?.loaded().bundle;
              return `${roleInWords(bundle, grant)} (${bundle?.programme.title ?? 'a programme that is not here'})`;
            }),
            ...(administers ? ['Administers people, roles and sites'] : []),
          ],
        }));
        const content = createElement(Demonstration, { people: everybody });
        return sendPage(reply, { title: 'Try it', back: { href: '/', words: 'Programmes' } }, content);
      },
    },
    {
      method: 'POST',
      url: '/demonstration',
      config: { access: access.anybody },
      async handler(request, reply) {
        const wanted = typed(request, 'person');
        const person = (await people.demonstrators()).find(({ id }) => id === wanted);
        if (!person) return goTo(reply, '/demonstration');
        return enter(office, request, reply, await people.signIn.known(person.email));
      },
    },
  ];
};

export const roleRoutes = (office: Office): PortalRoute[] => [
  ...workingAs(office),
  ...(office.people.demonstration ? demonstration(office) : []),
];
