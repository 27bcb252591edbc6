/**
 * Two cases alike but for what the partner's side holds come to the same bytes, for every viewer and in every document that
 * is not for her side; and a viewer's evaluation is the whole one without what he may not see.
 */
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import {
  type Bundle,
  type CaseEvent,
  caseFor,
  type Document,
  documentData,
  type Evaluation,
  evaluate,
  evaluateFor,
} from '../../../engine/index.js';
import { anyAsOf } from '../course/anybodys-course.js';
import { runs } from '../random-cases.js';
import {
  anyCaseOfHis,
  anyOfHers,
  anyOfPartner,
  anyProgramme,
  bothListed,
  fullest,
  withMore,
} from './anybodys-documents.js';

type Engine = Pick<typeof import('../../../engine/index.js'), 'evaluateFor' | 'documentData'>;
const engine: Engine = { evaluateFor, documentData };

const withHeadings =
  (change: (document: Document) => Document) =>
  (bundle: Bundle): Bundle => ({
    ...bundle,
    documents: (bundle.documents ?? []).map(change),
  });

/** All that those are shown who may not see what is hers. */
const shownToOthers = (bundle: Bundle, events: CaseEvent[], asOf: string, by: Engine): string =>
  JSON.stringify([
    ...['leader', 'staff'].map((role) => by.evaluateFor(bundle, events, { asOf, viewer: { role } })),
    ...(bundle.documents ?? [])
      .filter(({ hers }) => !hers)
      .flatMap(({ id, to }) => [undefined, ...to].map((role) => ({ document: id, asOf, ...(role && { to: role }) })))
      .map((asked) => by.documentData(bundle, events, asked)),
  ]);

const anyTwo = fc.tuple(anyProgramme, anyCaseOfHis, fc.array(anyOfHers, { minLength: 1, maxLength: 8 }), anyAsOf);
type Two = typeof anyTwo extends fc.Arbitrary<infer T> ? T : never;
const tells = ([bundle, events, hers, asOf]: Two, by: Engine = engine, of = bundle): boolean =>
  shownToOthers(of, events, asOf, by) !== shownToOthers(of, withMore(events, hers), asOf, by);

test('on random programmes and cases nobody who may not see what is hers can tell that there is any', () => {
  fc.assert(
    fc.property(anyTwo, (two) => !tells(two)),
    { numRuns: runs(40) },
  );
});

/** Of each of his events what it corrects, if anything: another of his, or something that is nowhere in the case. */
const anyCorrections = fc.array(fc.option(fc.constantFrom('e0', 'e1', 'e2', 'd0', 'd1', 'nowhere'), { freq: 2 }), {
  minLength: 1,
  maxLength: 8,
});
const correcting = (events: readonly CaseEvent[], what: readonly (string | null)[]): CaseEvent[] =>
  events.map((event, n) => {
    const id = what[n % what.length];
    return typeof id === 'string' ? { ...event, supersedes: id } : event;
  });

type Seen = (bundle: Bundle, events: readonly CaseEvent[], role: string) => readonly CaseEvent[];
const seenBy: Seen = (bundle, events, role) => caseFor(bundle, events, { role }).events;
const anyCorrected = fc.tuple(anyTwo, anyCorrections).map(([[bundle, events, hers], what]) => {
  const his = correcting(events, what);
  return { bundle, his, both: withMore(his, hers) };
});

test('the events that he gets, and what each of them corrects, are the same whatever lies on her side', () => {
  fc.assert(
    fc.property(anyCorrected, ({ bundle, his, both }) => {
      for (const role of ['leader', 'staff']) expect(seenBy(bundle, both, role)).toEqual(seenBy(bundle, his, role));
    }),
    { numRuns: runs(60) },
  );
});

test('an engine that looks where a correction points only once something was taken away is found out', () => {
  const late: Seen = (bundle, events, role) => {
    const seen = seenBy(bundle, events, role);
    if (seen.length < events.length) return seen;
    return seen.map((event, n) => ({ ...event, supersedes: events[n]?.supersedes }));
  };
  const { failed } = fc.check(
    fc.property(anyCorrected, ({ bundle, his, both }) => {
      expect(late(bundle, both, 'leader')).toEqual(late(bundle, his, 'leader'));
    }),
    { numRuns: 100, endOnFailure: true },
  );
  expect(failed).toBe(true);
});

const anyOfTwo = fc.tuple(anyCaseOfHis, fc.array(anyOfPartner('bea'), { minLength: 1, maxLength: 6 }), anyAsOf);
/** Her update also shows what the compiler refuses, as it may be another's: the engine has to hold by itself. */
const together = (): Bundle =>
  withHeadings((document) => ({
    ...document,
    headings: document.headings.map((heading) => ({
      ...heading,
      shows: [...heading.shows, { kind: 'fact', fact: 'feels-safe', called: 'feels safe' }],
    })),
  }))(fullest());
const toAnn = (events: CaseEvent[], asOf: string, by: Engine = engine): string => {
  const bundle = together();
  const hers = (bundle.documents ?? []).filter(({ forEach }) => forEach === 'partners');
  return JSON.stringify(hers.map(({ id }) => by.documentData(bundle, events, { document: id, entry: 'ann', asOf })));
};
const tellsAnn = ([events, more, asOf]: [CaseEvent[], Parameters<typeof withMore>[1], string], by = engine): boolean =>
  toAnn([bothListed, ...events], asOf, by) !== toAnn(withMore([bothListed, ...events], more), asOf, by);

test('what one partner is sent tells her nothing of another', () => {
  fc.assert(
    fc.property(anyOfTwo, (two) => !tellsAnn(two)),
    { numRuns: runs(40) },
  );
});

test('whoever may see everything is told what the engine comes to', () => {
  const { information: _, ...bundle } = fullest();
  fc.assert(
    fc.property(anyCaseOfHis, fc.array(anyOfHers, { maxLength: 8 }), anyAsOf, (events, hers, asOf) => {
      const all = withMore(events, hers);
      const seen = evaluateFor(bundle, all, { asOf, viewer: { role: 'support-worker' } });
      expect(JSON.stringify(seen)).toBe(JSON.stringify(evaluate(bundle, all, { asOf })));
    }),
    { numRuns: runs(15) },
  );
});

/** An evaluation without what is marked as hers. */
const without = (whole: Evaluation): object => {
  const kept = <T extends object>(all: readonly T[] | undefined): T[] =>
    (all ?? []).filter((each) => !('hers' in each && each.hers));
  const { nextOfHers: _, ...rest } = whole;
  return {
    ...rest,
    unusable: kept(whole.unusable),
    facts: kept(whole.facts),
    recommendations: kept(whole.recommendations),
    duties: kept(whole.duties),
    toFindOut: kept(whole.toFindOut),
    toReview: kept(whole.toReview),
    irregular: kept(whole.irregular),
    ...(whole.nextMiss && { nextMiss: { ...whole.nextMiss, changes: kept(whole.nextMiss.changes) } }),
  };
};

test('whoever may not see what is hers is told what the engine comes to, without what is marked as hers', () => {
  // The leader may see whatever else this programme keeps apart.
  const bundle = fullest();
  fc.assert(
    fc.property(anyCaseOfHis, fc.array(anyOfHers, { maxLength: 8 }), anyAsOf, (events, hers, asOf) => {
      const all = withMore(events, hers);
      const seen = evaluateFor(bundle, all, { asOf, viewer: { role: 'leader' } });
      expect(seen).toEqual(without(evaluate(bundle, all, { asOf })));
    }),
    { numRuns: runs(30) },
  );
});

/** Whether some random case tells; the first that does is not made smaller. */
const isFound = (by: Engine, of?: (bundle: Bundle) => Bundle): boolean =>
  fc.check(
    fc.property(
      anyTwo,
      (two) => !tells([fullest(), ...(two.slice(1) as [Two[1], Two[2], Two[3]])], by, of?.(fullest())),
    ),
    { numRuns: 150, endOnFailure: true },
  ).failed;

/** The engine with one of its files put wrong. */
const faulty = async (file: string, wrong: (real: never) => object): Promise<Engine> => {
  vi.resetModules();
  vi.doMock(file, async (original) => {
    const real = await original<object>();
    return { ...real, ...wrong(real as never) };
  });
  const { evaluateFor: evaluates, documentData: fills } = await import('../../../engine/index.js');
  vi.doUnmock(file);
  vi.resetModules();
  return { evaluateFor: evaluates, documentData: fills };
};

test.each([
  [
    'that shows the events as they are',
    '../../../engine/viewer/events-for.js',
    () => ({ eventsFor: (_b: unknown, _p: unknown, events: unknown) => events }),
  ],
  [
    'that hides nothing',
    '../../../engine/viewer/hidden.js',
    () => ({
      hiddenFrom: () => ({
        names: new Set(),
        events: new Set(),
        rules: new Set(),
        duties: new Set(),
        documents: new Set(),
      }),
    }),
  ],
  [
    'that believes what she told of him',
    '../../../engine/case/her-side.js',
    (real: { herSideOf: (people: unknown) => object }) => ({
      herSideOf: (people: unknown) => ({ ...real.herSideOf(people), told: () => false }),
    }),
  ],
  [
    'that counts what she told of him among what happened',
    '../../../engine/course/kept-apart.js',
    () => ({ toldByHer: () => () => false }),
  ],
  [
    'that lets every recipient see what is hers',
    '../../../engine/document/recipients.js',
    () => ({ clearanceFor: () => ({ sees: new Set(['hers']) }) }),
  ],
])('an engine %s is found out', async (_says, file, wrong) => {
  expect(isFound(await faulty(file, wrong as (real: never) => object))).toBe(true);
});

test('where a heading has forgotten that it waits for a release the clearance of its reader still holds', () => {
  const bare = withHeadings((document) => ({
    ...document,
    headings: document.headings.map((heading) => ({ ...heading, releasedBy: [] })),
  }));
  fc.assert(
    fc.property(anyTwo, ([bundle, ...rest]) => !tells([bare(bundle), ...rest])),
    { numRuns: runs(15) },
  );
});

test('an engine that releases what nobody released is found out', async () => {
  const all: Engine = {
    ...engine,
    documentData: (bundle, events, asked) => documentData(bundle, events, { ...asked, released: 'all' }),
  };
  expect(isFound(all)).toBe(true);
});

test('a label that was forgotten is found out', () => {
  const forget = (bundle: Bundle): Bundle => {
    const {
      'events/worry': _a,
      worries: _b,
      'duties/after-worry': _c,
      'rules/ring-her': _d,
      ...labels
    } = bundle.information?.labels ?? {};
    const whole = bundle.course;
    if (!whole) throw new Error('It says nothing of time.');
    const bare = <T extends { id: string; hers: boolean }>(all: T[]): T[] =>
      all.map((each) => (/worr|ring-her/.test(each.id) ? { ...each, hers: false } : each));
    return {
      ...bundle,
      information: { kept: bundle.information?.kept ?? [], labels },
      course: {
        ...whole,
        happenings: bare(whole.happenings),
        derived: bare(whole.derived),
        duties: bare(whole.duties),
        rules: bare(whole.rules),
      },
    };
  };
  expect(isFound(engine, forget)).toBe(true);
});

test('an engine that gives one partner what is of another is found out', async () => {
  const open = await faulty('../../../engine/viewer/entry-only.js', () => ({
    entryOnly: () => (event: unknown) => event,
  }));
  const { failed } = fc.check(
    fc.property(anyOfTwo, (two) => !tellsAnn(two, open)),
    { numRuns: 100, endOnFailure: true },
  );
  expect(failed).toBe(true);
});
