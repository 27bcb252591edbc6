/** What is kept of a partner, in words. */
import type {
  Attempt,
  Kept,
  Outcome,
  Reach,
  ReviewOutcome,
  Said,
  Wishes,
} from '../../server/partner-support/contract.js';
import { ways } from '../../server/partner-support/contract.js';
import { safeDayInWords, wayTitle } from '../../server/partner-support/safe-ways.js';
import { dateTimeInWords, dayInWords, localDay } from '../words/dates.js';
import type { Row } from './hers-view.js';

export const saidWords: Record<Said, string> = { yes: 'Yes', no: 'No', 'not-asked': 'Not yet asked' };

export const outcomeWords: Record<Outcome, string> = {
  reached: 'Spoke with her, or heard back',
  'she-called': 'She got in touch herself',
  'no-answer': 'No answer',
  'message-left': 'Left a message',
  'somebody-else': 'Somebody else answered',
  'not-made': 'It was not made after all',
};

export const reviewWords: Record<ReviewOutcome, string> = {
  'stays-as-it-is': 'His place stays as it is',
  'something-changes': 'Something changes, and is recorded in the case',
  'looked-at-later': 'To be looked at again later',
};

/** "6pm on Monday 2 March 2026". */
export const instantInWords = (instant: string, zone: string): string => {
  const time = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return dateTimeInWords(`${localDay(instant, zone)}T${time.format(new Date(instant))}`);
};

/** "Recorded by Sam Reed at 6pm on Monday 2 March 2026". */
export const keptBy = ({ by, at }: Pick<Kept<'reach'>, 'by' | 'at'>, zone: string): string =>
  `Recorded by ${by} at ${instantInWords(at, zone)}`;

const given = (label: string, value: string): Row[] => (value === '' ? [] : [{ label, lines: value.split(/\r?\n/) }]);

/** The ways, whether each is one of hers, with what each needs. */
export const wayRows = (reach: Reach): Row[] =>
  ways.map((way) => ({ label: wayTitle(way), lines: [saidWords[reach.ways[way]]] }));

export const reachRows = (reach: Reach): Row[] => [
  ...given('What to call her', reach.called),
  ...given('Telephone', reach.number),
  { label: 'May a message be left?', lines: [saidWords[reach.voicemail]] },
  ...given('E-mail', reach.email),
  ...given('Address', reach.address),
  ...given('Through whom', reach.through),
  {
    label: 'Safe days and hours',
    lines: reach.safe.length > 0 ? reach.safe.map(safeDayInWords) : ['She has not said'],
  },
  ...given('When it is safe, in her words', reach.times),
  ...given('Code word', reach.codeWord),
  ...given('Who else may hear', reach.mayHear),
  ...given('More', reach.note),
];

/** Both wishes at once, where they are one. */
export const wishesInWords = (wishes: Wishes | undefined): string => {
  if (!wishes || (wishes.support === 'not-asked' && wishes.told === 'not-asked')) return 'Not yet asked what she wants';
  if (wishes.support === 'no' && wishes.told === 'no') return 'She declines both support and being told of him';
  const support = { yes: 'wants support', no: 'wants no support', 'not-asked': 'has not been asked about support' };
  const told = {
    yes: 'wants to be told of his attendance and progress',
    no: 'does not want to be told of his attendance and progress',
    'not-asked': 'has not been asked whether she wants to be told of him',
  };
  return `She ${support[wishes.support]}, and ${told[wishes.told]}`;
};

export const wishRows = (wishes: Wishes): Row[] => [
  { label: 'Support', lines: [saidWords[wishes.support]] },
  { label: 'Being told of his attendance and progress', lines: [saidWords[wishes.told]] },
  { label: 'She said so on', lines: [dayInWords(wishes.on)] },
  ...given('In her words', wishes.note),
];

export const attemptLines = ({ note, next, nextOn, because }: Attempt): string[] => [
  ...(note === '' ? [] : [note]),
  ...(because === '' ? [] : [`Made all the same, because: ${because}`]),
  ...(next === '' ? [] : [`Next: ${next}${nextOn === '' ? '' : `, by ${dayInWords(nextOn)}`}`]),
];
