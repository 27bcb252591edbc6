/** What people do on more than one journey. */
import { expect } from 'vitest';
import type { Person, WorkingPortal } from './working-portal.js';

/** Longer than a telephone is wide, in one word. */
export const longName = 'Bartholomew Featherstonehaugh Cholmondeleywolfeschlegelsteinhausen';

/** The place of a page of its own in what stands beside the pages of those who work here. */
export const toPlace = (person: Person, place: string): Promise<void> =>
  person.follow(place, person.page.locator('nav[aria-label=Work]'));

/** One of the pages of a case, from any other of them. */
export const toPart = (person: Person, part: string): Promise<void> =>
  person.follow(part, person.page.locator('#content nav'));

/** Asks for a code, reads it where the mail is kept, and types it. */
export const signInByCode = async ({ portal }: WorkingPortal, person: Person, email: string): Promise<void> => {
  await person.type('E-mail address', email);
  await person.button('Send me a code');
  await person.type('Code', (await portal.opened.post.keptCode(email)) ?? 'none was sent');
  await person.button('Sign in');
};

/** Records what the page asks nothing of but the day, which is today. */
export const record = async (person: Person, what: string | RegExp): Promise<void> => {
  await person.follow(what);
  await person.look('recording something');
  await person.button('Record it');
  expect(await person.page.locator('#error-summary').count(), await person.words()).toBe(0);
};

/** The Monday that many weeks after a day, "2026-04-13". */
export const weeksAfter = (day: string, weeks: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + weeks * 7 * 86_400_000).toISOString().slice(0, 10);

/** What was looked at, in a line. */
export const counted = (looked: string[], what: string): string =>
  `${what}: ${looked.length} pages and states looked at in two widths: ${looked.join(', ')}.\n`;
