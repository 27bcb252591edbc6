/** What can be wrong with a sentence about what happened, how long, duties or rules. */
import { listed } from '../../../engine/contract/index.js';
import { type Catalogue, kind } from '../../problem/problem.js';
import { type Corrected, write } from './advice.js';

type Of = Corrected & { name: string };
/** `events`: what it brings, each the name of an event. */
type Mismatch = Of & { what: string; events: string[] };

const didYouMean = (events: string[]): string | undefined =>
  events.length === 0 ? undefined : `Did you mean ${listed(events, 'or')}?`;

export const problemsOfTime = {
  'sentence/not-over-time': kind<Corrected & { found: string }>({
    severity: 'error',
    message: ({ found }) =>
      `“${found}” is about what happens over time, and whether somebody is eligible is decided from answers alone.`,
    advice: () => 'Write it as a rule (rules:), or as what a step needs (pathway: or completion:).',
  }),
  'sentence/unknown-event': kind<Of & { nearest?: string; elsewhere?: string; events: string[] }>({
    severity: 'error',
    message: ({ name, elsewhere }) =>
      elsewhere === undefined
        ? `Nothing called ${name} can happen here.`
        : `${name} is ${elsewhere}, and not something that happens.`,
    advice: ({ say, nearest, events }) => {
      if (nearest !== undefined) return say === undefined ? `Did you mean ${nearest}?` : `Did you mean: ${say}`;
      return (
        didYouMean(events) ??
        'Declare it under records, or name something that is part of every case, such as started or session-missed.'
      );
    },
  }),
  'sentence/not-an-event': kind<Mismatch & { isDate: boolean }>({
    severity: 'error',
    message: ({ name, what }) => `${name} is ${what}, and what is wanted here is something that happens.`,
    advice: ({ say, events, isDate }) =>
      write(
        say,
        didYouMean(events) ??
          (isDate
            ? 'Name an event. To compare days, declare one as a fact (last-missed: { day-of: latest session-missed }) and write: last-missed is after …'
            : 'Name an event, such as started, session-missed, or something under records.'),
      ),
  }),
  'sentence/happened-of': kind<Mismatch & { kind: 'date' | 'rule' | 'other' }>({
    severity: 'error',
    message: ({ name, what }) => `${name} is ${what}; only an event has happened or has not.`,
    advice: ({ say, name, events, kind: of }) =>
      write(
        say,
        didYouMean(events) ??
          (of === 'rule'
            ? `Say how it stands: ${name} is standing, ${name} is confirmed, or ${name} is refused`
            : `Say what ${name} is, or name an event.`),
      ),
  }),
  'sentence/is-of-an-event': kind<Of>({
    severity: 'error',
    message: ({ name }) => `${name} is an event: it has happened or it has not, and that is all a sentence says of it.`,
    advice: ({ say, name }) =>
      write(say, `Write: ${name} has happened\nWhat was recorded with it is asked beside it, under “where:”.`),
  }),
  'sentence/counted': kind<Of & { example: { fact: string; say: string } }>({
    severity: 'error',
    message: ({ name }) => `${name} is an event, and how often it happened is counted by a fact.`,
    advice: ({ name, example }) =>
      `Declare the fact, and name that instead:\nfacts:\n  ${example.fact}: { count-of: ${name} }\nThen: ${example.say}`,
  }),
  'sentence/day-of-an-event': kind<Of & { example: { fact: string; say: string } }>({
    severity: 'error',
    message: ({ name }) => `${name} is an event, and its day is a fact of its own.`,
    advice: ({ say, name, example }) =>
      write(
        say,
        `Declare the fact, and name that instead:\nfacts:\n  ${example.fact}: { day-of: latest ${name} }\nThen: ${example.say}`,
      ),
  }),
  'sentence/state': kind<Of & { kind: 'duty' | 'rule'; states: string[] }>({
    severity: 'error',
    message: ({ name, kind: of, states }) => `${name} is a ${of}, and a ${of} is ${listed(states, 'or')}.`,
    advice: ({ say, name, states }) =>
      write(
        say,
        `Write ${listed(
          states.map((state) => `${name} is ${state}`),
          'or',
        )}.`,
      ),
  }),
  'sentence/no-session': kind<Corrected & { found: string }>({
    severity: 'error',
    message: ({ found }) => `“${found}” is reckoned from one session, and no single session is looked at here.`,
    advice: ({ found }) =>
      found === 'the next day'
        ? 'Say after what: by 16:00 1 day after session-missed'
        : 'Name an event of sessions instead, such as session-missed; or say it under “where:” or in what is “for-each: session”.',
  }),
  'sentence/for-of-an-event': kind<Of>({
    severity: 'error',
    message: ({ name }) => `${name} happens at a moment, and nothing at a moment goes on for so long.`,
    advice: ({ say, name }) => write(say, `Write: ${name} has not happened in the last 2 weeks`),
  }),
  'sentence/within-what': kind<Corrected>({
    severity: 'error',
    message: () => '“within” says so long after something, and nothing says after what.',
    advice: ({ say }) =>
      write(
        say,
        'Say after what: within 2 weeks of started. Or count back from now: in the last 2 weeks',
        'Say after what: within 2 weeks of started. Or, if it is counted back from now, write:',
      ),
  }),
  'sentence/no-unit-of-time': kind<Corrected & { n: number }>({
    severity: 'error',
    message: ({ n }) => `Nothing says what ${n} counts: hours, days, working days, weeks, months or years.`,
    advice: ({ n }) => `Add the unit, for example: ${n} ${n === 1 ? 'week' : 'weeks'}`,
  }),
  'sentence/unit-of-time': kind<Corrected & { unit: string }>({
    severity: 'error',
    message: ({ unit }) =>
      `A length of time is counted in hours, days, working days, weeks, months or years, not in ${unit}.`,
    advice: ({ say }) => write(say, 'Use one of these units.'),
  }),
  'sentence/part-of-a-unit-of-time': kind<Corrected & { n: number; unit: string }>({
    severity: 'error',
    message: ({ n, unit }) => `A length of time is a whole number of ${unit}, at least 1, not ${n}.`,
    advice: () => 'Use a whole number, in a smaller unit if need be: 18 months, not 1.5 years.',
  }),
  'sentence/reaches': kind<Corrected & { found: string }>({
    severity: 'error',
    message: ({ found }) =>
      `“${found}” is the moment at which a number gets there: it opens a rule or a duty, and is no condition.`,
    advice: ({ say }) => write(say, 'Write: is at least, and the number'),
  }),
  'sentence/reaches-in-time': kind<Of & { n: number; time: string }>({
    severity: 'error',
    message: ({ time }) => `In how long it is counted is said by the fact, and not here: “${time}”.`,
    advice: ({ name, n, time }) =>
      `Give the fact “in-the-last: ${time}” (or another fact, where ${name} is also wanted without it), such as:\nfacts:\n  ${name}: { count-of: session, where: absence is yes, in-the-last: ${time} }\nThen: ${name} reaches ${n}`,
  }),
  'sentence/reaches-of': kind<Of & { what: string; isEvent: boolean }>({
    severity: 'error',
    message: ({ name, what }) => `${name} is ${what}, and only a number reaches anything.`,
    advice: ({ name, isEvent }) =>
      isEvent
        ? `Count it in a fact, and say what that reaches:\nfacts:\n  number-of-${name}: { count-of: ${name} }\nThen: number-of-${name} reaches 3`
        : 'Name a number, such as a fact that counts.',
  }),
  'sentence/in-a-row': kind<Corrected & { n: number }>({
    severity: 'error',
    message: () => 'How many came one after the other is counted by a fact.',
    advice: ({ say, n }) =>
      write(
        say,
        `Declare the fact, and say what it reaches:\nfacts:\n  missed-in-a-row: { run-of: session, where: absence is yes }\nThen: missed-in-a-row reaches ${n}`,
      ),
  }),
  'sentence/when-an-event': kind<Of>({
    severity: 'error',
    message: ({ name }) => `${name} is an event, over as soon as it happens; “when:” takes what goes on being so.`,
    advice: ({ name }) =>
      `Write “after: ${name}” for what follows each one, or say “when: ${name} has happened in the last 2 weeks”.`,
  }),
  'sentence/event-alone': kind<Corrected>({
    severity: 'error',
    message: () => 'An event is named here alone; nothing more is said of it.',
    advice: ({ say }) => write(say, 'Write its name only.'),
  }),
  'sentence/latest-opens-nothing': kind<Of>({
    severity: 'error',
    message: ({ name }) => `Nobody can tell of ${name}, as it happens, that it is the last.`,
    advice: ({ say }) => write(say, 'Name the event alone, or say first, 2nd, 3rd.', 'For each one, write:'),
  }),
  'sentence/event-wanted': kind<Corrected>({
    severity: 'error',
    message: () => 'This is a condition, and an event is wanted here.',
    advice: () => 'Name an event, such as session-missed; put a condition under “when:”, “only-when:” or “where:”.',
  }),
  'sentence/no-point': kind<Corrected>({
    severity: 'error',
    message: () => 'This is no point in time.',
    advice: () => 'Name an event (started, latest session-missed, first session-missed) or a fact that is a date.',
  }),
  'sentence/time-of-an-answer': kind<Corrected & { found: string }>({
    severity: 'error',
    message: ({ found }) => `“${found}” is said of what happens, and this is said of an answer.`,
    advice: () =>
      'Name an event: session-missed has happened in the last 2 weeks. Or say how long it has been so: … for at least 2 weeks',
  }),
  'sentence/for-how-long': kind<Corrected & { found: string }>({
    severity: 'error',
    message: ({ found }) =>
      `How long something has been so is said with “for at least” or “for more than”, not “${found}”.`,
    advice: ({ say }) => write(say, 'Write: for at least, or for more than, and how long'),
  }),
  'sentence/several-events': kind<Corrected & { events: string[] }>({
    severity: 'error',
    message: ({ events }) => `One event can be named here, and these are ${events.length}: ${events.join(', ')}.`,
    advice: ({ events }) =>
      `Give them one name under “records”, and name that: a-name: { called: …, any-of: [${events.join(', ')}] }`,
  }),
  'sentence/for-less-than': kind<Corrected & { found: string }>({
    severity: 'error',
    message: ({ found }) => `“${found}” can be read in two ways: that it has begun since, or that it has ended by now.`,
    advice: () => 'Turn it round: put “… for at least 2 weeks” under “unless:” or in a none-of list.',
  }),
  'sentence/long-ago': kind<Of & { span: string }>({
    severity: 'error',
    message: () => 'Sentences do not know “ago”: what happened longer ago than that has not happened since.',
    advice: ({ name, span }) =>
      `Say both:\nall-of:\n  - ${name} has happened\n  - ${name} has not happened in the last ${span}`,
  }),
  'sentence/clock': kind<Corrected & { found: string; time: string }>({
    severity: 'error',
    message: ({ found, time }) => `Times of the day are written on the clock of 24 hours: ${time}, not ${found}.`,
    advice: ({ say, time }) => write(say, `Write ${time}.`),
  }),
  'sentence/no-time-of-day': kind<Corrected & { found: string }>({
    severity: 'error',
    message: ({ found }) => `“${found}” does not say by what time of the day.`,
    advice: () =>
      'Write the time: by 16:00 the next day. Or say how long after: within 1 day of session-missed, within 5 working days of started',
  }),
  'sentence/no-number-of-time': kind<Corrected & { found: string }>({
    severity: 'error',
    message: ({ found }) => `“${found}” could be the present one or the last so many days; say how many.`,
    advice: ({ say, found }) => write(say, `Write a figure before ${found}.`),
  }),
} satisfies Catalogue;
