/** What is hers reaches nobody who does not support her: not on any page, and not as a message. */
import { expect, test } from 'vitest';
import type { EntryAnswers } from '../../../../engine/index.js';
import { type PortalForTests, portalForTests, type Seen } from '../portal-for-tests.js';
import { liveHerLife, number, review, token } from './her-life.js';
import { referred, supporting } from './two-partners.js';

const now = '2026-03-02T18:00:00Z';
const programmes = [
  { programme: 'harbour', role: 'partner-support-worker', decider: 'service-lead' },
  { programme: 'my-time', role: 'partner-contact', decider: 'service-lead' },
] as const;

const routes: string[] = [];
/** Two houses alike but for her side: only in the first of them anything was recorded of her. */
const hers = await portalForTests('definitions', {
  now,
  onRoute: ({ method, url }) => void (method === 'GET' && routes.push(url)),
});
const without = await portalForTests('definitions', { now });

const begun = async (portal: PortalForTests, programme: string): Promise<string> => {
  const partners: EntryAnswers[] =
    portal === hers ? [{ name: `${token} Brook`, phone: number }, { name: `${token} Cole` }] : [];
  return referred(portal, programme, {
    more: { 'partner-known': 'yes' },
    partners,
  });
};

interface House {
  ref: string;
  faults: string[];
}
const houses = new Map<string, { mine: House; theirs: House }>();
for (const { programme, role, decider } of programmes) {
  const mine = await begun(hers, programme);
  const worker = await hers.as(role, { programme, name: 'Wen Worker' });
  const faults: string[] = [];
  for (const entry of ['1', '2'])
    faults.push(
      ...(await liveHerLife(worker, `/${programme}/partner-support/${mine}/${entry}`, decider, hers)).filter(
        // The second review has the key of the first, and is the same one.
        (fault) => !fault.startsWith('/review'),
      ),
    );
  const theirs = await begun(without, programme);
  await without.opened.office.partnerSupport.askReview(
    { ...supporting(programme), role, name: '', email: '', called: '', roles: [role], supporter: true },
    { key: review.key, ref: theirs, words: review.words, forRole: decider },
  );
  houses.set(programme, { mine: { ref: mine, faults }, theirs: { ref: theirs, faults: [] } });
}
const houseOf = (programme: string) => {
  const found = houses.get(programme);
  if (!found) throw new Error(programme);
  return found;
};

/** What stands for each part of an address, the likeliest to be something of this case. */
const parts: Record<string, string[]> = {
  entry: ['1'],
  review: [review.key],
  event: ['sent-Alan Ash'],
  what: ['partner-contacted', 'assessment-offered', 'fact.ric'],
  document: ['partner-update', 'acknowledgement', 'mid-way'],
  form: ['referral'],
};
const filled = (url: string): string[] => {
  const part = /:([a-zA-Z]+)(\([^)]*\))?/.exec(url);
  if (!part) return [url];
  return (parts[part[1] ?? ''] ?? ['1']).flatMap((each) => filled(url.replace(part[0], encodeURIComponent(each))));
};

/** Every address that a route of a programme can be asked at, for a case. */
const addressesIn = (programme: string, ref: string): string[] =>
  [...new Set(routes)]
    .filter((url) => url.startsWith('/:programme') && !url.includes('*'))
    .flatMap((url) => filled(url.replace(':programme', programme).replace(':ref', ref)));

const holdsHers = ({ html }: Seen): boolean => html.toLowerCase().includes(token) || /900\s?987/.test(html);

test.each(programmes)(
  'in $programme every form of hers is taken, and her pages hold what was said',
  async ({ programme, role }) => {
    expect(houseOf(programme).mine.faults).toEqual([]);
    const worker = await hers.as(role, { programme, name: 'Wen Worker' });
    const page = await worker.look(`/${programme}/partner-support/${houseOf(programme).mine.ref}/1`);
    for (const said of ['sister', 'times', 'hears', 'note', 'wishes', 'tried', 'because', 'next', 'said', 'why'])
      expect(page.words).toContain(`${token} ${said}`);
    expect(hers.faults).toEqual([]);
  },
);

test.each(programmes)(
  'in $programme no page for anybody else holds a word of hers',
  async ({ programme, role, decider }) => {
    const { ref } = houseOf(programme).mine;
    const others = [
      hers.anybody(),
      await hers.as('administrator', { name: 'Ada Administrator' }),
      await hers.as('referrer', { programme, name: 'Rita Referrer' }),
      ...(await Promise.all(
        ['staff', 'facilitator', decider].map((each) => hers.as(each, { programme, name: `A ${each}` })),
      )),
    ];
    const pages = addressesIn(programme, ref);
    let shown = 0;
    for (const who of others)
      for (const url of pages) {
        const seen = await who.look(url);
        if (seen.status === 200) shown += 1;
        expect(holdsHers(seen), `${who.email} at ${url}`).toBe(false);
        if (url.includes('/partner-support')) expect(seen.status, url).not.toBe(200);
      }
    // Those who support her see the ordinary pages of his case as everybody inside does.
    const worker = await hers.as(role, { programme, name: 'Wen Worker' });
    for (const url of pages.filter((each) => !each.includes('/partner-support') && !each.includes('/releases')))
      expect(holdsHers(await worker.look(url)), `${role} at ${url}`).toBe(false);
    expect(shown).toBeGreaterThan(20);
  },
  240_000,
);

test.each(programmes)(
  'in $programme a page of her side answers others like a page that there is not',
  async ({ programme, decider }) => {
    const lead = await hers.as(decider, { programme, name: `A ${decider}` });
    const { ref } = houseOf(programme).mine;
    const missing = await lead.look(`/${programme}/no-such-page`);
    for (const ending of ['', `/${ref}`, `/${ref}/1`, `/${ref}/1/reach`, `/${ref}/add`])
      expect((await lead.look(`/${programme}/partner-support${ending}`)).html).toBe(missing.html);
  },
);

/** Without what differs from one showing of a page to the next. */
const asAlways = (html: string, ref: string): string =>
  html
    .replaceAll(ref, 'THE-CASE')
    .replace(/name="(_csrf|key)" value="[^"]*"/g, 'name="$1"')
    .replace(/(\/corrections\/)[A-Za-z0-9_-]+/g, '$1one');

test.each(programmes)(
  'in $programme staff get the same bytes whether or not anything is known of her',
  async ({ programme, decider }) => {
    const { mine, theirs } = houseOf(programme);
    let shown = 0;
    for (const role of ['staff', decider]) {
      const here = await hers.as(role, { programme, name: `A ${role}` });
      const there = await without.as(role, { programme, name: `A ${role}` });
      const pages = addressesIn(programme, mine.ref);
      for (const url of pages) {
        const [one, other] = [await here.look(url), await there.look(url.replace(mine.ref, theirs.ref))];
        if (one.status === 200) shown += 1;
        expect(asAlways(one.html, mine.ref), `${role} at ${url}`).toBe(asAlways(other.html, theirs.ref));
      }
    }
    expect(shown).toBeGreaterThan(20);
  },
  240_000,
);

test.each(programmes)(
  'in $programme the review is work for whoever decides, without who asked or why',
  async ({ programme, decider }) => {
    const { ref } = houseOf(programme).mine;
    const lead = await hers.as(decider, { programme, name: `A ${decider}` });
    expect((await lead.look(`/${programme}/today`)).words).toContain('A review of his place was asked for');
    const page = await lead.look(`/${programme}/cases/${ref}`);
    expect(page.words).toContain(`${review.words} Asked for by the service on Monday 2 March 2026`);
    expect(page.words).not.toMatch(/Wen|Women|Support Worker/);
    const answered = await lead.send(`/${programme}/cases/${ref}/reviews/${review.key}`, {
      outcome: 'stays-as-it-is',
      says: 'He attends.',
    });
    expect(answered.words).toContain('His place stays as it is. He attends.');
    expect((await lead.look(`/${programme}/today`)).words).not.toContain('A review of his place was asked for');
  },
);

test('nothing is ever sent to her side by itself, whatever was recorded and however long it lies', async () => {
  for (const at of ['2026-03-09T09:00:00Z', '2026-06-01T09:00:00Z']) {
    hers.at(at);
    await hers.opened.refresh();
  }
  for (const { programme } of programmes) {
    const { messages } = hers.opened.office.desk;
    for (const seesHers of [false, true]) {
      const { rows } = await messages.list({ ...supporting(programme), seesHers }, {});
      expect(rows.filter(({ role }) => role === 'partner')).toEqual([]);
      expect(JSON.stringify(rows).toLowerCase()).not.toContain(token);
    }
  }
});
