/** What is asked of somebody who declares a new programme: in the terminal one line each, on the command line by flags. */

/** The questions, by their flags. */
export type Name =
  | 'provider'
  | 'title'
  | 'for'
  | 'minimum-age'
  | 'sessions'
  | 'every'
  | 'missed'
  | 'partners'
  | 'appeals'
  | 'nation';

/** What was answered so far, each in the form that `read` gives. */
export type Given = Partial<Record<Name, string>>;

/** An answer to every question. */
export type Complete = Record<Name, string>;

/** An answer as it is used, or why it cannot be taken. */
export type Read = { value: string } | { fault: string };

export interface Question {
  name: Name;
  /** What stands behind its flag. */
  takes: string;
  asks: string;
  /** What it is for, in a few words. */
  why: string;
  /** Taken where nothing is said. */
  usual: string;
  /** Takes what was typed and what was answered before. */
  read(typed: string, before: Given): Read;
}

const longestName = 100;
/** Letters that stand on no keyboard, such as those that end a line or turn the direction of writing. */
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/u;

const name = (typed: string): Read => {
  const value = typed.trim().replace(/\s+/g, ' ');
  if (unprintable.test(value)) return { fault: 'It is one line of ordinary letters.' };
  if (!/\p{L}/u.test(value)) return { fault: 'A name has at least one letter.' };
  if (value.length > longestName) return { fault: `A name has at most ${longestName} letters.` };
  return { value };
};

const noun = (typed: string): Read => {
  const value = typed
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/^(?:an?|the) /i, '');
  if (!/^\p{L}[\p{L}’-]*(?: [\p{L}’-]+)*$/u.test(value) || value.length > 40) {
    return { fault: 'It is a word or two for one of them, of letters only: man, parent, young person.' };
  }
  if (/^(?:yes|no|true|false|null|on|off)$/i.test(value)) return { fault: `“${value}” is no word for a person.` };
  return { value: value === value.toUpperCase() ? value : value[0]?.toLowerCase() + value.slice(1) };
};

const wholeNumber =
  (least: number, most: number) =>
  (typed: string): Read => {
    const value = Number(typed.trim());
    if (!/^\d{1,6}$/.test(typed.trim()) || value < least || value > most) {
      return { fault: `It is a whole number in figures, from ${least} to ${most}.` };
    }
    return { value: String(value) };
  };

const yesOrNo = (typed: string): Read => {
  const said = typed.trim().toLowerCase();
  if (['y', 'yes'].includes(said)) return { value: 'yes' };
  if (['n', 'no'].includes(said)) return { value: 'no' };
  return { fault: 'It is yes or no.' };
};

const rhythms: Record<string, string> = {
  daily: '1 day',
  weekly: '1 week',
  fortnightly: '2 weeks',
  monthly: '1 month',
};

const rhythm = (typed: string): Read => {
  const said = typed.trim().toLowerCase().replace(/\s+/g, ' ');
  const [, n = '1', unit] =
    /^(?:every )?(?:(\d{1,2}) ?)?(day|week|month)s?$/.exec(
      Object.hasOwn(rhythms, said) ? (rhythms[said] ?? '') : said,
    ) ?? [];
  if (unit === undefined || Number(n) < 1) {
    return { fault: 'It is how long from one session to the next: 1 week, 2 weeks, 1 month, 3 days.' };
  }
  return { value: `${Number(n)} ${unit}${Number(n) === 1 ? '' : 's'}` };
};

const moreThanMissed = (typed: string, { missed }: Given): Read => {
  const read = wholeNumber(4, 200)(typed);
  if ('fault' in read || missed === undefined || Number(read.value) > Number(missed)) return read;
  return { fault: `It is more than the ${missed} that close the file.` };
};

const fewerThanSessions = (typed: string, { sessions }: Given): Read => {
  const read = wholeNumber(1, 20)(typed);
  if ('fault' in read || sessions === undefined || Number(read.value) < Number(sessions)) return read;
  return { fault: `It is fewer than the ${sessions} sessions that there are.` };
};

const daysOrNo = (typed: string): Read => {
  if (/^no?$/i.test(typed.trim())) return { value: 'no' };
  const read = wholeNumber(1, 60)(typed.replace(/ *(?:working )?days?\s*$/i, ''));
  return 'fault' in read ? { fault: 'It is a number of working days, from 1 to 60, or no.' } : read;
};

const nations: Record<string, string> = {
  england: 'england-and-wales',
  wales: 'england-and-wales',
  'england-and-wales': 'england-and-wales',
  scotland: 'scotland',
  'northern-ireland': 'northern-ireland',
};

const nation = (typed: string): Read => {
  const said = typed.trim().toLowerCase().replace(/\s+/g, '-');
  const value = Object.hasOwn(nations, said) ? nations[said] : undefined;
  return value === undefined ? { fault: 'It is england-and-wales, scotland or northern-ireland.' } : { value };
};

/** Every question, in the order in which they are asked. */
export const questions: readonly Question[] = [
  {
    name: 'provider',
    takes: 'name',
    asks: 'Who runs the programme?',
    why: 'the organisation, as its letters name it',
    usual: 'Example Trust',
    read: name,
  },
  {
    name: 'title',
    takes: 'name',
    asks: 'What is the programme called?',
    why: 'it heads every page and report',
    usual: 'Evening Programme',
    read: name,
  },
  {
    name: 'for',
    takes: 'noun',
    asks: 'Whom is it for?',
    why: 'your word for one of them, such as man, parent, young person',
    usual: 'client',
    read: noun,
  },
  {
    name: 'minimum-age',
    takes: 'years',
    asks: 'From what age?',
    why: 'reckoned on the day of the referral',
    usual: '18',
    read: wholeNumber(1, 99),
  },
  {
    name: 'sessions',
    takes: 'number',
    asks: 'How many sessions are there?',
    why: 'all are needed to complete, and a report follows half way',
    usual: '12',
    read: moreThanMissed,
  },
  {
    name: 'every',
    takes: 'time',
    asks: 'How long from one session to the next?',
    why: '1 week, 2 weeks, 1 month, 3 days',
    usual: '1 week',
    read: rhythm,
  },
  {
    name: 'missed',
    takes: 'number',
    asks: 'At how many sessions missed in a row is the file closed?',
    why: 'somebody confirms it then; nothing closes by itself',
    usual: '3',
    read: fewerThanSessions,
  },
  {
    name: 'partners',
    takes: 'yes|no',
    asks: 'Are partners supported as well?',
    why: 'what one of them says is kept apart from the rest',
    usual: 'no',
    read: yesOrNo,
  },
  {
    name: 'appeals',
    takes: 'days|no',
    asks: 'Within how many working days can a decision be appealed against?',
    why: 'a number, or no',
    usual: '10',
    read: daysOrNo,
  },
  {
    name: 'nation',
    takes: 'nation',
    asks: 'Whose bank holidays are no working days?',
    why: 'england-and-wales, scotland or northern-ireland',
    usual: 'england-and-wales',
    read: nation,
  },
];
