/** On which side what is recorded lies: worked examples. */
import { expect, test } from 'vitest';
import { type CaseEvent, sidesOf } from '../../../engine/index.js';
import { course, did, told } from '../course/story.js';

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

test('a form with both numbers is parted: he keeps his, she keeps the whole of it', () => {
  const form = told('answered', '2026-01-02', { 'his-phone': '01632 960001', 'her-phone': '01632 960002' }, 'staff');
  const { added, withdrawn } = sidesOf(bundle, [], [form]);
  expect(added).toEqual([{ his: { ...form, values: { 'his-phone': '01632 960001' } }, hers: form }]);
  expect(withdrawn).toEqual([]);
});

test('what is of neither number but of him lies on his side alone, and her worry on hers alone', () => {
  const incident = did('2026-01-03', 'incident', { values: { severity: 'low' } });
  const worry = did('2026-01-03', 'worry', { by: 'support-worker' });
  expect(sidesOf(bundle, [], [incident, worry]).added).toEqual([{ his: incident }, { hers: worry }]);
});

test('what a facilitator was told by her is on her side, though he records it', () => {
  const heard: CaseEvent = { ...did('2026-01-04', 'incident', { values: { severity: 'high' } }), toldBy: 'partner' };
  expect(sidesOf(bundle, [], [heard]).added).toEqual([{ hers: heard }]);
});

test('a correction of what is not before whoever corrects is refused, as is an id that was given', () => {
  const incident = did('2026-01-03', 'incident', { values: { severity: 'low' } });
  const correction = did('2026-01-05', 'incident', { values: { severity: 'high' }, supersedes: 'nobody-knows' });
  expect(() => sidesOf(bundle, [incident], [correction])).toThrow('What this corrects is not in the case.');
  expect(() => sidesOf(bundle, [incident], [incident])).toThrow('There is an event with this id already.');
});
