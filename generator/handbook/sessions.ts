/**
 * The sessions in numbers. Where a clause says of them what the definition does, its sentence stands, and what it says is
 * not said again; a clause whose numbers have become others is told by the sentence made of the definition.
 */
import { type Clause, type ClauseId, capital, listed, type Sessions } from '../../engine/contract/index.js';
import { numberWords } from '../language/number-words.js';
import type { Block } from './handbook-types.js';
import { amountSays, numberSays, rateSays, saysNumber, saysSpan, spanSays } from './number-words.js';
import { isSaidBy, paragraph, phraseOf, sentenceOf, type Teller } from './teller.js';

interface Piece {
  text: string;
  /** Whether a sentence of the provider's says as much. */
  saidBy?(words: string): boolean;
}

const totalOf = ({ total, totalCounts, phases }: Sessions): Piece[] => {
  const said = amountSays(total, 'session');
  if (said === undefined) return [];
  const before = phases
    .filter(({ id, beforeStart }) => beforeStart && totalCounts.includes(id))
    .map(({ label }) => `the ${phraseOf(label)}`);
  const counting = before.length > 0 ? `, counting ${listed(before, 'and')}` : '';
  const text = `The programme has ${said}${counting}.`;
  if (total.kind !== 'exactly' || before.length > 0) return [{ text }];
  return [{ text, saidBy: (words) => heldIn(words).includes(total.n) }];
};
const rateOf = ({ rate, total, origin }: Sessions, { clause }: Teller): Piece[] => {
  if (rate === undefined || rate === 'not-stated') return [];
  const { amount, each } = rate;
  const one = amount.kind === 'exactly' && amount.n === 1;
  // Breaks make it longer: how long it takes is told where the provider says so.
  const weeks = one && each.n === 1 && total.kind === 'exactly' ? spanSays({ ...each, n: total.n }) : undefined;
  const isSo = weeks !== undefined && origin.clauses.some((id) => clause(id)?.says.includes(weeks));
  const text = `There ${one || amount.kind === 'not-stated' ? 'is' : 'are'} ${rateSays(rate, 'session')}${isSo ? `, so it takes ${weeks}` : ''}.`;
  if (amount.kind !== 'exactly') return [{ text }];
  const often = (words: string): boolean =>
    (one && /\b(?:weekly|each|every|apart)\b/i.test(words)) || (!one && saysNumber(words, amount.n));
  return [{ text, saidBy: (words) => often(words) && saysSpan(words, each) }];
};
const pieces = (sessions: Sessions, teller: Teller): Piece[] => {
  const { voice } = teller;
  const { length, lasts, entry, order, phases } = sessions;
  return [
    ...totalOf(sessions),
    ...(length && length !== 'not-stated'
      ? [{ text: `Each session lasts ${spanSays(length)}.`, saidBy: (words: string) => saysSpan(words, length) }]
      : []),
    ...rateOf(sessions, teller),
    ...(lasts ? [{ text: `From start to end it takes ${spanSays(lasts)}.` }] : []),
    ...(entry === 'rolling' ? [{ text: `It is a rolling programme: ${voice.he} can join at any time.` }] : []),
    ...(entry === 'at-the-start' ? [{ text: `${capital(voice.he)} can join only when a group begins.` }] : []),
    ...(order === 'any' ? [{ text: 'The sessions can be taken in any order.' }] : []),
    ...(order === 'sequential' && phases.length > 1 ? [{ text: 'Its parts follow one another in this order.' }] : []),
  ];
};

const small = numberWords.slice(1, 13);
const figure = (word: string): number => {
  const place = small.indexOf(word.toLowerCase());
  return place === -1 ? Number(word) : place + 1;
};
const heldPattern = new RegExp(
  `\\b(\\d+|${small.join('|')}) (?:(?:weekly|group|full) )*(?:sessions|meetings|lessons)\\b`,
  'gi',
);
/** Of how many sessions in all a sentence speaks: “12 weekly sessions”. */
const heldIn = (words: string): number[] => [...words.matchAll(heldPattern)].map(([, n = '']) => figure(n));
const lengthPattern = new RegExp(`\\b(?:of|lasts?|for) (\\d+|${small.join('|')}) (?:hours?|minutes)\\b`, 'i');

/** A clause that gives the number or the length of the sessions otherwise than the definition does. */
const isOverruled = (clause: Clause, sessions: Sessions, all: Piece[]): boolean => {
  const { total, length, phases } = sessions;
  const known = [total, ...phases.map((phase) => phase.sessions)].flatMap((amount) =>
    'n' in amount ? [amount.n] : [],
  );
  const held = heldIn(clause.says);
  if (held.length > 0 && known.length > 0 && held.some((n) => !known.includes(n))) return true;
  const isLong = lengthPattern.test(clause.says) && length !== undefined && length !== 'not-stated';
  return isLong && !saysSpan(clause.says, length) && all.length > 0;
};

/** So large a part of a sentence says it. */
const mostlySaid = 11 / 20;
const reservation = /\b(?:except|unless|but|without|none|only|not)\b/i;
/** Whether these words say what a clause does; what it excepts is easily lost. */
const isCovered = ({ says }: Clause, text: string): boolean =>
  isSaidBy(says, text, mostlySaid) && (!reservation.test(says) || reservation.test(text));
/** Those of catching up; where it has none of its own it stands on those of the sessions. */
export const catchUpClauses = ({ catchUp, origin }: Sessions): ClauseId[] => {
  const own = catchUp?.origin.clauses ?? [];
  return own.join() === origin.clauses.join() ? [] : own;
};

const kinds = ['session', 'capacity', undefined];
/** Tells those of these clauses about the sessions that these words say or have overruled; gives them. */
export const tellSessions = (ids: ClauseId[], text: string, teller: Teller): ClauseId[] => {
  const { sessions } = teller.bundle.course ?? {};
  const catchUp = sessions ? catchUpClauses(sessions) : [];
  const told = teller
    .untold([...new Set(ids)].filter((id) => !catchUp.includes(id)))
    .filter(({ kind }) => kinds.includes(kind))
    .filter((clause) => isCovered(clause, text) || (sessions && isOverruled(clause, sessions, [{ text }])))
    .map(({ id }) => id);
  teller.tell(told);
  return told;
};

/** Whether a clause says one of the pieces, in words that go beyond them all. */
const goesBeyond = (clause: Clause, all: Piece[]): boolean =>
  kinds.includes(clause.kind) &&
  all.some(({ saidBy }) => saidBy?.(clause.says)) &&
  !isCovered(clause, all.map(({ text }) => text).join(' '));

/** How many sessions there are, how long and how often: the provider's sentences, then what they leave unsaid. */
export const sessionsSay = (sessions: Sessions, teller: Teller): Block[] => {
  const all = pieces(sessions, teller);
  const catchUp = catchUpClauses(sessions);
  const own = teller
    .untold(sessions.origin.clauses.filter((id) => !catchUp.includes(id)))
    .filter((clause) => goesBeyond(clause, all) && !isOverruled(clause, sessions, all));
  const rest = all.filter(({ saidBy }) => !own.some(({ says }) => saidBy?.(says)));
  const words = [...own.map(({ says }) => teller.voice.spoken(sentenceOf(says))), ...rest.map(({ text }) => text)];
  if (words.length === 0) return [];
  teller.tell(own.map(({ id }) => id));
  const clauses = tellSessions(sessions.origin.clauses, words.join(' '), teller);
  return [paragraph(words.join(' '), [...own.map(({ id }) => id), ...clauses])];
};

/** How a missed session is made up, where no clause says it. */
export const catchUpSays = ({ within, atMost, beforeNext, inOwn }: NonNullable<Sessions['catchUp']>): string => {
  const long = within ? ` within ${spanSays(within)}` : '';
  const often = atMost === undefined ? '' : `, at most ${atMost === 1 ? 'once' : `${numberSays(atMost)} times`}`;
  const own = inOwn ? ' A session that he attends as his own can make up for another as well.' : '';
  return `A missed session can be made up${long}${beforeNext ? ' before the next session' : ''}${often}.${own}`;
};
