/** Answers that were changed after they were first sent: what from, what to, by whom and when, and what rests on them. */
import type { Answer, Bundle, CaseEvent, Fact, Id } from '../../../engine/contract/index.js';
import type { OpenCase } from '../../server/cases/contract.js';
import { isKeptApart } from '../form/kept-apart.js';
import { ruleInWords } from '../words/course.js';
import { localDay, momentInWords } from '../words/dates.js';
import { factNamed, roleInWords, sentenceInWords } from '../words/names.js';
import { answerInWords } from '../words/values.js';
import { caseAddress } from './addresses.js';
import { presentCriteria, type ShownCriterion } from './criteria-presenter.js';
import { latestAnswers } from './incomplete.js';
import type { Notices } from './notices-presenter.js';

/** What happened to one answer. */
export interface AnswerChange {
  fact: Id;
  from: Answer;
  to: Answer | undefined;
  by: CaseEvent['by'];
  /** From when the new answer holds, and when it was recorded. */
  happened: string;
  recorded: string;
}
export interface ChangedAnswer {
  question: string;
  /** "From “Yes” to “No” on Tuesday 3 March 2026, by Sam Example, client.", the earliest first. */
  changes: string[];
  /** The criteria that rest on it, as they stand now. */
  criteria: Pick<ShownCriterion, 'anchor' | 'words' | 'mark'>[];
  /** The rules and duties over time that rest on it. */
  rules: string[];
}

const isSame = (a: Answer | undefined, b: Answer | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Takes what may be seen of a case, in the order of recording; gives every change to an answer that had been given. */
export const changesIn = (events: readonly CaseEvent[]): AnswerChange[] => {
  const told = events.filter(({ kind, supersedes }) => kind === 'answered' || supersedes !== undefined);
  let before = new Map<Id, Answer>();
  return told.flatMap((event, place) => {
    const now = latestAnswers(told.slice(0, place + 1));
    const changed = [...before].filter(([fact, answer]) => !isSame(answer, now.get(fact)));
    before = now;
    const { by, happened, recorded } = event;
    return changed.map(([fact, from]) => ({ fact, from, to: now.get(fact), by, happened, recorded }));
  });
};

/** The facts that a part of a definition names in its conditions. */
const factsIn = (part: unknown, found: Set<Id> = new Set()): Set<Id> => {
  if (typeof part !== 'object' || part === null) return found;
  if (!Array.isArray(part) && 'fact' in part && typeof part.fact === 'string') found.add(part.fact);
  for (const inner of Object.values(part)) factsIn(inner, found);
  return found;
};

const said = (bundle: Bundle, fact: Fact, answer: Answer | undefined): string => {
  const lines = answerInWords(bundle, fact, answer);
  return lines.length === 0 ? 'not answered' : `“${lines.join('; ')}”`;
};

/** One change as a sentence; nothing where it reads as before, as where an entry has got a key. */
const sentenceOf = (
  bundle: Bundle,
  fact: Fact,
  { from, to, by, happened, recorded }: AnswerChange,
): string | undefined => {
  const { timeZone } = bundle.programme;
  const [before, now] = [said(bundle, fact, from), said(bundle, fact, to)];
  if (before === now) return undefined;
  const holds =
    localDay(happened, timeZone) === localDay(recorded, timeZone)
      ? ''
      : `, to hold from ${momentInWords(happened, timeZone)}`;
  const who = by.name ? `${by.name}, ${roleInWords(bundle, by.role)}` : `the ${roleInWords(bundle, by.role)}`;
  return `From ${before} to ${now} on ${momentInWords(recorded, timeZone)}, by ${who}${holds}.`;
};

/** What became of the answer to one question since it was first given, change by change. */
export const changesOf = (bundle: Bundle, fact: Fact, changes: readonly AnswerChange[]): string[] =>
  isKeptApart(bundle)(fact)
    ? []
    : changes.flatMap((change) => (change.fact === fact.id ? (sentenceOf(bundle, fact, change) ?? []) : []));

const rulesOn = ({ course }: Bundle, id: Id): Id[] =>
  [...(course?.rules ?? []), ...(course?.duties ?? [])]
    .filter((one) => !one.hers && factsIn(one).has(id))
    .map((one) => one.id);

/**
 * Takes a case before whoever looks; gives the answers on which a criterion or a rule rests and that were changed since
 * they were given. Of what is hers there is nothing, and nothing of what whoever looks may not see.
 */
export const presentChanged = ({ bundle, events, evaluation }: OpenCase): ChangedAnswer[] => {
  const changes = changesIn(events);
  if (changes.length === 0) return [];
  const shown = presentCriteria(bundle, evaluation).flatMap(({ items }) => items);
  return [...new Set(changes.map(({ fact }) => fact))].flatMap((id) => {
    const fact = factNamed(bundle, id);
    const sentences = fact ? changesOf(bundle, fact, changes) : [];
    if (!fact || sentences.length === 0) return [];
    const resting = new Set(bundle.criteria.filter((one) => factsIn(one).has(id)).map((one) => `criterion-${one.id}`));
    const criteria = shown
      .filter(({ anchor }) => resting.has(anchor))
      .map(({ anchor, words, mark }) => ({ anchor, words, mark }));
    const rules = [...new Set(rulesOn(bundle, id).map((rule) => ruleInWords(bundle, rule)))];
    const isWeighed = factsIn(bundle.decision).has(id);
    if (criteria.length + rules.length === 0 && !isWeighed) return [];
    return [{ question: sentenceInWords(bundle, fact.ask), changes: sentences, criteria, rules }];
  });
};

const undecided: readonly (string | undefined)[] = [
  undefined,
  'referred',
  'awaiting-assessment',
  'in-assessment',
  'suitable-not-ready',
];

/** On the page of a case that is not decided yet: that answers on which it rests were changed, and where to read of it. */
export const changedNotice = (found: OpenCase): Notices[] => {
  if (!undecided.includes(found.evaluation.state)) return [];
  const page = found.bundle.criteria.some(({ decides }) => decides) ? 'decision#changed' : 'answers';
  const items = presentChanged(found).map(({ question, changes }) => ({
    words: `${question} ${changes.at(-1)}`,
    href: `${caseAddress(found)}/${page}`,
  }));
  return items.length === 0 ? [] : [{ title: 'Answered otherwise since the referral was sent', items }];
};
