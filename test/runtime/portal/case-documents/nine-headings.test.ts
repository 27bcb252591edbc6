import { beforeAll, expect, test } from 'vitest';
import { type PortalForTests, portalForTests, type Seen, type Visitor } from '../portal-for-tests.js';
import { caseFromScenario } from './case-from-scenario.js';

/** Written by the facilitator of a man who has come to fifteen sessions, after the provider's own nine headings. */
const texts = {
  engagement: 'He speaks in the group, and listens.',
  risk: 'Lower than in April.',
  concerns: 'None that are new.',
  'strengths-capacity-concerns': 'Tires in the evening.',
  'strengths-capacity-positives': 'Reads what he is given.',
  'strengths-motivation-concerns': 'None.',
  'strengths-motivation-positives': 'Asked for more.',
  'strengths-context-concerns': 'His shifts.',
  'strengths-context-positives': 'A steady home.',
  barriers: 'His shifts change at short notice.',
  overview: 'He is half way, and it shows.',
};
const typed = (of: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(of).map(([name, text]) => [`texts[${name}]`, text]));

const programme = 'my-time';
const scenario = 'The attendance record tells sessions and topics, and absences keep the reason that was given.';

let portal: PortalForTests;
let facilitator: Visitor;
let supporter: Visitor;
let referrer: Visitor;
let ref: string;
let address: string;

beforeAll(async () => {
  portal = await portalForTests('definitions', { now: '2026-07-28T09:00:00Z' });
  facilitator = await portal.as('facilitator', { programme, name: 'Fay Group' });
  supporter = await portal.as('partner-support-worker', { programme, name: 'Wendy Lane' });
  referrer = await portal.as('referrer', { programme, name: 'Rowan Agency' });
  ref = await caseFromScenario(portal, { programme, scenario, name: 'Lee Carter', referrer });
  address = `/${programme}/cases/${ref}/documents`;
});

const headings = (page: Seen): string[] =>
  [...page.document.querySelectorAll('.rubric-document h2')].map((one) => one.textContent?.trim() ?? '');
const nine = [
  'Attendance record (incl session content covered)',
  'Sessions not attended and reasons where provided',
  'Engagement',
  'Review of risk',
  'Areas of concern / increased risks identified',
  'Concerns & positives re: capacity, motivation and context',
  'External barriers to attendance / compliance',
  'Overview / summary incl. any positive changes or concerns regarding dynamic risk following the service user completion of programme / part programme and any residual or ongoing risk factors which may impact on the child/ren',
  'A copy of full RIC risk assessment',
];

test('what a case calls for stands among its documents and among the reports of the programme', async () => {
  const list = await facilitator.look(address);
  expect(list.words).toContain('Mid-way report');
  const reports = await facilitator.look(`/${programme}/reports`);
  expect(reports.words).toContain('Mid-way report: Lee Carter');
});

test('a report is filled from what was recorded, under the nine headings, with a box for each text', async () => {
  const page = await facilitator.look(`${address}/mid-way`);
  expect(page.status).toBe(200);
  expect(headings(page)).toEqual(nine);
  expect(page.words).toContain('16 sessions were due: 15 attended, 1 missed.');
  expect(page.words).toContain('His shift was changed.');
  expect(page.document.querySelectorAll('textarea')).toHaveLength(11);
  expect(page.document.querySelector('label[for="text-engagement"]')?.textContent).toBe('Engagement');
});

test('what must be written is asked for by its heading, and what was typed stays', async () => {
  const page = await facilitator.send(
    `${address}/mid-way`,
    { ...typed({ engagement: 'Well.' }), do: 'submit' },
    'mid-way',
  );
  expect(page.status).toBe(422);
  expect(page.words).toContain('This has to be written first: Review of risk');
  expect(page.words).not.toContain('This has to be written first: Engagement');
  expect(page.document.querySelector('#text-engagement')?.textContent).toBe('Well.');
});

test('two who write at once lose nothing: what only one changed is taken, and at the same place both stand', async () => {
  const other = await portal.as('facilitator', { programme, name: 'Ola Second' });
  const before = await other.look(`${address}/mid-way`);
  const version = before.document.querySelector<HTMLInputElement>('input[name="paper"]')?.value ?? '';
  await facilitator.send(`${address}/mid-way`, { ...typed({ risk: 'Lower than in April.' }), do: 'save' }, 'mid-way');
  const mine = typed({ risk: 'Unchanged.', concerns: 'None that are new.' });
  const page = await other.send(`${address}/mid-way`, { ...mine, paper: version, do: 'save' }, 'mid-way');
  expect(page.status).toBe(409);
  expect(page.words).toContain('Fay Group wrote here at the same time.');
  expect(page.document.querySelector('#text-risk')?.textContent).toBe('Unchanged.');
  expect(page.document.querySelector('#text-risk-theirs')?.textContent).toContain('Lower than in April.');
  const kept = await facilitator.look(`${address}/mid-way`);
  expect(kept.document.querySelector('#text-risk')?.textContent).toBe('Lower than in April.');
  expect(kept.document.querySelector('#text-concerns')?.textContent).toBe('None that are new.');
});

test('a text kept by the script is there after a reload', async () => {
  const page = await facilitator.look(`${address}/mid-way`);
  const form = page.document.querySelector<HTMLFormElement>('#writing');
  const sent = new URLSearchParams({ 'texts[barriers]': 'Half a sentence', do: 'keep' });
  for (const name of ['_csrf', 'key', 'paper'])
    sent.set(name, form?.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.value ?? '');
  const answer = await portal.app.inject({
    method: 'POST',
    url: `${address}/mid-way`,
    headers: {
      cookie: facilitator.cookie(),
      host: 'localhost',
      origin: 'http://localhost',
      'content-type': 'application/x-www-form-urlencoded',
    },
    payload: sent.toString(),
  });
  expect(answer.json()).toEqual({ says: 'Kept just now.', version: expect.any(Number) });
  const again = await facilitator.look(`${address}/mid-way`);
  expect(again.document.querySelector('#text-barriers')?.textContent).toBe('Half a sentence');
});

test('handed in, it waits to be looked at, whether or not anything of hers stands in it', async () => {
  const page = await facilitator.send(`${address}/mid-way`, { ...typed(texts), do: 'submit' }, 'mid-way');
  expect(page.status).toBe(200);
  expect(page.words).toContain('Waits to be looked at before it goes out');
  expect(page.document.querySelectorAll('textarea')).toHaveLength(0);
  expect(page.words).not.toContain('Issue it');
  const issued = await facilitator.send(`${address}/mid-way`, { do: 'issue' }, 'mid-way');
  expect(issued.status).toBe(409);
});

test('nobody but those who support her knows of a page of releases', async () => {
  expect((await facilitator.look(`/${programme}/releases`)).status).toBe(404);
  expect((await referrer.look(`/${programme}/releases`)).status).toBe(404);
  expect((await supporter.look(`/${programme}/releases`)).words).toContain('Mid-way report');
});

const releaseAddress = async (): Promise<string> => {
  const list = await supporter.look(`/${programme}/releases`);
  return list.document.querySelector<HTMLAnchorElement>('.rubric-documents a')?.getAttribute('href') ?? '';
};

test('whoever looks at it sees what would go out with it, and words that hold something of hers do not reach the author', async () => {
  const at = await releaseAddress();
  const page = await supporter.look(at);
  expect(page.words).toContain('A copy of full RIC risk assessment');
  expect(page.words).toContain('None of her names, addresses or numbers was found in it.');
  expect(page.words).toContain('Score');
  const refused = await supporter.send(at, { words: 'Leave out what Ann told us.', do: 'refuse' }, '/releases/');
  expect(refused.status).toBe(422);
  expect(refused.words).toContain('Your words to the author hold something of hers: “Ann”');
  expect((await facilitator.look(`${address}/mid-way`)).words).toContain('Waits to be looked at before it goes out');
});

test('sent back, the author reads the words of whoever looked at it and nothing else', async () => {
  const at = await releaseAddress();
  await supporter.send(at, { words: 'Please say less about his home.', do: 'refuse' }, '/releases/');
  const page = await facilitator.look(`${address}/mid-way`);
  expect(page.words).toContain('Needs another look: please rewrite');
  expect(page.words).toContain('Please say less about his home.');
  expect(page.words).not.toContain('RIC risk assessment Score');
});

test('her name, her town and her number are found in what an author wrote, whatever their case and their spaces', async () => {
  const told = { overview: 'ANN has moved to hiddenham. Ring (01632) 960-777.' };
  await facilitator.send(`${address}/mid-way`, { ...typed({ ...texts, ...told }), do: 'submit' }, 'mid-way');
  const page = await supporter.look(await releaseAddress());
  expect([...page.document.querySelectorAll('#found li')].map((one) => one.textContent)).toEqual([
    '“ANN” (name of the partner)',
    '“hiddenham” (home town of the partner)',
    '“(01632) 960-777” (phone of the partner)',
  ]);
  expect(page.document.querySelectorAll('mark').length).toBe(3);
  // The author's page is the one that stood there when nothing was found.
  const author = await facilitator.look(`${address}/mid-way`);
  expect(author.words).toContain('Waits to be looked at before it goes out');
  expect(author.html).not.toContain('<mark');
  await supporter.send(await releaseAddress(), { words: 'Please rewrite the overview.', do: 'refuse' }, '/releases/');
});

test('released and issued, the referrer has the assessment in his copy, and those inside do not', async () => {
  await facilitator.send(`${address}/mid-way`, { ...typed(texts), do: 'submit' }, 'mid-way');
  const release = await releaseAddress();
  await supporter.send(release, { 'releases[]': ['ric'], do: 'give' }, '/releases/');
  // It is said who answered and when, and is not asked again.
  const answered = await supporter.look(release);
  expect(answered.words).toContain('May go out, Wendy Lane, Tuesday 28 July 2026');
  expect(answered.document.querySelector('#content form')).toBeNull();
  expect((await facilitator.look(`${address}/mid-way`)).words).toContain('May go out');
  const issued = await facilitator.send(`${address}/mid-way`, { do: 'issue' }, 'mid-way');
  expect(issued.status).toBe(200);
  expect(headings(issued)).toEqual(nine);
  expect(issued.words).toContain('He is half way, and it shows.');
  expect(issued.words).not.toContain('Score');
  const view = { programme, person: 'x', role: 'referrer', side: 'outside', seesHers: false, sites: 'all' } as const;
  const { stored } = { stored: await portal.opened.store.open({ ...view, role: 'facilitator', side: 'inside' }, ref) };
  const own = { ...view, person: stored?.referrer ?? '' };
  const [copy] = await portal.opened.office.desk.received.issuedTo(own, ref);
  expect(copy?.title).toBe('Mid-way report');
  const got = await portal.opened.office.desk.received.copy(own, ref, copy?.issue ?? '');
  expect(got?.html).toContain('Score');
  expect(got?.html).toContain('<dt>Issued by</dt><dd>Fay Group, facilitator');
  // Somebody else outside, and somebody inside, get none.
  expect(await portal.opened.office.desk.received.issuedTo({ ...own, person: 'other' }, ref)).toEqual([]);
  const inside = { ...view, person: 'y', role: 'facilitator', side: 'inside' } as const;
  expect(await portal.opened.office.desk.received.issuedTo(inside, ref)).toEqual([]);
});

test('the report is kept for good, with who wrote it, as a page and as a Word file', async () => {
  const list = await facilitator.look(address);
  expect(list.words).toContain('Written by Fay Group, facilitator, Tuesday 28 July 2026');
  const href = list.document.querySelector<HTMLAnchorElement>('a[href$="/word"]')?.getAttribute('href') ?? '';
  const file = await portal.app.inject({ url: href, headers: { cookie: facilitator.cookie(), host: 'localhost' } });
  expect(file.statusCode).toBe(200);
  expect(file.headers['content-disposition']).toBe('attachment; filename="mid-way-2026-07-28.docx"');
  expect(file.rawPayload.subarray(0, 2).toString()).toBe('PK');
});

test('its message waits for a person until the address is known to be secure', async () => {
  const list = await facilitator.look(`/${programme}/messages`);
  expect(list.words).toContain('Mid-way report');
  expect(list.words).toContain('It goes by secure e-mail alone, and this address is not marked as secure.');
  const href = list.document.querySelector<HTMLAnchorElement>('tbody a')?.getAttribute('href') ?? '';
  const page = await facilitator.look(href);
  expect(page.words).toContain('This address is secure');
  expect(page.words).toContain('He is half way, and it shows.');
  expect(page.words).not.toContain('Score');
  const marked = await facilitator.send(href, { do: 'secure' }, '/messages/');
  expect(marked.words).toContain('No mail is sent from here: it is kept.');
  expect(marked.words).not.toContain('is not marked as secure');
  expect(marked.words).not.toContain('This address is secure');
  const done = await facilitator.send(href, { do: 'by-hand' }, '/messages/');
  expect(done.words).toContain('Sent by a person, by Fay Group');
});

test('a report that went out is owed no more', async () => {
  const owed = (
    await portal.opened.store.work({
      programme,
      person: 'x',
      role: 'facilitator',
      side: 'inside',
      seesHers: false,
      sites: 'all',
    })
  ).filter(({ item }) => item.of === 'mid-way');
  expect(owed).toEqual([]);
  expect(portal.faults).toEqual([]);
});
