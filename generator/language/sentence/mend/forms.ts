/** Words, numbers and dates in another form than the one sentences have. */
import { months } from '../../../../engine/contract/index.js';
import { fault } from '../fault.js';
import type { Token } from '../tokens.js';
import { clock, isKebab, isReserved, spanUnitOf, toKebab } from '../words.js';
import { lower, type Mending, type Pass, stretch, written } from './mending.js';

/** `31/1/2026`, `31st Jan 2026`, `1,000`, `Date_Of_Birth`, `IS`, `18years` in the form of the house. */
export const mendForms: Pass = (mending) => {
  const tokens: Token[] = [];
  const result: Mending = { ...mending, tokens };
  for (let at = 0; at < mending.tokens.length; ) {
    const date = dateAt(mending.tokens, at);
    if (date) {
      const from = mending.tokens.slice(at, at + date.length);
      const found = written(from).replaceAll(' ,', ',');
      if (date.day === undefined) result.hopeless = true;
      result.faults.push(fault(date.noYear ? 'sentence/no-year' : 'sentence/date-form', stretch(from), { found }));
      if (date.day !== undefined) tokens.push({ kind: 'date', text: date.day, ...stretch(from) });
      at += date.length;
      continue;
    }
    const token = mending.tokens[at];
    if (token) tokens.push(...mendOdd(token, result));
    if (token && clauseLike.test(token.text)) result.hopeless = true;
    at += 1;
  }
  return result;
};

interface Found {
  length: number;
  day?: string;
  noYear?: true;
}

const slashed = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/;
const isoLike = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[Tt][\d:.]*)?$/;
const ordinal = /^(\d{1,2})(?:st|nd|rd|th)?$/i;
const year = /^\d{4}$/;

/** A date in some other form than the two that sentences know; those are left alone. */
const dateAt = (tokens: Token[], at: number): Found | undefined => {
  const token = tokens[at];
  if (!token || token.kind === 'date') return undefined;
  const british = slashed.exec(token.text);
  if (british) return { length: 1, ...day(british[3], british[2], british[1]) };
  const iso = isoLike.exec(token.text);
  if (iso) return { length: 1, ...day(iso[1], iso[2], iso[3]) };
  return longDateAt(tokens, at);
};

const longDateAt = (tokens: Token[], at: number): Found | undefined => {
  const [first, second] = [tokens[at], tokens[at + 1]];
  if (!first || !second) return undefined;
  const dayFirst = ordinal.test(first.text) ? monthLike(second) : 0;
  const monthFirst = ordinal.test(second.text) ? monthLike(first) : 0;
  const number = ordinal.exec(dayFirst > 0 ? first.text : second.text)?.[1];
  if (number === undefined || (monthFirst === 0 && dayFirst === 0)) return undefined;
  const comma = tokens[at + 2]?.text === ',' ? 1 : 0;
  const last = tokens[at + 2 + comma];
  if (!last || !year.test(last.text)) return { length: 2, noYear: true };
  const asItShouldBe = comma === 0 && first.kind === 'number' && second.text === months[dayFirst - 1];
  if (asItShouldBe) return undefined;
  return { length: 3 + comma, ...day(last.text, String(dayFirst || monthFirst), number) };
};

const monthLike = (token: Token): number => {
  const word = lower(token).replace('.', '');
  if (word.length < 3) return 0;
  return months.findIndex((month) => month.toLowerCase() === word || month.slice(0, 3).toLowerCase() === word) + 1;
};

const day = (y = '', m = '', d = ''): { day?: string } =>
  Number(m) > 12 ? {} : { day: `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}` };

const clauseLike = /^[A-Z]{1,6}-\d{1,4}$/;
const grouped = /^-?\d+(?:,\d{3})+$/;
const runTogether = /^(\d+)-?((?:working-?)?[a-z]+)$/i;
const verbs = new Set(['isnt', 'arent', 'wasnt', 'hasnt', 'doesnt']);

const mendOdd = (token: Token, { faults, tokens }: Mending): Token[] => {
  const run = runTogether.exec(token.text);
  const [, digits = '', letters = ''] = run ?? [];
  const unit = letters.toLowerCase().replace(/^working-?/, 'working-');
  if (run && spanUnitOf(unit)) return splitUnit(token, digits, unit, faults);
  if (clock.test(token.text)) return [token];
  if (token.kind !== 'odd') return [token];
  if (grouped.test(token.text)) {
    const n = token.text.replaceAll(',', '');
    faults.push(fault('sentence/number-form', token, { found: token.text, n }));
    return [{ ...token, kind: 'number', text: n }];
  }
  return mendWord(token, faults, tokens.length > 0);
};

const splitUnit = (token: Token, digits: string, unit: string, faults: Mending['faults']): Token[] => {
  faults.push(
    fault('sentence/unexpected', token, { found: token.text, expected: `${digits} ${unit.replace('-', ' ')}` }),
  );
  const { start, end } = token;
  return [
    { kind: 'number', text: digits, start, end },
    { kind: 'word', text: unit, start, end },
  ];
};

const mendWord = (token: Token, faults: Mending['faults'], inside: boolean): Token[] => {
  const word = lower(token);
  if (word.includes("'") || verbs.has(word)) return [{ ...token, text: word }];
  if (isReserved(word) || (inside && isPhraseWord(word))) {
    faults.push(fault('sentence/capitals', token, { found: token.text, words: word }));
    return [{ ...token, kind: 'word', text: word }];
  }
  if (clauseLike.test(token.text)) {
    faults.push(fault('sentence/clause-as-name', token, { found: token.text }));
    return [token];
  }
  const name = toKebab(token.text);
  if (!isKebab(name)) return [token];
  faults.push(fault('sentence/name-form', token, { found: token.text, name }));
  return [{ ...token, kind: 'word', text: name }];
};

const isPhraseWord = (word: string): boolean => ['than', 'least', 'most', 'happened', 'within', 'since'].includes(word);
