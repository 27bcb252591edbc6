/** Triggers as people write them: `misses 3 in a row`, `reaches 3 times`, `after the second incident`. */
import { nearest } from '../../problem/nearest.js';
import type { Span, WordNode } from './ast.js';
import { type Fault, fault } from './fault.js';
import { eventNames } from './meaning/events.js';
import { lower, stretch, written } from './mend/mending.js';
import { figureOf, inARow } from './mend/row.js';
import { factOf, findNamed, type Scope } from './scope.js';
import type { Token } from './tokens.js';
import { printEventTrigger, whichOf } from './trigger-grammar.js';
import { toKebab } from './words.js';

/** `say` is what was meant; still to be checked. */
export interface MendedTrigger {
  faults: Fault[];
  say?: string;
}

/** Takes the tokens of a text that is no trigger; gives what is wrong, or nothing where it may be a sentence. */
export const mendTrigger = (tokens: Token[], scope: Scope): MendedTrigger | undefined => {
  const words = tokens.filter(({ kind }) => kind !== 'end');
  if (words.length === 0) return undefined;
  const found =
    severalEvents(words, scope) ??
    rowReached(words, scope) ??
    reached(words, scope) ??
    eventOnceMore(words, scope) ??
    eventAmongWords(words, scope);
  return found && found.faults.length > 0 ? found : undefined;
};

/** The same of a text that can only name an event. */
export const mendEvent = (tokens: Token[], scope: Scope): MendedTrigger | undefined => {
  const words = tokens.filter(({ kind }) => kind !== 'end');
  return severalEvents(words, scope) ?? eventAmongWords(words, scope);
};

/** `closed or completed`, `latest session-attended or heard-from-participant`: any of them, which wants a name. */
const severalEvents = (words: Token[], scope: Scope): MendedTrigger | undefined => {
  const names = whichOf(words[0]?.text ?? '') === undefined ? words : words.slice(1);
  const events = names.filter((_, place) => place % 2 === 0);
  const joins = names.filter((_, place) => place % 2 === 1);
  const isEvent = ({ text }: Token): boolean => findNamed(scope, text)?.kind === 'event';
  const [first] = names;
  if (!first || joins.length === 0 || events.length === joins.length) return undefined;
  if (!joins.every(({ text }) => text === 'or') || !events.every(isEvent)) return undefined;
  return { faults: [fault('sentence/several-events', stretch(names), { events: events.map(({ text }) => text) })] };
};

const numbersIn = (scope: Scope): string[] => scope.names.filter((name) => factOf(scope.find(name))?.kind === 'number');

/** `misses 3 in a row`, `2 consecutive absences`. */
const rowReached = (words: Token[], scope: Scope): MendedTrigger | undefined => {
  const found = inARow(words);
  if (!found) return undefined;
  const runs = numbersIn(scope).filter((name) => name.endsWith('in-a-row'));
  const [only] = runs.length === 1 ? runs : [];
  return { faults: [found.fault], ...(only !== undefined && { say: `${only} reaches ${found.n}` }) };
};

const reachWords = new Set(['reaches', 'reach', 'reached', 'hits', 'becomes']);

/** `absences reaches 3 times`, `absences reached three`. */
const reached = (words: Token[], scope: Scope): MendedTrigger | undefined => {
  const at = words.findIndex((token, index) => index > 0 && reachWords.has(lower(token)));
  const verb = words[at];
  if (!verb) return undefined;
  const rest = words.slice(at + 1);
  const figureAt = rest.findIndex((token) => figureOf(token) !== undefined);
  const figure = rest[figureAt];
  const n = figureOf(figure);
  if (!figure || n === undefined) return lower(verb) === 'becomes' ? undefined : noFigure(verb);
  const faults: Fault[] = [];
  const subject = nameOf(words.slice(0, at), scope, faults);
  const time = timeAfter(rest.slice(figureAt + 1));
  if (time)
    return { faults: [...faults, fault('sentence/reaches-in-time', time, { name: subject, n, time: time.says })] };
  if (lower(verb) !== 'reaches') faults.push(fault('sentence/verb', verb, { found: verb.text, words: 'reaches' }));
  if (figure.kind !== 'number') faults.push(fault('sentence/number-in-words', figure, { found: figure.text, n }));
  const unit = unitAfter(subject, rest.slice(figureAt + 1), scope);
  for (const extra of [...rest.slice(0, figureAt), ...rest.slice(figureAt + 1 + unit.length)])
    faults.push(fault('sentence/extra-word', extra, { found: extra.text }));
  return { faults, say: [subject, 'reaches', n, ...unit].join(' ') };
};

const inHowLong =
  /\b(?:in|within|over|during)(?: (?:any|every|the|last|past|a period of))* (\d+|an?) (hour|day|week|month|year|session)s?$/;

/** `in 12 weeks`, `times in any 12 weeks`: dropped, it would count for ever. */
const timeAfter = (after: Token[]): (Span & { says: string }) | undefined => {
  const said = after.map((token) => figureOf(token) ?? lower(token)).join(' ');
  const [, number = '', unit = ''] = inHowLong.exec(said) ?? [];
  const n = /^\d/.test(number) ? Number(number) : 1;
  return unit === '' ? undefined : { ...stretch(after), says: `${n} ${unit}${n === 1 ? '' : 's'}` };
};

/** The words after a figure that are the unit of what is counted. */
const unitAfter = (subject: string, after: Token[], scope: Scope): string[] => {
  const unit = toKebab(factOf(findNamed(scope, subject))?.number?.unit ?? '');
  for (const length of [2, 1]) {
    const said = after.slice(0, length).map(lower);
    if (said.length === length && unit !== '' && [unit, `${unit}s`].includes(said.join('-'))) return said;
  }
  return [];
};

const noFigure = (verb: Token): MendedTrigger => ({
  faults: [fault('sentence/unfinished', { start: verb.end, end: verb.end }, { expected: 'a number' })],
});

/** One name out of the words before the verb, without an article. */
const nameOf = (tokens: Token[], scope: Scope, faults: Fault[]): string => {
  const [first] = tokens;
  const article = first && tokens.length > 1 && articles.has(lower(first));
  if (article) faults.push(fault('sentence/extra-word', first, { found: first.text }));
  const rest = article ? tokens.slice(1) : tokens;
  const name = toKebab(written(rest));
  if (rest.length > 1 && findNamed(scope, name))
    faults.push(fault('sentence/spaces', stretch(rest), { found: written(rest), name }));
  else if (name !== written(rest))
    faults.push(fault('sentence/name-form', stretch(rest), { found: written(rest), name }));
  return name;
};

const articles = new Set(['the', 'a', 'an', 'his', 'her', 'their']);
const leadIns = new Set([...articles, 'on', 'upon', 'after', 'when', 'whenever', 'once', 'any', 'time', 'that']);
const trailing = new Set([
  'happens',
  'happened',
  'occurs',
  'occurred',
  'has',
  'is',
  'was',
  'recorded',
  'takes',
  'place',
]);

/** `after the second incident`, `2 incident`, `incident happens`: an event, with words that do not belong. */
const eventAmongWords = (words: Token[], scope: Scope): MendedTrigger | undefined => {
  const faults: Fault[] = [];
  let rest = withoutLeadIns(words, faults);
  const [first, ...others] = rest;
  const figure = others.length > 0 ? figureOf(first) : undefined;
  const which = figure ?? (others.length > 0 && first ? whichOf(lower(first)) : undefined);
  if (which !== undefined && first) rest = withoutLeadIns(others, faults);
  if (figure !== undefined && first)
    faults.push(fault('sentence/verb', first, { found: first.text, words: nthWord(figure) }));
  const tail = rest.findIndex((token, index) => index > 0 && trailing.has(lower(token)));
  const after = tail < 0 ? [] : rest.slice(tail);
  if (after.some((token) => !trailing.has(lower(token)))) return undefined;
  if (after.length > 0) faults.push(fault('sentence/extra-word', stretch(after), { found: written(after) }));
  const names = rest.slice(0, rest.length - after.length);
  const said = toKebab(written(names));
  const event = which === undefined ? said : (nearest(said, eventNames(scope)) ?? said);
  if (findNamed(scope, event)?.kind !== 'event') return undefined;
  if (event !== written(names)) {
    const code = names.length > 1 ? 'sentence/spaces' : 'sentence/name-form';
    faults.push(fault(code, stretch(names), { found: written(names), name: event }));
  }
  const word: WordNode = { kind: 'word', text: event, ...stretch(names) };
  const say = printEventTrigger({ event: word, ...(which !== undefined && which !== 'each' && { which }) });
  return faults.length > 0 ? { faults, say } : undefined;
};

/** `warning-sent for the second time`, `warning-sent a third time`. */
const eventOnceMore = (words: Token[], scope: Scope): MendedTrigger | undefined => {
  const at = words.findIndex((token, index) => index > 0 && ['for', 'the', 'a'].includes(lower(token)));
  const tail = words.slice(at);
  const [, nth = ''] = /^(?:for )?(?:the|a) (\S+) time$/.exec(tail.map(lower).join(' ')) ?? [];
  const which = whichOf(nth);
  if (at < 1 || typeof which !== 'number') return undefined;
  const faults: Fault[] = [];
  const name = nameOf(words.slice(0, at), scope, faults);
  if (findNamed(scope, name)?.kind !== 'event') return undefined;
  faults.push(fault('sentence/verb', stretch(tail), { found: written(tail), words: nthWord(which) }));
  const event: WordNode = { kind: 'word', text: name, ...stretch(words.slice(0, at)) };
  return { faults, say: printEventTrigger({ event, which }) };
};

const nthWord = (n: number): string =>
  printEventTrigger({ event: { kind: 'word', text: '', start: 0, end: 0 }, which: n }).trim();

const withoutLeadIns = (words: Token[], faults: Fault[]): Token[] => {
  const from = words.findIndex((token) => !leadIns.has(lower(token)));
  const extra = words.slice(0, Math.max(from, 0));
  if (extra.length > 0) faults.push(fault('sentence/extra-word', stretch(extra), { found: written(extra) }));
  return words.slice(extra.length);
};
