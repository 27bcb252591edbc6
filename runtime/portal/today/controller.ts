import { createElement } from 'react';
import { access, type PortalRoute } from '../../server/access/access.js';
import type { Actor } from '../../server/access/actor.js';
import type { Pile } from '../../server/store/contract.js';
import { isDemonstration } from '../layout/demonstration.js';
import { renderPage } from '../layout/render.js';
import { staffFrame } from '../layout/staff-frame.js';
import { bundleOf, type Office } from '../office.js';
import { colleagueCalled } from '../words/colleagues.js';
import { localDay } from '../words/dates.js';
import { lastDayFrom, presentToday, type StandsFor, type Waiting } from './presenter.js';
import { Today } from './view.js';

/** Where all is invented every page says so, and no line has to. */
const marked = ({ line, item }: Waiting): Waiting => ({
  line: { ...line, demonstration: line.demonstration && !isDemonstration() },
  item,
});

/** What lies on the piles of a day, each thing once. */
const waitingOn = (piles: readonly Pile[]): Waiting[] => {
  const key = ({ line, item }: Waiting): string => [line.ref, item.kind, item.of, item.subject, item.due].join(' ');
  return [...new Map(piles.flatMap(({ waiting }) => waiting).map((one) => [key(one), one])).values()];
};

interface HandedOver {
  /** Those whom somebody stands in for on that day, with the roles in which they work here. */
  standsFor: StandsFor[];
  /** Those who stand in for him. */
  stoodInBy: { name: string; until: string }[];
}

const handedOver = async (office: Office, { person, programme }: Actor, day: string): Promise<HandedOver> => {
  const { standIns, grants } = office.people;
  const now = (await standIns.all(programme, day)).filter(({ since }) => since <= day);
  const [his, ofHim] = [now.filter(({ covers }) => covers === person), now.filter(({ away }) => away === person)];
  if (his.length + ofHim.length === 0) return { standsFor: [], stoodInBy: [] };
  const people = await grants.peopleOf(programme);
  return {
    standsFor: people
      .filter(({ id }) => his.some(({ away }) => away === id))
      .map(({ id, grants: held }) => ({
        name: colleagueCalled(people, id),
        roles: [...new Set(held.flatMap(({ role, side }) => (side === null ? [] : [role])))],
      })),
    stoodInBy: ofHim.map(({ covers, until }) => ({ name: colleagueCalled(people, covers), until })),
  };
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
      const { standsFor, stoodInBy } = await handedOver(office, actor, today);
      const roles = [...new Set([actor.role, ...standsFor.flatMap((away) => away.roles)])];
      const { timeZone } = bundle.programme;
      const asked = { roles: all ? inside : roles, today, until: lastDayFrom(today), timeZone };
      const [piles, near, messages] = await Promise.all([
        office.store.day({ ...actor, seesHers: false }, asked),
        office.nearMisses.of(actor),
        office.desk.messages.forAPerson(actor),
      ]);
      const nearby = near.waiting.filter(({ item }) => all || roles.some((role) => item.by.includes(role)));
      const page = presentToday(bundle, actor, [...waitingOn(piles), ...nearby].map(marked), {
        today,
        all,
        piles,
        standsFor,
        stoodInBy,
        open: near.open,
        messages,
      });
      const frame = await staffFrame(office, request, actor, { title: 'Today', at: 'today' });
      return reply.type('text/html; charset=utf-8').send(renderPage(frame, createElement(Today, { page })));
    },
  },
];
