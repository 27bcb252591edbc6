import { type Bundle, capital, type Fact, type Form } from '../../engine/contract/index.js';
import type { FieldMessages, FormMessages } from './message-for.js';
import { limits } from './patterns.js';
import { factsById, questionsOn, questionsWithin } from './questions.js';

/**
 * Takes a form; gives the sentence for each fault that an answer can have, in the manner of GOV.UK: what to do
 * ("Enter his date of birth"), or what the answer must be ("Date of birth must be a real date, like 27 3 1985").
 */
export const toMessages = (bundle: Bundle, form: Form): FormMessages => {
  const facts = factsById(bundle);
  const names = namesOf(bundle);
  const questions = questionsOn(form, facts).flatMap((fact) => [fact, ...questionsWithin(fact, facts)]);
  return {
    form: form.id,
    fields: Object.fromEntries(questions.map((fact) => [fact.id, messagesOf(fact, names)])),
  };
};

/** First words that keep their capital inside a sentence: of names that the definition declares. */
const namesOf = (bundle: Bundle): Set<string> => {
  const named = [bundle.programme.provider, bundle.programme.title, bundle.programme.service ?? ''];
  return new Set([...named, ...bundle.sites.map((site) => site.label)].map(firstWord));
};

const firstWord = (text: string): string => text.split(/[\s,:;.?!’']/)[0] ?? '';

/** A question as the object of "Enter …" and as the subject of "… must be …". */
interface Wording {
  object: string;
  subject: string;
  /** The question could not be turned into a noun phrase, and stands in quotation marks. */
  quoted: boolean;
}

const wordingOf = (fact: Fact, names: Set<string>): Wording => {
  const phrase = nounPhrase(fact);
  if (phrase === undefined) {
    return { object: `an answer to “${fact.ask}”`, subject: `The answer to “${fact.ask}”`, quoted: true };
  }
  const object = withoutCapital(phrase, names);
  // "Enter full name" is how forms speak; "Enter name of the referrer" is not.
  const needsArticle = / of /.test(object) && !/^(?:the|a|an|his|her|their|your|our|any)\b/i.test(object);
  return { object: needsArticle ? `the ${object}` : object, subject: capital(phrase), quoted: false };
};

/** What was asked, if it is a noun phrase ("His date of birth"); else what the definition calls it, if it does. */
const nounPhrase = (fact: Fact): string | undefined => {
  const ask = fact.ask.trim().replace(/[.:]$/, '');
  const called = fact.called.trim();
  if (!isSentence(ask)) return ask;
  const own = called !== '' && called !== fact.id.split('.').at(-1)?.replaceAll('-', ' ') && !isSentence(called);
  return own && called !== ask ? called : undefined;
};

const isSentence = (text: string): boolean =>
  /[?!]/.test(text) ||
  /[.:;] /.test(text) ||
  text.length > 80 ||
  /^\w+s (?:with|in|at|by|on|to|for)\b/i.test(text) ||
  /^(?:I|we|he|she|they|please|does|do|is|are|has|have|what|which|who|when|where|why|how|if|where|tell|describe|give|list|explain|enter|select|confirm)\b/i.test(
    text,
  );

const withoutCapital = (phrase: string, names: Set<string>): string => {
  const first = firstWord(phrase);
  const isName = names.has(first) || /^\p{Lu}[^\s]*\p{Lu}/u.test(first) || /^\p{Lu}\d/u.test(first);
  return isName ? phrase : phrase.charAt(0).toLowerCase() + phrase.slice(1);
};

const messagesOf = (fact: Fact, names: Set<string>): FieldMessages => {
  const wording = wordingOf(fact, names);
  return { ask: fact.ask, ...sentences[fact.kind](wording, fact) };
};

type Sentences = { required: string; [keyword: string]: string };

const enter = ({ object }: Wording): string => `Enter ${object}`;
const select = ({ object }: Wording): string => `Select ${object}`;

const text =
  (most: number) =>
  (wording: Wording): Sentences => ({
    required: enter(wording),
    pattern: `${wording.subject} must be ${most.toLocaleString('en-GB')} characters or fewer`,
  });

const formatted =
  (mustBe: string) =>
  (wording: Wording): Sentences => ({ required: enter(wording), pattern: `${wording.subject} must be ${mustBe}` });

const chosen = (wording: Wording): Sentences => ({
  required: select(wording),
  not: `${wording.subject}: select one of the answers that can be chosen here`,
});

/** Where an option that means "not known" was chosen with others, and no option is closed at times for another reason. */
const aloneMessage = ({ subject }: Wording, { options }: Fact): string | undefined => {
  const alone = options.filter(({ means }) => means !== undefined).map(({ label }) => `“${label}”`);
  if (alone.length === 0 || options.some(({ onlyWhen }) => onlyWhen !== undefined)) return undefined;
  return `${subject}: select ${alone.join(' or ')} only by itself`;
};

const severalChosen = (wording: Wording, fact: Fact): Sentences => ({
  required: wording.quoted ? `Select at least one ${wording.object.replace(/^an /, '')}` : select(wording),
  not: aloneMessage(wording, fact) ?? chosen(wording).not ?? select(wording),
  oneOf: `${wording.subject}: select from the answers shown`,
  uniqueItems: `${wording.subject}: select each answer once`,
  minItems: fact.options.length > 1 ? `Select at least one answer to “${fact.ask}”` : select(wording),
});

const number = (wording: Wording, fact: Fact): Sentences => {
  const { atLeast, atMost, whole = false, unit } = fact.number ?? {};
  const of = unit === undefined ? '' : ` ${unit}`;
  const kind = whole ? 'a whole number' : 'a number';
  const between = `${wording.subject} must be between ${atLeast} and ${atMost}${of}`;
  const both = atLeast !== undefined && atMost !== undefined;
  const mustBe = `${wording.subject} must be ${kind}, like ${atLeast ?? Math.min(atMost ?? 3, 3)}`;
  return {
    required: enter(wording),
    type: mustBe,
    anyOf: both ? between : mustBe,
    ...(atLeast === undefined
      ? {}
      : { minimum: both ? between : `${wording.subject} must be ${atLeast}${of} or more` }),
    ...(atMost === undefined ? {} : { maximum: both ? between : `${wording.subject} must be ${atMost}${of} or fewer` }),
  };
};

const entries = (_: Wording, fact: Fact): Sentences => {
  const add = `Add at least one ${fact.each ?? 'entry'}`;
  return { required: add, minItems: add };
};

const yesOrNo = (wording: Wording, fact: Fact): Sentences => ({
  ...chosen(wording),
  required: wording.quoted ? select(wording) : `Select an answer to “${fact.ask}”`,
});

const sentences: Record<Fact['kind'], (wording: Wording, fact: Fact) => Sentences> = {
  'yes-no': yesOrNo,
  choice: chosen,
  choices: severalChosen,
  number,
  date: formatted('a real date, like 27 3 1985'),
  'date-time': formatted('a real date and time, like 27 3 2026 at 6:30pm'),
  text: text(limits.short),
  'long-text': text(limits.long),
  name: text(limits.short),
  address: text(limits.long),
  phone: formatted('a phone number, like 01632 960 001, 07700 900 982 or +44 808 157 0192'),
  email: formatted('in the right form, like name@example.com'),
  file: (wording) => ({
    required: select(wording),
    pattern: `${wording.subject} must be a file that was chosen with the button`,
  }),
  signature: (wording, fact) => ({
    required: wording.quoted ? `Enter your name to sign “${fact.ask}”` : enter(wording),
    pattern: `${wording.subject} must be ${limits.short} characters or fewer`,
  }),
  entries,
};
