/** What a case comes to over time, as a person reads it on a terminal. */
import type {
  Bundle,
  CaseEvent,
  Change,
  CourseEvaluation,
  CourseFact,
  DutyVerdict,
  Effect,
  Fact,
  Force,
  Id,
  Lacking,
  LedgerEntry,
  NextStep,
  Recommendation,
} from '../../engine/index.js';
import { factCalled, valueInWords } from '../portal/case/changes.js';
import { entryInWords } from '../portal/case/event-words.js';
import {
  effectInWords,
  idInWords,
  notDueWords,
  ruleInWords,
  sessionWord,
  stageWords,
  stepInWords,
} from '../portal/words/course.js';
import { datesInWords } from '../portal/words/dates.js';
import { capital, inOneSentence } from '../portal/words/lists.js';
import { rolesInWords, sentenceInWords } from '../portal/words/names.js';
import { clausesInWords } from '../scenario/explain.js';
import { courseWhyInWords, lackingInWords, subjectInWords, whenInWords } from '../scenario/over-time/explain.js';

/** A heading and the lines under it; without lines nothing is printed. */
export interface Section {
  title: string;
  lines: string[];
}

/** What is being told: the case's events say what entries are called, where they may be named. */
interface Told {
  bundle: Bundle;
  events: readonly CaseEvent[];
  /** The part that is read by those who support the partner alone. */
  hers: boolean;
}

/** Takes what a case comes to; gives its state in a sentence or two. */
export const stateInWords = (bundle: Bundle, course: CourseEvaluation): string => {
  const { state, stateSince, phase, ending, plannedEnd, stay } = course;
  const label = bundle.course?.sessions?.phases.find(({ id }) => id === phase)?.label ?? phase;
  return [
    `${stageWords[state]} since ${whenInWords(bundle, stateSince)}`,
    ...(ending === undefined ? [] : [`ended as ${idInWords(ending)}`]),
    ...(label === undefined ? [] : [`in ${label}`]),
    ...(plannedEnd === undefined ? [] : [`planned to end on ${whenInWords(bundle, plannedEnd)}`]),
    ...(stay > 1 ? [`stay ${stay}`] : []),
  ].join(', ');
};

/** Takes what a case comes to, with its events; gives the sections about time, what is hers in one of its own at the end. */
export const courseSections = (
  bundle: Bundle,
  course: CourseEvaluation,
  events: readonly CaseEvent[] = [],
): Section[] => [
  ...sectionsOf({ bundle, events, hers: false }, course),
  {
    title: 'Kept apart: for those who support the partner',
    lines: keptApart({ bundle, events, hers: true }, course),
  },
];

const keptApart = (told: Told, course: CourseEvaluation): string[] =>
  sectionsOf(told, course)
    .filter(({ lines }) => lines.length > 0)
    .flatMap(({ title, lines }) => [`  ${title}`, ...lines.map((line) => `  ${line}`)]);

const sectionsOf = (told: Told, course: CourseEvaluation): Section[] => {
  const { bundle, hers } = told;
  const isHers = hersIn(bundle);
  const recommended = (...states: Recommendation['state'][]): string[] =>
    course.recommendations
      .filter((one) => one.hers === hers && states.includes(one.state))
      .flatMap((one) => recommendationLines(told, one));
  const duties = (...states: DutyVerdict['state'][]): string[] =>
    course.duties
      .filter((one) => one.hers === hers && states.includes(one.state))
      .flatMap((one) => dutyLines(told, one));
  const changes = (list: Change[] = []): string[] =>
    list.filter(({ id }) => isHers(id) === hers).map((change) => `  ${changeInWords(told, change)}`);
  const { nextMiss } = course;
  const next = hers ? course.nextOfHers : course.next;
  return [
    { title: 'Recommended', lines: recommended('open') },
    { title: 'Perhaps', lines: recommended('perhaps') },
    { title: 'Answered before', lines: recommended('confirmed', 'refused', 'lapsed') },
    {
      title: 'To be looked at again',
      lines: course.toReview
        .filter(({ rule }) => isHers(rule) === hers)
        .map(
          ({ rule, by, because }) => `  ${ruleInWords(bundle, rule)} By the ${rolesInWords(bundle, [by])}: ${because}`,
        ),
    },
    { title: 'To be done', lines: duties('open', 'perhaps-missed', 'missed') },
    { title: 'Done', lines: duties('met', 'met-late', 'lapsed') },
    {
      title: 'To find out',
      lines: course.toFindOut
        .filter((one) => (one.hers === true || isHers(one.of)) === hers)
        .map((one) => findOut(bundle, one)),
    },
    {
      title: 'What may happen next',
      lines: hers ? [] : course.steps.flatMap((step) => stepLines(bundle, step, course.state)),
    },
    {
      title: `Next change${next === undefined ? '' : `: ${whenInWords(bundle, next.at)}`}`,
      lines: changes(next?.changes),
    },
    {
      title: `If he misses the session of ${nextMiss === undefined ? '' : whenInWords(bundle, nextMiss.on)}`,
      lines: (nextMiss?.changes ?? [])
        .filter(({ id }) => isHers(id) === hers)
        .map((change) => `  ${missInWords(told, change)}`),
    },
    {
      title: 'Recorded otherwise than it may be',
      // What is not hers stands among the warnings.
      lines: hers ? course.irregular.filter((one) => one.hers).map(({ because }) => `  ${because}`) : [],
    },
    { title: 'If he comes back', lines: hers ? [] : returningLines(bundle, course) },
    {
      title: 'Counted',
      lines: course.facts.filter((fact) => fact.hers === hers).map((fact) => factLine(told, fact)),
    },
    { title: 'Sessions', lines: hers ? [] : course.ledger.map((entry) => sessionLine(bundle, entry)) },
  ];
};

/** Whether what is declared under an id is hers. */
const hersIn = ({ course, facts }: Bundle): ((id: Id) => boolean) => {
  const declared = [...facts, ...(course?.derived ?? []), ...(course?.rules ?? []), ...(course?.duties ?? [])];
  const hers = new Set(declared.filter((one) => one.hers).map(({ id }) => id));
  return (id) => hers.has(id);
};

const findOut = (bundle: Bundle, lacking: Lacking): string => `  ${capital(lackingInWords(bundle, lacking))}`;

const forces: Record<Force, string> = {
  block: 'Not allowed',
  must: 'Must',
  should: 'Should',
  may: 'May',
  warn: 'Take care',
};

const effectsInWords = (bundle: Bundle, effects: Effect[], either: boolean): string =>
  inOneSentence(
    effects.map((effect) => effectInWords(bundle, effect)),
    either ? 'or' : 'and',
  );

/** An entry by its name in the part that is hers; elsewhere by its number, where names of its kind are hers. */
const entryNamed = ({ bundle, events, hers }: Told, key: string): string | undefined => {
  const named = entryInWords(bundle, events, key);
  if (named === undefined || hers) return named;
  const isHers = ({ id, hers: own }: Fact): boolean =>
    own || bundle.facts.some((fact) => fact.within === id && fact.hers);
  const shown = { ...bundle, facts: bundle.facts.filter((fact) => fact.kind !== 'entries' || !isHers(fact)) };
  return entryInWords(shown, events, key);
};

const subjectOf = (told: Told, subject: string): string =>
  entryNamed(told, subject) ?? subjectInWords(told.bundle, subject);

const ofSubject = (told: Told, subject: string | undefined): string =>
  subject === undefined ? '' : ` (${subjectOf(told, subject)})`;

const cited = (clauses: string[]): string => (clauses.length === 0 ? '' : `  (${clausesInWords(clauses)})`);

const answers: Partial<Record<Recommendation['state'], string>> = { lapsed: 'no longer standing' };

const recommendationLines = (told: Told, one: Recommendation): string[] => {
  const { bundle } = told;
  const { state, by, ended, confirmedBy } = one;
  const when = ended === undefined ? '' : ` on ${whenInWords(bundle, ended)}`;
  const who = confirmedBy.length === 0 ? '' : `, for the ${rolesInWords(bundle, confirmedBy, 'or the')} to confirm`;
  const answered = `, ${answers[state] ?? state}${by === undefined ? '' : ` by the ${rolesInWords(bundle, [by])}`}${when}`;
  const what = effectsInWords(bundle, one.effects, one.either);
  return [
    `  ${forces[one.force]}${what === '' ? '' : `: ${what}`}${ofSubject(told, one.subject)}, since ${whenInWords(bundle, one.since)}${state === 'open' || state === 'perhaps' ? who : answered}`,
    `    ${sentenceInWords(bundle, one.words)}${cited(one.clauses)}`,
    ...one.why.flatMap((why) => courseWhyInWords(bundle, why, '    ')),
    ...one.lacks.map((lacking) => `    ${lackingInWords(bundle, lacking)}`),
    ...one.conflicts.map(
      ({ rule, settled, witness }) =>
        `    the document also says otherwise (${ruleInWords(bundle, rule).replace(/\.$/, '')}${settled ? '; settled' : ''}): ${datesInWords(witness)}`,
    ),
  ];
};

const dutyStates: Record<DutyVerdict['state'], string> = {
  open: 'open',
  met: 'done',
  'met-late': 'done late',
  missed: 'missed',
  lapsed: 'no longer due',
  'perhaps-missed': 'perhaps missed',
};

const dutyLines = (told: Told, one: DutyVerdict): string[] => {
  const { bundle } = told;
  const { due, dueAtTheLatest, met, left, by, provisional, whyDue } = one;
  const latest = dueAtTheLatest === undefined ? '' : `, or at the latest ${whenInWords(bundle, dueAtTheLatest)}`;
  const parts = [
    due === undefined ? 'no time is stated' : `due ${whenInWords(bundle, due)}${latest}`,
    `${dutyStates[one.state]}${met === undefined ? '' : ` on ${whenInWords(bundle, met)}`}`,
    ...(left > 1 ? [`${left} still to do`] : []),
    ...(by.length === 0 ? [] : [`by the ${rolesInWords(bundle, by, 'or the')}`]),
  ];
  return [
    `  ${forces[one.force]}: ${effectsInWords(bundle, one.does, false) || idInWords(one.id)}${ofSubject(told, one.subject)}, ${parts.join(', ')}`,
    ...(whyDue === ''
      ? []
      : [`    ${datesInWords(whyDue)}${provisional ? ' That is as far as working days are known.' : ''}`]),
    `    ${sentenceInWords(bundle, one.words)}${cited(one.clauses)}`,
  ];
};

const verdicts: Record<NextStep['verdict'], string> = {
  met: 'can be taken',
  'not-met': 'cannot be taken',
  unknown: 'not known',
};

const stepLines = (
  bundle: Bundle,
  { step, verdict, needs, refusedBy }: NextStep,
  state: string | undefined,
): string[] => [
  `  ${step === 'decline' ? 'Decline' : stepInWords(step, state)}: ${verdicts[verdict]}`,
  ...(verdict === 'met'
    ? []
    : [
        ...needs.flatMap(({ words, why }) => [
          `    ${sentenceInWords(bundle, words)}`,
          ...courseWhyInWords(bundle, why, '      '),
        ]),
        ...refusedBy.map((rule) => `    refused, since: ${ruleInWords(bundle, rule)}`),
      ]),
];

const kinds = { recommendation: 'Recommendation ', duty: 'Duty ', fact: '' };

const changed = (told: Told, { kind, id, subject }: Change): string => {
  if (kind === 'session') return capital(subjectInWords(told.bundle, id));
  const words = kind === 'fact' ? factCalled(told.bundle, id) : ruleInWords(told.bundle, id).replace(/\.$/, '');
  return `${kinds[kind]}“${words}”${ofSubject(told, subject)}`;
};

const stateOf = (bundle: Bundle, kind: Change['kind'], state: string): string => {
  const label = bundle.course?.sessions?.outcomes.find(({ id }) => id === state)?.label;
  if (kind === 'session' && label !== undefined) return label;
  if (kind === 'fact' && Object.hasOwn(stageWords, state)) return stageWords[state as keyof typeof stageWords];
  if (kind === 'duty' && Object.hasOwn(dutyStates, state)) return dutyStates[state as keyof typeof dutyStates];
  return state === 'lapsed' ? 'no longer standing' : datesInWords(idInWords(state));
};

const changeInWords = (told: Told, change: Change): string => {
  const [from, to] = [change.from, change.to].map((state) => stateOf(told.bundle, change.kind, state));
  const isGone = change.kind === 'fact' && change.to === 'none';
  return `${changed(told, change)}: ${from}, then ${isGone ? 'no longer' : to}`;
};

/** What a miss causes is told beside what there would be without it. */
const missInWords = (told: Told, change: Change): string => {
  const [from, to] = [change.from, change.to].map((state) => stateOf(told.bundle, change.kind, state));
  return `${changed(told, change)}: ${to}, if he comes ${from}`;
};

const returningLines = (bundle: Bundle, { returning }: CourseEvaluation): string[] =>
  returning === undefined
    ? []
    : [`  ${returning.words}`, ...returning.lacks.map((lacking) => `    ${lackingInWords(bundle, lacking)}`)];

const factLine = (told: Told, fact: CourseFact): string =>
  `  ${factCalled(told.bundle, fact.id)}${ofSubject(told, fact.subject)}: ${valueInWords(told.bundle, fact)}`;

const sessionLine = (bundle: Bundle, entry: LedgerEntry): string => {
  const said = [
    entry.outcome === undefined
      ? entry.recorded
        ? ''
        : 'not recorded'
      : sessionWord(bundle, 'outcomes', entry.outcome),
    entry.notDue === undefined ? '' : notDueWords[entry.notDue].toLowerCase(),
    entry.credited === true ? 'credited' : '',
    entry.absence === true ? 'an absence' : '',
    entry.caughtUp === undefined ? '' : `caught up on ${whenInWords(bundle, entry.caughtUp)}`,
    entry.disputed ? 'two records disagree' : '',
  ];
  return `  ${whenInWords(bundle, entry.on)}: ${said.filter((part) => part !== '').join(', ')}`;
};
