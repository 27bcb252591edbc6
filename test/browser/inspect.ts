/** What must hold of every page in every state: see `inspect`. */
import { AxeBuilder } from '@axe-core/playwright';
import { HtmlValidate } from 'html-validate';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // How React writes: attributes in the case of the DOM, no line longer than it needs, void elements closed.
    'attr-case': 'off',
    'long-title': 'off',
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'element-name': 'error',
    // Radios and tick boxes of one question share a name, as they must.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit', 'button'] }],
    // Older screen readers take a list without bullets for no list.
    'no-redundant-role': 'off',
    // A list can be named, as any region can.
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
    // Ids are those of questions, which are kebab-case, with the path they have in the form.
    'valid-id': 'off',
    'id-pattern': 'off',
  },
});

/** Faults of the markup that the server sent, as sentences. */
export const markupFaults = async (html: string): Promise<string[]> => {
  const report = await validator.validateString(html);
  return report.results.flatMap((result) =>
    result.messages.map((message) => `${message.ruleId}: ${message.message} (${message.selector ?? 'nowhere'})`),
  );
};

/** Ids that an aria attribute or a label points at and that are not on the page. Runs in the browser. */
const danglingIds = (): string[] =>
  [...document.querySelectorAll('[aria-describedby],[aria-labelledby],[aria-controls],label[for]')].flatMap((element) =>
    ['aria-describedby', 'aria-labelledby', 'aria-controls', 'for'].flatMap((name) =>
      (element.getAttribute(name) ?? '')
        .split(/\s+/)
        .filter((id) => id !== '' && document.getElementById(id) === null)
        .map((id) => `${name}="${id}"`),
    ),
  );

const sideways = (): number => document.documentElement.scrollWidth - document.documentElement.clientWidth;

const firstHeadings = (): number => document.querySelectorAll('h1').length;

/** Text that no person should see: instants and days as computers write them, and the ids of the definition. */
export const codesIn = (text: string, ids: string[]): string[] => {
  const words = new Set(text.match(/[\w-]+(?:-[\w-]+)+/g) ?? []);
  const codes = ids.filter((id) => id.includes('-') && words.has(id));
  return [...codes, ...(text.match(/\b\d{4}-\d{2}-\d{2}(T[\d:.]+Z?)?\b/g) ?? [])];
};

/**
 * Holds the page as it stands, at both widths, to: no fault that axe finds, no id pointing nowhere, no scrolling
 * sideways, one first heading, no code in its text (a mistake in a definition is
 * shown in the author's own words, and stands apart). `ids` are those of the definition. `axe` is a script, and needs them on.
 */
export const inspect = async (page: Page, name: string, ids: string[], axe = true): Promise<void> => {
  await page.waitForLoadState();
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 });
    const { violations } = axe ? await new AxeBuilder({ page }).analyze() : { violations: [] };
    const found = violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html.slice(0, 160)}`));
    expect(found, `${name} at ${width}: axe`).toEqual([]);
    expect(await page.evaluate(danglingIds), `${name}: ids that point nowhere`).toEqual([]);
    expect(await page.evaluate(sideways), `${name} at ${width}: wider than the window`).toBe(0);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  expect(await page.evaluate(firstHeadings), `${name}: first headings`).toBe(1);
  expect(codesIn(await page.locator('#content').innerText(), ids), `${name}: codes in the text`).toEqual([]);
};
