/** Letters about decisions: why, and by when one can appeal; what numbers are counted in; up to when a report tells. */
import { expect, test } from 'vitest';
import { type CaseEvent, documentData, evaluate } from '../../../engine/index.js';
import { confirmed, course, did, started, told, weekly } from '../course/story.js';

const sections = `
decision: { by: [leader, support-worker], refusal-needs-reason: yes, ours: test }
sessions: { total: 30, every: 1 week, outcomes: { attended: { present: yes, credited: yes } }, ours: test }
instruments:
  scale: { title: Gambling scale, scored-by: leader, scores: 0 to 10, bands: { low: at most 4, high: at least 5 }, ours: test }
records:
  bet: { called: he told us of a bet, by: leader, asks: { stake: { ask: How much was staked?, type: number, unit: pounds } }, ours: test }
facts:
  credits: { count-of: session, where: credited is yes, ours: test }
  staked: { sum-of: bet.stake, ours: test }
rules:
  three: { when: credits reaches 3, may: close as other, confirmed-by: leader, ours: test }
returns:
  soon: { when: closed has happened in the last 3 months, starts: where-he-left, keeps: credits, ours: test }
appeals:
  from: participant
  against: [declined, closed]
  ours: test
  steps:
    review: { to: leader, within: 15 working days, answered: { within: 10 working days, with: review-answer } }
    to-director: { to: staff, within: 10 working days, answered: { with: director-answer } }
messages:
  decision-letter: { to: participant, by: leader, shows: [decision, appeal], ours: test }
  review-answer: { to: participant, by: leader, asks: What has been decided?, shows: appeal, ours: test }
  director-answer: { to: participant, by: staff, asks: What has been decided?, shows: appeal, ours: test }
reports:
  back: { to: referrer, by: leader, shows: [attendance, credits, decisions], ours: test }
  exit: { to: referrer, by: leader, shows: [bet, staked], ours: test }
  copy: { to: referrer, by: leader, attaches: scale, ours: test }
`;
const bundle = course(sections);

const headingOf = (document: string, events: readonly CaseEvent[], asOf: string) => {
  const [only] = Object.values(documentData(bundle, events, { document, asOf }).headings);
  return only;
};
const declined = (more: Partial<CaseEvent> = {}): CaseEvent => ({
  ...did('2026-01-12', 'declined', { id: 'refusal' }),
  ...more,
});
const why = (more: Partial<CaseEvent>) => {
  const { reason, reasonMissing } = headingOf('decision-letter', [declined(more)], '2026-01-12')?.decision ?? {};
  return [reason, reasonMissing];
};

test('a refusal gives the reason that was recorded with it, or says that it is missing', () => {
  expect(why({ reason: 'The score is too low.' })).toEqual(['The score is too low.', false]);
  expect(why({})).toEqual(['', true]);
  expect(why({ reason: '  ' })).toEqual(['', true]);
  const accepted = headingOf('decision-letter', [did('2026-01-12', 'accepted')], '2026-01-12');
  expect(accepted?.decision).toMatchObject({ says: 'Accepted', reason: '', reasonMissing: false });
});

test('a reason in the words of somebody who hears her, or told by her, is not given to him', () => {
  expect(why({ reason: 'She is afraid of him.', by: { role: 'support-worker' } })).toEqual(['', true]);
  expect(why({ reason: 'She is afraid of him.', toldBy: 'partner' })).toEqual(['', true]);
});

test('a refusal without a reason counts, and is told as irregular', () => {
  const irregular = (more: Partial<CaseEvent>) => {
    const { state, irregular } = evaluate(bundle, [declined(more)], { asOf: '2026-01-13' });
    return [state, irregular];
  };
  expect(irregular({ reason: 'The score is too low.' })).toEqual(['declined', []]);
  expect(irregular({})).toEqual([
    'declined',
    [{ event: 'refusal', because: 'A refusal needs a reason, and none was recorded with it.' }],
  ]);
});

test('where its author is offered the reasons, they are given in his words, and the refusal lacks nothing', () => {
  const offering = course(
    sections.replace('shows: [decision, appeal]', 'shows: decision, asks: Why not?, required: yes, offers: reasons'),
  );
  const events = [declined({ reason: 'For the file only.' })];
  const { headings } = documentData(offering, events, { document: 'decision-letter', asOf: '2026-01-12' });
  expect(headings.message?.decision).toMatchObject({ reason: '', reasonMissing: false });
  expect(evaluate(offering, [declined()], { asOf: '2026-01-13' }).irregular).toEqual([]);
});

test('a step of an appeal says from what its time counts, and the last day once that is known', () => {
  // From 12 January: 13 to 16 are four, 19 to 23 nine, 26 to 30 fourteen, 2 February the fifteenth.
  const { steps = [] } = headingOf('decision-letter', [declined()], '2026-01-12')?.appeal ?? {};
  expect(steps.map(({ title, to, within, answered }) => [title, to, within, answered])).toEqual([
    [
      'Review',
      'Leader',
      'Within 15 working days of the decision: by Monday 2 February 2026',
      'Within 10 working days of receiving it',
    ],
    ['To director', 'Staff', 'Within 10 working days of the answer to “Review”', ''],
  ]);
  const [review] = headingOf('decision-letter', [], '2026-01-12')?.appeal?.steps ?? [];
  expect(review?.within).toBe('Within 15 working days of the decision');
});

const lodged = did('2026-01-20', 'review-lodged', { by: 'participant' });
const answered = did('2026-02-10', 'review-answer-sent');

test('an answer to a step names those after it alone, from the day on which it goes out', () => {
  const steps = (document: string, events: CaseEvent[], asOf: string) =>
    headingOf(document, events, asOf)?.appeal?.steps.map(({ title, within }) => [title, within]);
  expect(steps('review-answer', [declined(), lodged], '2026-02-09')).toEqual([
    ['To director', 'Within 10 working days of this answer'],
  ]);
  // 11 to 13 February are three, 16 to 20 eight, 23 and 24 the ninth and tenth.
  expect(steps('review-answer', [declined(), lodged, answered], '2026-02-10')).toEqual([
    ['To director', 'Within 10 working days of this answer: by Tuesday 24 February 2026'],
  ]);
  expect(steps('director-answer', [declined(), lodged, answered], '2026-02-20')).toEqual([]);
});

test('the time for the next step counts from the answer to the one before', () => {
  const late = (on: string) =>
    evaluate(
      bundle,
      [
        declined({ reason: 'He moved.' }),
        lodged,
        answered,
        did(on, 'to-director-lodged', { id: 'second', by: 'participant' }),
      ],
      { asOf: '2026-03-01' },
    ).irregular;
  expect(late('2026-02-24')).toEqual([]);
  expect(late('2026-02-25')).toEqual([
    { event: 'second', because: 'It was lodged too late: it could be lodged until 2026-02-24.' },
  ]);
});

const bets = [did('2026-01-13', 'bet', { values: { stake: 20 } }), did('2026-01-20', 'bet', { values: { stake: 55 } })];

test('a number is shown with what it counts, and so is a sum of them', () => {
  const { events, facts } = headingOf('exit', [started(), ...bets], '2026-01-21') ?? {};
  expect(events?.bet?.rows.map(({ told }) => told[0]?.value)).toEqual(['20 pounds', '55 pounds']);
  expect(facts?.staked?.value).toBe('75 pounds');
});

test('a score that is attached says out of what, its band, its day, and who scored it', () => {
  const scored: CaseEvent = {
    ...told('answered', '2026-01-20', { scale: 4 }, 'leader'),
    kind: 'scored',
    by: { role: 'leader', name: 'Jo Ash' },
  };
  expect(headingOf('copy', [scored], '2026-01-21')?.attachment?.rows).toEqual([
    { label: 'Score', value: '4, on a scale from 0 to 10' },
    { label: 'Band', value: 'Low' },
    { label: 'Date', value: 'Tuesday 20 January 2026' },
    { label: 'Scored by', value: 'Jo Ash, leader' },
  ]);
});

test('a report on a case that has ended tells of the time up to its end', () => {
  const events = [
    started(),
    ...weekly('2026-01-05', 'attended, attended'),
    did('2026-02-10', 'closed', { values: { as: 'other' } }),
  ];
  const { period, day } = documentData(bundle, events, { document: 'exit', asOf: '2026-02-12' });
  expect(period).toEqual({ from: 'Monday 5 January 2026', to: 'Tuesday 10 February 2026' });
  expect(day).toBe('Thursday 12 February 2026');
  expect(documentData(bundle, events, { document: 'exit', asOf: '2026-02-09' }).period.to).toBe(
    'Monday 9 February 2026',
  );
});

test('after a return, what was decided in the stay before stands in no report on this one, and what is kept says so', () => {
  const events = [
    started(),
    ...weekly('2026-01-05', 'attended, attended, attended'),
    confirmed('2026-01-20', 'three'),
    did('2026-03-02', 'returned'),
    ...weekly('2026-03-09', 'attended'),
  ];
  const of = (asOf: string) => {
    const { attendance, facts, decisions } = headingOf('back', events, asOf) ?? {};
    return [attendance?.credited, facts?.credits?.value, decisions?.rows.map(({ on }) => on)];
  };
  expect(of('2026-01-21')).toEqual(['3', '3', ['Tuesday 20 January 2026']]);
  expect(of('2026-03-10')).toEqual(['1', '4, with those from before', []]);
});
