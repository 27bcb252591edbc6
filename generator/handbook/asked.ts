/** The forms page by page, in words: what the provider says of each page, and what is asked there. */
import {
  type Bundle,
  type ClauseId,
  type Fact,
  type Form,
  type Id,
  listed,
  type Page,
} from '../../engine/contract/index.js';
import { labelInside } from '../language/sentence/english/label.js';
import type { Block } from './handbook-types.js';
import { statementsOn } from './statements.js';
import { heading, list, paragraph, phraseOf, sentenceOf, type Teller } from './teller.js';

const shortest = 40;
const mostOptions = 6;
/** What can be answered, where that is short. */
const answersSay = ({ options, kind }: Fact): string => {
  const offered = options.filter(({ means }) => means === undefined).map(({ label }) => labelInside(label));
  const short =
    offered.length > 0 && offered.length <= mostOptions && offered.every(({ length }) => length <= shortest);
  if (!short || (kind !== 'choice' && kind !== 'choices')) return '';
  const several = offered.some((label) => /,| or /.test(label));
  return ` (${several ? offered.join('; ') : listed(offered, 'or')})`;
};

/** Whether a fact, or what is asked of each of its entries, is hers: then it is named and no more. */
const holdsHers = (fact: Fact, facts: Map<Id, Fact>): boolean =>
  fact.hers || (fact.asks ?? []).some((id) => facts.get(id)?.hers);

const factSays = (fact: Fact, facts: Map<Id, Fact>): string => {
  const asked = fact.ask.replace(/[.:]$/, '');
  const ask = fact.kind === 'signature' ? `A signature: “${asked}”` : asked;
  const needed = fact.required.kind === 'always' ? ' – always needed' : '';
  const inner = (fact.asks ?? []).flatMap((id) => facts.get(id) ?? []);
  if (inner.length === 0 || holdsHers(fact, facts)) return `${ask}${answersSay(fact)}${needed}`;
  const each = inner.map((one) => phraseOf(one.ask));
  const lead = /^each\b/i.test(ask) ? ':' : ', each with:';
  return `${ask}${lead} ${each.join('; ')}${needed}`;
};

/** The yes-or-no question of the same page that a question follows, where there is one. */
const follows = (fact: Fact, page: Page, facts: Map<Id, Fact>): Id | undefined => {
  const parts = fact.onlyWhen?.kind === 'all' ? fact.onlyWhen.of : fact.onlyWhen ? [fact.onlyWhen] : [];
  return parts
    .flatMap((part) => (part.kind === 'is' ? [part.fact] : []))
    .find((id) => page.asks.includes(id) && facts.get(id)?.kind === 'yes-no');
};

/** What follows a question stands with it; what is hers is not listed. */
const pageItems = (page: Page, facts: Map<Id, Fact>): string[] => {
  const shown = page.asks.flatMap((id) => facts.get(id) ?? []).filter((fact) => !fact.hers || fact.kind === 'entries');
  const followers = new Map<Id, Fact[]>();
  for (const fact of shown) {
    const before = fact.kind === 'entries' ? undefined : follows(fact, page, facts);
    if (before !== undefined) followers.set(before, [...(followers.get(before) ?? []), fact]);
  }
  const apart = new Set([...followers.values()].flat());
  return shown.filter((fact) => !apart.has(fact)).map((fact) => withFollowers(fact, followers, facts));
};
/** A question whether something is known is not listed beside what it asks for. */
const withFollowers = (fact: Fact, followers: Map<Id, Fact[]>, facts: Map<Id, Fact>): string => {
  const after = (followers.get(fact.id) ?? []).filter(({ ask }) => !/\bknown\?$/.test(ask));
  if (after.length === 0) return factSays(fact, facts);
  const asks = after.map(({ ask }) => phraseAsked(ask));
  return `${factSays(fact, facts)} – and if so: ${asks.join('; ')}`;
};
const phraseAsked = (ask: string): string => phraseOf(ask.replace(/[?.:]$/, ''));

const clausesOfPage = (page: Page, facts: Map<Id, Fact>): ClauseId[] => {
  const asked = page.asks.flatMap((id) => [id, ...(facts.get(id)?.asks ?? [])]);
  const origins = asked.flatMap((id) => facts.get(id)?.origin.clauses ?? []);
  return [...new Set([...page.origin.clauses, ...origins])];
};
const aboutForms = new Set(['form-section', 'info-sharing']);

/** “You give details” is asked for, where it stands with what is asked. */
const asRequest = (sentence: string): string =>
  sentence.replace(/^You (?!(?:should|can|cannot|may|must|will|are|have)\b)/, 'Please ');

/** The sentences of clauses about a page, told here and nowhere else. */
const notes = (ids: ClauseId[], teller: Teller): Block[] => {
  const clauses = teller.untold(ids).filter(({ kind }) => aboutForms.has(kind ?? ''));
  teller.tell(clauses.map(({ id }) => id));
  if (clauses.length === 0) return [];
  const text = clauses.map(({ says }) => asRequest(teller.voice.spoken(sentenceOf(says)))).join(' ');
  return [
    paragraph(
      text,
      clauses.map(({ id }) => id),
    ),
  ];
};

const pageBlocks = (form: Form, page: Page, number: number, facts: Map<Id, Fact>, teller: Teller): Block[] => {
  const ids = clausesOfPage(page, facts);
  const items = pageItems(page, facts);
  const title = form.pages.length > 1 ? `${number}. ${page.heading}` : page.heading;
  return [
    ...(page.heading === form.title && form.pages.length === 1 ? [] : [heading(title)]),
    ...statementsOn([page.id], teller),
    ...notes(ids, teller),
    ...(items.length > 0 ? [list(items, [], 'We ask for:')] : []),
  ];
};

/** Whether a criterion rests on what it asks. */
export const bearsOnDecision = ({ pages }: Form, { criteria }: Bundle): boolean => {
  const asks = new Set(pages.flatMap((page) => page.asks));
  const written = JSON.stringify(
    criteria.map(({ test, applies }) => [test, applies]),
    (key, value) => (key === 'reads' || key === 'at' ? undefined : value),
  );
  return [...asks].some((id) => written.includes(JSON.stringify(id)));
};
/** First those by which somebody is referred, whatever file they stand in. */
export const formsInOrder = (bundle: Bundle): Form[] =>
  [...bundle.forms].sort((a, b) => Number(bearsOnDecision(b, bundle)) - Number(bearsOnDecision(a, bundle)));

const formBlocks = (form: Form, facts: Map<Id, Fact>, teller: Teller): Block[] => {
  const told = statementsOn([form.id], teller);
  return [
    ...told,
    ...notes(form.origin.clauses, teller),
    ...form.pages.flatMap((page, n) => pageBlocks(form, page, n + 1, facts, teller)),
  ];
};

/** Gives what each form asks, and tells the clauses about it. */
export const asked = (teller: Teller): Block[] => {
  const facts = new Map(teller.bundle.facts.map((fact) => [fact.id, fact]));
  const forms = formsInOrder(teller.bundle);
  return forms.flatMap((form, n) => {
    const blocks = formBlocks(form, facts, teller);
    const apart = n > 0 && form.pages.length === 1 && form.pages[0]?.heading === form.title && blocks.length > 0;
    return apart ? [heading(form.title), ...blocks] : blocks;
  });
};
