/**
 * From a condition as written to one whose names are resolved and whose values are of the right type. It still names
 * criteria; whether a question is asked at all is not yet written into it.
 */
import type { At, Id, LeafDuty, LeafHappened, LeafRule, PlainLeaf, Span } from '../../engine/contract/index.js';
import type { WrittenCondition } from '../language/constructs/condition.js';
import { checkDenial, readSentence } from '../language/sentence/check.js';
import { type Fault, problemOf } from '../language/sentence/fault.js';
import { problemsOfMeaning } from '../language/sentence/problems-of-meaning.js';
import type { FactShape, Named, Scope } from '../language/sentence/scope.js';
import type { Problem } from '../problem/problem.js';
import { raiseCriterion } from './criterion-problems.js';
import type { Declarations, DeclaredFact } from './declarations.js';

/** `criterion`: it is met, or with `negated` not met. */
export type NamedCondition = { reads: string; at?: At } & (
  | { kind: 'all' | 'any'; of: NamedCondition[] }
  | { kind: 'criterion'; id: Id; negated: boolean }
  | { kind: 'some-entry'; fact: Id; where: NamedCondition; negated: boolean }
  | PlainLeaf
  | NamedTimeLeaf
);
/** About what happened, how long, duties and rules; only sections about time have these. */
export type NamedTimeLeaf = { negated: boolean } & (
  | LeafHappened
  | LeafDuty
  | LeafRule
  | { kind: 'lasted'; condition: NamedCondition; span: Span; more?: true }
);

export interface Resolved {
  condition: NamedCondition;
  /** The same, denied. */
  denied: NamedCondition;
  uses: UsesOf;
}
/** What a condition names, by kind. */
export type UsesOf = Record<'facts' | 'criteria' | 'events' | 'duties' | 'rules', Set<Id>>;
const usesIn = (parts: { [K in keyof UsesOf]: Iterable<Id> }[]): UsesOf => ({
  facts: new Set(parts.flatMap(({ facts }) => [...facts])),
  criteria: new Set(parts.flatMap(({ criteria }) => [...criteria])),
  events: new Set(parts.flatMap(({ events }) => [...events])),
  duties: new Set(parts.flatMap(({ duties }) => [...duties])),
  rules: new Set(parts.flatMap(({ rules }) => [...rules])),
});

const notAsked = { id: 'not-applicable', label: 'Not applicable', means: 'not-applicable' } as const;
/** A question that is asked only at times does not apply at others, and a sentence can say so. */
const sometimesAsked = (declared: DeclaredFact | undefined): FactShape | undefined => {
  if (!declared) return undefined;
  const { fact, onlyWhen } = declared;
  const can = onlyWhen.length === 0 || fact.options.some((option) => option.means === 'not-applicable');
  return can ? fact : { ...fact, options: [...fact.options, notAsked] };
};

const namedOf = ({ facts, criteria }: Declarations, name: Id): Named | undefined => {
  const fact = sometimesAsked(facts.get(name));
  const criterion = criteria.get(name);
  const called = name.replaceAll('-', ' ');
  if (fact && criterion) return { kind: 'both', fact, id: name, called };
  if (fact) return { kind: 'fact', fact };
  return criterion && { kind: 'criterion', id: name, called };
};

/** What sentences outside any entry may name. */
export const outerScope = (declarations: Declarations, elsewhere: Scope['elsewhere']): Scope => ({
  find: (name) => (name.includes('.') ? undefined : namedOf(declarations, name)),
  names: [...new Set([...declarations.facts.keys(), ...declarations.criteria.keys()])].filter(
    (id) => !id.includes('.'),
  ),
  ...(elsewhere && { elsewhere }),
});

/** What sentences about one entry may name: its questions by their short names, then everything outside. */
export const entryScope = (entries: Id, declarations: Declarations, outer: Scope): Scope => {
  const inner = declarations.facts.get(entries)?.fact.asks ?? [];
  const short = new Map(inner.map((id) => [id.slice(entries.length + 1), id]));
  return {
    ...outer,
    find: (name) => {
      const id = short.get(name);
      return id === undefined ? outer.find(name) : namedOf(declarations, id);
    },
    names: [...short.keys(), ...outer.names],
  };
};

const listing = { all: 'and', any: 'or' } as const;
const bracketed = (part: NamedCondition): string =>
  (part.kind === 'all' || part.kind === 'any') && part.of.length > 1 ? `(${part.reads})` : part.reads;
/** Joins conditions; one alone stays itself. */
export const join = (kind: 'all' | 'any', of: NamedCondition[], at?: At): NamedCondition => {
  const [only] = of;
  if (only && of.length === 1) return at ? { ...only, at } : only;
  return { kind, of, reads: of.map(bracketed).join(`, ${listing[kind]} `), ...(at && { at }) };
};

const entryReads = { any: 'at least one of the', every: 'every one of the', no: 'none of the' } as const;

type Report = (problem: Problem) => void;
interface Context {
  scope: Scope;
  declarations: Declarations;
  report: Report;
}

const flip = (condition: NamedCondition): NamedCondition =>
  'of' in condition
    ? {
        ...condition,
        kind: condition.kind === 'all' ? 'any' : 'all',
        of: condition.of.map(flip),
        reads: `not: ${condition.reads}`,
      }
    : { ...condition, negated: !condition.negated, reads: `not: ${condition.reads}` };

const withAt = (lowered: NamedCondition, reads: string, at: At): NamedCondition => ({ ...lowered, reads, at });

/** Beside a name that is not known, what else the words mean is guesswork; and the name may be one of what is missing. */
export const tellable = (faults: Fault[], incomplete: boolean): Fault[] => {
  const isUnknown = (fault: Fault): boolean =>
    fault.code === 'sentence/unknown-name' || fault.code === 'sentence/unknown-event';
  if (!faults.some(isUnknown)) return faults;
  return faults.filter((fault) => (isUnknown(fault) ? !incomplete : !Object.hasOwn(problemsOfMeaning, fault.code)));
};

const resolveSentence = (
  written: Extract<WrittenCondition, { kind: 'sentence' }>,
  { scope, declarations, report }: Context,
): Resolved | undefined => {
  const { node } = written;
  if (node.text.split(/\s+/).some((word) => declarations.broken.has(word))) return undefined;
  const checked = readSentence(node.text, scope);
  if ('faults' in checked) {
    for (const fault of tellable(checked.faults, declarations.incomplete))
      report(problemOf(fault, node.within(fault.start, fault.end)));
    return undefined;
  }
  const { sentence } = checked;
  const condition = withAt(checked.lowered as NamedCondition, checked.reads, node.at);
  const other = checkDenial(sentence, scope);
  const denied = 'faults' in other ? flip(condition) : withAt(other.lowered as NamedCondition, other.reads, node.at);
  return { condition, denied, uses: usesIn([checked.uses]) };
};

const resolveJoin = (written: Extract<WrittenCondition, { of: unknown }>, context: Context): Resolved | undefined => {
  const parts = written.of.map((part) => resolveCondition(part, context)).filter((part) => part !== undefined);
  if (parts.length < written.of.length) return undefined;
  const said = parts.map((part) => part.condition);
  const denied = parts.map((part) => part.denied);
  const uses = usesIn(parts.map((part) => part.uses));
  if (written.kind === 'none-of')
    return { condition: join('all', denied, written.at), denied: join('any', said, written.at), uses };
  const kind = written.kind === 'all-of' ? 'all' : 'any';
  const other = kind === 'all' ? 'any' : 'all';
  return { condition: join(kind, said, written.at), denied: join(other, denied, written.at), uses };
};

const resolveEntries = (
  written: Extract<WrittenCondition, { kind: 'entries' }>,
  context: Context,
): Resolved | undefined => {
  const { declarations, report } = context;
  const { value: entries, at } = written.entries;
  if (declarations.broken.has(entries)) return undefined;
  const found = declarations.facts.get(entries);
  if (found?.fact.kind !== 'entries') {
    const known = [...declarations.facts.values()]
      .filter(({ fact }) => fact.kind === 'entries')
      .map(({ fact }) => fact.id);
    report(raiseCriterion('criterion/not-entries', at, { name: entries, known }));
    return undefined;
  }
  const where = resolveCondition(written.where, {
    ...context,
    scope: entryScope(entries, declarations, context.scope),
  });
  if (!where) return undefined;
  for (const outside of [...where.uses.facts, ...where.uses.criteria])
    if (!outside.startsWith(`${entries}.`)) {
      report(raiseCriterion('criterion/entries-outer', written.where.at, { id: entries, fact: outside }));
      return undefined;
    }
  const called = found.fact.called;
  const some = (reads: string, inner: NamedCondition, negated: boolean): NamedCondition => ({
    kind: 'some-entry',
    fact: entries,
    where: inner,
    negated,
    reads,
    at: written.at,
  });
  const reads = (quantifier: keyof typeof entryReads): string =>
    `of ${entryReads[quantifier]} ${called}, ${where.condition.reads}`;
  const uses = { ...where.uses, facts: new Set([entries, ...where.uses.facts]), criteria: new Set<Id>() };
  const any = some(reads('any'), where.condition, false);
  const none = some(reads('no'), where.condition, true);
  const every = some(reads('every'), where.denied, true);
  const notEvery = some(`not ${reads('every')}`, where.denied, false);
  if (written.quantifier === 'any') return { condition: any, denied: none, uses };
  if (written.quantifier === 'no') return { condition: none, denied: any, uses };
  return { condition: every, denied: notEvery, uses };
};

const resolveCondition = (written: WrittenCondition, context: Context): Resolved | undefined => {
  if (written.kind === 'sentence') return resolveSentence(written, context);
  if (written.kind === 'entries') return resolveEntries(written, context);
  return resolveJoin(written, context);
};

/** Gives a resolver that resolves each written condition once, in the scope it is first met in. */
export const resolver = (scope: Scope, declarations: Declarations, report: Report) => {
  const known = new Map<WrittenCondition, Resolved | undefined>();
  return (written: WrittenCondition, inner: Scope = scope): Resolved | undefined => {
    if (!known.has(written)) known.set(written, resolveCondition(written, { scope: inner, declarations, report }));
    return known.get(written);
  };
};
