/** What somebody types while the script of a page of questions is still coming, or is only just awake, counts. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillDay, goOn, headed, openPage, openPortal, type Portal, soon } from './portal-for-tests.js';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

const script = /\/questions[^/]*\.js$/;

/** A busy machine: what a script puts off until later comes only once the test says so. */
const putOff = (): void => {
  const held: (() => void)[] = [];
  let holding = true;
  const { postMessage } = MessagePort.prototype;
  MessagePort.prototype.postMessage = function (this: MessagePort, ...words: [unknown]) {
    if (holding) held.push(() => postMessage.apply(this, words));
    else postMessage.apply(this, words);
  };
  Object.assign(window, {
    letGo: () => {
      holding = false;
      for (const send of held.splice(0)) send();
    },
  });
};
const letGo = (page: Page): Promise<void> => page.evaluate(() => (window as unknown as { letGo(): void }).letGo());

/** As a browser fills a box from what it knows of somebody: no key is pressed before. Runs in the browser. */
const fillByItself = (box: HTMLElement | SVGElement, words: string): void => {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(box, words);
  box.dispatchEvent(new Event('input', { bubbles: true }));
};

/** Goes to a page of questions whose script is kept from coming; gives what lets it come. */
const goWithoutScript = async (page: Page, address: string): Promise<() => Promise<void>> => {
  let come: () => void = () => undefined;
  const coming = new Promise<void>((resolve) => {
    come = resolve;
  });
  await page.route(script, async (route) => {
    await coming;
    await route.continue();
  });
  await page.goto(address, { waitUntil: 'commit' });
  await page.getByRole('button', { name: 'Save and continue', exact: true }).waitFor();
  return async () => {
    come();
    await page.waitForLoadState('load');
    await page.unroute(script);
  };
};

const begin = async (page: Page): Promise<string> => {
  await page.goto(`${portal.url}/gardening`);
  await page.getByRole('button', { name: 'Fill in the application form' }).click();
  await page.waitForURL(/forms\/application$/);
  return page.url();
};

const whoYouAre = async (page: Page): Promise<void> => {
  await page.getByLabel('Full name').fill('Sam Reed');
  await fillDay(page, 'Date of birth', ['27', '3', '1985']);
  await fillDay(page, 'Date of the application', ['1', '3', '2026']);
  await page.getByLabel('The applicant', { exact: true }).check();
};

/** All of `whoYouAre` came to the server: the next page is there, and the answers can be read. */
const isSent = async (page: Page, form: string): Promise<void> => {
  await headed(page, 'The garden');
  await page.goto(`${form}/check`);
  for (const words of ['Sam Reed', 'Wednesday 27 March 1985', 'Sunday 1 March 2026', 'The applicant'])
    await soon(() => page.locator('main').innerText()).toContain(words);
};

test('What is typed before the script comes is sent', async () => {
  const { page, complaints, context } = await openPage(portal, { javaScript: true });
  const form = await begin(page);
  const scriptComes = await goWithoutScript(page, `${form}/pages/who-you-are`);
  await whoYouAre(page);
  await scriptComes();
  await goOn(page);
  await isSent(page, form);
  expect(complaints).toEqual([]);
  await context.close();
}, 60_000);

test('What the browser fills in by itself when the script has just come to a busy machine is sent', async () => {
  const { page, complaints, context } = await openPage(portal, { javaScript: true });
  const form = await begin(page);
  await page.addInitScript(putOff);
  const scriptComes = await goWithoutScript(page, `${form}/pages/who-you-are`);
  await scriptComes();
  const birth = page.getByRole('group', { name: 'Date of birth' });
  await birth.getByLabel('Day').evaluate(fillByItself, '27');
  await letGo(page);
  await birth.getByLabel('Month').fill('3');
  await birth.getByLabel('Year').fill('1985');
  await page.getByLabel('Full name').fill('Sam Reed');
  await fillDay(page, 'Date of the application', ['1', '3', '2026']);
  await page.getByLabel('The applicant', { exact: true }).check();
  await goOn(page);
  await isSent(page, form);
  expect(complaints).toEqual([]);
  await context.close();
}, 60_000);

test('A button pressed when the script has just come to a busy machine sends what is typed', async () => {
  const { page, complaints, context } = await openPage(portal, { javaScript: true });
  const form = await begin(page);
  await page.addInitScript(putOff);
  const scriptComes = await goWithoutScript(page, `${form}/pages/who-you-are`);
  await whoYouAre(page);
  await scriptComes();
  await goOn(page);
  await isSent(page, form);
  expect(complaints).toEqual([]);
  await context.close();
}, 60_000);

test('What is changed before the script comes is not put back as it was', async () => {
  const { page, complaints, context } = await openPage(portal, { javaScript: true });
  const form = await begin(page);
  await page.goto(`${form}/pages/garden`);
  await page.getByLabel('A long-handled hoe').check();
  await page.getByLabel('About the garden').fill('Two beds');
  // Something is missing, so the page comes again with what was typed.
  await goOn(page);
  await page.locator('#error-summary').waitFor();
  await page.goto(`${form}/pages/garden`);
  expect(await page.getByLabel('About the garden').inputValue()).toBe('Two beds');
  const scriptComes = await goWithoutScript(page, `${form}/pages/garden`);
  await page.getByLabel('A long-handled hoe').uncheck();
  await page.getByLabel('About the garden').fill('Two beds and a pond');
  await scriptComes();
  // React draws the question anew, by what it knows.
  await page.getByLabel('A spade').check();
  await page.getByLabel('Years of experience').fill('4');
  expect(await page.getByLabel('A long-handled hoe').isChecked()).toBe(false);
  expect(await page.getByLabel('About the garden').inputValue()).toBe('Two beds and a pond');
  expect(complaints).toEqual([]);
  await context.close();
}, 60_000);
