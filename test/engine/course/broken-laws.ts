/** One planted fault and more for each law of time: one exported function of one module of the engine, done wrongly. */
import { no, unknown } from '../../../engine/condition/truth.js';
import type { CaseEvent } from '../../../engine/index.js';

type Of<M> = (real: M) => Partial<M>;
export interface Fault {
  law: number;
  /** A clause after “where”. */
  fault: string;
  /** From this folder. */
  module: string;
  plant: (real: object) => object;
}

const course = '../../../engine/course';
const fault = <M extends object>(law: number, words: string, module: string, plant: Of<M>): Fault => ({
  law,
  fault: words,
  module,
  plant: (real) => plant(real as M),
});

type Answers = typeof import('../../../engine/course/answers.js');
type Due = typeof import('../../../engine/course/calendar/due.js');
type Folds = typeof import('../../../engine/case/fold.js');
type Completed = typeof import('../../../engine/course/calendar/completed.js');
type Items = typeof import('../../../engine/course/derive/items.js');
type Run = typeof import('../../../engine/course/derive/run.js');
type Anchors = typeof import('../../../engine/course/anchor.js');
type Instances = typeof import('../../../engine/course/instances.js');
type Ledger = typeof import('../../../engine/course/ledger.js');
type Machines = typeof import('../../../engine/course/machine.js');
type Openings = typeof import('../../../engine/course/openings.js');
type Recommendations = typeof import('../../../engine/course/answer/recommendations.js');
type Sights = typeof import('../../../engine/course/sight.js');
type Stale = typeof import('../../../engine/criterion/stale.js');
type Timelines = typeof import('../../../engine/course/timeline.js');
type Views = typeof import('../../../engine/course/view.js');

const crossings: Fault[] = [
  fault<Machines>(
    1,
    'a number that was reached counts only while it is exactly there',
    `${course}/machine.js`,
    (real) => ({
      levelOf: (trigger, sight) =>
        real.levelOf(
          trigger.kind === 'reaches'
            ? {
                kind: 'while',
                condition: {
                  kind: 'compares',
                  comparison: 'exactly',
                  fact: trigger.fact,
                  to: trigger.n,
                  negated: false,
                  reads: trigger.reads,
                },
                reads: trigger.reads,
              }
            : trigger,
          sight,
        ),
    }),
  ),
  fault<Answers>(
    1,
    'what was answered is forgotten, so that the same level fires again',
    `${course}/answers.js`,
    (real) => ({
      answerRule: (rule, machine, sight, replay) => {
        const changed = real.answerRule(rule, machine, sight, replay);
        if (changed) {
          delete machine.crossing;
          delete machine.spentUntil;
        }
        return changed;
      },
    }),
  ),
];

const judgements: Fault[] = [
  fault<Stale>(2, 'a judgement never goes stale', '../../../engine/criterion/stale.js', () => ({
    changedSince: () => [],
  })),
  fault<Recommendations>(
    2,
    'nobody hears that the ground he acted on is gone',
    `${course}/answer/recommendations.js`,
    () => ({
      toReviewOf: () => [],
    }),
  ),
];

const separate: Fault[] = [
  fault<Ledger>(3, 'a catch-up takes the absence away', `${course}/ledger.js`, (real) => ({
    traitOf: (session, trait, of) => (trait === 'absence' && session.caughtUp ? no : real.traitOf(session, trait, of)),
  })),
  fault<Run>(3, 'contact is read off the register alone', `${course}/derive/run.js`, (real) => ({
    runValue: (fact, run, sight) =>
      real.runValue(fact, { ...run, brokenBy: run.brokenBy.filter((each) => 'outcome' in each) }, sight),
  })),
];

const due: Fault[] = [
  fault<Ledger>(4, 'what was not due breaks a run', `${course}/ledger.js`, () => ({ isReckoned: () => true })),
  fault<Ledger>(4, 'whoever nobody recorded was there', `${course}/ledger.js`, (real) => ({
    traitOf: (session, trait, of) => {
      const truth = real.traitOf(session, trait, of);
      return truth === unknown ? no : truth;
    },
  })),
];

const duties: Fault[] = [
  fault<Openings>(5, 'a duty ends with the case', `${course}/openings.js`, (real) => ({
    stepOpening: (opening, machine, sight, replay) => {
      const changed = real.stepOpening(opening, machine, sight, replay);
      if (sight.view.life.stage === 'closed' && 'does' in opening)
        for (const each of machine.occurrences.values())
          if (each.state === 'open') {
            real.lapse(each, sight);
            each.final = true;
          }
      return changed;
    },
  })),
  fault<Instances>(5, 'every suspension stops the clock', `${course}/instances.js`, (real) => ({
    instancesOf: (duty, ...rest) => real.instancesOf({ ...duty, freezesIn: ['on-leave', 'suspended'] }, ...rest),
  })),
  fault<Machines>(5, 'of several occurrences only the first opens a duty', `${course}/machine.js`, (real) => ({
    candidatesOf: (...of) => real.candidatesOf(...of).slice(0, 1),
  })),
];

const windows: Fault[] = [
  fault<Views>(6, 'earlier stays count too', `${course}/view.js`, () => ({ isOfThisStay: () => true })),
  fault<Items>(6, 'nothing counts since what never happened', `${course}/derive/items.js`, (real) => ({
    itemsOf: (of, window, fact, sight) => {
      const isNever = window.since && sight.view.occurrences(window.since.event).length === 0;
      const all = real.itemsOf(of, window, fact, sight);
      return isNever ? { ...all, items: [] } : all;
    },
  })),
  fault<Timelines>(6, 'a record counts where it was entered', `${course}/timeline.js`, (real) => ({
    timelineOf: (events, ...rest) => real.timelineOf(events.map(asEntered), ...rest),
  })),
];
const asEntered = (event: CaseEvent): CaseEvent =>
  event.session?.mark === 'held' ? { ...event, session: { ...event.session, on: event.learned } } : event;

const effects: Fault[] = [
  fault<Machines>(7, 'a rule sees what it brought about', `${course}/machine.js`, (real) => ({
    guardOf: (opening, _before, ...rest) => real.guardOf(opening, undefined, ...rest),
  })),
];

const durations: Fault[] = [
  fault<Completed>(8, 'only whole weeks count', `${course}/calendar/completed.js`, (real) => ({
    completedBetween: (...of) => Math.floor(real.completedBetween(...of)),
  })),
  fault<Due>(8, 'the first day is counted', `${course}/calendar/due.js`, (real) => ({
    dueAfter: (calendar, anchor, span, time) =>
      real.dueAfter(calendar, anchor, span.unit === 'days' ? { ...span, n: span.n - 1 } : span, time),
  })),
  fault<Due>(8, 'the last day is too late', `${course}/calendar/due.js`, (real) => ({
    dueAfter: (calendar, anchor, span, time) => {
      const found = real.dueAfter(calendar, anchor, span, time);
      const endsAt = calendar.clock.start(found.due);
      return span.unit === 'hours' ? found : { ...found, endsAt, latestEndsAt: endsAt };
    },
  })),
  fault<Due>(8, 'an hour more or less of the clocks is an hour of the time', `${course}/calendar/due.js`, (real) => ({
    dueAfter: (calendar, anchor, span, time) => {
      if (span.unit !== 'hours' || span.n % 24 !== 0) return real.dueAfter(calendar, anchor, span, time);
      const { clock } = calendar;
      const since = anchor.start - clock.startOfDay(anchor.day);
      const endsAt = clock.startOfDay(anchor.day + span.n / 24) + since;
      return { due: new Date(endsAt).toISOString(), endsAt, latestEndsAt: endsAt, provisional: false };
    },
  })),
  fault<Anchors>(8, 'a day is over when it begins', `${course}/anchor.js`, (real) => ({
    pointAt: (...of) => {
      const point = real.pointAt(...of);
      return { ...point, complete: point.day };
    },
  })),
];

const people: Fault[] = [
  fault<Sights>(9, 'what one person said is everybody’s', `${course}/sight.js`, () => ({ isAbout: () => true })),
  fault<Instances>(9, 'what was done for one was done for all', `${course}/instances.js`, (real) => ({
    doneAfter: (duty, from, by, sight) => real.doneAfter(duty, from, by, { ...sight, scope: { kind: 'case' } }),
  })),
];

const lapsing: Fault[] = [
  fault<Folds>(9, 'what was once agreed to holds for ever', '../../../engine/case/fold.js', (real) => ({
    fold: (events, asOf, folding) => {
      const facts = folding.table.facts.map(({ lapsesAfter: _, ...fact }) => fact);
      return real.fold(events, asOf, { ...folding, table: { ...folding.table, facts } });
    },
  })),
];

const contradictions: Fault[] = [
  fault<Recommendations>(
    10,
    'of two rules that contradict each other only the first is shown',
    `${course}/answer/recommendations.js`,
    (real) => ({
      recommendationsOf: (replay) => {
        const all = real.recommendationsOf(replay);
        const open = all.filter(({ state }) => state === 'open').map(({ rule }) => rule);
        return all.filter(
          ({ rule, conflicts }) => !conflicts.some((each) => open.indexOf(each.rule) < open.indexOf(rule)),
        );
      },
    }),
  ),
  fault<Recommendations>(10, 'what was settled is not heeded', `${course}/answer/recommendations.js`, (real) => ({
    recommendationsOf: (replay) =>
      real
        .recommendationsOf(replay)
        .map((each) => (each.conflicts.some(({ yields }) => yields) ? { ...each, state: 'open' as const } : each)),
  })),
];

export const faults: Fault[] = [
  ...crossings,
  ...judgements,
  ...separate,
  ...due,
  ...duties,
  ...windows,
  ...effects,
  ...durations,
  ...people,
  ...lapsing,
  ...contradictions,
];
