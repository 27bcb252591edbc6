/** Whoever records a refusal is asked for its reason, where nothing else gives it. */
import { expect, test } from 'vitest';
import { readAdded } from '../../../runtime/studio/player/add-form.js';
import { presentAdd } from '../../../runtime/studio/player/add-presenter.js';
import { course } from '../../engine/course/story.js';

const added = (sections: string, sent: Record<string, string>) => {
  const context = {
    bundle: course(sections),
    events: [],
    ledger: [],
    recommendations: [],
    play: '/play',
    on: '2026-01-12',
  };
  const asks = presentAdd(context, { kind: 'happened', id: 'declined' }).reason;
  return { asks, read: readAdded(context, { what: 'happened:declined', on: '2026-01-12', by: 'leader', ...sent }) };
};
const seen = 'records: { seen: { called: he was seen, by: leader, ours: test } }\n';
const needs = `${seen}decision: { by: leader, refusal-needs-reason: yes, ours: test }\n`;

test('a refusal that needs a reason is not taken without one, and is recorded with it', () => {
  const bare = added(needs, {});
  expect(bare.asks).toBe('refusal');
  expect(bare.read).toMatchObject({ faults: [{ message: 'Enter the reason for this refusal' }] });
  const { read } = added(needs, { reason: 'The score is too low.' });
  expect(read).toMatchObject({ event: { what: 'declined', reason: 'The score is too low.' } });
});

test('nothing is asked where no refusal needs a reason, or a letter has its author write it', () => {
  expect(added(`${seen}decision: { by: leader, ours: test }\n`, {}).asks).toBeUndefined();
  const letter =
    'messages: { refusal: { to: referrer, by: leader, shows: decision, asks: Why?, required: yes, offers: reasons, ours: test } }\n';
  const { asks, read } = added(`${needs}${letter}`, {});
  expect(asks).toBeUndefined();
  expect(read).toMatchObject({ event: { what: 'declined' } });
});
