import { createElement } from 'react';
import { access, type PortalRoute } from '../../server/access/access.js';
import type { Actor } from '../../server/access/actor.js';
import { isDemonstration } from '../layout/demonstration.js';
import { renderPage } from '../layout/render.js';
import { staffFrame } from '../layout/staff-frame.js';
import { bundleOf, type Office } from '../office.js';
import { localDay } from '../words/dates.js';
import { lastDayFrom, presentToday, type StandsFor, type Waiting } from './presenter.js';
import { Today } from './view.js';

/** Where all is invented every page says so, and no line has to. */
const marked = ({ line, item }: Waiting): Waiting => ({
  line: { ...line, demonstration: line.demonstration && !isDemonstration() },
  item,
});

/** What waits for the role that somebody acts in, or for anybody who works here; each once. */
const waitingFor = async (
  office: Office,
  actor: Actor,
  roles: readonly string[],
  until: string,
): Promise<Waiting[]> => {
  const his = { ...actor, seesHers: false };
  const found = await Promise.all(roles.map((role) => office.store.work({ ...his, role }, until)));
  const each = new Map(
    found
      .flat()
      .map((one) => [[one.line.ref, one.item.kind, one.item.of, one.item.subject, one.item.due].join(' '), one]),
  );
  const due = ({ item }: Waiting): string => item.due ?? '~';
  return [...each.values()].sort((a, b) => (due(a) < due(b) ? -1 : due(a) > due(b) ? 1 : 0));
};

/** Those whom somebody stands in for on that day, with the roles in which they work here. */
const standsInFor = async (office: Office, { person, programme }: Actor, day: string): Promise<StandsFor[]> => {
  const { standIns, grants } = office.people;
  const away = await standIns.standsInFor(person, programme, day);
  if (away.length === 0) return [];
  return (await grants.peopleOf(programme))
    .filter(({ id }) => away.includes(id))
    .map(({ name, email, grants: held }) => ({
      name: name === '' ? email : name,
      roles: [...new Set(held.flatMap(({ role, side }) => (side === null ? [] : [role])))],
    }));
};

/** The day's work of whoever asks and of those he stands in for, and on asking of everybody. */
export const todayRoutes = (office: Office): PortalRoute[] => [
  {
    method: 'GET',
    url: '/:programme/today',
    config: { access: access.inside },
    async handler(request, reply) {
      const { programme } = request.params as { programme: string };
      const actor = await office.actor(request, programme);
      const bundle = bundleOf(office, programme);
      const all = (request.query as { whose?: unknown }).whose === 'all';
      const today = localDay(office.now(), bundle.programme.timeZone);
      const inside = bundle.people.filter(({ side }) => side === 'inside').map(({ id }) => id);
      const standsFor = await standsInFor(office, actor, today);
      const roles = [...new Set([actor.role, ...standsFor.flatMap((away) => away.roles)])];
      const [waiting, near] = await Promise.all([
        waitingFor(office, actor, all ? inside : roles, lastDayFrom(today)),
        office.nearMisses.of(actor),
      ]);
      const nearby = near.waiting.filter(({ item }) => all || roles.some((role) => item.by.includes(role)));
      const page = presentToday(bundle, actor, [...waiting, ...nearby].map(marked), {
        today,
        all,
        standsFor,
        open: near.open,
      });
      const frame = await staffFrame(office, request, actor, { title: 'Today', at: 'today' });
      return reply.type('text/html; charset=utf-8').send(renderPage(frame, createElement(Today, { page })));
    },
  },
];
