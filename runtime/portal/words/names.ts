import { herSideOf } from '../../../engine/case/her-side.js';
import type { Bundle, ClauseId, Fact, Id } from '../../../engine/contract/index.js';
import { datesInWords } from './dates.js';
import { inOneSentence } from './lists.js';

/** What a role is called by this provider. An id that is not declared, and so has no words, is "somebody". */
export const roleInWords = (bundle: Bundle, role: Id): string =>
  bundle.people.find((person) => person.id === role)?.called ?? 'somebody';

/**
 * What one entry of a list is called: what this provider calls the people in it, "adult at home"; where the list is of
 * nobody who is declared, its own word, "family member".
 */
export const entryWord = (bundle: Pick<Bundle, 'people'>, fact: Pick<Fact, 'each'> | undefined): string =>
  bundle.people.find(({ id }) => id === fact?.each)?.called ?? (fact?.each ?? 'entry').replaceAll('-', ' ');

/** Whoever is supported apart from him, as this provider calls her: "partner or ex-partner". */
export const herWord = ({ people }: Pick<Bundle, 'people'>): string => {
  const { isHer } = herSideOf(people);
  return people.find(({ id, side }) => side === 'outside' && isHer(id))?.called ?? 'partner';
};

/** "the referrer or the client". */
export const rolesInWords = (bundle: Bundle, roles: Id[], joining = 'or'): string =>
  inOneSentence(
    roles.map((role) => roleInWords(bundle, role)),
    joining,
  );

/** The fact of that id, also one asked of each entry. */
export const factNamed = (bundle: Bundle, id: Id): Fact | undefined => bundle.facts.find((fact) => fact.id === id);

/** A fact as it is asked: "Date of birth", "Are you well?". */
export const factInWords = (bundle: Bundle, id: Id): string =>
  factNamed(bundle, id)?.ask ?? 'An answer that is no longer asked for';

const numbered = /^(.*?)[-\s]?0*(\d+)([a-z]*)$/i;

/**
 * How a clause is cited: "Clause 59". Where a document numbers its clauses in several series, the series is said
 * as well: "Clause A 3".
 */
export const clauseInWords = (bundle: Bundle, id: ClauseId): string => {
  const parts = numbered.exec(id);
  if (!parts) return `Clause ${id.replace(/[-_]+/g, ' ')}`;
  const series = new Set(bundle.clauses.map((clause) => numbered.exec(clause.id)?.[1]));
  const prefix = series.size > 1 && parts[1] ? `${parts[1].replace(/[-_]+/g, ' ').trim()} ` : '';
  return `Clause ${prefix}${parts[2]}${parts[3]}`;
};

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Roles that a sentence names by an id that nobody would take for a word, by what they are called. */
const peopleInWords = (bundle: Bundle, sentence: string): string =>
  bundle.people
    .filter(({ id }) => id.includes('-') && sentence.includes(id))
    .reduce(
      (said, { id, called }) =>
        said.replace(new RegExp(`(?<![\\w-])(?:the )?${escaped(id)}(?![\\w-])`, 'g'), `the ${called}`),
      sentence,
    );

/** An author's sentence with the clauses and roles it names by id, and the days in it, put into words. */
export const sentenceInWords = (bundle: Bundle, written: string): string => {
  const known = sentences.get(bundle) ?? new Map<string, string>();
  if (known.size === 0 || known.size > mostKept) sentences.set(bundle, known);
  if (known.size > mostKept) known.clear();
  const kept = known.get(written);
  if (kept !== undefined) return kept;
  const words = put(bundle, written);
  known.set(written, words);
  return words;
};
/** An author wrote few sentences, and they are shown again and again. */
const sentences = new WeakMap<Bundle, Map<string, string>>();
const mostKept = 5_000;

/** A judgement has no name but its id: people know it by its question. */
const judgementsInWords = ({ facts }: Bundle, sentence: string): string =>
  sentence.replace(/(the judgement )“([^”]*)”/gi, (whole, noun: string, called: string) => {
    const fact = facts.find((one) => one.source === 'judgement' && one.called === called);
    return fact && called === fact.id.replaceAll('-', ' ') ? `${noun}“${fact.ask}”` : whole;
  });

const put = (bundle: Bundle, written: string): string => {
  const sentence = peopleInWords(bundle, judgementsInWords(bundle, written));
  const ids = bundle.clauses.map((clause) => clause.id).sort((a, b) => b.length - a.length);
  if (ids.length === 0) return datesInWords(sentence);
  const names = new RegExp(`(?<![\\w-])(?:${ids.map(escaped).join('|')})(?![\\w-])`, 'g');
  const worded = sentence.replace(names, (id, at: number) => {
    const words = clauseInWords(bundle, id);
    return at === 0 ? words : words.charAt(0).toLowerCase() + words.slice(1);
  });
  return datesInWords(worded);
};

/** What is declared to stand on a form or a page, by its id. */
export const statementsOn = (bundle: Bundle, place: Id): string[] =>
  bundle.statements
    .filter((statement) => statement.on.includes(place))
    .map((statement) => sentenceInWords(bundle, statement.says));
