/** Cases that are begun, opened, and added to. */
import { expect, test } from 'vitest';
import { course, told } from '../../engine/course/story.js';
import { storeForTests, viewOf } from './store-for-tests.js';

const { store } = await storeForTests();
const bundle = course(`
records:
  worry: { called: the support worker was worried, by: support-worker, ours: test }
`);
const staff = viewOf('staff');

test('a case that is begun is found again by its reference', async () => {
  const referral = told('answered', '2026-01-02', { 'full-name': 'Tom Reed' }, 'referrer');
  const begun = await store.begin(staff, { form: 'referral', name: 'Tom Reed', bundle, key: 'a', events: [referral] });
  expect(begun.ref).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  expect(begun.version).toEqual({ his: 1 });
  expect(await store.open(staff, begun.ref)).toEqual(begun);
  expect(begun.events).toEqual([referral]);
  expect(await store.definition('evening', bundle.digest)).toEqual(JSON.parse(JSON.stringify(bundle)));
});
