/**
 * Who speaks to whom: “we” are the provider, “you” are whoever refers, and the participant is “he”, or named. Sentences
 * that the provider wrote of itself and of referrers in the third person are put so where that is safe, else left alone.
 */
import { type Bundle, capital, type Id } from '../../engine/contract/index.js';
import { hourSays, numberSays } from './number-words.js';

export interface Voice {
  /** How a role is called. */
  called(role: Id): string;
  /** The participant as the provider calls him, with his article: "the client". */
  him: string;
  /** Of the participant: “he” or “she” where the provider says so, else named again. */
  he: string;
  his: string;
  object: string;
  /** A sentence of the provider's in our voice, in its own words otherwise. */
  spoken(sentence: string): string;
}

const modals = ['can', 'cannot', 'may', 'must', 'should', 'will', 'would'];
const oddVerbs: Record<string, string> = { is: 'are', has: 'have', does: 'do', tries: 'try', goes: 'go', was: 'were' };
/** Words that end in s and are no verbs. */
const noVerb = new Set(['as', 'this', 'his', 'its', 'us', 'towards', 'always', 'sessions', 'professionals']);

/** A verb of the third person as "we" and "you" take it: "keeps" is "keep". Undefined where it is no such verb. */
export const agreeing = (verb: string): string | undefined => {
  if (modals.includes(verb)) return verb;
  const odd = oddVerbs[verb];
  if (odd) return odd;
  if (!/^[a-z]{3,}s$/.test(verb) || noVerb.has(verb)) return undefined;
  if (/(?:ss|sh|ch|x|z)es$/.test(verb)) return verb.slice(0, -2);
  return verb.endsWith('ss') ? undefined : verb.slice(0, -1);
};

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const before = '(^|[,;:] |\\b(?:if|when|once|that|and|what|unless|where|which|whom|whoever) )';

const goesOnWithIt = /\bits? (?=own\b|[a-z]+s\b|can\b|may\b|must\b|should\b|will\b)/;

/** Puts `pronoun` for a name that is the subject of a verb. A sentence that goes on with "it" is left as it is. */
const asSubject = (sentence: string, name: string, pronoun: string): string => {
  if (goesOnWithIt.test(sentence)) return sentence;
  return sentence.replace(
    new RegExp(`${before}${name} ((?:also|then|first|only|always) )?([a-z]+)\\b`, 'gi'),
    (whole, lead: string, adverb: string | undefined, verb: string) => {
      const agreed = agreeing(verb);
      return agreed === undefined ? whole : `${lead}${pronoun} ${adverb ?? ''}${agreed}`;
    },
  );
};
/** A second verb of the same subject agrees too: “We are open, and expect the same”. */
const agreeingOn = (before: string, now: string, pronoun: string): string => {
  if (before === now || !now.toLowerCase().startsWith(`${pronoun} `)) return now;
  return now.replace(/^([^,.;]+,? and )([a-z]+)(?= )/, (whole, lead: string, verb: string) => {
    const agreed = agreeing(verb);
    return agreed === undefined ? whole : `${lead}${agreed}`;
  });
};
const asObject = (sentence: string, name: string, pronoun: string): string =>
  sentence.replace(
    new RegExp(
      `\\b(tells?|told|keeps?|gives?|telephone|contacts?|rings?|asks?|to|from|with|by|for) ${name}(?=[.,;]| (?:of|on|that|up|within|when|where|if|at|in|about|for|as)\\b)`,
      'gi',
    ),
    `$1 ${pronoun}`,
  );

/** “1 working day” is “one working day”. */
const justOne = /(?<![\d.:,-] ?|\d (?:to|and) )\b1(?= (?:working )?(?:session|meeting|hour|day|week|month|year)\b)/g;
/** Up to nine, before what is counted: “2 weeks” is “two weeks”; not in “10 to 2 sessions”. */
const smallNumber =
  /(?<![\d.:-] ?|\d, ?|\d (?:to|and) |\d,? \w+ (?:to|and) )\b([2-9])(?= (?:[a-z]+ )?(?:sessions|meetings|hours|days|weeks|months|years|times|absences|arrivals|phases|nights|women|men|people|children)\b)/g;

/** Numbers in words, unless some of them would stay figures. */
const inWords = (sentence: string): string => {
  const words = sentence.replace(justOne, 'one').replace(smallNumber, (_, n: string) => numberSays(Number(n)));
  return /(?<![\d.,:-])\b[2-9]\b(?![\d.,:-]\d)/.test(words) ? sentence : words;
};

/** Gives the voice of a programme's handbook. */
export const voiceOf = (bundle: Pick<Bundle, 'people' | 'programme' | 'clauses' | 'criteria'>): Voice => {
  const people = new Map(bundle.people.map((person) => [person.id, person]));
  const called = (role: Id): string => people.get(role)?.called ?? role.replaceAll('-', ' ');
  const written = [...bundle.clauses.map(({ says }) => says), ...bundle.criteria.map(({ words }) => words)];
  const male = written.some((words) => /\b(?:he|his|him)\b/i.test(words));
  const whoCanCome = bundle.clauses.filter(({ kind }) => kind === 'eligibility').map(({ says }) => says);
  const female = !male && whoCanCome.some((words) => /^she\b/i.test(words));
  const him = `the ${called('participant')}`;
  const referrer = people.get('referrer');
  const names = [referrer?.called, ...(referrer?.alsoCalled ?? [])].filter(
    (name): name is string => name !== undefined,
  );
  const referrers = `(?:whoever refers|(?:the|a|an|any) (?:${[...names, 'referrer'].map(escaped).join('|')}))`;
  const provider = escaped(bundle.programme.provider);
  const spoken = (sentence: string): string => {
    const timed = inWords(sentence).replace(/\b(?:[01]\d|2[0-3]):[0-5]\d\b/g, hourSays);
    const owned = timed.replace(new RegExp(`\\b${provider}['’]s (?=[a-z])`, 'g'), 'our ');
    const told = asObject(asObject(owned, referrers, 'you'), provider, 'us');
    const toYou = agreeingOn(told, asSubject(told, referrers, 'you'), 'you');
    return capital(agreeingOn(toYou, asSubject(toYou, provider, 'we'), 'we'));
  };
  return {
    called,
    him,
    he: him,
    his: `${him}’s`,
    object: him,
    ...(female ? { he: 'she', his: 'her', object: 'her' } : {}),
    ...(male ? { he: 'he', his: 'his', object: 'him' } : {}),
    spoken,
  };
};
