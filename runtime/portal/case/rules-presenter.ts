import {
  type Bundle,
  type Change,
  type CourseEvaluation,
  type CourseWhy,
  type DutyVerdict,
  dayNumber,
  type Moment,
  type NextStep,
  type Recommendation,
} from '../../../engine/contract/index.js';
import {
  dutyLooks,
  dutyWords,
  effectInWords,
  forceWords,
  happeningsInWords,
  recommendationWords,
  ruleInWords,
  ruleNamed,
  sittingInWords,
  stepInWords,
  undatedInWords,
} from '../words/course.js';
import {
  datesInWords,
  dateTimeInWords,
  dayInWords,
  deadlineInWords,
  lastDayBefore,
  localDay,
  momentInWords,
} from '../words/dates.js';
import { holdsWords } from '../words/decision.js';
import { capital, counted, stopped } from '../words/lists.js';
import { roleInWords, rolesInWords, sentenceInWords } from '../words/names.js';
import { changeInWords } from './changes.js';
import { lackingInWords, presentCourseWhy, type Source, sourceOf, type Told } from './course-why.js';
import { entryInWords, eventInWords } from './event-words.js';
import type { ShownWhy } from './why-presenter.js';

type Look = 'met' | 'not-met' | 'unknown' | 'not-applicable';

/** The reasons of one result: the rule in English, how it came out, what it rests on, what would change it. */
export interface Reasons {
  reads: string;
  why: ShownWhy[];
  rests: string[];
  changes: string[];
  source: Source;
}
export interface ShownRecommendation {
  anchor: string;
  rule: string;
  subject?: string;
  force: { word: string; look: 'must' | 'should' | 'may' };
  state: { word: string; look: Look };
  /** Answered, or gone: of no more concern on this day. */
  past: boolean;
  words: string;
  asks: string[];
  either: boolean;
  since: string;
  confirmedBy: string;
  conflicts: string[];
  /** It stands, or may, in doubt: what would tell. */
  doubt: string;
  /** What a person may answer it with; none where it is not open. */
  answers: { act: 'confirmed' | 'refused'; words: string; effect?: number }[];
  by: { id: string; words: string }[];
  reasons: Reasons;
}
export interface ShownDuty {
  anchor: string;
  words: string;
  /** What is to be done, in a few words. */
  asks: string[];
  force: { word: string; look: 'must' | 'should' | 'may' };
  state: { word: string; look: Look };
  past: boolean;
  due: string;
  by: string;
  notes: string[];
  /** The happening that shows it done. */
  doneBy?: string;
  subject?: string;
  reasons: Reasons;
}
export interface ShownStep {
  anchor: string;
  words: string;
  verdict: { word: string; look: Look };
  by: string;
  needs: { words: string; verdict: { word: string; look: Look }; why: ShownWhy; clauses: string[] }[];
  refusedBy: string[];
  lacks: string[];
}

const verdictWords: Record<NextStep['verdict'], { word: string; look: Look }> = {
  met: { word: 'May be done', look: 'met' },
  'not-met': { word: 'Not yet', look: 'not-met' },
  unknown: { word: 'Not known', look: 'unknown' },
};

const changesByItself = (told: Told, evaluation: CourseEvaluation, id: string, subject?: string): string[] => {
  const { next } = evaluation;
  const mine = (next?.changes ?? []).filter((one) => one.id === id && one.subject === subject);
  if (!next || mine.length === 0) return [];
  const on = whenInWords(next.at, told.bundle.programme.timeZone);
  return mine.map((one) => `By itself, ${on}: ${changeInWords(told.bundle, one).how}.`);
};

/** "on Monday 2 March 2026", "at 6pm on Monday 2 March 2026". */
export const whenInWords = (moment: Moment, zone: string): string => {
  if (moment.length === 10) return `on ${momentInWords(moment, zone)}`;
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
  return `at ${dateTimeInWords(`${localDay(moment, zone)}T${time.format(new Date(moment))}`)}`;
};

const subjectOf = (told: Told, subject: string | undefined): string => {
  if (subject === undefined) return '';
  const session = told.sessions.get(subject);
  if (session) return sittingInWords(told.bundle, session);
  return entryInWords(told.bundle, told.events, subject) ?? capital(datesInWords(subject).replace(/-/g, ' '));
};

const stateLooks: Record<Recommendation['state'], Look> = {
  open: 'unknown',
  confirmed: 'met',
  refused: 'not-met',
  lapsed: 'not-applicable',
  perhaps: 'unknown',
};

/** Whether it stands, or may. */
export const isStanding = ({ state }: Pick<Recommendation, 'state'>): boolean =>
  state === 'open' || state === 'perhaps';

/** Whether a person may answer it: of what may not even stand there is nothing to confirm or to refuse. */
export const isOpen = ({ state }: Pick<Recommendation, 'state'>): boolean => state === 'open';

const answersTo = (bundle: Bundle, { state, either, effects }: Recommendation): ShownRecommendation['answers'] => {
  if (!isOpen({ state })) return [];
  const confirm: ShownRecommendation['answers'] = either
    ? effects.map((one, effect) => ({
        act: 'confirmed',
        words: `Confirm: ${effectInWords(bundle, one)}`,
        effect,
      }))
    : [{ act: 'confirmed', words: 'Confirm' }];
  return [...confirm, { act: 'refused', words: 'Refuse' }];
};

const endWords: Partial<Record<Recommendation['state'], string>> = {
  confirmed: 'confirmed',
  refused: 'refused',
  lapsed: 'its ground was gone',
};

/** Since when it stands; of one that is over, also how and when it ended, and by whose answer. */
const sinceWords = (told: Told, { since, ended, state, by }: Recommendation): string => {
  const zone = told.bundle.programme.timeZone;
  const from = `Since ${momentInWords(since, zone)}`;
  if (!ended) return from;
  const whose = by && state !== 'lapsed' ? ` by the ${roleInWords(told.bundle, by)}` : '';
  return `${from}; ${endWords[state] ?? 'ended'} ${whenInWords(ended, zone)}${whose}`;
};

const doubtOf = (told: Told, { state, lacks }: Recommendation): string => {
  if (lacks.length === 0 || !isStanding({ state })) return '';
  const tell = [...new Set(lacks.map((lack) => lackingInWords(told, lack)))].join('; ');
  return stopped(
    state === 'open' ? `It stands. What would tell whether it should: ${tell}` : `What would tell: ${tell}`,
  );
};

const subjected = (words: string, subject: string): string => (subject === '' ? words : `${subject}: ${words}`);

/** Events that an explanation names. */
const usedIn = ({ used = [], of = [] }: CourseWhy): string[] => [...used, ...of.flatMap(usedIn)];

/** What stands open is changed by whoever answers it, and by another record of what it rests on. */
const answerChanges = ({ bundle }: Told, { state, confirmedBy }: Recommendation): string[] => {
  if (state !== 'open') return [];
  const who = confirmedBy.length > 0 ? `the ${rolesInWords(bundle, confirmedBy)}` : 'somebody';
  return [`An answer by ${who}, or another record of what it rests on.`];
};

/** Who settled what two rules contradict each other in, and when: " Settled by the service lead on …: why". */
const settledBy = (bundle: Bundle, one: string, other: string): string => {
  const clausesOf = (id: string): string[] => ruleNamed(bundle, id)?.origin.clauses ?? [];
  const found = bundle.settled.find(({ between }) =>
    [one, other].every((id) => clausesOf(id).some((clause) => between.includes(clause))),
  );
  if (!found) return '';
  const role = bundle.people.find(({ id, called }) => id === found.by || called === found.by);
  const who = role ? `the ${role.called}` : found.by;
  const why = found.because ? `: ${sentenceInWords(bundle, found.because)}` : '.';
  return ` Settled by ${who} on ${dayInWords(found.on)}${why}`;
};

/** Of a rule of hers nothing is said beside one that is not. */
const conflictsOf = (bundle: Bundle, { conflicts, hers, rule: own }: Recommendation): string[] =>
  conflicts
    .filter(({ rule }) => hers || ruleNamed(bundle, rule)?.hers !== true)
    .map(({ rule, settled, yields, witness }) => {
      const settledWords = yields
        ? 'and it was settled that the other holds.'
        : 'and it was settled that this one holds.';
      const how = settled ? settledWords : 'and nobody has settled which holds.';
      const who = settled ? settledBy(bundle, own, rule) : '';
      const seen = capital(datesInWords(witness)).replace(/\.$/, '');
      const other = `The other is: ${ruleInWords(bundle, rule)}`;
      return `The document says two things here, ${how}${who} ${other}${seen ? ` For example: ${seen}.` : ''}`;
    });

/** A recommendation as a card: force, words, since when, who confirms, and its reasons. */
export const shownRecommendation = (
  told: Told,
  evaluation: CourseEvaluation,
  one: Recommendation,
): ShownRecommendation => {
  const { bundle, events } = told;
  const rule = ruleNamed(bundle, one.rule);
  const seen = one.why.flatMap(usedIn);
  const lacks = one.lacks.map((lack) => stopped(lackingInWords(told, lack)));
  return {
    anchor: `rule-${one.rule}-${one.subject ?? ''}-${one.since}`.replace(/[^\w-]+/g, '-'),
    rule: one.rule,
    ...(one.subject === undefined ? {} : { subject: one.subject }),
    force: forceWords[one.force],
    state: { word: recommendationWords[one.state], look: stateLooks[one.state] },
    past: !isStanding(one),
    words: subjected(sentenceInWords(bundle, one.words), subjectOf(told, one.subject)),
    asks: one.effects.map((effect) => capital(effectInWords(bundle, effect))),
    either: one.either,
    since: sinceWords(told, one),
    confirmedBy: isOpen(one) && one.confirmedBy.length > 0 ? rolesInWords(bundle, one.confirmedBy) : '',
    conflicts: conflictsOf(bundle, one),
    doubt: doubtOf(told, one),
    answers: answersTo(bundle, one),
    by: (one.confirmedBy.length > 0
      ? one.confirmedBy
      : bundle.people.filter((p) => p.side === 'inside').map((p) => p.id)
    ).map((id) => ({ id, words: capital(rolesInWords(bundle, [id])) })),
    reasons: {
      reads: sentenceInWords(bundle, one.reads),
      why: one.why.map((why) => presentCourseWhy(told, why)),
      rests: one.used.filter((id) => !seen.includes(id)).map((id) => eventInWords(bundle, events, id)),
      changes: [...lacks, ...changesByItself(told, evaluation, one.rule, one.subject), ...answerChanges(told, one)],
      source: sourceOf(bundle, one.clauses, one.at, rule?.origin),
    },
  };
};

const inDays = (asOf: string, due: string): string => {
  const days = dayNumber(due) - dayNumber(asOf);
  if (days === 0) return 'that is today';
  return days > 0 ? `in ${counted(days, 'day')}` : `${counted(-days, 'day')} ago`;
};

const dueWords = (told: Told, { id, due, dueAtTheLatest, state, met }: DutyVerdict, asOf: string): string => {
  const zone = told.bundle.programme.timeZone;
  if (met) return `Done ${whenInWords(met, zone)}`;
  if (!due) return undatedInWords(told.bundle, id);
  const day = lastDayBefore(due, zone);
  const when = deadlineInWords(due, zone).replace(/^the end of/, 'by the end of');
  // Hours from a day whose hour nobody recorded run out in the course of a day.
  const latest = dueAtTheLatest
    ? `, or in the course of ${dayInWords(lastDayBefore(dueAtTheLatest, zone))} by the hour that was not recorded`
    : '';
  return `${state === 'lapsed' ? 'Was due' : 'Due'} ${when}${latest} (${inDays(asOf, day)})`;
};

/** A duty of a session says which in its words already; what opened it is said of the others. */
const openedBy = ({ bundle, events, sessions }: Told, { openedBy: id }: DutyVerdict): string[] =>
  id === undefined || sessions.has(id) || !events.some((event) => event.id === id)
    ? []
    : [`Because of: ${eventInWords(bundle, events, id)}`];

const dutyNotes = (told: Told, duty: DutyVerdict, times: number): string[] => [
  ...(times > 1 && duty.left > 0 && !duty.met ? [`${duty.left} of ${times} still to do`] : []),
  ...(duty.provisional ? ['The date rests on bank holidays that are not known yet'] : []),
  ...openedBy(told, duty),
];

/** A duty: what, when it is due and why then, who, and how it stands. */
export const shownDuty = (told: Told, evaluation: CourseEvaluation, duty: DutyVerdict): ShownDuty => {
  const { bundle, events } = told;
  const declared = bundle.course?.duties.find((one) => one.id === duty.id);
  const isPast = duty.state === 'met' || duty.state === 'met-late' || duty.state === 'lapsed';
  const doneBy = isPast ? undefined : declared?.metBy[0];
  return {
    anchor: `duty-${duty.id}-${duty.subject ?? ''}-${duty.opened}`.replace(/[^\w-]+/g, '-'),
    words: subjected(sentenceInWords(bundle, duty.words), subjectOf(told, duty.subject)),
    asks: duty.does.map((effect) => capital(effectInWords(bundle, effect))),
    force: forceWords[duty.force],
    state: { word: dutyWords[duty.state], look: dutyLooks[duty.state] },
    past: isPast,
    due: dueWords(told, duty, told.day),
    by: duty.by.length > 0 ? capital(rolesInWords(bundle, duty.by)) : '',
    notes: dutyNotes(told, duty, declared?.times ?? 1),
    ...(doneBy ? { doneBy } : {}),
    ...(duty.subject === undefined ? {} : { subject: duty.subject }),
    reasons: {
      reads: sentenceInWords(bundle, duty.reads),
      why: [],
      rests: [
        ...(duty.whyDue ? [`The date: ${datesInWords(happeningsInWords(bundle, duty.whyDue))}`] : []),
        ...(duty.metBy ?? []).map((id) => eventInWords(bundle, events, id)),
      ],
      changes: changesByItself(told, evaluation, duty.id, duty.subject),
      source: sourceOf(bundle, duty.clauses, duty.at, declared?.origin),
    },
  };
};

/** A step that the state allows, and how each of its needs stands. */
export const shownStep = (told: Told, step: NextStep, state: string | undefined): ShownStep => ({
  anchor: `may-${step.step}`,
  words: stepInWords(step.step, state),
  verdict: verdictWords[step.verdict],
  by: step.by.length > 0 ? capital(rolesInWords(told.bundle, step.by)) : '',
  needs: step.needs.map((need) => ({
    words: sentenceInWords(told.bundle, need.words),
    verdict: { word: capital(holdsWords[need.verdict]), look: need.verdict },
    why: presentCourseWhy(told, need.why),
    clauses: sourceOf(told.bundle, need.clauses, undefined).clauses.map(({ label }) => label),
  })),
  refusedBy: step.refusedBy.map((id) => ruleInWords(told.bundle, id)),
  lacks: step.lacks.map((one) => lackingInWords(told, one)),
});

/** Changes that are hers are kept out of what is shown of him. */
export const isHersChange = ({ bundle }: Told, { kind, id }: Change): boolean => {
  const { course } = bundle;
  if (kind === 'recommendation') return ruleNamed(bundle, id)?.hers === true;
  if (kind === 'duty') return course?.duties.some((one) => one.id === id && one.hers) === true;
  return kind === 'fact' && course?.derived.some((one) => one.id === id && one.hers) === true;
};
