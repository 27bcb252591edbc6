/** A group made, filled and recorded by people at a browser, over a real database. */

import { beforeAll, expect, test } from 'vitest';
import type { Phase } from '../../../../engine/contract/index.js';
import { oftenInWords } from '../../../../runtime/portal/groups/words.js';
import { faultsOf, readRegister } from '../../../../runtime/portal/register/register-form.js';
import { workAsSeen } from '../../../../runtime/server/cases/work-seen.js';
import { standingIn } from '../../../../runtime/server/groups/plan.js';
import { ofItself } from '../../../../runtime/server/store/definitions.js';
import { actorOf, small, smallDefinitions } from '../../groups/small-programme.js';
import { portalForTests, type Seen, type Visitor } from '../portal-for-tests.js';

// Monday 13 April 2026; Mondays that are bank holidays: 4 and 25 May.
const portal = await portalForTests(smallDefinitions, { now: '2026-04-10T09:00:00Z' });
const { office } = portal.opened;
const { cases } = office;
const actor = actorOf('leader');
const base = '/evening/groups';
let leader: Visitor;
let other: Visitor;
const refs: Record<string, string> = {};

const begin = async (name: string, accepted: string): Promise<string> => {
  const event = { learned: accepted, recorded: accepted, by: { role: 'leader' }, values: {} };
  const { ref } = await cases.begin(actor, {
    form: 'referral',
    name,
    site: 'north',
    key: `begin ${name}`,
    events: [{ id: `accepted ${name}`, kind: 'happened', what: 'accepted', happened: accepted, ...event }],
  });
  return ref;
};
const start = (name: string, on: string) =>
  cases.record(actor, refs[name] ?? '', {
    key: `start ${name}`,
    events: [{ kind: 'happened', what: 'started', happened: on, learned: on, values: {} }],
  });
const mark = (name: string, field = 'mark'): string => `people[${refs[name]}][${field}]`;
const about = ({ document }: Seen, name: string): string =>
  document.querySelector(`[data-person="${refs[name]}"]`)?.textContent?.replace(/\s+/g, ' ') ?? '';
const causes = ({ document }: Seen, name: string): string =>
  document.querySelector(`#causes-${refs[name]}`)?.textContent?.replace(/\s+/g, ' ') ?? '';

/** Whoever was idle for so long has to sign in again. */
const to = async (instant: string): Promise<void> => {
  portal.at(instant);
  leader = await portal.as('leader', { name: 'Lee Leader' });
  other = await portal.as('leader', { name: 'Mo Other' });
};

beforeAll(async () => {
  await to('2026-04-10T09:00:00Z');
  refs.Abe = await begin('Abe Ames', '2026-03-25');
  refs.Bob = await begin('Bob Bell', '2026-03-30');
  refs.Col = await begin('Col Cole', '2026-04-02');
});

test('a group is made of the one that is declared, with its day, its times and its place suggested', async () => {
  const before = await leader.look(base);
  expect(before.words).toContain('No group has been made yet');
  // Accepted on 25 March, 30 March and 2 April: the earliest stands first.
  const order = [...before.document.querySelectorAll('tbody th')].map((cell) => cell.textContent);
  expect(order).toEqual(['Abe Ames', 'Bob Bell', 'Col Cole']);
  const made = await leader.send(`${base}/new?of=monday`, { first: '2026-04-13' });
  expect(made.words).toContain('Mondays, 6pm to 8pm, The hall');
  expect(made.words).toContain('0 of 2 places taken, 2 free');
  expect(made.words).toContain('Should: 2 facilitators, usually one man and one woman.');
  // 4 May is a bank holiday, and the sixth session to come is on 25 May but for another.
  expect(made.words).toContain('Monday 4 May 2026, 6pm to 8pm Not held: Early May bank holiday');
});

test('how often sessions are is said of each phase where the document says it so', () => {
  const bundle = small();
  const { course } = bundle;
  const { rate: _, ...sessions } = course?.sessions ?? expect.fail('no sessions');
  const every = (n: number, weeks: number) => ({
    amount: { kind: 'exactly' as const, n },
    each: { n: weeks, unit: 'weeks' as const },
  });
  const phase = { kind: 'phase', sessions: every(6, 1).amount, beforeStart: false, origin: sessions.origin };
  const of = (phases: Phase[]) =>
    oftenInWords({ ...bundle, course: { ...(course ?? expect.fail('no course')), sessions: { ...sessions, phases } } });
  expect(oftenInWords(bundle)).toEqual(['There is to be one session each week.']);
  expect(
    of([
      { ...phase, id: 'first', label: 'First phase', every: every(2, 1) },
      { ...phase, id: 'steady', label: 'Steady phase', every: every(1, 2) },
    ]),
  ).toEqual(['First phase: 2 sessions each week.', 'Steady phase: one session every 2 weeks.']);
  expect(of([{ ...phase, id: 'first', label: 'First phase' }])).toEqual([
    'How often sessions are is not stated, so it is for you to say.',
  ]);
});

test('a group with mistakes in it is shown again with what was typed', async () => {
  const again = await leader.send(`${base}/new`, { name: 'Thursdays', from: '18:00', to: '17:00', first: '' });
  expect(again.status).toBe(422);
  expect(again.words).toContain('Enter an end that is after the beginning');
  expect(again.words).toContain('Choose the day on which it meets');
  expect(again.document.querySelector<HTMLInputElement>('#name')?.value).toBe('Thursdays');
});

test('a third man gets one of two places only if that is said', async () => {
  for (const name of ['Abe', 'Bob'])
    await leader.send(`${base}/monday`, { ref: refs[name] ?? '', from: '2026-04-13' }, '/places');
  const full = await leader.send(`${base}/monday`, { ref: refs.Col ?? '', from: '2026-04-20' }, '/places');
  expect(full.status).toBe(422);
  expect(full.words).toContain('No place is free');
  expect(full.document.querySelector<HTMLSelectElement>('#ref')?.value).toBe(refs.Col);
  expect(full.document.querySelector<HTMLInputElement>('#from')?.value).toBe('2026-04-20');
  expect(full.document.querySelector('#ref-error')?.textContent).toContain('No place is free');
  const placed = await leader.send(
    `${base}/monday`,
    { ref: refs.Col ?? '', from: '2026-04-13', anyway: 'yes' },
    '/places',
  );
  expect(placed.words).toContain('3 of 2 places taken, 0 free');
  for (const name of ['Abe', 'Bob', 'Col']) await start(name, '2026-04-10');
});

test('before it begins nobody can be marked, and the topic can be said', async () => {
  const page = await leader.look(`${base}/monday/sessions/2026-04-13`);
  expect(page.words).toContain('It has not begun yet');
  expect(page.document.querySelectorAll('[type=radio]')).toHaveLength(0);
  const saved = await leader.send(`${base}/monday/sessions/2026-04-13`, { topic: 'anger', act: 'save' });
  expect(saved.document.querySelector<HTMLSelectElement>('#topic')?.value).toBe('anger');
});

test('nothing is preselected, and each person has one group of choices', async () => {
  await to('2026-04-13T20:00:00Z');
  const { document } = await leader.look(`${base}/monday/sessions/2026-04-13`);
  expect(document.querySelectorAll('[type=radio]:checked')).toHaveLength(0);
  expect([...document.querySelectorAll('.rubric-register__marks')]).toHaveLength(3);
  const labels = [...(document.querySelector('.rubric-register__marks')?.querySelectorAll('label') ?? [])];
  expect(labels.map((label) => label.textContent)).toEqual(['Attended', 'Late', 'Absent', 'Not held for him']);
});

test('a register is saved in one go, and says what came of it', async () => {
  const saved = await leader.send(`${base}/monday/sessions/2026-04-13`, {
    [mark('Abe')]: 'attended',
    [mark('Bob')]: 'absent',
    [mark('Col')]: 'absent',
    facilitators: 'Lee Leader, Sam Second',
    act: 'save',
  });
  expect(saved.words).toContain('Saved. What came of it stands under each name.');
  expect(saved.words).toContain('Saved by Lee Leader at 9pm on Monday 13 April 2026.');
  expect(about(saved, 'Bob')).toContain('Recorded: Absent, by Lee Leader');
  const { events = [] } = (await cases.open(actor, refs.Bob ?? '')) ?? {};
  const held = events.findLast(({ session }) => session?.mark === 'held')?.session;
  expect(held).toMatchObject({ topic: 'anger', facilitators: 2, group: 'monday', outcome: 'absent' });
});

test('what marks would cause is shown on the button, and nothing of it is kept', async () => {
  await to('2026-04-20T19:30:00Z');
  const address = `${base}/monday/sessions/2026-04-20`;
  const shown = await leader.send(address, {
    [mark('Abe')]: 'attended',
    [mark('Bob')]: 'absent',
    [mark('Col')]: 'absent',
    [mark('Col', 'contact')]: 'before',
    act: 'show',
  });
  // 13 and 20 April without contact are two in a row; Col gave notice, which ends his run.
  expect(causes(shown, 'Bob')).toContain(
    'Must, once the leader confirms it: close as non-attendance. He missed two sessions in a row and was not in touch.',
  );
  expect(causes(shown, 'Bob')).toContain('Sessions missed in a row: 2.');
  expect(causes(shown, 'Col')).not.toContain('Must');
  expect(causes(shown, 'Abe')).toContain('Weeks completed: 2.');
  expect(shown.document.querySelector(`[name="${mark('Bob')}"]:checked`)?.getAttribute('value')).toBe('absent');
  expect((await leader.look(address)).document.querySelectorAll('[type=radio]:checked')).toHaveLength(0);
});

test('a script gets the same of one person by asking for his part', async () => {
  const part = await leader.send(`${base}/monday/sessions/2026-04-20`, {
    [mark('Bob')]: 'absent',
    act: 'part',
    only: refs.Bob ?? '',
  });
  expect(part.html).toMatch(/^<div class="rubric-register__causes"/);
  expect(part.words).toContain('close as non-attendance');
});

test('of two who save one register the second sees what the first recorded, and nothing he typed is lost', async () => {
  const address = `${base}/monday/sessions/2026-04-20`;
  const page = await other.look(address);
  const fields = (marks: Record<string, string>): Record<string, string> => ({ ...marks, act: 'save' });
  await leader.send(address, fields({ [mark('Abe')]: 'attended', [mark('Bob')]: 'absent', [mark('Col')]: 'absent' }));
  // Mo had the page open before; it is sent as it was, with what Mo marked.
  const stale = new URLSearchParams();
  for (const field of page.document.querySelectorAll<HTMLInputElement>('#register input[type=hidden]'))
    stale.append(field.name, field.value);
  stale.append(mark('Abe'), 'late');
  stale.append(mark('Abe', 'contact'), 'since');
  stale.append('facilitators', 'Mo Other');
  stale.append('act', 'save');
  const answer = await portal.app.inject({
    method: 'POST',
    url: address,
    headers: {
      cookie: other.cookie(),
      host: 'localhost',
      origin: 'http://localhost',
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
    },
    payload: stale.toString(),
  });
  expect(answer.statusCode).toBe(409);
  expect(answer.body).toContain('Somebody else saved this register while you filled it in');
  const window = page.document.defaultView as unknown as typeof globalThis;
  const document = new window.DOMParser().parseFromString(answer.body, 'text/html');
  const abe = document.querySelector(`[data-person="${refs.Abe}"]`);
  expect(abe?.textContent).toContain('Recorded meanwhile: Attended, by Lee Leader');
  expect(abe?.querySelector('[type=radio]:checked')?.getAttribute('value')).toBe('late');
  // Bob was left alone by Mo, so he is as the first recorded him.
  const bob = document.querySelector(`[data-person="${refs.Bob}"]`);
  expect(bob?.querySelector('[type=radio]:checked')?.getAttribute('value')).toBe('absent');
  expect(document.querySelector<HTMLInputElement>('#facilitators')?.value).toBe('Mo Other');
  // Sent once more from that page it goes on top, and both stay.
  const onTop = new URLSearchParams();
  for (const field of document.querySelectorAll<HTMLInputElement>('#register input, #register select'))
    if ((field.type !== 'radio' && field.type !== 'checkbox') || field.checked) onTop.append(field.name, field.value);
  onTop.append('act', 'save');
  const saved = await portal.app.inject({
    method: 'POST',
    url: address,
    headers: {
      cookie: other.cookie(),
      host: 'localhost',
      origin: 'http://localhost',
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
    },
    payload: onTop.toString(),
  });
  expect(saved.statusCode).toBe(303);
  const after = await leader.look(address);
  expect(about(after, 'Abe')).toContain('Recorded: Late, in touch since, by Mo Other');
  expect(about(after, 'Abe')).toContain('Before that: Attended, by Lee Leader');
  expect(about(after, 'Bob')).toContain('Recorded: Absent, by Lee Leader');
});

test('somebody who came without a place is put on the list, and keeps none', async () => {
  refs.Dan = await begin('Dan Dean', '2026-04-15');
  const address = `${base}/monday/sessions/2026-04-20`;
  const added = await leader.send(address, { also: refs.Dan, act: 'add' });
  expect(about(added, 'Dan')).toContain('No place here');
  const saved = await leader.send(address, { also: refs.Dan, [mark('Dan')]: 'attended', act: 'save' });
  expect(about(saved, 'Dan')).toContain('Recorded: Attended');
  expect((await leader.look(`${base}/monday/sessions/2026-04-27`)).words).not.toContain('Dan Dean');
  expect((await leader.look(base)).words).toContain('3 of 2 places taken');
});

test('what the definition has recorded of a missed session is told with it', async () => {
  const what = 'absence-looked-at';
  const saved = await leader.send(`${base}/monday/sessions/2026-04-20`, {
    [`people[${refs.Col}][records][${what}][reason]`]: 'His van broke down.',
    [`people[${refs.Col}][records][${what}][adequate-notice]`]: 'yes',
    act: 'save',
  });
  expect(saved.document.querySelector<HTMLTextAreaElement>(`[name$="[${what}][reason]"]`)).toBeTruthy();
  const { events = [] } = (await cases.open(actor, refs.Col ?? '')) ?? {};
  expect(events.find(({ what: told }) => told === what)).toMatchObject({
    about: '2026-04-20 monday',
    values: { reason: 'His van broke down.', 'adequate-notice': 'yes' },
  });
});

test('a day of contact that lies ahead is a fault, and nothing is kept', async () => {
  const again = await leader.send(`${base}/monday/sessions/2026-04-20`, {
    [mark('Bob', 'contact')]: 'since',
    [mark('Bob', 'on')]: '2026-04-30',
    act: 'save',
  });
  expect(again.status).toBe(422);
  expect(again.words).toContain('The day on which Bob Bell was in touch is still to come.');
  expect(again.document.querySelector<HTMLInputElement>(`[name="${mark('Bob', 'on')}"]`)?.value).toBe('2026-04-30');
});

test('one session counts once: whoever has a place in it is not offered to make up for another, and marked both is asked', async () => {
  await to('2026-04-27T17:30:00Z');
  const address = `${base}/monday/sessions/2026-04-27`;
  const offered = await leader.look(`${address}/catch-ups`);
  const bob = [...offered.document.querySelectorAll('tbody tr')].find((row) => row.textContent?.includes('Bob Bell'));
  expect(bob?.textContent).toContain('He has a place in this session, and it counts once');
  expect(bob?.querySelector('form')).toBeNull();
  const both = { [mark('Bob', 'caught')]: '2026-04-13 monday', [mark('Bob')]: 'attended', act: 'save' };
  const asked = await leader.send(address, both);
  expect(asked.status).toBe(422);
  const says = 'This session counts once for Bob Bell: as his own, or for the one that he missed.';
  expect(asked.document.querySelector(`.govuk-error-summary a[href="#caught-${refs.Bob}"]`)?.textContent).toContain(
    says,
  );
  const { evaluation } = (await cases.open(actor, refs.Bob ?? '')) ?? {};
  expect(evaluation?.facts?.find(({ id }) => id === 'weeks')?.value).toBe(0);
});

test('where the definition lets one evening count for two, whoever marks both says why', () => {
  const said = (both: string) =>
    readRegister({
      act: 'save',
      people: { 'AAAA-BBBB': { mark: 'attended', caught: '2026-04-13 monday', both, seen: '' } },
    });
  const asked = {
    outcomes: [{ id: 'attended', label: 'Attended', traits: { present: true, credited: true } }],
    topics: [],
    records: [],
    catchesUpInOwn: true,
    day: '2026-04-27',
    today: '2026-04-27',
  };
  const names = new Map([['AAAA-BBBB', 'Bob Bell']]);
  expect(faultsOf(said(''), asked, names)).toEqual([
    {
      message: 'Say why this session counts for Bob Bell as his own and for the one that he missed.',
      href: '#both-AAAA-BBBB',
    },
  ]);
  expect(faultsOf(said('He stayed for the second hour as well.'), asked, names)).toEqual([]);
});

test('a missed topic is offered first at the session that covers it again, arranged, and credited once he came', async () => {
  const thursday = {
    name: 'Thursday group',
    site: 'north',
    days: '4',
    from: '18:00',
    to: '20:00',
    first: '2026-04-30',
  };
  await leader.send(`${base}/new`, thursday);
  await to('2026-04-30T19:30:00Z');
  await leader.send(`${base}/monday/sessions/2026-04-27`, { [mark('Bob')]: 'absent', act: 'save' });
  const address = `${base}/thursday-group/sessions/2026-04-30`;
  await leader.send(address, { topic: 'anger', act: 'save' });
  const offered = await leader.look(`${address}/catch-ups`);
  // Bob and Col missed “Anger” on the 13th, and the 20th, on which no topic was said.
  const rows = [...offered.document.querySelectorAll('tbody tr')].map((row) => row.textContent?.replace(/\s+/g, ' '));
  expect(rows.slice(0, 2).every((row) => row?.includes('The same topic'))).toBe(true);
  expect(rows[0]).toContain('Monday 13 April 2026');
  const form = [...offered.document.querySelectorAll('form')].find(
    (one) => one.querySelector<HTMLInputElement>('[name=ref]')?.value === refs.Bob,
  );
  const key = form?.querySelector<HTMLInputElement>('[name=key]')?.value ?? '';
  const arranged = await leader.send(`${address}/catch-ups`, { ref: refs.Bob ?? '', about: '2026-04-13 monday', key });
  expect(arranged.words).toContain('To come to this session');
  const rowsOf = (page: Seen, name: string): (string | undefined)[] =>
    [...page.document.querySelectorAll('tbody tr')]
      .map((row) => row.textContent?.replace(/\s+/g, ' '))
      .filter((row) => row?.includes(name));
  // He comes once, so that he makes up for one; and three weeks on the 27th alone is less than four weeks ago.
  const others = rowsOf(arranged, 'Bob Bell').filter((row) => !row?.includes('To come to this session'));
  expect(others).toHaveLength(2);
  for (const row of others) expect(row).toContain('He makes up for another here, and this session counts once');
  const later = rowsOf(await leader.look(`${base}/thursday-group/sessions/2026-05-21/catch-ups`), 'Bob Bell');
  const tooLate = later.filter((row) => row?.includes('It would not count any more by then'));
  expect(tooLate.map((row) => /\d+ April/.exec(row ?? '')?.[0]).sort()).toEqual(['13 April', '20 April']);
  expect(later.find((row) => row?.includes('27 April'))).toContain('Arrange it');
  // He has since been given a place here too, so that he could be marked for both.
  await office.groups.write(
    actor,
    office.groups.writes.place(actor, { group: 'thursday-group', ref: refs.Bob ?? '', from: '2026-04-30' }),
  );
  const caught = { [mark('Bob', 'caught')]: '2026-04-13 monday', act: 'save' };
  const twice = await leader.send(address, { ...caught, [mark('Bob')]: 'attended' });
  expect(twice.status).toBe(422);
  expect(twice.document.querySelector(`#caught-${refs.Bob}-error`)?.textContent).toContain('counts once for Bob Bell');
  expect(twice.document.querySelector(`#caught-${refs.Bob}`)?.getAttribute('aria-describedby')).toBe(
    `caught-${refs.Bob}-error`,
  );
  const absent = await leader.send(address, { ...caught, [mark('Bob')]: 'absent' });
  expect(absent.words).toContain('cannot have made up for a session at this one and be marked “Absent” of it');
  const saved = await leader.send(address, { ...caught, [mark('Bob')]: 'not-held' });
  expect(about(saved, 'Bob')).toContain('He came to make up for Monday 13 April 2026, Anger');
  const { evaluation } = (await cases.open(actor, refs.Bob ?? '')) ?? {};
  const missed = evaluation?.ledger?.find(({ key: of }) => of === '2026-04-13 monday');
  expect(missed).toMatchObject({ absence: true, credited: true });
  // One evening, one week: the 13th made up for.
  expect(evaluation?.facts?.find(({ id }) => id === 'weeks')?.value).toBe(1);
  await office.groups.takeOut(actor, { group: 'thursday-group', ref: refs.Bob ?? '', from: '2026-05-07', key: 'out' });
});

test('a session that is cancelled is missed by nobody, and can be held after all', async () => {
  const address = `${base}/monday/sessions/2026-05-11`;
  const cancelled = await leader.send(address, { because: 'The hall is flooded', act: 'cancel' }, '/cancelled');
  expect(cancelled.words).toContain('This session was cancelled: The hall is flooded. Nobody has missed it.');
  // Taken back before its day, and cancelled again.
  expect((await leader.send(address, { act: 'back' }, '/cancelled')).words).toContain('It has not begun yet');
  await leader.send(address, { because: 'The hall is flooded', act: 'cancel' }, '/cancelled');
  await to('2026-05-12T09:00:00Z');
  const { evaluation } = (await cases.open(actor, refs.Abe ?? '')) ?? {};
  expect(evaluation?.ledger?.find(({ key }) => key === '2026-05-11 monday')?.notDue).toBe('cancelled');
  const back = await leader.send(address, { act: 'back' }, '/cancelled');
  expect(back.document.querySelectorAll('.rubric-register__marks')).toHaveLength(3);
  const again = (await cases.open(actor, refs.Abe ?? ''))?.evaluation;
  expect(again?.ledger?.find(({ key }) => key === '2026-05-11 monday')?.notDue).toBeUndefined();
});

test('a closure day is added with its reason, stands in the timetable, and is taken back', async () => {
  const added = await leader.send(
    `${base}/closure-days`,
    { day: '2026-05-18', because: 'Staff training', where: 'group.monday' },
    'closure-days',
  );
  expect(added.words).toContain('Monday 18 May 2026: Staff training (Monday group)');
  expect((await leader.look(`${base}/monday`)).words).toContain(
    'Monday 18 May 2026, 6pm to 8pm Not held: Staff training',
  );
  expect((await leader.look(`${base}/monday/sessions/2026-05-18`)).words).toContain('There is no register');
  const back = await leader.send(`${base}/closure-days`, {}, 'closure-days/');
  expect(back.words).toContain('No closure day was added');
});

test('somebody moved to another group, or taken out, is on no later register here', async () => {
  const out = await leader.send(`${base}/monday`, { from: '2026-05-18' }, `/moves/${refs.Col}`);
  expect(out.words).toContain('until Monday 18 May 2026');
  expect((await leader.look(`${base}/monday/sessions/2026-05-18`)).words).not.toContain('Col Cole');
});

test('a group is changed from a day on, and its past stays as it was', async () => {
  const change = {
    name: 'Friday group',
    days: '5',
    from: '19:00',
    to: '21:00',
    facilitators: 'Lee Leader, Sam Second',
  };
  const early = await leader.send(`${base}/thursday-group/change`, { ...change, starting: '2026-04-01' }, '/change');
  expect(early.status).toBe(422);
  expect(early.words).toContain('What was held stays as it was. Enter Tuesday 12 May 2026 or a later day.');
  expect(early.document.querySelector<HTMLInputElement>('#name')?.value).toBe('Friday group');
  const done = await leader.send(`${base}/thursday-group/change`, { ...change, starting: '2026-05-20' }, '/change');
  expect(done.words).toContain('Friday group Thursdays, 6pm to 8pm');
  expect(done.words).toContain('From Wednesday 20 May 2026: Fridays, 7pm to 9pm.');
  expect(done.words).toContain('Usually led by Lee Leader and Sam Second.');
  expect(done.words).toContain('Thursday 14 May 2026, 6pm to 8pm');
  expect(done.words).toContain('Friday 22 May 2026, 7pm to 9pm');
  const next = await leader.look(`${base}/thursday-group/sessions/2026-05-14`);
  expect(next.document.querySelector<HTMLInputElement>('#facilitators')?.value).toBe('Lee Leader, Sam Second');
  const past = await leader.look(`${base}/thursday-group/sessions/2026-04-30`);
  expect(past.words).toContain('Register for Thursday 30 April 2026 6pm to 8pm');
  expect(about(past, 'Bob')).toContain('He came to make up for Monday 13 April 2026');
});

test('ending a group asks where everybody goes, and whether a full group takes one more', async () => {
  await leader.send(`${base}/thursday-group`, { ref: refs.Dan ?? '', from: '2026-05-14' }, '/places');
  const end = (goes: string, more = {}) =>
    leader.send(`${base}/thursday-group/end`, { last: '2026-05-22', [`goes[${refs.Dan}]`]: goes, ...more }, '/end');
  expect((await end('monday', { last: '9999-12-31' })).words).toContain('Enter its last day.');
  const asked = await end('');
  expect(asked.status).toBe(422);
  expect(asked.document.querySelector(`#goes-${refs.Dan}-error`)?.textContent).toContain('Choose where Dan Dean goes.');
  const full = await end('monday');
  expect(full.words).toContain('Monday group has no place free, and 1 would go there.');
  const done = await end('monday', { anyway: 'yes' });
  expect(done.words).toContain('It ends: its last day is Friday 22 May 2026.');
  const after = { group: 'thursday-group', ref: refs.Bob ?? '', from: '2026-05-29', key: 'too late' };
  expect(await office.groups.seat(actor, after)).toEqual({
    kind: 'refused',
    because: 'Friday group meets no more from that day on.',
  });
  expect((await leader.look(`${base}/monday`)).words).toContain('since Saturday 23 May 2026');
  const { events = [] } = (await cases.open(actor, refs.Dan ?? '')) ?? {};
  const ahead = standingIn(events).flatMap(({ session }) => (session?.mark === 'planned' ? [session.key] : []));
  expect(ahead.slice(0, 3)).toEqual(['2026-05-14 thursday-group', '2026-05-22 thursday-group', '2026-06-01 monday']);
  await to('2026-05-25T09:00:00Z');
  expect((await leader.look(base)).words).toContain('Ended Friday group, ended on Friday 22 May 2026');
});

test('each day there are eight sessions planned ahead of everybody with a place, whether or not anything is saved', async () => {
  const plannedOf = async (name: string): Promise<(string | undefined)[]> => {
    const { events = [] } = (await cases.open(actor, refs[name] ?? '')) ?? {};
    const keys = standingIn(events).flatMap(({ session }) => (session?.mark === 'planned' ? [session.key] : []));
    return keys.filter((key) => (key ?? '') >= '2026-07-11');
  };
  await to('2026-07-11T09:00:00Z');
  const before = await plannedOf('Abe');
  await portal.opened.refresh();
  // Mondays from 13 July on; 31 August is a bank holiday.
  const days = ['07-13', '07-20', '07-27', '08-03', '08-10', '08-17', '08-24', '09-07'];
  expect(before.length).toBeLessThan(8);
  expect(await plannedOf('Abe')).toEqual(days.map((day) => `2026-${day} monday`));
  // Col was taken out on 18 May, and the day is done but once.
  expect(await plannedOf('Col')).toEqual([]);
  const { events: once } = (await cases.open(actor, refs.Abe ?? '')) ?? {};
  await portal.opened.refresh();
  expect((await cases.open(actor, refs.Abe ?? ''))?.events).toHaveLength(once?.length ?? 0);
});

test('what is due of something that only some may know of waits for them, and for nobody else', async () => {
  const head = await portal.as('head', { name: 'Hal Head' });
  const worker = await portal.as('support-worker', { name: 'Sue Support' });
  await cases.record(actorOf('head'), refs.Abe ?? '', {
    key: 'threat',
    events: [{ kind: 'happened', what: 'threat', happened: '2026-07-11', learned: '2026-07-11', values: {} }],
  });
  const due = 'Warn everybody who works here';
  // Nobody else learns that anything waits for the head of service, also where everybody's work is shown.
  for (const whose of ['', '?whose=all']) {
    expect((await head.look(`/evening/today${whose}`)).words).toContain(`Abe Ames Must ${due}.`);
    for (const other of [leader, worker]) expect((await other.look(`/evening/today${whose}`)).words).not.toContain(due);
  }
  for (const other of [leader, worker, head]) expect((await other.look('/evening/cases')).words).not.toContain(due);
  const { differed } = await portal.opened.store.rebuild(ofItself('evening'));
  expect(differed).toBe(0);
});

test('nothing is still to be recorded of somebody who was suspended on the day', async () => {
  await to('2026-07-14T09:00:00Z');
  const wednesday = { id: 'wednesday', name: 'Wednesday group', site: 'north', days: [3], everyWeeks: 1 };
  await office.groups.add(actor, { ...wednesday, first: '2026-07-15' }, 'made-wednesday');
  for (const name of ['Ida', 'Joe', 'Kim']) {
    refs[name] = await begin(name, '2026-07-01');
    const places = { what: 'monday-places-taken', values: { number: 0 } };
    const told = { kind: 'happened' as const, happened: '2026-07-01', learned: '2026-07-01' };
    await cases.record(actor, refs[name] ?? '', { key: `places ${name}`, events: [{ ...told, ...places }] });
    await start(name, '2026-07-10');
    const seat = { group: 'wednesday', ref: refs[name] ?? '', from: '2026-07-15', key: `seat ${name}` };
    expect((await office.groups.seat(actor, seat)).kind).toBe('done');
  }
  const suspended = { kind: 'happened' as const, what: 'suspended', happened: '2026-07-14', learned: '2026-07-14' };
  const recorded = await cases.record(actor, refs.Joe ?? '', {
    key: 'suspended',
    events: [{ ...suspended, values: {} }],
  });
  expect(recorded?.kind).toBe('recorded');
  await to('2026-07-15T21:00:00Z');
  const register = `${base}/wednesday/sessions/2026-07-15`;
  await leader.send(register, { [mark('Ida')]: 'attended', act: 'save' });
  expect((await leader.look(`${base}/wednesday`)).words).toContain('Recorded of 1 person, 1 still to be');
  await leader.send(register, { [mark('Kim')]: 'attended', act: 'save' });
  const done = (await leader.look(`${base}/wednesday`)).words;
  expect(done).toContain('Wednesday 15 July 2026 Recorded, by Lee Leader');
  expect(done).not.toContain('still to be');
});

test('leave that is approved ahead changes nothing until its day, and then nobody has to record anything of him', async () => {
  await to('2026-07-16T09:00:00Z');
  const kim = `/evening/cases/${refs.Kim}`;
  const leave = `${kim}/record/leave-started`;
  const asked = await leader.look(leave);
  expect(asked.words).toContain('Give leave');
  expect(asked.words).toContain('From which day on? The day may lie ahead: until then nothing changes.');
  const at = await leader.send(leave, { on: '2026-07-21', at: '18:00' });
  expect(at.words).toContain('Leave the time empty: what lies ahead holds from the beginning of its day');
  const turned = await leader.send(leave, { on: '2026-07-21', 'with-until': '2026-07-20' });
  expect(turned.words).toContain('Enter a last day that is not before the first');
  const slip = await leader.send(leave, { on: '2062-07-21' });
  expect(slip.words).toContain('Enter a day within a year from today');
  const preview = await leader.send(leave, { on: '2026-07-21', do: 'preview' });
  expect(preview.words).toContain('From Tuesday 21 July 2026 on this would');
  expect(preview.words).toContain('State On the programme On leave');
  const given = await leader.send(leave, { on: '2026-07-21', 'with-until': '2026-07-31' });
  expect(given.words).toContain('Until which day it was approved: Friday 31 July 2026');
  expect(given.words).toContain('On the programme Since');
  expect(given.words).toContain('Leave begins Tuesday 21 July 2026, until Friday 31 July 2026');
  const twice = await leader.send(leave, { on: '2026-07-24' });
  expect(twice.status).toBe(409);
  expect(twice.words).toContain('It does not fit how the case will stand on that day: it will be on leave.');
  const coming = `${base}/wednesday/sessions/2026-07-22`;
  expect(about(await leader.look(coming), 'Kim')).toContain('Leave begins on Tuesday 21 July 2026.');
  expect(about(await leader.look(`${base}/wednesday/sessions/2026-08-05`), 'Kim')).not.toContain('Leave');
  // Taken back, and approved again.
  const correct = given.document.querySelector('#timeline a[href*="/corrections/"]')?.getAttribute('href') ?? '';
  expect((await leader.send(correct, { do: 'take-back' }, '/corrections/')).words).not.toContain('Leave begins');
  await leader.send(leave, { on: '2026-07-21', 'with-until': '2026-07-31' });
  await to('2026-07-22T21:00:00Z');
  await portal.opened.refresh();
  expect((await leader.look('/evening/cases?group=wednesday')).words).toContain('On leave since Tuesday 21 July 2026');
  expect(about(await leader.look(coming), 'Kim')).toContain('Not due: on leave.');
  await leader.send(coming, { [mark('Ida')]: 'absent', [mark('Ida', 'contact')]: 'before', act: 'save' });
  expect((await leader.look(`${base}/wednesday`)).words).toContain('Wednesday 22 July 2026 Recorded, by Lee Leader');
  const back = await leader.look(kim);
  expect(back.words).toContain('On leave Since Tuesday 21 July 2026 Approved until Friday 31 July 2026');
  expect(back.words).toContain('Come back from leave');
  expect(back.words).not.toContain('suspension');
  await to('2026-07-23T09:00:00Z');
  const returned = await leader.send(`${kim}/record/leave-ended`, {});
  expect(returned.words).toContain('On the programme Since Thursday 23 July 2026');
  expect(about(await leader.look(`${base}/wednesday/sessions/2026-07-29`), 'Kim')).not.toMatch(/Not due|Leave/);
});

test('a session is told by the name of its group as it is now', async () => {
  const timeline = async () => (await leader.look(`/evening/cases/${refs.Ida}/timeline`)).words;
  expect(await timeline()).toContain('About Wednesday 22 July 2026, Wednesday group');
  const change = { name: 'Midweek group', starting: '2026-07-29' };
  expect((await leader.send(`${base}/wednesday/change`, change, '/change')).words).toContain('Midweek group');
  expect(await timeline()).toContain('About Wednesday 22 July 2026, Midweek group');
  expect((await leader.look(`/evening/cases/${refs.Ida}`)).words).toContain('Group Midweek group');
});

test('whoever has completed is on no register after that, and nothing planned for him stands on his page', async () => {
  await to('2026-07-24T09:00:00Z');
  const kim = `/evening/cases/${refs.Kim}`;
  expect((await leader.look(`${kim}/timeline`)).words).toContain('sessions planned, the next on');
  await leader.send(`${kim}/record/completed`, {});
  const page = await leader.look(kim);
  expect(page.words).toContain('Completed Since Friday 24 July 2026');
  expect(page.words).not.toMatch(/after the end|sessions planned|29 July|August/);
  expect((await leader.look(`${base}/wednesday/sessions/2026-07-29`)).words).not.toContain('Kim');
  // What is recorded of him stays.
  expect(about(await leader.look(`${base}/wednesday/sessions/2026-07-15`), 'Kim')).toContain('Recorded: Attended');
  await to('2026-07-29T21:00:00Z');
  await leader.send(`${base}/wednesday/sessions/2026-07-29`, { [mark('Ida')]: 'attended', act: 'save' });
  const group = (await leader.look(`${base}/wednesday`)).words;
  expect(group).toContain('Wednesday 29 July 2026 Recorded, by Lee Leader');
  expect(group).not.toContain('still to be');
});

test('a second group of one kind has places of its own', async () => {
  const free = (await leader.look(`${base}/monday`)).words;
  const made = await leader.send(`${base}/new?of=monday`, { name: 'Second Monday group', first: '2026-08-03' });
  expect(made.words).toContain('0 of 2 places taken, 2 free');
  const again = (await leader.look(`${base}/monday`)).words;
  const taken = /\d of 2 places taken, \d free/.exec(free)?.[0] ?? expect.fail('no places');
  expect(taken).not.toContain('0 of 2');
  expect(again).toContain(taken);
});

test('what waits is never worked out with what is hers', () => {
  const sees: string[] = [];
  workAsSeen(small(), (labels) => {
    sees.push([...labels].sort().join(' '));
    return [{ kind: 'duty', of: 'warn', words: 'Warn.', state: 'open', by: ['staff'] }];
  });
  // The support worker sees hers, and looks at the day's work as everybody does who may not see threats.
  expect(sees).toEqual(['', 'threats']);
});

test('whoever supports a partner, whoever refers and whoever has not signed in find no groups', async () => {
  const worker = await portal.as('support-worker');
  const referrer = await portal.as('referrer');
  const pages = ['', '/monday', '/monday/sessions/2026-04-13', '/closure-days', '/monday/change', '/monday/end'];
  for (const url of pages.map((page) => `${base}${page}`)) {
    expect((await worker.look(url)).status).toBe(404);
    expect((await referrer.look(url)).status).toBe(404);
    expect([302, 303]).toContain((await portal.anybody().look(url)).status);
  }
});

test('no page of these was a fault of ours, and none shows an id or a bare date', async () => {
  const pages = [
    base,
    `${base}/monday`,
    `${base}/monday/change`,
    `${base}/monday/end`,
    `${base}/closure-days`,
    `${base}/new`,
    `${base}/monday/sessions/2026-04-20`,
  ];
  for (const url of [...pages, `${base}/thursday-group/sessions/2026-04-30/catch-ups`]) {
    const page = await leader.look(url);
    expect(page.status).toBe(200);
    expect(page.words).not.toMatch(/\d{4}-\d\d-\d\d/);
    expect(page.words).not.toMatch(/absence-looked|heard-from|not-held/);
  }
  expect((await leader.look(`${base}/nobody`)).status).toBe(404);
  expect((await leader.look(`${base}/monday/sessions/2026-04-14`)).status).toBe(404);
  expect((await leader.look(`${base}/monday/sessions/nonsense`)).status).toBe(404);
  expect(portal.faults).toEqual([]);
});
