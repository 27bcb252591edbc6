/** The part of the grammar about time: `has happened …`, `for at least …` or `for more than …`. As strict as the rest of it. */
import type { AfterNode, EventNode, LastsNode, SaysHappened, Span, TimeNode, WhenNode } from './ast.js';
import { fault } from './fault.js';
import { accept, next, peek, place, type Reader, readUnit, readWord, span, stop } from './reader.js';
import { clock, spanUnitOf } from './words.js';

/** After `has [not]`: `happened`, and when. It begins with `has`, at `first`. */
export const readHappened = (reader: Reader, first: Span): SaysHappened | undefined => {
  if (!accept(reader, 'happened')) return stop(reader, 'the word happened');
  const { text, kind } = peek(reader);
  if (kind === 'end' || text === 'for') return { kind: 'happened', ...span(first, peek(reader, -1)) };
  const when = readWhen(reader);
  return when && { kind: 'happened', when, ...span(first, when) };
};

const expected = 'in the last …, since …, before …, at least … before …, within … of … or by …, if anything,';

const readWhen = (reader: Reader): WhenNode | undefined => {
  const first = peek(reader);
  if (first.kind !== 'word') return stop(reader, expected);
  switch (first.text) {
    case 'in':
      return readLast(reader);
    case 'since': {
      reader.at += 1;
      const of = readEvent(reader);
      return of && { kind: 'since', of, ...span(first, of) };
    }
    case 'at':
    case 'before':
      return readBefore(reader);
    case 'within':
      return readWithin(reader);
    case 'by':
      return readBy(reader);
    default:
      return stop(reader, expected);
  }
};

const readLast = (reader: Reader): WhenNode | undefined => {
  const first = next(reader);
  if (!accept(reader, 'the', 'last')) return stop(reader, 'the words the last');
  const length = readTime(reader);
  return length && { kind: 'last', span: length, ...span(first, length) };
};

/** `before the session`, `at least 24 hours before the session`. */
const readBefore = (reader: Reader): WhenNode | undefined => {
  const first = peek(reader);
  const ahead = accept(reader, 'at', 'least');
  const length = ahead ? readTime(reader) : undefined;
  if (ahead && !length) return undefined;
  if (!accept(reader, 'before')) return stop(reader, ahead ? 'the word before' : 'the word least');
  const of = readAfter(reader);
  return of && { kind: 'before', ...(length && { span: length }), of, ...span(first, of) };
};

const readWithin = (reader: Reader): WhenNode | undefined => {
  const first = next(reader);
  const length = readTime(reader);
  if (!length) return undefined;
  if (peek(reader).text !== 'of') {
    reader.stopped ??= fault('sentence/within-what', span(first, length), {});
    return undefined;
  }
  reader.at += 1;
  const of = readAfter(reader);
  return of && { kind: 'within', span: length, of, ...span(first, of) };
};

const readBy = (reader: Reader): WhenNode | undefined => {
  const first = next(reader);
  const time = peek(reader);
  if (!clock.test(time.text)) return stop(reader, 'a time such as 16:00');
  reader.at += 1;
  if (accept(reader, 'the', 'next', 'day'))
    return { kind: 'by', time: time.text.padStart(5, '0'), ...span(first, peek(reader, -1)) };
  if (peek(reader).kind !== 'number') return stop(reader, 'the next day, or a length of time after something,');
  const length = readTime(reader);
  if (!length) return undefined;
  if (!accept(reader, 'after')) return stop(reader, 'the word after');
  const of = readAfter(reader);
  return of && { kind: 'by', time: time.text.padStart(5, '0'), span: length, of, ...span(first, of) };
};

const readAfter = (reader: Reader): AfterNode | undefined => {
  const first = peek(reader);
  if (accept(reader, 'the', 'session')) return { kind: 'session', ...span(first, peek(reader, -1)) };
  return readEvent(reader);
};

/** `[first | latest] event`. */
export const readEvent = (reader: Reader): EventNode | undefined => {
  const first = peek(reader);
  const second = peek(reader, 1);
  const picks = (first.text === 'first' || first.text === 'latest') && second.kind === 'word' && second.text !== 'for';
  if (picks) reader.at += 1;
  const event = readWord(reader, 'the name of an event');
  if (!event) return undefined;
  const which = first.text === 'first' ? 'first' : 'latest';
  return { kind: 'event', event, ...(picks && { which }), ...span(first, event) };
};

/** `2 weeks`, `5 working days`. */
export const readTime = (reader: Reader): TimeNode | undefined => {
  const figure = peek(reader);
  if (figure.kind !== 'number') return stop(reader, 'a length of time such as 2 weeks');
  reader.at += 1;
  const n = Number(figure.text);
  const unit = readUnit(reader);
  const known = unit && spanUnitOf(unit.text);
  if (!unit) reader.stopped ??= fault('sentence/no-unit-of-time', place(figure), { n });
  else if (!known) reader.stopped ??= fault('sentence/unit-of-time', unit, { unit: unit.text });
  else if (!Number.isInteger(n) || n < 1 || figure.text.length > 15)
    reader.stopped ??= fault('sentence/part-of-a-unit-of-time', place(figure), { n, unit: known.replace('-', ' ') });
  return unit && known && !reader.stopped ? { n, unit: known, ...span(figure, unit) } : undefined;
};

/** `for at least 4 weeks`, `for more than 4 weeks`, after a whole sentence. */
export const readLasts = (reader: Reader): LastsNode | undefined => {
  const first = next(reader);
  const more = accept(reader, 'more', 'than');
  if (!more && !accept(reader, 'at', 'least')) return stop(reader, 'the words at least or more than');
  const length = readTime(reader);
  return length && { ...length, ...(more && { more }), ...span(first, length) };
};
