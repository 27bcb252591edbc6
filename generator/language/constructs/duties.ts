import { weekdays } from '../../../engine/contract/index.js';
import type { Construct } from '../construct.js';
import {
  mapOf,
  name,
  number,
  oneOrMore,
  optional,
  type ReadBy,
  type RecordOf,
  record,
  text,
  word,
} from '../shape/shape.js';
import { condition } from './condition.js';
import { originFields } from './origin.js';
import { consequence, forceFields, openingFields } from './rules.js';

/** When a duty comes about, how long there is for it, and how often it comes round. */
const conditions = {
  ...openingFields,
  'only-when': optional(condition.shape, 'only if this holds too'),
  unless: optional(condition.shape, 'the exception to it'),
  while: optional(condition.shape, 'of what recurs: goes on as long as this holds'),
};
const times = {
  within: optional(text('a length of time, at-once, or not-stated'), 'how long there is for it'),
  'by-time': optional(text('a time of day, such as "16:00"'), 'by what time on the last day'),
  'by-day': optional(word(weekdays), 'by the end of the first such day after that of which its time counts'),
  before: optional(
    text('an event, a date, or “session 3”, and how long before it: “5 working days before hearing-date”'),
    'what it must come before',
  ),
  'counted-from': optional(
    text('learned, happened, an event, a date, or “end of period”'),
    'from when its time counts; from what opens it if left out',
  ),
  'done-by': optional(oneOrMore(name('the name of an event')), 'what shows that it was done'),
  times: optional(number, 'how many times it has to be done; once if left out'),
  every: optional(
    text('a length of time, “calendar month”, or not-stated'),
    'how often it comes round, whenever the one before was done',
  ),
  'at-least-every': optional(
    text('a length of time'),
    'how long after the latest time that it was done it is due again',
  ),
  'pauses-in': optional(
    oneOrMore(name('a state')),
    'states in which its time stands still, so that the last day moves',
  ),
  'if-missed': optional(consequence, 'what follows when it was not done in time'),
  reason: optional(text(), 'the words said of it; the clause’s own if left out'),
};
export const triggerFields = { ...conditions, ...times };

const duty = record('a duty', {
  ...conditions,
  ...forceFields,
  by: optional(oneOrMore(name('the name of a role')), 'whose duty it is'),
  ...times,
  ...originFields,
});
export type WrittenDuty = RecordOf<typeof duty.fields>;

const shape = mapOf(duty);
export type WrittenDuties = ReadBy<typeof shape>;

export const duties: Construct<WrittenDuties> = {
  word: 'duties',
  title: 'Duties',
  doc:
    'What somebody has to do: what opens it, what it is, and how long there is. Nothing is filled in: without ' +
    '`within`, `by-day`, `before` or a rhythm it is never late. There is one for each thing that opens it, and it ' +
    'outlives what comes after, a closure too, unless `until`, `unless` or `while` ends it. What recurs ends with his ' +
    'case, unless it is owed to a partner or `while` says otherwise.',
  example: `duties:
  offer-a-meeting:
    after: accepted
    should: Offer him a first meeting
    within: 2 weeks
    by: staff
    clause: EX-004
  write-to-him:
    after: session-missed
    must: Write to him
    by-day: Friday
    by: staff
  monthly-call:
    while: stage is on-programme
    must: contact participant
    every: 1 month
    by: staff
`,
  shape,
};

export const partners: Construct<WrittenDuties> = {
  word: 'partners',
  title: 'Partners',
  doc:
    'Duties towards each partner, written as under `duties`; `for-each: partner` goes without saying. What is owed ' +
    'to her does not stand still because he is suspended.',
  example: `people:
  outside: { participant: client, referrer: referrer, partner: partner }
  inside: { staff: Our staff, support-worker: { called: support worker, supports: partner } }
forms:
  referral:
    title: Referral form
    from: referrer
    asks:
      partners: { each: partner, asks: { phone: { ask: A safe number, type: phone } } }
partners:
  call-her:
    after: accepted
    must: contact partner
    within: 5 working days
    by: support-worker
`,
  shape,
};
