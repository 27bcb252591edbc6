import { expect, test } from 'vitest';
import { actorFor, beginCase, suitable } from '../../cases/begin-case.js';
import { portalForTests, type Seen } from '../portal-for-tests.js';

const portal = await portalForTests('definitions', { now: '2026-03-02T09:00:00Z' });
const worker = await portal.as('facilitator', { programme: 'harbour', name: 'Ada Worker' });
const colleague = await portal.as('staff', { programme: 'harbour', name: 'Bob Colleague' });

const begin = async (name = 'Sam Example'): Promise<string> =>
  `/harbour/cases/${await beginCase(portal, 'harbour', name, suitable, { site: 'hartlepool' })}`;
const hiddenOf = (page: Seen, name: string): string =>
  page.document.querySelector<HTMLInputElement>(`#content form input[name="${name}"]`)?.value ?? '';
const countOf = (page: Seen, words: string): number =>
  [...page.document.querySelectorAll('.rubric-timeline__words')].filter((one) => one.textContent?.includes(words))
    .length;

test('What may or may not be done is chosen by nobody but the person', async () => {
  const base = await begin();
  for (const what of ['assessment-offered', 'assessment-attended', 'aggressive-in-a-session'])
    await worker.send(`${base}/record/${what}`, {});
  const page = await worker.look(base);
  const answer = page.document.querySelector<HTMLAnchorElement>('#recommendations > ul a[href*="/record/rule."]');
  const asked = await worker.look(answer?.getAttribute('href') ?? '');
  expect(asked.words).toContain('What do you decide? Suspend Close Refuse it');
  expect(asked.document.querySelectorAll('#content input:checked')).toHaveLength(0);
  const refused = await worker.send(answer?.getAttribute('href') ?? '', { answer: 'refused' }, '/record/');
  expect(refused.status).toBe(422);
  expect(refused.words).toContain('Enter why you refuse it');
  expect(refused.document.querySelector<HTMLInputElement>('input[value="refused"]')?.checked).toBe(true);
  const done = await worker.send(
    answer?.getAttribute('href') ?? '',
    { answer: 'refused', reason: 'He apologised to everybody.' },
    '/record/',
  );
  expect(done.words).toContain('He apologised to everybody.');
  expect(done.words).toContain('No rule asks for anything today.');
});

test('What may not even stand is for nobody to answer: neither on the page nor past it', async () => {
  const base = await begin();
  const perhaps = async (): Promise<string> =>
    (await worker.look(base)).document.querySelector('#recommendations-perhaps')?.textContent ?? '';
  // Just referred, he has not been assessed, and the grounds hold from then on.
  expect(await perhaps()).not.toContain('violence');
  await worker.send(`${base}/record/assessment-offered`, {});
  await worker.send(`${base}/record/assessment-attended`, {});
  expect(await perhaps()).toContain('violence');
  expect(await perhaps()).not.toContain('Confirm or refuse');
  const asked = await worker.send(`${base}/record/rule.denies-abuse`, { answer: 'confirmed-0' });
  expect(asked.status).toBe(409);
  expect(asked.words).toContain('It is not known yet whether this recommendation stands');
});

test('An appeal is there to be recorded once there is something to appeal against, with what it says; then its answer', async () => {
  const base = await begin('Al Example');
  const appeals = async (): Promise<string[]> =>
    [...(await worker.look(base)).document.querySelectorAll('.rubric-next__offer a')]
      .map((link) => link.textContent ?? '')
      .filter((words) => words.includes('appeal'));
  expect(await appeals()).toEqual([]);
  await worker.send(`${base}/record/closed`, {});
  expect(await appeals()).toEqual(['The appeal “Review of the decision” was lodged']);
  const lodging = `${base}/record/review-lodged`;
  const without = await worker.send(lodging, { by: 'referrer' });
  expect(without.words).toContain('Enter an answer to “Why the decision should be reviewed”');
  const lodged = await worker.send(lodging, { by: 'referrer', reason: 'He was ill.' });
  expect(lodged.words).toContain('He was ill.');
  expect(lodged.document.querySelector('#duties')?.textContent).toContain(
    'Answer the appeal “Review of the decision”.',
  );
  // The answer is for the Co-ordinator, and the formal appeal comes after it.
  expect(await appeals()).toEqual([]);
});

test('Two record at once: the second sees what the first did, keeps what was typed, and may record it all the same', async () => {
  const base = await begin();
  const page = await colleague.look(`${base}/record/participant-contacted`);
  await worker.send(`${base}/record/heard-from-participant`, {});
  const late = await colleague.send(`${base}/record/participant-contacted`, {
    version: hiddenOf(page, 'version'),
    key: hiddenOf(page, 'key'),
    at: '08:30',
  });
  expect(late.status).toBe(409);
  expect(late.words).toContain('Somebody else recorded something in the meantime');
  expect(late.document.querySelector('#since')?.textContent).toContain('was heard from');
  expect(late.document.querySelector<HTMLInputElement>('#at')?.value).toBe('08:30');
  expect(late.words).toContain('Record it all the same');
  const sent = new URLSearchParams({
    ...{ key: hiddenOf(late, 'key'), version: hiddenOf(late, 'version'), _csrf: hiddenOf(late, '_csrf') },
    ...{ on: '2026-03-02', at: '08:30', do: 'record' },
  });
  const again = await portal.app.inject({
    method: 'POST',
    url: `${base}/record/participant-contacted`,
    headers: {
      ...{ cookie: colleague.cookie(), host: 'localhost', origin: 'http://localhost', 'sec-fetch-site': 'same-origin' },
      'content-type': 'application/x-www-form-urlencoded',
    },
    payload: sent.toString(),
  });
  expect(again.statusCode).toBe(303);
  const timeline = await colleague.look(`${base}/timeline`);
  expect(countOf(timeline, 'was contacted')).toBe(1);
  expect(countOf(timeline, 'was heard from')).toBe(1);
});

test('A form that is sent twice is recorded once', async () => {
  const base = await begin();
  const page = await worker.look(`${base}/record/participant-contacted`);
  const fields = { key: hiddenOf(page, 'key'), version: hiddenOf(page, 'version') };
  for (let time = 0; time < 2; time += 1) {
    const answer = await worker.send(`${base}/record/participant-contacted`, fields);
    expect(answer.status).toBe(200);
  }
  expect(countOf(await worker.look(`${base}/timeline`), 'was contacted')).toBe(1);
});

test('What it would cause is shown before it is recorded, and looking keeps nothing', async () => {
  const base = await begin();
  const page = await worker.send(`${base}/record/assessment-offered`, { do: 'preview' });
  const changes = [...page.document.querySelectorAll('#preview tbody tr')].map((row) =>
    [...row.children].map((cell) => cell.textContent).join(' | '),
  );
  expect(changes).toContain('State | Referred | Awaiting assessment');
  expect(countOf(await worker.look(`${base}/timeline`), 'assessment was offered')).toBe(0);
});

test('A correction stands beside what it corrects; what never happened is struck out and no longer counts', async () => {
  const base = await begin();
  await worker.send(`${base}/record/assessment-offered`, { on: '2026-02-27' });
  const before = await worker.look(base);
  const address = before.document.querySelector('#timeline a[href*="/corrections/"]')?.getAttribute('href') ?? '';
  const form = await worker.look(address);
  expect(form.words).toContain('What was recorded The assessment was offered , Friday 27 February 2026');
  const corrected = await worker.send(address, { on: '2026-02-26' }, '/corrections/');
  expect(corrected.words).toContain('Thursday 26 February 2026 Corrected The assessment was offered');
  expect(corrected.document.querySelector('#timeline s')?.textContent).toContain('Friday 27 February 2026');
  expect(corrected.words).toContain('Awaiting assessment Since Thursday 26 February 2026');
  const second = corrected.document.querySelector('#timeline a[href*="/corrections/"]')?.getAttribute('href') ?? '';
  const taken = await worker.send(second, { do: 'take-back' }, '/corrections/');
  expect(taken.words).toContain('Taken back The assessment was offered');
  expect(taken.words).toContain('Referred Since Monday 2 March 2026');
});

test('What lies ahead, a day that is none, and what is for another role are not taken', async () => {
  const base = await begin();
  const ahead = await worker.send(`${base}/record/assessment-offered`, { on: '2026-03-03' });
  expect([ahead.status, ahead.words.includes('Enter a day that is not ahead')]).toEqual([422, true]);
  const none = await worker.send(`${base}/record/assessment-offered`, { on: '2026-02-30' });
  expect(none.words).toContain('as a day that there is');
  expect((await worker.look(`${base}/record/formal-appeal-answered`)).status).toBe(404);
  expect((await worker.look(`${base}/record/partner-contacted`)).status).toBe(404);
  expect((await worker.look(`${base}/record/nothing-of-that-name`)).status).toBe(404);
});

test('He cannot start before he was accepted and invited, also by somebody who asks past the page', async () => {
  const base = await begin();
  const page = await worker.send(`${base}/record/started`, {});
  expect(page.status).toBe(409);
  expect(page.words).toContain('It cannot be recorded yet. This is not known to hold:');
  expect((await worker.look(base)).words).not.toContain('On the programme');
});

test('Nobody takes back what is not theirs to record', async () => {
  const base = await begin();
  const ref = base.split('/').at(-1) ?? '';
  const { cases } = portal.opened.office;
  const chief = actorFor('harbour', 'chief-executive');
  await worker.send(`${base}/record/respond-to-referrer-done`, {});
  const found = await cases.open(chief, ref);
  const done = found?.events.find(({ what }) => what === 'respond-to-referrer-done');
  expect(done).toBeDefined();
  const taken = await cases.record(chief, ref, {
    key: 'chief-takes-back-0000',
    events: [
      {
        ...{ kind: 'answered', values: {}, happened: portal.now(), learned: portal.now() },
        supersedes: done?.id ?? '',
      },
    ],
  });
  expect(taken?.kind === 'refused' && taken.because).toBe('What was recorded there is not for you to correct.');
});

test('Nobody records in the name of another role inside, nor what she said', async () => {
  const base = await begin();
  const ref = base.split('/').at(-1) ?? '';
  const { cases } = portal.opened.office;
  const contacted = {
    ...{ kind: 'happened' as const, what: 'participant-contacted', values: {} },
    ...{ happened: portal.now(), learned: portal.now() },
  };
  const recordBy = (role: string) =>
    cases.record(actorFor('harbour', 'facilitator'), ref, {
      key: `by-${role}-000000000000`,
      events: [{ ...contacted, by: { role } }],
    });
  const asLead = await recordBy('service-lead');
  expect(asLead?.kind === 'refused' && asLead.because).toBe(
    "You record as the group worker, not as the Men's Service Co-ordinator.",
  );
  expect((await recordBy('partner'))?.kind).toBe('refused');
  const her = await cases.record(actorFor('harbour', 'facilitator'), ref, {
    key: 'hers-000000000000000',
    events: [{ ...contacted, what: 'partner-contacted' }],
  });
  expect(her?.kind === 'refused' && her.because).toBe('Nothing of that name can be recorded in this programme.');
});
