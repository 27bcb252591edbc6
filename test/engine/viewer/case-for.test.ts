/** What is left of a case for somebody who may not see all of it: worked examples. */
import { expect, test } from 'vitest';
import { type Bundle, type CaseEvent, caseFor, evaluate, evaluateFor } from '../../../engine/index.js';
import { course, did, held, started, told } from '../course/story.js';

const bundle = course(`
  safety:
    title: What we know of safety
    from: staff
    ours: test
    asks:
      owns-dog: { ask: Does he own a dog that bites?, type: yes-no }
      has-van: { ask: Has he a van?, type: yes-no }
criteria:
  no-biting-dog: { requires: owns-dog is no, otherwise: He has a dog that bites., ours: test }
  has-transport: { requires: has-van is yes, otherwise: He has no van., ours: test }
eligibility: [no-biting-dog, has-transport]
information:
  risk-to-workers: { called: what is known of risks to our workers, keeps: [owns-dog, threat, incident.where], seen-by: leader, ours: test }
sessions: { total: 20, ours: test }
records:
  incident: { called: an incident was reported, asks: { severity: { ask: How severe?, options: [low, high] }, where: { ask: Where was it? } }, ours: test }
  threat: { called: he threatened a worker, by: leader, ours: test }
  worry: { called: the support worker was worried, by: support-worker, ours: test }
facts:
  incidents: { count-of: incident, ours: test }
  threats: { count-of: threat, ours: test }
  worries: { count-of: worry, ours: test }
rules:
  meet-him: { when: threats reaches 1, should: Meet him with two, by: leader, reason: A threat, ours: test }
  ring-her: { when: worries reaches 1, must: contact partner, by: support-worker, reason: A worry, ours: test }
`);
const asOf = '2026-02-01';
const referral = told(
  'answered',
  '2026-01-02',
  { 'full-name': 'Tom Reed', partners: [{ key: 'ann', called: 'Ann Lake' }] },
  'referrer',
);
const incident = did('2026-01-06', 'incident', { values: { severity: 'low', where: 'at the door' } });
const heard: CaseEvent = { ...did('2026-01-07', 'incident', { values: { severity: 'high' } }), toldBy: 'partner' };
const threat = did('2026-01-08', 'threat');
const worry = did('2026-01-09', 'worry', { by: 'support-worker' });
const dog = told('answered', '2026-01-10', { 'owns-dog': 'no', 'has-van': 'yes' }, 'leader');
const events = [referral, started(), incident, heard, threat, worry, dog];

const seenBy = (role: string, of: Bundle = bundle, all = events) => caseFor(of, all, { role });
const idsSeenBy = (role: string): string[] => seenBy(role).events.map(({ id }) => id);
const without = (...gone: CaseEvent[]): string[] => events.filter((each) => !gone.includes(each)).map(({ id }) => id);

test('nobody outside is given a case, and the sentence says what he gets instead', () => {
  const outside = () => seenBy('referrer');
  expect(outside).toThrow(RangeError);
  expect(outside).toThrow('“referrer” is outside the service: outside people get documents, never the case itself.');
  expect(() => seenBy('passer-by')).toThrow('“passer-by” is outside the service');
});

test('of what was told by her and of what is hers the leader has nothing, also not that there was something', () => {
  expect(idsSeenBy('leader')).toEqual(without(heard, worry));
  const whole = JSON.stringify(seenBy('leader'));
  for (const hers of ['Ann', 'worry', 'worries', 'ring-her', 'partners', heard.id]) expect(whole).not.toContain(hers);
});

test('values that he may not see are taken out of an event, and the rest of it stays', () => {
  const [first] = seenBy('leader').events;
  expect(first).toEqual({ ...referral, values: { 'full-name': 'Tom Reed' } });
  const where = (role: string) => seenBy(role).events.find(({ id }) => id === incident.id)?.values;
  expect([where('leader'), where('staff')]).toEqual([{ severity: 'low', where: 'at the door' }, { severity: 'low' }]);
});

test('what a definition keeps apart is seen by those whom it names, and by nobody who supports her', () => {
  expect(idsSeenBy('staff')).toEqual(without(heard, worry, threat));
  expect(idsSeenBy('support-worker')).toEqual(without(threat));
  const count = (role: string) => evaluateFor(bundle, events, { asOf, viewer: { role } }).facts?.map(({ id }) => id);
  expect(count('staff')).toEqual(['incidents']);
  expect(count('leader')).toEqual(['incidents', 'threats']);
  expect(count('support-worker')).toEqual(['incidents', 'worries']);
});

test('who may not see what the decision rests on gets no decision, and no word on whether he can be accepted', () => {
  const early = events.filter(({ what }) => what !== 'started');
  const leader = evaluateFor(bundle, early, { asOf, viewer: { role: 'leader' } });
  const staff = evaluateFor(bundle, early, { asOf, viewer: { role: 'staff' } });
  expect(leader.decision?.outcome).toBe('eligible');
  expect(leader.steps?.map(({ step }) => step)).toContain('accept');
  expect(staff.decision).toBeUndefined();
  expect(staff.criteria.map(({ id }) => id)).toEqual(['has-transport']);
  expect(staff.steps?.map(({ step }) => step)).not.toContain('accept');
});

test('whoever may see everything gets the bundle and the events as they are', () => {
  const { information: _, ...plain } = bundle;
  const seen = seenBy('support-worker', plain);
  expect(seen.bundle).toBe(plain);
  expect(seen.events).toBe(events);
  expect(evaluateFor(plain, events, { asOf, viewer: { role: 'support-worker' } })).toEqual(
    evaluate(plain, events, { asOf }),
  );
});

test('a bundle of before there were labels is kept apart by its marks', () => {
  const { information: _, ...old } = bundle;
  expect(seenBy('leader', old).events.map(({ id }) => id)).toEqual(without(heard, worry));
  expect(JSON.stringify(seenBy('leader', old))).not.toContain('worries');
});

test('a role that is a kind of one who may see it may see it too', () => {
  const [first] = bundle.people;
  if (!first) throw new Error('Nobody is declared.');
  const people = [...bundle.people, { ...first, id: 'night-worker', side: 'inside' as const, is: 'support-worker' }];
  expect(seenBy('night-worker', { ...bundle, people }).events.map(({ id }) => id)).toEqual(without(threat));
});

test('what reads something that is kept apart goes with it, also where its own label was forgotten', () => {
  const whole = bundle.course;
  if (!whole) throw new Error('It says nothing of time.');
  const bare = <T extends { hers: boolean }>(all: T[]): T[] => all.map((each) => ({ ...each, hers: false }));
  const labels = Object.fromEntries(
    Object.entries(bundle.information?.labels ?? {}).filter(([key]) => key.startsWith('events/')),
  );
  const forgotten: Bundle = {
    ...bundle,
    information: { kept: bundle.information?.kept ?? [], labels },
    course: { ...whole, derived: bare(whole.derived), rules: bare(whole.rules) },
  };
  const seen = seenBy('leader', forgotten).bundle.course;
  expect(seen?.derived.map(({ id }) => id)).toEqual(['incidents', 'threats']);
  expect(seen?.rules.map(({ id }) => id)).toEqual(['meet-him']);
});

test('a correction by her undoes nothing of his, for anybody; and nothing points to what is gone', () => {
  const undoing: CaseEvent = { ...heard, id: 'undoing', supersedes: incident.id };
  const redone = { ...did('2026-01-07', 'incident', { supersedes: heard.id }), toldBy: 'participant' };
  const all = [started(), incident, undoing];
  expect(evaluate(bundle, all, { asOf }).facts?.find(({ id }) => id === 'incidents')?.value).toBe(1);
  const [, , , last] = caseFor(bundle, [started(), incident, heard, redone, held('2026-01-12', 'absent')], {
    role: 'leader',
  }).events;
  expect(last).toMatchObject({ kind: 'session' });
  expect(caseFor(bundle, [heard, redone], { role: 'leader' }).events).toEqual([{ ...redone, supersedes: undefined }]);
});

test('what corrects what she told is told by her as well, unless it says who else told it', () => {
  const day = did('2026-01-08', 'incident', { supersedes: heard.id });
  const dayAgain = did('2026-01-09', 'incident', { supersedes: day.id });
  for (const events of [
    [started(), heard, day],
    [started(), heard, day, dayAgain],
  ]) {
    expect(evaluate(bundle, events, { asOf }).facts?.find(({ id }) => id === 'incidents')?.value).toBe(0);
    expect(caseFor(bundle, events, { role: 'leader' }).events).toHaveLength(1);
  }
  const seen = { ...day, toldBy: 'participant' };
  expect(evaluate(bundle, [started(), heard, seen], { asOf }).facts?.find(({ id }) => id === 'incidents')?.value).toBe(
    1,
  );
});

test('of two partners a viewer who was given one sees nothing of the other', () => {
  const two = told(
    'answered',
    '2026-01-02',
    {
      partners: [
        { key: 'ann', called: 'Ann Lake' },
        { key: 'bea', called: 'Bea Moor' },
      ],
    },
    'referrer',
  );
  const rung = (about: string | undefined) =>
    did('2026-01-09', 'partner-contacted', { by: 'support-worker', ...(about !== undefined && { about }) });
  const [ann, bea, either] = [rung('ann'), rung('bea'), rung(undefined)];
  const seen = caseFor(bundle, [two, ann, bea, either, worry], { role: 'support-worker', entry: 'ann' }).events;
  expect(seen).toEqual([{ ...two, values: { partners: [{ key: 'ann', called: 'Ann Lake' }] } }, ann]);
});

test('what was taken back by something that a viewer may not see is not there for him either', () => {
  const mistaken = did('2026-01-06', 'incident');
  const rather = did('2026-01-06', 'threat', { supersedes: mistaken.id });
  expect(caseFor(bundle, [started(), mistaken, rather], { role: 'staff' }).events).toHaveLength(1);
  const count = (role: string) =>
    evaluateFor(bundle, [started(), mistaken, rather], { asOf, viewer: { role } }).facts?.find(
      ({ id }) => id === 'incidents',
    )?.value;
  expect([count('leader'), count('staff')]).toEqual([0, 0]);
});
