/** A register in a real browser: with 12 people and with 30, wide and narrow, and marked without a mouse. */
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test, vi } from 'vitest';
import { startChromium } from '../../../browser/chromium.js';
import { inspect, markupFaults } from '../../../browser/inspect.js';
import { actorOf, smallDefinitions } from '../../groups/small-programme.js';
import { portalForTests } from '../portal-for-tests.js';

vi.setConfig({ testTimeout: 180_000 });
const portal = await portalForTests(smallDefinitions, { now: '2026-04-13T19:00:00Z' });
const { cases, groups } = portal.opened.office;
const actor = actorOf('leader');

/** A group of so many men who have started. */
const groupOf = async (id: string, people: number): Promise<void> => {
  const monday = { id, name: `Group of ${people}`, site: 'north', days: [1], from: '18:00', to: '20:00' };
  await groups.add(actor, { ...monday, first: '2026-04-13', everyWeeks: 1 }, `made ${id}`);
  for (let n = 1; n <= people; n += 1) {
    const event = {
      happened: '2026-04-01',
      learned: '2026-04-01',
      recorded: '2026-04-01',
      by: { role: 'leader' },
      values: {},
    };
    const name =
      n === 3 ? 'Bartholomew Featherstonehaugh-Cholmondeley the Younger' : `Man ${String(n).padStart(2, '0')}`;
    const { ref } = await cases.begin(actor, {
      form: 'referral',
      name,
      key: `begin ${id} ${n}`,
      events: ['accepted', 'started'].map((what) => ({
        id: `${what} ${id} ${n}`,
        kind: 'happened' as const,
        what,
        ...event,
      })),
    });
    await groups.write(actor, groups.writes.place(actor, { group: id, ref, from: '2026-04-13' }));
  }
};
await groupOf('twelve', 12);
await groupOf('thirty', 30);

await portal.app.listen({ port: 0, host: '127.0.0.1' });
const url = `http://localhost:${(portal.app.server.address() as AddressInfo).port}`;
const browser = await startChromium();
afterAll(() => browser.close());

const pageFor = async (javaScriptEnabled = true) => {
  const leader = await portal.as('leader');
  const context = await browser.newContext({ javaScriptEnabled });
  await context.addCookies(
    leader
      .cookie()
      .split('; ')
      .map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url })),
  );
  return context.newPage();
};

test.each(['twelve', 'thirty'])('a register of %s people has no fault at either width', async (id) => {
  const page = await pageFor();
  const answer = await page.goto(`${url}/evening/groups/${id}/sessions/2026-04-13`);
  expect(await markupFaults((await answer?.text()) ?? '')).toEqual([]);
  await inspect(page, `register of ${id}`, ['absence-looked-at', 'heard-from-participant', 'not-held']);
});

test('the pages around it have no fault either', async () => {
  const page = await pageFor();
  for (const path of [
    '',
    '/twelve',
    '/twelve/change',
    '/twelve/end',
    '/new',
    '/closure-days',
    '/thirty/sessions/2026-04-13/catch-ups',
    '/twelve/sessions/2026-04-20',
  ]) {
    const answer = await page.goto(`${url}/evening/groups${path}`);
    expect(await markupFaults((await answer?.text()) ?? ''), path).toEqual([]);
    await inspect(page, path, ['absence-looked-at', 'not-held']);
  }
});

test('twelve people are marked with twelve keys, what follows is told as they are, and Enter saves', async () => {
  const page = await pageFor();
  await page.goto(`${url}/evening/groups/twelve/sessions/2026-04-13`);
  const names = await page
    .locator('[data-person]')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-person')));
  await page.locator(`#mark-${names[0]}`).focus();
  // 1 is attended, 2 late, 3 absent, each in the order of the choices; each goes on to the next person.
  for (let n = 0; n < 12; n += 1) await page.keyboard.press(n === 4 ? '3' : '1');
  expect(await page.locator('[type=radio]:checked').count()).toBe(12);
  const absent = page.locator(`#causes-${names[4]}`);
  await expect.poll(() => absent.innerText(), { timeout: 20_000 }).toContain('Sessions missed in a row: 1.');
  await page.locator('#facilitators').focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('#content').innerText(), { timeout: 20_000 }).toContain('Saved.');
  expect(await page.locator('[value=attended]:checked').count()).toBe(11);
  await inspect(page, 'saved', ['absence-looked-at']);
});

test('on paper twelve people are on one page: with what was recorded of them, and to be marked by hand', async () => {
  const page = await pageFor();
  const pagesOf = async (day: string): Promise<number> => {
    await page.goto(`${url}/evening/groups/twelve/sessions/${day}`);
    return (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  };
  expect(await pagesOf('2026-04-13')).toBe(1);
  expect(await pagesOf('2026-04-20')).toBe(1);
  await page.emulateMedia({ media: 'print' });
  // Each has a box for each mark, one for having been in touch, and a line to write on.
  const boxes = await page.locator('.rubric-register__boxes').evaluateAll((all) => all.map((one) => one.textContent));
  expect(boxes).toHaveLength(12);
  expect(boxes[0]).toBe('☐ Attended☐ Late☐ Absent☐ Not held for him☐ In touch beforeReason');
  expect(await page.locator('.rubric-register__boxes').first().isVisible()).toBe(true);
});

test('without a script every person is one stop of the tab key, and the space bar marks him', async () => {
  const page = await pageFor(false);
  await page.goto(`${url}/evening/groups/thirty/sessions/2026-04-13`);
  const [first] = await page
    .locator('[data-person]')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-person')));
  await page.locator(`#mark-${first}`).focus();
  await page.keyboard.press('Space');
  expect(await page.locator(`#mark-${first}`).isChecked()).toBe(true);
  await page.getByRole('button', { name: 'Show what this causes' }).press('Enter');
  await expect
    .poll(() => page.locator(`#causes-${first}`).innerText(), { timeout: 20_000 })
    .toContain('Weeks completed: 1.');
});
