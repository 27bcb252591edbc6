import { expect, test } from 'vitest';
import type { Recorded } from '../../../runtime/server/cases/contract.js';
import { type PortalForTests, portalForTests, type Seen, type Visitor } from '../portal/portal-for-tests.js';
import { actorFor, beginCase, suitable } from './begin-case.js';

const portal: PortalForTests = await portalForTests('definitions');

/** Whoever works in a programme: signs in again each time, for days lie between. */
const worker = (programme: string, role: string, base: string) => {
  const who = (): Promise<Visitor> => portal.as(role, { programme });
  return {
    look: async (ending = ''): Promise<Seen> => (await who()).look(`${base}${ending}`),
    send: async (ending: string, fields: Record<string, string>): Promise<Seen> =>
      (await who()).send(`${base}${ending}`, fields, '/record/'),
    sign: async (fields: Record<string, string>): Promise<Seen> =>
      (await who()).send(`${base}/assessment`, fields, 'sign-offs'),
    /** Records by the page's own form, and fails with the page where it was not taken. */
    async record(what: string, fields: Record<string, string> = {}): Promise<Seen> {
      const page = await (await who()).send(`${base}/record/${what}`, fields, '/record/');
      if (page.status !== 200 || page.document.querySelector('#error-summary, #since'))
        throw new Error(`${what} was not taken (${page.status}): ${page.words.slice(0, 900)}`);
      return page;
    },
  };
};

test('a man misses two first appointments, his case is closed, and the closure is appealed against, by forms alone', async () => {
  portal.at('2026-03-02T09:00:00Z');
  const ref = await beginCase(portal, 'harbour', 'Sam Example', suitable, { site: 'hartlepool' });
  const base = `/harbour/cases/${ref}`;
  const staff = worker('harbour', 'facilitator', base);
  const lead = worker('harbour', 'service-lead', base);

  portal.at('2026-03-03T10:00:00Z');
  await staff.record('assessment-offered');
  portal.at('2026-03-10T15:00:00Z');
  await staff.record('assessment-missed');
  portal.at('2026-03-11T10:00:00Z');
  await staff.record('assessment-offered');
  portal.at('2026-03-17T15:00:00Z');
  const missed = await staff.record('assessment-missed');
  const item = [...missed.document.querySelectorAll('#recommendations > ul > li')].find((one) =>
    one.textContent?.includes('Close as non-attendance'),
  );
  const address = (item?.querySelector('a[href*="/record/rule."]')?.getAttribute('href') ?? '').replace(base, '');

  // What it would cause is shown first, and nothing is kept by looking.
  const preview = await staff.send(address, { answer: 'confirmed', do: 'preview' });
  expect(preview.words).toContain('This would');
  expect((await staff.look()).words).not.toContain('Closed Since');
  const closed = await staff.send(address, { answer: 'confirmed' });
  expect(closed.words).toContain('Closed Since Tuesday 17 March 2026');

  // Closed or not, an appeal is lodged, by whom it is, and answered by whom it is for.
  portal.at('2026-03-20T10:00:00Z');
  await staff.record('review-lodged', { by: 'referrer', reason: 'He was ill.' });
  portal.at('2026-03-24T10:00:00Z');
  const answered = await lead.record('review-answered');
  expect(answered.words).toContain('After an appeal: take the decision back');
  const resumed = await staff.record('resumed');
  expect(resumed.words).toContain('On the programme Since Tuesday 24 March 2026');
  const timeline = await staff.look('/timeline');
  for (const words of ['Some facilitator', 'Some service-lead']) expect(timeline.words).toContain(words);
});

test('a man is referred, found suitable, accepted, attends, and completes, by forms alone', async () => {
  portal.at('2026-03-02T09:00:00Z');
  const ref = await beginCase(portal, 'my-time', 'Pat Example', {
    'referrer-name': 'Ada Example',
    'referrer-agency': 'Example Family Services',
    'referrer-email': 'ada@agency.example',
    'full-name': 'Pat Example',
    sex: 'man',
    'has-abused': 'yes',
    prefers: 'evening',
    'language-barrier': 'no',
  });
  const base = `/my-time/cases/${ref}`;
  const facilitator = worker('my-time', 'facilitator', base);
  const lead = worker('my-time', 'service-lead', base);
  portal.at('2026-03-10T10:00:00Z');
  await facilitator.record('assessment-offered');
  portal.at('2026-03-16T10:00:00Z');
  const assessed = await facilitator.record('assessment-attended');
  expect(assessed.words).toContain('In assessment Since Monday 16 March 2026');
  // Documents have pages of their own; here what they bring is recorded.
  portal.at('2026-03-20T10:00:00Z');
  const actor = actorFor('my-time', 'facilitator');
  const issued = await portal.opened.office.cases.record(actor, ref, {
    key: 'suitability-0000000000000',
    events: ['suitability-written', 'suitability-issued'].map(
      (what): Recorded => ({
        kind: 'happened',
        what,
        happened: portal.now(),
        learned: portal.now(),
        values: what === 'suitability-written' ? { recommendation: 'He suits the programme.' } : {},
      }),
    ),
  });
  if (issued?.kind === 'refused') throw new Error(issued.because);
  const judged = await facilitator.record('fact.suitable', { 'with-answer': 'yes', reason: 'He wants to change.' });
  expect(judged.words).toContain('By the criteria: Eligible');

  // Accepting is the lead's: the facilitator has no such page, and the lead has it as an action.
  expect((await facilitator.look('/record/accepted')).status).toBe(404);
  expect(
    (await lead.look()).document.querySelector('.rubric-next__actions a[href$="/record/accepted"]'),
  ).not.toBeNull();
  portal.at('2026-03-25T10:00:00Z');
  expect((await lead.send('/record/accepted', {})).words).toContain(
    'each of those who decide has to sign for it first',
  );
  const supporter = worker('my-time', 'partner-support-worker', base);
  for (const one of [lead, supporter]) await one.sign({ agreesTo: 'accepted', reason: '' });
  await lead.record('accepted');
  portal.at('2026-04-09T10:00:00Z');
  // How many places are taken comes from the group; here it is recorded by its own page.
  await facilitator.record('evening-places-taken', { 'with-number': '7' });
  portal.at('2026-04-13T20:00:00Z');
  await facilitator.record('started');

  // Thirty Mondays from 13 April, each recorded on its evening; the last is 2 November.
  const mondays = Array.from({ length: 30 }, (_, week) => new Date(Date.UTC(2026, 3, 13 + 7 * week)).toISOString());
  for (const monday of mondays) {
    portal.at(monday.replace('T00:00', 'T20:30'));
    await facilitator.record('session', { outcome: 'attended' });
    if (monday.startsWith('2026-10-26')) {
      const early = await facilitator.look();
      expect(early.words).toContain('Sessions credited 29 of 30');
      expect(early.document.querySelector('.rubric-next__actions a[href$="/record/completed"]')).toBeNull();
      expect(early.words).toContain('He must complete 30 weeks, catch-up sessions included.');
    }
  }
  expect(portal.now().slice(0, 10)).toBe('2026-11-02');
  const done = await facilitator.record('completed');
  expect(done.words).toContain('Completed Since Monday 2 November 2026');
  expect(done.words).toContain('Sessions credited 30 of 30');
  expect(done.words).toContain('30 credited, 0 absences, 0 not recorded.');
});
