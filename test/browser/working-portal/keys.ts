/**
 * Somebody who uses a page by keys alone: Tab and Shift+Tab from where the focus is, Enter, Space, arrows, and what he
 * types. Nothing is clicked, and no field is filled in but by typing; wherever the focus rests, it must be seen to rest.
 */
import { readFile } from 'node:fs/promises';
import type { ElementHandle, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

type Role = Parameters<Page['getByRole']>[0];

/** The most presses of a key that anything on a page may be away. */
const farthest = 400;

/** Whether the element that holds the focus looks so: an outline or a shadow of its own, or of the box its label draws. */
const focusIsSeen = (): boolean => {
  const element = document.activeElement;
  if (!element?.matches(':focus-visible')) return false;
  const label = element.id === '' ? null : document.querySelector(`label[for="${CSS.escape(element.id)}"]`);
  const styles = [getComputedStyle(element), ...(label ? [getComputedStyle(label, '::before')] : [])];
  return styles.some(
    (style) => (style.outlineStyle !== 'none' && style.outlineWidth !== '0px') || style.boxShadow !== 'none',
  );
};

const hasFocus = (target: ElementHandle): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement);

/** Whether the target stands before what has the focus, so that Shift+Tab is the shorter way. */
const isBefore = (target: ElementHandle): Promise<boolean> =>
  target.evaluate((element) => {
    const here = document.activeElement;
    if (!here || here === document.body) return false;
    return (here.compareDocumentPosition(element as Node) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
  });

export interface Keys {
  page: Page;
  /** Moves the focus to what has this role and name, and holds that it can be seen there. */
  tabTo(role: Role, name: string | RegExp, within?: Locator): Promise<void>;
  press(key: string): Promise<void>;
  /** Goes to a link and follows it. */
  follow(name: string | RegExp, within?: Locator): Promise<void>;
  /** Goes to a button and presses it, where that leads to another page. */
  button(name: string | RegExp, within?: Locator): Promise<void>;
  /** Goes to a button and presses it, where the page stays. */
  pressHere(name: string | RegExp): Promise<void>;
  /** Goes from box to box and types into each. */
  typeAll(boxes: Locator, text: (n: number) => string): Promise<void>;
  /** Goes to what is a file, and gives its name and its first bytes once it has come. */
  download(name: string | RegExp, within?: Locator): Promise<{ name: string; begins: string }>;
  /** Types into a box, over whatever stands there. */
  type(label: string | RegExp, text: string, within?: Locator): Promise<void>;
  /** Types a day, "2026-03-02", into one box for days or into three. */
  day(label: string | RegExp, day: string, within?: Locator): Promise<void>;
  /** Chooses one of a question's answers. */
  choose(question: string | RegExp, answer: string | RegExp): Promise<void>;
  /** Ticks a box. */
  tick(label: string | RegExp, within?: Locator): Promise<void>;
  /** Chooses from a list that drops down, by typing what the choice begins with. */
  pick(label: string | RegExp, choice: string, within?: Locator): Promise<void>;
}

/** The words of a label, whether or not it says after them that an answer must or need not be given. */
const exactly = (words: string | RegExp): RegExp =>
  words instanceof RegExp
    ? words
    : new RegExp(`^\\s*${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(\\s*\\((required|optional)\\))?\\s*$`);

/** Whoever sits at the keys of this page. */
export const keysOf = (page: Page): Keys => {
  const press = (key: string): Promise<void> => page.keyboard.press(key);

  const reach = async (locator: Locator, key?: string): Promise<void> => {
    const target = await locator.first().elementHandle({ timeout: 20_000 });
    if (!target) throw new Error(`There is no ${String(locator)} on ${page.url()}`);
    const step = key ?? ((await isBefore(target)) ? 'Shift+Tab' : 'Tab');
    for (let presses = 0; !(await hasFocus(target)); presses += 1) {
      if (presses > farthest) throw new Error(`${String(locator)} on ${page.url()} cannot be reached by ${step}.`);
      await press(step);
    }
    expect(await page.evaluate(focusIsSeen), `the focus is seen at ${String(locator)} on ${page.url()}`).toBe(true);
  };

  const tabTo: Keys['tabTo'] = (role, name, within) =>
    reach((within ?? page.locator('body')).getByRole(role, { name, ...(typeof name === 'string' && { exact: true }) }));

  /** Presses Enter on what leads away, and waits for the page it leads to. */
  const enter = async (): Promise<void> => {
    await Promise.all([page.waitForEvent('framenavigated', { timeout: 30_000 }), press('Enter')]);
    await page.waitForLoadState();
  };

  const write = async (text: string): Promise<void> => {
    await press('Control+A');
    await page.keyboard.type(text);
  };

  const labelled = (label: string | RegExp, within?: Locator): Locator =>
    (within ?? page.locator('#content')).getByLabel(exactly(label));

  return {
    page,
    press,
    tabTo,
    async follow(name, within) {
      await tabTo('link', name, within);
      await enter();
    },
    async button(name, within) {
      await tabTo('button', name, within);
      await enter();
    },
    async pressHere(name) {
      await tabTo('button', name);
      await press('Enter');
    },
    async typeAll(boxes, text) {
      for (const [n, box] of (await boxes.all()).entries()) {
        await reach(box);
        await write(text(n + 1));
      }
    },
    async download(name, within) {
      await tabTo('link', name, within);
      const [file] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), press('Enter')]);
      const bytes = await readFile(await file.path());
      return { name: file.suggestedFilename(), begins: bytes.subarray(0, 4).toString('latin1') };
    },
    async type(label, text, within) {
      await reach(labelled(label, within));
      await write(text);
    },
    async day(label, day, within) {
      const [year = '', month = '', date = ''] = day.split('-');
      const group = (within ?? page.locator('#content')).getByRole('group', { name: exactly(label) });
      if ((await group.count()) > 0) {
        for (const [part, text] of [
          ['Day', date],
          ['Month', month],
          ['Year', year],
        ] as const) {
          await reach(group.first().getByLabel(part));
          await write(text);
        }
        return;
      }
      const field = labelled(label, within).first();
      await reach(field);
      // Which of its three parts comes first depends on the language of the browser.
      for (const typed of [`${date}${month}${year}`, `${month}${date}${year}`]) {
        if ((await field.inputValue()) === day) break;
        await press('ArrowLeft');
        await press('ArrowLeft');
        await page.keyboard.type(typed);
      }
      expect(await field.inputValue()).toBe(day);
    },
    async choose(question, answer) {
      const group = page
        .locator('#content')
        .getByRole('group', { name: exactly(question) })
        .first();
      const radio = group.getByLabel(exactly(answer));
      const name = (await radio.first().getAttribute('name', { timeout: 20_000 })) ?? '';
      // Tab reaches a group of radios at the one that is chosen, or its first; arrows go on from there.
      const radios = group.locator(`input[name="${name}"]`);
      const chosen = radios.and(page.locator(':checked'));
      await reach((await chosen.count()) > 0 ? chosen : radios, 'Tab');
      await reach(radio, 'ArrowDown');
      if (!(await radio.isChecked())) await press('Space');
      expect(await radio.isChecked()).toBe(true);
    },
    async tick(label, within) {
      const box = (within ?? page.locator('#content')).getByRole('checkbox', { name: exactly(label) });
      await reach(box);
      await press('Space');
      expect(await box.first().isChecked()).toBe(true);
    },
    async pick(label, choice, within) {
      const list = (within ?? page.locator('#content')).getByRole('combobox', { name: exactly(label) });
      await reach(list);
      await page.keyboard.type(choice);
      expect(await list.first().evaluate((one) => (one as HTMLSelectElement).selectedOptions[0]?.text)).toContain(
        choice,
      );
    },
  };
};
