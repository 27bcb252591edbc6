import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type CaseEvent, evaluate } from '../../../../engine/index.js';
import { compile } from '../../../../generator/index.js';
import { dueInWords, lastDayFrom, presentToday, type Waiting } from '../../../../runtime/portal/today/presenter.js';
import { keptEvaluations } from '../../../../runtime/server/cases/seen-case.js';
import { standingOf } from '../../../../runtime/server/cases/standing.js';
import type { WorkItem } from '../../../../runtime/server/store/contract.js';
import { actorFor, beginCase, suitable } from '../../cases/begin-case.js';
import { smallDefinitions } from '../../groups/small-programme.js';
import { portalForTests } from '../portal-for-tests.js';

const portal = await portalForTests('definitions/harbour', { now: '2026-03-02T09:00:00Z' });
const bundle = portal.library.find('harbour')?.loaded().bundle;
if (!bundle) throw new Error('There is no such definition.');

const zone = 'Europe/London';
const today = '2026-03-04';
const waiting = (name: string, item: Partial<WorkItem> & Pick<WorkItem, 'kind' | 'words'>): Waiting => ({
  line: { programme: 'harbour', ref: 'AAAA-BBBB', name, demonstration: false },
  item: { of: 'some-duty', state: 'open', by: ['staff', 'facilitator'], ...item },
});

test('A due time is told with how far off it is, and a time that has passed as passed', () => {
  expect(dueInWords('2026-03-04', 'open', today, zone)).toEqual({
    words: 'due today (Wednesday 4 March 2026)',
    look: 'unknown',
  });
  expect(dueInWords('2026-03-05', 'open', today, zone).words).toBe('due tomorrow (Thursday 5 March 2026)');
  expect(dueInWords('2026-03-06', 'open', today, zone).words).toBe('due in 2 days (Friday 6 March 2026)');
  expect(dueInWords('2026-03-03', 'missed', today, zone)).toEqual({
    words: 'was due 1 day ago (Tuesday 3 March 2026)',
    look: 'not-met',
  });
  // Until midnight is until the end of the day before; in June an hour before midnight in UTC.
  for (const midnight of ['2026-03-06T00:00:00Z', '2026-06-05T23:00:00Z'])
    expect(dueInWords(midnight, 'open', midnight.slice(0, 10), zone).words).toContain('(by the end of ');
  expect(dueInWords('2026-03-06T00:00:00Z', 'open', today, zone).words).toBe(
    'due tomorrow (by the end of Thursday 5 March 2026)',
  );
  // 3pm in London, of a summer's day, is an hour earlier in UTC.
  expect(dueInWords('2026-06-01T14:00:00Z', 'open', '2026-06-01', zone).words).toBe(
    'due today (3pm on Monday 1 June 2026)',
  );
});

test('Each thing that waits stands once: what waits for an answer first, then what is overdue, due today and soon', () => {
  const page = presentToday(
    bundle,
    actorFor('harbour', 'staff', { called: 'Harbour staff' }),
    [
      waiting('Late', { kind: 'duty', words: 'Call him.', due: '2026-03-02', state: 'missed' }),
      waiting('Now', { kind: 'duty', words: 'Call him.', due: '2026-03-04' }),
      waiting('Soon', { kind: 'duty', words: 'Call him.', due: '2026-03-09', whyDue: 'it opened on Monday' }),
      waiting('Never', { kind: 'duty', words: 'Call him.' }),
      waiting('Report', { kind: 'document', words: 'Write to them.', due: '2026-03-04' }),
      waiting('Asked', { kind: 'recommendation', words: 'He missed two.', force: 'must' }),
      waiting('Perhaps', { kind: 'recommendation', words: 'He may have missed two.', force: 'must', state: 'perhaps' }),
      waiting('Signs', { kind: 'decision', words: 'Sign for the decision.' }),
      waiting('Again', { kind: 'review', words: 'Its ground has gone.' }),
      waiting('Near', { kind: 'near-miss', words: 'One more.' }),
    ],
    { today, all: false },
  );
  expect(page.groups.map(({ title, lines }) => [title, ...lines.map(({ name }) => name)])).toEqual([
    ['Recommendations that wait for an answer', 'Asked'],
    ['Decisions to be made', 'Signs'],
    ['Overdue', 'Late'],
    ['Due today', 'Now'],
    ['Due soon', 'Soon'],
    ['Reports and messages due', 'Report'],
    ['One miss away from a recommendation', 'Near'],
    ['To be found out: a rule may ask for something', 'Perhaps'],
    ['To be looked at again', 'Again'],
    ['To be done, with no time stated', 'Never'],
  ]);
  expect(page.groups.find(({ id }) => id === 'decisions')?.lines[0]).toMatchObject({
    href: '/harbour/cases/AAAA-BBBB/assessment',
    words: 'Sign for the decision.',
  });
  expect(page.title).toBe('Wednesday 4 March 2026');
  expect(page.groups.find(({ id }) => id === 'soon')?.lines[0]?.whyDue).toBe('It opened on Monday');
  expect(page.until).toBe('Wednesday 18 March 2026');
  expect(lastDayFrom(today)).toBe('2026-03-18');
});

test('Whose something is stands beside it where the work of everybody is shown, without kinds of the same role', () => {
  const page = presentToday(bundle, actorFor('harbour', 'staff'), [waiting('One', { kind: 'duty', words: 'Call.' })], {
    today,
    all: true,
  });
  expect(page.groups[0]?.lines[0]?.by).toBe('Harbour staff');
});

test('With nothing to do it says what will stand there', () => {
  const page = presentToday(bundle, actorFor('harbour', 'staff', { called: 'Harbour staff' }), [], {
    today,
    all: false,
  });
  expect(page.none).toBe('Nothing waits for the Harbour staff. What rules recommend and what is due will stand here.');
});

test('Whoever supports partners is told where what is owed to them stands, as nothing of hers stands here', () => {
  const supporter = actorFor('harbour', 'partner-support-worker', { called: 'Harbour Support Worker', seesHers: true });
  expect(presentToday(bundle, supporter, [], { today, all: false }).none).toBe(
    'Nothing of his side waits for the Harbour Support Worker. What is owed to partners is not shown here: it stands under “Partner support”.',
  );
});

test('A referral brings the duty to respond, due to those whose it is, with why it is due then', async () => {
  const ref = await beginCase(portal, 'harbour', 'Sam Example', suitable, { site: 'hartlepool' });
  const worker = await portal.as('facilitator');
  const page = await worker.look('/harbour/today');
  expect(page.status).toBe(200);
  const line = [...page.document.querySelectorAll('.rubric-work__line')].find((one) =>
    one.textContent?.includes('48 hours'),
  );
  expect(line?.querySelector('a')?.getAttribute('href')).toContain(ref);
  expect(line?.querySelector('details')?.textContent).toContain('Why this date?');
  // The chief executive answers formal appeals, and none is lodged.
  const chief = await portal.as('chief-executive');
  expect((await chief.look('/harbour/today')).words).toContain('Nothing waits for the');
  expect((await chief.look('/harbour/today?whose=all')).words).toContain('Sam Example');
});

test('What was owed each week, or while his case is open, and was missed waits for nobody once he has left', () => {
  const content = readFileSync(join(smallDefinitions, 'evening', 'programme.yaml'), 'utf8')
    .replace('\nrecords:', '\nrecords:\n  met-him: { called: he was met, by: staff, ours: test }')
    .replace(
      '\nduties:',
      '\nduties:\n  see-him: { while: stage is on-programme, must: Meet him, done-by: met-him, every: 1 week, by: staff, ours: test }\n  call-him: { after: accepted, unless: stage is declined or closed, should: Call him, within: 2 days, by: staff, ours: test }',
    );
  const { bundle: evening, problems } = compile([{ file: 'programme.yaml', content }], { play: evaluate });
  if (!evening) throw new Error(problems.map(({ message }) => message).join('\n'));
  const happened = (what: string, on: string, values = {}): CaseEvent => ({
    ...{ id: `${what} ${on}`, kind: 'happened', what, happened: on, learned: on, recorded: on, values },
    by: { role: 'leader' },
  });
  // Met in the first week and not in the second; a colleague was threatened on the 17th, and nobody has been warned.
  const events = [
    happened('accepted', '2026-03-01'),
    happened('monday-places-taken', '2026-03-01', { number: 0 }),
    happened('started', '2026-03-02'),
    happened('met-him', '2026-03-04'),
    happened('threat', '2026-03-17'),
  ];
  const worked = (more: CaseEvent[] = []) => {
    const { work, stage } = standingOf(
      evening,
      { ref: 'AAAA-BBBB', began: '2026-03-01', events: [...events, ...more] },
      '2026-03-25T09:00:00Z',
      keptEvaluations(),
    );
    return [stage, ...work.map(({ of, state }) => `${of} ${state}`)];
  };
  expect(worked()).toEqual([
    'on-programme',
    'see-him missed',
    'see-him missed',
    'see-him open',
    'call-him missed',
    'warn-colleagues missed',
  ]);
  expect(worked([happened('closed', '2026-03-20')])).toEqual(['closed', 'warn-colleagues missed']);
});

test('Whoever stands in sees what waits for the one who is away, on those days and no others', async () => {
  const { people } = portal.opened;
  portal.at('2026-03-02T09:00:00Z');
  const [away, covers, administrator] = [
    await portal.as('service-lead', { name: 'Lena Example' }),
    await portal.as('facilitator', { name: 'Gail Example' }),
    await portal.as('administrator', { name: 'Ann Example' }),
  ];
  const found = await people.demonstrators();
  const idOf = (email: string): string => found.find((one) => one.email === email)?.id ?? '';
  const handOver = () =>
    people.standIns.handOver(idOf(administrator.email), 'harbour', {
      away: idOf(away.email),
      covers: idOf(covers.email),
      since: '2026-03-03',
      until: '2026-03-04',
    });
  expect((await handOver()).kind).toBe('refused');
  await people.demonstrate([
    { name: 'Gail Example', email: covers.email, grants: [{ programme: 'harbour', role: 'service-lead' }] },
  ]);
  expect((await handOver()).kind).toBe('done');

  // Signed in anew, for a visit does not last from one day to the next.
  const words = async (): Promise<string> =>
    (await (await portal.as('facilitator', { name: 'Gail Example' })).look('/harbour/today')).words;
  expect(await words()).not.toContain('stand in for');
  portal.at('2026-03-03T09:00:00Z');
  expect(await words()).toContain('You stand in for Lena Example today.');
  const lena = await portal.as('service-lead', { name: 'Lena Example' });
  expect((await lena.look('/harbour/today')).words).toContain(
    'Gail Example stands in for you until Wednesday 4 March 2026: what waits for you stands there too.',
  );
  portal.at('2026-03-05T09:00:00Z');
  expect(await words()).not.toContain('stand in for');
});

test('What waits for the role of the one who is away says whose it is; what waits for both does not', () => {
  const page = presentToday(
    bundle,
    actorFor('harbour', 'facilitator', { called: 'group worker' }),
    [
      waiting('Hers', { kind: 'duty', words: 'Answer the review.', by: ['service-lead'] }),
      waiting('Both', { kind: 'duty', words: 'Call him.', by: ['facilitator', 'service-lead'] }),
    ],
    { today, all: false, standsFor: [{ name: 'Lena Example', roles: ['service-lead'] }] },
  );
  expect(page.groups.flatMap(({ lines }) => lines.map(({ name, by }) => [name, by]))).toEqual([
    ['Hers', "Men's Service Co-ordinator"],
    ['Both', undefined],
  ]);
});

test('From Today the studio opens with who has signed in at its head, a way back to work, and a way out', async () => {
  const staff = await portal.as('staff', { name: 'Ada Worker' });
  expect((await staff.look('/harbour/today')).document.querySelector('a[href="/studio"]')).not.toBeNull();
  for (const page of ['/studio', '/studio/harbour']) {
    const { document } = await staff.look(page);
    const head = document.querySelector('.rubric-header');
    expect(head?.textContent).toContain('Ada Worker');
    const back = head?.querySelector('.rubric-who__link');
    expect(back?.textContent).toBe('Back to work');
    expect((await staff.look(back?.getAttribute('href') ?? '')).location).toBe('/harbour/today');
    expect(head?.querySelector('form[action="/sign-out"] input[name="_csrf"]')).not.toBeNull();
  }
});
