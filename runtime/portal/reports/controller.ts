import { createElement } from 'react';
import { access, type PortalRoute } from '../../server/access/access.js';
import type { Actor } from '../../server/access/actor.js';
import { renderPage } from '../layout/render.js';
import { staffFrame } from '../layout/staff-frame.js';
import { bundleOf, type Office } from '../office.js';
import { localDay } from '../words/dates.js';
import { type InProgramme, presentReports } from './presenter.js';
import { Reports } from './view.js';

/** The reports and messages that wait for anybody inside, each once: a report is due whoever looks. */
const workOf = async (office: Office, actor: Actor): Promise<InProgramme['work']> => {
  const inside = bundleOf(office, actor.programme).people.filter(({ side }) => side === 'inside');
  const roles = inside.map(({ id }) => id);
  const found = await office.store.work({ ...actor, seesHers: false }, undefined, roles, 'documents');
  const key = ({ line, item }: InProgramme['work'][number]): string =>
    [line.ref, item.kind, item.of, item.subject, item.due].join(' ');
  return [...new Map(found.map((one) => [key(one), one])).values()];
};

/** What the cases are called of which something is being written or went out, those that are over among them. */
const namesOf = async (office: Office, actor: Actor, refs: readonly string[]): Promise<Map<string, string>> => {
  if (refs.length === 0) return new Map();
  const found = await office.store.names({ ...actor, seesHers: false }, { refs, closed: true, size: refs.length });
  return new Map(found.map(({ ref, name }) => [ref, name]));
};

/** The reports of a programme for everybody inside it; each in the cases of his sites. */
export const reportsRoutes = (office: Office): PortalRoute[] => [
  {
    method: 'GET',
    url: '/:programme/reports',
    config: { access: access.inside },
    async handler(request, reply) {
      const { programme } = request.params as { programme: string };
      const actor = await office.actor(request, programme);
      const { papers, issues } = await office.desk.written(actor);
      const names = await namesOf(office, actor, [...new Set([...papers, ...issues].map(({ ref }) => ref))]);
      const bundle = bundleOf(office, programme);
      const today = localDay(office.now(), bundle.programme.timeZone);
      const work = await workOf(office, actor);
      const page = presentReports(bundle, programme, today, { work, papers, issues, names });
      const frame = await staffFrame(office, request, actor, { title: 'Reports', at: 'reports' });
      return reply.type('text/html; charset=utf-8').send(renderPage(frame, createElement(Reports, { page })));
    },
  },
];
