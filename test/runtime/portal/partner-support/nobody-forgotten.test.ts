/** Nobody falls out of the list of those who support her: not when his case is over, nor before she has been named. */
import { expect, test } from 'vitest';
import type { CaseEvent } from '../../../../engine/contract/index.js';
import type { Viewpoint } from '../../../../runtime/server/store/contract.js';
import { portalForTests } from '../portal-for-tests.js';

const portal = await portalForTests('definitions/harbour', { now: '2026-03-20T09:00:00Z' });
const supporter = await portal.as('partner-support-worker', { name: 'Bea Support' });
const bundle = portal.library.find('harbour')?.loaded().bundle;

const system: Viewpoint = {
  programme: 'harbour',
  ...{ person: 'system', role: 'system', side: 'inside' as const, seesHers: true, sites: 'all' as const },
};
const event = (id: string, more: Partial<CaseEvent>): CaseEvent => ({
  id,
  kind: 'answered',
  ...{ happened: '2026-03-02', learned: '2026-03-02', recorded: '2026-03-02T12:00:00Z' },
  by: { role: 'referrer' },
  values: {},
  ...more,
});
const begin = async (name: string, events: CaseEvent[]): Promise<void> => {
  if (!bundle) throw new Error('The definition does not compile.');
  await portal.opened.store.begin(system, { form: 'referral', name, bundle, key: `begin ${name}`, events });
};

test('A partner is listed, with whose partner she is, also once his case is over', async () => {
  await begin('Dan Over', [
    event('over-1', { values: { 'partner-known': 'yes', partners: [{ key: 'ann', name: 'Ann Example' }] } }),
    event('over-2', { kind: 'happened', what: 'declined', happened: '2026-03-10', by: { role: 'facilitator' } }),
  ]);
  const page = await supporter.look('/harbour/partner-support');
  expect(page.words).toContain('Ann Example');
  expect(page.words).toContain('Dan Over (his case is over)');
});

test('Where a partner is known and nobody has said who she is, that is said to those who would support her', async () => {
  await begin('Ed Unnamed', [event('unnamed-1', { values: { 'partner-known': 'yes' } })]);
  await begin('Fay None', [event('none-1', { values: { 'partner-known': 'no' } })]);
  const page = await supporter.look('/harbour/partner-support');
  expect(page.words).toMatch(/Nobody has said who she is 1 .* Ed Unnamed/);
  expect(page.document.querySelector('#unnamed')?.textContent).not.toContain('Fay None');
});
