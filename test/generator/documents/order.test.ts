/** In which order what is written under a heading stands in the document. */
import { expect, test } from 'vitest';
import { templateOf } from '../../../generator/index.js';
import { course } from '../../engine/course/story.js';

const placesIn = (content: string): string[] => {
  const bundle = course(`messages: { note: { to: referrer, by: leader, ${content}, ours: test } }`);
  const [note] = bundle.documents ?? [];
  if (!note) throw new Error('There is no such message.');
  const template = templateOf(bundle, note);
  const marks = { says: 'message.says', asks: 'message.narrative.written', shows: 'message.standing.state' };
  return Object.entries(marks)
    .map(([part, mark]) => ({ part, at: template.indexOf(mark) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ part }) => part);
};

test('what is written first stands first', () => {
  expect(placesIn('says: Hello., shows: standing, asks: What else?')).toEqual(['says', 'shows', 'asks']);
  expect(placesIn('asks: What else?, shows: standing, says: Hello.')).toEqual(['asks', 'shows', 'says']);
  expect(placesIn('shows: standing, says: Hello.')).toEqual(['shows', 'says']);
});

test('the order is told only where it is not the usual one', () => {
  const heading = (content: string) =>
    course(`messages: { note: { to: referrer, by: leader, ${content}, ours: test } }`).documents?.[0]?.headings[0];
  expect(heading('shows: standing, asks: What else?')).not.toHaveProperty('order');
  expect(heading('asks: What else?, shows: standing')?.order).toEqual(['asks', 'shows']);
});
