import { expect, test } from 'vitest';
import type { CaseEvent, LedgerEntry } from '../../../../engine/index.js';
import { changesIn, changesOf } from '../../../../runtime/portal/case/changed-answers.js';
import { presentLine } from '../../../../runtime/portal/case/line-presenter.js';
import { presentTimeline } from '../../../../runtime/portal/case/timeline-presenter.js';
import type { OpenCase } from '../../../../runtime/server/cases/contract.js';
import { actorFor, beginCase, suitable } from '../../cases/begin-case.js';
import { portalForTests, type Seen } from '../portal-for-tests.js';

const portal = await portalForTests('definitions', { now: '2026-03-02T09:00:00Z' });
const { cases } = portal.opened.office;
const staff = actorFor('harbour', 'staff');

const open = async (ref: string): Promise<OpenCase> => {
  const found = await cases.open(staff, ref);
  if (!found) throw new Error('There is no such case.');
  return found;
};
const event = (id: string, more: Partial<CaseEvent>): CaseEvent => ({
  id,
  kind: 'happened',
  happened: '2026-03-02',
  learned: '2026-03-02',
  recorded: '2026-03-02T09:00:00Z',
  by: { role: 'staff', name: 'Ada Worker' },
  values: {},
  ...more,
});

test('On the case line a thing stands as far along as its day is between the first and the last', async () => {
  const found = await open(await beginCase(portal, 'harbour', 'Sam Example', suitable));
  // From 2 to 22 March are 20 days: 7 March is a quarter of the way, 12 March half.
  const events = [
    event('a', { what: 'participant-contacted' }),
    event('b', { what: 'accepted', happened: '2026-03-07' }),
    event('c', { kind: 'session', session: { mark: 'planned', on: '2026-03-22' } }),
  ];
  const line = presentLine({ ...found, events, today: '2026-03-12', evaluation: { ...found.evaluation, duties: [] } });
  expect(line?.signs.map(({ x, look, on }) => [x, look, on])).toEqual([
    [0, 'event', 'Monday 2 March 2026'],
    [250, 'step', 'Saturday 7 March 2026'],
    [1000, 'session', 'Sunday 22 March 2026'],
  ]);
  expect(line?.today).toBe(500);
});

test('The timeline has what was corrected beside what corrects it, and who recorded it when', async () => {
  const found = await open(await beginCase(portal, 'harbour', 'Sam Example', suitable));
  const events = [
    event('a', { what: 'participant-contacted', happened: '2026-02-27' }),
    event('b', {
      what: 'participant-contacted',
      happened: '2026-02-28',
      supersedes: 'a',
      by: { role: 'service-lead' },
    }),
    event('c', { what: 'invited' }),
    event('d', { kind: 'answered', supersedes: 'c', reason: 'It was another man.' }),
  ];
  const { items, all } = presentTimeline({ ...found, events }, true);
  expect(all).toBe(2);
  const [taken, corrected] = items;
  expect(taken?.takenBack?.reason).toBe('It was another man.');
  expect(corrected?.on).toBe('Saturday 28 February 2026');
  expect(corrected?.before.map(({ on, recorded }) => [on, recorded])).toEqual([
    ['Friday 27 February 2026', 'Ada Worker, Harbour staff, recorded Monday 2 March 2026'],
  ]);
});

test('Nothing is said of what was planned for after his end; what was recorded then stays', async () => {
  const found = await open(await beginCase(portal, 'harbour', 'Sam Example', suitable));
  const session = (id: string, on: string, mark: 'planned' | 'held') =>
    event(id, { kind: 'session', session: { mark, on, ...(mark === 'held' && { outcome: 'attended' }) } });
  const events = [
    event('a', { what: 'closed', values: { as: 'other' } }),
    session('b', '2026-03-09', 'planned'),
    session('c', '2026-03-05', 'held'),
  ];
  const of = (on: string, id: string, recorded: boolean): LedgerEntry => ({
    ...{ key: on, on, planned: !recorded, recorded, disputed: false, notDue: 'after-end', traits: {} },
    ...{ contact: false, credit: false, stay: 1, events: [id] },
  });
  const evaluation = { ...found.evaluation, ledger: [of('2026-03-05', 'c', true), of('2026-03-09', 'b', false)] };
  const timeline = presentTimeline({ ...found, events, evaluation, today: '2026-03-06' }, true);
  expect([timeline.items.map(({ id }) => id), timeline.ahead]).toEqual([['c', 'a'], []]);
  const line = presentLine({ ...found, events, today: '2026-03-06', evaluation: { ...evaluation, duties: [] } });
  expect(line?.signs.map(({ on }) => on)).toEqual(['Monday 2 March 2026', 'Thursday 5 March 2026']);
});

/** What a page says of the case, without the frame and what this person may do about it. */
const saysOfHim = ({ document }: Seen): string => {
  for (const own of document.querySelectorAll('.rubric-case__aside, .rubric-case__to-next, .rubric-no-print'))
    own.remove();
  return (document.querySelector('#content')?.textContent ?? '').replace(/For the [^.]* to answer\./g, '');
};

test('Whoever supports her sees of him, on his pages, just what his workers see: nothing that she said', async () => {
  const canary = 'CANARY-07700900123';
  const ref = await beginCase(portal, 'my-time', 'Pat Example', {
    'full-name': 'Pat Example',
    sex: 'man',
    partners: [{ key: 'p1', name: canary, phone: canary }],
  });
  const base = `/my-time/cases/${ref}`;
  const supporter = await portal.as('partner-support-worker', { programme: 'my-time' });
  const worker = await portal.as('facilitator', { programme: 'my-time' });
  for (const ending of ['', '/answers', '/timeline', '/decision']) {
    const [hers, his] = [await supporter.look(`${base}${ending}`), await worker.look(`${base}${ending}`)];
    expect([hers.status, his.status]).toEqual([200, 200]);
    expect(hers.html).not.toContain(canary);
    expect(his.html).not.toContain(canary);
    expect(saysOfHim(hers)).toBe(saysOfHim(his));
  }
  const known = await cases.open(
    actorFor('my-time', 'partner-support-worker', { supporter: true, seesHers: true }),
    ref,
  );
  expect(JSON.stringify(known?.events)).toContain(canary);
});

test('What the forms were answered with stands as it was asked, as it counts now, with who sent it', async () => {
  const ref = await beginCase(portal, 'harbour', 'Sam Example', suitable);
  const worker = await portal.as('facilitator', { programme: 'harbour' });
  const base = `/harbour/cases/${ref}`;
  const before = await worker.look(`${base}/answers`);
  expect(before.words).toContain('Sent on Monday 2 March 2026 by Ada Example,');
  const rows = (page: Seen): string[] =>
    [...page.document.querySelectorAll('.govuk-summary-list__row')].map((row) =>
      [row.querySelector('dt'), row.querySelector('dd')].map((one) => one?.textContent).join(' | '),
    );
  expect(rows(before).filter((row) => row.includes('Hartlepool'))).toHaveLength(1);
  await worker.send(`${base}/record/fact.area`, { 'with-answer': 'stockton' });
  const after = rows(await worker.look(`${base}/answers`));
  expect(after.filter((row) => row.includes('| Stockton'))).toHaveLength(1);
  expect(after.filter((row) => row.includes('| Hartlepool'))).toHaveLength(0);
});

test('An answer on which criteria rest and that was changed since the referral is marked for whoever decides', async () => {
  const ref = await beginCase(portal, 'harbour', 'Sam Example', {
    ...suitable,
    'full-name': 'Sam Example',
    address: '1 High Street',
  });
  const base = `/harbour/cases/${ref}`;
  const lead = await portal.as('service-lead', { programme: 'harbour' });
  const heading = 'Answered otherwise since the referral was sent';
  expect((await lead.look(`${base}/decision`)).words).not.toContain(heading);
  await lead.send(`${base}/record/fact.partner-known`, { 'with-answer': 'no' });
  // An address is changed here as the rest is; no rule reads it, so that it is marked beside the answers alone.
  await lead.send(`${base}/record/fact.address`, { 'with-answer': '2 Low Road' });
  const sentence = "From “Yes” to “No” on Monday 2 March 2026, by Some service-lead, Men's Service Co-ordinator.";
  const decision = await lead.look(`${base}/decision`);
  const section = decision.document.querySelector('#changed')?.textContent ?? '';
  expect(section).toContain('Is a partner known, present or former, whom he has harmed?');
  expect(section).toContain(sentence);
  expect(section).not.toContain('2 Low Road');
  const resting = [...decision.document.querySelectorAll('#changed li')].map((item) => item.textContent);
  expect(resting.filter((words) => words?.includes('Does not apply'))).toHaveLength(3);
  expect((await lead.look(base)).words).toContain(`whom he has harmed? ${sentence}`);
  const answers = await lead.look(`${base}/answers`);
  expect(answers.words).toContain('2 Low Road From “1 High Street” to “2 Low Road” on Monday 2 March 2026');
  // Whoever supports her reads the same there, and nothing of hers.
  const supporter = await portal.as('partner-support-worker', { programme: 'harbour' });
  expect((await supporter.look(`${base}/decision`)).document.querySelector('#changed')?.textContent).toBe(section);
});

test('An entry that has got a key, and reads as before, is no change', async () => {
  const { bundle } = await open(await beginCase(portal, 'harbour', 'Sam Example', suitable));
  const children = bundle.facts.find(({ id }) => id === 'children');
  if (!children) throw new Error('Harbour asks of children.');
  const told = (id: string, child: Record<string, string>) =>
    event(id, { kind: 'answered', values: { children: [child] } });
  const same = [told('a', { 'lives-with': 'Ann' }), told('b', { 'lives-with': 'Ann', key: 'k1' })];
  expect(changesOf(bundle, children, changesIn(same))).toEqual([]);
  const moved = [...same, told('c', { 'lives-with': 'Bob', key: 'k1' })];
  expect(changesOf(bundle, children, changesIn(moved))).toEqual([
    expect.stringMatching(/^From “.*Ann.*” to “.*Bob.*” on Monday 2 March 2026/),
  ]);
});

test('A definition that says nothing of time has a page of its decision alone', async () => {
  const plain = await portalForTests('examples/riverside-parenting', { now: '2026-03-02T09:00:00Z' });
  const ref = await beginCase(plain, 'riverside-parenting', 'Lou Example', { 'full-name': 'Lou Example' });
  const page = await (await plain.as('staff')).look(`/riverside-parenting/cases/${ref}`);
  expect(page.status).toBe(200);
  expect(page.words).toContain('By the criteria: Not enough information');
  expect(page.document.querySelector('#duties, #recommendations, .rubric-strip')).toBeNull();
  const list = await (await plain.as('staff')).look('/riverside-parenting/cases');
  expect(list.words).toContain('Lou Example');
});
