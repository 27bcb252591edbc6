import type { Answer, Bundle, EntryAnswers, Fact } from '../../../engine/contract/index.js';
import { isKeptApart } from '../form/kept-apart.js';
import { dateTimeInWords, dayInWords } from './dates.js';
import { answered, capital, inOneSentence } from './lists.js';
import { entryWord, factNamed } from './names.js';

/** Said in place of a value that only those who support the partner may see. */
export const keptApart = 'Kept apart';

const optionInWords = (fact: Fact, id: string): string =>
  fact.options.find((option) => option.id === id)?.label ??
  (id === 'not-known'
    ? 'Not known'
    : id === 'not-applicable'
      ? 'Does not apply'
      : 'An answer that is no longer offered');

const fileInWords = (value: string): string => {
  const name = /^data:[^,]*;name=([^;,]*)/.exec(value)?.[1];
  return name ? decodeURIComponent(name) : 'A file';
};

const isChoice = (fact: Fact): boolean => fact.options.length > 0;

const oneInWords = (fact: Fact, value: string | number): string => {
  if (value === 'not-known' || value === 'not-applicable') return optionInWords(fact, value);
  if (fact.kind === 'number') {
    const unit = fact.number?.unit;
    return unit ? `${value} ${unit}` : String(value);
  }
  if (isChoice(fact)) return optionInWords(fact, String(value));
  if (fact.kind === 'date') return dayInWords(String(value));
  if (fact.kind === 'date-time') return dateTimeInWords(String(value));
  if (fact.kind === 'file') return fileInWords(String(value));
  return String(value);
};

const isEntries = (answer: Answer): answer is EntryAnswers[] =>
  Array.isArray(answer) && answer.some((item) => typeof item === 'object');

const entryInWords = (bundle: Bundle, fact: Fact, entry: EntryAnswers): string =>
  (fact.asks ?? [])
    .flatMap((id) => {
      const question = factNamed(bundle, id);
      const answer = entry[id.slice(fact.id.length + 1)];
      if (!question || answer === undefined || answer === null || answer === '') return [];
      return [answered(question.ask, linesOf(bundle, question, answer).join(', '))];
    })
    .join('; ');

const linesOf = (bundle: Bundle, fact: Fact, answer: Answer): string[] => {
  if (answer === null || answer === undefined || answer === '') return [];
  if (fact.kind === 'entries' && Array.isArray(answer) && answer.length === 0) return ['None'];
  if (isEntries(answer)) {
    return answer.map((entry, index) => {
      const said = entryInWords(bundle, fact, entry);
      return `${capital(entryWord(bundle, fact))} ${index + 1}${said ? `. ${said}` : ''}`;
    });
  }
  if (Array.isArray(answer)) {
    const chosen = answer.map((option) => optionInWords(fact, String(option)));
    return chosen.length > 0 ? [inOneSentence(chosen)] : [];
  }
  return String(oneInWords(fact, answer)).split(/\r?\n/);
};

/**
 * An answer as the lines a person reads: options by their labels, days in words, each entry on a line of its own.
 * Gives no lines where there is no answer; of what is hers the same line, whether or not there is one. `showsHers` only
 * before the form is sent, to whoever is filling it in.
 */
export const answerInWords = (
  bundle: Bundle,
  fact: Fact,
  answer: Answer | undefined,
  { showsHers = false }: { showsHers?: boolean } = {},
): string[] => {
  if (!showsHers && isKeptApart(bundle)(fact)) return [keptApart];
  if (answer === undefined || answer === null) return [];
  return linesOf(bundle, fact, answer);
};
