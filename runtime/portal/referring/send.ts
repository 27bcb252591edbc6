/** Sending a form: it begins a case, or adds to the one that it is of; and the draft is gone. */
import { randomBytes } from 'node:crypto';
import type { CaseEvent } from '../../../engine/contract/index.js';
import type { StoredCase } from '../../server/store/contract.js';
import { toBeSent } from '../form/send-form.js';
import type { Fault } from '../layout/error-summary.js';
import type { Office } from '../office.js';
import type { DraftDesk } from './draft-desk.js';
import { tieToSender } from './told-sender.js';
import { nameless, nameOf, siteOf } from './who-it-is.js';

export type Sending = { kind: 'sent'; case: StoredCase } | { kind: 'faults'; faults: Fault[] };

const eventOf = ({ open: { actor, kept }, part }: DraftDesk, now: string): CaseEvent => {
  const isOwn = actor.side === 'outside';
  return {
    id: randomBytes(15).toString('base64url'),
    kind: 'answered',
    happened: now,
    learned: now,
    recorded: now,
    by: { role: kept.role, ...(isOwn && actor.name !== '' && { name: actor.name }) },
    values: toBeSent(part),
  };
};

const begin = async (office: Office, { open, part }: DraftDesk, event: CaseEvent): Promise<StoredCase> => {
  const { actor, kept, bundle } = open;
  const site = siteOf(bundle, event.values);
  const name = nameOf(bundle, event.values) ?? nameless;
  const begun = await office.cases.begin(actor, {
    form: part.form.id,
    name,
    ...(site !== undefined && { site }),
    ...(actor.side === 'outside' && { referrer: actor.person }),
    // One draft is one case, however often it is sent.
    key: `draft-${kept.id}`,
    events: [event],
  });
  if (actor.side === 'inside') await tieToSender(office, actor, begun.ref, { bundle, role: kept.role, ...event });
  return begun;
};

const add = async (office: Office, { open }: DraftDesk, ref: string, event: CaseEvent): Promise<Sending> => {
  const { actor, kept, bundle } = open;
  const { id: _id, recorded: _recorded, by, ...told } = event;
  const outcome = await office.cases.record(actor, ref, {
    key: `draft-${kept.id}`,
    events: [{ ...told, by: { role: by.role } }],
  });
  if (!outcome) return { kind: 'faults', faults: [{ message: 'This referral is no longer here to be added to.' }] };
  if (outcome.kind === 'refused') return { kind: 'faults', faults: [{ message: outcome.because }] };
  const name = nameOf(bundle, event.values);
  if (name !== undefined) await office.store.describe(actor, ref, { name });
  return { kind: 'sent', case: outcome.case.stored };
};

/** Sends what is on the desk. A fault where there is nothing to be sent, or where it is not taken; then all is kept. */
export const send = async (office: Office, desk: DraftDesk): Promise<Sending> => {
  const { actor, kept } = desk.open;
  const event = eventOf(desk, office.now());
  const { settled = [] } = desk.part;
  if (Object.keys(event.values).every((id) => settled.includes(id))) {
    const message =
      kept.ref === undefined ? 'Answer at least one question before you send it' : 'Nothing has changed yet';
    return { kind: 'faults', faults: [{ message, href: desk.way.at }] };
  }
  const sending: Sending =
    kept.ref === undefined
      ? { kind: 'sent', case: await begin(office, desk, event) }
      : await add(office, desk, kept.ref, event);
  if (sending.kind === 'sent') await office.referrals.drafts.drop(actor, kept.id);
  return sending;
};
