/**
 * How a case stands, kept beside it for lists and for the day's work. Everybody inside reads it, so it is made of what
 * nobody inside is kept from: nothing of hers, and nothing that a definition keeps for some roles. What waits for those
 * alone is marked with who they are.
 */

import { herSideOf } from '../../../engine/case/her-side.js';
import type {
  Amount,
  Bundle,
  CaseEvent,
  CourseCondition,
  DutyVerdict,
  Id,
  Recommendation,
} from '../../../engine/contract/index.js';
import { localDay } from '../../../engine/document/words/dates.js';
import type { EvaluationFor } from '../../../engine/index.js';
import { effectsInWords, happeningsInWords, ruleInWords, sittingInWords } from '../../portal/words/course.js';
import { datesInWords } from '../../portal/words/dates.js';
import { sentenceInWords } from '../../portal/words/names.js';
import { decisionWork } from '../assessment/decision-work.js';
import type { Standing, StoredCase, WorkItem } from '../store/contract.js';
import type { SignOff } from '../store/sign-off-store.js';
import { groupOf } from './group-of.js';
import { answerersOf, isAmong } from './may-record.js';
import { type Evaluations, type Sees, seenCase } from './seen-case.js';
import { toSend } from './to-send.js';
import { workAsSeen } from './work-seen.js';

const nobodyIsKeptFrom: Sees = new Set();
const over = ['declined', 'completed', 'closed', 'transferred'];

/** Takes a case with its definition, an instant, and what those signed who decide together; gives how it stands then. */
export const standingOf = (
  bundle: Bundle,
  { ref, events, began }: Pick<StoredCase, 'ref' | 'events' | 'began'>,
  now: string,
  evaluations: Evaluations,
  signed: readonly SignOff[] = [],
): Standing => {
  const evaluation = evaluations.of(bundle, ref, events, nobodyIsKeptFrom, now);
  const { state, stateSince, phase, decision } = evaluation;
  const { timeZone } = bundle.programme;
  const today = localDay(now, timeZone);
  const group = groupOf(events, today, timeZone);
  return {
    asOf: today,
    stage: state ?? 'referred',
    since: state !== undefined && stateSince !== undefined ? stateSince : began,
    ...(phase !== undefined && { phase }),
    outcome: decision?.outcome ?? 'not-enough-information',
    closed: over.includes(state ?? ''),
    ...(group !== undefined && { group }),
    ...progressOf(bundle, evaluation),
    work: workAsSeen(bundle, (sees) => {
      const as = sees.size === 0 ? evaluation : evaluations.of(bundle, ref, events, sees, now);
      const seen = () => seenCase(bundle, events, sees).events;
      const decisions = decisionWork(bundle, { events, seen, evaluation: as, signed });
      return [...decisions.map((one) => ({ ...one, by: doersOf(bundle, one.by) })), ...workOf(bundle, events, as)];
    }),
  };
};

/** Sessions credited in this stay, of those that count towards the whole; and of how many. */
export const progressOf = (
  { course }: Bundle,
  { ledger, stay }: Pick<EvaluationFor, 'ledger' | 'stay'>,
): Pick<Standing, 'credited' | 'sessions'> => {
  const declared = course?.sessions;
  if (!declared || !ledger) return {};
  const counted = new Set(declared.totalCounts);
  const credited = ledger.filter(
    (one) =>
      one.credited && one.stay === stay && (one.phase === undefined || counted.size === 0 || counted.has(one.phase)),
  ).length;
  const sessions = numberOf(declared.total);
  return { credited, ...(sessions !== undefined && { sessions }) };
};

const numberOf = (amount: Amount): number | undefined =>
  'n' in amount
    ? amount.n
    : amount.kind === 'range'
      ? amount.to
      : amount.kind === 'one-of'
        ? amount.of.at(-1)
        : undefined;

/** What waits for a person, in the order in which the engine tells it. */
const workOf = (bundle: Bundle, events: readonly CaseEvent[], evaluation: EvaluationFor): WorkItem[] => {
  const { recommendations = [], toReview = [] } = evaluation;
  const duties = (evaluation.duties ?? []).filter((one) => !isPast(bundle, one, evaluation));
  const subjects = new Map((evaluation.ledger ?? []).map((session) => [session.key, session]));
  const said = (words: string, subject: string | undefined): string => {
    const session = subject === undefined ? undefined : subjects.get(subject);
    const sentence = sentenceInWords(bundle, words);
    return session ? `${sittingInWords(bundle, session)}: ${sentence}` : sentence;
  };
  return [
    ...recommendations.filter(waits).map(
      (one): WorkItem => ({
        kind: 'recommendation',
        of: one.rule,
        ...about(one.subject),
        words: withEffects(bundle, said(one.words, one.subject), one),
        state: one.state,
        force: one.force,
        by: doersOf(bundle, askedOf(bundle, one)),
      }),
    ),
    ...duties.filter(isOwed).map((one) => owed(bundle, one, said(one.words, one.subject))),
    ...toSend(bundle, events, recommendations).map(
      ({ document, recommendation: one }): WorkItem => ({
        kind: 'document',
        of: document.id,
        ...about(one.subject),
        words: `Send “${document.title}”.`,
        whyDue: `${said(one.words, one.subject)} It was confirmed, and has not gone out since.`,
        state: 'open',
        force: one.force,
        by: doersOf(bundle, document.by),
      }),
    ),
    ...toReview.map(
      ({ rule, by }): WorkItem => ({
        kind: 'review',
        of: rule,
        words: `The ground of an answer has changed since: ${ruleInWords(bundle, rule)}`,
        state: 'open',
        by: doersOf(bundle, [by]),
      }),
    ),
    ...staleIn(bundle, events, evaluation),
  ];
};

/** Whoever is to answer it; where anybody could, those whose the act is that it asks for. */
const askedOf = (bundle: Bundle, one: Recommendation): readonly Id[] => {
  const rule = bundle.course?.rules.find(({ id }) => id === one.rule) ?? { ...one, by: [] };
  return rule.confirmedBy.length === 0 && rule.by.length > 0 ? rule.by : answerersOf(bundle, rule);
};

/**
 * Every role that may do it, those that are a kind of one of them among them: lists are asked for by role. What nobody is
 * named for is for anybody who works with him.
 */
const doersOf = (bundle: Bundle, by: readonly Id[]): Id[] => {
  const { isSupporter } = herSideOf(bundle.people);
  const inside = bundle.people.filter(({ side }) => side === 'inside').map(({ id }) => id);
  if (by.length === 0) return inside.filter((role) => !isSupporter(role));
  return [...new Set([...by, ...inside.filter((role) => isAmong(bundle, role, by))])];
};

const about = (subject: string | undefined): { subject?: string } => (subject === undefined ? {} : { subject });

/**
 * What refuses an act waits for nobody: it is shown where the act is. What may stand and is not known yet is to be found
 * out where it would have to be done.
 */
const waits = ({ state, force, hers }: Recommendation): boolean =>
  !hers && force !== 'block' && (state === 'open' || (state === 'perhaps' && force === 'must'));
const isOwed = ({ state, hers }: DutyVerdict): boolean =>
  !hers && (state === 'open' || state === 'missed' || state === 'perhaps-missed');

/**
 * What was owed again and again while he was there, and was missed before that ended, can be done no more: it stands on his
 * case, and is nobody's work. So is what is not owed in the state that his case is in now, by its own words. What else is
 * owed once, and whatever is to be written or sent, stays.
 */
const isPast = (bundle: Bundle, duty: DutyVerdict, { state, stateSince }: EvaluationFor): boolean => {
  const declared = bundle.course?.duties.find(({ id }) => id === duty.id);
  if (!over.includes(state ?? '') || stateSince === undefined || duty.state !== 'missed') return false;
  if (!declared?.recurs && !isExcused(declared?.unless, state)) return false;
  if (duty.due === undefined || documentOf(bundle, duty.id) !== undefined) return false;
  const { timeZone } = bundle.programme;
  return localDay(duty.due, timeZone) <= localDay(stateSince, timeZone);
};

/** Whether an exception is that a case is in such a state: “unless stage is declined or closed”. */
const isExcused = (unless: CourseCondition | undefined, state: Id | undefined): boolean =>
  unless?.kind === 'is' && unless.fact === 'stage' && !unless.negated && unless.anyOf.includes(state ?? '');

/** A duty that a report or a message brings, or that sending one meets, is a document that is due. */
const documentOf = ({ documents = [], course }: Bundle, duty: Id): Id | undefined => {
  const metBy = course?.duties.find(({ id }) => id === duty)?.metBy ?? [];
  return documents.find(
    ({ id, kind, duty: own }) => own === duty || metBy.includes(`${id}-${kind === 'report' ? 'issued' : 'sent'}`),
  )?.id;
};

/** What a person is asked, and after it what that would bring. */
const withEffects = (bundle: Bundle, words: string, { effects, either }: Recommendation): string => {
  if (effects.length === 0) return words;
  return `${words} ${either ? 'One of: ' : ''}${effectsInWords(bundle, effects)}`;
};

/** What is to be done comes first, where that is said; then why, and why by then. */
const owed = (bundle: Bundle, duty: DutyVerdict, sentence: string): WorkItem => {
  const document = documentOf(bundle, duty.id);
  const words = duty.does.length > 0 ? effectsInWords(bundle, duty.does) : sentence;
  const because = datesInWords(happeningsInWords(bundle, duty.whyDue));
  const whyDue = [words === sentence ? '' : sentence, because].filter((each) => each !== '').join(' ');
  return {
    kind: document === undefined ? 'duty' : 'document',
    of: document ?? duty.id,
    ...about(duty.subject),
    words,
    ...(whyDue !== '' && { whyDue }),
    ...(duty.due !== undefined && { due: duty.due }),
    state: duty.state,
    force: duty.force,
    by: doersOf(bundle, duty.by),
  };
};

/** Judgements made before something that they rest on changed: for whoever may judge it to look at again. */
const staleIn = (bundle: Bundle, events: readonly CaseEvent[], { stale = [] }: EvaluationFor): WorkItem[] =>
  stale.flatMap(({ judgement }): WorkItem[] => {
    const fact = bundle.facts.find(({ id }) => id === judgement);
    if (!fact || fact.hers) return [];
    const judged = events.findLast(({ values }) => Object.hasOwn(values, judgement));
    return [
      {
        kind: 'review',
        of: judgement,
        words: `What this judgement rests on has changed since it was made: ${sentenceInWords(bundle, fact.ask)}`,
        state: 'open',
        by: doersOf(bundle, judged ? [judged.by.role] : (fact.judgedBy ?? [])),
      },
    ];
  });
