import type { Answer, EntryAnswers, Fact, Id } from '../../../engine/contract/index.js';
import { joinDate, joinDateTime } from '../../rjsf-govuk/day.js';
import { insteadOf, localName, wordsInstead } from './questions.js';

/** A page as it was typed, as react-jsonschema-form holds it: by local name, not yet held against anything. */
export type TypedValues = Record<string, unknown>;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const own = (record: unknown, name: string): unknown =>
  isRecord(record) && Object.hasOwn(record, name) ? record[name] : undefined;

const list = (value: unknown): unknown[] => {
  if (Array.isArray(value)) return value;
  if (isRecord(value))
    return Object.keys(value)
      .sort((a, b) => Number(a) - Number(b))
      .map((key) => value[key]);
  return value === undefined || value === '' ? [] : [value];
};

const texts = (value: unknown): string[] =>
  list(value).filter((item): item is string => typeof item === 'string' && item !== '');

/** Entries that one page may have; more than any family or case conference has. */
const mostEntries = 50;

const innerOf = (facts: Fact[], entries: Fact): Fact[] =>
  (entries.asks ?? []).flatMap((id) => facts.find((fact) => fact.id === id) ?? []);

const postedOne = (fact: Fact, facts: Fact[], value: unknown, before: unknown): unknown => {
  if (fact.kind === 'entries') {
    const earlier = list(before);
    return list(value)
      .slice(0, mostEntries)
      .map((entry, index) => postedValues(innerOf(facts, fact), facts, entry, earlier[index]));
  }
  if (fact.kind === 'choices') return texts(value);
  if (fact.kind === 'date' && isRecord(value)) return joinDate(value);
  if (fact.kind === 'date-time' && isRecord(value)) return joinDateTime(value);
  // No file chosen again means the one that was sent before.
  if (fact.kind === 'file' && (value === undefined || value === '')) return before;
  return typeof value === 'string' ? value : undefined;
};

/** Takes what a page posted; gives it as typed values of the page's questions, and nothing that it does not ask. */
export const postedValues = (questions: Fact[], facts: Fact[], root: unknown, before?: unknown): TypedValues =>
  Object.fromEntries(
    questions.flatMap((fact): [string, unknown][] => {
      const name = localName(fact);
      const value = postedOne(fact, facts, own(root, name), own(before, name));
      const words = wordsInstead(fact).length > 0 ? texts(own(root, insteadOf(name))) : [];
      return [
        ...(value === undefined ? [] : [[name, value] as [string, unknown]]),
        ...(words.length > 0 ? [[insteadOf(name), words] as [string, unknown]] : []),
      ];
    }),
  );

const asNumber = (typed: string): number | string => {
  const plain = typed.replace(/(?<=\d),(?=\d{3}(\D|$))/g, '');
  return /^[+-]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : typed;
};

const answerOf = (fact: Fact, facts: Fact[], typed: TypedValues): Answer | undefined => {
  const name = localName(fact);
  const value = own(typed, name);
  if (fact.kind === 'entries') {
    // Nobody having added an entry is no answer: that there are none is for a question of its own.
    if (!Array.isArray(value) || value.length === 0) return undefined;
    return value.map(
      (entry) => answersOf(innerOf(facts, fact), facts, isRecord(entry) ? entry : {}, localName) as EntryAnswers,
    );
  }
  if (fact.kind === 'choices') return texts(value).length > 0 ? texts(value) : undefined;
  const word = texts(own(typed, insteadOf(name)))[0];
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  if (text === '') return wordsInstead(fact).some((option) => option.id === word) ? word : undefined;
  return fact.kind === 'number' ? asNumber(text) : text;
};

const answersOf = (
  questions: Fact[],
  facts: Fact[],
  typed: TypedValues,
  nameOf: (fact: Fact) => string,
): Record<string, Answer> =>
  Object.fromEntries(
    questions.flatMap((fact): [string, Answer][] => {
      const answer = answerOf(fact, facts, typed);
      return answer === undefined ? [] : [[nameOf(fact), answer]];
    }),
  );

/** Typed values as answers: space around them gone, numbers as numbers, empty ones left out. */
export const answersTyped = (questions: Fact[], facts: Fact[], typed: TypedValues): Record<Id, Answer> =>
  answersOf(questions, facts, typed, (fact) => fact.id);

const shownOne = (fact: Fact, facts: Fact[], answer: Answer): [string, unknown] => {
  const name = localName(fact);
  if (fact.kind === 'entries' && Array.isArray(answer)) {
    const inner = innerOf(facts, fact);
    return [
      name,
      answer.map((entry) =>
        isRecord(entry) ? valuesShown(inner, facts, (one) => own(entry, localName(one)) as Answer) : {},
      ),
    ];
  }
  if (wordsInstead(fact).some((option) => option.id === answer)) return [insteadOf(name), [answer]];
  return [name, answer];
};

/** Answers as a page shows them again: the reverse of `answersTyped`. */
export const valuesShown = (
  questions: Fact[],
  facts: Fact[],
  answerTo: (fact: Fact) => Answer | undefined,
): TypedValues =>
  Object.fromEntries(
    questions.flatMap((fact): [string, unknown][] => {
      const answer = answerTo(fact);
      return answer === undefined || answer === null ? [] : [shownOne(fact, facts, answer)];
    }),
  );

/** Fields in which both a value was typed and a word chosen instead of one, by path. */
export const saidTwice = (
  questions: Fact[],
  facts: Fact[],
  typed: TypedValues,
  path: (string | number)[] = [],
): (string | number)[][] =>
  questions.flatMap((fact) => {
    const name = localName(fact);
    const value = own(typed, name);
    if (fact.kind === 'entries') {
      return list(value).flatMap((entry, index) =>
        isRecord(entry) ? saidTwice(innerOf(facts, fact), facts, entry, [...path, name, index]) : [],
      );
    }
    const typedText = typeof value === 'string' ? value.trim() : value;
    const both = typedText !== undefined && typedText !== '' && texts(own(typed, insteadOf(name))).length > 0;
    return both && wordsInstead(fact).length > 0 ? [[...path, name]] : [];
  });
