/** What the page that records one thing sent: an event, or what is wrong with it, never both. */
import { Temporal } from 'temporal-polyfill';
import {
  type Answer,
  type CaseEvent,
  dayNumber,
  type Id,
  type Moment,
  type SessionMark,
} from '../../../engine/contract/index.js';
import { actFor } from '../../../engine/contract/who-may.js';
import type { Sent } from '../../server/bodies.js';
import type { OpenCase, Recorded } from '../../server/cases/contract.js';
import { isAhead } from '../../server/cases/refusal.js';
import type { Fault } from '../layout/error-summary.js';
import { spanInWords } from '../words/course.js';
import { localDay } from '../words/dates.js';
import { type Asked, askedFor, longestOf, type Typed } from './record-presenter.js';
import { isToldAhead, type Wanted } from './wanted.js';

export type Read = { event: Recorded } | { faults: Fault[] };

const longest = 20_000;
const text = (value: unknown): string => (typeof value === 'string' ? value.slice(0, longest).trim() : '');
const texts = (value: unknown): string[] =>
  (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(text).filter((each) => each !== '');

/** What was typed, by the names of the questions: kept as it was, whatever becomes of it. */
export const typedIn = (sent: Sent, asked: readonly Asked[]): Typed =>
  Object.fromEntries(
    asked.flatMap(({ name, kind }) => {
      const given = texts(sent[name]);
      return given.length === 0 ? [] : [[name, kind === 'choices' ? given : (given[0] ?? '')]];
    }),
  );

const isDay = (value: string): boolean => {
  if (!/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  try {
    return Temporal.PlainDate.from(value, { overflow: 'reject' }).year > 1900;
  } catch {
    return false;
  }
};
const isTime = (value: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(value);
const isDateTime = (value: string): boolean =>
  isDay(value.slice(0, 10)) && value[10] === 'T' && isTime(value.slice(11));

/** The answer to one question, or why there is none. */
export const readAsked = (
  { name, ask, kind, options, required }: Asked,
  typed: Typed,
): { answer?: Answer } | { fault: Fault } => {
  const given = [typed[name] ?? []].flat();
  const [first] = given;
  const fault = (message: string): { fault: Fault } => ({ fault: { message, href: `#${name}` } });
  const named = `“${ask.replace(/\.$/, '')}”`;
  const isChoice = kind === 'choice' || kind === 'select' || kind === 'choices';
  if (first === undefined) return required ? fault(`${isChoice ? 'Select' : 'Enter'} an answer to ${named}`) : {};
  if (isChoice && given.some((each) => !options.some(({ id }) => id === each)))
    return fault(`Select an answer to ${named}`);
  switch (kind) {
    case 'choices':
      return { answer: given };
    case 'number':
      return Number.isFinite(Number(first)) ? { answer: Number(first) } : fault(`Enter ${named} as a number`);
    case 'date':
      return isDay(first) ? { answer: first } : fault(`Enter ${named} as a day that there is`);
    case 'time':
      return isTime(first) ? { answer: first } : fault(`Enter ${named} as a time, like 18:30`);
    case 'date-time':
      return isDateTime(first) ? { answer: first } : fault(`Enter ${named} as a day and a time`);
    default:
      return { answer: first };
  }
};

/** The moment: of today without a time the present one, so that what follows it today comes after it. */
const momentOf = (found: OpenCase, day: string, time: string | undefined): Moment => {
  if (time === undefined) return day === found.today ? found.now : day;
  const local = Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(found.bundle.programme.timeZone);
  const instant = local.toInstant().toString();
  // A minute that has begun has not passed: what is said to have happened in it happened by now.
  return instant.slice(0, 16) === found.now.slice(0, 16) ? found.now : instant;
};

/** Takes a case, what is recorded, and what was typed; gives the event, without who and when it was recorded. */
export const readRecord = (found: OpenCase, wanted: Wanted, typed: Typed, corrected?: CaseEvent): Read => {
  const asked = askedFor(found, wanted);
  const answers: Record<string, Answer> = {};
  const faults: Fault[] = [];
  for (const each of asked) {
    const read = readAsked(each, typed);
    if ('fault' in read) faults.push(read.fault);
    else if (read.answer !== undefined) answers[each.name] = read.answer;
  }
  faults.push(
    ...faultsOfTime(found, wanted, answers),
    ...faultsOfAhead(found, wanted, answers),
    ...faultsOfRefusal(wanted, answers),
  );
  if (faults.length > 0) return { faults };
  const event = eventOf(found, wanted, answers);
  return { event: corrected ? { ...event, supersedes: corrected.id } : event };
};

const faultsOfTime = ({ today }: OpenCase, wanted: Wanted, { on, learned }: Record<string, Answer>): Fault[] => {
  const ahead = (day: Answer | undefined): boolean => typeof day === 'string' && day > today;
  const mayBe = wanted.kind === 'session' || isToldAhead(wanted);
  return [
    ...(ahead(on) && !mayBe ? [{ message: 'Enter a day that is not ahead', href: '#on' }] : []),
    ...(ahead(learned) ? [{ message: 'Enter a day that is not ahead', href: '#learned' }] : []),
    ...(typeof learned === 'string' && typeof on === 'string' && learned < on
      ? [{ message: 'The service cannot have learned of it before it happened', href: '#learned' }]
      : []),
  ];
};

/** Of what may be told ahead of its day, and be approved until another. */
const faultsOfAhead = (found: OpenCase, wanted: Wanted, answers: Record<string, Answer>): Fault[] => {
  if (!isToldAhead(wanted)) return [];
  const [on, at, until] = [given(answers, 'on'), given(answers, 'at'), given(answers, 'with-until')];
  if (on === undefined) return [];
  const atMost = longestOf(found, wanted);
  const days = until === undefined ? 1 : dayNumber(until) - dayNumber(on) + 1;
  const most = atMost?.unit === 'days' ? atMost.n : atMost?.unit === 'weeks' ? 7 * atMost.n : days;
  return [
    ...(dayNumber(on) > dayNumber(found.today) + 366
      ? [{ message: 'Enter a day within a year from today', href: '#on' }]
      : []),
    // Lists are worked out anew at the beginning of each day, so what lies ahead begins with one.
    ...(on > found.today && at !== undefined
      ? [{ message: 'Leave the time empty: what lies ahead holds from the beginning of its day', href: '#at' }]
      : []),
    ...(days < 1 ? [{ message: 'Enter a last day that is not before the first', href: '#with-until' }] : []),
    ...(atMost && days > most
      ? [{ message: `Enter a last day that makes it ${spanInWords(atMost)} at most`, href: '#with-until' }]
      : []),
  ];
};

const faultsOfRefusal = (wanted: Wanted, { answer, reason }: Record<string, Answer>): Fault[] =>
  wanted.kind === 'rule' && answer === 'refused' && reason === undefined
    ? [{ message: 'Enter why you refuse it', href: '#reason' }]
    : [];

const given = (answers: Record<string, Answer>, name: string): string | undefined => {
  const answer = answers[name];
  return typeof answer === 'string' ? answer : undefined;
};

const eventOf = (found: OpenCase, wanted: Wanted, answers: Record<string, Answer>): Recorded => {
  const of = (name: string): string | undefined => given(answers, name);
  const happened = momentOf(found, of('on') ?? found.today, of('at'));
  const [by, toldBy, reason, about] = [of('by'), of('told-by'), of('reason'), of('about')];
  const base = {
    happened,
    learned: of('learned') ?? happened,
    values: {},
    ...(by !== undefined && { by: { role: by } }),
    ...(toldBy !== undefined && { toldBy }),
    ...(reason !== undefined && { reason }),
    ...(about !== undefined && { about }),
  };
  switch (wanted.kind) {
    case 'session':
      return { ...base, kind: 'session', session: sessionOf(found, answers, happened) };
    case 'rule':
      return { ...base, ...answerOf(wanted, of('answer') ?? '') };
    case 'fact':
      return {
        ...base,
        kind: actFor[wanted.fact.source],
        values: { [wanted.fact.id]: answers['with-answer'] ?? null },
      };
    case 'happened':
      return {
        ...base,
        kind: 'happened',
        what: wanted.happening.id,
        values: valuesOf(wanted.happening.fields, answers),
      };
  }
};

const valuesOf = (fields: readonly { name: Id }[], answers: Record<string, Answer>): Record<Id, Answer> =>
  Object.fromEntries(
    fields.flatMap(({ name }) => {
      const answer = answers[`with-${name}`];
      return answer === undefined ? [] : [[name, answer]];
    }),
  );

const answerOf = (
  { rule, standing }: Extract<Wanted, { kind: 'rule' }>,
  answer: string,
): Pick<Recorded, 'kind' | 'rule' | 'effect' | 'about'> => {
  const effect = /^confirmed-(\d+)$/.exec(answer)?.[1];
  return {
    kind: answer === 'refused' ? 'refused' : 'confirmed',
    rule: rule.id,
    ...(effect !== undefined && { effect: Number(effect) }),
    ...(standing.subject !== undefined && { about: standing.subject }),
  };
};

/** A session that was planned for that day is the one that is meant. */
const sessionOf = (found: OpenCase, answers: Record<string, Answer>, happened: Moment): SessionMark => {
  const outcome = given(answers, 'outcome') ?? '';
  const day = given(answers, 'on') ?? found.today;
  const planned = found.events.findLast(
    ({ session }) => session?.mark === 'planned' && localDay(session.on, found.bundle.programme.timeZone) === day,
  )?.session;
  const timed = given(answers, 'at') === undefined ? undefined : happened;
  const isOff = outcome === 'cancelled' || outcome === 'closure-day';
  const more = ['kind', 'phase', 'topic'].flatMap((name) => {
    const id = given(answers, name);
    return id === undefined ? [] : [[name, id]];
  });
  return {
    ...planned,
    on: timed ?? planned?.on ?? day,
    ...(isOff ? { mark: outcome } : { mark: 'held', outcome }),
    ...Object.fromEntries(more),
  };
};

/** Says that something never was: it is corrected by nothing. */
export const takenBack = ({ now, bundle }: OpenCase, corrected: CaseEvent, { reason }: Typed): Recorded => ({
  kind: 'answered',
  happened: isAhead(corrected, now, bundle.programme.timeZone) ? now : corrected.happened,
  learned: now,
  values: {},
  supersedes: corrected.id,
  ...(typeof reason === 'string' && { reason }),
});
