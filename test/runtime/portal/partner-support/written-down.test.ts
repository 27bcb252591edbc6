/**
 * What those who support her write down is taken, and what comes of it for others is work without a word of why. That no
 * page for anybody else holds any of it, test/safety holds.
 */
import { expect, test } from 'vitest';
import type { EntryAnswers } from '../../../../engine/index.js';
import { portalForTests } from '../portal-for-tests.js';
import { liveHerLife, number, review, token } from './her-life.js';
import { referred, supporting } from './two-partners.js';

const now = '2026-03-02T18:00:00Z';
const programmes = [
  { programme: 'harbour', role: 'partner-support-worker', decider: 'service-lead' },
  { programme: 'my-time', role: 'partner-contact', decider: 'service-lead' },
] as const;

const hers = await portalForTests('definitions', { now });
const partners: EntryAnswers[] = [{ name: `${token} Brook`, phone: number }, { name: `${token} Cole` }];

const houses = new Map<string, { ref: string; faults: string[] }>();
for (const { programme, role, decider } of programmes) {
  const ref = await referred(hers, programme, { more: { 'partner-known': 'yes' }, partners });
  const worker = await hers.as(role, { programme, name: 'Wen Worker' });
  const faults: string[] = [];
  for (const entry of ['1', '2'])
    faults.push(
      ...(await liveHerLife(worker, `/${programme}/partner-support/${ref}/${entry}`, decider, hers)).filter(
        // The second review has the key of the first, and is the same one.
        (fault) => !fault.startsWith('/review'),
      ),
    );
  houses.set(programme, { ref, faults });
}
const houseOf = (programme: string) => {
  const found = houses.get(programme);
  if (!found) throw new Error(programme);
  return found;
};

test.each(programmes)(
  'in $programme every form of hers is taken, and her pages hold what was said',
  async ({ programme, role }) => {
    expect(houseOf(programme).faults).toEqual([]);
    const worker = await hers.as(role, { programme, name: 'Wen Worker' });
    const page = await worker.look(`/${programme}/partner-support/${houseOf(programme).ref}/1`);
    for (const said of ['sister', 'times', 'hears', 'note', 'wishes', 'tried', 'because', 'next', 'said', 'why'])
      expect(page.words).toContain(`${token} ${said}`);
    expect(hers.faults).toEqual([]);
  },
);

test.each(programmes)(
  'in $programme the review is work for whoever decides, without who asked or why',
  async ({ programme, decider }) => {
    const { ref } = houseOf(programme);
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
