/** Which role to act in; and, of invented people, who to be. */
import { createElement } from 'react';
import { access, type PortalRoute } from '../../server/access/access.js';
import { actorIn } from '../../server/access/actor-of.js';
import type { Office } from '../office.js';
import { goTo, sendPage } from './answers.js';
import { enter } from './controller.js';
import { landingOf } from './landing.js';
import { Demonstration, type InventedPeople, WorkingAs } from './role-view.js';
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

/** Invented people by the programme where they have a role; whoever administers stands by himself, after all of them. */
const inProgrammes = (
  library: Office['library'],
  everybody: Awaited<ReturnType<Office['people']['demonstrators']>>,
): InventedPeople[] => {
  const slugs = [...new Set(everybody.flatMap(({ grants }) => grants.map(({ programme }) => programme)))].sort();
  const theirs = slugs.map((slug): InventedPeople => {
    const bundle = library.find(slug)?.loaded().bundle;
    const rank = ({ role }: { role: string }): number => bundle?.people.findIndex(({ id }) => id === role) ?? 0;
    const there = everybody
      .map((person) => ({ ...person, grants: person.grants.filter(({ programme }) => programme === slug) }))
      .filter(({ grants }) => grants.length > 0)
      .sort((a, b) => rank(a.grants[0] ?? { role: '' }) - rank(b.grants[0] ?? { role: '' }));
    return {
      title: bundle?.programme.title ?? 'A programme that is not here',
      people: there.map(({ id, name, grants }) => ({
        id,
        name,
        roles: grants.map(({ role, site }) => roleInWords(bundle, { role, ...(site !== undefined && { site }) })),
      })),
    };
  });
  const administrators = everybody.filter(({ administers }) => administers);
  return administrators.length === 0
    ? theirs
    : [
        ...theirs,
        {
          title: 'All programmes',
          people: administrators.map(({ id, name }) => ({ id, name, roles: ['Administers people, roles and sites'] })),
        },
      ];
};

/** There only where the portal shows what it does, on the machine of whoever looks. */
const demonstration = (office: Office): PortalRoute[] => {
  const { people, library } = office;
  return [
    {
      method: 'GET',
      url: '/demonstration',
      config: { access: access.anybody },
      async handler(_request, reply) {
        const content = createElement(Demonstration, {
          programmes: inProgrammes(library, await people.demonstrators()),
        });
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
