import type { Bundle, Saw, Why } from '../../../engine/contract/index.js';
import { isKeptApart } from '../form/kept-apart.js';
import { dayInWords } from '../words/dates.js';
import { causeWords, holdsWords } from '../words/decision.js';
import { capital } from '../words/lists.js';
import { factInWords, factNamed, sentenceInWords } from '../words/names.js';
import { answerInWords, keptApart } from '../words/values.js';

/** A node of an explanation, in words. */
export interface ShownWhy {
  reads: string;
  verdict: Why['verdict'];
  holds: string;
  joins?: string;
  facts: { called: string; value: string }[];
  of: ShownWhy[];
}

const sawInWords = (bundle: Bundle, saw: Saw): { called: string; value: string } => {
  if (saw.fact === 'today') {
    return { called: 'The day this is decided for', value: typeof saw.value === 'string' ? dayInWords(saw.value) : '' };
  }
  const fact = factNamed(bundle, saw.fact);
  const called = factInWords(bundle, saw.fact);
  if (!fact) return { called, value: '' };
  if (isKeptApart(bundle)(fact)) return { called: keptApart, value: keptApart };
  const lines = answerInWords(bundle, fact, saw.value);
  const cause = causeWords[saw.cause ?? 'unanswered'];
  return { called, value: lines.length > 0 ? lines.join(', ') : capital(cause) };
};

/**
 * Without what only says that a question was asked at all, where it was; what is left alone of several parts stands for
 * the whole.
 */
const withoutGuards = (why: Why): Why => {
  if (!why.of) return why;
  const of = why.of.filter((part) => !(part.guard && part.verdict === 'met')).map(withoutGuards);
  const [only] = of;
  return of.length === 1 && only && why.of.length > 1 ? only : { ...why, of: of.length > 0 ? of : why.of };
};

const shown = (bundle: Bundle, why: Why): ShownWhy => ({
  reads: capital(sentenceInWords(bundle, why.reads)),
  verdict: why.verdict,
  holds: holdsWords[why.verdict],
  ...(why.joins && (why.of?.length ?? 0) > 1
    ? { joins: why.joins === 'all' ? 'All of these must hold:' : 'Any one of these is enough:' }
    : {}),
  facts: (why.saw ?? []).map((saw) => sawInWords(bundle, saw)),
  of: (why.of ?? []).map((part) => shown(bundle, part)),
});

/** An explanation with every fact by its name and every value by its label. */
export const presentWhy = (bundle: Bundle, why: Why): ShownWhy => shown(bundle, withoutGuards(why));
