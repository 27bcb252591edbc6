/** Groups and registers of both providers, as their own documents have it, through the whole server. */
import { expect, test } from 'vitest';
import type { Answer, CaseEvent } from '../../engine/index.js';
import { actorFor } from '../runtime/cases/begin-case.js';
import { type PortalForTests, portalForTests } from '../runtime/portal/portal-for-tests.js';

const portal = await portalForTests('definitions', { now: '2026-04-10T09:00:00Z' });

/** Somebody who was accepted on a day. */
const accepted = async (
  programme: string,
  name: string,
  more: { site?: string; answers?: Record<string, Answer>; on?: string } = {},
): Promise<string> => {
  const { site, answers = {}, on = '2026-03-25' } = more;
  const event = (id: string, rest: Partial<CaseEvent>): CaseEvent => ({
    id: `${id} ${programme} ${name}`,
    kind: 'happened',
    happened: on,
    learned: on,
    recorded: on,
    by: { role: 'service-lead' },
    values: {},
    ...rest,
  });
  const { ref } = await portal.opened.office.cases.begin(actorFor(programme, 'service-lead'), {
    form: 'referral',
    name,
    ...(site !== undefined && { site }),
    key: `begin ${programme} ${name}`,
    events: [
      event('answers', { kind: 'answered', values: answers, by: { role: 'referrer' } }),
      ...['suitability-issued', 'assessment-attended', 'invited'].map((what) => event(what, { what })),
      event('accepted', { what: 'accepted' }),
    ],
  });
  return ref;
};
const start = (of: PortalForTests, programme: string, ref: string, on: string) =>
  of.opened.office.store.append(actorFor(programme, 'facilitator'), {
    ref,
    key: `start ${ref}`,
    events: [
      {
        id: `started ${ref}`,
        kind: 'happened',
        what: 'started',
        happened: on,
        learned: on,
        recorded: on,
        by: { role: 'facilitator' },
        values: {},
      },
    ],
  });
const leaderOf = (programme: string) => portal.as('facilitator', { programme, name: 'Lee Leader' });
const causes = (document: Document, ref: string): string => document.querySelector(`#causes-${ref}`)?.textContent ?? '';

test('the Stockton group is suggested as it stands in the guidelines, and leaves out the Mondays that are bank holidays', async () => {
  const leader = await leaderOf('harbour');
  const made = await leader.send('/harbour/groups/new?of=stockton-group', { first: '2026-04-13' });
  // HB-034, HB-037: Monday, 6pm to 8pm. 4 and 25 May 2026 are bank holidays. HB-025: one man and one woman.
  expect(made.words).toContain('Groups Stockton group Mondays, 6pm to 8pm, Lifeline Building in Stockton');
  expect(made.words).toContain('Monday 4 May 2026, 6pm to 8pm Not held: Early May bank holiday');
  expect(made.words).toContain('Monday 25 May 2026, 6pm to 8pm Not held: Spring bank holiday');
  expect(made.words).toContain('Should: 2 facilitators, usually one man and one woman.');
  expect(made.words).toContain('0 places taken; how many there are is not stated');
});

test('seven Mondays attended take him to the individual sessions, with the bank holiday not among them', async () => {
  const ref = await accepted('harbour', 'Ned Example', { site: 'stockton' });
  portal.at('2026-04-10T10:00:00Z');
  const placing = await leaderOf('harbour');
  await placing.send('/harbour/groups/stockton-group', { ref, from: '2026-04-13' }, '/places');
  await start(portal, 'harbour', ref, '2026-04-13');
  // 13, 20 and 27 April, 11 and 18 May, 1 and 8 June: seven, without 4 and 25 May.
  const days = ['04-13', '04-20', '04-27', '05-11', '05-18', '06-01', '06-08'].map((day) => `2026-${day}`);
  for (const day of days) {
    portal.at(`${day}T20:00:00Z`);
    const leader = await leaderOf('harbour');
    const saved = await leader.send(`/harbour/groups/stockton-group/sessions/${day}`, {
      [`people[${ref}][mark]`]: 'attended',
      act: 'save',
    });
    expect(saved.words).toContain('Saved.');
    const found = await portal.opened.office.cases.open(actorFor('harbour', 'facilitator'), ref);
    expect(found?.evaluation.phase).toBe(day === '2026-06-08' ? 'education-one-to-ones' : 'education');
  }
});

test('missed group sessions of which the guidelines say nothing cause nothing', async () => {
  const ref = await accepted('harbour', 'Tim Example', { site: 'stockton' });
  portal.at('2026-06-09T10:00:00Z');
  const leader = await leaderOf('harbour');
  await leader.send('/harbour/groups/stockton-group', { ref, from: '2026-06-15' }, '/places');
  await start(portal, 'harbour', ref, '2026-06-15');
  for (const day of ['2026-06-15', '2026-06-22', '2026-06-29']) {
    portal.at(`${day}T20:00:00Z`);
    const fields = { [`people[${ref}][mark]`]: 'absent' };
    const address = `/harbour/groups/stockton-group/sessions/${day}`;
    const shown = await (await leaderOf('harbour')).send(address, { ...fields, act: 'show' });
    expect(causes(shown.document, ref)).toBe('Nothing follows from this.');
    await (await leaderOf('harbour')).send(address, { ...fields, act: 'save' });
  }
});

test('the second evening missed without contact says that closing is to be confirmed, and a call undoes it', async () => {
  portal.at('2026-07-01T09:00:00Z');
  const answers = { prefers: 'evening', 'language-barrier': 'no' };
  const ref = await accepted('my-time', 'Sam Example', { answers, on: '2026-06-25' });
  const leader = await leaderOf('my-time');
  await leader.send('/my-time/groups/new?of=evening', { first: '2026-07-07', days: '2' });
  const placed = await leader.send('/my-time/groups/evening', { ref, from: '2026-07-07' }, '/places');
  // MT-016: at most 12.
  expect(placed.words).toContain('1 of 12 places taken, 11 free');
  await start(portal, 'my-time', ref, '2026-07-07');
  portal.at('2026-07-07T21:00:00Z');
  await (await leaderOf('my-time')).send('/my-time/groups/evening/sessions/2026-07-07', {
    [`people[${ref}][mark]`]: 'absent',
    act: 'save',
  });
  portal.at('2026-07-14T21:00:00Z');
  const address = '/my-time/groups/evening/sessions/2026-07-14';
  const marked = { [`people[${ref}][mark]`]: 'absent', act: 'show' };
  const missed = await (await leaderOf('my-time')).send(address, marked);
  // MT-029: two in a row without contact; the facilitator confirms it.
  expect(causes(missed.document, ref)).toContain('Must, once the facilitator confirms it: close as non-attendance');
  const rang = await (await leaderOf('my-time')).send(address, { ...marked, [`people[${ref}][contact]`]: 'before' });
  expect(causes(rang.document, ref)).not.toContain('close as non-attendance');
});

test('a thirteenth man finds no place free, and the engine does not let him start', async () => {
  portal.at('2026-07-15T09:00:00Z');
  const answers = { prefers: 'evening', 'language-barrier': 'no' };
  // Sam has one of the 12 places; these are eleven more, and one too many.
  const refs: string[] = [];
  for (let n = 2; n <= 13; n += 1) refs.push(await accepted('my-time', `Man ${n}`, { answers, on: '2026-07-01' }));
  const leader = await leaderOf('my-time');
  for (const ref of refs.slice(0, 11))
    await leader.send('/my-time/groups/evening', { ref, from: '2026-07-21' }, '/places');
  const thirteenth = refs[11] ?? '';
  const full = await leader.send('/my-time/groups/evening', { ref: thirteenth, from: '2026-07-21' }, '/places');
  expect(full.words).toContain('12 of 12 places taken, 0 free');
  expect(full.words).toContain('No place is free');
  const found = await portal.opened.office.cases.open(actorFor('my-time', 'facilitator'), thirteenth);
  expect(found?.evaluation.steps?.find(({ step }) => step === 'start')?.verdict).toBe('not-met');
  expect(found?.evaluation.recommendations?.map(({ rule }) => rule)).toContain('no-place-yet');
  expect(portal.faults).toEqual([]);
});
