/** A referral that an address names, before whoever sent it. */
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../server/access/actor.js';
import type { CaseLine, StoredCase } from '../../server/store/contract.js';
import { bundleOf, type Office } from '../office.js';
import { notHere } from '../referring/draft-desk.js';
import { senderOf } from '../referring/sender.js';
import type { OwnReferral } from './presenter.js';

/** As which somebody sent it: as the first answers in it say. */
const roleIn = ({ events, form }: StoredCase, bundle: OwnReferral['bundle'], otherwise: string): string => {
  const from = bundle.forms.find(({ id }) => id === form)?.from ?? [];
  const first = events.find(({ kind, by }) => kind === 'answered' && from.includes(by.role));
  return first?.by.role ?? otherwise;
};

const asOwn = async (
  office: Office,
  asked: Actor,
  stored: StoredCase,
  line?: CaseLine,
): Promise<{ own: OwnReferral; actor: Actor }> => {
  const bundle = await office.store.definition(asked.programme, stored.definition);
  const form = bundle?.forms.find(({ id }) => id === stored.form);
  if (!bundle || !form) throw notHere();
  const role = roleIn(stored, bundle, asked.role);
  const actor = { ...asked, role };
  const own: OwnReferral = {
    bundle,
    slug: asked.programme,
    ref: stored.ref,
    name: stored.name,
    began: stored.began,
    form,
    role,
    events: stored.events,
    copies: await office.referrals.copies(actor, stored.ref),
    // Only the page of the one referral says so.
    notGone: line ? [] : await office.referrals.notGone(asked.programme, { ref: stored.ref, role }),
    demonstration: stored.demonstration,
    now: office.now(),
    // Which appeals are open is on the page of the one referral alone.
    ...(line && { stands: { stage: line.standing.stage, since: line.standing.since, appeals: [] } }),
  };
  return { own, actor };
};

/** Takes a request; gives the referral that its address names. Throws `NotFound` for all but those who sent it. */
export const ownReferral = async (
  office: Office,
  request: FastifyRequest,
): Promise<{ own: OwnReferral; actor: Actor }> => {
  const { programme: slug, ref } = request.params as { programme: string; ref: string };
  const actor = await senderOf(office, request, slug, bundleOf(office, slug));
  const stored = await office.store.open(actor, ref);
  if (!stored) throw notHere();
  return asOwn(office, actor, stored);
};

/** So many are shown; whoever sends more than that looks for one by its reference. */
const mostShown = 200;

/** All referrals of somebody in a programme, the latest first. */
export const ownReferrals = async (office: Office, actor: Actor): Promise<OwnReferral[]> => {
  const { lines } = await office.store.list(actor, { closed: true, sort: 'began', size: mostShown });
  const open = async (line: CaseLine): Promise<OwnReferral[]> => {
    const stored = await office.store.open(actor, line.ref);
    return stored ? [(await asOwn(office, actor, stored, line)).own] : [];
  };
  return (await Promise.all(lines.map(open))).flat();
};
