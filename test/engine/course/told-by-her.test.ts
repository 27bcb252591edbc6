/** What the partner, or whoever supports her, tells of him counts for nothing of his; and it shows only on her side. */
import { expect, test } from 'vitest';
import { course, did, held, started, stood, told } from './story.js';

const bundle = course(`
sessions: { total: 20, ours: test }
records:
  incident: { called: an incident was reported, ours: test }
  worry: { called: the support worker was worried, by: support-worker, ours: test }
facts:
  incidents: { count-of: incident, ours: test }
  absences: { count-of: session, where: absence is yes, ours: test }
rules:
  end: { when: incidents reaches 2, may: close as risk, confirmed-by: leader, reason: Two, ours: test }
  look: { after: worry, should: Look after her, by: support-worker, reason: Worried, ours: test }
`);

test('of two incidents one was told by her: one counts, and that there is another is kept apart', () => {
  const seen = did('2026-01-06', 'incident');
  const heard = { ...did('2026-01-07', 'incident', { id: 'heard' }), toldBy: 'partner' };
  const then = stood(bundle, '2026-01-08', [started(), seen, heard]);
  expect([then.fact('incidents'), then.rule('end')]).toEqual(['1', []]);
  expect(then.whole.irregular).toMatchObject([{ event: 'heard', hers: true }]);
});

test('what whoever supports her writes down of him counts no more, nor what she says of a session', () => {
  const written = did('2026-01-06', 'incident', { by: 'support-worker' });
  const absent = { ...held('2026-01-12', 'absent'), toldBy: 'partner' };
  const then = stood(bundle, '2026-01-13', [started(), written, absent]);
  expect([then.fact('incidents'), then.fact('absences')]).toEqual(['0', '0']);
});

test('a form is complete whether or not it is known how she can be reached', () => {
  const answers = told('answered', '2026-01-06', { seen: 'yes' }, 'staff');
  const phone = told('answered', '2026-01-05', { 'her-phone': '01632 960000' }, 'referrer');
  const complete = (...events: Parameters<typeof stood>[2]) =>
    stood(withForm, '2026-01-07', events).fact('complete-now');
  expect([complete(answers), complete(answers, phone), complete(phone)]).toEqual(['yes', 'yes', 'no']);
});

const withForm = course(`  check:
    title: Check
    from: [referrer, staff]
    ours: test
    asks:
      seen: { ask: Was he seen?, type: yes-no, required: yes }
      her-phone: { ask: A number that is safe for her, type: phone, about: partner, required: yes }
facts:
  complete-now: { when: check is complete, ours: test }
`);

test('what rests on her is answered by whoever it was given to, and by nobody else', () => {
  const worry = did('2026-01-06', 'worry', { by: 'support-worker' });
  const by = (role: string) =>
    stood(bundle, '2026-01-08', [started(), worry, did('2026-01-07', 'look-done', { by: role })]).rule('look');
  const confirming = (role: string) =>
    stood(bundle, '2026-01-08', [
      started(),
      worry,
      { ...did('2026-01-07', ''), kind: 'confirmed', rule: 'look', by: { role } },
    ]).rule('look');
  expect([confirming('leader'), confirming('support-worker'), by('support-worker')]).toEqual([
    ['open'],
    ['confirmed'],
    ['confirmed'],
  ]);
});
