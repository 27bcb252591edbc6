import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CaseEvent, dayNumber, type Evaluation, evaluate, type Moment } from '../../../engine/index.js';
import { runs } from '../random-cases.js';
import { anyAsOf, anybodysBundle, anyCase } from './anybodys-course.js';

const bundle = anybodysBundle();
const at = (events: CaseEvent[], asOf: Moment): Evaluation => evaluate(bundle, events, { asOf, outlook: false });

/** How a case stands, without the names of events: what was recorded first has no say in it. */
const stand = (evaluation: Evaluation, { ids }: { ids: boolean } = { ids: true }): unknown =>
  JSON.parse(
    JSON.stringify(evaluation, (key, value: unknown) => {
      if (['used', 'events', 'metBy', 'openedBy', 'subject', 'event'].includes(key) && !ids) return undefined;
      if (
        ['used', 'events', 'metBy', 'lacks', 'toFindOut', 'toReview', 'irregular'].includes(key) &&
        Array.isArray(value)
      )
        return value.map((each) => JSON.stringify(each)).sort();
      return value;
    }),
  );

test('the order in which things of one time were recorded does not matter', () => {
  fc.assert(
    fc.property(
      anyCase.chain((events) =>
        fc.tuple(
          fc.constant(events),
          fc.shuffledSubarray(events, { minLength: events.length, maxLength: events.length }),
        ),
      ),
      anyAsOf,
      ([events, shuffled], asOf) => {
        expect(stand(at(shuffled, asOf), { ids: false })).toEqual(stand(at(events, asOf), { ids: false }));
      },
    ),
    { numRuns: runs(150) },
  );
});

test('events one at a time come to the same as all at once', () => {
  fc.assert(
    fc.property(anyCase, (events) => {
      const inOrder = [...events].sort((a, b) => (a.happened < b.happened ? -1 : a.happened > b.happened ? 1 : 0));
      for (let n = 1; n <= inOrder.length; n += 1) {
        const asOf = inOrder[n - 1]?.happened ?? '';
        const sameDay = inOrder.filter(({ happened }) => happened <= asOf);
        expect(stand(at(events, asOf))).toEqual(stand(at(sameDay, asOf)));
      }
    }),
    { numRuns: runs(40) },
  );
});

test('looking at a later moment never changes what was raised, opened and met before', () => {
  fc.assert(
    fc.property(anyCase, anyAsOf, fc.integer({ min: 1, max: 60 }), (events, asOf, later) => {
      const before = at(events, asOf);
      const after = at(events, new Date((dayNumber(asOf) + later) * 86_400_000).toISOString().slice(0, 10));
      for (const one of before.recommendations ?? []) {
        if (one.state === 'perhaps') continue;
        const same = (after.recommendations ?? []).filter(
          ({ rule, subject, since }) => rule === one.rule && subject === one.subject && since === one.since,
        );
        expect(same.length, `${one.rule} since ${one.since}`).toBeGreaterThan(0);
        // An answer that was given stays given.
        if (one.state !== 'open') expect(same.map(({ state }) => state)).toContain(one.state);
      }
      for (const one of before.duties ?? []) {
        const same = (after.duties ?? []).find(
          ({ id, opened, openedBy, subject }) =>
            id === one.id && opened === one.opened && openedBy === one.openedBy && subject === one.subject,
        );
        expect(same, `${one.id} opened ${one.opened}`).toBeDefined();
        if (one.state === 'met' || one.state === 'missed') expect([one.state, 'met-late']).toContain(same?.state);
      }
    }),
    { numRuns: runs(150) },
  );
});

test('a case that was corrected comes to the same as one that was entered rightly, but for what was confirmed on it', () => {
  fc.assert(
    fc.property(
      anyCase,
      fc.nat(),
      fc.constantFrom('attended', 'absent', 'late'),
      anyAsOf,
      (events, n, outcome, asOf) => {
        const sessions = events.filter(({ session }) => session?.mark === 'held');
        const wrong = sessions[n % Math.max(1, sessions.length)];
        if (!wrong?.session) return;
        const right = { ...wrong, session: { ...wrong.session, outcome } };
        const entered = events.map((each) => (each === wrong ? right : each));
        const corrected = [...events, { ...right, id: 'correction', recorded: '2026-06-30', supersedes: wrong.id }];
        const [found, rightly] = [at(corrected, asOf), at(entered, asOf)];
        // What a person confirmed on the wrong record stays done, and is told as one to look at again.
        fc.pre(rightly.irregular?.length === 0 && found.toReview?.length === 0);
        expect(stand(found, { ids: false })).toEqual(stand(rightly, { ids: false }));
      },
    ),
    { numRuns: runs(150) },
  );
});

test('the same record twice counts once', () => {
  fc.assert(
    fc.property(anyCase, anyAsOf, (events, asOf) => {
      const sessions = events
        .filter(({ kind }) => kind === 'session')
        .map((each) => ({ ...each, id: `${each.id} again` }));
      expect(stand(at([...events, ...sessions], asOf), { ids: false })).toEqual(
        stand(at(events, asOf), { ids: false }),
      );
    }),
    { numRuns: runs(100) },
  );
});
