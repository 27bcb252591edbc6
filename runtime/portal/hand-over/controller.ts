/** Handing one's own work over while away, and taking it back: for everybody who works in a programme. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { access, type PortalRoute } from '../../server/access/access.js';
import { daysAway, partsTyped } from '../administration/typed-day.js';
import { staffFrame } from '../layout/staff-frame.js';
import { bundleOf, type Office } from '../office.js';
import { type Faults, goTo, sendPage } from '../sign-in/answers.js';
import { typed } from '../sign-in/typed.js';
import { localDay } from '../words/dates.js';
import { presentHandOver } from './presenter.js';
import { HandOver } from './view.js';

const config = { access: access.inside };
const url = '/:programme/hand-over';
const said: Record<string, string> = { kept: 'Your work is handed over.', ended: 'The hand-over has ended.' };

const here = async (office: Office, request: FastifyRequest) => {
  const { programme } = request.params as { programme: string };
  const actor = await office.actor(request, programme);
  return { programme, actor, today: localDay(office.now(), bundleOf(office, programme).programme.timeZone) };
};

const show = async (office: Office, request: FastifyRequest, reply: FastifyReply, faults: Faults = {}) => {
  const { programme, actor, today } = await here(office, request);
  const { standIns, grants } = office.people;
  const [rows, people, colleagues] = await Promise.all([
    standIns.all(programme, today),
    grants.peopleOf(programme),
    standIns.mayCover(programme, actor.person),
  ]);
  const content = createElement(HandOver, {
    page: presentHandOver({ programme, person: actor.person, today }, rows, people, colleagues),
    shown: {
      covers: typed(request, 'covers'),
      since: partsTyped(request, 'since'),
      until: partsTyped(request, 'until'),
    },
    faults,
    said: said[String((request.query as { done?: unknown }).done)],
  });
  const back = { href: `/${programme}/today`, words: 'Today' };
  return sendPage(reply, await staffFrame(office, request, actor, { title: 'Hand work over', back }), content, faults);
};

const take = async (office: Office, request: FastifyRequest, reply: FastifyReply) => {
  const { programme, actor, today } = await here(office, request);
  const { standIns } = office.people;
  const ends = typed(request, 'ends');
  if (ends !== '') {
    await standIns.end(programme, ends, actor.person);
    return goTo(reply, `/${programme}/hand-over?done=ended`);
  }
  const covers = typed(request, 'covers');
  const { since, until, faults: days } = daysAway(request);
  const faults: Faults = {
    ...(covers === '' ? { covers: 'Choose who stands in for you.' } : {}),
    ...days,
  };
  if (Object.keys(faults).length > 0 || !since || !until) return show(office, request, reply, faults);
  if (until < since) return show(office, request, reply, { until: 'The last day cannot be before the first.' });
  if (until < today) return show(office, request, reply, { until: 'The last day is past already.' });
  const wanted = { away: actor.person, covers, since, until };
  const outcome = await standIns.handOver(actor.person, programme, wanted);
  if (outcome.kind === 'refused') return show(office, request, reply, { covers: outcome.because });
  return goTo(reply, `/${programme}/hand-over?done=kept`);
};

/** `/<programme>/hand-over`. */
export const handOverRoutes = (office: Office): PortalRoute[] => [
  { method: 'GET', url, config, handler: (request, reply) => show(office, request, reply) },
  { method: 'POST', url, config, handler: (request, reply) => take(office, request, reply) },
];
