/** What people write for a length of time or a number, put as the language has it. */

const numbers = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const article = /\b(?:an?|one)\b(?= (?:hour|day|working|week|fortnight|month|year))/;

const inDigits = (text: string): string =>
  numbers.reduce(
    (found, word, n) => found.replace(new RegExp(`\\b${word}\\b`, 'g'), String(n)),
    text.replace(article, '1'),
  );

const spelling = (text: string): string =>
  inDigits(text.trim().toLowerCase().replace(/\s+/g, ' '))
    .replace(/^(\d+)([a-z])/, '$1 $2')
    .replace(/\b(?:business|work|office) ?days?\b/, 'working days')
    .replace(/\bcalendar (?=days?\b)/, '')
    .replace(/^(?:the |by the )?next (?=(?:working )?days?\b)/, '1 ')
    .replace(/\b(\d+) fortnights?\b/, (_all, n: string) => `${Number(n) * 2} weeks`)
    .replace(/\b(\d+) (?:minutes?|mins?)\b/, '$1 minutes')
    .replace(/\b(\d+) h(?:rs?)?\b/, '$1 hours')
    .replace(/\b(\d+) w(?:ks?)?\b/, '$1 weeks')
    .replace(/\b(\d+) d\b/, '$1 days')
    .replace(/\b(\d+) mths?\b/, '$1 months')
    .replace(/\b(\d+) y(?:rs?)?\b/, '$1 years')
    .replace(/\bwithin \b|\bafter \b/, '');

/** Takes what was written and whether a text can be read; gives the text that was probably meant. */
export const mendSpan = (text: string, parse: (text: string) => unknown): string | undefined => {
  const found = spelling(text).replace(/^at (?:most|least) /, '');
  return parse(found) ? found : undefined;
};

const atOnce =
  /^(?:on )?(?:the )?same (?:calendar )?day$|^immediately$|^at once$|^(?:straight|right) ?away$|^forthwith$|^today$/;
const waiting = /^(?:after|at least|not before|no (?:earlier|sooner) than|more than)\b/;

/** As `mendSpan`, for the time that there is for something; time to wait is not put as time that there is. */
export const mendTimeLimit = (text: string, parse: (text: string) => unknown): string | undefined => {
  const found = text.trim().toLowerCase().replace(/\s+/g, ' ');
  if (atOnce.test(found)) return 'at-once';
  return waiting.test(found) ? undefined : mendSpan(found.replace(/^(?:up to|no (?:more|later) than) /, ''), parse);
};

const words: [RegExp, string][] = [
  [/\b(?:a )?minimum(?: of)? /, 'at least '],
  [/\b(?:a )?maximum(?: of)? /, 'at most '],
  [/^(?:up to|no more than|not more than|max\.?) /, 'at most '],
  [/^(?:no fewer than|not fewer than|no less than|not less than|min\.?) /, 'at least '],
  [/^(?:around|approximately|approx\.?|circa|roughly) /, 'about '],
  [/^between (\w+) and (\w+)/, '$1 to $2'],
  [/(\d+) ?[-–] ?(\d+)/, '$1 to $2'],
  [/^(\d+) ?(?:\+|or more)/, 'at least $1'],
  [/^>= ?/, 'at least '],
  [/^<= ?/, 'at most '],
  [/^not stated$|^unknown$|^unstated$|^none stated$/, 'not-stated'],
  [/ (?:sessions?|places?|people)(?=$| each | every | an? | per )/, ''],
  [/^weekly$/, '1 week'],
  [/^fortnightly$/, '2 weeks'],
  [/^monthly$/, '1 month'],
  [/^daily$/, '1 day'],
  [/^once (?:a|an|per|each|every) /, '1 each '],
  [/^twice (?:a|an|per|each|every) /, '2 each '],
  [/ (?:an?|per) (hour|day|week|month|year)/, ' each $1'],
];

/** As `mendSpan`, for numbers and rates. */
export const mendAmount = (text: string, parse: (text: string) => unknown): string | undefined => {
  let found = text.trim().toLowerCase().replace(/\s+/g, ' ');
  for (const [pattern, better] of words) {
    if (parse(found)) return found;
    found = found.replace(pattern, better);
  }
  found = inDigits(found);
  return parse(found) ? found : mendSpan(found, parse);
};
