/** The register of one session: shown, filled in, what it would cause, saved, corrected; and a session that is not held. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { type Bundle, dayNumber, type Happening } from '../../../engine/contract/index.js';
import type { PortalRoute } from '../../server/access/access.js';
import type { Actor } from '../../server/access/actor.js';
import type { OpenGroup, SessionNote } from '../../server/groups/contract.js';
import { type Entry, notHeld } from '../../server/groups/entry.js';
import { type Moment, noteOf } from '../../server/groups/plan.js';
import { type Part, type Saved, saveRegister, turningOf } from '../../server/groups/register.js';
import { hasBegun, type Meeting, meetingOn } from '../../server/groups/timetable.js';
import { NotFound } from '../error-page/faults.js';
import { groupAt, send } from '../groups/controller.js';
import { namesIn } from '../groups/new-form.js';
import { meetingInWords } from '../groups/words.js';
import type { Fault } from '../layout/error-summary.js';
import { keySent, newKey } from '../layout/new-key.js';
import { staffRoutes } from '../layout/staff-routes.js';
import type { Office } from '../office.js';
import { causedFor, peopleOn, recordsFor } from './on-register.js';
import { Causes } from './person-view.js';
import { type Asked, faultsOf, readRegister, type SentRegister } from './register-form.js';
import { presentRegister, type RegisterPresenter } from './register-presenter.js';
import { Register } from './register-view.js';

const url = '/:programme/groups/:group/sessions/:date';

export const registerRoutes = (office: Office): PortalRoute[] =>
  staffRoutes(office, [
    ['GET', url, async (_, request, reply) => show(office, request, reply, await at(office, request, 'alone'))],
    ['POST', url, fillIn],
    ['POST', `${url}/cancelled`, cancel],
  ]);

/** One session before whoever asks. */
export interface AtSession {
  actor: Actor;
  bundle: Bundle;
  open: OpenGroup;
  meeting: Meeting;
  note: SessionNote;
  records: Happening[];
  moment: Moment;
  only: RegisterPresenter['only'];
}

/** The session of an address; `alone`: with the places of its group alone. Throws `NotFound` where the group does not meet that day. */
export const at = async (office: Office, request: FastifyRequest, alone?: 'alone'): Promise<AtSession> => {
  const { date } = request.params as { date: string };
  const { actor, bundle, open } = await groupAt(office, request, alone);
  const isDay = date.length === 10 && !Number.isNaN(dayNumber(date));
  const meeting = isDay ? meetingOn(open.group, date, { bundle, closures: open.closures }) : undefined;
  if (!meeting) throw new NotFound('This group does not meet on that day.');
  const moment = office.groups.moment(bundle);
  const note = noteOf(open.notes, open.group.id, date);
  const only =
    meeting.closed !== undefined
      ? 'closed'
      : note.cancelled !== undefined
        ? 'cancelled'
        : hasBegun(meeting, moment.now, moment.today)
          ? ''
          : 'not-begun';
  return { actor, bundle, open, meeting, note, records: recordsFor(bundle, actor), moment, only };
};

interface Showing {
  sent?: SentRegister;
  faults?: Fault[];
  conflict?: Extract<Saved, { kind: 'conflict' }>;
  /** Whether what the marks would cause is shown of everybody. */
  causes?: boolean;
  keyed?: string;
  status?: number;
}

const show = async (
  office: Office,
  request: FastifyRequest,
  reply: FastifyReply,
  session: AtSession,
  { sent, faults = [], conflict, causes = false, keyed = newKey(), status = 200 }: Showing = {},
): Promise<FastifyReply> => {
  const { actor, open, meeting, note, records, only, moment } = session;
  const people = await peopleOn(office.cases, {
    actor,
    open,
    meeting,
    sent,
    ...(conflict && { conflicts: conflict.refs }),
  });
  const names = await othersOf(office, actor, only, new Set(people.map((one) => one.open.stored.ref)));
  const led = note.edition === 0 ? (open.group.facilitators ?? []) : note.facilitators;
  const said = sent ?? { topic: note.topic ?? '', facilitators: led.join(', ') };
  const turning = turningOf(open, meeting, noteSent(said), records, moment);
  const justSaved = (request.query as { saved?: unknown }).saved !== undefined;
  const register = presentRegister({
    ...session,
    programme: actor.programme,
    typed: { topic: said.topic, facilitators: said.facilitators },
    people: causes
      ? people.map((one) => ({ ...one, causes: causedFor(office.cases, one, one.entry, turning) }))
      : people,
    faults,
    notices: noticesOf(session, conflict, justSaved),
    addable: names,
    noteMeanwhile: conflict?.note === true,
    justSaved,
  });
  // Whoever was told what others said of the session saves on top of it.
  const shown = sent && !conflict?.note ? { ...register, edition: sent.edition, seen: sent.seen } : register;
  const page = {
    title: `Register, ${meetingInWords(open.group, meeting)}`,
    back: { href: `/${actor.programme}/groups/${open.group.id}`, words: open.group.name },
    failed: faults.length > 0,
  };
  return send(office, request, reply, actor, page, createElement(Register, { register: shown, keyed }), status);
};

/** Those who could have come without a place: whoever is on the programme, or accepted. */
const othersOf = async (
  office: Office,
  actor: Actor,
  only: AtSession['only'],
  listed: ReadonlySet<string>,
): Promise<{ ref: string; name: string }[]> => {
  if (only !== '') return [];
  const stages = ['accepted', 'waiting-for-place', 'on-programme', 'on-leave', 'suspended'];
  const names = await office.store.names(actor, { stages, size: 300, sort: 'name' });
  return names.filter(({ ref }) => !listed.has(ref)).map(({ ref, name }) => ({ ref, name }));
};

const noticesOf = ({ meeting, only, note }: AtSession, conflict: Showing['conflict'], justSaved: boolean): string[] => [
  ...(only === 'closed' ? [`Nothing is held on this day: ${meeting.closed}. There is no register.`] : []),
  ...(only === 'cancelled' ? [`This session was cancelled: ${note.cancelled}. Nobody has missed it.`] : []),
  ...(only === 'not-begun'
    ? ['It has not begun yet. Who was there can be recorded once it has; the topic and who leads it can be said now.']
    : []),
  ...(conflict
    ? [
        'Somebody else saved this register while you filled it in. Nothing of yours was lost, and nothing of it is saved yet: look at what was recorded meanwhile, and save again.',
      ]
    : []),
  ...(justSaved && !conflict ? ['Saved. What came of it stands under each name.'] : []),
];

const noteSent = ({ topic, facilitators }: Pick<SentRegister, 'topic' | 'facilitators'>) => ({
  ...(topic !== '' && { topic }),
  facilitators: namesIn(facilitators),
});

const askedOf = ({ bundle, meeting, records, moment }: AtSession): Asked => ({
  outcomes: bundle.course?.sessions?.outcomes ?? [],
  topics: bundle.course?.sessions?.topics ?? [],
  records,
  catchesUpInOwn: bundle.course?.sessions?.catchUp?.inOwn === true,
  day: meeting.day,
  today: moment.today,
});

const namesOf = async (office: Office, { actor }: AtSession, refs: Iterable<string>): Promise<Map<string, string>> => {
  const found = await office.store.openAll(actor, [...refs]);
  return new Map(found.flatMap((one) => (one ? [[one.ref, one.name]] : [])));
};

const fillIn = async (office: Office, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
  const session = await at(office, request, 'alone');
  const sent = readRegister(request.body);
  if (sent.act === 'part') return part(office, reply, session, sent);
  const keyed = keySent(sent.key);
  if (sent.act !== 'save' || session.only === 'closed' || session.only === 'cancelled')
    return show(office, request, reply, session, { sent, keyed, causes: sent.act === 'show' });
  const asked = askedOf(session);
  // Names are asked for only where something is said of them.
  const isFaulty = faultsOf(sent, asked, new Map()).length > 0;
  const faults = isFaulty ? faultsOf(sent, asked, await namesOf(office, session, sent.people.keys())) : [];
  if (faults.length > 0) return show(office, request, reply, session, { sent, faults, keyed, status: 422 });
  const saved = await save(office, session, sent, keyed);
  if (saved.kind === 'refused')
    return show(office, request, reply, session, { sent, faults: [{ message: saved.because }], keyed, status: 422 });
  if (saved.kind === 'conflict') {
    const fresh = await at(office, request, 'alone');
    return show(office, request, reply, fresh, { sent, conflict: saved, status: 409 });
  }
  return reply.redirect(`${request.url.split('?')[0]}?saved=1`, 303);
};

const save = (office: Office, session: AtSession, sent: SentRegister, key: string): Promise<Saved> => {
  const { actor, open, meeting, note: current, records, only } = session;
  return saveRegister(office.groups, office.store, {
    actor,
    group: open.group.id,
    meeting,
    note: noteMeant(sent, current),
    parts: only === '' ? sent.people : new Map(),
    records,
    key,
  });
};

/** What was left as it was seen follows whatever others said of it since; what they left as it was seen is no matter. */
const noteMeant = (
  sent: SentRegister,
  current: SessionNote,
): SessionNote | (ReturnType<typeof noteSent> & { edition: number }) => {
  const now = { topic: current.topic ?? '', facilitators: current.facilitators.join(', ') };
  const names = ['topic', 'facilitators'] as const;
  const isContested = names.some(
    (name) => sent[name] !== sent.seen[name] && now[name] !== sent.seen[name] && now[name] !== sent[name],
  );
  const meant = (name: 'topic' | 'facilitators'): string =>
    !isContested && sent[name] === sent.seen[name] ? now[name] : sent[name];
  const said = noteSent({ topic: meant('topic'), facilitators: meant('facilitators') });
  if (names.every((name) => meant(name) === now[name])) return current;
  return { ...said, edition: isContested ? sent.edition : current.edition };
};

/** What one person's marks would cause, as a piece of the page. */
const part = async (
  office: Office,
  reply: FastifyReply,
  { actor, open, meeting, records, moment }: AtSession,
  sent: SentRegister,
): Promise<FastifyReply> => {
  const typed = sent.people.get(sent.only);
  const [one] = typed
    ? await peopleOn(office.cases, {
        actor,
        open: { ...open, seats: [], catchUps: open.catchUps.filter(({ ref }) => ref === sent.only) },
        meeting,
        sent: { ...sent, people: new Map([[sent.only, typed]]), also: '' },
      })
    : [];
  if (!one) throw new NotFound('There is nobody with this reference.');
  const turning = turningOf(open, meeting, noteSent(sent), records, moment);
  const causes = causedFor(office.cases, one, one.entry, turning);
  const markup = renderToStaticMarkup(createElement(Causes, { ref_: sent.only, causes, asked: true }));
  return reply.type('text/html; charset=utf-8').send(markup);
};

/** Says of everybody that it was not held, or takes that back. */
const cancel = async (office: Office, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
  const session = await at(office, request, 'alone');
  const { actor, open, meeting, note, records, only } = session;
  const body = (request.body ?? {}) as { act?: unknown; because?: unknown; key?: unknown };
  const because = typeof body.because === 'string' ? body.because.trim().slice(0, 300) : '';
  const isBack = body.act === 'back';
  if (only === 'closed' || (isBack && only !== 'cancelled')) return show(office, request, reply, session);
  if (!isBack && because === '') {
    const faults = [{ message: 'Say why it is not held.', href: '#because' }];
    return show(office, request, reply, session, { faults, status: 422 });
  }
  const people = await peopleOn(office.cases, { actor, open: { ...open, catchUps: [] }, meeting });
  const { cancelled: was, ...held } = note;
  const saved = await saveRegister(office.groups, office.store, {
    actor,
    group: open.group.id,
    meeting,
    note: isBack ? held : { ...held, cancelled: because },
    parts: new Map(
      people.map(({ open: { stored }, recorded }): [string, Part] => [
        stored.ref,
        {
          entry: isBack ? heldAgain(recorded.entry, was) : { ...recorded.entry, presence: notHeld, why: because },
          seen: recorded.stamp,
        },
      ]),
    ),
    records,
    key: keySent(body.key),
  });
  if (saved.kind === 'saved') return reply.redirect(request.url.replace(/\/cancelled(\?.*)?$/, ''), 303);
  const message =
    saved.kind === 'refused' ? saved.because : 'Somebody else changed this register meanwhile. Try again.';
  return show(office, request, reply, await at(office, request, 'alone'), { faults: [{ message }], status: 422 });
};

const heldAgain = (entry: Entry, because: string | undefined): Entry =>
  entry.presence === notHeld && entry.why === because ? { ...entry, presence: '', why: '' } : entry;
