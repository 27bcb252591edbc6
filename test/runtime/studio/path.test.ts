import { expect, test } from 'vitest';
import type { Bundle, Sessions } from '../../../engine/contract/index.js';
import { drawPath, wrapped } from '../../../runtime/studio/path/layout.js';
import { placeInOutline, presentPath } from '../../../runtime/studio/path/presenter.js';
import { courseBundle } from './course-by-hand.js';
import { bundleOf, origin } from './made-by-hand.js';

const path = presentPath(courseBundle, '/example');
const stations = path.bands.flatMap((band) => band.stations);
const station = (id: string) => stations.find((one) => one.id === id);

test('The path goes from the referral over the phases in their order to the completion, and the other states stand beside it', () => {
  expect(path.bands.map((band) => band.stations.map((one) => one.title))).toEqual([
    ['Referral', 'Meeting', 'Decision', 'A place', 'Start'],
    ['First part', 'Completed'],
    ['On leave', 'Suspended', 'Closed', 'Not accepted', 'Transferred', 'Coming back'],
  ]);
});

test('Numbers are said as the document gives them, and nothing is made up for one that it does not state', () => {
  expect(station('phase-meeting')?.lines).toEqual(['At least 3 sessions', 'Group session']);
  expect(station('phase-first-part')?.lines).toEqual(['7 sessions', 'Group session']);
  expect(path.summary).toEqual([
    '10 sessions in 2 phases, 1 each week, each 2 hours.',
    'The phases come one after the other.',
    'People may join at any time.',
  ]);
});

test('A phase has a bead for each session, and says by its shape that there may be more', () => {
  expect(station('phase-meeting')?.beads).toEqual({ full: 3, open: true, unsure: false });
  expect(station('phase-first-part')?.beads).toEqual({ full: 7, open: false, unsure: false });
});

const ofSessions = (more: Partial<Sessions>): Bundle => {
  const { course } = courseBundle;
  if (!course?.sessions) throw new Error('The programme by hand has sessions.');
  return { ...courseBundle, course: { ...course, sessions: { ...course.sessions, ...more } } };
};

test('A programme without phases is drawn as its sessions, a bead for each, and nothing is said of phases', () => {
  const whole = presentPath(ofSessions({ phases: [], total: { kind: 'exactly', n: 30 }, order: 'any' }), '/example');
  expect(whole.summary).toEqual([
    '30 sessions, 1 each week, each 2 hours.',
    'The sessions may come in any order.',
    'People may join at any time.',
  ]);
  const [sessions, done] = whole.bands[1]?.stations ?? [];
  expect(sessions).toMatchObject({
    title: 'The sessions',
    lines: ['30 sessions', '1 each week', 'Each 2 hours'],
    beads: { full: 30, open: false, unsure: false },
  });
  expect(done?.title).toBe('Completed');
});

test('Those who decide together are joined by “and”, others by “or”', () => {
  const decision = { considering: [], consulting: [], refusalNeedsReason: false, origin: origin() };
  const who = (jointly: boolean) =>
    presentPath(
      { ...courseBundle, decision: { ...decision, by: ['staff', 'support-worker'], jointly } },
      '/example',
    ).bands[0]?.stations.find(({ id }) => id === 'decision')?.by;
  expect(who(true)).toBe('evening staff and support worker, together');
  expect(who(false)).toBe('evening staff or support worker');
});

test('What a step needs stands before it with its clause, and leads to its place in the outline', () => {
  expect(station('start')).toMatchObject({
    needs: [{ words: 'The agreement is signed.', clauses: ['Clause 3'] }],
    by: 'evening staff',
    href: '/example#pathway.to-start',
  });
});

test('Rules that lead to a state are named there, but none that is hers', () => {
  expect(station('closed')?.leads).toEqual(['Two sessions missed in a row close the case.']);
});

test('What stands nowhere in the outline leads to its section, or else to the outline', () => {
  expect(placeInOutline(courseBundle, '/example', { id: 'nothing', section: 'pathway' })).toBe('/example#pathway');
  expect(placeInOutline(courseBundle, '/example', { id: 'nothing', section: 'none' })).toBe('/example');
});

test('A definition that says nothing of time has a path all the same, and says so', () => {
  const bare = presentPath(bundleOf({}), '/example');
  expect(bare.summary).toEqual(['This definition does not say yet which sessions the programme has.']);
  expect(bare.bands[1]?.stations.map((one) => one.title)).toEqual(['Completed']);
});

test('No two boxes of the drawing lie over each other, and all of their text is inside', () => {
  const { boxes, width, height } = drawPath(path);
  const apart = boxes.flatMap((a, n) =>
    boxes
      .slice(n + 1)
      .filter((b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height),
  );
  expect(apart).toEqual([]);
  for (const box of boxes) {
    expect(box.x + box.width).toBeLessThanOrEqual(width);
    expect(box.y + box.height).toBeLessThanOrEqual(height);
    for (const line of box.lines) expect(line.y).toBeLessThan(box.height);
  }
});

test('Words wrap between words, and a long word has a line of its own', () => {
  expect(wrapped('a bb ccc dddddddd e', 5)).toEqual(['a bb', 'ccc', 'dddddddd', 'e']);
});
