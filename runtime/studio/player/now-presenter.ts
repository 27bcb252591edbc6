import type {
  Bundle,
  CaseEvent,
  Change,
  CourseEvaluation,
  CourseFact,
  Evaluation,
  Lacking,
} from '../../../engine/contract/index.js';
import {
  changeInWords,
  changesBetween,
  factCalled,
  type ShownChange,
  valueInWords,
} from '../../portal/case/changes.js';
import { isHersLacking, lackingInWords, sourceOf, type Told } from '../../portal/case/course-why.js';
import { eventInWords } from '../../portal/case/event-words.js';
import { type LedgerPresenter, presentLedger } from '../../portal/case/ledger-presenter.js';
import { type Notices, presentNotices } from '../../portal/case/notices-presenter.js';
import {
  isHersChange,
  type Reasons,
  type ShownDuty,
  type ShownRecommendation,
  type ShownStep,
  shownDuty,
  shownRecommendation,
  shownStep,
  whenInWords,
} from '../../portal/case/rules-presenter.js';
import { idInWords, sessionWord, stageWords } from '../../portal/words/course.js';
import { datesInWords, dayInWords, localDay, momentInWords } from '../../portal/words/dates.js';
import { outcomeWords } from '../../portal/words/decision.js';
import { capital, stopped } from '../../portal/words/lists.js';
import { sentenceInWords } from '../../portal/words/names.js';

export interface ShownFact {
  anchor: string;
  called: string;
  value: string;
  reasons: Reasons;
}
export interface Results {
  recommendations: ShownRecommendation[];
  duties: ShownDuty[];
  facts: ShownFact[];
  toFindOut: string[];
}
/** How a case stands on one day. */
export interface NowPresenter {
  on: string;
  day: string;
  /** The state, or the decision where the definition says nothing of time. */
  state: string;
  details: { term: string; value: string }[];
  /** What the event last added changes on this day. */
  follows?: { of: string; changes: ShownChange[] };
  /** Absent where the definition says nothing of time. */
  /** The definition declares reports or messages. */
  documents: boolean;
  course?: Results & {
    ledger: LedgerPresenter;
    steps: ShownStep[];
    next?: { when: string; day: string; changes: ShownChange[] };
    nextMiss?: { when: string; changes: ShownChange[] };
    returning?: { words: string; lacks: string[] };
  };
  /** What a person should know or see to besides. */
  notices: Notices[];
  hers?: Results & {
    notices: Notices[];
    next?: { when: string; day: string; changes: ShownChange[] };
    ifMissed: ShownChange[];
  };
}

/** An evaluation that says something of time. */
export const hasCourse = (evaluation: Evaluation): evaluation is Evaluation & CourseEvaluation =>
  evaluation.state !== undefined && evaluation.ledger !== undefined;

const detailsOf = (bundle: Bundle, evaluation: Evaluation): NowPresenter['details'] => {
  const zone = bundle.programme.timeZone;
  const { stateSince, phase, ending, stay, plannedEnd, decision } = evaluation;
  const line = (term: string, value: string | undefined): NowPresenter['details'] => (value ? [{ term, value }] : []);
  return [
    ...line('Since', stateSince && evaluation.state ? momentInWords(stateSince, zone) : undefined),
    ...line('Phase', phase && sessionWord(bundle, 'phases', phase)),
    ...line('How it ended', ending && capital(idInWords(ending))),
    ...line('Planned end', plannedEnd && datesInWords(plannedEnd.slice(0, 10))),
    ...line('Stay', stay && stay > 1 ? `Number ${stay}` : undefined),
    ...line(
      'By the rules of the decision',
      evaluation.state ? `${outcomeWords[decision.outcome].word}${decision.settled ? '' : ', not settled'}` : undefined,
    ),
  ];
};

/** How a fact is worked out, unless that says its name over again. */
const saidMore = (called: string, reads: string): string =>
  reads.toLowerCase().replace(/^the |\.$/g, '') === called.toLowerCase() ? '' : reads;

const shownFact = (told: Told, fact: CourseFact): ShownFact => {
  const { bundle, events } = told;
  const derived = bundle.course?.derived.find((one) => one.id === fact.id);
  const subject = fact.subject === undefined ? '' : `, ${datesInWords(fact.subject).replace(/-/g, ' ')}`;
  return {
    anchor: `fact-${fact.id}-${fact.subject ?? ''}`.replace(/[^\w-]+/g, '-'),
    called: `${factCalled(bundle, fact.id)}${subject}`,
    value: valueInWords(bundle, fact),
    reasons: {
      reads: derived ? saidMore(derived.called, capital(sentenceInWords(bundle, derived.reads))) : '',
      why: [],
      rests: fact.used.map((id) => eventInWords(bundle, events, id)),
      changes: fact.lacks.map((one) => stopped(lackingInWords(told, one))),
      source: sourceOf(bundle, derived?.origin.clauses ?? [], derived?.origin.at, derived?.origin),
    },
  };
};

const order = { open: 0, perhaps: 1, confirmed: 2, refused: 3, lapsed: 4 } as const;
const dutyOrder = { missed: 0, 'perhaps-missed': 1, open: 2, 'met-late': 3, met: 4, lapsed: 5 } as const;

const resultsOf = (told: Told, evaluation: CourseEvaluation, hers: boolean): Results => ({
  recommendations: evaluation.recommendations
    .filter((one) => one.hers === hers)
    .sort((a, b) => order[a.state] - order[b.state])
    .map((one) => shownRecommendation(told, evaluation, one)),
  duties: evaluation.duties
    .filter((one) => one.hers === hers)
    .sort((a, b) => dutyOrder[a.state] - dutyOrder[b.state] || ((a.due ?? '~') < (b.due ?? '~') ? -1 : 1))
    .map((one) => shownDuty(told, evaluation, one)),
  // Facts of one session stand in the ledger's table.
  facts: evaluation.facts
    .filter((one) => one.hers === hers && !told.sessions.has(one.subject ?? ''))
    .map((one) => shownFact(told, one)),
  toFindOut: [...new Set(toFindOut(told, evaluation, hers).map((one) => lackingInWords(told, one)))],
});

const toFindOut = ({ bundle }: Told, evaluation: CourseEvaluation, hers: boolean): Lacking[] =>
  evaluation.toFindOut.filter((one) => (one.hers === true || isHersLacking(bundle, one)) === hers);

const courseOf = (told: Told, evaluation: CourseEvaluation): NonNullable<NowPresenter['course']> => {
  const { bundle } = told;
  const zone = bundle.programme.timeZone;
  const { next, nextMiss, returning } = evaluation;
  const his = (changes: Change[]): ShownChange[] =>
    changes.filter((one) => !isHersChange(told, one)).map((one) => changeInWords(bundle, one));
  return {
    ...resultsOf(told, evaluation, false),
    ledger: presentLedger(bundle, evaluation.ledger),
    steps: evaluation.steps.map((step) => shownStep(told, step, evaluation.state)),
    ...(next
      ? { next: { when: whenInWords(next.at, zone), day: localDay(next.at, zone), changes: his(next.changes) } }
      : {}),
    ...(nextMiss ? { nextMiss: { when: momentInWords(nextMiss.on, zone), changes: his(nextMiss.changes) } } : {}),
    ...(returning
      ? {
          returning: {
            words: sentenceInWords(bundle, returning.words),
            lacks: returning.lacks.map((one) => lackingInWords(told, one)),
          },
        }
      : {}),
  };
};

const hersOf = (told: Told, evaluation: Evaluation & CourseEvaluation): NowPresenter['hers'] => {
  const results = resultsOf(told, evaluation, true);
  const zone = told.bundle.programme.timeZone;
  const hersIn = (changes: Change[] = []): ShownChange[] =>
    changes.filter((one) => isHersChange(told, one)).map((one) => changeInWords(told.bundle, one));
  const [coming, ifMissed] = [hersIn(evaluation.nextOfHers?.changes), hersIn(evaluation.nextMiss?.changes)];
  const next = evaluation.nextOfHers && coming.length > 0 ? evaluation.nextOfHers.at : undefined;
  const notices = presentNotices(told, evaluation, true);
  const any = [...Object.values(results), notices].some((list) => list.length > 0) || next || ifMissed.length > 0;
  if (!any) return undefined;
  const shown = next && { when: whenInWords(next, zone), day: localDay(next, zone), changes: coming };
  return { ...results, notices, ...(shown ? { next: shown } : {}), ifMissed };
};

/**
 * How a case stands on a day, in words. `without` is the evaluation without the event last added, named `added`: what
 * differs is what follows from it.
 */
export const presentNow = (
  bundle: Bundle,
  events: readonly CaseEvent[],
  evaluation: Evaluation,
  { added, without }: { added?: string; without?: Evaluation } = {},
): NowPresenter => {
  const day = localDay(evaluation.asOf, bundle.programme.timeZone);
  const course = hasCourse(evaluation) ? evaluation : undefined;
  const told: Told = { bundle, events, day, sessions: new Map((course?.ledger ?? []).map((each) => [each.key, each])) };
  const hers = course && hersOf(told, course);
  const outcome = outcomeWords[evaluation.decision.outcome].word;
  return {
    on: dayInWords(day),
    day,
    state: course ? stageWords[course.state] : outcome,
    details: detailsOf(bundle, evaluation),
    notices: presentNotices(told, evaluation, false),
    ...(added && without
      ? { follows: { of: eventInWords(bundle, events, added), changes: changesBetween(bundle, without, evaluation) } }
      : {}),
    documents: (bundle.documents ?? []).length > 0,
    ...(course ? { course: courseOf(told, course) } : {}),
    ...(hers ? { hers } : {}),
  };
};

/** What works a case out: the engine's `evaluate`, or a planted one. */
export type Evaluate = (bundle: Bundle, events: readonly CaseEvent[], options: { asOf: string }) => Evaluation;

/** The same from the events: `added` names the event whose consequences are to be shown. */
export const nowOf = (
  evaluate: Evaluate,
  bundle: Bundle,
  events: readonly CaseEvent[],
  day: string,
  added?: string,
): NowPresenter => {
  const evaluation = evaluate(bundle, events, { asOf: day });
  if (!added || !events.some(({ id }) => id === added)) return presentNow(bundle, events, evaluation);
  const others = events.filter(({ id }) => id !== added);
  return presentNow(bundle, events, evaluation, { added, without: evaluate(bundle, others, { asOf: day }) });
};
