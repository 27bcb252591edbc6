/** Notes: for those who work with him, kept for good, and struck through where they are taken back. */
import { expect, test } from 'vitest';
import type { Actor } from '../../../../runtime/server/access/actor.js';
import { portalForTests } from '../portal-for-tests.js';

const portal = await portalForTests('definitions/my-time', { now: '2026-03-02T09:00:00Z' });
const facilitator = await portal.as('facilitator', { name: 'Cal Group' });
const lead = await portal.as('service-lead', { name: 'Ada Lead' });
const supporter = await portal.as('partner-support-worker', { name: 'Bea Support' });

let begun = 0;
const begin = async (): Promise<string> => {
  begun += 1;
  const actor: Actor = {
    programme: 'my-time',
    ...{ person: 'system', role: 'staff', side: 'inside' as const, seesHers: false, sites: 'all' as const },
    ...{ name: 'System', email: '', called: 'staff', roles: ['staff'], supporter: false },
  };
  const { ref } = await portal.opened.office.cases.begin(actor, {
    form: 'referral',
    name: 'Dan Example',
    key: `begin the case of a note ${begun}`,
    events: [
      {
        id: `referral-${begun}`,
        kind: 'answered',
        ...{ happened: portal.now(), learned: portal.now(), recorded: portal.now() },
        by: { role: 'referrer' },
        values: { 'full-name': 'Dan Example' },
      },
    ],
  });
  return `/my-time/cases/${ref}/notes`;
};

test('A note is read by colleagues, with who wrote it and when', async () => {
  const page = await begin();
  expect((await facilitator.look(page)).words).toContain('Nobody has noted anything yet');
  await facilitator.send(page, { says: 'He asked for the evening group.\nI said we would look.' });
  expect((await lead.look(page)).words).toContain(
    'He asked for the evening group. I said we would look. Cal Group, facilitator',
  );
});

test('One that is taken back stays, with by whom and why', async () => {
  const page = await begin();
  await facilitator.send(page, { says: 'He starts on Tuesday.' });
  const without = await lead.send(page, { because: ' ' }, '#notes');
  expect(without.status).toBe(422);
  expect(without.words).toContain('Enter why the note is taken back');
  const back = await lead.send(page, { because: 'It was another man.' }, '#notes');
  expect(back.document.querySelector('s')?.textContent).toBe('He starts on Tuesday.');
  expect(back.words).toMatch(/Taken back by Ada Lead, .*: It was another man\./);
});

test('An empty note is asked for, and nothing is kept of it', async () => {
  const page = await begin();
  const shown = await facilitator.send(page, { says: '  ' });
  expect(shown.status).toBe(422);
  expect((await facilitator.look(page)).words).toContain('Nobody has noted anything yet');
});

test('To whoever supports his partner there is no such page, and no link to one', async () => {
  const page = await begin();
  expect((await supporter.look(page)).status).toBe(404);
  expect((await supporter.look(page.replace('/notes', ''))).html).not.toContain('/notes');
});
