/** Invitations: a link that works once, for a week, of which only a digest is kept. */

import type { Library } from '../../definition/library.js';
import type { SignedIn } from '../access/actor.js';
import { bySystem, type InvitationRow, peopleStore, type Within } from '../store/people-store.js';
import { bothSides, type Grants, type Outcome, type WantedRole } from './grants.js';
import { digestOf, newToken } from './seal.js';
import { bundleIn, sideOfRole } from './sides.js';
import { asEmail, type Entered, type SignIn } from './sign-in.js';

const days = 7;
const noneToHimself = 'Nobody gives a role to himself. Ask somebody else who administers.';

/** What whoever opens the link is told. */
export interface Invited {
  /** Absent for the first administrator, who says it himself. */
  email?: string;
  programme: string;
  roles: WantedRole[];
  administers: boolean;
}
/** `path`: of the link, where no mail is sent from here, so that whoever invites has to hand it over. Told this once. */
export type Asked = { kind: 'done'; path?: string } | Extract<Outcome, { kind: 'refused' }>;
export interface Invitations {
  invite(
    by: SignedIn,
    wanted: { programme: string; email: string; roles: WantedRole[]; administers: boolean },
  ): Promise<Asked>;
  /** Undefined where there is no such invitation, or it was used, or is too old. */
  find(token: string): Promise<Invited | undefined>;
  accept(
    token: string,
    who: { name: string; email?: string },
  ): Promise<Extract<Entered, { kind: 'in' }> | { kind: 'refused'; because: string } | undefined>;
  /** Of a programme, those that nobody has used yet. */
  open(programme: string): Promise<InvitationRow[]>;
  takeBack(programme: string, id: string): Promise<void>;
  /** The path of a link that makes the first administrator; undefined once there is one. Earlier such links are void. */
  firstAdministrator(): Promise<string | undefined>;
}

interface Parts {
  within: Within;
  library: Pick<Library, 'find'>;
  grants: Grants;
  signIn: SignIn;
  now: () => string;
  /** Takes an address and a path, "/invitation/…". */
  sendInvitation(email: string, path: string): Promise<void>;
  /** Whether what is sent goes out by mail. Default: it does. */
  mails?: boolean;
}

export const openInvitations = (parts: Parts): Invitations => {
  const { within, library, grants, signIn, now, sendInvitation, mails = true } = parts;
  const make = async (
    made: Pick<InvitationRow, 'programme' | 'email' | 'administers' | 'made_by'> & { roles: WantedRole[] },
  ): Promise<string> => {
    const token = newToken();
    const bundle = bundleIn(library, made.programme);
    await within(bySystem(made.programme), (db) =>
      peopleStore.invite(db, {
        ...made,
        id: newToken(),
        token_digest: digestOf(token),
        roles: made.roles.map(({ role, site }) => ({
          role,
          site: site ?? '',
          side: bundle ? sideOfRole(bundle, role) : null,
        })),
        made: now(),
        expires: new Date(Date.parse(now()) + days * 86_400_000).toISOString(),
      }),
    );
    return `/invitation/${token}`;
  };
  const valid = async (token: string): Promise<InvitationRow | undefined> => {
    const found = await within(bySystem(), (db) => peopleStore.invitation(db, digestOf(token)));
    return found && !found.used && found.expires > now() ? found : undefined;
  };
  const wantedOf = ({ roles }: InvitationRow): WantedRole[] =>
    roles.map(({ role, site }) => ({ role, ...(site === '' ? {} : { site }) }));
  const personOf = (email: string) => within(bySystem(), (db) => peopleStore.person(db, { email }));

  return {
    async invite(by, { programme, email, roles, administers }) {
      const address = asEmail(email);
      const person = await personOf(address);
      const checked = await grants.check(programme, roles, person?.id);
      if (checked.kind === 'refused') return checked;
      if (address === by.email) return { kind: 'refused', because: noneToHimself };
      const path = await make({ programme, email: address, administers, made_by: by.id, roles });
      await sendInvitation(address, path);
      return mails ? { kind: 'done' } : { kind: 'done', path };
    },
    async find(token) {
      const found = await valid(token);
      return (
        found && {
          ...(found.email === null ? {} : { email: found.email }),
          programme: found.programme,
          roles: wantedOf(found),
          administers: found.administers,
        }
      );
    },
    async accept(token, { name, email }) {
      const found = await valid(token);
      const address = found?.email ?? (email === undefined ? undefined : asEmail(email));
      if (!found || !address) return undefined;
      const before = await personOf(address);
      // Somebody may have come to be on the other side since it was sent.
      if ((await grants.check(found.programme, wantedOf(found), before?.id)).kind === 'refused' && found.programme)
        return { kind: 'refused', because: bothSides };
      if (!(await within(bySystem(), (db) => peopleStore.useInvitation(db, found.id, now())))) return undefined;
      const entered = await signIn.known(address, name);
      await within(bySystem(found.programme), async (db) => {
        await peopleStore.mark(db, entered.person, { gone: null });
        await peopleStore.name(db, entered.person, name);
        for (const { role, site, side } of found.roles)
          await peopleStore.grant(db, {
            programme: found.programme,
            role,
            site,
            side,
            person: entered.person,
            by: found.made_by,
            now: now(),
          });
        if (found.administers) await peopleStore.administer(db, entered.person, found.programme);
      });
      return entered;
    },
    open: (programme) => within(bySystem(programme), (db) => peopleStore.invitations(db, programme, now())),
    takeBack: (programme, id) => within(bySystem(programme), (db) => peopleStore.uninvite(db, programme, { id })),
    async firstAdministrator() {
      const there = await within(bySystem(), async (db) => {
        const is = await peopleStore.isAdministered(db);
        if (!is) await peopleStore.uninvite(db, '', { first: true });
        return is;
      });
      return there ? undefined : make({ programme: '', email: null, administers: true, made_by: 'system', roles: [] });
    },
  };
};
