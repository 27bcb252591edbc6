import { expect, test } from 'vitest';
import { portalForTests } from '../portal/portal-for-tests.js';
import { actorFor, beginCase } from './begin-case.js';

const portal = await portalForTests('definitions/my-time', { now: '2026-03-02T09:00:00Z' });
const { cases, nearMisses } = portal.opened.office;
const facilitator = actorFor('my-time', 'facilitator');

const record = async (ref: string, on: string, what: { what: string } | { outcome: string }): Promise<void> => {
  portal.at(`${on}T20:30:00Z`);
  const done = await cases.record(facilitator, ref, {
    key: `${ref}-${on}-0000000000-${Object.values(what)[0]}`,
    events: [
      'outcome' in what
        ? {
            kind: 'session',
            happened: on,
            learned: on,
            values: {},
            session: { mark: 'held', on, outcome: what.outcome },
          }
        : { kind: 'happened', what: what.what, happened: on, learned: on, values: {} },
    ],
  });
  if (done?.kind !== 'recorded') throw new Error(`${on} was not taken: ${JSON.stringify(done)}`);
};

test('Whoever has missed one session and would have missed two in a row with the next is one miss away', async () => {
  const [absent, present] = [
    await beginCase(portal, 'my-time', 'Sam Example', { 'full-name': 'Sam Example' }),
    await beginCase(portal, 'my-time', 'Pat Example', { 'full-name': 'Pat Example' }),
  ];
  for (const ref of [absent, present]) {
    await record(ref, '2026-03-16', { what: 'assessment-attended' });
    // He starts by what people recorded elsewhere: what that needs is not what this is about.
    const started = { id: `started-${ref}`, kind: 'happened', what: 'started', values: {} } as const;
    const at = { happened: '2026-04-13', learned: '2026-04-13', recorded: '2026-04-13T09:00:00Z' };
    portal.at('2026-04-13T09:00:00Z');
    await portal.opened.store.append(facilitator, {
      ref,
      key: `started-${ref}-000000`,
      events: [{ ...started, ...at, by: { role: 'facilitator' } }],
    });
  }
  await record(absent, '2026-04-13', { outcome: 'attended' });
  await record(present, '2026-04-13', { outcome: 'attended' });
  await record(absent, '2026-04-20', { outcome: 'absent' });
  await record(present, '2026-04-20', { outcome: 'attended' });

  const first = await nearMisses.of(facilitator);
  expect([first.waiting.length, first.open]).toEqual([0, 2]);
  await nearMisses.settled();
  const { waiting, open } = await nearMisses.of(facilitator);
  expect(open).toBe(0);
  expect(waiting.map(({ line, item }) => [line.name, item.kind, item.of])).toEqual([
    ['Sam Example', 'near-miss', 'two-missed-without-contact'],
  ]);
  // MT-029: two in a row; the next Monday is 27 April.
  expect(waiting[0]?.item.words).toBe(
    'If he misses the session of Monday 27 April 2026: close as non-attendance and refer back to the referring agency. ' +
      'A man who misses 2 sessions in a row without being in contact has his file closed.',
  );

  const worker = await portal.as('facilitator');
  const page = await worker.look('/my-time/today');
  expect(page.document.querySelector('#one-miss')?.textContent).toContain('Sam Example');
  const onHisCase = async (ref: string): Promise<string | null | undefined> =>
    (await worker.look(`/my-time/cases/${ref}`)).document.querySelector('[data-item="near-miss"]')?.textContent;
  expect(await onHisCase(absent)).toContain('One miss away. If he misses the session of Monday 27 April 2026: ');
  expect(await onHisCase(present)).toBeUndefined();
  // Once something is added to his case it is looked at again.
  await record(absent, '2026-04-21', { what: 'heard-from-participant' });
  expect((await nearMisses.of(facilitator)).open).toBe(1);
  expect(await onHisCase(absent)).toBeUndefined();
});
