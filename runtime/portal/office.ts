import type { FastifyRequest } from 'fastify';
import type { Bundle } from '../../engine/contract/index.js';
import type { Library } from '../definition/library.js';
import { mayOpen } from '../server/access/ability.js';
import type { Actor, SignedIn } from '../server/access/actor.js';
import type { Reception } from '../server/access/open-access.js';
import type { SignOffs } from '../server/assessment/sign-offs.js';
import type { Cases, OpenCase } from '../server/cases/contract.js';
import type { NearMisses } from '../server/cases/near-misses.js';
import type { Versions } from '../server/cases/versions.js';
import type { Groups } from '../server/groups/groups.js';
import type { PartnerSupport } from '../server/partner-support/partner-support.js';
import type { Desk } from '../server/post/desk.js';
import type { CaseStore } from '../server/store/contract.js';
import type { NoteStore } from '../server/store/note-store.js';
import type { ReferralStore } from '../server/store/referral-store.js';
import { NotFound } from './error-page/faults.js';

/** What every controller of the working portal is given. */
export interface Office {
  library: Library;
  store: CaseStore;
  cases: Cases;
  /** Who is one miss away from a recommendation. */
  nearMisses: NearMisses;
  /** What is filled in until it is sent, what went out to whoever refers, and which referrals look alike. */
  referrals: ReferralStore;
  /** Who people are, what they may do and how they come in; what is put on record of them. */
  people: Reception;
  /** What staff note of cases. */
  notes: NoteStore;
  /** By which version of its definition a case goes. */
  versions: Versions;
  /** What those say who decide together. */
  signOffs: SignOffs;
  /** Groups as they are run: places, sessions, closure days, registers. */
  groups: Groups;
  /** Documents of cases and messages: written, looked at, issued, sent. */
  desk: Desk;
  /** What is kept of partners beside their cases, for those who support them; and reviews of his place. */
  partnerSupport: PartnerSupport;
  /** The present instant, "2026-03-02T17:30:00Z"; the only clock of the portal. */
  now(): string;
  /** Who has signed in, if anybody. */
  signedIn(request: FastifyRequest): Promise<SignedIn | undefined>;
  /**
   * Who asks, in the role he acts in there. Throws `NotFound` for somebody without a role in that programme, and
   * `SignInFirst` for somebody who has not signed in.
   */
  actor(request: FastifyRequest, programme: string): Promise<Actor>;
}

/** The definition that new cases of a programme begin under. Throws `NotFound` where there is none. */
export const bundleOf = ({ library }: Pick<Office, 'library'>, programme: string): Bundle => {
  const bundle = library.find(programme)?.loaded().bundle;
  if (!bundle) throw new NotFound('There is no programme at this address.');
  return bundle;
};

/** The case that an address names, before whoever asks. Throws `NotFound` where there is none for him. */
export const caseAt = async (office: Office, request: FastifyRequest): Promise<OpenCase> => {
  const { programme, ref } = request.params as { programme: string; ref: string };
  const found = await office.cases.open(await office.actor(request, programme), ref);
  // The same as of any page that is not there: nobody learns from it whether there is such a case.
  if (!found || !mayOpen(found.actor, found.stored)) throw new NotFound('There is no page at this address.');
  return found;
};
