/** A release gives what whoever recorded it may see himself, as it was then; and an appeal of hers shows in nothing of his. */
import { expect, test } from 'vitest';
import { type Bundle, type CaseEvent, documentData } from '../../../engine/index.js';
import { course, did, started } from '../course/story.js';

const bundle =
  course(`  her-form: { title: Her wishes, from: partner, ours: test, asks: { feels-safe: { ask: Do you feel safe?, type: yes-no } } }
records:
  worry: { called: the support worker was worried, by: support-worker, asks: { what: What about? }, ours: test }
appeals: { from: [participant, partner], against: [suspended], steps: { review: { to: leader, answered: { within: 5 days } } }, ours: test }
reports:
  last:
    title: Last report
    to: referrer
    by: leader
    headings:
      support: { heading: From partner support, shows: worry, released-by: support-worker, ours: test }
      owed: { heading: What is to be done, shows: duties, ours: test }
    ours: test
`);
const asOf = '2026-03-31';
const to = (events: CaseEvent[], of: Bundle = bundle): string =>
  JSON.stringify(documentData(of, events, { document: 'last', to: 'referrer', asOf }));

const worry = (on: string, what: string): CaseEvent => did(on, 'worry', { by: 'support-worker', values: { what } });
const release = (on: string, by: string): CaseEvent => did(on, 'last-support-released', { by });

test('what was written down after the release is not released', () => {
  const released = [started(), worry('2026-02-01', 'the first'), release('2026-02-10', 'support-worker')];
  expect(to(released)).toContain('the first');
  expect(to([...released, worry('2026-02-11', 'the second')])).toBe(to(released));
  const again = [...released, worry('2026-02-11', 'the second'), release('2026-02-12', 'support-worker')];
  expect(to(again)).toContain('the second');
});

test('somebody who may not see it releases nothing of it, whatever a bundle says of who may release', () => {
  const lax: Bundle = {
    ...bundle,
    course: bundle.course && {
      ...bundle.course,
      happenings: bundle.course.happenings.map((each) =>
        each.id === 'last-support-released' ? { ...each, by: ['leader'], hers: false } : each,
      ),
    },
    documents: (bundle.documents ?? []).map((each) => ({
      ...each,
      headings: each.headings.map((one) => (one.id === 'support' ? { ...one, releasedBy: ['leader'] } : one)),
    })),
  };
  expect(to([started(), worry('2026-02-01', 'the first'), release('2026-02-10', 'leader')], lax)).not.toContain(
    'first',
  );
});

test('that she appealed stands nowhere in what others are sent, and that he did is owed an answer', () => {
  const suspended = did('2026-02-01', 'suspended', { by: 'leader' });
  const lodged = (by: string): CaseEvent => did('2026-02-03', 'review-lodged', { by });
  const none = to([started(), suspended]);
  expect(to([started(), suspended, lodged('partner')])).toBe(none);
  expect(to([started(), suspended, lodged('participant')])).not.toBe(none);
});
