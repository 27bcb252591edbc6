import { beforeAll, expect, test } from 'vitest';
import { type PortalForTests, portalForTests, type Visitor } from '../portal-for-tests.js';
import { caseFromScenario } from './case-from-scenario.js';

const programme = 'harbour';
let portal: PortalForTests;
let staff: Visitor;
let supporter: Visitor;
let address: string;
let ref: string;

beforeAll(async () => {
  portal = await portalForTests('definitions', { now: '2026-03-09T09:00:00Z' });
  staff = await portal.as('staff', { programme, name: 'Sam Desk' });
  supporter = await portal.as('partner-support-worker', { programme, name: 'Wendy Lane' });
  const referrer = await portal.as('referrer', { programme, name: 'Rowan Agency' });
  const scenario = 'Until the reason is written, the refusal is a draft that says so.';
  ref = await caseFromScenario(portal, { programme, scenario, name: 'Lee Carter', referrer });
  address = `/${programme}/cases/${ref}/documents`;
});

test('a refusal cannot be handed in, and cannot be sent, without its reason', async () => {
  const handedIn = await staff.send(`${address}/refusal`, { do: 'submit' }, 'refusal');
  expect(handedIn.status).toBe(422);
  expect(handedIn.words).toContain('This has to be written first: The reason');
  const box = handedIn.document.querySelector('.govuk-error-summary a')?.getAttribute('href') ?? '';
  expect(handedIn.document.querySelector(`textarea${box}`)?.getAttribute('aria-describedby')).toContain('error');
  const sent = await staff.send(`${address}/refusal`, { do: 'issue' }, 'refusal');
  expect(sent.status).toBe(409);
  expect((await staff.look(address)).words).toContain('Nothing has gone out from here yet.');
});

test('a reason that speaks against him is put in by one button, where there is any, and may be changed', async () => {
  const page = await staff.look(`${address}/refusal`);
  const put = page.document.querySelector<HTMLButtonElement>('button[name="put"]');
  const words = put?.closest('li')?.firstChild?.textContent?.trim() ?? '';
  if (put) {
    const after = await staff.send(`${address}/refusal`, { put: put.value }, 'refusal');
    expect(after.document.querySelector('#text-reason')?.textContent).toBe(words);
  }
  const typed = { 'texts[reason]': 'He has court proceedings pending.', do: 'save' };
  const saved = await staff.send(`${address}/refusal`, typed, 'refusal');
  expect(saved.document.querySelector('#text-reason')?.textContent).toBe('He has court proceedings pending.');
});

test('each recipient gets a copy of his own, and where no address is known a person gives it to him', async () => {
  await staff.send(`${address}/refusal`, { do: 'submit' }, 'refusal');
  const list = await supporter.look(`/${programme}/releases`);
  const look = list.document.querySelector<HTMLAnchorElement>('.rubric-documents a')?.getAttribute('href') ?? '';
  const release = await supporter.look(look);
  expect(release.words).toContain('For the referrer');
  expect(release.words).toContain('For the client');
  await supporter.send(look, { do: 'give' }, '/releases/');
  const issued = await staff.send(`${address}/refusal`, { do: 'issue' }, 'refusal');
  expect(issued.words).toContain('He has court proceedings pending.');
  const messages = await staff.look(`/${programme}/messages`);
  expect(messages.document.querySelectorAll('tbody tr')).toHaveLength(2);
  expect(messages.words).toContain('rowan-agency.referrer.harbour@people.example');
  expect(messages.words).toContain(
    'No e-mail address is known: give it to them another way, and say when it has gone.',
  );
});

test('what a person has to give to him stands on Today until it is said to have gone', async () => {
  const line = async (role: string) => {
    const page = await (await portal.as(role, { programme })).look(`/${programme}/today`);
    return page.document.querySelector<HTMLAnchorElement>(`a[href="/${programme}/messages?which=for-a-person"]`);
  };
  expect((await line('staff'))?.textContent).toBe(
    '1 message waits for a person to send it, or to say that it has gone',
  );
  // Of the same programme, and owing nothing else.
  const chief = await portal.as('chief-executive', { programme });
  expect((await chief.look(`/${programme}/today`)).words).toContain(
    'Nothing else waits for the Chief Executive of Harbour.',
  );
  const other = await portal.as('service-lead', { programme: 'my-time' });
  expect((await other.look('/my-time/today')).words).not.toContain('for a person to send');
  const waiting = await staff.look((await line('staff'))?.getAttribute('href') ?? '');
  const message = waiting.document.querySelector<HTMLAnchorElement>('tbody a')?.getAttribute('href') ?? '';
  await staff.send(message, { do: 'by-hand' }, '/messages/');
  expect(await line('staff')).toBeNull();
});

test('sent twice by two presses of one button, it goes out once', async () => {
  const issues = (await staff.look(address)).document.querySelectorAll(
    'section[aria-labelledby="documents-issued"] li h3',
  );
  expect(issues).toHaveLength(1);
  const again = await staff.send(`${address}/refusal`, { do: 'issue' }, 'refusal').catch(() => undefined);
  expect(again?.status ?? 409).toBe(409);
});

test('what is written to her is with what else is hers, and nowhere else', async () => {
  const scenario = 'A partner is told of his attendance and his progress, and of nothing else.';
  portal.at('2026-05-01T09:00:00Z');
  const worker = await portal.as('partner-support-worker', { programme, name: 'Wilma Shore' });
  const desk = await portal.as('staff', { programme, name: 'Sid Desk' });
  const hers = await caseFromScenario(portal, { programme, scenario, name: 'Dan Example' });
  const at = `/${programme}/partner-support/${hers}/documents`;
  const list = await worker.look(at);
  expect(list.words).toContain('His attendance and progress');
  expect(list.words).toContain('Ann Farsight');
  const page = await worker.look(`${at}/partner-update?for=1`);
  expect(page.words).toContain('6 sessions were due: 5 attended, 1 missed.');
  expect(page.words).not.toContain('Bea Nearby');
  const kept = await worker.send(`${at}/partner-update?for=1`, { do: 'issue' }, 'partner-update');
  expect(kept.status).toBe(200);
  expect((await worker.look(at)).words).toContain('Sent by Wilma Shore, Harbour Support Worker');

  expect((await desk.look(at)).status).toBe(404);
  expect((await desk.look(`/${programme}/cases/${hers}/documents/partner-update?for=1`)).status).toBe(404);
  expect((await worker.look(`/${programme}/cases/${hers}/documents/partner-update?for=1`)).status).toBe(404);
  expect((await desk.look(`/${programme}/cases/${hers}/documents`)).words).not.toContain('His attendance and progress');
  expect((await desk.look(`/${programme}/messages`)).words).not.toContain('His attendance and progress');
  expect((await desk.look(`/${programme}/reports`)).words).not.toContain('His attendance and progress');
  expect(portal.faults).toEqual([]);
});
