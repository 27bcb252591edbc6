/** What can be wrong with a well-formed sentence, given what its names mean. */
import { listed } from '../../../engine/contract/index.js';
import { type Catalogue, kind } from '../../problem/problem.js';
import { type Corrected, write } from './advice.js';

type Of = Corrected & { name: string };
/** `what` is what the name stands for: "a date". */
type Mismatch = Of & { what: string };

const spaced = (unit: string): string => unit.replace('working-', 'working ');

export const problemsOfMeaning = {
  'sentence/unknown-name': kind<Of & { nearest?: string; elsewhere?: string; optionOf?: string }>({
    severity: 'error',
    message: ({ name, elsewhere, optionOf }) => {
      if (elsewhere !== undefined) return `${name} is ${elsewhere}, and a sentence cannot name that.`;
      if (optionOf !== undefined)
        return `${name} is an option of ${optionOf}, and a sentence starts with the question.`;
      return `Nothing called ${name} can be named here.`;
    },
    advice: ({ say, nearest, optionOf }) => {
      if (nearest !== undefined) return say === undefined ? `Did you mean ${nearest}?` : `Did you mean: ${say}`;
      const general = 'Name a question of a form, or something under criteria, judgements or instruments.';
      return write(say, optionOf === undefined ? general : `Start with ${optionOf} is`);
    },
  }),
  'sentence/unknown-option': kind<Of & { word: string; options: string[]; nearest?: string }>({
    severity: 'error',
    message: ({ word, name, options }) =>
      options.length === 0
        ? `${name} has no options, so it cannot be ${word}.`
        : `${name} has no option ${word}; it has ${listed(options, 'and')}.`,
    advice: ({ say, nearest, options }) =>
      nearest === undefined
        ? write(say, options.length === 0 ? 'Give the question options.' : `Choose from ${listed(options, 'or')}.`)
        : `Did you mean: ${say ?? nearest}`,
  }),
  'sentence/wrong-way-round': kind<Of & { word: string }>({
    severity: 'error',
    message: ({ name, word }) => `The sentence is the wrong way round: ${word} is an option of ${name}.`,
    advice: ({ say, name, word }) => write(say, `Write: ${name} is ${word}`),
  }),
  'sentence/true-or-false': kind<Of & { found: string; words: string }>({
    severity: 'error',
    message: ({ found, words }) => `The answer is ${words}, not ${found}.`,
    advice: ({ say, words }) => write(say, `Write ${words}.`),
  }),
  'sentence/empty-answer': kind<Of & { found: string }>({
    severity: 'error',
    message: ({ name, found }) =>
      `“${found}” is no answer of ${name}; that there is an answer at all is said with “is answered”.`,
    advice: ({ say }) =>
      write(
        say,
        'Leave it out: an answer still to come is unknown, never no, and whatever needs the answer waits for it by itself.',
      ),
  }),
  'sentence/not-answered': kind<Of>({
    severity: 'error',
    message: ({ name }) =>
      `An answer still to come is unknown, never no, so “${name} is not answered” would never hold.`,
    advice: ({ name }) =>
      `Leave it out: whatever needs ${name} waits for it by itself. Or turn the condition round: ${name} is answered`,
  }),
  'sentence/not-known': kind<Of & { word: string }>({
    severity: 'error',
    message: ({ name, word }) =>
      `The option ${word} of ${name} means that it is not known, and that is no value to ask for.`,
    advice: ({ say }) =>
      write(say, 'Leave it out: whatever needs the answer then says that there is not enough information.'),
  }),
  'sentence/never-not-applicable': kind<Of>({
    severity: 'error',
    message: ({ name }) => `${name} offers no answer that means not applicable.`,
    advice: ({ say, name }) =>
      write(say, `Give ${name} such an answer (not-applicable: Not applicable), or leave this out.`),
  }),
  'sentence/nothing-left': kind<Of>({
    severity: 'error',
    message: ({ name }) => `This rules out every answer of ${name}, so it never holds.`,
    advice: ({ name }) => `“${name} is not a or b” means neither of them. Name fewer answers.`,
  }),
  'sentence/named-twice': kind<Of & { word: string }>({
    severity: 'error',
    message: ({ word }) => `${word} is named twice.`,
    advice: ({ say }) => write(say, 'Name it once.'),
  }),
  'sentence/number-for-option': kind<Mismatch & { found: string; options: string[] }>({
    severity: 'error',
    message: ({ name, what, found }) => `${name} is ${what}, and ${found} is none of its answers.`,
    advice: ({ say, options }) =>
      write(say, options.length === 0 ? 'Name another fact.' : `Choose from ${listed(options, 'or')}.`),
  }),
  'sentence/option-for-number': kind<Of & { found: string; bands: string[] }>({
    severity: 'error',
    message: ({ name, found, bands }) =>
      bands.length === 0
        ? `${name} is a number, and ${found} is none.`
        : `${name} has no band ${found}; it has ${listed(bands, 'and')}.`,
    advice: ({ say, name, bands }) =>
      write(
        say,
        bands.length === 0
          ? `Write a figure, for example: ${name} is at least 3`
          : `Choose from ${listed(bands, 'or')}, or write a figure.`,
      ),
  }),
  'sentence/not-a-number': kind<Mismatch & { advice: string }>({
    severity: 'error',
    message: ({ name, what }) => `${name} is ${what}, and only a number can be at least, at most or between so much.`,
    advice: ({ say, advice }) => write(say, advice),
  }),
  'sentence/is-a-date': kind<Of & { found: string }>({
    severity: 'error',
    message: ({ name, found }) => `${name} is a date, and a date is not “${found}” but so long before or after a day.`,
    advice: ({ say }) => write(say, 'Say before or after which day.', 'Name the day that counts, for example:'),
  }),
  'sentence/say-on': kind<Of>({
    severity: 'error',
    message: ({ name }) => `${name} is a date, and a date is on, before or after a day.`,
    advice: ({ say, name }) => write(say, `For example: ${name} is on 2026-01-31`),
  }),
  'sentence/not-a-date': kind<Mismatch & { advice: string }>({
    severity: 'error',
    message: ({ name, what }) => `${name} is ${what}, and only a date can be before, after or on a day.`,
    advice: ({ say, advice }) => write(say, advice),
  }),
  'sentence/same-date': kind<Of>({
    severity: 'error',
    message: ({ name }) => `This compares ${name} with itself.`,
    advice: () => 'Name another date.',
  }),
  'sentence/text-compared': kind<Mismatch>({
    severity: 'error',
    message: ({ name, what }) => `${name} is ${what}: what it says cannot be checked, only that it is answered.`,
    advice: ({ name }) =>
      `Write: ${name} is answered. To check a date, a number or what is chosen, give the question that type.`,
  }),
  'sentence/entries-compared': kind<Of>({
    severity: 'error',
    message: ({ name }) => `${name} is a list, and a sentence can say of it only that it is answered.`,
    advice: ({ name }) => `To ask something of its entries, write:\nany-entry-of: ${name}\nwhere: …`,
  }),
  'sentence/value-of-a-criterion': kind<Of>({
    severity: 'error',
    message: ({ name }) => `${name} is a criterion, and a criterion is met or not met.`,
    advice: ({ say, name }) => write(say, `Write: ${name} is met`),
  }),
  'sentence/met-of-a-fact': kind<Mismatch>({
    severity: 'error',
    message: ({ name, what }) => `${name} is ${what}; only a criterion is met or not met.`,
    advice: ({ say, name }) => write(say, `Say which answer of ${name} is needed.`),
  }),
  'sentence/wrong-unit': kind<Of & { unit: string; counted?: string; over?: boolean }>({
    severity: 'error',
    message: ({ name, unit, counted }) =>
      counted === undefined
        ? `${name} is a plain number, not one of ${unit}.`
        : `${name} is counted in ${spaced(counted)}, not in ${spaced(unit)}.`,
    advice: ({ say, counted, over }) =>
      write(say, over && counted !== undefined ? `Say how many ${spaced(counted)} that is.` : 'Leave the unit out.'),
  }),
  'sentence/out-of-limits': kind<Of & { n: number; limits: string }>({
    severity: 'error',
    message: ({ name, n, limits }) => `${name} is ${limits}, so ${n} is out of its limits.`,
    advice: () => 'Write a figure inside the limits, or change the limits where the number is declared.',
  }),
  'sentence/always-or-never': kind<Of & { always: boolean; limits: string }>({
    severity: 'error',
    message: ({ name, always, limits }) => `${name} is ${limits}, so this ${always ? 'always' : 'never'} holds.`,
    advice: ({ always }) =>
      always ? 'Take the sentence away, or say something that an answer can change.' : 'Write another figure.',
  }),
  'sentence/whole-number': kind<Of & { n: number }>({
    severity: 'error',
    message: ({ name, n }) => `${name} counts in whole numbers, and ${n} is none.`,
    advice: () => 'Write a whole number, or say decimals: yes where the number is declared.',
  }),
  'sentence/no-such-day': kind<Corrected & { found: string; because: string }>({
    severity: 'error',
    message: ({ found, because }) => `There is no such day as ${found}: ${because}.`,
    advice: ({ say }) => write(say, 'Write the day that is meant, year first: 2026-01-31'),
  }),
  'sentence/unlikely-year': kind<Corrected & { year: number }>({
    severity: 'error',
    message: ({ year }) => `The year ${year} is out of reach of any case.`,
    advice: () => 'Write the year in four figures: 2026-01-31',
  }),
  'sentence/too-far-apart': kind<Corrected & { found: string }>({
    severity: 'error',
    message: ({ found }) => `${found} is longer than anybody lives.`,
    advice: () => 'Write a shorter time.',
  }),
  'sentence/ends-swapped': kind<Corrected & { from: string; to: string }>({
    severity: 'error',
    message: ({ from, to }) => `Nothing lies between ${from} and ${to}: the smaller comes first.`,
    advice: ({ say, from, to }) => write(say, `Write: between ${to} and ${from}`),
  }),
} satisfies Catalogue;
