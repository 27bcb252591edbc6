/** The pages of groups: the list, one group, a new one, closure days. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement, type ReactNode } from 'react';
import { type Bundle, dayNumber } from '../../../engine/contract/index.js';
import type { PortalRoute } from '../../server/access/access.js';
import type { Actor } from '../../server/access/actor.js';
import type { Done, OpenGroup } from '../../server/groups/contract.js';
import { NotFound } from '../error-page/faults.js';
import type { Fault } from '../layout/error-summary.js';
import { keySent, newKey } from '../layout/new-key.js';
import { renderPage } from '../layout/render.js';
import { type StaffPage, staffFrame } from '../layout/staff-frame.js';
import { staffRoutes } from '../layout/staff-routes.js';
import { bundleOf, type Office } from '../office.js';
import { amountInWords } from '../words/course.js';
import { dayInWords } from '../words/dates.js';
import { ClosureDays, type ClosuresPresenter } from './closures-view.js';
import { type GroupPresenter, metSoFar, type PlaceTyped, presentGroup } from './group-presenter.js';
import { GroupPage } from './group-view.js';
import { presentList } from './list-presenter.js';
import { GroupList } from './list-view.js';
import { groupOf, readNewGroup, suggested } from './new-form.js';
import { NewGroupView } from './new-view.js';
import { notDueAt } from './not-due.js';
import { fullnessOf, oftenInWords, siteInWords } from './words.js';

interface At {
  programme: string;
  group: string;
  ref: string;
  closure: string;
}
const at = (request: FastifyRequest): At => request.params as At;
const sent = (request: FastifyRequest, name: string): string => {
  const body = request.body as Record<string, unknown> | undefined;
  const value = body?.[name];
  return typeof value === 'string' ? value.trim().slice(0, 500) : '';
};

/** Sends a staff page. */
export const send = async (
  office: Office,
  request: FastifyRequest,
  reply: FastifyReply,
  actor: Actor,
  page: StaffPage,
  content: ReactNode,
  status = 200,
): Promise<FastifyReply> =>
  reply
    .code(status)
    .type('text/html; charset=utf-8')
    .send(renderPage(await staffFrame(office, request, actor, { at: 'groups', ...page }), content));

/** The group of an address, before whoever asks; `alone`: its places without those of others. Throws `NotFound` where there is none for him. */
export const groupAt = async (
  office: Office,
  request: FastifyRequest,
  alone?: 'alone',
): Promise<{ actor: Actor; bundle: Bundle; open: OpenGroup }> => {
  const { programme, group } = at(request);
  const actor = await office.actor(request, programme);
  const open = await office.groups.open(actor, group, alone);
  if (!open) throw new NotFound('There is no group at this address.');
  return { actor, bundle: bundleOf(office, programme), open };
};

export const groupRoutes = (office: Office): PortalRoute[] =>
  staffRoutes(office, [
    ['GET', '/:programme/groups', list],
    ['GET', '/:programme/groups/new', newGroup],
    ['POST', '/:programme/groups/new', makeGroup],
    ['GET', '/:programme/groups/closure-days', closureDays],
    ['POST', '/:programme/groups/closure-days', addClosure],
    ['POST', '/:programme/groups/closure-days/:closure', takeClosureBack],
    ['GET', '/:programme/groups/:group', group],
    ['POST', '/:programme/groups/:group/places', givePlace],
    ['POST', '/:programme/groups/:group/moves/:ref', moveSomebody],
  ]);

const list = async (office: Office, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
  const { programme } = at(request);
  const actor = await office.actor(request, programme);
  const bundle = bundleOf(office, programme);
  const timetable = await office.groups.all(actor);
  const waiting = await office.groups.waiting(actor, timetable);
  const shown = presentList(bundle, timetable, waiting, office.groups.moment(bundle), programme);
  return send(office, request, reply, actor, { title: 'Groups' }, createElement(GroupList, { list: shown }));
};

const showGroup = async (
  office: Office,
  request: FastifyRequest,
  reply: FastifyReply,
  { status = 200, ...more }: Partial<Pick<GroupPresenter, 'faults' | 'notice' | 'typed'>> & { status?: number } = {},
): Promise<FastifyReply> => {
  const { programme } = at(request);
  const { actor, bundle, open } = await groupAt(office, request);
  const waiting = await office.groups.waiting(actor, open);
  const moment = office.groups.moment(bundle);
  const days = metSoFar(bundle, open, moment).map(({ day }) => day);
  const notDue = await notDueAt(office.cases, actor, open, days);
  const shown = presentGroup(bundle, open, waiting, moment, { programme, notDue, ...more });
  const page: StaffPage = {
    title: open.group.name,
    back: { href: `/${programme}/groups`, words: 'Groups' },
    failed: shown.faults.length > 0,
  };
  return send(office, request, reply, actor, page, createElement(GroupPage, { group: shown, keyed: newKey() }), status);
};
const group = (office: Office, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> =>
  showGroup(office, request, reply);

const isDay = (text: string): boolean => text.length === 10 && !Number.isNaN(dayNumber(text));

const placeTyped = (request: FastifyRequest): PlaceTyped => ({
  moving: at(request).ref ?? '',
  ref: sent(request, 'ref'),
  from: sent(request, 'from'),
  to: sent(request, 'to'),
  anyway: sent(request, 'anyway') === 'yes',
});

const givePlace = async (office: Office, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
  const { actor, bundle, open } = await groupAt(office, request);
  const [ref, from] = [sent(request, 'ref'), sent(request, 'from')];
  const faults: Fault[] = [];
  if (ref === '') faults.push({ message: 'Choose who gets the place.', href: '#ref' });
  if (!isDay(from)) faults.push({ message: 'Enter the day from which he has the place.', href: '#from' });
  const { free } = fullnessOf(bundle, open, open.group, office.groups.moment(bundle).today);
  if (faults.length === 0 && free === 0 && sent(request, 'anyway') !== 'yes')
    faults.push({
      message: 'No place is free. Say that he gets one all the same, or leave him waiting.',
      href: '#ref',
    });
  if (faults.length > 0) return showGroup(office, request, reply, { faults, typed: placeTyped(request), status: 422 });
  const done = await office.groups.seat(actor, {
    group: open.group.id,
    ref,
    from,
    key: keySent((request.body as { key?: unknown }).key),
  });
  return after(office, request, reply, done);
};

/** Back to the group; of what was refused it says why. */
const after = async (
  office: Office,
  request: FastifyRequest,
  reply: FastifyReply,
  done: Done,
): Promise<FastifyReply> => {
  if (done.kind === 'refused')
    return showGroup(office, request, reply, {
      faults: [{ message: done.because }],
      typed: placeTyped(request),
      status: 422,
    });
  const { programme, group: id } = at(request);
  return reply.redirect(`/${programme}/groups/${id}#members`, 303);
};

const moveSomebody = async (office: Office, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
  const { actor, open } = await groupAt(office, request);
  const { ref } = at(request);
  const [from, to] = [sent(request, 'from'), sent(request, 'to')];
  if (!open.seats.some((seat) => seat.group === open.group.id && seat.ref === ref))
    throw new NotFound('Nobody with this reference has a place in this group.');
  if (!isDay(from)) {
    const faults = [{ message: 'Enter the day from which this is so.', href: `#from-${ref}` }];
    return showGroup(office, request, reply, { faults, typed: placeTyped(request), status: 422 });
  }
  const key = keySent((request.body as { key?: unknown }).key);
  const done =
    to === ''
      ? await office.groups.takeOut(actor, { group: open.group.id, ref, from, key })
      : await office.groups.seat(actor, { group: to, ref, from, key });
  return after(office, request, reply, done);
};

const newGroup = async (office: Office, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
  const { programme } = at(request);
  const actor = await office.actor(request, programme);
  const of = (request.query as { of?: unknown }).of;
  const typed = suggested(bundleOf(office, programme), typeof of === 'string' ? of : '');
  return showNew(office, request, reply, actor, { typed, faults: [], keyed: newKey() });
};

const showNew = (
  office: Office,
  request: FastifyRequest,
  reply: FastifyReply,
  actor: Actor,
  page: { typed: ReturnType<typeof readNewGroup>; faults: Fault[]; keyed: string },
): Promise<FastifyReply> => {
  const { programme } = at(request);
  const bundle = bundleOf(office, programme);
  const declared = bundle.course?.groups.find(({ id }) => id === page.typed.of);
  const says = [...oftenInWords(bundle), ...(declared ? [`Places: ${amountInWords(bundle, declared.places)}.`] : [])];
  const content = createElement(NewGroupView, { bundle, page: { ...page, says, action: `/${programme}/groups/new` } });
  const back = { href: `/${programme}/groups`, words: 'Groups' };
  const failed = page.faults.length > 0;
  return send(office, request, reply, actor, { title: 'A new group', back, failed }, content, failed ? 422 : 200);
};

const makeGroup = async (office: Office, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
  const { programme } = at(request);
  const actor = await office.actor(request, programme);
  const typed = readNewGroup(request.body);
  const keyed = keySent((request.body as { key?: unknown } | undefined)?.key);
  const read = groupOf(bundleOf(office, programme), typed);
  if ('faults' in read) return showNew(office, request, reply, actor, { typed, faults: read.faults, keyed });
  const { site } = read.group;
  if (actor.sites !== 'all' && (site === undefined || !actor.sites.includes(site))) {
    const faults = [{ message: 'Choose one of the sites that you work at.', href: '#site' }];
    return showNew(office, request, reply, actor, { typed, faults, keyed });
  }
  const made = await office.groups.add(actor, read.group, keyed);
  return reply.redirect(`/${programme}/groups/${made.id}`, 303);
};

const presentClosures = async (
  office: Office,
  actor: Actor,
  more: Partial<Pick<ClosuresPresenter, 'faults' | 'typed'>> = {},
): Promise<ClosuresPresenter> => {
  const { programme } = actor;
  const bundle = bundleOf(office, programme);
  const { groups, closures } = await office.groups.all(actor);
  const { today } = office.groups.moment(bundle);
  const isOwn = (site: string): boolean => actor.sites === 'all' || actor.sites.includes(site);
  return {
    action: `/${programme}/groups/closure-days`,
    faults: [],
    notice: '',
    typed: { day: '', because: '', where: '' },
    ...more,
    wheres: [
      ...(actor.sites === 'all' ? [{ id: '', words: 'Everything' }] : []),
      ...bundle.sites.filter(({ id }) => isOwn(id)).map(({ id, label }) => ({ id: `site.${id}`, words: label })),
      ...groups.map(({ id, name }) => ({ id: `group.${id}`, words: name })),
    ],
    closures: closures.map(({ id, day, because, site, group: only }) => ({
      id,
      because,
      day: dayInWords(day),
      where:
        groups.find((one) => one.id === only)?.name ?? (site === undefined ? 'Everything' : siteInWords(bundle, site)),
    })),
    holidays: (bundle.course?.workingDays?.holidays ?? [])
      .filter(({ day }) => day >= today)
      .slice(0, 6)
      .map(({ day, title }) => `${title}, ${dayInWords(day)}`),
  };
};

const showClosures = async (
  office: Office,
  request: FastifyRequest,
  reply: FastifyReply,
  actor: Actor,
  more: Parameters<typeof presentClosures>[2] & { keyed?: string } = {},
): Promise<FastifyReply> => {
  const { keyed = newKey(), ...said } = more;
  const page = await presentClosures(office, actor, said);
  const failed = page.faults.length > 0;
  const back = { href: `/${actor.programme}/groups`, words: 'Groups' };
  const content = createElement(ClosureDays, { page, keyed });
  return send(office, request, reply, actor, { title: 'Closure days', back, failed }, content, failed ? 422 : 200);
};

const closureDays = async (office: Office, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> =>
  showClosures(office, request, reply, await office.actor(request, at(request).programme));

const addClosure = async (office: Office, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
  const { programme } = at(request);
  const actor = await office.actor(request, programme);
  const typed = { day: sent(request, 'day'), because: sent(request, 'because'), where: sent(request, 'where') };
  const keyed = keySent((request.body as { key?: unknown } | undefined)?.key);
  const { wheres } = await presentClosures(office, actor);
  const faults: Fault[] = [];
  if (!isDay(typed.day)) faults.push({ message: 'Enter the day on which nothing is held.', href: '#day' });
  if (typed.because === '') faults.push({ message: 'Say why nothing is held.', href: '#because' });
  if (!wheres.some(({ id }) => id === typed.where)) faults.push({ message: 'Choose what is closed.', href: '#where' });
  if (faults.length > 0) return showClosures(office, request, reply, actor, { faults, typed, keyed });
  const [kind, id = ''] = typed.where.split(/\.(.*)/s);
  const done = await office.groups.closeDay(
    actor,
    {
      day: typed.day,
      because: typed.because,
      ...(kind === 'site' && { site: id }),
      ...(kind === 'group' && { group: id, ...siteOf(await office.groups.open(actor, id)) }),
    },
    keyed,
  );
  if (done.kind === 'refused')
    return showClosures(office, request, reply, actor, { faults: [{ message: done.because }], typed, keyed });
  return reply.redirect(`/${programme}/groups/closure-days`, 303);
};

const siteOf = (open: OpenGroup | undefined): { site?: string } =>
  open?.group.site === undefined ? {} : { site: open.group.site };

const takeClosureBack = async (office: Office, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
  const { programme, closure } = at(request);
  const actor = await office.actor(request, programme);
  const { closures } = await office.groups.all(actor);
  if (!closures.some(({ id }) => id === closure)) throw new NotFound('There is no such closure day.');
  const done = await office.groups.reopenDay(actor, closure, keySent((request.body as { key?: unknown }).key));
  if (done.kind === 'refused')
    return showClosures(office, request, reply, actor, { faults: [{ message: done.because }] });
  return reply.redirect(`/${programme}/groups/closure-days`, 303);
};
