/** Referrals as staff take them: by telephone; and which earlier ones may be of the same man. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { type Access, access, type PortalRoute } from '../../server/access/access.js';
import type { Sent } from '../../server/bodies.js';
import type { OpenCase } from '../../server/cases/contract.js';
import type { Likeness } from '../../server/store/referral-store.js';
import { newKey } from '../layout/new-key.js';
import { renderPage } from '../layout/render.js';
import { staffFrame } from '../layout/staff-frame.js';
import { bundleOf, caseAt, type Office } from '../office.js';
import { momentInWords } from '../words/dates.js';
import { roleInWords } from '../words/names.js';
import { type Alike, alikeTo } from './alike.js';
import { type Desks, draftRoutes, slugIn } from './draft-pages.js';
import { Earlier, type EarlierCase } from './earlier-view.js';
import { presentTelephone } from './start-presenter.js';
import { Start } from './start-view.js';

const html = (reply: FastifyReply, page: string): FastifyReply => reply.type('text/html; charset=utf-8').send(page);

const lead =
  'Write down what you are told. Who tells it, and that you wrote it down, is put on record. You can leave out what is not known and come back to it.';

/** What staff write down is theirs alone until it is sent. */
const ownDraft: Access = {
  for: 'staff',
  expects: {
    nobody: 'sign-in',
    referrer: 'not-found',
    staff: {
      own: 'yes',
      others: 'not-found',
      'other-site': 'not-found',
      'other-programme': 'not-found',
      closed: 'yes',
    },
    supporter: 'not-found',
    administrator: 'not-found',
  },
};
const aboutCase = ({ stored, bundle, events }: OpenCase) => ({ ref: stored.ref, name: stored.name, bundle, events });

const telephoneDesks = (office: Office): Desks => ({
  base: (slug) => `/${slug}/cases/new`,
  url: '/:programme/cases/new',
  begin: access.staff,
  own: ownDraft,
  actor: (request) => office.actor(request, slugIn(request)),
  frame: (request, actor, _bundle, page) => staffFrame(office, request, actor, { ...page, at: 'cases' }),
  back: (slug) => ({ href: `/${slug}/cases/new`, words: 'Back to referrals by telephone' }),
  mayLack: () => true,
  async after(actor, ref) {
    const found = await office.cases.open(actor, ref);
    const isAlike = found !== undefined && (await alikeTo(office, actor, aboutCase(found))).length > 0;
    return `/${actor.programme}/cases/${ref}${isAlike ? '/earlier' : ''}`;
  },
  words: {
    send: 'Record the referral',
    asItIs: 'Record what there is, without the rest',
    afterwards: 'What is missing shows on the case, and can be asked for.',
  },
});

const telephonePage = async (office: Office, request: FastifyRequest, reply: FastifyReply) => {
  const slug = slugIn(request);
  const bundle = bundleOf(office, slug);
  const actor = await office.actor(request, slug);
  const start = presentTelephone(bundle, slug, await office.referrals.drafts.list(actor));
  const back = { href: `/${slug}/cases`, words: 'Back to the cases' };
  const frame = await staffFrame(office, request, actor, { title: start.title, at: 'cases', back });
  return html(reply, renderPage(frame, createElement(Start, { start, lead })));
};

const foundInWords = ({ bundle }: OpenCase, { same, name, role, at, because }: Likeness): string =>
  `${same ? 'The same man' : 'Somebody else'}, as found by ${name}, ${roleInWords(bundle, role)}, on ${momentInWords(at, bundle.programme.timeZone)}: ${because}`;

const presentEarlier = (found: OpenCase, alike: Alike): EarlierCase => {
  const { bundle, actor } = found;
  const at = `/${actor.programme}/cases/${alike.ref}`;
  const mayReturn = bundle.course?.happenings.some(({ id }) => id === 'returned') === true;
  return {
    ref: alike.ref,
    name: alike.name,
    href: at,
    about: `Began on ${momentInWords(alike.began, bundle.programme.timeZone)}. ${alike.closed ? 'It is over.' : 'It is open.'}`,
    why: alike.bornAlike
      ? 'The name and the date of birth are the same.'
      : 'The name is the same. When he was born is not known of both.',
    ...(alike.found && { found: foundInWords(found, alike.found) }),
    ...(alike.found?.same && alike.closed && mayReturn && { comesBack: `${at}/record/returned` }),
  };
};

type Typed = { other: string; same: string; because: string };

const earlierPage = async (
  office: Office,
  request: FastifyRequest,
  reply: FastifyReply,
  found: OpenCase,
  { typed, faults = [] }: { typed?: Typed; faults?: { message: string; href: string }[] } = {},
) => {
  const { stored, actor } = found;
  const at = `/${actor.programme}/cases/${stored.ref}`;
  const alike = await alikeTo(office, actor, aboutCase(found));
  const frame = await staffFrame(office, request, actor, {
    title: 'Referrals that may be of the same man',
    at: 'cases',
    back: { href: at, words: 'Back to the case' },
    failed: faults.length > 0,
  });
  const content = createElement(Earlier, {
    caption: `${stored.name}, ${stored.ref}`,
    cases: alike.map((one) => presentEarlier(found, one)),
    action: `${at}/earlier`,
    keyed: newKey(),
    faults,
    ...(typed && { typed }),
  });
  return html(reply, renderPage(frame, content));
};

const text = (sent: unknown): string => (typeof sent === 'string' ? sent.trim().slice(0, 2_000) : '');

const takeFound = async (office: Office, request: FastifyRequest, reply: FastifyReply) => {
  const found = await caseAt(office, request);
  const { stored, actor } = found;
  const sent = (request.body ?? {}) as Sent;
  const typed = { other: text(sent.other), same: text(sent.same), because: text(sent.because) };
  const isKnown = (await alikeTo(office, actor, aboutCase(found))).some(({ ref }) => ref === typed.other);
  const faults = [
    ...(isKnown ? [] : [{ message: 'Say it of one of the referrals on this page', href: '#main' }]),
    ...(typed.same === 'yes' || typed.same === 'no'
      ? []
      : [{ message: 'Say whether he is the same man', href: `#same-${typed.other}` }]),
    ...(typed.because === '' ? [{ message: 'Say how you know', href: `#because-${typed.other}` }] : []),
  ];
  if (faults.length > 0) return earlierPage(office, request, reply, found, { typed, faults });
  await office.referrals.keepLikeness(actor, {
    ref: stored.ref,
    other: typed.other,
    same: typed.same === 'yes',
    name: actor.name,
    role: actor.role,
    at: office.now(),
    because: typed.because,
  });
  return reply.redirect(`/${actor.programme}/cases/${stored.ref}/earlier`, 303);
};

/** `/<programme>/cases/new` and below, and `/<programme>/cases/<reference>/earlier`. */
export const takenReferralRoutes = (office: Office): PortalRoute[] => {
  const desks = telephoneDesks(office);
  return [
    {
      method: 'GET',
      url: desks.url,
      config: { access: desks.begin },
      handler: async (request, reply) => telephonePage(office, request, reply),
    },
    ...draftRoutes(office, desks),
    {
      method: 'GET',
      url: '/:programme/cases/:ref/earlier',
      config: { access: access.caseStaff },
      handler: async (request, reply) => earlierPage(office, request, reply, await caseAt(office, request)),
    },
    {
      method: 'POST',
      url: '/:programme/cases/:ref/earlier',
      config: { access: access.caseStaff },
      handler: async (request, reply) => takeFound(office, request, reply),
    },
  ];
};
