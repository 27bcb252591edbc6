import { afterEach, beforeEach, expect, test } from 'vitest';
import { inspect } from './inspect.js';
import { openPage, openPortal, type Portal, soon } from './portal-for-tests.js';

let portal: Portal;
beforeEach(async () => {
  portal = await openPortal();
});
afterEach(() => portal.close());

test('An open outline follows the file, says what changed, and keeps what was unfolded', async () => {
  const { page, complaints, context } = await openPage(portal, { javaScript: true });
  await page.goto(`${portal.url}/gardening`);
  await soon(() => page.locator('#said').count()).toBe(1);
  await page.waitForTimeout(500);
  await portal.edit('The applicant must be 18 or over.', 'Nobody under 18 may apply.');
  await page.getByText('Nobody under 18 may apply.').waitFor();
  const changed = page.locator('[data-item]', { hasText: 'Just changed' }).last();
  expect(await changed.innerText()).toContain('Nobody under 18 may apply.');
  await soon(() => page.locator('#said').textContent()).toBe('The definition was saved, and this page follows it.');
  await inspect(page, 'an outline that just changed', portal.ids);
  expect(complaints).toEqual([]);
  await context.close();
}, 60_000);

test('A mistake shows with its line while the last good version stays; mending it takes the problem away', async () => {
  const { page, complaints, context } = await openPage(portal, { javaScript: true });
  await page.goto(`${portal.url}/gardening`);
  await page.waitForTimeout(500);
  await portal.edit('at least 18 years before', 'at leest 18 years before');
  const problem = page.locator('.rubric-problem--error').first();
  await problem.waitFor();
  const words = await problem.innerText();
  expect(words).toMatch(/programme\.yaml, line \d+/);
  expect(words).toContain('at leest 18 years before');
  expect(await page.locator('#content').textContent()).toContain('Application form');
  await soon(() => page.locator('#said').textContent()).toContain('with a mistake in it');
  await inspect(page, 'an outline with a mistake', portal.ids);
  await portal.edit('at leest 18 years before', 'at least 18 years before');
  await soon(() => page.locator('.rubric-problem--error').count()).toBe(0);
  expect(complaints).toEqual([]);
  await context.close();
}, 60_000);

test('A page being filled in keeps what is typed while its questions follow the file', async () => {
  const { page, complaints, context } = await openPage(portal, { javaScript: true });
  await page.goto(`${portal.url}/gardening`);
  await page.getByRole('button', { name: 'Fill in the application form' }).click();
  await page.getByRole('link', { name: 'Who you are' }).click();
  await page.getByLabel('Full name').fill('Sam Reed');
  await page.waitForTimeout(500);
  await portal.edit('hint: For example 27 3 1985', 'hint: As it stands in the passport');
  await page.getByText('As it stands in the passport').waitFor();
  expect(await page.getByLabel('Full name').inputValue()).toBe('Sam Reed');
  await soon(() => page.evaluate(() => document.activeElement?.id)).toBe('root_full-name');
  await portal.edit('full-name: { ask: Full name', 'full-name: { aks: Full name');
  await page.locator('.rubric-problem--error').first().waitFor();
  expect(await page.getByLabel('Full name').inputValue()).toBe('Sam Reed');
  await portal.edit('full-name: { aks: Full name', 'full-name: { ask: Full name');
  await soon(() => page.locator('.rubric-problem--error').count()).toBe(0);
  expect(complaints).toEqual([]);
  await context.close();
}, 60_000);

test('An open decision follows the rule that was changed', async () => {
  const { page, context } = await openPage(portal, { javaScript: true });
  await page.goto(`${portal.url}/gardening`);
  await page.getByRole('button', { name: 'Fill in the application form' }).click();
  await page.getByRole('link', { name: 'Decision', exact: true }).click();
  await page.getByText('Why?').first().click();
  await page.waitForTimeout(500);
  await portal.edit('date-of-birth is at least 18 years', 'date-of-birth is at least 21 years');
  await page.getByText('at least 21 years').first().waitFor();
  await soon(() => page.locator('details.rubric-why[open]').count()).toBe(1);
  await context.close();
}, 60_000);
