import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inspect } from './inspect.js';
import { faultsListed, fillDay, goOn, headed, openPage, openPortal, type Portal, soon } from './portal-for-tests.js';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

const choose = async (page: Page, legend: string, option: string): Promise<void> => {
  await page.getByRole('group', { name: legend }).getByLabel(option, { exact: true }).check();
};

const fillWhoYouAre = async (page: Page, see: (name: string) => Promise<void>): Promise<void> => {
  await headed(page, 'Who you are');
  await see('the first page');
  await goOn(page);
  await faultsListed(page, [
    'Enter full name',
    expect.stringMatching(/^Enter (the )?date of birth$/),
    expect.stringMatching(/^Enter (the )?date of the application$/),
    'Select an answer to “Who is applying?”',
  ]);
  await see('the first page with faults');
  await page.getByLabel('Full name').fill('Sam Reed');
  await fillDay(page, 'Date of birth', ['31', '2', '1985']);
  await fillDay(page, 'Date of the application', ['1', '3', '2026']);
  await choose(page, 'Who is applying?', 'The applicant');
  await goOn(page);
  await faultsListed(page, ['Date of birth must be a real date, like 27 3 1985']);
  expect(await page.getByRole('group', { name: 'Date of birth' }).getByLabel('Day').inputValue()).toBe('31');
  await fillDay(page, 'Date of birth', ['27', '3', '1985']);
  await goOn(page);
};

const fillGarden = async (page: Page, see: (name: string) => Promise<void>): Promise<void> => {
  await headed(page, 'The garden');
  await see('a page with every kind of question');
  await page.getByLabel('A long-handled hoe').check();
  await page.getByLabel('Years of experience').fill('4');
  await choose(page, 'Are poisons used?', 'No');
  await page.getByLabel('About the garden').fill('Two beds\nand a pond');
  await page
    .getByLabel('A plan of the garden')
    .setInputFiles({ name: 'beds.txt', mimeType: 'text/plain', buffer: Buffer.from('beds') });
  await goOn(page);
};

const fillFamily = async (page: Page, see: (name: string) => Promise<void>, javaScript: boolean): Promise<void> => {
  await headed(page, 'Family');
  await choose(page, 'Does a partner live there?', 'Yes');
  // Without a script the server asks for the rest.
  if (!javaScript) await goOn(page);
  await page.getByRole('button', { name: 'Add a partner' }).click();
  await page.getByLabel('A number that is safe for her').fill('07700 900 982');
  await page.getByRole('button', { name: 'Add a child' }).click();
  await page.getByLabel('Age').fill('7');
  await page.getByRole('button', { name: 'Add another child' }).click();
  await page.getByRole('button', { name: 'Remove child 2' }).click();
  await soon(() => page.getByLabel('Age').count()).toBe(1);
  expect(await page.getByLabel('Age').inputValue()).toBe('7');
  expect(await page.getByLabel('A number that is safe for her').inputValue()).toBe('07700 900 982');
  await see('a page with entries');
  await goOn(page);
};

const send = async (page: Page, see: (name: string) => Promise<void>): Promise<void> => {
  await headed(page, 'Confirmation');
  await page.getByLabel('Signature').fill('Sam Reed');
  await goOn(page);
  await headed(page, 'Check your answers');
  const answers = await page.locator('main').innerText();
  expect(answers).toContain('Wednesday 27 March 1985');
  expect(answers).toContain('beds.txt');
  expect(answers).toContain('07700 900 982');
  await see('check your answers');
  await goOn(page, 'Send');
};

const judge = async (page: Page, see: (name: string) => Promise<void>): Promise<void> => {
  await page.getByRole('link', { name: 'Is the applicant keen to garden?' }).click();
  await see('a judgement');
  await choose(page, 'Is the applicant keen to garden?', 'Yes');
  await goOn(page, 'Record it');
  await faultsListed(page, ['Enter the reason for this judgement']);
  await see('a judgement with faults');
  await page.getByLabel('The reason for this judgement').fill('Brought a spade.');
  await goOn(page, 'Record it');
  await see('what people decide');
  for (const [link, answer] of [
    ['Consent to: Photographs of the garden', 'Given'],
    ['Garden rules', 'Signed'],
  ] as const) {
    await page.getByRole('link', { name: link }).click();
    await page.getByLabel(answer, { exact: true }).check();
    await page.getByLabel('Hillside staff').check();
    await goOn(page, 'Record it');
  }
  await page.getByRole('link', { name: 'See the decision' }).click();
};

const journey = async (javaScript: boolean): Promise<void> => {
  const { page, complaints, context } = await openPage(portal, { javaScript });
  const see = (name: string): Promise<void> => inspect(page, name, portal.ids, javaScript);
  await page.goto(portal.url);
  await see('choose a programme');
  await page.getByRole('link', { name: 'Gardening Together' }).click();
  await see('the outline');
  await page.getByRole('button', { name: 'Fill in the application form' }).click();
  await see('the task list');
  await page.getByRole('link', { name: 'Who you are' }).click();
  await fillWhoYouAre(page, see);
  await fillGarden(page, see);
  await fillFamily(page, see, javaScript);
  await send(page, see);
  await headed(page, 'Not enough information');
  expect(await page.content()).not.toContain('07700');
  await see('a decision with something missing');
  await judge(page, see);
  await headed(page, 'Eligible');
  await page.getByText('Why?').first().click();
  expect(await page.locator('details[open]').first().innerText()).toContain('Wednesday 27 March 1985');
  await see('a decision with a why');
  expect(complaints).toEqual([]);
  await context.close();
};

test(
  'An application goes from the first page to a decision, and every page on the way is fit for everybody',
  () => journey(true),
  400_000,
);

test('The same goes without JavaScript', () => journey(false), 400_000);

test('With JavaScript a question appears as soon as it is called for, and goes again', async () => {
  const { page, complaints, context } = await openPage(portal, { javaScript: true });
  await page.goto(`${portal.url}/gardening`);
  await page.getByRole('button', { name: 'Fill in the application form' }).click();
  await page.getByRole('link', { name: 'Who you are' }).click();
  await choose(page, 'Who is applying?', 'An agency');
  await page.getByLabel('Name of the agency').fill('Allotments United');
  await choose(page, 'Who is applying?', 'The applicant');
  await soon(() => page.getByLabel('Name of the agency').count()).toBe(0);
  await choose(page, 'Who is applying?', 'An agency');
  expect(await page.getByLabel('Name of the agency').inputValue()).toBe('Allotments United');
  await inspect(page, 'a page with a question that appeared', portal.ids);
  expect(complaints).toEqual([]);
  await context.close();
}, 60_000);

test('The list of faults takes the focus, and its links end in the fields', async () => {
  const { page, context } = await openPage(portal, { javaScript: true });
  await page.goto(`${portal.url}/gardening`);
  await page.getByRole('button', { name: 'Fill in the application form' }).click();
  await page.getByRole('link', { name: 'Who you are' }).click();
  await goOn(page);
  const focused = () => page.evaluate(() => document.activeElement?.id ?? '');
  await soon(focused).toBe('error-summary');
  await page.getByRole('link', { name: /^Enter (the )?date of birth$/ }).click();
  await soon(focused).toBe('root_date-of-birth');
  await context.close();
}, 60_000);

/** Goes on with the Tab key until the focus is on what has these words; fails after a hundred. */
const tabTo = async (page: Page, words: string | RegExp): Promise<void> => {
  const focused = () =>
    page.evaluate(() => {
      const active = document.activeElement;
      const labels = active instanceof HTMLInputElement ? [...(active.labels ?? [])].map((one) => one.textContent) : [];
      return [active?.textContent, ...labels].join(' ').trim();
    });
  for (let n = 0; n < 100; n += 1) {
    await page.keyboard.press('Tab');
    const at = await focused();
    if (typeof words === 'string' ? at.startsWith(words) : words.test(at)) return;
  }
  throw new Error(`Tab never came to “${words}”.`);
};

test('With the keyboard alone a page is reached, filled in and sent', async () => {
  const { page, context } = await openPage(portal, { javaScript: true });
  await page.goto(portal.url);
  await tabTo(page, 'Skip to main content');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Gardening Together');
  await page.keyboard.press('Enter');
  await page.waitForURL(/gardening$/);
  await tabTo(page, 'Fill in the application form');
  await page.keyboard.press('Enter');
  await page.waitForURL(/forms\/application$/);
  await tabTo(page, 'Who you are');
  await page.keyboard.press('Enter');
  await page.waitForURL(/who-you-are/);
  await tabTo(page, 'Full name');
  await page.keyboard.type('Sam Reed');
  for (const part of ['27', '3', '1985', '1', '3', '2026']) {
    await page.keyboard.press('Tab');
    await page.keyboard.type(part);
  }
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await tabTo(page, 'Save and continue');
  await page.keyboard.press('Enter');
  await page.waitForURL(/pages\/garden/);
  await context.close();
}, 60_000);

test('Enter in a text box goes on, and never presses another button', async () => {
  const { page, context } = await openPage(portal, { javaScript: false });
  await page.goto(`${portal.url}/gardening`);
  await page.getByRole('button', { name: 'Fill in the application form' }).click();
  await page.getByRole('link', { name: 'Family' }).click();
  await page.getByRole('button', { name: 'Add a child' }).click();
  await choose(page, 'Does a partner live there?', 'No');
  await page.getByLabel('Age').fill('7');
  await page.getByLabel('Age').press('Enter');
  await headed(page, 'Confirmation');
  await context.close();
}, 60_000);
