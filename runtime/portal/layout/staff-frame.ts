/** What stands around a page of people who work with cases: where they can go, who they are and in which role. */
import type { FastifyRequest } from 'fastify';
import type { Bundle } from '../../../engine/contract/index.js';
import type { Actor, SignedIn } from '../../server/access/actor.js';
import type { Office } from '../office.js';
import { capital } from '../words/lists.js';
import type { Frame, NavigationItem, Rail } from './layout.js';

export type StaffPlace =
  | 'today'
  | 'cases'
  | 'groups'
  | 'partner-support'
  | 'reports'
  | 'messages'
  | 'releases'
  | 'studio'
  | 'administration';

/** What a page says of itself beside its content. */
export type StaffPage = Pick<Frame, 'title'> & { at?: StaffPlace } & Partial<
    Pick<Frame, 'back' | 'failed' | 'note' | 'wide' | 'script' | 'document'>
  >;

/** The places of the rail for one person; what a definition says nothing of has no place. */
export const placesOf = (
  bundle: Bundle | undefined,
  actor: Pick<Actor, 'programme' | 'supporter'>,
  { administers }: Pick<SignedIn, 'administers'>,
  at?: StaffPlace,
): NavigationItem[] => {
  const { programme, supporter } = actor;
  const place = (id: StaffPlace, words: string, href = `/${programme}/${id}`): NavigationItem =>
    id === at ? { words, href, current: true } : { words, href };
  const hasSessions = bundle?.course?.sessions !== undefined || (bundle?.course?.groups.length ?? 0) > 0;
  const hasDocuments = (bundle?.documents?.length ?? 0) > 0;
  return [
    place('today', 'Today'),
    place('cases', 'Cases'),
    // Whoever supports partners keeps no register.
    ...(hasSessions && !supporter ? [place('groups', 'Groups')] : []),
    ...(supporter ? [place('partner-support', 'Partner support')] : []),
    ...(hasDocuments ? [place('reports', 'Reports'), place('messages', 'Messages')] : []),
    ...(supporter && hasDocuments ? [place('releases', 'Releases')] : []),
    place('studio', 'Studio', '/studio'),
    ...(administers === 'all' || administers.length > 0
      ? [place('administration', 'Administration', '/administration')]
      : []),
  ];
};

const railOf = (
  bundle: Bundle | undefined,
  actor: Actor,
  signedIn: Pick<SignedIn, 'administers' | 'grants'>,
  at?: StaffPlace,
): Rail => ({
  places: placesOf(bundle, actor, signedIn, at),
  who: {
    name: actor.name,
    role: capital(actor.called),
    // Somebody who could act in another role, or in another programme.
    mayChange: actor.roles.length > 1 || signedIn.grants.some(({ programme }) => programme !== actor.programme),
  },
});

/** Takes who asks and what the page is; gives the frame of a staff page. */
export const staffFrame = async (
  office: Pick<Office, 'library' | 'signedIn'>,
  request: FastifyRequest,
  actor: Actor,
  { at, ...page }: StaffPage,
): Promise<Frame> => {
  const bundle = office.library.find(actor.programme)?.loaded().bundle;
  const signedIn = (await office.signedIn(request)) ?? { administers: [], grants: [] };
  return {
    ...page,
    ...(bundle && { where: bundle.programme.title }),
    rail: railOf(bundle, actor, signedIn, at),
    note: page.note ?? 'Rubric. Rules recommend; people decide. What you see and record here is put on record.',
  };
};
