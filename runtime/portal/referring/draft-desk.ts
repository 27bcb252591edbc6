/** A draft on the desk of whoever types it. */
import type { FastifyRequest } from 'fastify';
import type { Bundle } from '../../../engine/contract/index.js';
import type { Actor } from '../../server/access/actor.js';
import type { KeptDraft } from '../../server/store/draft-store.js';
import { NotFound } from '../error-page/faults.js';
import type { CaseForm } from '../form/case-form.js';
import { formNamed } from '../form/case-form.js';
import type { Desk } from '../form/desk.js';
import { bundleOfCase, withHers } from '../form/kept-apart.js';
import { bundleOf, type Office } from '../office.js';
import { localDay } from '../words/dates.js';
import { settledBy } from './who-refers.js';

/** A draft that an address names, with the definition that it is filled in by. */
export interface OpenDraft {
  actor: Actor;
  kept: KeptDraft;
  /** The whole definition: that of the case it adds to, or the present one. */
  bundle: Bundle;
}
export interface DraftDesk extends Desk {
  open: OpenDraft;
}

/** Anybody who is told that something is not there is told so in these words. */
export const notHere = (): NotFound => new NotFound('There is no page at this address.');

/** Takes who asks and the id of a draft of his. Throws `NotFound` where he has none with it. */
export const draftAt = async (office: Office, asked: Actor, id: string): Promise<OpenDraft> => {
  const kept = await office.referrals.drafts.find(asked, id);
  if (!kept) throw notHere();
  // Somebody outside acts as what he began it as; staff write down for others.
  const actor = asked.side === 'outside' ? { ...asked, role: kept.role } : asked;
  if (kept.ref === undefined) return { actor, kept, bundle: bundleOf(office, actor.programme) };
  const found = await office.store.open(actor, kept.ref);
  const bundle = found && (await office.store.definition(actor.programme, found.definition));
  if (!bundle) throw notHere();
  return { actor, kept, bundle };
};

/** Takes a draft, where its pages stand, and what stands around them; gives it as a form to be filled in. */
export const deskFor = (
  office: Office,
  request: FastifyRequest,
  open: OpenDraft,
  { at, ...around }: { at: string } & Pick<Desk, 'back' | 'around'>,
): DraftDesk => {
  const { actor, kept, bundle: whole } = open;
  const now = office.now();
  const asItStands = withHers(whole, kept);
  const shown = bundleOfCase(whole, asItStands);
  const form = formNamed(shown, kept.began);
  const { bundle, answers: said } = settledBy(shown, form, kept.role);
  // Of a referral that was sent the answers stand as they are now.
  const answers = kept.ref === undefined ? { ...asItStands.answers, ...said } : { ...said, ...asItStands.answers };
  const draft = { ...asItStands, answers };
  const { back: from } = request.query as { back?: unknown };
  const part: CaseForm = {
    bundle,
    form,
    draft,
    today: localDay(now, bundle.programme.timeZone),
    settled: Object.keys(said),
  };
  return {
    ...around,
    open,
    part,
    way: { at, toCheck: from === 'check' },
    keep: (changed) => office.referrals.drafts.save(actor, whole, { ...kept, ...changed }, now),
  };
};
