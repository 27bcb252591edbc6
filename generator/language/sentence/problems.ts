/** What can be wrong with a sentence, its grammar first; what its names mean is in problems-of-meaning.ts. */
import { type Catalogue, kind } from '../../problem/problem.js';
import { type Corrected, write } from './advice.js';
import { problemsOfMeaning } from './problems-of-meaning.js';
import { problemsOfTime } from './problems-of-time.js';

type Found = Corrected & { found: string };
type Instead = Found & { words: string };

const shape = 'A sentence is a name, the word is, and what is said of it: date-of-birth is before 2008-01-31.';

const shapeOfEvent =
  'What happens is said so: started has happened, session-missed has not happened in the last 2 weeks, session-missed has happened since started.';

const problemsOfGrammar = {
  'sentence/empty': kind<Corrected>({
    severity: 'error',
    message: () => 'There is no sentence here.',
    advice: () => shape,
  }),
  'sentence/prose': kind<Corrected & { example: string }>({
    severity: 'error',
    message: () => 'This reads well, and it is no sentence that can be checked: it names no question.',
    advice: ({ example }) =>
      `Start with the name of a question or criterion, such as: ${example}. If a person has to judge it, ask it under “asks:” instead.`,
  }),
  'sentence/unfinished': kind<Corrected & { expected: string; ofEvent?: true }>({
    severity: 'error',
    message: ({ expected }) => `The sentence stops too early: ${expected} should come here.`,
    advice: ({ say, ofEvent }) => write(say, ofEvent ? shapeOfEvent : shape),
  }),
  'sentence/unexpected': kind<Found & { expected: string; ofEvent?: true }>({
    severity: 'error',
    message: ({ found, expected }) => `“${found}” does not belong here: ${expected} should come here.`,
    advice: ({ say, ofEvent }) => write(say, ofEvent ? shapeOfEvent : shape),
  }),
  'sentence/nothing-said': kind<Corrected & { name: string }>({
    severity: 'error',
    message: ({ name }) => `This names ${name} and says nothing of it.`,
    advice: ({ name }) =>
      `Say what must hold: ${name} is yes, ${name} is answered, or, of a criterion, ${name} is met.`,
  }),
  'sentence/no-name': kind<Found>({
    severity: 'error',
    message: ({ found }) => `The sentence starts with “${found}”, so nobody can tell what it is about.`,
    advice: () => shape,
  }),
  'sentence/no-is': kind<Corrected>({
    severity: 'error',
    message: () => 'The word “is” is missing.',
    advice: ({ say }) => write(say, shape),
  }),
  'sentence/starts-with': kind<Found>({
    severity: 'error',
    message: ({ found }) => `A sentence starts with a name, not with “${found}”.`,
    advice: ({ say }) => write(say, shape),
  }),
  'sentence/starts-with-not': kind<Found>({
    severity: 'error',
    message: ({ found }) => `A sentence starts with a name, not with “${found}”; not comes after is.`,
    advice: ({ say }) => write(say, 'For “none of these hold”, use a none-of list.'),
  }),
  'sentence/starts-with-value': kind<Found>({
    severity: 'error',
    message: ({ found }) => `A sentence starts with a name, not with a value such as ${found}.`,
    advice: ({ say }) => write(say, 'Turn the sentence round: first the name, then is, then the value.'),
  }),
  'sentence/sign': kind<Instead>({
    severity: 'error',
    message: ({ found, words }) => `Sentences use words, not signs: for “${found}” write “${words}”.`,
    advice: ({ say }) => write(say, shape),
  }),
  'sentence/quotes': kind<Found>({
    severity: 'error',
    message: ({ found }) => `Values stand without quotes: “${found}”.`,
    advice: ({ say }) => write(say, 'Take the quotes away, and name the option by its id.'),
  }),
  'sentence/full-stop': kind<Corrected>({
    severity: 'error',
    message: () => 'A sentence ends without a full stop.',
    advice: ({ say }) => write(say, 'Take the full stop away.'),
  }),
  'sentence/mark': kind<Found>({
    severity: 'error',
    message: ({ found }) => `“${found}” has no meaning in a sentence.`,
    advice: ({ say, found }) => write(say, `Take “${found}” away.`),
  }),
  'sentence/comma': kind<Corrected>({
    severity: 'error',
    message: () => 'Values are joined with or, not with commas.',
    advice: ({ say }) => write(say, 'Put or between the values.'),
  }),
  'sentence/two-in-one': kind<Found & { mixed: boolean }>({
    severity: 'error',
    message: ({ found, mixed }) =>
      mixed
        ? 'A sentence says one thing, and this one joins several with both and and or, which can be read in two ways.'
        : `A sentence says one thing, and this one says more than one, joined with “${found}”.`,
    advice: ({ say, mixed }) =>
      write(
        say,
        'Write an all-of or any-of list with one sentence on each line.',
        mixed ? 'If this is what it means, write:' : 'Write:',
      ),
  }),
  'sentence/and-between-values': kind<Corrected>({
    severity: 'error',
    message: () => 'Values are joined with or, not with and.',
    advice: ({ say }) =>
      `${write(say, 'Write or if either will do.')}\nIf it must be both at once, write an all-of list with a sentence for each.`,
  }),
  'sentence/beside': kind<Found & { key: string; rest: string }>({
    severity: 'error',
    message: ({ found }) => `What “${found}” adds does not stand in the sentence, but beside it.`,
    advice: ({ key, rest }) => `Put it in a key of its own, on the next line:\n${key}: ${rest}`,
  }),
  'sentence/capitals': kind<Instead>({
    severity: 'error',
    message: ({ found, words }) => `“${found}” is written ${words}, in small letters.`,
    advice: ({ say }) => write(say, 'Write it in small letters.'),
  }),
  'sentence/name-form': kind<Found & { name: string }>({
    severity: 'error',
    message: ({ found, name }) => `Names are written in small letters with hyphens: ${name}, not ${found}.`,
    advice: ({ say, name }) => write(say, `Write ${name}.`),
  }),
  'sentence/spaces': kind<Found & { name: string }>({
    severity: 'error',
    message: ({ found, name }) => `Names have hyphens where other text has spaces: ${name}, not ${found}.`,
    advice: ({ say, name }) => write(say, `Write ${name}.`),
  }),
  'sentence/clause-as-name': kind<Found>({
    severity: 'error',
    message: ({ found }) => `${found} looks like a clause, and a sentence cannot name a clause.`,
    advice: ({ found }) =>
      `Name the criterion or the question that the clause is about, and cite it beside the sentence: clause: ${found}`,
  }),
  'sentence/verb': kind<Instead>({
    severity: 'error',
    message: ({ found, words }) => `Sentences do not know “${found}”; they say “${words}”.`,
    advice: ({ say }) => write(say, shape),
  }),
  'sentence/comparison': kind<Instead>({
    severity: 'error',
    message: ({ found, words }) => `Sentences do not know “${found}”; they say “${words}”.`,
    advice: ({ say }) =>
      write(
        say,
        'Use at least, at most, more than or less than; for a date, before, after, on, on or before, on or after.',
      ),
  }),
  'sentence/age': kind<Found>({
    severity: 'error',
    message: ({ found }) => `Sentences do not know “${found}”: an age is told from the date of birth.`,
    advice: ({ say }) =>
      write(say, 'Name the date of birth and the day that counts: date-of-birth is at least 18 years before today'),
  }),
  'sentence/ago': kind<Corrected>({
    severity: 'error',
    message: () => 'Sentences do not know “ago”; they say before today.',
    advice: ({ say }) => write(say, 'Write: before today'),
  }),
  'sentence/number-in-words': kind<Found & { n: number }>({
    severity: 'error',
    message: ({ found, n }) => `Numbers are written in figures: ${n}, not ${found}.`,
    advice: ({ say, n }) => write(say, `Write ${n}.`),
  }),
  'sentence/number-form': kind<Found & { n: string }>({
    severity: 'error',
    message: ({ found, n }) => `Numbers are written without commas: ${n}, not ${found}.`,
    advice: ({ say, n }) => write(say, `Write ${n}.`),
  }),
  'sentence/date-form': kind<Found>({
    severity: 'error',
    message: ({ found }) => `Dates are written 2026-01-31 or 31 January 2026, not ${found}.`,
    advice: ({ say }) => write(say, 'Write the year, the month and the day: 2026-01-31'),
  }),
  'sentence/no-year': kind<Found>({
    severity: 'error',
    message: ({ found }) => `“${found}” is a date without its year.`,
    advice: ({ found }) => `Add the year, in four figures: ${found} 2026`,
  }),
  'sentence/extra-word': kind<Found>({
    severity: 'error',
    message: ({ found }) => `The word “${found}” does not belong here.`,
    advice: ({ say, found }) => write(say, `Leave “${found}” out.`),
  }),
  'sentence/exact-duration': kind<Found>({
    severity: 'error',
    message: ({ found }) =>
      `“${found}” could mean at least or at most so long; on its own it would hold on one day only.`,
    advice: ({ say }) => write(say, 'Say at least, at most, more than or less than.'),
  }),
  'sentence/unit': kind<Corrected & { unit: string }>({
    severity: 'error',
    message: ({ unit }) => `How far apart two dates are is counted in days, weeks, months or years, not in ${unit}.`,
    advice: ({ say }) => write(say, 'Use days, weeks, months or years.'),
  }),
  'sentence/no-unit': kind<Corrected & { n: number }>({
    severity: 'error',
    message: ({ n }) => `Nothing says what ${n} counts: days, weeks, months or years.`,
    advice: ({ n }) => `Add the unit, for example: at least ${n} years before today`,
  }),
  'sentence/part-of-a-unit': kind<Corrected & { n: number; unit: string }>({
    severity: 'error',
    message: ({ n, unit }) => `How far apart two dates are is a whole number of ${unit}, not ${n}.`,
    advice: () => 'Use a whole number, in a smaller unit if need be: 18 months, not 1.5 years.',
  }),
} satisfies Catalogue;

/** Every code of a sentence, with the particulars that its message needs. */
export const sentenceProblems = { ...problemsOfGrammar, ...problemsOfMeaning, ...problemsOfTime };
