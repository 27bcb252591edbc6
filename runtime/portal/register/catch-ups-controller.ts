/** Sessions missed, made up for at another session: offered by topic, arranged, and then recorded on its register. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import type { PortalRoute } from '../../server/access/access.js';
import { isGuest, isTaken, sitsOn } from '../../server/groups/plan.js';
import { NotFound } from '../error-page/faults.js';
import { send } from '../groups/controller.js';
import { meetingInWords } from '../groups/words.js';
import type { Fault } from '../layout/error-summary.js';
import { keySent, newKey } from '../layout/new-key.js';
import { staffRoutes } from '../layout/staff-routes.js';
import type { Office } from '../office.js';
import { sentenceInWords } from '../words/names.js';
import { type Here, owedOf } from './catch-ups.js';
import { CatchUps } from './catch-ups-view.js';
import { type AtSession, at } from './controller.js';
import { topicInWords } from './register-presenter.js';

const url = '/:programme/groups/:group/sessions/:date/catch-ups';

export const catchUpRoutes = (office: Office): PortalRoute[] =>
  staffRoutes(office, [
    ['GET', url, async (_, request, reply) => show(office, request, reply, await session(office, request))],
    ['POST', url, arrange],
  ]);

const session = async (office: Office, request: FastifyRequest): Promise<AtSession> => {
  const found = await at(office, request);
  if (!found.bundle.course?.sessions?.catchUp) throw new NotFound('Sessions are not made up for in this programme.');
  return found;
};

const show = async (
  office: Office,
  request: FastifyRequest,
  reply: FastifyReply,
  { actor, bundle, open, meeting, note, moment }: AtSession,
  faults: Fault[] = [],
): Promise<FastifyReply> => {
  const { group, seats } = open;
  const refs = new Set(seats.filter((seat) => isTaken(seat, moment.today) && !isGuest(seat)).map(({ ref }) => ref));
  const cases = (await Promise.all([...refs].map((ref) => office.cases.open(actor, ref)))).flatMap((one) => one ?? []);
  const action = `/${actor.programme}/groups/${group.id}/sessions/${meeting.day}`;
  const page = {
    action: `${action}/catch-ups`,
    caption: `${group.name}, ${meetingInWords(group, meeting)}`,
    heading: 'Who could make up for a missed session here',
    reads: sentenceInWords(bundle, bundle.course?.sessions?.catchUp?.reads ?? ''),
    topic: topicInWords(bundle, note.topic),
    owed: owedOf(bundle, cases, { ...hereOf(office, bundle, open, meeting), topic: note.topic }),
    faults,
  };
  const frame = { title: page.heading, back: { href: action, words: 'Register' }, failed: faults.length > 0 };
  const content = createElement(CatchUps, { page, keyed: newKey() });
  return send(office, request, reply, actor, frame, content, faults.length > 0 ? 422 : 200);
};

const hereOf = (
  { cases }: Pick<Office, 'cases'>,
  { course }: AtSession['bundle'],
  { group, seats, catchUps }: AtSession['open'],
  { day, on }: AtSession['meeting'],
): Here => {
  const { within, atMost, beforeNext } = course?.sessions?.catchUp ?? { beforeNext: false };
  const hasLimits = within !== undefined || atMost !== undefined || beforeNext;
  return {
    topic: undefined,
    day,
    catchUps,
    seated: new Set(
      seats.filter((one) => one.group === group.id && sitsOn(one, day) && !isGuest(one)).map(({ ref }) => ref),
    ),
    // Asked of the engine: what it would come to on that day if he had come.
    isCredited: (found, about) =>
      !hasLimits ||
      cases
        .preview(found, [{ kind: 'happened', what: 'caught-up', happened: on, learned: on, values: {}, about }], on)
        .ledger?.find(({ key }) => key === about)?.caughtUp !== undefined,
  };
};

const arrange = async (office: Office, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
  const found = await session(office, request);
  const { actor, bundle, open, meeting, moment } = found;
  const { ref, about, key } = (request.body ?? {}) as { ref?: unknown; about?: unknown; key?: unknown };
  const opened = typeof ref === 'string' ? await office.cases.open(actor, ref) : undefined;
  const owed = opened ? owedOf(bundle, [opened], hereOf(office, bundle, open, meeting)) : [];
  const one = owed.find((each) => each.about === about);
  if (!opened || !one) return show(office, request, reply, found, [{ message: 'Choose a session that he missed.' }]);
  if (one.not !== '') return show(office, request, reply, found, [{ message: `${one.name}: ${one.not}.` }]);
  const done = await office.groups.recordTogether(
    actor,
    [
      {
        stored: opened.stored,
        events: [
          {
            kind: 'happened',
            what: 'catch-up-booked',
            happened: moment.today,
            learned: moment.now,
            values: {},
            about: one.about,
          },
        ],
      },
    ],
    keySent(key),
    office.groups.writes.bookCatchUp(actor, { group: open.group.id, day: meeting.day, ref: one.ref, about: one.about }),
  );
  if (done.kind !== 'done') {
    const message = done.kind === 'refused' ? done.because : 'Somebody else changed his case meanwhile. Try again.';
    return show(office, request, reply, found, [{ message }]);
  }
  return reply.redirect(`/${actor.programme}/groups/${open.group.id}/sessions/${meeting.day}/catch-ups`, 303);
};
