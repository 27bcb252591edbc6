/** What a case comes to over time, as a person reads it on a terminal. */
import type {
  Bundle,
  Change,
  CourseEvaluation,
  CourseFact,
  DutyVerdict,
  Effect,
  Force,
  Id,
  Lacking,
  LedgerEntry,
  NextStep,
  Recommendation,
} from '../../engine/index.js';
import { datesInWords } from '../portal/words/dates.js';
import { capital, inOneSentence } from '../portal/words/lists.js';
import { rolesInWords } from '../portal/words/names.js';
import { clausesInWords } from '../scenario/explain.js';
import { stepWhy } from '../scenario/over-time/differences.js';
import { courseWhyInWords, lackingInWords, subjectInWords, whenInWords } from '../scenario/over-time/explain.js';
import { valueInWords } from '../scenario/over-time/fact-differences.js';

/** A heading and the lines under it; without lines nothing is printed. */
export interface Section {
  title: string;
  lines: string[];
}

const spaced = (word: string): string => word.replaceAll('-', ' ');

/** Takes what a case comes to; gives its state in a sentence or two. */
export const stateInWords = (bundle: Bundle, course: CourseEvaluation): string => {
  const { state, stateSince, phase, ending, plannedEnd, stay } = course;
  const label = bundle.course?.sessions?.phases.find(({ id }) => id === phase)?.label ?? phase;
  return [
    `${capital(spaced(state))} since ${whenInWords(bundle, stateSince)}`,
    ...(ending === undefined ? [] : [`ended as ${spaced(ending)}`]),
    ...(label === undefined ? [] : [`in ${label}`]),
    ...(plannedEnd === undefined ? [] : [`planned to end on ${whenInWords(bundle, plannedEnd)}`]),
    ...(stay > 1 ? [`stay ${stay}`] : []),
  ].join(', ');
};

/** Takes what a case comes to; gives the sections about time, what is hers in one of its own at the end. */
export const courseSections = (bundle: Bundle, course: CourseEvaluation): Section[] => [
  ...sectionsOf(bundle, course, false),
  { title: 'Kept apart: for those who support the partner', lines: keptApart(bundle, course) },
];

const keptApart = (bundle: Bundle, course: CourseEvaluation): string[] =>
  sectionsOf(bundle, course, true)
    .filter(({ lines }) => lines.length > 0)
    .flatMap(({ title, lines }) => [`  ${title}`, ...lines.map((line) => `  ${line}`)]);

const sectionsOf = (bundle: Bundle, course: CourseEvaluation, hers: boolean): Section[] => {
  const isHers = hersIn(bundle);
  const recommended = (...states: Recommendation['state'][]): string[] =>
    course.recommendations
      .filter((one) => one.hers === hers && states.includes(one.state))
      .flatMap((one) => recommendationLines(bundle, one));
  const duties = (...states: DutyVerdict['state'][]): string[] =>
    course.duties
      .filter((one) => one.hers === hers && states.includes(one.state))
      .flatMap((one) => dutyLines(bundle, one));
  const changes = (list: Change[] = []): string[] =>
    list.filter(({ id }) => isHers(id) === hers).map((change) => `  ${changeInWords(bundle, change)}`);
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
        .map(({ rule, by, because }) => `  ${rule}, by the ${rolesInWords(bundle, [by])}: ${because}`),
    },
    { title: 'To be done', lines: duties('open', 'perhaps-missed', 'missed') },
    { title: 'Done', lines: duties('met', 'met-late', 'lapsed') },
    {
      title: 'To find out',
      lines: course.toFindOut
        .filter((one) => (one.hers === true || isHers(one.of)) === hers)
        .map((one) => findOut(bundle, one)),
    },
    { title: 'What may happen next', lines: hers ? [] : course.steps.flatMap((step) => stepLines(bundle, step)) },
    {
      title: `Next change${next === undefined ? '' : `: ${whenInWords(bundle, next.at)}`}`,
      lines: changes(next?.changes),
    },
    {
      title: `If he misses the session of ${nextMiss === undefined ? '' : whenInWords(bundle, nextMiss.on)}`,
      lines: (nextMiss?.changes ?? [])
        .filter(({ id }) => isHers(id) === hers)
        .map((change) => `  ${missInWords(bundle, change)}`),
    },
    {
      title: 'Recorded otherwise than it may be',
      // What is not hers stands among the warnings.
      lines: hers ? course.irregular.filter((one) => one.hers).map(({ because }) => `  ${because}`) : [],
    },
    { title: 'If he comes back', lines: hers ? [] : returningLines(bundle, course) },
    {
      title: 'Counted',
      lines: course.facts.filter((fact) => fact.hers === hers).map((fact) => factLine(bundle, fact)),
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

const effectsInWords = (effects: Effect[], either: boolean): string =>
  inOneSentence(
    effects.map(({ says }) => says),
    either ? 'or' : 'and',
  );

const ofSubject = (bundle: Bundle, subject: string | undefined): string =>
  subject === undefined ? '' : ` (${subjectInWords(bundle, subject)})`;

const cited = (clauses: string[]): string => (clauses.length === 0 ? '' : `  (${clausesInWords(clauses)})`);

const recommendationLines = (bundle: Bundle, one: Recommendation): string[] => {
  const { state, by, ended, confirmedBy } = one;
  const when = ended === undefined ? '' : ` on ${whenInWords(bundle, ended)}`;
  const who = confirmedBy.length === 0 ? '' : `, for the ${rolesInWords(bundle, confirmedBy, 'or the')} to confirm`;
  const answered = `, ${state}${by === undefined ? '' : ` by the ${rolesInWords(bundle, [by])}`}${when}`;
  const what = effectsInWords(one.effects, one.either);
  return [
    `  ${forces[one.force]}${what === '' ? '' : `: ${what}`}${ofSubject(bundle, one.subject)}, since ${whenInWords(bundle, one.since)}${state === 'open' || state === 'perhaps' ? who : answered}`,
    `    ${one.words}${cited(one.clauses)}`,
    ...one.why.flatMap((why) => courseWhyInWords(bundle, why, '    ')),
    ...one.lacks.map((lacking) => `    ${lackingInWords(bundle, lacking)}`),
    ...one.conflicts.map(
      ({ rule, settled, witness }) =>
        `    the document also says otherwise (${rule}${settled ? ', settled' : ''}): ${witness}`,
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

const dutyLines = (bundle: Bundle, one: DutyVerdict): string[] => {
  const { due, dueAtTheLatest, met, left, by, provisional, whyDue } = one;
  const latest = dueAtTheLatest === undefined ? '' : `, or at the latest ${whenInWords(bundle, dueAtTheLatest)}`;
  const parts = [
    due === undefined ? 'no time is stated' : `due ${whenInWords(bundle, due)}${latest}`,
    `${dutyStates[one.state]}${met === undefined ? '' : ` on ${whenInWords(bundle, met)}`}`,
    ...(left > 1 ? [`${left} still to do`] : []),
    ...(by.length === 0 ? [] : [`by the ${rolesInWords(bundle, by, 'or the')}`]),
  ];
  return [
    `  ${forces[one.force]}: ${effectsInWords(one.does, false) || one.id}${ofSubject(bundle, one.subject)}, ${parts.join(', ')}`,
    ...(whyDue === ''
      ? []
      : [`    ${datesInWords(whyDue)}${provisional ? ' That is as far as working days are known.' : ''}`]),
    `    ${one.words}${cited(one.clauses)}`,
  ];
};

const verdicts: Record<NextStep['verdict'], string> = {
  met: 'can be taken',
  'not-met': 'cannot be taken',
  unknown: 'not known',
};

const stepLines = (bundle: Bundle, step: NextStep): string[] => [
  `  ${capital(step.step)}: ${verdicts[step.verdict]}`,
  ...(step.verdict === 'met' ? [] : stepWhy(bundle, step).map((line) => `    ${line}`)),
];

const changeInWords = (bundle: Bundle, { kind, id, subject, from, to }: Change): string =>
  kind === 'session'
    ? `${capital(subjectInWords(bundle, id))}: ${spaced(from)}, then ${spaced(to)}`
    : `${capital(kind)} ${id}${ofSubject(bundle, subject)}: ${spaced(from)}, then ${spaced(to)}`;

/** What a miss causes is told beside what there would be without it. */
const missInWords = (bundle: Bundle, { kind, id, subject, from, to }: Change): string =>
  `${capital(kind)} ${id}${ofSubject(bundle, subject)}: ${spaced(to)}, if he comes ${spaced(from)}`;

const returningLines = (bundle: Bundle, { returning }: CourseEvaluation): string[] =>
  returning === undefined
    ? []
    : [`  ${returning.words}`, ...returning.lacks.map((lacking) => `    ${lackingInWords(bundle, lacking)}`)];

const factLine = (bundle: Bundle, fact: CourseFact): string => {
  const called = bundle.course?.derived.find(({ id }) => id === fact.id)?.called ?? fact.id;
  return `  ${capital(called)}${ofSubject(bundle, fact.subject)}: ${fact.value === null && fact.least === undefined ? 'not known' : valueInWords(fact)}`;
};

const sessionLine = (bundle: Bundle, entry: LedgerEntry): string => {
  const said = [
    entry.outcome === undefined ? (entry.recorded ? '' : 'not recorded') : spaced(entry.outcome),
    entry.notDue === undefined ? '' : `not due: ${spaced(entry.notDue)}`,
    entry.credited === true ? 'credited' : '',
    entry.absence === true ? 'an absence' : '',
    entry.caughtUp === undefined ? '' : `caught up on ${whenInWords(bundle, entry.caughtUp)}`,
    entry.disputed ? 'two records disagree' : '',
  ];
  return `  ${whenInWords(bundle, entry.on)}: ${said.filter((part) => part !== '').join(', ')}`;
};
