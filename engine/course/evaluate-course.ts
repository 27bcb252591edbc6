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
import { formHappenings } from './forms.js';
import { nextChange, nextMissOf } from './outlook.js';
import { plannedEnd } from './planned-end.js';
import { noRecords } from './records.js';
import { beginReplay, playTo } from './replay.js';
import type { Replay } from './replay-state.js';
import { returningOf } from './returning.js';
import { sittingsOf } from './sittings.js';
import { sightOf } from './subjects.js';
import { timelineOf } from './timeline.js';
import type { Case } from './view.js';

export interface CourseOptions {
  /** Whether what comes next is worked out too: the next change, and what the next miss would cause. */
  outlook: boolean;
  /** What the criteria come to. */
  outcome?: Outcome;
  /** Is shown the replay as of then, to read from and not to keep: it goes on. */
  look?: (replay: Replay) => void;
}

/** Takes the events of a case and the moment as of which it is asked (a day means its end); gives what its time comes to. */
export const evaluateCourse = (
  course: CompiledCourse,
  events: readonly CaseEvent[],
  asOf: Moment,
  options: CourseOptions,
): CourseEvaluation => {
  const replay = played(course, events, asOf);
  const evaluation = told(replay, options.outcome);
  options.look?.(replay);
  if (!options.outlook) return evaluation;
  const known = events.filter((event) => replay.case.line.known.has(event.id));
  const miss = nextMissOf(replay, known, asOf, (more, at) => told(played(course, more, at), undefined));
  // Goes on from here: nothing may be read off this replay afterwards.
  const next = nextChange(replay, evaluation);
  return { ...evaluation, ...next, ...(miss && { nextMiss: miss }) };
};

const played = (course: CompiledCourse, events: readonly CaseEvent[], asOf: Moment): Replay => {
  const replay = playedAll(course, events, asOf);
  const baseless = baselessIn(replay, events, course);
  if (baseless.size === 0) return replay;
  const sound = playedAll(
    course,
    events.filter(({ id }) => !baseless.has(id)),
    asOf,
  );
  const rules = new Map(replay.case.line.answers.map(({ id, rule }) => [id, rule]));
  for (const id of baseless)
    sound.case.line.irregular.push(apart({ event: id, because: neverStood }, course.hers.has(rules.get(id) ?? '')));
  return sound;
};

const playedAll = (course: CompiledCourse, events: readonly CaseEvent[], asOf: Moment): Replay => {
  const replay = beginReplay(caseOf(course, events, course.clock.end(asOf)));
  playTo(replay, course.clock.end(asOf) - 1);
  return replay;
};

const neverStood =
  'It answers a recommendation that did not stand, as far as was known when it was recorded. It counts for nothing.';

/**
 * Confirmations of what did not stand. One that stood on what was known when it was recorded stays, whatever has been
 * corrected since, and is told as one to look at again; one that never stood ends nobody's place.
 */
const baselessIn = (replay: Replay, events: readonly CaseEvent[], course: CompiledCourse): Set<string> => {
  const { line } = replay.case;
  const unused = line.answers.filter(
    ({ rule, id, confirmed }) => confirmed && !replay.usedAnswers.has(`${rule} answer ${id}`),
  );
  return new Set(
    unused.flatMap(({ id, place, rule }) => {
      const event = events[place];
      if (!event) return [];
      const then = course.clock.end(event.recorded);
      const known = events
        .filter((each, i) => i <= place || course.clock.start(each.recorded) < course.clock.start(event.recorded))
        .filter(({ recorded }) => course.clock.start(recorded) < then);
      const before = known.length === events.length ? replay : playedAll(course, known, event.happened);
      return before.usedAnswers.has(`${rule} answer ${id}`) ? [] : [id];
    }),
  );
};

const caseOf = (course: CompiledCourse, events: readonly CaseEvent[], end: number): Case => {
  const line = timelineOf(events, end, course);
  const [form] = course.bundle.forms;
  const of: Case = {
    course,
    line,
    sittings: sittingsOf(line.marks),
    resumptions: new Map(),
    firstForm: form?.id,
    places: new Map(events.map((event, place) => [event.id, place])),
    records: noRecords(),
  };
  line.happened.push(...formHappenings(of));
  line.happened.push(
    ...line.happened
      .filter(({ what }) => what === 'accepted' || what === 'declined')
      .map((each) => ({ ...each, what: 'decision-made' })),
  );
  line.happened.sort((a, b) => a.at.start - b.at.start || course.rank(a.what) - course.rank(b.what));
  return of;
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
