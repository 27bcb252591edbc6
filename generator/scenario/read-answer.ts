import { dayNumber } from '../../engine/contract/calendar.js';
import type { Answer, EntryAnswers, Fact } from '../../engine/contract/index.js';
import type { MapNode, Node, ScalarNode } from '../load/node.js';
import { nearest } from '../problem/nearest.js';
import { raise } from './problems.js';
import { asList, asMap, dayOf, type Reading, whyNoSuchDay } from './reading.js';

type Plain = string | number | string[] | null;

/**
 * Takes what was written as the answer to a fact; gives it as an event holds it, null for `unanswered`, or reports it
 * and gives nothing. yes and no may be written true and false.
 */
export const readAnswer = (node: Node, fact: Fact, reading: Reading): Answer | undefined =>
  fact.kind === 'entries' && !isWord(node, 'unanswered')
    ? readEntries(node, fact, reading)
    : readPlain(node, fact, reading);

const isWord = (node: Node, word: string): boolean => node.kind === 'scalar' && node.text === word;

const readEntries = (node: Node, fact: Fact, reading: Reading): EntryAnswers[] | undefined => {
  if (node.kind === 'scalar' && node.text !== '') return unusable(node, fact, 'a list of entries', reading);
  const entries = asList(node).map((item, index) => {
    const map = asMap(item, `An entry of ${fact.id}`, reading);
    return map === undefined ? undefined : readEntry(map, fact, index, reading);
  });
  return entries.every((entry) => entry !== undefined) ? entries : undefined;
};

const readEntry = (map: MapNode, entries: Fact, index: number, reading: Reading): EntryAnswers => {
  const answers: EntryAnswers = { key: `${index + 1}` };
  for (const { key, value } of map.entries) {
    if (key.text === 'key' && value?.kind === 'scalar') {
      answers.key = value.text;
      continue;
    }
    const question = reading.facts.get(`${entries.id}.${key.text}`);
    if (question === undefined) {
      const near = nearest(
        key.text,
        (entries.asks ?? []).map((id) => id.slice(entries.id.length + 1)),
      );
      reading.problems.push(raise('scenario/unknown-fact', key.at, { word: key.text, of: entries.id, near }));
    } else if (value !== undefined) {
      const answer = readPlain(value, question, reading);
      if (answer !== undefined) answers[key.text] = answer;
    }
  }
  return answers;
};

const readPlain = (node: Node, fact: Fact, reading: Reading): Plain | undefined => {
  if (isWord(node, 'unanswered')) return null;
  if (fact.kind === 'choices') return readChoices(node, fact, reading);
  if (node.kind !== 'scalar') return unusable(node, fact, needs(fact), reading);
  const word = wordFor(node, fact);
  if (word !== undefined) return word;
  if (fact.kind === 'yes-no' || fact.kind === 'choice') return readOption(node, fact, reading);
  return readTyped(node, fact, reading);
};

/** `not-known`, and `not-applicable` where the fact offers it, under their own names. */
const wordFor = (node: ScalarNode, fact: Fact): string | undefined => {
  if (node.text === 'not-known') return node.text;
  const offered = fact.options.find((option) => option.id === node.text && option.means !== undefined);
  if (offered !== undefined) return offered.id;
  const applies = fact.options.some((option) => option.means === 'not-applicable');
  return node.text === 'not-applicable' && applies ? node.text : undefined;
};

const readChoices = (node: Node, fact: Fact, reading: Reading): Plain | undefined => {
  if (node.kind === 'scalar') {
    const word = wordFor(node, fact);
    if (word === 'not-known' || word === 'not-applicable') return word;
  }
  const ids = asList(node).map((item) =>
    item.kind === 'scalar' ? readOption(item, fact, reading) : unusable(item, fact, needs(fact), reading),
  );
  return ids.includes(undefined) ? undefined : ids.flatMap((id) => id ?? []);
};

const readOption = (node: ScalarNode, fact: Fact, reading: Reading): string | undefined => {
  const word = typeof node.value === 'boolean' ? (node.value ? 'yes' : 'no') : node.text;
  const found = fact.options.find((option) => option.id === word);
  if (found !== undefined) return found.id;
  const labelled = fact.options.find(({ label }) => label.toLowerCase() === word.toLowerCase());
  const options = fact.options.map(({ id }) => id);
  const near = labelled?.id ?? nearest(word, options);
  reading.problems.push(raise('scenario/unknown-option', node.at, { word, fact: fact.id, options, near }));
  return undefined;
};

const readTyped = (node: ScalarNode, fact: Fact, reading: Reading): Plain | undefined => {
  const value = typed(node, fact);
  if (typeof value === 'number') return readNumber(value, node, fact, reading);
  if (value !== undefined) return value;
  const none = fact.kind === 'date' || fact.kind === 'date-time' ? whyNoSuchDay(node.text) : undefined;
  if (none === undefined) return unusable(node, fact, needs(fact), reading);
  reading.problems.push(raise('scenario/no-such-day', node.at, none));
  return undefined;
};

const readNumber = (value: number, node: ScalarNode, fact: Fact, reading: Reading): number | undefined => {
  const { whole = false, atLeast, atMost } = fact.number ?? {};
  const about = { fact: fact.id, word: node.text };
  const tooSmall = atLeast !== undefined && value < atLeast;
  const tooLarge = atMost !== undefined && value > atMost;
  if (tooSmall || tooLarge) {
    const limits = { ...(atLeast === undefined ? {} : { atLeast }), ...(atMost === undefined ? {} : { atMost }) };
    reading.problems.push(raise('scenario/out-of-limits', node.at, { ...about, ...limits }));
    return undefined;
  }
  if (!whole || Number.isInteger(value)) return value;
  reading.problems.push(raise('scenario/not-whole', node.at, about));
  return undefined;
};

const typed = (node: ScalarNode, fact: Fact): string | number | undefined => {
  switch (fact.kind) {
    case 'number':
      return typeof node.value === 'number' && Number.isFinite(node.value) ? node.value : undefined;
    case 'date':
      return dayOf(node.text);
    case 'date-time':
      return dateTimeOf(node.text);
    default:
      return node.text.trim() === '' ? undefined : node.text;
  }
};

const dateTimeOf = (text: string): string | undefined => {
  const local = text.trim().replace(' ', 'T');
  return /T\d\d:\d\d$/.test(local) && Number.isFinite(dayNumber(local)) ? local : undefined;
};

const needs = (fact: Fact): string => {
  switch (fact.kind) {
    case 'number':
      return 'a number';
    case 'date':
      return 'a day, as 2026-03-02';
    case 'date-time':
      return 'a day and a time, as 2026-03-02T18:00';
    case 'choices':
      return 'a list of its options';
    default:
      return fact.options.length > 0 ? 'one of its options' : 'a text';
  }
};

const unusable = (node: Node, fact: Fact, takes: string, reading: Reading): undefined => {
  const word = node.kind === 'scalar' ? node.text : node.kind === 'list' ? 'A list' : 'A map';
  reading.problems.push(raise('scenario/unusable-answer', node.at, { fact: fact.id, word, needs: takes }));
  return undefined;
};
