/** Where no mail is sent from here, whoever is invited can come all the same. */
import { expect, test } from 'vitest';
import { portalForTests } from '../portal/portal-for-tests.js';

const portal = await portalForTests('examples/tollbeck-clear-road');

test('the administrator is shown the link this once, and hands it over', async () => {
  const ann = await portal.as('administrator', { name: 'Ann Lane' });
  const page = '/administration/programmes/tollbeck-clear-road';
  const fields = { email: 'bob@people.example', role: 'facilitator' };
  const invited = await ann.send(`${page}/invite`, fields, '/invite');
  expect(invited.words).toContain('Give this link to bob@people.example yourself');
  const link = /http:\/\/localhost(\/invitation\/[A-Za-z0-9_-]+)/.exec(invited.words)?.[1] ?? '';
  expect((await ann.look(page)).words).not.toContain(link);

  const bob = portal.anybody();
  await bob.send(link, { name: 'Bob Hill' });
  expect((await bob.look('/tollbeck-clear-road/today')).status).toBe(200);
  expect((await portal.anybody().look(link)).status).toBe(404);
});
