import { nearest } from '../../problem/nearest.js';
import { kind, raiser } from '../../problem/problem.js';

const orList = (words: string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;

const didYouMean = (found: string, candidates: string[]): string => {
  const near = nearest(found, candidates);
  return near ? `Did you mean “${near}”? ` : '';
};

/** Words that people reach for, and the keys that they may mean. */
const reachedFor = new Map(
  Object.entries({
    answers: ['options'],
    because: ['reason', 'reading'],
    choices: ['options'],
    comment: ['reading'],
    condition: ['requires', 'only-when'],
    'consent-from': ['consent-of'],
    'decided-by': ['by'],
    description: ['hint', 'to'],
    error: ['otherwise'],
    except: ['unless'],
    exception: ['unless'],
    exceptions: ['unless'],
    fields: ['asks'],
    help: ['hint'],
    if: ['only-when'],
    'judged-by': ['by'],
    label: ['ask', 'called', 'title', 'heading'],
    mandatory: ['required'],
    max: ['at-most'],
    maximum: ['at-most'],
    message: ['otherwise', 'reason'],
    min: ['at-least'],
    minimum: ['at-least'],
    must: ['requires'],
    name: ['title', 'called', 'area'],
    needs: ['requires'],
    note: ['reading'],
    notes: ['reading'],
    optional: ['required'],
    otherwise: ['reason'],
    question: ['ask', 'asks'],
    questions: ['asks'],
    reason: ['otherwise'],
    role: ['judged-by', 'is'],
    roles: ['inside'],
    rule: ['requires'],
    'show-if': ['only-when'],
    signed: ['document'],
    source: ['clause'],
    text: ['ask', 'says'],
    title: ['heading', 'called'],
    values: ['options'],
    'visible-if': ['only-when'],
    when: ['only-when', 'requires'],
  }),
);

/** Keys for time to wait: what is nearest by its letters says the opposite. */
const waiting = new Set([
  'not-before',
  'not-until',
  'no-earlier-than',
  'no-sooner-than',
  'earliest',
  'wait',
  'wait-for',
]);
const wait =
  'That something waits has no key. Let it open when the time has passed, with “when” and a fact such as { time-since: latest incident, in: days }. ';

export const shapeProblems = {
  'value/wrong-kind': kind<{ name: string; expected: string; found: string }>({
    severity: 'error',
    message: ({ name, expected, found }) => `“${name}” takes ${expected}, and ${found} stands here.`,
    advice: ({ expected }) => `Write ${expected}.`,
  }),
  'value/not-one-of': kind<{ name: string; found: string; words: string[] }>({
    severity: 'error',
    message: ({ name, found }) => `“${name}” cannot be “${found}”.`,
    advice: ({ found, words }) => `${didYouMean(found, words)}Write ${orList(words)}.`,
  }),
  'value/options-in-words': kind<{ found: string; list: string }>({
    severity: 'error',
    message: ({ found }) => `“${found}” does not list the options: each needs a name and a label.`,
    advice: ({ list }) => `Write ${list}, or “sites” or “slots” for what the section “sites” declares.`,
  }),
  'value/yes-or-no': kind<{ name: string; found: string; meant: string }>({
    severity: 'error',
    message: ({ name, found }) => `“${name}” says “${found}”, and a definition says yes or no.`,
    advice: ({ meant }) => `Write ${meant}, in small letters and without quotes.`,
  }),
  'name/not-kebab': kind<{ name: string; better: string }>({
    severity: 'error',
    message: ({ name }) =>
      `“${name}” cannot be a name: names are small letters, digits and hyphens, and start with a letter.`,
    advice: ({ better }) => (better ? `Write ${better}.` : 'Choose a name such as date-of-birth.'),
  }),
  'key/unknown': kind<{ key: string; owner: string; known: string[]; written: string[] }>({
    severity: 'error',
    message: ({ key, owner }) => `${owner.charAt(0).toUpperCase()}${owner.slice(1)} has no key “${key}”.`,
    advice: ({ key, known, written }) => {
      const free = known.filter((candidate) => !written.includes(candidate));
      const meant = reachedFor.get(key.toLowerCase())?.find((candidate) => free.includes(candidate));
      if (waiting.has(key.toLowerCase())) return `${wait}Its keys are ${known.join(', ')}.`;
      return `${meant ? `Did you mean “${meant}”? ` : didYouMean(key, free)}Its keys are ${known.join(', ')}.`;
    },
  }),
  'key/missing': kind<{ key: string; name: string; owner: string; doc: string }>({
    severity: 'error',
    message: ({ key, name, owner }) =>
      name === 'the definition'
        ? `The definition lacks “${key}”, which it must have.`
        : `“${name}” lacks “${key}”, which ${owner} must have.`,
    advice: ({ key, doc }) => `Add “${key}”: ${doc.replace(/\.$/, '')}.`,
  }),
};

export const raiseShape = raiser(shapeProblems);
