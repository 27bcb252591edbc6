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
  yesNo,
} from '../shape/shape.js';
import { condition } from './condition.js';
import { originFields } from './origin.js';

const event = text('an event, such as “latest heard-from-participant”');
const periods = ['phase', 'week', 'month', 'year'] as const;

const factShape = record('a fact', {
  'count-of': optional(name('session, or the name of an event'), 'how many there were'),
  'run-of': optional(name('session, or the name of an event'), 'how many there were in a row, up to now'),
  'time-since': optional(event, 'how long ago it was, in the unit under “in”'),
  'time-between': optional(oneOrMore(event), 'how long it took from the first to the second, in the unit under “in”'),
  latest: optional(text('a question, such as incident.severity'), 'what was told the last time'),
  first: optional(text('a question, such as incident.severity'), 'what was told the first time'),
  'day-of': optional(event, 'the day on which it happened'),
  'sum-of': optional(text('a question, such as payment.amount'), 'the sum of what was told'),
  distinct: optional(
    name('topic, phase, or a question'),
    'how many different ones there were, such as topics, among what stands under “of”',
  ),
  'share-of': optional(
    name('session, or the name of an event'),
    'the share of them of which `where` holds, in percent: compared as it is, shown in whole percent with the rest cut off, so that 4 of 6 are shown as 66 and are more than 66 percent',
  ),
  'time-in': optional(oneOrMore(name('on-leave or suspended')), 'how long he was so in all, in the unit under “in”'),
  when: optional(condition.shape, 'yes when this holds, no when it does not'),
  of: optional(name('session, or the name of an event'), 'with distinct: of what'),
  where: optional(condition.shape, 'of each session or event that counts'),
  'of-those': optional(condition.shape, 'of a share: of which of them; of all that were due if left out'),
  'one-for-every': optional(number, 'of a count: one for every so many of them, such as 3 late for one absence'),
  plus: optional(oneOrMore(name('a number under facts')), 'of a count: what is added to it'),
  skips: optional(condition.shape, 'of a run: what neither adds to it nor ends it'),
  'broken-by': optional(
    oneOrMore(name('an outcome or an event')),
    'of a run: what ends it, besides one of which `where` does not hold',
  ),
  in: optional(
    oneOrMore(name('a phase, or a unit of time')),
    'of a count: only those in these phases; of a time: its unit, such as weeks',
  ),
  'in-any-one': optional(word(periods), 'the most that there were in any one phase, week, month or year'),
  'in-this': optional(word(periods), 'only those of the present phase, week, month or year'),
  'in-the-last': optional(
    text('a length of time, such as 12 weeks, or 4 sessions'),
    'only those of the last so long, or of the last so many sessions that were due',
  ),
  since: optional(event, 'only those after it; all since the start where it never happened'),
  ever: optional(yesNo, 'yes: of every stay, and not of this one only'),
  'pauses-in': optional(oneOrMore(name('a state')), 'of a time: states in which it stands still'),
  'for-each': optional(
    name('session, an event, or somebody of whom there may be several'),
    'there is one fact for each of them',
  ),
  called: optional(text(), 'as a noun: “sessions missed in a row”; made from its name if left out'),
  ...originFields,
});
export type WrittenFact = RecordOf<typeof factShape.fields>;

const shape = mapOf(factShape);
export type WrittenFacts = ReadBy<typeof shape>;

/** The keys that say what kind of fact it is; a fact has one of them. */
export const factKindKeys = [
  'count-of',
  'run-of',
  'time-since',
  'time-between',
  'latest',
  'first',
  'day-of',
  'sum-of',
  'distinct',
  'share-of',
  'time-in',
  'when',
] as const;
export type FactKindKey = (typeof factKindKeys)[number];

export const facts: Construct<WrittenFacts> = {
  word: 'facts',
  title: 'Facts over time',
  doc:
    'What is worked out from what happened. The first keys, down to `when`, are the kinds; a fact has one of them, and ' +
    'the others go with it. Of a session, `where` can say its outcome, kind, phase and topic, whether it is recorded, caught-up, and each trait of ' +
    'its outcome: “absence is yes”. Unless it says otherwise a fact is of this stay: who comes back begins at nothing. ' +
    'While a session is not recorded, a number may be known only as a range.',
  example: `facts:
  absences: { count-of: session, where: absence is yes }
  missed-in-a-row: { run-of: session, where: absence is yes, broken-by: heard-from-participant }
  weeks-on: { time-since: started, in: weeks, pauses-in: suspended }
  attendance: { share-of: session, where: present is yes, in-the-last: 10 sessions }
rules:
  too-many:
    when: absences reaches 3
    may: close as non-attendance
    confirmed-by: staff
  two-missed:
    when: missed-in-a-row reaches 2
    only-when: weeks-on is at least 2
    must: contact participant
  seldom-there:
    when: attendance is less than 80 percent
    should: contact participant
`,
  shape,
};
