/** Deciding together, as My Time's clause 46 has it: its service lead and those who support his partner. */
import { expect, test } from 'vitest';
import type { Actor } from '../../../../runtime/server/access/actor.js';
import { portalForTests } from '../portal-for-tests.js';

const portal = await portalForTests('definitions/my-time', { now: '2026-03-02T09:00:00Z' });
const lead = await portal.as('service-lead', { name: 'Ada Lead' });
const supporter = await portal.as('partner-support-worker', { name: 'Bea Support' });
const facilitator = await portal.as('facilitator', { name: 'Cal Group' });

const begin = async (): Promise<string> => {
  const actor: Actor = {
    programme: 'my-time',
    ...{ person: 'system', role: 'staff', side: 'inside' as const, seesHers: false, sites: 'all' as const },
    ...{ name: 'System', email: '', called: 'staff', roles: ['staff'], supporter: false },
  };
  const { ref } = await portal.opened.office.cases.begin(actor, {
    form: 'referral',
    name: 'Dan Example',
    key: `begin ${Math.random()}`,
    events: [
      {
        id: `referral ${Math.random()}`,
        kind: 'answered',
        ...{ happened: portal.now(), learned: portal.now(), recorded: portal.now() },
        by: { role: 'referrer' },
        values: { 'participant-name': 'Dan Example' },
      },
    ],
  });
  return `/my-time/cases/${ref}/assessment`;
};
const accepts = { agreesTo: 'accepted', reason: '' };

test('Each of those who decide together is named, with what was signed', async () => {
  const page = await begin();
  const before = await lead.look(page);
  expect(before.status).toBe(200);
  expect(before.words).toContain('Service lead Has not signed yet');
  expect(before.words).toContain("Women's Services Has not signed yet");
  const after = await lead.send(page, accepts, 'sign-offs');
  expect(after.words).toContain('That he is accepted. Ada Lead, Monday 2 March 2026');
});

test('Somebody who does not decide sees how far they are, and is asked to sign nothing', async () => {
  const page = await begin();
  const shown = await facilitator.look(page);
  expect(shown.words).toContain('This is decided together');
  expect(shown.document.querySelector('form[action*="sign-offs"]')).toBeNull();
});

test('Where they do not agree it stays open, and the reason of those who support her is on her side alone', async () => {
  const page = await begin();
  await lead.send(page, accepts, 'sign-offs');
  await supporter.send(page, { agreesTo: 'declined', reason: 'What she told us of Tuesday' }, 'sign-offs');
  for (const one of [lead, supporter, facilitator]) {
    const shown = await one.look(page);
    expect(shown.words).toContain('They do not agree. The decision stays open until they do');
    expect(shown.html).not.toContain('Tuesday');
  }
});

test('A refusal needs its reason, and what was chosen is kept', async () => {
  const page = await begin();
  const shown = await lead.send(page, { agreesTo: 'declined', reason: ' ' }, 'sign-offs');
  expect(shown.status).toBe(422);
  expect(shown.words).toContain('Enter why, so that those who decide with you can weigh it');
  expect(shown.document.querySelector<HTMLInputElement>('input[value="declined"]')?.checked).toBe(true);
});

test('A decision cannot be recorded before all of them have signed for it', async () => {
  const page = await begin();
  await lead.send(page, { agreesTo: 'declined', reason: 'He denies everything.' }, 'sign-offs');
  const record = page.replace('assessment', 'record/declined');
  const fields = { on: '2026-03-02', reason: 'He denies everything.' };
  expect((await lead.look(page)).document.querySelector('#decide a')).toBeNull();
  const early = await lead.send(record, fields);
  expect(early.words).toContain('each of those who decide has to sign for it first');
  await supporter.send(page, { agreesTo: 'declined', reason: 'I agree.' }, 'sign-offs');
  const recorded = await lead.send(record, fields);
  expect(recorded.status).toBe(200);
  expect(recorded.words).toContain('Not accepted Since Monday 2 March 2026');
});
