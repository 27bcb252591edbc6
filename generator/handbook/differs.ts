/**
 * Whether the words of a clause speak of something else than the rule on it: of another act, another person, another
 * option of the same question, another happening. Silence is no difference: a clause need not name what its rule names.
 */
import type { CourseRule, Criterion, Duty, Id } from '../../engine/contract/index.js';
import { saysAnotherAct } from './needs.js';
import { distinctWords, isSaidBy, type Teller } from './teller.js';

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const namesOf = (role: Id, { bundle }: Teller): string[] => {
  const person = bundle.people.find(({ id }) => id === role);
  return [role.replaceAll('-', ' '), person?.called ?? '', ...(person?.alsoCalled ?? [])].filter((name) => name !== '');
};
const mention = (role: Id, teller: Teller): string => `(?:${namesOf(role, teller).map(escaped).join('|')})s?\\b`;
const names = (words: string, role: Id, teller: Teller): boolean =>
  new RegExp(`\\b${mention(role, teller)}`, 'i').test(words);

const reaches = String.raw`\b(?:rings?|tells?|told|contacts?|asks?|writes?|to|informs?|notif(?:y|ies)|with)`;
const isReached = (words: string, role: Id, teller: Teller): boolean =>
  new RegExp(`${reaches} (?:to )?(?:the |each |every |an? |any )?${mention(role, teller)}`, 'i').test(words);
const acts = (words: string, role: Id, teller: Teller): boolean =>
  new RegExp(`(?:^|[,;.] )(?:the |each |every |an? )${mention(role, teller)} (?!is\\b|are\\b|has\\b)[a-z]`, 'i').test(
    words,
  );

const effectsOf = (rule: CourseRule | Duty) => ('effects' in rule ? rule.effects : rule.does);

/** Whom it reaches: the one contacted, the one written to. */
const receivers = (rule: CourseRule | Duty): Id[] =>
  effectsOf(rule)
    .filter(({ verb }) => verb !== 'refer-back')
    .flatMap(({ verb, object, to }) => (verb === 'contact' ? (object ?? []) : (to ?? [])));

/** A clause that reaches for one person, where the rule reaches for another whom it does not name. */
const reachesAnother = (words: string, rule: CourseRule | Duty, teller: Teller): boolean => {
  const reached = receivers(rule);
  if (reached.length === 0 || reached.some((role) => names(words, role, teller))) return false;
  if (reached.includes('participant') && /\b(?:him|her|he|she|them)\b/i.test(words)) return false;
  return teller.bundle.people.some(
    ({ id, side }) => side === 'outside' && !reached.includes(id) && isReached(words, id, teller),
  );
};
/** A clause that says who acts, where the rule has it done by another whom it does not name. */
const isDoneByAnother = (words: string, rule: CourseRule | Duty, teller: Teller): boolean => {
  const { people, documents = [] } = teller.bundle;
  const inside = people.filter(({ side }) => side === 'inside');
  const papers = documents.filter(({ id }) => effectsOf(rule).some(({ object }) => object === id));
  const involved = [
    ...rule.by,
    ...('confirmedBy' in rule ? rule.confirmedBy : []),
    ...papers.flatMap(({ by, reviewedBy }) => [...by, ...reviewedBy]),
  ];
  if (rule.by.length === 0 || involved.includes('staff')) return false;
  if (involved.some((role) => names(words, role, teller))) return false;
  return inside.some(({ id }) => ![...involved, ...receivers(rule), 'staff'].includes(id) && acts(words, id, teller));
};
/** A clause that says who may ask for a document, where another may. */
const isAskedByAnother = (words: string, { trigger }: CourseRule | Duty, teller: Teller): boolean => {
  if (trigger.kind !== 'on') return false;
  const { documents = [], people } = teller.bundle;
  const asked = documents.find(({ id }) => trigger.event === `${id}-requested`)?.onRequest ?? [];
  if (asked.length === 0 || asked.some((role) => names(words, role, teller))) return false;
  return people.some(({ id, side }) => side === 'outside' && names(words, id, teller));
};

interface Node {
  kind?: string;
  fact?: Id;
  anyOf?: unknown;
  negated?: boolean;
  of?: unknown;
}
/** A clause that names one option of a question, where the condition names another. */
const namesAnotherOption = (words: string, node: unknown, teller: Teller): boolean => {
  if (typeof node !== 'object' || node === null) return false;
  const { kind, fact, anyOf, negated, of } = node as Node;
  if (Array.isArray(of)) return of.some((each) => namesAnotherOption(words, each, teller));
  const asked = teller.bundle.facts.find(({ id }) => id === fact);
  if (kind !== 'is' || negated || !asked || asked.kind === 'yes-no' || !Array.isArray(anyOf)) return false;
  const named = asked.options.filter(({ id, label }) =>
    [id.replaceAll('-', ' '), label].some((name) => new RegExp(`\\b${escaped(name)}s?\\b`, 'i').test(words)),
  );
  return named.length > 0 && !named.some(({ id }) => anyOf.includes(id));
};

const common = new Set(['session', 'programme', 'course', 'case', 'group', 'meeting', 'time']);
/** A ground in words of its own, of which the clause says none. */
const tellsOfAnotherHappening = (words: string, rule: CourseRule | Duty, teller: Teller): boolean => {
  const { trigger, within } = rule;
  if (trigger.kind !== 'on' || within === undefined) return false;
  const happening = teller.bundle.course?.happenings.find(({ id }) => id === trigger.event);
  if (!happening || happening.id !== rule.id || happening.source !== 'record') return false;
  const own = distinctWords(happening.called).filter((word) => !common.has(word));
  return own.length > 0 && !own.some((word) => isSaidBy(word, words));
};

/** Whether these words speak of another act, person, option or happening than the rule. */
export const differs = (words: string, rule: CourseRule | Duty, teller: Teller): boolean =>
  saysAnotherAct(words, rule) ||
  reachesAnother(words, rule, teller) ||
  isDoneByAnother(words, rule, teller) ||
  isAskedByAnother(words, rule, teller) ||
  [rule.onlyWhen, rule.unless].some((condition) => namesAnotherOption(words, condition, teller)) ||
  tellsOfAnotherHappening(words, rule, teller);

const refusal = /\b(?:not|no|nor|never|neither|nobody|without)\b/i;
/** A clause that must not have what the criterion requires. */
const refusesWhatIsAsked = (words: string, test: Criterion['test'], { bundle }: Teller): boolean => {
  if (test.kind !== 'is' || test.negated || !test.anyOf.includes('yes')) return false;
  const asked = bundle.facts.find(({ id }) => id === test.fact);
  return asked?.kind === 'yes-no' && refusal.test(words) && !refusal.test(asked.ask);
};

/** The same of a criterion; one that excludes may speak of whom it does not. */
export const criterionDiffers = (words: string, { role, test }: Criterion, teller: Teller): boolean =>
  role === 'requires' && (namesAnotherOption(words, test, teller) || refusesWhatIsAsked(words, test, teller));
