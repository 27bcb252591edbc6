import type { Bundle, Saw, Why } from '../../../engine/contract/index.js';
import { dayInWords } from '../words/dates.js';
import { capital } from '../words/lists.js';
import { factInWords, factNamed, sentenceInWords } from '../words/names.js';
import { answerInWords, keptApart } from '../words/values.js';
import { causeWords, holdsWords } from './words.js';

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
  if (fact.hers) return { called: keptApart, value: keptApart };
  const lines = answerInWords(bundle, fact, saw.value);
  const cause = causeWords[saw.cause ?? 'unanswered'];
  return { called, value: lines.length > 0 ? lines.join(', ') : cause.charAt(0).toUpperCase() + cause.slice(1) };
};

/** An explanation with every fact by its name and every value by its label. */
export const presentWhy = (bundle: Bundle, why: Why): ShownWhy => ({
  reads: capital(sentenceInWords(bundle, why.reads)),
  verdict: why.verdict,
  holds: holdsWords[why.verdict],
  ...(why.joins && (why.of?.length ?? 0) > 1
    ? { joins: why.joins === 'all' ? 'All of these must hold:' : 'Any one of these is enough:' }
    : {}),
  facts: (why.saw ?? []).map((saw) => sawInWords(bundle, saw)),
  of: (why.of ?? []).map((part) => presentWhy(bundle, part)),
});
