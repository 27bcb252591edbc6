import { expect, test } from 'vitest';
import { addressOf, askedIn, presentCases, queryOf } from '../../../../runtime/portal/cases/presenter.js';
import type { CaseLine, Standing } from '../../../../runtime/server/store/contract.js';
import { beginCase, suitable } from '../../cases/begin-case.js';
import { portalForTests } from '../portal-for-tests.js';

const portal = await portalForTests('definitions/harbour', { now: '2026-03-02T09:00:00Z' });
const bundle = portal.library.find('harbour')?.loaded().bundle;
if (!bundle) throw new Error('There is no such definition.');

const standing: Standing = {
  asOf: '2026-03-04',
  stage: 'on-programme',
  since: '2026-02-10',
  phase: 'education',
  outcome: 'eligible',
  closed: false,
  credited: 3,
  sessions: 30,
  work: [{ kind: 'duty', of: 'call', words: 'Call him.', due: '2026-03-06', state: 'open', by: ['staff'] }],
};
const line: CaseLine = {
  programme: 'harbour',
  ref: '7K3Q-9F2M',
  name: 'Sam Example',
  site: 'stockton',
  began: '2026-01-05T09:00:00Z',
  form: 'referral',
  definition: 'x',
  demonstration: false,
  changed: '2026-03-01T09:00:00Z',
  standing,
};
const groups = new Map([['tuesdays-2', 'Tuesday group']]);
const asked = askedIn(bundle, groups, {});

test('A line says how he stands, how far he is, what comes next, and where', () => {
  const page = presentCases(bundle, 'harbour', asked, { lines: [line], all: 1, groups }, '2026-03-04');
  expect(page.says).toBe('1 case');
  expect(page.lines).toEqual([
    {
      name: 'Sam Example',
      href: '/harbour/cases/7K3Q-9F2M',
      ref: '7K3Q-9F2M',
      demonstration: false,
      state: 'On the programme',
      since: 'Tuesday 10 February 2026',
      progress: 'Education, 3 of 30',
      next: 'Call him: due in 2 days (Friday 6 March 2026)',
      late: false,
      site: 'Stockton',
      began: 'Monday 5 January 2026',
    },
  ]);
});

test('What makes no sense is left out of what is asked for', () => {
  const odd = askedIn(bundle, groups, {
    stage: 'flying',
    site: ['stockton'],
    group: 'x',
    sort: 'wealth',
    page: '-2',
    closed: '1',
  });
  expect(odd).toEqual({ list: 'all', search: '', closed: false, sort: 'name', page: 1 });
  expect(queryOf(odd)).toEqual({ closed: false, sort: 'name', page: 1, size: 50 });
});

test('Asking for those whose case is over looks among closed cases too; the waiting list is of two states', () => {
  expect(queryOf(askedIn(bundle, groups, { stage: 'completed' }))).toMatchObject({
    stages: ['completed'],
    closed: true,
  });
  expect(queryOf(askedIn(bundle, groups, { list: 'waiting' }))).toMatchObject({
    stages: ['accepted', 'waiting-for-place'],
  });
});

test('Those of one group are asked for by the name of a group that there is, declared or not', () => {
  const ofGroup = askedIn(bundle, groups, { group: 'tuesdays-2' });
  expect(queryOf(ofGroup)).toMatchObject({ group: 'tuesdays-2' });
  const page = presentCases(bundle, 'harbour', ofGroup, { lines: [line], all: 1, groups }, '2026-03-04');
  expect(page.groups).toEqual([{ id: 'tuesdays-2', words: 'Tuesday group', chosen: true }]);
  // Declared, and nobody has made it.
  expect(askedIn(bundle, groups, { group: 'hartlepool-group' })).not.toHaveProperty('group');
});

test('A name that is searched for stands in no address, and everything else does', () => {
  const all = askedIn(bundle, groups, {
    search: 'Sam',
    stage: 'accepted',
    site: 'stockton',
    sort: 'due',
    closed: 'yes',
  });
  expect(addressOf('/harbour/cases', all, 3)).toBe(
    '/harbour/cases?stage=accepted&site=stockton&closed=yes&sort=due&page=3',
  );
});

test('Of 120 cases there are three pages, and which lines are shown is said', () => {
  const page = presentCases(
    bundle,
    'harbour',
    { ...asked, page: 2 },
    { lines: [line], all: 120, groups },
    '2026-03-04',
  );
  expect(page.says).toBe('51 to 100 of 120 cases');
  expect(page.pages.map(({ number, current }) => [number, current])).toEqual([
    [1, false],
    [2, true],
    [3, false],
  ]);
  expect([page.before, page.after]).toEqual(['/harbour/cases', '/harbour/cases?page=3']);
});

test('Cases are found by name or reference, by a form whose answer has no name in its address', async () => {
  const empty = await (await portal.as('staff')).look('/harbour/cases');
  expect(empty.words).toContain('There are no cases yet. Each referral that is sent becomes one, and stands here.');
  const [sam, pat] = [
    await beginCase(portal, 'harbour', 'Sam Example', suitable, { site: 'hartlepool' }),
    await beginCase(portal, 'harbour', 'Pat Elsewhere', suitable, { site: 'stockton' }),
  ];
  const worker = await portal.as('staff');
  const found = await worker.send('/harbour/cases', { search: 'sam ex' });
  expect([found.status, found.words.includes('Sam Example'), found.words.includes('Pat Elsewhere')]).toEqual([
    200,
    true,
    false,
  ]);
  expect((await worker.send('/harbour/cases', { search: pat.toLowerCase() })).words).toContain('Pat Elsewhere');
  expect((await worker.send('/harbour/cases', { search: 'nobody' })).words).toContain('No case fits.');
  const filtered = await worker.send('/harbour/cases', { site: 'hartlepool' });
  expect(filtered.document.querySelectorAll('.rubric-cases tbody tr')).toHaveLength(1);
  expect(filtered.html).toContain(sam);
  // Somebody who works at one site sees no more than that.
  const there = await portal.as('facilitator', { site: 'stockton' });
  const own = await there.look('/harbour/cases');
  expect([own.html.includes(pat), own.html.includes(sam)]).toEqual([true, false]);
  expect((await there.look(`/harbour/cases/${sam}`)).status).toBe(404);
});
