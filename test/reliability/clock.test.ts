/** One clock, which a test moves through a whole programme in seconds; and that there is no other. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dayNumber, dayText } from '../../engine/index.js';
import type { Recorded } from '../../runtime/server/cases/contract.js';
import { actorFor, beginCase } from '../runtime/cases/begin-case.js';
import { portalForTests } from '../runtime/portal/portal-for-tests.js';

const portal = await portalForTests('definitions/my-time', { now: '2026-03-02T09:00:00Z' });
const { office } = portal.opened;
const facilitator = actorFor('my-time', 'facilitator');
const lead = actorFor('my-time', 'service-lead');
let n = 0;

/** Records something of this moment. What the pages would ask before it, other tests are about. */
const add = async (ref: string, actor: typeof lead, event: Partial<Recorded>): Promise<void> => {
  n += 1;
  const now = portal.now();
  const at = { happened: now, learned: now, recorded: now, by: { role: actor.role, name: actor.name } };
  const whole = { id: `event-${n}`, kind: 'happened', values: {}, ...at, ...event } as const;
  const done = await office.store.append(actor, { ref, key: `event-${n}-0000000000`, events: [whole] });
  if (done?.kind !== 'appended') throw new Error(`It was not taken: ${JSON.stringify(done)}`);
};

const today = async (role: string): Promise<string> =>
  (await (await portal.as(role)).look('/my-time/today')).words.replace(/^.*?Today /, '');
const messagesOf = async (ref: string): Promise<string[]> =>
  (await office.desk.messages.list(lead, { ref })).rows.map(({ document }) => document ?? '').sort();

/** Each morning on the way to a day how cases stand is worked out again, and a second time on the same day is for nothing. */
const goTo = async (day: string): Promise<void> => {
  for (let one = dayNumber(portal.now().slice(0, 10)) + 1; one <= dayNumber(day); one += 1) {
    portal.at(`${dayText(one)}T08:00:00Z`);
    expect(await portal.opened.refresh()).toBe(1);
    expect(await portal.opened.refresh()).toBe(0);
  }
};

test('thirty weeks pass in seconds: what is due comes to be due and late, and each letter goes out once', {
  timeout: 180_000,
}, async () => {
  const ref = await beginCase(portal, 'my-time', 'Pat Example', {
    'referrer-name': 'Ada Example',
    'referrer-agency': 'Example Family Services',
    'referrer-email': 'ada@agency.example',
    'full-name': 'Pat Example',
    sex: 'man',
    'has-abused': 'yes',
    prefers: 'evening',
    'language-barrier': 'no',
  });
  expect(await messagesOf(ref)).toEqual(['acknowledgement']);

  // MT-042: the assessment is offered within 14 days of Monday 2 March.
  expect(await today('facilitator')).toContain('due in 14 days (Monday 16 March 2026)');
  await goTo('2026-03-15');
  expect(await today('facilitator')).toContain('due tomorrow (Monday 16 March 2026)');
  await goTo('2026-03-18');
  expect(await today('facilitator')).toContain('was due 2 days ago (Monday 16 March 2026)');
  await add(ref, facilitator, { what: 'assessment-offered' });
  expect(await today('facilitator')).not.toContain('16 March 2026');

  await goTo('2026-03-23');
  await add(ref, facilitator, { what: 'assessment-attended' });
  await add(ref, facilitator, { what: 'suitability-issued' });
  await goTo('2026-03-25');
  await add(ref, lead, { what: 'accepted' });
  await goTo('2026-04-13');
  await add(ref, facilitator, { what: 'started' });
  expect(await messagesOf(ref)).toEqual(['acknowledgement', 'decision-notice']);

  // Thirty weeks are credited on Mondays from 13 April; 27 April is missed, and covered on the Thursday.
  const session = (outcome: string): Partial<Recorded> => ({
    kind: 'session',
    session: { mark: 'held', on: portal.now().slice(0, 10), outcome },
  });
  let credited = 0;
  for (let week = 0; credited < 30; week += 1) {
    const monday = dayText(dayNumber('2026-04-13') + 7 * week);
    await goTo(monday);
    if (monday === '2026-04-27') {
      await add(ref, facilitator, session('absent'));
      await office.nearMisses.of(facilitator);
      await office.nearMisses.settled();
      // MT-029: the next Monday would be the second in a row.
      expect(await today('facilitator')).toContain('If he misses the session of Monday 4 May 2026');
      continue;
    }
    await add(ref, facilitator, session('attended'));
    credited += 1;
    const words = await today('facilitator');
    expect(words.includes('Mid-way report'), `${credited} weeks`).toBe(credited >= 15);
    expect(words.includes('Completion report'), `${credited} weeks`).toBe(credited >= 30);
  }
  // Thirty Mondays with one missed: the last is 13 April and 30 weeks.
  expect(portal.now().slice(0, 10)).toBe('2026-11-09');
  await office.nearMisses.of(facilitator);
  await office.nearMisses.settled();
  expect(await today('facilitator')).not.toContain('If he misses the session of');
  await goTo('2026-11-20');
  expect(await messagesOf(ref)).toEqual(['acknowledgement', 'decision-notice']);
});

test('a visit ends by the same clock: half an hour without a request, or half a day', async () => {
  portal.at('2026-11-21T08:00:00Z');
  const lead = await portal.as('service-lead');
  const at = async (time: string): Promise<number> => {
    portal.at(`2026-11-21T${time}:00Z`);
    return (await lead.look('/my-time/today')).status;
  };
  expect([await at('08:29'), await at('08:58'), await at('09:29')]).toEqual([200, 200, 303]);
  portal.at('2026-11-21T10:00:00Z');
  const busy = await portal.as('service-lead');
  const answers: number[] = [];
  for (let minutes = 20; minutes <= 12 * 60 + 20; minutes += 20) {
    portal.at(new Date(Date.UTC(2026, 10, 21, 10, minutes)).toISOString());
    answers.push((await busy.look('/my-time/today')).status);
  }
  expect(answers.filter((status) => status === 200).length).toBeGreaterThanOrEqual(35);
  expect(answers.at(-1)).toBe(303);
});

test('neither the server nor its pages ask the machine what time it is, but where a server is started', () => {
  const files = ['runtime/server', 'runtime/portal', 'engine'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => join(folder, file)),
  );
  expect(files.length).toBeGreaterThan(200);
  const asks = /\bnew Date\(\s*\)|\bDate\.now\b|\bDate\(\)|Temporal\.Now/;
  expect(files.filter((file) => asks.test(readFileSync(file, 'utf8'))).sort()).toEqual([
    'runtime/server/build-app.ts',
    'runtime/server/start-portal.ts',
  ]);
  // There it is a default alone, in place of a clock that was not given.
  for (const file of ['runtime/server/build-app.ts', 'runtime/server/start-portal.ts'])
    expect(readFileSync(file, 'utf8').match(/new Date\(\)|Date\.now/g)).toHaveLength(1);
});
