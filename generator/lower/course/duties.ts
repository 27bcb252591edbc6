/** From duties as written to the contract's: what opens them, when they are due, what meets them. */
import {
  type Duty,
  type DutyDue,
  type Effect,
  type Id,
  listed,
  type Recurrence,
  spanInWords,
  weekdays,
} from '../../../engine/contract/index.js';
import type { PlainDuty } from '../../check/course/declare-course.js';
import { raiseDuty } from '../../check/course/duty-problems.js';
import { parseSpan } from '../../language/constructs/amounts.js';
import { mendSpan, mendTimeLimit } from '../../language/constructs/amounts-mend.js';
import type { Written } from '../../language/shape/shape.js';
import { effectReads, readEffect } from './effects.js';
import { type Lowering, statesOf } from './lowering.js';
import { forceWords, openingOf, openingReads } from './rules.js';

const clock = /^([01]?\d|2[0-3]):[0-5]\d$/;
const twoDigits = (time: string): string => time.padStart(5, '0');

const spanIn = (written: Written<string>, key: string, lowering: Lowering) => {
  const span = parseSpan(written.value);
  if (span) return span;
  const suggestion = key === 'within' ? mendTimeLimit(written.value, parseSpan) : mendSpan(written.value, parseSpan);
  const particulars = { key, found: written.value, ...(suggestion !== undefined && { suggestion }) };
  lowering.report(raiseDuty('duty/span', written.at, particulars));
  return undefined;
};

/** `referral-received`, `hearing-date`, `session 3`, and so long before it: `5 working days before hearing-date`. */
const beforeOf = (written: Written<string>, lowering: Lowering): DutyDue | undefined => {
  const [, length, what = ''] = /^(?:(\d.*?) before )?(.+)$/.exec(written.value.trim()) ?? [];
  const span = length === undefined ? undefined : parseSpan(length);
  if (length !== undefined && (!span || span.unit === 'hours')) {
    lowering.report(raiseDuty('duty/span', written.at, { key: 'before', found: length }));
    return undefined;
  }
  const ahead = span && { span };
  const session = /^session (\d+)$/.exec(what)?.[1];
  if (session) return { kind: 'before', session: Number(session), ...ahead };
  const named = { ...written, value: what };
  const found = (length === undefined ? lowering.resolver.point(written) : lowering.resolver.point(named))?.point;
  if (!found) return undefined;
  return 'fact' in found
    ? { kind: 'before', fact: found.fact, ...ahead }
    : { kind: 'before', event: found.event.event, ...ahead };
};

const dueOf = ({ duty: written, id, idAt }: PlainDuty, lowering: Lowering): DutyDue => {
  const { within, before } = written;
  const [time, byDay] = [written['by-time'], written['by-day']];
  const keys = (['within', 'by-day', 'before'] as const).filter((key) => written[key] !== undefined);
  const otherwise: DutyDue = { kind: 'not-stated' };
  if (keys.length > 1) lowering.report(raiseDuty('duty/two-dues', idAt, { id, keys }));
  if (time && !clock.test(time.value)) lowering.report(raiseDuty('duty/clock', time.at, { found: time.value }));
  if (time && !within && !byDay) lowering.report(raiseDuty('duty/time-without-day', time.at, { id }));
  if (before) return beforeOf(before, lowering) ?? otherwise;
  const byTime = time && { time: twoDigits(time.value) };
  if (byDay) return { kind: 'weekday', weekday: weekdays.indexOf(byDay.value) + 1, ...byTime };
  if (!within || within.value === 'not-stated') return otherwise;
  if (within.value === 'at-once') return { kind: 'at-once', ...byTime };
  const span = spanIn(within, 'within', lowering);
  return span ? { kind: 'within', span, ...byTime } : otherwise;
};

const fromOf = ({ duty }: PlainDuty, lowering: Lowering): Duty['from'] => {
  const written = duty['counted-from'];
  if (!written) return { kind: 'happened' };
  const { value } = written;
  if (value === 'learned' || value === 'happened') return { kind: value };
  if (/^(the )?end of (the )?period$/.test(value) || value === 'period-end') return { kind: 'period-end' };
  const found = lowering.resolver.point(written);
  if (!found) return { kind: 'happened' };
  if ('fact' in found.point) return { kind: 'fact', fact: found.point.fact };
  const { event, which } = found.point.event;
  return { kind: 'event', event, which: which === 1 ? 'first' : 'latest' };
};

const recursOf = ({ duty: written, id, idAt }: PlainDuty, lowering: Lowering): Recurrence | undefined => {
  const { every } = written;
  const atLeast = written['at-least-every'];
  if (every && atLeast) lowering.report(raiseDuty('duty/two-rhythms', idAt, { id }));
  if (atLeast) {
    const span = spanIn(atLeast, 'at-least-every', lowering);
    return span && { kind: 'after-last', span };
  }
  if (!every) return undefined;
  if (every.value === 'not-stated') return { kind: 'not-stated' };
  const period = /^calendar (week|month|year)$/.exec(every.value)?.[1];
  if (period === 'week' || period === 'month' || period === 'year') return { kind: 'calendar', period };
  const span = spanIn(every, 'every', lowering);
  return span && { kind: 'every', span };
};

const dueReads = (due: DutyDue, lowering: Lowering): string => {
  switch (due.kind) {
    case 'at-once':
      return due.time ? ` by ${due.time} on the same day` : ' at once';
    case 'weekday':
      return ` by the next ${weekdays[due.weekday - 1]}${due.time ? ` at ${due.time}` : ''}`;
    case 'within':
      return ` within ${spanInWords(due.span)}${due.time ? ` by ${due.time}` : ''}`;
    case 'before':
      return ` ${due.span ? `${spanInWords(due.span)} ` : ''}before ${beforeReads(due, lowering)}`;
    case 'not-stated':
      return '';
  }
};
const beforeReads = ({ session, fact, event = '' }: Extract<DutyDue, { kind: 'before' }>, lowering: Lowering) => {
  if (session !== undefined) return `session ${session}`;
  if (fact !== undefined) return `the ${fact.replaceAll('-', ' ')}`;
  return lowering.names.happenings.get(event)?.called ?? event;
};
const fromReads = (from: Duty['from'], lowering: Lowering): string => {
  switch (from.kind) {
    case 'happened':
      return '';
    case 'learned':
      return ', counted from when it became known';
    case 'period-end':
      return ', counted from the end of the period';
    case 'event':
      return `, counted from the ${from.which === 'first' ? 'first' : 'last'} time that ${lowering.names.happenings.get(from.event)?.called ?? from.event}`;
    case 'fact':
      return `, counted from the ${from.fact.replaceAll('-', ' ')}`;
  }
};
const recursReads = (recurs: Recurrence | undefined): string => {
  switch (recurs?.kind) {
    case 'every':
      return `, every ${spanInWords(recurs.span)}`;
    case 'after-last':
      return `, at least every ${spanInWords(recurs.span)}`;
    case 'calendar':
      return `, every calendar ${recurs.period}`;
    case 'not-stated':
      return ', again and again (how often is not stated)';
    case undefined:
      return '';
  }
};

const dutyReads = (duty: Omit<Duty, 'reads' | 'words'>, lowering: Lowering): string => {
  const { called } = lowering;
  const who =
    duty.by.length > 0
      ? `${listed(
          duty.by.map((role) => `the ${called(role)}`),
          'or',
        )} `
      : '';
  const what = listed(
    duty.does.map((each) => effectReads(each, called, lowering.names)),
    'and',
  );
  const times = duty.times > 1 ? ` ${duty.times} times` : '';
  const frozen =
    duty.freezesIn.length > 0
      ? `; time while ${listed(
          duty.freezesIn.map((each) => each.replaceAll('-', ' ')),
          'or',
        )} does not count`
      : '';
  return `${openingReads(duty)}: ${who}${forceWords[duty.force]} ${what}${times}${dueReads(duty.due, lowering)}${fromReads(duty.from, lowering)}${recursReads(duty.recurs)}${frozen}.`;
};

const metByOf = (plain: PlainDuty, does: Effect[], lowering: Lowering): Id[] => {
  const named = plain.duty['done-by'];
  const events = named ? named.flatMap((event) => lowering.event(event) ?? []) : does.flatMap((each) => each.doneBy);
  return [...new Set([...events, `${plain.id}-done`])];
};

const lowerDuty = (plain: PlainDuty, lowering: Lowering): Duty | undefined => {
  const opening = openingOf(plain, lowering);
  const does = plain.effects.flatMap(
    (written) => readEffect(written, plain.id, lowering.effectNames, lowering.report) ?? [],
  );
  const { names, report } = lowering;
  const due = dueOf(plain, lowering);
  const from = fromOf(plain, lowering);
  const recurs = recursOf(plain, lowering);
  const freezesIn = statesOf(plain.duty['pauses-in'], lowering);
  const metBy = metByOf(plain, does, lowering);
  const each = plain.forEach?.value;
  const pausing = plain.duty['pauses-in']?.[0];
  if (pausing && (plain.chapter === 'partners' || (each !== undefined && each !== 'session')))
    report(raiseDuty('duty/frozen', pausing.at, { id: plain.id, of: names.people.called(each ?? 'partner') }));
  if (!opening) return undefined;
  const duty = {
    ...opening,
    does,
    metBy,
    times: plain.duty.times?.value ?? 1,
    from,
    due,
    ...(recurs && { recurs }),
    freezesIn,
  };
  const reads = dutyReads(duty, lowering);
  return { ...duty, words: lowering.words(plain.reason, duty.origin, reads), reads };
};

/** Gives the duties, in the order written; one that is not understood is left out, and was reported. */
export const lowerDuties = (lowering: Lowering): Duty[] =>
  lowering.names.plain.duties.flatMap((plain) => lowerDuty(plain, lowering) ?? []);
