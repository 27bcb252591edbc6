/** What there is in a house besides its cases, so that a route that names it has something behind it. */
import { sql } from 'kysely';
import type { Bundle, Id } from '../../engine/contract/index.js';
import type { Relation } from '../../runtime/server/access/access.js';
import type { Actor } from '../../runtime/server/access/actor.js';
import { bySystem } from '../../runtime/server/store/people-store.js';
import type { PortalForTests, Visitor } from '../runtime/portal/portal-for-tests.js';
import { lately, type Person, system } from './house.js';
import { sendPaper } from './papers.js';

export interface Room {
  portal: PortalForTests;
  bundle: Bundle;
  slug: string;
  /** By what they are to whoever asks. */
  cases: ReadonlyMap<Relation, { programme: string; ref: string }>;
  people: readonly Person[];
  /** The role that refers, and one that works with him. */
  sender: Id;
  role: Id;
}

type Where = Pick<Room, 'portal' | 'bundle' | 'slug' | 'role'>;
const viewIn = ({ slug, role }: Where): Actor => ({
  ...system(slug, false),
  ...{ role, name: 'Sam', email: '', called: '', roles: [role], supporter: false },
});

/** A group of three evenings a week; gives its id. */
export const addGroup = async (where: Where): Promise<string> => {
  const { portal, bundle } = where;
  const declared = bundle.course?.groups[0]?.id;
  const site = bundle.sites[0]?.id;
  const { id } = await portal.opened.office.groups.add(
    viewIn(where),
    {
      ...{ id: 'evening', name: 'Evening', days: [1, 3, 5], first: '2026-06-01', everyWeeks: 1 },
      ...{ from: '18:00', to: '20:00' },
      ...(declared !== undefined && { declared }),
      ...(site !== undefined && { site }),
    },
    'a group',
  );
  return id;
};

/**
 * A group with somebody in it, a day on which it is closed, referrals that are being typed, a review that was asked for, a
 * message, documents that went out and one that waits to be looked at, an invitation. Gives addresses of what no page
 * leads to.
 */
export const furnish = async (room: Room, staff: Visitor, referrer: Visitor): Promise<string[]> => {
  const { portal, slug: here, cases, sender, role } = room;
  const { office, post: mail } = portal.opened;
  const view = viewIn(room);
  const [day, ref] = [lately.slice(0, 10), cases.get('own')?.ref ?? ''];
  const group = await addGroup(room);
  await office.groups.write(view, office.groups.writes.place(view, { group, ref, from: '2026-06-01' }));
  await referrer.send(`/${here}/refer`, {}, '/refer');
  await staff.send(`/${here}/cases/new`, { from: sender }, '/cases/new');
  for (const [relation, one] of cases)
    await office.partnerSupport.askReview(
      { ...view, programme: one.programme },
      {
        key: `aReviewOf-${relation}`.padEnd(24, 'x'),
        ref: one.ref,
        words: 'Please look at how he attends.',
        forRole: role,
      },
    );
  const about = { programme: here, kind: 'note', called: 'Note', address: 'a@example.org', way: 'email', ref } as const;
  await portal.opened.store.within(view, (db) =>
    mail.add(db, { ...about, key: `a note ${day}`, open: true, subject: 'A note', text: 'A note.', html: null }),
  );
  await staff.send(`/${here}/groups/closure-days`, { day: '2026-12-25', because: 'Christmas' }, 'closure-days');
  for (const relation of ['own', 'others', 'other-site'] as const) await sendSome(room, cases.get(relation)?.ref ?? '');
  return [await invited(room), ...(await recordable(room, ref)), ...(await appealable(room, ref, referrer))];
};

/** One document to whoever referred him, one to her, and one that waits for somebody who may see her side. */
const sendSome = async (room: Room, ref: string): Promise<void> => {
  const { documents = [] } = room.bundle;
  const going = { house: room, people: room.people, ref, words: (name: string) => `Of ${name}.` };
  const his = documents.find(({ to, headings }) => to.includes(room.sender) && headings.some(({ asks }) => asks));
  const hers = documents.find((one) => one.hers);
  if (!his || !hers) throw new Error('Nothing goes out.');
  const sent = [await sendPaper(going, his, ''), await sendPaper(going, hers, '1')];
  for (const { document, issue, because } of sent)
    if (issue === undefined) throw new Error(`${document.id} did not go out: ${because}`);
  await sendPaper({ ...going, looks: false }, his, '');
};

/** Where an invitation leads that nobody has taken up. */
const invited = async ({ portal, slug }: Room): Promise<string> => {
  const { people, store } = portal.opened;
  const [{ id = '' } = {}] = await people.demonstrators();
  const by = { id, name: '', email: '', grants: [], administers: 'all' } as const;
  await people.invitations.invite(by, { programme: slug, email: 'ida@people.example', roles: [], administers: true });
  const key = await store.within(bySystem(), async (db) => {
    const { rows } = await sql<{ key: string }>`select key from rubric.message
      where key like 'invitation %' and address = 'ida@people.example'`.execute(db);
    return rows[0]?.key ?? '';
  });
  return `/invitation/${key.replace(/^.*\//, '')}`;
};

/** What those who support her record of her, which a page offers only once it is called for; and a correction of it. */
const recordable = async ({ portal, bundle, slug, people }: Room, ref: string): Promise<string[]> => {
  const { visitor, view } = people.find((one) => one.supporter) ?? {};
  const page = `/${slug}/partner-support/${ref}/1`;
  const [day, id] = [lately.slice(0, 10), 'said-of-her'];
  for (const { id: what } of (bundle.course?.happenings ?? []).filter((each) => each.hers)) {
    const url = `${page}/record/${what}`;
    if ((await visitor?.look(url))?.status !== 200) continue;
    const moments = { happened: day, learned: day, recorded: day };
    const event = {
      id,
      kind: 'happened',
      what,
      about: '1',
      ...moments,
      by: { role: view?.role ?? '' },
      values: {},
    } as const;
    await portal.opened.store.append(system(slug), { ref, key: id, events: [event] });
    return [url, `${page}/corrections/${id}`];
  }
  return [];
};

/** He comes back and is suspended again, which whoever referred him may appeal against; against the first time they have. */
const appealable = async ({ portal, bundle, slug, role }: Room, ref: string, referrer: Visitor): Promise<string[]> => {
  const acts = [
    ['resumed', '2026-11-18'],
    ['suspended', '2026-11-19'],
  ] as const;
  const events = acts.map(([what, day]) => {
    const moments = { happened: day, learned: day, recorded: day };
    return { id: `own-${what}`, kind: 'happened', what, ...moments, by: { role }, values: {} } as const;
  });
  await portal.opened.store.append(system(slug), { ref, key: 'suspended again', events });
  const pages = (bundle.course?.appeals ?? []).map(({ id }) => `/${slug}/my-referrals/${ref}/appeal/${id}`);
  const there: string[] = [];
  for (const url of pages) if ((await referrer.look(url)).status === 200) there.push(url);
  return there;
};
