/** What a case's time comes to at a moment. */
import { unanswered } from '../case/record.js';
import { no } from '../condition/truth.js';
import { dayText } from '../contract/calendar.js';
import type { CourseEvaluation, Lacking } from '../contract/course-verdict.js';
import type { CaseEvent, Moment } from '../contract/event.js';
import type { Outcome } from '../contract/verdict.js';
import { appealsOf } from './answer/appeals.js';
import { dutiesOf } from './answer/duties.js';
import { factsOf, ledgerEntries } from './answer/ledger.js';
import { recommendationsOf, toReviewOf } from './answer/recommendations.js';
import { stepsOf } from './answer/steps.js';
import type { CompiledCourse } from './compiled-course.js';
import type { Kept } from './going-on.js';
import { nextChange, nextMissOf } from './outlook.js';
import { plannedEnd } from './planned-end.js';
import { played } from './played.js';
import type { Replay } from './replay-state.js';
import { returningOf } from './returning.js';
import { sightOf } from './subjects.js';

export interface CourseOptions {
  /** Whether what comes next is worked out too: the next change, and what the next miss would cause. */
  outlook: boolean;
  /** What the criteria come to. */
  outcome?: Outcome;
  /** Is shown the replay as of then, to read from and not to keep: it goes on. */
  look?: (replay: Replay) => void;
}

/** What a case's time comes to, and what an evaluation of it after more events may go on from, where it may at all. */
export interface Continued {
  evaluation: CourseEvaluation;
  kept: Kept | undefined;
}

/** Takes the events of a case and the moment as of which it is asked (a day means its end); gives what its time comes to. */
export const evaluateCourse = (
  course: CompiledCourse,
  events: readonly CaseEvent[],
  asOf: Moment,
  options: CourseOptions,
): CourseEvaluation => {
  // Only what comes next is gone on to from here.
  const { replay, kept } = played(course, events, asOf, options.outlook ? { from: undefined } : undefined);
  const evaluation = told(replay, options.outcome);
  options.look?.(replay);
  if (!options.outlook) return evaluation;
  const known = events.filter((event) => replay.case.line.known.has(event.id));
  const miss = nextMissOf(replay, known, asOf, (more, at) =>
    told(played(course, more, at, { from: kept }).replay, undefined),
  );
  // Goes on from here: nothing may be read off this replay afterwards.
  const next = nextChange(replay, evaluation);
  return { ...evaluation, ...next, ...(miss && { nextMiss: miss }) };
};

/** The same without what comes next, going on from what was kept of an earlier one where that comes to the same. */
export const evaluateCourseOn = (
  course: CompiledCourse,
  from: Kept | undefined,
  events: readonly CaseEvent[],
  asOf: Moment,
  outcome: Outcome | undefined,
): Continued => {
  const { replay, kept } = played(course, events, asOf, { from });
  return { evaluation: told(replay, outcome), kept };
};

const told = (replay: Replay, outcome: Outcome | undefined): CourseEvaluation => {
  const { view } = replay;
  const { life, phases } = view;
  const { course } = view.course;
  const recommendations = recommendationsOf(replay);
  const duties = dutiesOf(replay);
  const end = plannedEnd(view);
  const returning = returningOf(sightOf(replay, view));
  return {
    state: life.stage,
    stateSince: life.since?.moment ?? dayText(view.point.day),
    ...(phases.current !== undefined && { phase: phases.current }),
    ...(life.ending !== undefined && { ending: life.ending }),
    stay: life.stays.length,
    ...(end !== undefined && { plannedEnd: dayText(end) }),
    ledger: ledgerEntries(replay),
    facts: factsOf(replay),
    recommendations,
    duties,
    steps: stepsOf(replay, outcome),
    ...(course.appeals.length > 0 && { appeals: appealsOf(replay) }),
    ...(returning && { returning }),
    toFindOut: toFindOutOf(recommendations, replay),
    toReview: toReviewOf(replay),
    irregular: [...replay.case.line.irregular, ...replay.refused.values(), ...withoutSubject(replay)],
    warnings: warningsOf(
      replay,
      duties.some(({ provisional, hers }) => provisional && !hers),
    ),
  };
};

/** What nobody recorded of sessions that are over, and what could settle a recommendation that must be made. */
const toFindOutOf = (recommendations: CourseEvaluation['recommendations'], replay: Replay): Lacking[] => {
  const { view } = replay;
  const sessions = view.ledger.sessions
    .filter(({ recorded, disputed, notDue }) => disputed || (!recorded && notDue === undefined))
    .map(({ key }): Lacking => ({ kind: 'session', of: key }));
  const settling = recommendations
    .filter(({ state, force }) => (state === 'perhaps' || state === 'open') && force === 'must')
    .flatMap(({ lacks, hers }) => lacks.map((lack) => apart(lack, hers)));
  const opening = replay.case.course.course.duties
    .filter(({ force }) => force === 'must')
    .flatMap(({ id, hers }) =>
      [...(replay.machines.get(id)?.values() ?? [])].flatMap(({ perhaps }) =>
        (perhaps?.lacks ?? []).map((lack) => apart(lack, hers)),
      ),
    );
  const all = [...sessions, ...settling, ...opening, ...unlisted(replay)];
  // What is asked for on his side too is not kept apart, and stands where it would without hers.
  const found = new Map<string, Lacking>();
  const keyOf = ({ kind, of }: Lacking): string => `${kind} ${of}`;
  for (const lack of all.filter(({ hers }) => !hers)) found.set(keyOf(lack), lack);
  for (const lack of all.filter(({ hers }) => hers)) if (!found.has(keyOf(lack))) found.set(keyOf(lack), lack);
  return [...found.values()];
};

const apart = <T extends object>(one: T, isHers: boolean): T & { hers?: true } =>
  isHers ? { ...one, hers: true } : one;

/** Whom something must be done for, where it has not been said who they are: else it would be forgotten quietly. */
const unlisted = (replay: Replay): Lacking[] => {
  const { course, record } = replay.view;
  const sight = sightOf(replay, replay.view);
  const { rules, duties } = course.course;
  const must = [...rules, ...duties].filter(({ force }) => force === 'must');
  const listed = new Set(must.flatMap(({ forEach }) => (forEach === undefined ? [] : [forEach])));
  return [...listed].flatMap((of): Lacking[] => {
    const number = course.table.numbers.get(of);
    if (number === undefined || record().state[number] !== unanswered) return [];
    const asked = course.table.facts[number]?.onlyWhen;
    if (asked && sight.reads.condition(asked, sight).truth === no) return [];
    return [apart({ kind: 'fact', of }, course.hers.has(of))];
  });
};

/** Of several it has to be said whom something is about; else it counts for none of them. */
const withoutSubject = ({ view }: Replay): CourseEvaluation['irregular'] =>
  [...view.course.happenings.values()].flatMap(({ id, about, called, anyOf }) => {
    if (anyOf || about === undefined || about === 'session' || view.entries(about).length < 2) return [];
    return view
      .occurrences(id)
      .filter((each) => each.about === undefined)
      .map((each) =>
        apart({ event: each.id, because: `Of several, it does not say of whom ${called}.` }, view.course.hers.has(id)),
      );
  });

const warningsOf = ({ case: { course }, view }: Replay, isProvisional: boolean): string[] => {
  const overrun = (view.life.stage === 'on-leave' ? view.life.overrun : []).map(
    ({ moment }) => `A leave was over on ${moment}, and nobody has recorded that he came back.`,
  );
  if (!isProvisional) return overrun;
  const table = course.course.workingDays;
  return [
    ...overrun,
    table
      ? `The table of holidays of ${table.label} is known until ${table.knownUntil}; dates that rest on later days may move.`
      : 'No table of holidays is declared: working days are taken to be Monday to Friday.',
  ];
};
