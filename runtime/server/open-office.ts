/** Puts together what the pages of the portal are given: store, cases, people, post, and what is built on them. */
import { herSideOf } from '../../engine/case/her-side.js';
import type { Bundle, Id } from '../../engine/contract/index.js';
import { localDay } from '../../engine/document/words/dates.js';
import type { Library } from '../definition/library.js';
import { bundleOf, type Office } from '../portal/office.js';
import { type Access, openAccess } from './access/open-access.js';
import { signOffsIn } from './assessment/sign-offs.js';
import { definitionsFrom } from './cases/definitions.js';
import { nearMisses } from './cases/near-misses.js';
import { openCases } from './cases/open-cases.js';
import { keptEvaluations } from './cases/seen-case.js';
import { standingOf } from './cases/standing.js';
import { openVersions } from './cases/versions.js';
import { isEmpty, isInvented } from './demonstration/whose-store.js';
import { runGroups } from './groups/groups.js';
import { supportPartners } from './partner-support/partner-support.js';
import { openPeople, type People } from './people/people.js';
import { telling } from './post/by-itself.js';
import { type Desk, openDesk } from './post/desk.js';
import { automaton } from './post/going-out.js';
import { openPost, type Post } from './post/post.js';
import { ofItself } from './store/definitions.js';
import { groupStore } from './store/group-store.js';
import { noteStore } from './store/note-store.js';
import { openStore, type Store, type Whereabouts } from './store/open-store.js';
import { bySystem } from './store/people-store.js';
import { referralStore } from './store/referral-store.js';

export interface OfficeOptions {
  library: Library;
  database: Whereabouts;
  /** The one clock. */
  now(): string;
  secret: string;
  /** Where the server is, "https://example.org"; asked for when a link is written. */
  url(): string;
  /** A mail server, and whom letters are from; without one mail is kept and shown. */
  smtpUrl?: string;
  from?: string;
  /** Told of a code to sign in with that no mail takes to whoever asked for it. */
  codeKept?(email: string, code: string): void;
  /** Whether invented cases are about to be filled in, if there is nothing yet. */
  invents?: boolean;
}

/** All of it, with what only the server itself needs. */
export interface Opened {
  office: Office;
  access: Access;
  people: People;
  post: Post;
  store: Store;
  /** Whether everything in the store is invented: set once that is known. */
  introduced: { demonstration: boolean };
  /**
   * What the day brings: works out again how cases stand that were last worked out on an earlier day, sends what has come to
   * be due by itself, and plans sessions ahead. Gives how many cases were worked out. Done again on one day it does nothing.
   */
  refresh(): Promise<number>;
  close(): Promise<void>;
}

const invitationWords = (link: string): string =>
  `You are invited to work with Rubric.\n\nOpen this link within a week. It works once:\n${link}\n`;

/** In whose role the server plans sessions ahead. */
const whoWorksWithHim = (bundle: Bundle): Id | undefined => {
  const { isSupporter } = herSideOf(bundle.people);
  return bundle.people.find(({ id, side }) => side === 'inside' && !isSupporter(id))?.id;
};

export const openOffice = async (options: OfficeOptions): Promise<Opened> => {
  const { library, now, secret, database } = options;
  const evaluations = keptEvaluations();
  const store = await openStore({
    ...database,
    now,
    project: (found, bundle, at, signed) => standingOf(bundle, found, at, evaluations, signed),
  });
  const { from } = options;
  const introduced = { demonstration: false };
  // Nobody outside is to hear of invented people, whatever address they were given: a demonstration has no mail server.
  const isDemonstration =
    (await isInvented({ store })) || (options.invents === true && (await isEmpty({ store, library })));
  const smtpUrl = isDemonstration ? undefined : options.smtpUrl;
  const post = await openPost({
    store,
    now,
    ...(smtpUrl && { smtpUrl }),
    ...(from && { from }),
    demonstration: () => introduced.demonstration,
  });
  const url = options.url();
  const people = openPeople({
    store,
    library,
    now,
    secret,
    url,
    sendCode: async (email, code) => {
      await post.sendCode(email, code);
      if (!post.sends) options.codeKept?.(email, code);
    },
    mails: post.sends,
    sendInvitation: async (email, path) => {
      const says = { subject: 'An invitation to Rubric', text: invitationWords(`${options.url()}${path}`), html: null };
      const about = { programme: '', kind: 'note', called: 'Invitation', address: email, way: 'email' } as const;
      await store.within(bySystem(), (db) =>
        post.add(db, { ...about, key: `invitation ${path}`, open: false, ...says }),
      );
    },
  });
  const access = openAccess({ people, store, library, now, secret, url });
  const present = (programme: string) => bundleOf({ library }, programme);
  const signOffs = signOffsIn(store, now);
  // Whatever is added to a case may call for a message that goes out by itself.
  const told: Store = telling(store, (...of) => desk.byItself.afterRecorded(...of));
  const definitions = definitionsFrom(() => store);
  const misses = nearMisses({ store, definitions, now });
  const cases = openCases({
    store: told,
    definitions,
    present,
    now,
    evaluations,
    refusing: signOffs.refusal,
  });
  const desk: Desk = openDesk({ store, cases, post, now });
  const office: Office = {
    library,
    store: told,
    cases,
    nearMisses: misses,
    desk,
    signOffs,
    notes: noteStore(store),
    versions: openVersions({ store, definitions, present }),
    referrals: referralStore(store.within),
    groups: runGroups({ groups: groupStore(store), cases, store: told, bundle: present, now }),
    partnerSupport: supportPartners({ within: (view, work) => store.within(view, work), cases, now }),
    people: {
      ...people,
      ...access,
      get demonstration() {
        return introduced.demonstration;
      },
    },
    now,
    signedIn: access.door.signedIn,
    actor: access.door.actor,
  };
  return {
    office,
    access,
    people,
    post,
    store,
    introduced,
    async refresh() {
      let refreshed = 0;
      for (const { slug, definition } of await library.all()) {
        const { bundle } = definition.loaded();
        if (!bundle) continue;
        refreshed += await store.refresh(ofItself(slug), localDay(now(), bundle.programme.timeZone));
        await desk.byItself.refresh(slug);
        const role = whoWorksWithHim(bundle);
        if (role !== undefined) await office.groups.planAhead(automaton(bundle, slug, role));
      }
      return refreshed;
    },
    async close() {
      await misses.close();
      await post.stop();
      await store.close();
    },
  };
};
