import type { Bundle, CaseEvent, Id } from '../../../engine/contract/index.js';
import type { EvaluationFor } from '../../../engine/index.js';
import { happeningInWords, happeningNamed, ruleInWords, ruleNamed } from '../words/course.js';
import { datesInWords } from '../words/dates.js';
import { capital, inOneSentence } from '../words/lists.js';
import { roleInWords, sentenceInWords } from '../words/names.js';
import { calledOf, isHersId, type Told } from './course-why.js';
import { eventInWords, isHersEvent } from './event-words.js';

/** Something about a case that a person should know or see to, besides what rules and duties ask. */
export interface Notice {
  words: string;
  /** Where it is put right, by whoever may. */
  href?: string;
  /** What can be added to put it right, as the page that adds takes it. */
  add?: { what: string; words: string };
}
/** Notices of one kind. */
export interface Notices {
  title: string;
  items: Notice[];
}

/** What the engine names by its id between quotation marks, by its words; the act itself has been named already. */
const quotedInWords = (bundle: Bundle, sentence: string): string =>
  sentence.replace(/^“[a-z0-9-]+”(?= was recorded)/, 'It').replace(/“([a-z0-9]+(?:-[a-z0-9]+)*)”/g, (as, id: Id) => {
    if (happeningNamed(bundle, id)) return `“${happeningInWords(bundle, id)}”`;
    return ruleNamed(bundle, id) ? `“${ruleInWords(bundle, id)}”` : as;
  });

const because = (bundle: Bundle, sentence: string): string =>
  capital(datesInWords(sentenceInWords(bundle, quotedInWords(bundle, sentence))));

const isHersRule = (bundle: Bundle, id: Id | undefined): boolean =>
  id !== undefined && ruleNamed(bundle, id)?.hers === true;

const eventIsHers = ({ bundle, events }: Told, id: string): boolean => {
  const event: CaseEvent | undefined = events.find((one) => one.id === id);
  return event !== undefined && (isHersEvent(bundle, event) || isHersRule(bundle, event.rule));
};

const irregularOf = (told: Told, { irregular = [] }: EvaluationFor, hers: boolean): Notice[] =>
  irregular
    .filter((one) => (one.hers === true || eventIsHers(told, one.event)) === hers)
    .map((one) => ({
      words: `${eventInWords(told.bundle, told.events, one.event)}. ${because(told.bundle, one.because)}`,
    }));

const toReviewOf = (told: Told, { toReview = [] }: EvaluationFor, hers: boolean): Notice[] =>
  toReview
    .filter(({ rule }) => isHersRule(told.bundle, rule) === hers)
    .map(({ event, by, because: why }) => ({
      words: `${eventInWords(told.bundle, told.events, event)}. ${because(told.bundle, why)} It is for the ${roleInWords(told.bundle, by)} to look at again.`,
    }));

const staleOf = ({ bundle }: Told, { stale = [] }: EvaluationFor, hers: boolean): Notice[] =>
  stale
    .filter(({ judgement, changed }) => [judgement, ...changed].some((id) => isHersId(bundle, id)) === hers)
    .map(({ judgement, changed }) => {
      const called = changed.map((id) => `“${calledOf(bundle, id)}”`);
      return {
        words: `“${calledOf(bundle, judgement)}” was judged before ${inOneSentence(called)} changed.`,
        add: { what: `answered:${judgement}`, words: 'Judge it again' },
      };
    });

/** What was recorded against a rule, rests on ground that has gone, was judged too early, or is to be borne in mind. */
export const presentNotices = (told: Told, evaluation: EvaluationFor, hers: boolean): Notices[] =>
  [
    { title: 'Recorded although something spoke against it', items: irregularOf(told, evaluation, hers) },
    { title: 'Done on a ground that has gone since', items: toReviewOf(told, evaluation, hers) },
    { title: 'Judged before something changed', items: staleOf(told, evaluation, hers) },
    {
      title: 'To bear in mind',
      items: hers ? [] : (evaluation.warnings ?? []).map((words) => ({ words: datesInWords(words) })),
    },
  ].filter(({ items }) => items.length > 0);
