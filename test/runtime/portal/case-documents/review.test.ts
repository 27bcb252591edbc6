import { beforeAll, expect, test } from 'vitest';
import { type PortalForTests, portalForTests, type Visitor } from '../portal-for-tests.js';
import { caseFromScenario } from './case-from-scenario.js';

const programme = 'tollbeck-clear-road';
let portal: PortalForTests;
let author: Visitor;
let lead: Visitor;
let supporter: Visitor;
let address: string;

beforeAll(async () => {
  portal = await portalForTests('examples', { now: '2026-06-01T09:00:00Z' });
  author = await portal.as('key-worker', { programme, name: 'Kit Worker' });
  lead = await portal.as('service-lead', { programme, name: 'Lou Lead' });
  supporter = await portal.as('home-worker', { programme, name: 'Hal Home' });
  const referrer = await portal.as('referrer', { programme, name: 'Rowan Court' });
  const scenario = 'A status report tells of its month alone.';
  const ref = await caseFromScenario(portal, { programme, scenario, name: 'Lee Driver', referrer });
  address = `/${programme}/cases/${ref}/documents/status-report`;
});

const text = { 'texts[account]': 'The driver came to every session.' };

test('what is to be reviewed waits for the reviewer, and its author cannot issue it', async () => {
  const page = await author.send(address, { ...text, do: 'submit' }, 'status-report');
  expect(page.words).toContain('Waits to be reviewed');
  expect(page.words).not.toContain('Approve it');
  expect((await author.send(address, { do: 'issue' }, 'status-report')).status).toBe(409);
  expect((await author.send(address, { do: 'approve' }, 'status-report')).status).toBe(409);
});

test('sent back with a note, it is its author’s again, with what he wrote', async () => {
  const sent = await lead.send(address, { note: 'Say what comes next.', do: 'send-back' }, 'status-report');
  expect(sent.status).toBe(200);
  const page = await author.look(address);
  expect(page.words).toContain('Say what comes next.');
  expect(page.document.querySelector('#text-account')?.textContent).toBe('The driver came to every session.');
});

test('approved and looked at, it may go out, with both names on it', async () => {
  const more = { 'texts[account]': 'The driver came to every session. A test comes next.' };
  await author.send(address, { ...more, do: 'submit' }, 'status-report');
  await lead.send(address, { do: 'approve' }, 'status-report');
  expect((await author.look(address)).words).toContain('Waits to be looked at before it goes out');
  const list = await supporter.look(`/${programme}/releases`);
  const look = list.document.querySelector<HTMLAnchorElement>('.rubric-documents a')?.getAttribute('href') ?? '';
  await supporter.send(look, { do: 'give' }, '/releases/');
  expect((await author.look(address)).words).toContain('May go out');
  const issued = await author.send(address, { do: 'issue' }, 'status-report');
  expect(issued.words).toContain('Reviewed by Lou Lead');
  expect(issued.words).toContain('Written by Kit Worker');
  expect(issued.words).toContain('A test comes next.');
  expect(portal.faults).toEqual([]);
});

test('whoever is nobody’s author reads it and is told whose it is', async () => {
  const page = await lead.look(address);
  expect(page.status).toBe(200);
  expect(page.document.querySelectorAll('textarea')).toHaveLength(0);
});

test('an answer to a review is not written where none was asked for', async () => {
  const scenario = 'Two absences in each of two phases, four in all, are within every cap.';
  const lodged = {
    ...{ id: 'lodged', kind: 'happened' as const, what: 'review-lodged', values: {}, by: { role: 'referrer' } },
    ...{ happened: portal.now(), learned: portal.now(), recorded: portal.now() },
  };
  const begin = async (name: string, more: (typeof lodged)[]) =>
    `/${programme}/cases/${await caseFromScenario(portal, { programme, scenario, name, more })}/documents`;
  const [unasked, asked] = [await begin('Una Driver', []), await begin('Ash Driver', [lodged])];
  const says = 'No review was asked for, so there is nothing to answer.';

  const list = await lead.look(unasked);
  expect(list.document.querySelector('[data-item="answer-to-review"]')?.textContent).toContain(says);
  expect(list.document.querySelector('[data-item="answer-to-review"] a')).toBeNull();
  expect(list.words).toContain('No appeal was asked for, so there is nothing to answer.');
  const page = await lead.look(`${unasked}/answer-to-review`);
  expect(page.words).toContain(says);
  expect(page.document.querySelectorAll('textarea, #content form, .rubric-document')).toHaveLength(0);

  expect((await lead.look(asked)).document.querySelector('[data-item="answer-to-review"]')?.textContent).toContain(
    'Write or send',
  );
  const open = await lead.look(`${asked}/answer-to-review`);
  expect(open.document.querySelector('#text-answer')).not.toBeNull();

  // The form of a case in which one was asked for, sent to the other.
  const form = open.document.querySelector<HTMLFormElement>('#writing');
  const sent = new URLSearchParams({ do: 'submit', 'texts[answer]': 'It stands.' });
  for (const name of ['_csrf', 'key', 'paper'])
    sent.set(name, form?.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.value ?? '');
  const answer = await portal.app.inject({
    method: 'POST',
    url: `${unasked}/answer-to-review`,
    headers: {
      cookie: lead.cookie(),
      host: 'localhost',
      origin: 'http://localhost',
      'content-type': 'application/x-www-form-urlencoded',
    },
    payload: sent.toString(),
  });
  expect(answer.statusCode).toBe(422);
  expect(answer.body).toContain(says);
  expect((await lead.look(unasked)).words).not.toContain('Waits to be reviewed');
});

test('what has been decided is not offered to be decided so again', async () => {
  const scenario = 'Two absences in each of two phases, four in all, are within every cap.';
  const ref = await caseFromScenario(portal, { programme, scenario, name: 'Ina Driver' });
  const decide = (await lead.look(`/${programme}/cases/${ref}/assessment`)).document.querySelector('#decide');
  expect(decide?.textContent).toContain('There is no decision that you can record now.');
});

test('what has nothing to do with the decision, and is not due, does not stand before what it rests on', async () => {
  const scenario = 'Two absences in each of two phases, four in all, are within every cap.';
  const ref = await caseFromScenario(portal, { programme, scenario, name: 'Ola Driver' });
  const page = await lead.look(`/${programme}/cases/${ref}/assessment`);
  const first = [...page.document.querySelectorAll('section.rubric-sheet')].map((one) => one.textContent).join(' ');
  expect(first).toContain('Can the driver take part in a group?');
  expect(first).toContain('Telling the court and the supervising officer how he is doing');
  const others = page.document.querySelector('#others')?.textContent;
  for (const words of ['The compliance meeting was offered', 'Does the driver know the limits']) {
    expect(first).not.toContain(words);
    expect(others).toContain(words);
  }
});

test('what was confirmed is to be sent until it has gone out, and its page says when it has', async () => {
  const scenario = 'Two absences in each of two phases, four in all, are within every cap.';
  const ref = await caseFromScenario(portal, { programme, scenario, name: 'Nic Driver' });
  const base = `/${programme}/cases/${ref}`;
  await author.send(`${base}/record/failure`, { 'with-what': 'other', do: 'record' });
  const due = async () =>
    (await author.look(`/${programme}/reports`)).document.querySelector('#due')?.parentElement?.textContent;
  expect(await due()).not.toContain('Written warning');
  await author.send(`${base}/record/rule.warn`, { answer: 'confirmed', do: 'record' });
  expect(await due()).toContain('Written warning');
  expect((await author.look(`/${programme}/today`)).words).toContain('Send “Written warning”.');
  await author.send(`${base}/documents/warning`, { do: 'issue' }, 'warning');
  expect(await due()).not.toContain('Written warning');
  const page = await author.look(`${base}/documents/warning`);
  expect(page.words).toContain('It has gone out already, on Monday 1 June 2026.');
  expect(page.words).toContain('Send it again');
  expect(portal.faults).toEqual([]);
});
