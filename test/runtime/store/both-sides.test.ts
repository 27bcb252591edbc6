/** His side and hers, as they lie in the database and as they are read again. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CaseEvent } from '../../../engine/index.js';
import type { Project } from '../../../runtime/server/store/contract.js';
import { verify } from '../../../runtime/server/store/verify.js';
import { course, did, told } from '../../engine/course/story.js';
import { runs } from '../../engine/random-cases.js';
import { anyCaseOfHis, anyOfHers, fullest, withMore } from '../../engine/viewer/anybodys-documents.js';
import { plainStanding, storeForTests, viewOf } from './store-for-tests.js';

/** What standings were made of. */
const shown: string[] = [];
const project: Project = (found, ...around) => {
  shown.push(JSON.stringify(found));
  return plainStanding(found, ...around);
};
const { store, at, ask, database } = await storeForTests({ project });
const bundle = course(`
  contacts:
    title: Contacts
    from: staff
    ours: test
    asks:
      his-phone: { ask: His number, type: phone, about: participant }
      her-phone: { ask: A number that is safe for her, type: phone, about: partner }
records:
  incident: { called: an incident was reported, asks: { severity: { ask: How severe?, options: [low, high] } }, ours: test }
  worry: { called: the support worker was worried, by: support-worker, ours: test }
`);
const staff = viewOf('staff');
const supporter = viewOf('support-worker', { seesHers: true });
const canary = '01632 960002';

let keys = 0;
const key = (): string => {
  keys += 1;
  return `key ${keys}`;
};
const begun = async (
  events: readonly CaseEvent[] = [told('answered', '2026-01-02', { 'full-name': 'Tom' }, 'referrer')],
) => store.begin(staff, { form: 'referral', name: 'Tom Reed', bundle, key: key(), events });
const numbers = (): CaseEvent =>
  told('answered', '2026-01-03', { 'his-phone': '01632 960001', 'her-phone': canary }, 'staff');
const worry = (): CaseEvent => did('2026-01-04', 'worry', { by: 'support-worker' });
const incident = (): CaseEvent => did('2026-01-05', 'incident', { values: { severity: 'low' } });

test('whoever types her number in cannot read it back; whoever supports her can', async () => {
  const { ref } = await begun();
  const form = numbers();
  const answer = await store.append(staff, { ref, key: key(), events: [form] });
  expect(answer?.case.events.at(-1)?.values).toEqual({ 'his-phone': '01632 960001' });
  expect(JSON.stringify([answer, await store.open(staff, ref)])).not.toContain(canary);
  expect((await store.open(supporter, ref))?.events.at(-1)).toEqual(form);
});

test('what a facilitator heard from her is kept, and is not in his case, not even for whoever recorded it', async () => {
  const { ref, events } = await begun();
  const heard: CaseEvent = { ...incident(), toldBy: 'partner' };
  const answer = await store.append(staff, { ref, key: key(), events: [heard] });
  expect(answer).toMatchObject({ kind: 'appended', case: { version: { his: 1 }, events } });
  expect(await store.open(supporter, ref)).toMatchObject({ version: { his: 1, hers: 1 }, events: [...events, heard] });
});

test('a case that was read with sight of her side is not taken for what his side holds', async () => {
  const { ref } = await begun();
  await store.append(supporter, { ref, key: key(), events: [worry()] });
  const read = await store.open(supporter, ref);
  if (!read) throw new Error('It is there.');
  const answer = await store.append(staff, { ref, key: key(), events: [incident()], read });
  expect(answer?.case.events.map(({ what }) => what)).toEqual([undefined, 'incident']);
  expect(shown.at(-1)).not.toContain('worry');
});

test('what only her side holds leaves no trace on his: no number, no instant, no key', async () => {
  const { ref } = await begun();
  const his = () =>
    ask('owner', 'select row_to_json(f) as file, f.xmin::text from rubric.case_file f where ref = $1', [ref]);
  const commands = () => ask('owner', 'select * from rubric.command where ref = $1', [ref]);
  const before = [await his(), await commands(), await store.open(staff, ref), await store.list(staff, {})];
  at('2026-03-05T12:00:00Z');
  await store.append(supporter, { ref, key: key(), events: [worry(), worry()] });
  expect([await his(), await commands(), await store.open(staff, ref), await store.list(staff, {})]).toEqual(before);
  expect((await store.open(supporter, ref))?.version).toEqual({ his: 1, hers: 2 });
});

test('nothing of hers overtakes whoever works with him, and of what is his she is told', async () => {
  const { ref } = await begun();
  await store.append(supporter, { ref, key: key(), events: [worry()] });
  const his = await store.append(staff, { ref, key: key(), expected: { his: 1 }, events: [incident()] });
  expect(his?.kind).toBe('appended');
  const hers = await store.append(supporter, { ref, key: key(), expected: { his: 1, hers: 1 }, events: [worry()] });
  expect(hers?.kind).toBe('overtaken');
});

test('of two who add to her side at once with the same before them one is first', async () => {
  const { ref } = await begun();
  const before = { expected: { his: 1, hers: 0 } };
  const all = await Promise.all(
    Array.from({ length: 6 }, () => store.append(supporter, { ref, key: key(), ...before, events: [worry()] })),
  );
  expect(all.filter((each) => each?.kind === 'appended')).toHaveLength(1);
  expect((await store.open(supporter, ref))?.version).toEqual({ his: 1, hers: 1 });
});

test('both sides are read in the order of recording', async () => {
  const [first, second, form, third, fourth, fifth] = [worry(), incident(), numbers(), worry(), worry(), incident()];
  const { ref, events } = await begun([]);
  expect(events).toEqual([]);
  await store.append(supporter, { ref, key: key(), events: [first, second] });
  await store.append(staff, { ref, key: key(), events: [form] });
  await store.append(supporter, { ref, key: key(), events: [third] });
  await store.append(supporter, { ref, key: key(), events: [fourth, fifth] });
  expect((await store.open(supporter, ref))?.events).toEqual([first, second, form, third, fourth, fifth]);
  expect((await store.open(staff, ref))?.events.map(({ id }) => id)).toEqual([second.id, form.id, fifth.id]);
});

test('what takes back something of his that is not his to see is a withdrawal on his side', async () => {
  const { ref } = await begun();
  const his = incident();
  await store.append(staff, { ref, key: key(), events: [his] });
  // Of a happening that the definition does not know nothing says that it is hers alone.
  const back = did('2026-01-06', 'visited', { by: 'support-worker', supersedes: his.id });
  await store.append(supporter, { ref, key: key(), events: [back] });
  const seen = await store.open(staff, ref);
  expect(seen?.version).toEqual({ his: 3 });
  expect(seen?.events.map(({ id }) => id)).not.toContain(his.id);
  expect((await store.open(supporter, ref))?.events.slice(-2)).toEqual([his, back]);
});

test('a case as a referrer begins it is parted from its first row', async () => {
  const anna = viewOf('referrer', { side: 'outside', person: 'anna' });
  const made = { form: 'referral', name: 'Tom Reed', bundle, key: key(), events: [numbers()] };
  const { ref, ...case_ } = await store.begin(anna, made);
  expect(case_).toMatchObject({ referrer: 'anna', version: { his: 1 } });
  const rows = await ask<{ payload: object }>('owner', 'select payload from rubric.case_event where ref = $1', [ref]);
  expect(JSON.stringify(rows)).not.toContain(canary);
  expect((await store.open(supporter, ref))?.events[0]?.values['her-phone']).toBe(canary);
});

test('standings are made of his side alone, whoever caused them', () => {
  expect(shown.length).toBeGreaterThan(10);
  expect(shown.filter((each) => each.includes(canary) || each.includes('worry'))).toEqual([]);
});

test('of random cases both sides come back as they were, and every row agrees', async () => {
  const programme = viewOf('staff', { programme: 'random' });
  const anyCase = fc.tuple(anyCaseOfHis, fc.array(anyOfHers, { maxLength: 8 }), fc.integer({ min: 1, max: 7 }));
  await fc.assert(
    fc.asyncProperty(anyCase, async ([his, hers, many]) => {
      const events = withMore(his, hers).map(({ supersedes: _, ...event }) => event);
      const whole = fullest();
      const made = { form: 'referral', name: 'Any', bundle: whole, key: key(), events: [] };
      const { ref } = await store.begin(programme, made);
      for (let n = 0; n < events.length; n += many) {
        const view = { ...programme, seesHers: n % 2 === 0 };
        const added = await store.append(view, { ref, key: key(), events: events.slice(n, n + many) });
        expect(added?.case).toEqual(await store.open(view, ref));
      }
      expect((await store.open({ ...programme, seesHers: true }, ref))?.events).toEqual(events);
    }),
    { numRuns: runs(15) },
  );
  expect(await verify(database)).not.toHaveProperty('tampered');
});
