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
