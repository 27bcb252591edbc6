/** His stream and hers, added to in turn by people who see her side and people who do not. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Bundle, type CaseEvent, evaluateFor, type Sides, sidesOf } from '../../../engine/index.js';
import { caseWith } from '../../../engine/viewer/case-for.js';
import { keptApartIn } from '../../../engine/viewer/clearance.js';
import { runs } from '../random-cases.js';
import { anyCaseOfHis, anyOfHers, anyProgramme, withMore } from './anybodys-documents.js';

/** A case that is added to by some at a time; `seesAll` of each who adds, `corrects` of each event how far back, if at all. */
const anyHistory = fc.record({
  bundle: anyProgramme,
  events: fc.tuple(anyCaseOfHis, fc.array(anyOfHers, { maxLength: 8 })).map(([his, hers]) => withMore(his, hers)),
  adders: fc.array(fc.record({ many: fc.integer({ min: 1, max: 5 }), seesAll: fc.boolean() }), { minLength: 1 }),
  corrects: fc.array(fc.option(fc.nat({ max: 6 }), { freq: 3 }), { minLength: 1, maxLength: 30 }),
});
type History = typeof anyHistory extends fc.Arbitrary<infer T> ? T : never;

const withoutHers = (bundle: Bundle, events: readonly CaseEvent[]): readonly CaseEvent[] => {
  const sees = new Set(keptApartIn(bundle).map(({ id }) => id));
  sees.delete('hers');
  return caseWith(bundle, events, { sees }).events;
};

interface Streams {
  all: CaseEvent[];
  his: CaseEvent[];
  /** His stream with what was withdrawn since. */
  written: CaseEvent[];
  hers: CaseEvent[];
}

/** Each adds what he has before him, and corrects only what he sees. */
const added = ({ bundle, events, adders, corrects }: History, split = sidesOf): Streams => {
  const streams: Streams = { all: [], his: [], written: [], hers: [] };
  const left = [...events];
  for (let turn = 0; left.length > 0; turn += 1) {
    const { many, seesAll } = adders[turn % adders.length] ?? { many: 1, seesAll: true };
    const before = seesAll ? streams.all : streams.his;
    const adding: CaseEvent[] = [];
    for (const { supersedes: _, ...event } of left.splice(0, many)) {
      const known = [...before, ...adding];
      const back = corrects[(streams.all.length + adding.length) % corrects.length];
      const target = typeof back === 'number' ? known.at(-1 - back) : undefined;
      adding.push(target ? { ...event, supersedes: target.id } : event);
    }
    const sides: Sides = split(bundle, before, adding);
    const his = sides.added.flatMap((each) => each.his ?? []);
    streams.written.push(...his);
    streams.his.push(...his);
    streams.hers.push(...sides.added.flatMap(({ hers }) => hers ?? []));
    streams.his = streams.his.filter(({ id }) => !sides.withdrawn.includes(id));
    streams.all.push(...adding);
  }
  return streams;
};

test('his stream is the case without what is hers, whoever added to it', () => {
  fc.assert(
    fc.property(anyHistory, (history) => {
      const { all, his } = added(history);
      expect(his).toEqual(withoutHers(history.bundle, all));
    }),
    { numRuns: runs(150) },
  );
});

test('of every event the whole was written down, on one side or the other', () => {
  fc.assert(
    fc.property(anyHistory, (history) => {
      const { all, written, hers } = added(history);
      const whole = new Map([...written, ...hers].map((event) => [event.id, event]));
      for (const event of all) expect(whole.get(event.id)).toMatchObject(event);
    }),
    { numRuns: runs(60) },
  );
});

test('what his stream comes to for a viewer is what the whole comes to for him', () => {
  fc.assert(
    fc.property(anyHistory, (history) => {
      const { all, his } = added(history);
      const seen = { asOf: '2026-07-01', viewer: { role: 'staff' } };
      expect(evaluateFor(history.bundle, his, seen)).toEqual(evaluateFor(history.bundle, all, seen));
    }),
    { numRuns: runs(20) },
  );
});

test('a split that puts everything on his side is found out', () => {
  const open: typeof sidesOf = (_bundle, _before, adding) => ({ added: adding.map((his) => ({ his })), withdrawn: [] });
  const { failed } = fc.check(
    fc.property(anyHistory, (history) => {
      expect(added(history, open).his).toEqual(withoutHers(history.bundle, added(history, open).all));
    }),
    { numRuns: 100, endOnFailure: true },
  );
  expect(failed).toBe(true);
});

test('a split that forgets what is withdrawn is found out', () => {
  const forgetful: typeof sidesOf = (...asked) => ({ ...sidesOf(...asked), withdrawn: [] });
  const { failed } = fc.check(
    fc.property(anyHistory, (history) => {
      const { all, his } = added(history, forgetful);
      expect(his).toEqual(withoutHers(history.bundle, all));
    }),
    { numRuns: 2000, endOnFailure: true },
  );
  expect(failed).toBe(true);
});
