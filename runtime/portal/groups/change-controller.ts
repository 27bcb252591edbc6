/** The pages on which a group is changed, and ended. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import type { PortalRoute } from '../../server/access/access.js';
import { changeableFrom } from '../../server/groups/changing.js';
import type { OpenGroup } from '../../server/groups/contract.js';
import type { Fault } from '../layout/error-summary.js';
import { keySent, newKey } from '../layout/new-key.js';
import type { StaffPage } from '../layout/staff-frame.js';
import { type Handler, staffRoutes } from '../layout/staff-routes.js';
import type { Office } from '../office.js';
import {
  changeOf,
  editionIn,
  endOf,
  freeOnceEnded,
  groupsToGoTo,
  membersAt,
  readEnd,
  startingIn,
  type TypedEnd,
  typedOf,
} from './change-form.js';
import { ChangeGroup, EndGroup } from './change-view.js';
import { groupAt, send } from './controller.js';
import { readNewGroup } from './new-form.js';

type At = Awaited<ReturnType<typeof groupAt>>;

export const groupChangeRoutes = (office: Office): PortalRoute[] =>
  staffRoutes(office, [
    ['GET', '/:programme/groups/:group/change', showChange],
    ['POST', '/:programme/groups/:group/change', change],
    ['GET', '/:programme/groups/:group/end', showEnd],
    ['POST', '/:programme/groups/:group/end', end],
  ]);

const addressOf = ({ actor, open: { group } }: Pick<At, 'actor' | 'open'>): string =>
  `/${actor.programme}/groups/${group.id}`;
const editionOf = ({ group }: OpenGroup): number => group.edition ?? 0;
const keyIn = (request: FastifyRequest): string => keySent((request.body as { key?: unknown } | undefined)?.key);
const pageOf = (title: string, at: At, faults: Fault[]): StaffPage => ({
  title,
  back: { href: addressOf(at), words: at.open.group.name },
  failed: faults.length > 0,
});

interface Shown {
  faults?: Fault[];
  status?: number;
}

const showChange: Handler = async (office, request, reply) => {
  const at = await groupAt(office, request);
  const { today } = office.groups.moment(at.bundle);
  return sendChange(office, request, reply, at, {
    typed: typedOf(at.open.group),
    starting: changeableFrom(at.open, today),
  });
};

const sendChange = (
  office: Office,
  request: FastifyRequest,
  reply: FastifyReply,
  at: At,
  { typed, starting, faults = [], status = 200 }: { typed: ReturnType<typeof typedOf>; starting: string } & Shown,
): Promise<FastifyReply> => {
  const { actor, open } = at;
  const page = {
    action: `${addressOf(at)}/change`,
    name: open.group.name,
    typed,
    starting,
    edition: editionOf(open),
    faults,
    keyed: newKey(),
  };
  const content = createElement(ChangeGroup, { page });
  return send(office, request, reply, actor, pageOf('Change this group', at, faults), content, status);
};

const change: Handler = async (office, request, reply) => {
  const at = await groupAt(office, request);
  const { actor, bundle, open } = at;
  const [typed, starting] = [readNewGroup(request.body), startingIn(request.body)];
  const read = changeOf(bundle, open, typed, starting, office.groups.moment(bundle).today);
  const again = (faults: Fault[], fresh = at) =>
    sendChange(office, request, reply, fresh, { typed, starting, faults, status: 422 });
  if ('faults' in read) return again(read.faults);
  const done = await office.groups.change(actor, {
    group: open.group.id,
    to: read.to,
    from: starting,
    edition: editionIn(request.body),
    key: keyIn(request),
  });
  if (done.kind === 'refused') return again([{ message: done.because }], await groupAt(office, request));
  return reply.redirect(addressOf(at), 303);
};

const showEnd: Handler = async (office, request, reply) => {
  const at = await groupAt(office, request);
  return sendEnd(office, request, reply, at, { typed: { last: at.open.group.last ?? '', goes: {}, anyway: false } });
};

const sendEnd = (
  office: Office,
  request: FastifyRequest,
  reply: FastifyReply,
  at: At,
  { typed, isFull = false, faults = [], status = 200 }: { typed: TypedEnd; isFull?: boolean } & Shown,
): Promise<FastifyReply> => {
  const { actor, bundle, open } = at;
  const { today } = office.groups.moment(bundle);
  const free = (id: string): string => {
    const number = freeOnceEnded(bundle, open, id, today);
    return number === undefined ? '' : ` (${number} free)`;
  };
  const page = {
    action: `${addressOf(at)}/end`,
    name: open.group.name,
    last: typed.last,
    edition: editionOf(open),
    members: membersAt(open, typed.last, today).map(({ ref, name }) => ({ ref, name, goes: typed.goes[ref] ?? '' })),
    others: groupsToGoTo(open, today).map(({ id, name }) => ({ value: id, label: `${name}${free(id)}` })),
    isFull,
    faults,
    keyed: newKey(),
  };
  const content = createElement(EndGroup, { page });
  return send(office, request, reply, actor, pageOf('End this group', at, faults), content, status);
};

const end: Handler = async (office, request, reply) => {
  const at = await groupAt(office, request);
  const { actor, bundle, open } = at;
  const typed = readEnd(request.body);
  const read = endOf(bundle, open, typed, office.groups.moment(bundle).today);
  if ('faults' in read) return sendEnd(office, request, reply, at, { typed, ...read, status: 422 });
  const done = await office.groups.end(actor, {
    group: open.group.id,
    ...read,
    edition: editionIn(request.body),
    key: keyIn(request),
  });
  if (done.kind === 'refused')
    return sendEnd(office, request, reply, await groupAt(office, request), {
      typed,
      faults: [{ message: done.because }],
      status: 422,
    });
  return reply.redirect(addressOf(at), 303);
};
