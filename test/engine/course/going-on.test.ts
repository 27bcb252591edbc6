/**
 * Going on from an earlier evaluation comes to the same as one from the start. Each condition under which that is allowed is
 * needed, and each part of what is remembered: with one of them left out, a case of a few events comes to something else.
 */
import { afterEach, expect, test, vi } from 'vitest';
import { evaluateOn } from '../../../engine/evaluate.js';
import { type Bundle, type CaseEvent, evaluate, type Moment } from '../../../engine/index.js';
import { confirmed, course, did, held, planned, refused, started, told } from './story.js';

type Faults = typeof import('../../../engine/course/replay-copy.js');
const planted = vi.hoisted(() => ({
  without: '',
  copyOf: (copy: object, _replay: object): object => copy,
  replayOf: (replay: object, _copy: object): object => replay,
}));
vi.mock('../../../engine/course/same-so-far.js', async (original) => {
  const real = await original<typeof import('../../../engine/course/same-so-far.js')>();
  const lessOne = (conditions: typeof real.byThen): typeof real.byThen =>
    Object.fromEntries(
      Object.entries(conditions).map(([name, isSame]) => [
        name,
        (...known) => name === planted.without || isSame(...known),
      ]),
    );
  return { ...real, asAWhole: lessOne(real.asAWhole), byThen: lessOne(real.byThen) };
});
vi.mock('../../../engine/course/replay-copy.js', async (original) => {
  const real = await original<Faults>();
  return {
    ...real,
    copyOf: (replay: Parameters<Faults['copyOf']>[0]) => planted.copyOf(real.copyOf(replay), replay),
    replayOf: (...known: Parameters<Faults['replayOf']>) => planted.replayOf(real.replayOf(...known), known[0]),
  };
});
const nothingPlanted = { ...planted };
afterEach(() => void Object.assign(planted, nothingPlanted));

const programme = (cap: number): Bundle =>
  course(`sessions:
  total: 20
  every: 1 week
  outcomes:
    attended: { present: yes, credited: yes }
    absent: { absence: yes }
  ours: test
messages:
  warning: { to: participant, ours: test }
records:
  incident: { called: an incident was reported, ours: test }
facts:
  missed: { count-of: session, where: absence is yes, ours: test }
  incidents: { count-of: incident, ours: test }
rules:
  warn: { for-each: session, when: absence is yes, must: send warning, by: leader, reason: Warn, ours: test }
  cap: { when: missed is more than ${cap}, must: close as other, confirmed-by: leader, reason: Cap, ours: test }
  quiet: { when: warning-sent has not happened in the last 1 week, should: Ring him, by: leader, reason: Quiet, ours: test }
  second: { when: incidents reaches 2, must: close as other, confirmed-by: leader, reason: Two, ours: test }
  ordered: { when: ordered-on is after 2026-01-20, must: Ask why, by: leader, reason: Late, ours: test }
  long: { when: stage is suspended for at least 4 weeks, must: close as other, confirmed-by: leader, reason: Long, ours: test }
`);
const bundle = programme(1);

/** A case, what it is afterwards, and as of when it is asked about each time. */
interface Story {
  before: CaseEvent[];
  after(before: CaseEvent[]): CaseEvent[];
  asked?: [before: Moment, after: Moment];
  /** Under which it was evaluated before, if that was another. */
  under?: Bundle;
  /** What is tried in between and comes to nothing. */
  tried?: CaseEvent;
}
const added =
  (...more: CaseEvent[]): Story['after'] =>
  (before) => [...before, ...more];

const isSame = ({ before, after, asked = ['2026-02-10', '2026-02-10'], under = bundle, tried }: Story): boolean => {
  const [then, now] = asked;
  const { kept } = evaluateOn(under, before, then, undefined);
  if (tried) evaluateOn(bundle, [...before, tried], now, kept);
  const events = after(before);
  const whole = evaluate(bundle, events, { asOf: now, outlook: false });
  return JSON.stringify(evaluateOn(bundle, events, now, kept).evaluation) === JSON.stringify(whole);
};

const s = started();
const ordered = (on: string): CaseEvent => told('answered', '2026-01-06', { 'ordered-on': on }, 'referrer');

const conditions: Record<string, Story> = {
  // Under the other definition two missed sessions were not too many yet.
  definition: {
    before: [s, held('2026-01-12', 'absent'), held('2026-01-13', 'absent')],
    after: added(),
    under: programme(2),
  },
  // Ordered on 1 February, not on 7 January: so it is told now, without a correction.
  events: {
    before: [s, ordered('2026-01-07')],
    after: ([first, ...rest]) => [
      ...(first ? [first] : []),
      ...rest.map((each) => ({ ...each, values: { 'ordered-on': '2026-02-01' } })),
    ],
  },
  // A refusal about something that nobody had recorded was taken to be about the session; it is about that incident.
  names: {
    before: [s, held('2026-01-12', 'absent'), refused('2026-01-14', 'warn', { about: 'later' })],
    after: added(did('2026-01-25', 'incident', { id: 'later' })),
  },
  // Asked about again as of an earlier day, on which he had not been quiet for so long.
  point: {
    before: [s, did('2026-01-06', 'warning-sent')],
    after: added(),
    asked: ['2026-03-10', '2026-01-08'],
  },
  // A second incident on the day of the first.
  happenings: { before: [s, did('2026-01-06', 'incident')], after: added(did('2026-01-06', 'incident')) },
  // Another rule was refused on the same day, so that the next absence raises it a second time.
  answersToRules: {
    before: [
      s,
      held('2026-01-12', 'absent'),
      held('2026-01-13', 'absent'),
      refused('2026-01-14', 'warn'),
      held('2026-01-20', 'absent'),
    ],
    after: added(refused('2026-01-14', 'cap')),
  },
  // Another answer on the day of the first.
  facts: { before: [s, ordered('2026-01-07')], after: added(ordered('2026-02-01')) },
  // What is said of it in February gives the session of 12 January another key.
  sittings: {
    before: [s, planned('2026-01-06', '2026-01-12')],
    after: added(planned('2026-02-08', '2026-01-12', { key: 'monday evening' })),
  },
  // What does not count, for it was not his to record, is on the day on which he has been quiet for a week.
  moments: {
    before: [s, did('2026-01-06', 'warning-sent'), did('2026-02-20', 'incident')],
    after: added(did('2026-01-14', 'warning-sent', { by: 'participant' })),
    asked: ['2026-03-10', '2026-03-10'],
  },
  // Something that is about something else has everything looked at wherever anything is said of a session.
  changes: {
    before: [s, held('2026-01-12', 'absent'), held('2026-01-12', 'cancelled'), held('2026-01-26', 'attended')],
    after: added(did('2026-02-09', 'returned', { about: 'nothing' })),
  },
};

test('there is a case for every condition', async () => {
  const { asAWhole, byThen } = await import('../../../engine/course/same-so-far.js');
  expect(Object.keys(conditions)).toEqual([...Object.keys(asAWhole), ...Object.keys(byThen)]);
});

test.each(Object.entries(conditions))(
  'under all conditions it comes to the same; without “%s” it does not',
  (name, story) => {
    expect(isSame(story)).toBe(true);
    planted.without = name;
    expect(isSame(story)).toBe(false);
  },
);

const parts: Record<string, { story: Story; forget: Partial<typeof planted> }> = {
  'what goes on changes the copy': {
    story: {
      before: [s, held('2026-01-12', 'absent')],
      tried: refused('2026-02-08', 'warn'),
      after: added(did('2026-02-09', 'incident')),
    },
    forget: { replayOf: (replay, copy) => ({ ...replay, machines: (copy as { machines: unknown }).machines }) },
  },
  'the copy goes on with what it was made of': {
    story: {
      before: [s, held('2026-01-12', 'absent'), held('2026-01-12', 'cancelled')],
      after: added(did('2026-02-09', 'returned')),
    },
    forget: { copyOf: (copy, replay) => ({ ...copy, machines: (replay as { machines: unknown }).machines }) },
  },
  'answers that were used are forgotten': {
    story: {
      before: [s, did('2026-01-06', 'incident'), did('2026-01-07', 'incident'), confirmed('2026-01-08', 'second')],
      after: added(did('2026-02-09', 'incident')),
    },
    forget: { copyOf: (copy) => ({ ...copy, usedAnswers: new Set() }) },
  },
  'steps that were refused are forgotten': {
    story: { before: [s, did('2026-01-08', 'started')], after: added(did('2026-02-09', 'incident')) },
    forget: { copyOf: (copy) => ({ ...copy, refused: new Map() }) },
  },
  'how long something has held is forgotten': {
    story: { before: [s, did('2026-01-12', 'suspended')], after: added(), asked: ['2026-01-20', '2026-02-15'] },
    forget: { copyOf: (copy) => ({ ...copy, heldSince: new Map() }) },
  },
  'when it changes by itself is forgotten': {
    story: { before: [s, did('2026-01-06', 'warning-sent')], after: added(), asked: ['2026-01-10', '2026-02-10'] },
    forget: { copyOf: (copy) => ({ ...copy, wakes: Number.POSITIVE_INFINITY }) },
  },
};

test.each(Object.entries(parts))('it is found out where %s', (_, { story, forget }) => {
  expect(isSame(story)).toBe(true);
  Object.assign(planted, forget);
  expect(isSame(story)).toBe(false);
});

test('what has been recorded since is all that is played', () => {
  const weeks = ['2026-01-12', '2026-01-19', '2026-01-26', '2026-02-02'].map((on) => held(on, 'attended'));
  const { kept } = evaluateOn(bundle, [s, ...weeks], '2026-02-03', undefined);
  const points: number[] = [];
  planted.replayOf = (replay) => {
    points.push((replay as { points: number }).points);
    return replay;
  };
  evaluateOn(bundle, [s, ...weeks, held('2026-02-09', 'absent')], '2026-02-10', kept);
  expect(points).toEqual([kept?.copies.at(-1)?.points]);
});
